"""Entry into force (protocol, Art. 15(1)), for the protocol and for what amends it.

"The first day of the second month" from the notices is read in two ways (note-30): in months rolling from the
last notice, and in calendar months. Neither comes before the day on which the joint committee was notified.
The recorded day must be one of the two; it is shown beside both and never replaced by a computed one.
"""

from __future__ import annotations

from datetime import date

from domain.events.register import CompletionNoticeSent, EnteredIntoForce, JointCommitteeNotified
from domain.facts import Fact
from domain.law.history import Missing
from domain.law.templates import breached, pending
from domain.law.timelimit import add_months, first_day_of_month_after
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView

PROTOCOL = "protocol-ro"
PARTIES = ("GE", "RO")
_OF_AN_INSTRUMENT = (CompletionNoticeSent, EnteredIntoForce, JointCommitteeNotified)


def enters_into_force(case: CaseView, instrument: str) -> Verdict:
    """Hold the recorded day against both readings; raises Missing where a premise was not recorded."""
    entry = first_of(case, EnteredIntoForce, instrument)
    notices = [_notice(case, instrument, state) for state in PARTIES]
    committee = first_of(case, JointCommitteeNotified, instrument)
    known = [fact for fact in (*notices, committee) if fact is not None]
    if len(known) < len(notices) + 1:
        if entry is not None:
            raise Missing(CompletionNoticeSent if None in notices else JointCommitteeNotified)
        awaited = [CompletionNoticeSent] if None in notices else [JointCommitteeNotified]
        return pending(awaited=(*awaited, EnteredIntoForce), why=reason("entry_awaited"))
    readings = _readings(case, known)
    if entry is None:
        return pending(awaited=(EnteredIntoForce,), why=_why(readings, None))
    assert isinstance(entry.data, EnteredIntoForce)
    why = _why(readings, entry.data.on)
    if entry.data.on not in readings:
        return breached(entry, *known, why=why)
    contested = readings[0] != readings[1]
    return Verdict(Status.FULFILLED, evidence=(entry, *known), reasons=(why,), contested=contested)


def first_of(
    case: CaseView,
    model: type[EnteredIntoForce | JointCommitteeNotified | CompletionNoticeSent],
    instrument: str,
) -> Fact | None:
    """Return the earliest fact of a type about an instrument, or None."""
    return next((fact for fact in case.history.all(model) if _about(fact, instrument)), None)


def _about(fact: Fact, instrument: str) -> bool:
    return isinstance(fact.data, _OF_AN_INSTRUMENT) and fact.data.instrument == instrument


def _notice(case: CaseView, instrument: str, state: str) -> Fact | None:
    return next(
        (
            fact
            for fact in case.history.all(CompletionNoticeSent)
            if _about(fact, instrument)
            and isinstance(fact.data, CompletionNoticeSent)
            and fact.data.party == state
        ),
        None,
    )


def _readings(case: CaseView, known: list[Fact]) -> tuple[date, date]:
    """The day in rolling months and the day in calendar months, neither before the committee was notified."""
    *notices, committee = known
    last = max(case.day(fact.occurred_at) for fact in notices)
    floor = case.day(committee.occurred_at)
    return max(add_months(last, 1), floor), max(first_day_of_month_after(last, 2), floor)


def _why(readings: tuple[date, date], recorded: date | None) -> Reason:
    return reason("entry_into_force", rolling=readings[0], calendar=readings[1], recorded=recorded)
