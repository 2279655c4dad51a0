"""The forms of the decree's norms. Each is bound to an item of the programme and judges it; the plan asks it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from domain.events import EventData
from domain.events.ledger import ProvisionAttested
from domain.events.state_protocol.preparing import ItemOmitted
from domain.events.state_protocol.programme import ProgrammeItemScheduled
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.visits import Condition, in_scope, visit_of
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.history import History
from domain.law.provision import Provision
from domain.law.templates import attested, breached, fulfilled, pending, perform_by, undetermined
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView

#: Judges a provision for one item of the programme; None where it does not apply.
Judge = Callable[[CaseView, Occasion, Provision], Verdict | None]
#: Finds the instant to which a time limit runs; None while it is not known.
Anchor = Callable[[CaseView, Occasion], datetime | None]


@dataclass(frozen=True, slots=True)
class Tap:
    """What an officer records with one tap: the event type and its payload."""

    type: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What a provision asks of an item of the programme. Subclasses say how it is judged."""

    activity: Activity
    #: The provision applies only where this holds.
    when: Condition | None = None
    #: Further items that it speaks to, such as the farewell beside the greeting.
    also: tuple[Activity, ...] = ()
    #: It is done once the item is over (taking leave), so that it is missing only at the end of the case.
    afterwards: bool = False

    def occasions(self, history: History) -> Sequence[Occasion]:
        """Return each item of the programme that the provision speaks to."""
        programme = programme_of(history)
        if not self.also:
            return programme.of(self.activity)
        return [item for activity in (self.activity, *self.also) for item in programme.of(activity)]

    def triggers(self, case: CaseView) -> Sequence[Fact]:
        """Return the fact that stands for each item."""
        return [occasion.trigger for occasion in self.occasions(case.history)]

    def __call__(self, case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
        """Judge the item that a trigger stands for."""
        occasion = self.occasion(case, trigger)
        if occasion is None or not in_scope(case, law):
            return None
        return by_analogy(case, law, self.decide(case, occasion, law))

    def decide(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge an item, whatever category and rank the provision names."""
        if self.when is not None and not self.when(case, occasion):
            return None
        return self.judge(case, replace(occasion, ended=None) if self.afterwards else occasion, law)

    def occasion(self, case: CaseView, trigger: Fact) -> Occasion | None:
        """Return the item that a trigger stands for."""
        items = programme_of(case.history).by_trigger
        if not self.also:
            return items.get((trigger.position, self.activity))
        found = (items.get((trigger.position, activity)) for activity in (self.activity, *self.also))
        return next((item for item in found if item is not None), None)

    def governs(self, case: CaseView, trigger: Fact) -> date:
        """Return the day of the item, which may lie long after its trigger: the law of that day is asked."""
        occasion = self.occasion(case, trigger)
        at = occasion.start if occasion is not None else None
        return case.day(at or trigger.occurred_at)

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge an item to which the provision applies."""
        raise NotImplementedError

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the events that would perform the duty; none where only an officer's word can."""
        return ()

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return when the plan expects it, where no time limit says so; what follows the item, at its end."""
        return (closing(case, occasion) if self.afterwards else None) or occasion.start


def by_analogy(case: CaseView, law: Provision, verdict: Verdict | None) -> Verdict | None:
    """Say where a verdict rests on the reading that extends the provision to the category of the visit."""
    visit = visit_of(case) if law.scope.by_analogy else None
    if verdict is None or visit is None or visit.category.value not in law.scope.by_analogy:
        return verdict
    return replace(verdict, reasons=(*verdict.reasons, reason("by_analogy", category=visit.category.value)))


def item_over(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the item ended, also for a duty that falls due only afterwards; None while it has not."""
    ends = [
        item.ended.occurred_at
        for item in programme_of(case.history).of(occasion.activity)
        if item.item == occasion.item and item.ended is not None
    ]
    return ends[0] if ends else None


def closing(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the item ended, failing that when it is to end; None where nothing tells."""
    return item_over(case, occasion) or occasion.planned_end


def omission(case: CaseView, occasion: Occasion, law: Provision) -> Fact | None:
    """Return the fact by which an officer vouched that what the provision asks for was not done."""
    return next(
        (
            fact
            for fact in case.history.all(ItemOmitted)
            if isinstance(fact.data, ItemOmitted)
            and fact.data.provision == law.id
            and fact.data.activity in (None, occasion.activity)
            and (fact.data.item or "") in ("", occasion.item)
            and occasion.concerns(fact.data)
        ),
        None,
    )


def unmet(case: CaseView, occasion: Occasion, law: Provision, awaits: type[EventData]) -> Verdict:
    """Judge a duty for which nothing was recorded: open, fallen away, vouched as not done, or missing at the end."""
    if (left := omission(case, occasion, law)) is not None:
        assert isinstance(left.data, ItemOmitted)
        return breached(left, why=reason("omitted", ground=left.data.reason))
    if occasion.cancelled is not None:
        return Verdict(Status.DISCHARGED, evidence=(occasion.cancelled,), reasons=(reason("called_off"),))
    if occasion.over is not None:
        why = reason("not_recorded", events=(awaits.TYPE,), activity=occasion.activity.value)
        return replace(breached(occasion.over, why=why), awaited=(awaits.TYPE,))
    return pending(awaited=(awaits,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks(Duty):
    """A fact must be there and say what is wanted (configuration, step, notice, service)."""

    wanted: Wanted

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Fulfilled by the first fact that says all of it; breached by one that says otherwise."""
        found = self.wanted.candidates(case, occasion, law)
        if not found:
            return unmet(case, occasion, law, self.wanted.model)
        return said_in_all(self.wanted, found, case, law)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the event that is wanted."""
        return (Tap(self.wanted.model.TYPE, self.wanted.example(occasion, law)),)


def said_in_all(wanted: Wanted, found: Sequence[Fact], case: CaseView, law: Provision) -> Verdict:
    """Judge facts by what they say, be it one of them or several together."""
    together = wanted.jointly(found, case, law)
    return fulfilled(*together) if together else said(wanted, found, case, law)


def said(wanted: Wanted, found: Sequence[Fact], case: CaseView, law: Provision) -> Verdict:
    """Judge facts by what they say.

    A member that is not stated, or an office of which the register holds nothing on the day, leaves the verdict
    undetermined; an office that rests on general knowledge calls for a review.
    """
    last: Verdict | None = None
    for fact in found:
        short = wanted.shortfalls(fact, case, law)
        if not short:
            return fulfilled(fact)
        if last is None or last.status is not Status.BREACHED:
            last = _falls_short(fact, short)
    assert last is not None
    return last


def _falls_short(fact: Fact, short: tuple[Reason, ...]) -> Verdict:
    keys = {why.key for why in short}
    if keys <= {"not_stated", "members_unregistered"}:
        return Verdict(Status.UNDETERMINED, evidence=(fact,), reasons=short)
    verdict = Verdict(Status.BREACHED, evidence=(fact,), reasons=short)
    if keys <= {"not_stated", "members_unregistered", "register_general"}:
        return verdict.under(Status.REVIEW)
    return verdict


def start(_case: CaseView, occasion: Occasion) -> datetime | None:
    """Return the beginning of the item: the actual one, failing that the planned one."""
    return occasion.start


@dataclass(frozen=True, slots=True, kw_only=True)
class InTime(Asks):
    """A fact must be there by a time limit that runs to, or from, an anchor.

    Before the anchor has happened it is taken from the plan; then what happened counts. A limit in minutes or
    hours that has run out by the plan stays open until the anchor itself is recorded (the aircraft may be late);
    an act that was in time by the plan and late only because the aircraft came early is excused (note-7).
    """

    anchor: Anchor = start
    #: The anchor by the plan, where it differs from the planned start of the item.
    planned: Anchor | None = None
    #: Where several persons have to come, the last of them counts.
    everyone: bool = False

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge what must be done by the limit, and what it must say."""
        found = self.wanted.candidates(case, occasion, law)
        fit = self.wanted.fitting(found, case, law)
        wrong = [fact for fact in found if fact not in fit]
        if wrong and (self.everyone or not fit):
            return said(self.wanted, wrong, case, law)
        at = self.anchor(case, occasion)
        if at is None:
            return self._without_anchor(case, occasion, law, fit)
        done = self.performing(case, fit)
        if done is None and (occasion.cancelled is not None or omission(case, occasion, law) is not None):
            return unmet(case, occasion, law, self.wanted.model)
        verdict = perform_by(case, law, at, done, awaits=self.wanted.model)
        return _until(case, at, self._by_the_plan(case, occasion, law, verdict, at))

    def performing(self, case: CaseView, fit: Sequence[Fact]) -> Fact | None:
        """Return the fact that performs the duty among those that say what is wanted; None while none does."""
        return fit[-1 if self.everyone else 0] if fit else None

    def _without_anchor(
        self, case: CaseView, occasion: Occasion, law: Provision, fit: Sequence[Fact]
    ) -> Verdict:
        if fit:
            why = reason("anchor_unknown")
            return undetermined(*fit[:1], why=why, awaited=(ProgrammeItemScheduled,))
        return unmet(case, occasion, law, self.wanted.model)

    def _by_the_plan(
        self, case: CaseView, occasion: Occasion, law: Provision, verdict: Verdict, at: datetime
    ) -> Verdict:
        assert law.limit is not None
        if law.limit.unit not in ("minute", "hour"):
            return verdict
        planned = self.planned(case, occasion) if self.planned else occasion.planned_start
        happened = planned is None or at != planned or bool(occasion.starts) or occasion.over is not None
        if verdict.status is Status.BREACHED and not happened:
            why = reason("awaits_the_anchor")
            return replace(verdict, status=Status.PENDING, reasons=(*verdict.reasons, why), contested=True)
        if verdict.status is Status.FULFILLED_LATE and planned is not None and at < planned:
            by_plan = perform_by(case, law, planned, verdict.evidence[0], awaits=self.wanted.model)
            if by_plan.status is Status.FULFILLED:
                return verdict.under(Status.EXCUSED, reason("came_early", planned=planned, actual=at))
        return verdict

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return None: the time limit says when."""
        return None


def _until(case: CaseView, at: datetime, verdict: Verdict) -> Verdict:
    """Have the verdict looked at again when the time of the anchor comes: until then it is only a plan."""
    if at <= case.as_of or (verdict.next_check is not None and verdict.next_check <= at):
        return verdict
    return replace(verdict, next_check=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbids(Duty):
    """A fact of this description must not be there."""

    wanted: Wanted

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached by the first such fact; else it holds until the item is over."""
        found = self.wanted.candidates(case, occasion, law)
        if found:
            return breached(found[0], why=reason("forbidden", events=(found[0].type,)))
        return kept_so_far(occasion)


def kept_so_far(occasion: Occasion) -> Verdict:
    """Nothing forbidden was recorded: holding, and fulfilled once the item is over."""
    if occasion.cancelled is not None:
        return Verdict(Status.DISCHARGED, evidence=(occasion.cancelled,), reasons=(reason("called_off"),))
    if occasion.over is not None:
        return fulfilled(occasion.over, why=reason("nothing_forbidden"))
    return Verdict(Status.HOLDING, reasons=(reason("nothing_forbidden"),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Permits(Duty):
    """Something may be done: shown as used, or as not used."""

    wanted: Wanted

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Fulfilled where use was made of it; otherwise it does not ask for anything."""
        found = self.wanted.candidates(case, occasion, law)
        if found:
            return fulfilled(found[0], why=reason("permission_used"))
        return Verdict(Status.NOT_APPLICABLE, reasons=(reason("permission_unused"),))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the event by which use is made of it."""
        return (Tap(self.wanted.model.TYPE, self.wanted.example(occasion, law)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attests(Duty):
    """An officer vouches that it was kept."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Return what the last attestation says; an omission counts as one."""
        if omission(case, occasion, law) is not None or occasion.cancelled is not None:
            return unmet(case, occasion, law, ProvisionAttested)
        return attested(case, law)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the attestation that it was kept; the attesting office is added by whoever records it."""
        return (Tap(ProvisionAttested.TYPE, {"provision": law.id, "outcome": "kept"}),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Special(Duty):
    """A norm that fits no form: its own function, bound to an item of the programme."""

    judged_by: Judge
    records: Callable[[CaseView, Occasion, Provision], tuple[Tap, ...]] | None = None
    due: Callable[[CaseView, Occasion, Provision], datetime | None] | None = None
    #: What it records has to be there before that time, without a number, while this holds.
    ahead: Condition | None = None

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Ask the function."""
        return self.judged_by(case, occasion, law)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Ask the function that says what to record, if there is one."""
        return self.records(case, occasion, law) if self.records else ()

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Ask the function that says when, if there is one."""
        return self.due(case, occasion, law) if self.due else occasion.start


def before(minutes: int, anchor: Anchor = start) -> Anchor:
    """Return the anchor moved forward in time to that many minutes earlier; for the plan's order only."""

    def earlier(case: CaseView, occasion: Occasion) -> datetime | None:
        at = anchor(case, occasion)
        return None if at is None else at - timedelta(minutes=minutes)

    return earlier


__all__ = [
    "Anchor",
    "Asks",
    "Attests",
    "Duty",
    "Forbids",
    "InTime",
    "Judge",
    "Permits",
    "Special",
    "Tap",
    "before",
    "closing",
    "item_over",
    "kept_so_far",
    "omission",
    "said",
    "said_in_all",
    "start",
    "unmet",
]
