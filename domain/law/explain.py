"""Why a verdict is what it is, as data: made on demand from the obligation, never stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from domain.events import CATALOGUE
from domain.events.ledger import ExcuseAccepted, WaiverGranted
from domain.events.readmission import (
    ApplicationReceived,
    DecisionAfterInterviewRequested,
    InterviewRequested,
)
from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.judge import Obligation
from domain.law.library import load_law
from domain.law.provision import Force, Language, Mark, Note, Provision, Text
from domain.law.timelimit import ZONES, Direction, Reading, Skipped, Unit, Window
from domain.law.verdict import Reason, Severity, Status
from domain.law.words import label
from domain.law.zones import TBILISI

if TYPE_CHECKING:
    from domain.law.timelimit import TimeLimit

#: What these events trigger runs from the receipt of the application: Art. 7(1) and 7(3) of the Protocol.
_FROM_RECEIPT: Final = frozenset({InterviewRequested.TYPE, DecisionAfterInterviewRequested.TYPE})

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class NormRef:
    """The version of the provision that governed."""

    id: str
    instrument: str
    edition: str
    citation: Text
    title: Text
    text: Text
    kind: str
    force: Force
    mark: Mark
    verified: bool
    in_force_from: date
    in_force_until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact that the verdict rests on: where to find it, and when it happened."""

    type: str
    label: Text
    position: int
    version: int
    source: str
    event_id: str
    occurred_at: datetime
    local: datetime
    zone: str
    precision: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that was passed over in counting, and why."""

    day: date
    calendar: str
    kind: str
    name: Text


@dataclass(frozen=True, slots=True)
class ReadingData:
    """One way to count the limit; ``cutoff`` is the first instant that is late."""

    name: str
    proposed: bool
    rule: str
    calendars: tuple[str, ...]
    firm_days_off: bool
    state: str
    zone: str
    day_zero: date
    last_day: date
    cutoff: datetime
    cutoff_local: datetime
    last_moment: datetime | None
    skipped: tuple[SkippedDay, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LimitData:
    """The time limit in every reading; between ``warn_at`` and ``breach_at`` readings differ."""

    count: int
    unit: Unit
    direction: Direction
    readings: tuple[ReadingData, ...]
    warn_at: datetime
    breach_at: datetime
    contested_window: bool
    calendar_editions: tuple[str, ...]

    @property
    def proposed(self) -> ReadingData:
        """The reading that ships."""
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class VerdictData:
    """What is held, and what would be held without the waiver, the excuse or the missing verification."""

    status: Status
    label: Text
    contested: bool
    deviation: bool
    severity: Severity
    beneath: Status | None


@dataclass(frozen=True, slots=True)
class EventName:
    """An event type that would settle or change the verdict."""

    type: str
    label: Text


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that an officer needs to follow a verdict without asking anybody."""

    obligation: str
    norm: NormRef
    bearers: tuple[Text, ...]
    counterparties: tuple[Text, ...]
    trigger: FactRef
    #: The event that day 0 comes from, where the trigger is another one.
    counted_from: EventName | None
    verdict: VerdictData
    limit: LimitData | None
    reasons: tuple[Reason, ...]
    evidence: tuple[FactRef, ...]
    #: The waiver or the excuse that covers the verdict.
    release: FactRef | None
    awaited: tuple[EventName, ...]
    next_check: datetime | None
    notes: tuple[Note, ...]

    def data(self) -> dict[str, Json]:
        """Return the explanation as JSON can hold it: texts as ``{en, ka}``, instants as ISO 8601."""
        plain = as_json(self)
        assert isinstance(plain, dict)
        return plain


