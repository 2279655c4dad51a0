"""What the presentation of credentials asks for beyond the common forms: days, order, exceptions, the escort."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.events.state_protocol.conduct import CredentialsPresented, SpeechDelivered, StepTaken
from domain.events.state_protocol.preparing import AgreementReached, NoticeGiven
from domain.events.state_protocol.registering import AmbassadorNamed
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import Subject
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.ambassadors import OfEach, named
from domain.law.decree_386.forms.duties import Permits, Tap, before
from domain.law.decree_386.forms.every import Every
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.sequences import InOrderStep
from domain.law.provision import Provision
from domain.law.templates import breached, not_applicable
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView
from domain.law.zones import first_instant_after

CEREMONY = Activity.CREDENTIALS
TALK = Activity.CREDENTIALS_TALK
#: Where the plan puts what comes before the ceremony; the text gives no number of days.
DAY_BEFORE = before(24 * 60)


def at_the_meeting(case: CaseView, occasion: Occasion, fact: Fact) -> Reason | None:
    """The papers are handed over at the meeting with the minister."""
    calls = [
        item
        for item in case.history.all(StepTaken)
        if isinstance(item.data, StepTaken)
        and item.data.step is Step.AMBASSADOR_CALLS_ON_MINISTER
        and occasion.concerns(item.data)
    ]
    days = [case.day(call.occurred_at) for call in calls]
    if not days or case.day(fact.occurred_at) in days:
        return None
    return reason(
        "another_day",
        day=days[0],
        found=case.day(fact.occurred_at),
        what=Step.AMBASSADOR_CALLS_ON_MINISTER.value,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallCopy(OfEach):
    """The copy of the predecessor's letter of recall; the first ambassador of a State has no predecessor."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Ask for the copy unless there was nobody to recall."""
        known = named(case.history)
        who = known.get(occasion.about) if occasion.about is not None else None
        if who is not None and isinstance(who.data, AmbassadorNamed) and not who.data.has_predecessor:
            return not_applicable(who, why=reason("no_predecessor"))
        return OfEach.judge(self, case, occasion, law)


def after_agreement(case: CaseView, _occasion: Occasion, fact: Fact) -> Reason | None:
    """The embassy is told what was agreed, so the agreement comes first; whether there is one, 20(1) says before."""
    agreed = [
        item
        for item in case.history.all(AgreementReached)
        if isinstance(item.data, AgreementReached) and item.data.subject is Subject.CREDENTIALS_DATE
    ]
    if not agreed or agreed[0].occurred_at <= fact.occurred_at:
        return None
    return reason("turned_round", first=AgreementReached.TYPE, then=NoticeGiven.TYPE)


def on_the_set_day(case: CaseView, occasion: Occasion, fact: Fact) -> Reason | None:
    """The ambassador is fetched on the day of the ceremony."""
    at = occasion.start
    if at is None or case.day(at) == case.day(fact.occurred_at):
        return None
    day, found = case.day(at), case.day(fact.occurred_at)
    return reason("another_day", day=day, found=found, what=CEREMONY.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedOnTheDay(InOrderStep):
    """The ambassador is brought to the ceremony, on its day."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the step and its place, then its day."""
        verdict = InOrderStep.judge(self, case, occasion, law)
        if verdict is not None and verdict.status is Status.FULFILLED:
            why = on_the_set_day(case, occasion, verdict.evidence[0])
            return verdict if why is None else breached(verdict.evidence[0], why=why)
        return verdict


def day_of_the_talk(case: CaseView, occasion: Occasion) -> datetime | None:
    """The talk is waited for until the day of the ceremony is over, or the day for which it is planned."""
    talk = programme_of(case.history).sole(TALK)
    planned = talk.planned_start if talk is not None else None
    over = occasion.over.occurred_at if occasion.over is not None else None
    days = [case.day(at) for at in (planned, over) if at is not None]
    return None if over is None else first_instant_after(max(days), case.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class EscortOfTheColumn(Every):
    """One escort for each movement of the motorcade; another reading gives one to each ambassador (note-19)."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge each motorcade, and say so where the other reading would ask for more of them."""
        verdict = Every.judge(self, case, occasion, law)
        rode, ambassadors = self.wanted.candidates(case, occasion, law), len(named(case.history))
        if verdict is not None and verdict.status is Status.FULFILLED and len(rode) < ambassadors:
            why = reason("one_escort", motorcades=len(rode), ambassadors=ambassadors)
            return replace(verdict, reasons=(*verdict.reasons, why))
        return verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class SeveralTogether(Permits):
    """Several ambassadors may present together; use is made of it by the form under which the case is opened."""

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return nothing: the form is chosen before there is a run-sheet."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechToAll(InOrderStep):
    """The President speaks once every ambassador has handed over the credentials."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the step and its place, then compare it with the last of the presentations."""
        verdict = InOrderStep.judge(self, case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED:
            return verdict
        later = case.history.last(CredentialsPresented)
        if later is None or later.occurred_at <= verdict.evidence[0].occurred_at:
            return verdict
        why = reason("turned_round", first=CredentialsPresented.TYPE, then=SpeechDelivered.TYPE)
        return breached(verdict.evidence[0], later, why=why)
