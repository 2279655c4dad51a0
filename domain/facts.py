"""A fact before it is recorded (Draft), and after (Fact)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, SerializeAsAny, StringConstraints

from domain.cases.identity import require_kind
from domain.errors import FutureTime
from domain.events import EventData
from domain.kernel import Immutable, Instant, OfficeId
from domain.record import record

#: How far a sender's clock may run ahead of the ledger's before its time counts as the future.
CLOCK_TOLERANCE: Final = timedelta(seconds=60)

SHORT = StringConstraints(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$")
#: An id given by the reporting system, unique for ever within its source.
EventId = Annotated[str, SHORT]
#: The reporting system, as a URI reference.
Source = Annotated[str, SHORT]


class Precision(StrEnum):
    """How exactly the time of a fact is known."""

    INSTANT = "instant"
    MINUTE = "minute"
    DAY = "day"


class ClockSource(StrEnum):
    """Who set the time of a fact."""

    SENDER = "sender"
    GATEWAY = "gateway"
    MANUAL = "manual"


class EventRef(Immutable):
    """Another event of the same case, by its source and id."""

    source: Source
    event_id: EventId


class Evidence(Immutable):
    """A document that supports the fact: where it lies, and its SHA-256 in hex."""

    reference: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None


class Envelope(Immutable):
    """Everything about a fact except what happened."""

    case_id: str
    source: Source
    event_id: EventId
    occurred_at: Instant
    precision: Precision = Precision.INSTANT
    clock: ClockSource = ClockSource.SENDER
    office: OfficeId | None = None
    correlation: Annotated[str, SHORT] | None = None
    causation: Annotated[str, SHORT] | None = None
    corrects: EventRef | None = None
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=20)] = ()


class Draft(Immutable):
    """A well-formed fact that the ledger has not recorded yet. Personal fields are still plain."""

    envelope: Envelope
    data: SerializeAsAny[EventData]
    #: Number of events the sender believes the case to have; None when it does not care.
    expected_version: Annotated[int, Field(ge=0, le=2**31)] | None = None


def admit(draft: Draft, now: datetime) -> Draft:
    """Refuse what cannot be a fact: an event of another kind of case, or of the future.

    What is unlawful, late, out of order or contradictory is admitted: the ledger records it.
    """
    require_kind(type(draft.data), draft.envelope.case_id)
    if draft.envelope.occurred_at > now + CLOCK_TOLERANCE:
        message = "the time lies in the future of the ledger: record an event after it happened"
        raise FutureTime(message, pointer="/time")
    return draft


@record
class Fact:
    """A recorded event: what happened, when, when the ledger knew, and its place in the log."""

    case_id: str
    #: Place in the case, from 1.
    version: int
    #: Place in the one global, gap-free order of the ledger, from 1.
    position: int
    source: str
    event_id: str
    occurred_at: datetime
    recorded_at: datetime
    data: EventData
    precision: Precision = Precision.INSTANT
    clock: ClockSource = ClockSource.SENDER
    office: str | None = None
    correlation: str | None = None
    causation: str | None = None
    corrects: EventRef | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def type(self) -> str:
        """Stable name of the event type."""
        return self.data.TYPE

    @property
    def key(self) -> tuple[str, str]:
        """Source and event id: unique for ever in the ledger."""
        return (self.source, self.event_id)
