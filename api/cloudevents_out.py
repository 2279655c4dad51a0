"""Facts as CloudEvents. What is sealed in the log stays sealed here."""

from __future__ import annotations

from typing import Any

from api.cloudevents import SPECVERSION, schema_path
from api.instants import rfc3339
from domain.facts import ClockSource, Fact, Precision


def event_of(fact: Fact) -> dict[str, Any]:
    """Return the CloudEvent of a recorded fact, with ``recordedtime``, and its position as ``sequence``."""
    event: dict[str, Any] = {
        "specversion": SPECVERSION,
        "id": fact.event_id,
        "source": fact.source,
        "type": fact.type,
        "subject": fact.case_id,
        "time": rfc3339(fact.occurred_at),
        "datacontenttype": "application/json",
        "dataschema": schema_path(type(fact.data)),
        "recordedtime": rfc3339(fact.recorded_at),
        "sequence": str(fact.position),
    }
    stated = {
        "office": fact.office,
        "clock": fact.clock if fact.clock is not ClockSource.SENDER else None,
        "timeprecision": fact.precision if fact.precision is not Precision.INSTANT else None,
        "correlationid": fact.correlation,
        "causationid": fact.causation,
        "corrects": fact.corrects.event_id if fact.corrects else None,
        "correctssource": fact.corrects.source if fact.corrects else None,
        "evidencereference": fact.evidence[0].reference if fact.evidence else None,
        "evidencesha256": fact.evidence[0].sha256 if fact.evidence else None,
    }
    event.update({name: str(value) for name, value in stated.items() if value is not None})
    event["data"] = fact.data.model_dump(mode="json", exclude_none=True)
    return event
