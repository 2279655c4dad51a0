"""The forms that nearly all norms take. A rule calls one of these; what fits none has its own function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from pydantic import BaseModel

from domain.events import EventData
from domain.events.ledger import AttestedOutcome, ProvisionAttested
from domain.facts import Fact
from domain.law.calendars import OutsideCalendar
from domain.law.history import History, once
from domain.law.provision import LimitSpec, Provision, Role
from domain.law.states import GEORGIA
from domain.law.timelimit import ZONES, TimeLimit, Window
from domain.law.verdict import DEVIATIONS, Reason, Status, Verdict, reason
from domain.law.view import CaseView, Parties

#: States whose days off are held as data.
CALENDARS_HELD = frozenset({"GE", "RO"})


def fulfilled(*evidence: Fact, why: Reason | None = None) -> Verdict:
    """The duty was met."""
    return Verdict(Status.FULFILLED, evidence=evidence, reasons=(why,) if why else ())


def breached(*evidence: Fact, why: Reason) -> Verdict:
    """What was done, or left undone, is not what the provision asks for."""
    return Verdict(Status.BREACHED, evidence=evidence, reasons=(why,))


def undetermined(*evidence: Fact, why: Reason, awaited: Iterable[type[EventData]] = ()) -> Verdict:
    """Facts, calendar or reading are missing; the reason says which."""
    names = tuple(model.TYPE for model in awaited)
    return Verdict(Status.UNDETERMINED, evidence=evidence, reasons=(why,), awaited=names)


def pending(*, awaited: Iterable[type[EventData]], why: Reason | None = None) -> Verdict:
    """The duty is open and has no time limit."""
    names = tuple(model.TYPE for model in awaited)
    return Verdict(Status.PENDING, reasons=(why,) if why else (), awaited=names)


def not_applicable(*evidence: Fact, why: Reason) -> Verdict:
    """The norm looks at this trigger and does not bind it; the reason says why."""
    return Verdict(Status.NOT_APPLICABLE, evidence=evidence, reasons=(why,))


def required(*evidence: Fact, ok: bool, why: Reason) -> Verdict:
    """Fulfilled or breached by the content of a fact; the reason states what was found."""
    return Verdict(Status.FULFILLED if ok else Status.BREACHED, evidence=evidence, reasons=(why,))


def one_of(fact: Fact, found: str, allowed: Sequence[str], what: str) -> Verdict:
    """The value found must be among the allowed ones (channel, form, language, authority, place)."""
    status = Status.FULFILLED if found in allowed else Status.BREACHED
    why = Reason("one_of", (("what", what), ("found", found), ("allowed", tuple(allowed))))
    return Verdict(status, evidence=(fact,), reasons=(why,))


def lacking(what: str, wanted: Sequence[str], missing: Sequence[str]) -> Reason:
    """What is needed and what of it is not there; None stands for nothing."""
    return reason("lacking", what=what, wanted=tuple(wanted), missing=tuple(missing) or None)


def missing_of(part: BaseModel | None, fields: Sequence[str]) -> tuple[str, ...]:
    """Return which fields of a part of a message are not stated; all of them where the part is not there."""
    return tuple(name for name in fields if getattr(part, name, None) is None)


def stated(fact: Fact, wanted: Sequence[str], missing: Sequence[str]) -> Verdict:
    """A message must state certain fields; the reason names fields only, never what stands in them."""
    return required(fact, ok=not missing, why=lacking("fields", wanted, missing))


def states(fact: Fact, part: BaseModel | None, fields: Sequence[str]) -> Verdict:
    """A message, or a part of it, must state these fields."""
    return stated(fact, fields, missing_of(part, fields))


_UNATTESTED = pending(awaited=(ProvisionAttested,), why=reason("attestation_awaited"))


def attested(case: CaseView, law: Provision, trigger: Fact | None = None) -> Verdict:
    """A checklist item: an officer vouches for it; the last attestation counts.

    With a trigger that can recur, only attestations from it on count, and those made before it recurred first.
    """
    statements: Sequence[Fact] = _attestations(case.history).get(law.id, ())
    if trigger is not None and statements:
        statements = _about(case, trigger, statements)
    if not statements:
        return _UNATTESTED
    last = statements[-1]
    assert isinstance(last.data, ProvisionAttested)
    why = reason("attested", outcome=last.data.outcome.value, office=last.data.by)
    status = {
        AttestedOutcome.KEPT: Status.FULFILLED,
        AttestedOutcome.NOT_KEPT: Status.BREACHED,
        AttestedOutcome.NOT_APPLICABLE: Status.NOT_APPLICABLE,
    }[last.data.outcome]
    return Verdict(status, evidence=(last,), reasons=(why,))


@once
def _attestations(history: History) -> Mapping[str, Sequence[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in history.all(ProvisionAttested):
        assert isinstance(fact.data, ProvisionAttested)
        found.setdefault(fact.data.provision, []).append(fact)
    return found


def _about(case: CaseView, trigger: Fact, statements: Sequence[Fact]) -> list[Fact]:
    since = [fact for fact in statements if fact.occurred_at >= trigger.occurred_at]
    again = [fact for fact in case.history.all(type(trigger.data)) if fact.occurred_at > trigger.occurred_at]
    before = [fact for fact in since if not again or fact.occurred_at < again[0].occurred_at]
    return before or since


class CalendarNotHeld(ValueError):
    """The limit runs in working days of a State whose days off are not held as data."""

    def __init__(self, states: tuple[str, ...]) -> None:
        super().__init__(f"no days off are held for {', '.join(states)}; add its calendar")
        self.states = states


def _states(role: Role, parties: Parties | None) -> tuple[str, ...]:
    if role == "georgia":
        return (GEORGIA,)
    if parties is None:
        raise ValueError("a limit that counts the days of a side needs a case with two sides")
    if role == "both":
        return (parties.requested, parties.requesting)
    return (parties.requested if role == "requested" else parties.requesting,)


@lru_cache(maxsize=4096)
def resolve(spec: LimitSpec, parties: Parties | None) -> tuple[TimeLimit, tuple[str, ...]]:
    """Return the limit for these two States, and the States whose days off would matter but are not held.

    Raises CalendarNotHeld for a limit in working days of a State that has to act and whose calendar is not held.
    """
    zones = tuple(state for state in _states(spec.zone, parties) if state in ZONES)
    wanted = _states(spec.calendar, parties) if spec.calendar else ()
    held = tuple(state for state in wanted if state in CALENDARS_HELD)
    acting = _states(spec.zone, parties)[0]
    if spec.unit == "working_day" and (not held or (acting in wanted and acting not in held)):
        raise CalendarNotHeld((acting,) if acting in wanted else wanted)
    limit = TimeLimit(
        count=spec.count,
        unit=spec.unit,
        direction=spec.direction,
        zones=zones or ("GE",),
        calendars=held,
        roll=spec.roll if held else "never",
        clear_days=spec.clear_days,
        unqualified=spec.unqualified and bool(held),
        floor=spec.floor and bool(held),
    )
    return limit, tuple(state for state in wanted if state not in CALENDARS_HELD)


def unknown_days(cause: OutsideCalendar | CalendarNotHeld) -> Reason:
    """Return why the days of a limit cannot be counted."""
    if isinstance(cause, CalendarNotHeld):
        return reason("calendar_not_held", states=cause.states)
    return reason(
        "outside_calendar", calendar=cause.calendar, day=cause.day, first=cause.first, last=cause.last
    )


def window_of(
    case: CaseView, law: Provision, anchor: date | datetime, spec: LimitSpec | None = None
) -> tuple[TimeLimit, Window, tuple[Reason, ...]]:
    """Compute every reading of the provision's limit.

    Raises OutsideCalendar or CalendarNotHeld where the data ends.
    """
    spec = spec or law.limit
    if spec is None:
        raise ValueError(f"{law.id} has no time limit to compute")
    limit, unheld = resolve(spec, case.parties)
    notes = (reason("calendar_not_held", states=unheld),) if unheld else ()
    return limit, limit.window(anchor, case.calendars), notes


def perform_by(
    case: CaseView,
    law: Provision,
    anchor: date | datetime,
    done: Fact | None,
    *,
    awaits: type[EventData],
    at: datetime | None = None,
    dropped: Fact | None = None,
    spec: LimitSpec | None = None,
) -> Verdict:
    """Something must be done by a time limit, counted forwards or backwards from an anchor.

    ``done`` is the fact that performs the duty, ``at`` the instant that counts if it is not when the fact
    occurred, ``dropped`` the fact with which the duty fell away. A breach is asserted only after the latest
    reading; between the readings the verdict is contested.
    """
    spec = spec or law.limit
    try:
        limit, window, notes = window_of(case, law, anchor, spec)
    except (OutsideCalendar, CalendarNotHeld) as unknown:
        verdict = undetermined(why=unknown_days(unknown))
        if spec is not None and spec.unqualified:
            plain = replace(spec, unqualified=False, calendar=None)
            verdict = perform_by(case, law, anchor, done, awaits=awaits, at=at, dropped=dropped, spec=plain)
            verdict = _by_calendar_days(verdict, plain, unknown)
        return verdict
    if done is not None:
        moment = at or done.occurred_at
        contested = window.disputed_at(moment)
        status = Status.FULFILLED if moment < window.breach_at else Status.FULFILLED_LATE
        return Verdict(status, limit, window, (done,), notes, contested=contested, done_at=moment)
    if dropped is not None and dropped.occurred_at < window.breach_at:
        return Verdict(Status.DISCHARGED, limit, window, (dropped,), (*notes, reason("fell_away")))
    awaited = (awaits.TYPE,)
    if case.as_of < window.warn_at:
        return Verdict(Status.PENDING, limit, window, (), notes, awaited, next_check=window.warn_at)
    if case.as_of < window.breach_at:
        return Verdict(
            Status.PENDING, limit, window, (), notes, awaited, next_check=window.breach_at, contested=True
        )
    return Verdict(Status.BREACHED, limit, window, (), notes, awaited)


def _by_calendar_days(verdict: Verdict, spec: LimitSpec, cause: OutsideCalendar | CalendarNotHeld) -> Verdict:
    """Keep what calendar days alone decide, where the text does not say which days and working days are unknown.

    Counted backwards, working days end no later: what is late in calendar days is late in any. Counted
    forwards they end no earlier: what is late in calendar days may still be in time.
    """
    why = unknown_days(cause)
    if spec.direction == "after" and verdict.status in DEVIATIONS:
        return undetermined(*verdict.evidence, why=why)
    return replace(verdict, reasons=(*verdict.reasons, why))


def without_delay(
    case: CaseView,
    law: Provision,
    since: Fact,
    done: Fact | None,
    *,
    awaits: type[EventData],
    dropped: Fact | None = None,
) -> Verdict:
    """The word "immediately" has no number: after the alert limit a person has to look; it is never a breach by itself.

    The provision's limit is the alert that ships with the reading, not a limit of the text.
    """
    verdict = perform_by(case, law, since.occurred_at, done, awaits=awaits, dropped=dropped)
    if verdict.status in (Status.BREACHED, Status.FULFILLED_LATE):
        return verdict.under(Status.REVIEW, reason("no_number_in_text"))
    return verdict