def explain(obligation: Obligation, law: LawBook | None = None) -> Explanation:
    """Explain the verdict on an obligation; ``law`` is the book that it was judged by."""
    law = law or load_law()
    provision, verdict = obligation.norm.provision, obligation.verdict
    release = next(
        (fact for fact in verdict.evidence if isinstance(fact.data, WaiverGranted | ExcuseAccepted)), None
    )
    return Explanation(
        obligation=obligation.id,
        norm=_norm(provision, law),
        bearers=provision.bearers,
        counterparties=provision.counterparties,
        trigger=fact_ref(obligation.trigger),
        counted_from=_counted_from(obligation),
        verdict=VerdictData(
            verdict.status,
            Text(label(verdict.status, Language.EN), label(verdict.status, Language.KA)),
            verdict.contested,
            obligation.is_deviation,
            obligation.severity,
            verdict.beneath,
        ),
        limit=_limit(verdict.limit, verdict.window),
        reasons=verdict.reasons,
        evidence=tuple(fact_ref(fact) for fact in verdict.evidence),
        release=fact_ref(release) if release else None,
        awaited=tuple(_event(name) for name in verdict.awaited),
        next_check=verdict.next_check,
        notes=tuple(_notes(obligation, law)),
    )


def _notes(obligation: Obligation, law: LawBook) -> Iterator[Note]:
    """Yield the readings that the verdict depends on; that of an analogy only where the case rests on it."""
    provision = obligation.norm.provision
    by_analogy = any(why.key == "by_analogy" for why in obligation.verdict.reasons)
    for key in provision.notes:
        if key in law.notes and (by_analogy or key != provision.analogy_note):
            yield law.notes[key]


def fact_ref(fact: Fact) -> FactRef:
    """Point to a fact, with the local time in Tbilisi."""
    return FactRef(
        fact.type,
        Text(*fact.data.LABEL),
        fact.position,
        fact.version,
        fact.source,
        fact.event_id,
        fact.occurred_at,
        fact.occurred_at.astimezone(TBILISI),
        TBILISI.key,
        fact.precision.value,
        fact.recorded_at,
    )


def _event(name: str) -> EventName:
    return EventName(name, Text(*CATALOGUE[name].LABEL))


def _counted_from(obligation: Obligation) -> EventName | None:
    counted = obligation.verdict.window is not None and obligation.trigger.type in _FROM_RECEIPT
    return _event(ApplicationReceived.TYPE) if counted else None


def _norm(provision: Provision, law: LawBook) -> NormRef:
    return NormRef(
        provision.id,
        provision.instrument,
        law.instruments[provision.instrument].edition,
        provision.citation,
        provision.title,
        provision.text,
        provision.kind,
        provision.force,
        provision.mark,
        provision.mark.verified,
        provision.in_force_from,
        provision.in_force_until,
        provision.source,
    )


def _limit(limit: TimeLimit | None, window: Window | None) -> LimitData | None:
    if limit is None or window is None:
        return None
    return LimitData(
        limit.count,
        limit.unit,
        limit.direction,
        tuple(_reading(reading, reading is window.proposed) for reading in window.readings),
        window.warn_at,
        window.breach_at,
        window.contested,
        window.editions,
    )


def _reading(reading: Reading, proposed: bool) -> ReadingData:
    where = ZONES[reading.zone]
    return ReadingData(
        reading.name,
        proposed,
        reading.rule,
        reading.calendars,
        reading.firm_days_off,
        reading.zone,
        where.key,
        reading.day_zero,
        reading.last_day,
        reading.cutoff,
        reading.cutoff.astimezone(where),
        reading.last_moment,
        tuple(_skipped(item) for item in reading.skipped),
        reading.also,
    )


def _skipped(item: Skipped) -> SkippedDay:
    return SkippedDay(item.day, item.calendar, item.kind, Text(item.name_en, item.name_ka))


def as_json(value: object) -> Json:
    """Turn the parts of an explanation into what JSON can hold."""
    if isinstance(value, Reason):
        return {"key": value.key, "values": {name: as_json(item) for name, item in value.values}}
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: as_json(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    if isinstance(value, Enum | date):
        return str(value.value) if isinstance(value, Enum) else value.isoformat()
    if value is None or isinstance(value, str | bool | int):
        return value
    raise TypeError(f"an explanation holds no {type(value).__name__}")
