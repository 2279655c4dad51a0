"""The programme ledger as a case: where it stands, and what its facts cannot mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from domain.cases.definition import CaseDefinition, CaseStatus, Gap
from domain.cases.gaps import contradictions, missing
from domain.cases.programme_figures import ended, spent, started
from domain.cases.progress import Step, Steps, evolve
from domain.events.programmes import (
    DeliveryRecorded,
    ProgrammeRegistered,
    ProgrammeStage,
    ProgrammeStageReached,
    ProjectActivityStageReached,
    SpendingRecorded,
)
from domain.facts import Fact
from domain.law.judge import Obligation
from domain.law.mandates.resolving import unmandated
from domain.law.provision import Text
from domain.law.verdict import reason
from domain.law.view import CaseView

LABELS: Final = {
    "empty": Text("Nothing effective recorded", "მოქმედი ჩანაწერი არ არის"),
    "registered": Text("Registered", "დარეგისტრირებულია"),
    "running": Text("Running", "მიმდინარეობს"),
    "ended": Text("Ended", "დასრულდა"),
    "closed": Text("Closing report approved", "დასკვნითი ანგარიში დამტკიცებულია"),
}
_STAGES: Final = {
    ProgrammeStage.STARTED: Step("running", 2),
    ProgrammeStage.ENDED: Step("ended", 3),
    ProgrammeStage.REPORT_APPROVED: Step("closed", 4),
}


def _stage(fact: Fact) -> Step:
    assert isinstance(fact.data, ProgrammeStageReached)
    return _STAGES[fact.data.stage]


START: Final = Step("empty", 0)
STEPS: Final[Steps] = {ProgrammeRegistered: Step("registered", 1), ProgrammeStageReached: _stage}
NUMBERED: Final = (DeliveryRecorded, SpendingRecorded, ProjectActivityStageReached)


class ProgrammeCase(CaseDefinition):
    """Definition of the kind ``programme``."""

    kind = "programme"
    label = Text("Programme", "პროგრამა")

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """The facts alone say how far a programme has come."""
        step, since = evolve(view.history.facts, STEPS, START)
        return CaseStatus(step.code, LABELS[step.code], since, step.code == "closed"), None

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Activities that the programme does not have, money that does not fit, facts outside its time."""
        return (
            *contradictions(view, (ProgrammeRegistered,)),
            *missing(
                view, ((ProgrammeStageReached, ProgrammeRegistered), (DeliveryRecorded, ProgrammeRegistered))
            ),
            *_unknown_activities(view),
            *_money(view),
            *_outside_its_time(view),
            *unmandated(view),
        )


def _registered(view: CaseView) -> ProgrammeRegistered | None:
    fact = view.history.first(ProgrammeRegistered)
    return fact.data if fact is not None and isinstance(fact.data, ProgrammeRegistered) else None


def _unknown_activities(view: CaseView) -> Iterator[Gap]:
    programme = _registered(view)
    if programme is None:
        return
    for fact in view.history.all(*NUMBERED):
        number = getattr(fact.data, "number", None)
        if number is not None and number > programme.activities:
            why = reason("unknown_activity", number=number, last=programme.activities)
            yield Gap("unknown_activity", why, (fact,))


def _money(view: CaseView) -> Iterator[Gap]:
    programme = _registered(view)
    if programme is None:
        return
    budget = programme.budget
    for fact in view.history.all(SpendingRecorded):
        assert isinstance(fact.data, SpendingRecorded)
        if fact.data.amount.currency != budget.currency:
            why = reason("currency_differs", found=fact.data.amount.currency, wanted=budget.currency)
            yield Gap("currency_differs", why, (fact,))
    total = spent(view.history).get(budget.currency)
    if total is not None and total > budget.amount:
        why = reason(
            "overspent", spent=f"{total} {budget.currency}", budget=f"{budget.amount} {budget.currency}"
        )
        yield Gap("overspent", why, tuple(view.history.all(SpendingRecorded)[-1:]))


def _outside_its_time(view: CaseView) -> Iterator[Gap]:
    begun, end = started(view.history), ended(view.history)
    for fact in view.history.all(DeliveryRecorded, SpendingRecorded):
        early = begun is not None and fact.occurred_at < begun.occurred_at
        late = (
            end is not None and isinstance(fact.data, DeliveryRecorded) and fact.occurred_at > end.occurred_at
        )
        if early or late:
            yield Gap("outside_programme", reason("outside_programme", event=fact.type), (fact,))
