"""Decree, Art. 2: dates are agreed in advance; days off, holidays and nights lower the level."""

from __future__ import annotations

from datetime import datetime

from domain.events.ledger import ProvisionAttested
from domain.events.state_protocol.preparing import AgreementReached, DecisionTaken
from domain.events.state_protocol.programme import ProgrammeItemScheduled
from domain.events.state_protocol.things import Subject
from domain.events.state_protocol.vocabulary import Activity
from domain.law.calendars import OutsideCalendar
from domain.law.decree_386.forms.beforehand import Beforehand, begun
from domain.law.decree_386.forms.duties import Special, Tap
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.decree_386.hours import OffHours, decided_for, off_hours
from domain.law.provision import Provision
from domain.law.templates import attested, not_applicable, pending, undetermined, unknown_days
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView

rules = DecreeRules("visit")


def _arrival(case: CaseView, _occasion: Occasion) -> datetime | None:
    arrival = programme_of(case.history).sole(Activity.ARRIVAL)
    return begun(case, arrival) if arrival is not None else None


rules.duty(
    "2.1",
    Beforehand(
        activity=Activity.VISIT,
        wanted=Wanted(AgreementReached, where={"subject": Subject.VISIT_CHARACTER_AND_DATES}),
        until=_arrival,
    ),
)


def level(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """Say whether the time of an arrival or departure lowers the level, and await the decision (note-5)."""
    if any(
        isinstance(fact.data, ProvisionAttested) and fact.data.provision == law.id
        for fact in case.history.all(ProvisionAttested)
    ):
        return attested(case, law)
    if occasion.cancelled is not None:
        return Verdict(Status.DISCHARGED, evidence=(occasion.cancelled,), reasons=(reason("called_off"),))
    at = occasion.start
    if at is None:
        return pending(awaited=(ProgrammeItemScheduled,))
    try:
        found = off_hours(case, occasion, law)
    except OutsideCalendar as unknown:
        return undetermined(why=unknown_days(unknown))
    return _level_at(case, occasion, at, found)


def _level_at(case: CaseView, occasion: Occasion, at: datetime, found: OffHours) -> Verdict:
    decided = tuple(decided_for(case, occasion)[:1])
    if not found.grounds:
        if decided:
            return not_applicable(*decided, why=reason("level_lowered_without_ground", at=at))
        return not_applicable(why=reason("within_ordinary_hours", at=at))
    reasons: tuple[Reason, ...] = (reason("outside_ordinary_hours", at=at, grounds=found.grounds),)
    awaited: tuple[str, ...] = ()
    if decided:
        status, reasons = Status.FULFILLED, (*reasons, reason("level_lowered", grounds=found.grounds))
    elif occasion.over is not None:
        status, reasons = Status.NOT_APPLICABLE, (*reasons, reason("level_kept"))
    else:
        status, awaited = Status.PENDING, (DecisionTaken.TYPE,)
    return Verdict(status, evidence=decided, reasons=reasons, awaited=awaited, contested=found.contested)


def _decide(case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
    try:
        lowered = bool(off_hours(case, occasion, law).grounds)
    except OutsideCalendar:
        lowered = False
    data = {"subject": Subject.LOWERED_LEVEL.value, "activity": occasion.activity.value}
    return (Tap(DecisionTaken.TYPE, data),) if lowered else ()


rules.duty(
    "2.2",
    Special(activity=Activity.ARRIVAL, also=(Activity.DEPARTURE,), judged_by=level, records=_decide),
)
