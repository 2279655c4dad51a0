"""The eight tasks of the department."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from domain.events.base import EventData
from domain.events.mandates import (
    CooperationField,
    CooperationRecorded,
    CoordinationStepTaken,
    Counterpart,
    OpinionStage,
    TreatyDraftReviewed,
    TreatyOpinionStageReached,
    TreatyWork,
    TreatyWorkRegistered,
    UndertakingPerformed,
)
from domain.events.state_protocol.preparing import MaterialDelivered, MaterialPrepared
from domain.events.state_protocol.things import Material
from domain.facts import Fact
from domain.law.norm import Check, RuleSet
from domain.law.provision import LimitSpec, Provision
from domain.law.templates import attested, breached, pending, perform_by
from domain.law.verdict import DEVIATIONS, Status, Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()

#: A due day that was set for the work ends at midnight in Tbilisi.
DUE: Final = LimitSpec(count=0, unit="calendar_day", zone="georgia")
_ORGANISATION, _STATE, _MISSION, _BODIES = (
    Counterpart.ORGANISATION,
    Counterpart.FOREIGN_STATE,
    Counterpart.GEORGIAN_MISSION,
    Counterpart.GEORGIAN_BODIES,
)
#: Task to the field and the counterparts that it speaks of; without counterparts it speaks of all.
COOPERATION: Final[Mapping[str, tuple[CooperationField, frozenset[Counterpart]]]] = {
    "task-1": (CooperationField.NATO_INTEGRATION, frozenset()),
    "task-2": (CooperationField.EURO_ATLANTIC, frozenset()),
    "task-3.1": (CooperationField.DEFENCE_ORGANISATIONS, frozenset({_ORGANISATION, _MISSION})),
    "task-3.2": (CooperationField.DEFENCE_ORGANISATIONS, frozenset({_BODIES})),
    "task-4.1": (CooperationField.ACCREDITED_MISSIONS, frozenset({_ORGANISATION, _STATE, _MISSION})),
    "task-4.2": (CooperationField.ACCREDITED_MISSIONS, frozenset({_BODIES})),
    "task-5.1": (CooperationField.NEW_THREATS, frozenset({_ORGANISATION})),
    "task-5.2": (CooperationField.NEW_THREATS, frozenset({_STATE})),
    "task-5.3": (CooperationField.NEW_THREATS, frozenset({_BODIES})),
}


def _cooperation(field: CooperationField, counterparts: frozenset[Counterpart]) -> Check:
    def vouched_for(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
        data = trigger.data
        assert isinstance(data, CooperationRecorded)
        if data.field is not field or (counterparts and data.counterpart not in counterparts):
            return None
        return attested(case, law, trigger)

    return vouched_for


for _task, (_field, _counterparts) in COOPERATION.items():
    rules.norm(f"mfa-dept/{_task}", CooperationRecorded)(_cooperation(_field, _counterparts))


@rules.norm("mfa-dept/task-6", TreatyWorkRegistered)
def undertakings_are_coordinated(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Task 6: an officer vouches that the performance of an undertaking was coordinated.

    Where a day was set for the undertaking, it is due on that day; that the day passed is said, and whether the
    coordination failed stays for an officer to say.
    """
    if _work(trigger) is not TreatyWork.UNDERTAKING:
        return None
    return _with_due_day(case, trigger, law, UndertakingPerformed)


@rules.norm("mfa-dept/task-7.1", TreatyWorkRegistered)
def takes_part_in_drafting(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Task 7: an officer vouches for the part taken in working out a treaty."""
    if _work(trigger) is not TreatyWork.DRAFTING:
        return None
    return _with_due_day(case, trigger, law, TreatyDraftReviewed)


@rules.norm("mfa-dept/task-7.2", TreatyWorkRegistered)
def opinion_after_consultation(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Task 7: an opinion on ratification or denunciation, after the bodies concerned were consulted.

    The text sets no time; where a day was set for the opinion, it is due on that day.
    """
    data = trigger.data
    assert isinstance(data, TreatyWorkRegistered)
    if data.work not in (TreatyWork.RATIFICATION, TreatyWork.DENUNCIATION):
        return None
    opinion = _opinion(case)
    if opinion is None and data.due_on is None:
        return pending(awaited=(TreatyOpinionStageReached,))
    verdict = (
        perform_by(case, law, data.due_on, opinion, awaits=TreatyOpinionStageReached, spec=DUE)
        if data.due_on is not None
        else Verdict(Status.FULFILLED, evidence=(opinion,) if opinion else ())
    )
    consulted = _consultation(case)
    if opinion is not None and (consulted is None or consulted.occurred_at > opinion.occurred_at):
        unconsulted = breached(opinion, why=reason("not_consulted"))
        return replace(verdict, status=Status.BREACHED, reasons=(*verdict.reasons, *unconsulted.reasons))
    return replace(verdict, evidence=(*verdict.evidence, consulted)) if opinion and consulted else verdict


def _with_due_day(case: CaseView, trigger: Fact, law: Provision, awaits: type[EventData]) -> Verdict:
    verdict, data = attested(case, law), trigger.data
    assert isinstance(data, TreatyWorkRegistered)
    if verdict.status is not Status.PENDING or data.due_on is None:
        return verdict
    done = case.history.first(awaits)
    timed = perform_by(case, law, data.due_on, done, awaits=awaits, spec=DUE)
    awaited = (*timed.awaited, *verdict.awaited)
    if done is not None:
        late = (reason("performed_after_due_day", day=data.due_on),) if timed.status in DEVIATIONS else ()
        return replace(verdict, evidence=(done,), reasons=(*verdict.reasons, *late))
    past = (reason("due_day_passed", day=data.due_on),) if timed.status in DEVIATIONS else ()
    return replace(
        timed, status=Status.PENDING, awaited=awaited, reasons=(*verdict.reasons, *timed.reasons, *past)
    )


def _work(trigger: Fact) -> TreatyWork:
    assert isinstance(trigger.data, TreatyWorkRegistered)
    return trigger.data.work


def _opinion(case: CaseView) -> Fact | None:
    return next(
        (
            fact
            for fact in case.history.all(TreatyOpinionStageReached)
            if isinstance(fact.data, TreatyOpinionStageReached) and fact.data.stage is OpinionStage.PREPARED
        ),
        None,
    )


def _consultation(case: CaseView) -> Fact | None:
    return next(
        (
            fact
            for fact in case.history.all(CoordinationStepTaken)
            if isinstance(fact.data, CoordinationStepTaken) and fact.data.consulted
        ),
        None,
    )


@rules.norm("mfa-dept/task-8", MaterialPrepared, MaterialDelivered, kinds=("reception", "outgoing"))
def talking_points_hold_defence_and_security(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Task 8: an officer vouches for the chapter; a chapter that was never given shows as a gap of the case."""
    data = trigger.data
    assert isinstance(data, MaterialPrepared | MaterialDelivered)
    first = next(
        fact
        for fact in case.history.all(MaterialPrepared, MaterialDelivered)
        if getattr(fact.data, "material", None) is data.material
    )
    if data.material is not Material.TALKING_POINTS or trigger is not first:
        return None
    return attested(case, law)
