"""The organiser's plan of preparatory work and the programme (Art. 25(11)), and what the plan settles (Art. 25(12))."""

from __future__ import annotations

from dataclasses import dataclass

from domain.events.ledger import AttestedOutcome, ProvisionAttested
from domain.events.state_protocol.preparing import (
    PlanTaskAssigned,
    PlanTaskCompleted,
    PreparationPlanApproved,
)
from domain.events.state_protocol.things import PlanItem
from domain.events.state_protocol.vocabulary import VisitChannel
from domain.facts import Fact
from domain.law.decree_386.executing import Executes
from domain.law.decree_386.forms.duties import Duty, Tap, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.visits import visit_of
from domain.law.history import History, once
from domain.law.provision import Provision
from domain.law.templates import attested, breached, fulfilled, not_applicable, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView


def by_another_channel(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the guest comes through another channel than the diplomatic one."""
    visit = visit_of(case)
    return visit is not None and visit.channel not in (None, VisitChannel.DIPLOMATIC)


def by_the_usual_channel(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether the guest comes through the diplomatic channel, or none is stated."""
    return not by_another_channel(case, occasion)


@once
def planned_items(history: History) -> frozenset[PlanItem]:
    """Return the items that the plan settles, with all that was added to it."""
    return frozenset(
        item
        for fact in history.all(PreparationPlanApproved)
        if isinstance(fact.data, PreparationPlanApproved)
        for item in fact.data.items
    )


@once
def _completed(history: History) -> dict[PlanItem, Fact]:
    return {
        task: fact
        for fact in reversed(history.all(PlanTaskCompleted))
        if isinstance(fact.data, PlanTaskCompleted)
        for task in (fact.data.task, *fact.data.further)
    }


@once
def _not_needed(history: History) -> frozenset[str]:
    return frozenset(
        fact.data.provision
        for fact in history.all(ProvisionAttested)
        if isinstance(fact.data, ProvisionAttested) and fact.data.outcome is AttestedOutcome.NOT_APPLICABLE
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnUp(Executes):
    """The plan must be drawn up in advance; it settles every item of Art. 25(12)."""

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the approval of a plan that settles every item."""
        return (Tap(PreparationPlanApproved.TYPE, {"items": [item.value for item in PlanItem]}),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible(Executes):
    """For every task of the plan an official must be responsible in advance."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge by the last task that was given to somebody, and name those given to nobody."""
        verdict = Executes.judge(self, case, occasion, law)
        if verdict is None or verdict.status not in (Status.FULFILLED, Status.FULFILLED_LATE):
            return verdict
        missing = _unassigned(case.history)
        if not missing:
            return verdict
        begun = self.ahead_of(case, occasion) if self.ahead_of else None
        why = reason("tasks_unassigned", tasks=missing)
        if begun is None and occasion.over is None:
            return Verdict(Status.PENDING, reasons=(why,), awaited=(PlanTaskAssigned.TYPE,))
        return breached(*verdict.evidence, why=why)


def _unassigned(history: History) -> tuple[str, ...]:
    given = [fact.data for fact in history.all(PlanTaskAssigned) if isinstance(fact.data, PlanTaskAssigned)]
    if any(data.task is None for data in given):
        return ()
    assigned = {data.task for data in given}
    return tuple(item.value for item in PlanItem if item in planned_items(history) and item not in assigned)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled(Duty):
    """One part of the plan: it must stand in the plan, and be done."""

    task: PlanItem

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """A plan that is missing altogether is reported once, by Art. 25(11)."""
        if law.id in _not_needed(case.history):
            return attested(case, law)
        plans = case.history.all(PreparationPlanApproved)
        if not plans:
            return self._without_plan(case, occasion, law)
        items = planned_items(case.history)
        if not items:
            return undetermined(plans[0], why=reason("not_stated", what="items", wanted=(self.task.value,)))
        if self.task not in items:
            return breached(plans[0], why=reason("not_in_plan", task=self.task.value))
        done = _completed(case.history).get(self.task)
        if done is None:
            return unmet(case, occasion, law, PlanTaskCompleted)
        return fulfilled(plans[0], done, why=reason("planned_and_done", task=self.task.value))

    def _without_plan(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
        if occasion.over is None or occasion.cancelled is not None:
            return unmet(case, occasion, law, PreparationPlanApproved)
        local = "11.2" if by_another_channel(case, occasion) else "11.1"
        return not_applicable(occasion.over, why=reason("superseded", by=f"decree-386/art-25/{local}"))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return that the task was done."""
        return (Tap(PlanTaskCompleted.TYPE, {"task": self.task.value}),)
