"""An official visit of a head of state as the examples tell it, on any day: every norm of Arts. 3 and 25 looks at it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

from domain.codec import encode
from domain.events import CATALOGUE
from domain.facts import Draft, Envelope
from examples.cases import example_cases

EXAMPLE: Final = "visit-official-head"


class _OneKey:
    def key_for(self, _person: object) -> bytes:
        return bytes(32)

    def find(self, _person: object) -> bytes | None:
        return bytes(32)


@cache
def events() -> tuple[dict[str, Any], ...]:
    """Return the events of the example, as CloudEvents."""
    return next(case.events for case in example_cases() if case.name == EXAMPLE)


def types() -> tuple[str, ...]:
    """Return the type of each event, in the order of the record."""
    return tuple(event["type"] for event in events())


def stored(case_id: str, number: int) -> list[bytes]:
    """Return the stored bytes of the visit as another case; ``number`` only moves it by whole weeks."""
    weeks = timedelta(weeks=number % 40)
    return [
        encode(
            Draft(
                envelope=Envelope(
                    case_id=case_id,
                    source="/bench/protocol",
                    event_id=f"{case_id}.{place:03d}",
                    occurred_at=datetime.fromisoformat(event["time"]) - weeks,
                ),
                data=CATALOGUE[event["type"]].model_validate(event["data"]),
            ),
            _OneKey(),
        )
        for place, event in enumerate(events())
    ]
