"""Treaty work and cooperation as cases: who works under which mandate, and what is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from domain.cases.definition import NO_SUBJECT, CaseDefinition, CaseStatus, CaseSubject, Gap
from domain.cases.gaps import contradictions, missing
from domain.cases.progress import Step, Steps, evolve
from domain.events.mandates import (
    CooperationRecorded,
    CoordinationStepTaken,
    OpinionStage,
    TreatyDraftReviewed,
    TreatyOpinionStageReached,
    TreatyWorkRegistered,
    UndertakingPerformed,
)
from domain.facts import Fact
from domain.law.history import History
from domain.law.judge import Obligation
from domain.law.mandates.resolving import unmandated
from domain.law.provision import Text
from domain.law.verdict import reason
from domain.law.view import CaseView
from domain.law.zones import TBILISI, first_instant_after

LABELS: Final = {
    "empty": Text("Nothing effective recorded", "მოქმედი ჩანაწერი არ არის"),
    "registered": Text("Registered", "დარეგისტრირებულია"),
    "coordinating": Text("Being coordinated", "კოორდინაცია მიმდინარეობს"),
    "overdue": Text("Past its due day", "ვადა გასულია"),
    "performed": Text("Performed", "შესრულებულია"),
    "draft_reviewed": Text("Draft reviewed", "პროექტი განხილულია"),
    "opinion_prepared": Text("Opinion prepared", "დასკვნა მომზადებულია"),
    "opinion_adopted": Text("Opinion adopted", "დასკვნა მიღებულია"),
    "opinion_rejected": Text("Opinion not adopted", "დასკვნა არ იქნა მიღებული"),
}
FINAL: Final = frozenset({"performed", "opinion_adopted", "opinion_rejected"})
WAITING: Final = frozenset({"registered", "coordinating"})


def _opinion(fact: Fact) -> Step:
    assert isinstance(fact.data, TreatyOpinionStageReached)
    return Step(fact.data.stage.value, 3 if fact.data.stage is OpinionStage.PREPARED else 4)


START: Final = Step("empty", 0)
STEPS: Final[Steps] = {
    TreatyWorkRegistered: Step("registered", 1),
    CoordinationStepTaken: Step("coordinating", 2),
    TreatyDraftReviewed: Step("draft_reviewed", 3),
    TreatyOpinionStageReached: _opinion,
    UndertakingPerformed: Step("performed", 4),
}
PRESUPPOSES: Final = (
    (UndertakingPerformed, TreatyWorkRegistered),
    (TreatyOpinionStageReached, TreatyWorkRegistered),
    (TreatyDraftReviewed, TreatyWorkRegistered),
)


class TreatyCase(CaseDefinition):
    """Definition of the kind ``treaty``."""

    kind = "treaty"
    label = Text("Treaty work", "სახელშეკრულებო საქმე")

    def subject(self, history: History) -> CaseSubject:
        """Return what is asked for: an undertaking, a draft, an opinion."""
        work = _work(history)
        return NO_SUBJECT if work is None else CaseSubject(category=work.work.value)

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """The facts say how far the work has come; a due day that passes is told without a fact."""
        step, since = evolve(view.history.facts, STEPS, START)
        code, check = step.code, None
        work = _work(view.history)
        if code in WAITING and work is not None and work.due_on is not None:
            late_from = first_instant_after(work.due_on, TBILISI)
            if view.as_of < late_from:
                check = late_from
            else:
                code, since = "overdue", late_from
        return CaseStatus(code, LABELS[code], since, code in FINAL), check

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Contradictions, missing facts, and acts of an office without a mandate."""
        return (
            *contradictions(view, (TreatyWorkRegistered, UndertakingPerformed)),
            *missing(view, PRESUPPOSES),
            *_decided_unprepared(view),
            *unmandated(view),
        )


def _decided_unprepared(view: CaseView) -> Iterator[Gap]:
    """An opinion that was adopted or rejected had been prepared before."""
    stages = [
        (fact, fact.data.stage)
        for fact in view.history.all(TreatyOpinionStageReached)
        if isinstance(fact.data, TreatyOpinionStageReached)
    ]
    decided = tuple(fact for fact, stage in stages if stage is not OpinionStage.PREPARED)
    if decided and len(decided) == len(stages):
        yield Gap("opinion_not_prepared", reason("opinion_not_prepared"), decided)


class CooperationCase(CaseDefinition):
    """Definition of the kind ``cooperation``."""

    kind = "cooperation"
    label = Text("Cooperation", "თანამშრომლობა")
    RECORDED: Final = Text("Recorded", "აღრიცხულია")

    def subject(self, history: History) -> CaseSubject:
        """Return the field, and the foreign State where there is one."""
        fact = history.first(CooperationRecorded)
        if fact is None or not isinstance(fact.data, CooperationRecorded):
            return NO_SUBJECT
        return CaseSubject(fact.data.country, fact.data.field.value)

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """Cooperation goes on for as long as it is recorded."""
        facts = view.history.facts
        if not facts:
            return CaseStatus("empty", LABELS["empty"], None), None
        return CaseStatus("recorded", self.RECORDED, facts[0].occurred_at), None

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Acts of an office without a mandate."""
        return tuple(unmandated(view))


def _work(history: History) -> TreatyWorkRegistered | None:
    fact = history.first(TreatyWorkRegistered)
    return fact.data if fact is not None and isinstance(fact.data, TreatyWorkRegistered) else None
