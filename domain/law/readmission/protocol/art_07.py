"""Protocol, Art. 7: interviews."""

from __future__ import annotations

from dataclasses import replace

from domain.events.parts import Decision
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationWithdrawn,
    DecisionAfterInterviewRequested,
    IntervieweeTransported,
    InterviewHeld,
    InterviewPlaceAgreed,
    InterviewPrevented,
    InterviewRequested,
    InterviewVenue,
    ReplySent,
)
from domain.facts import Fact
from domain.law.history import Missing
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.forms import agreed_beforehand, discharged, permission, superseded
from domain.law.readmission.protocol.replies import (
    ACCELERATED,
    INTERVIEW,
    LATE_INTERVIEW,
    accelerated,
    answered_in_time,
    consent_given,
    interview_owed,
    late_decision_asked,
    reply_set_by,
)
from domain.law.templates import not_applicable, one_of, pending, perform_by, undetermined
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()

ELSEWHERE = "protocol-ro/art-7/2.2"


@rules.norm("protocol-ro/art-7/1.1", InterviewRequested)
def the_mission_interviews_in_time(case: CaseView, request: Fact, law: Provision) -> Verdict | None:
    """Art. 7(1): within four days of the receipt of the application, where nationality cannot be shown otherwise."""
    data = request.data
    assert isinstance(data, InterviewRequested)
    if data.annex_documents_available or data.nationality_otherwise_established:
        ground = "annex_documents" if data.annex_documents_available else "nationality_established"
        return not_applicable(request, why=reason("interview_not_owed", ground=ground))
    if request is not interview_owed(case):
        return None
    if accelerated(case):
        return undetermined(request, why=reason("collision", by=ACCELERATED))
    received = case.history.need(ApplicationReceived)
    held = _interview(case)
    fell_away = case.history.first(ApplicationWithdrawn) or consent_given(case)
    verdict = perform_by(case, law, received.occurred_at, held, awaits=InterviewHeld, dropped=fell_away)
    verdict = replace(verdict, reasons=(*verdict.reasons, *_channel(held)))
    if verdict.window is None or verdict.status in (Status.FULFILLED, Status.DISCHARGED):
        return verdict
    too_late = request.occurred_at >= verdict.window.proposed.cutoff
    prevented = case.history.has(InterviewPrevented) and late_decision_asked(case) is not None
    return superseded(request, LATE_INTERVIEW) if too_late or prevented else verdict


def _channel(held: Fact | None) -> tuple[Reason, ...]:
    """The consular system, where it served: the programme on borders brought it (activity 9)."""
    if held is None or not isinstance(held.data, InterviewHeld) or held.data.through is None:
        return ()
    return (reason("held_through", system=held.data.through, by="iom-project/activity-9"),)


@rules.norm(INTERVIEW, InterviewRequested)
def the_reply_after_an_interview_comes_in_time(
    case: CaseView, request: Fact, law: Provision
) -> Verdict | None:
    """Art. 7(1): in writing, within the time of Art. 10(2)(b) of the agreement."""
    if request is not interview_owed(case):
        return None
    special = reply_set_by(case)
    return answered_in_time(case, law) if special == law.id else superseded(request, special)


@rules.norm("protocol-ro/art-7/2.1", InterviewRequested)
def the_requesting_side_brings_the_person(case: CaseView, request: Fact, law: Provision) -> Verdict | None:
    """Art. 7(2): the requesting side sees to it that the person gets to the mission; before the interview, that is."""
    if request is not interview_owed(case):
        return None
    history = case.history
    brought = history.last(IntervieweeTransported)
    if brought is not None:
        assert isinstance(brought.data, IntervieweeTransported)
        return one_of(brought, brought.data.by_side.value, law.words("sides"), "side")
    held = _interview(case)
    if history.has(InterviewPlaceAgreed) or (held is not None and _elsewhere(held)):
        return superseded(request, ELSEWHERE)
    if held is not None:
        raise Missing(IntervieweeTransported)
    fell_away = history.first(ApplicationWithdrawn, ReplySent)
    return discharged(fell_away) if fell_away is not None else pending(awaited=(IntervieweeTransported,))


@rules.norm(ELSEWHERE, InterviewHeld)
def an_interview_elsewhere_is_agreed(case: CaseView, interview: Fact, law: Provision) -> Verdict:
    """Art. 7(2): outside the mission or consular post only by agreement."""
    if not _elsewhere(interview):
        return permission(interview, "interview_elsewhere", used=False)
    agreement = case.history.first(InterviewPlaceAgreed)
    return agreed_beforehand(
        interview, agreement, reason("not_agreed", what="interview_place", found="elsewhere")
    )


@rules.norm("protocol-ro/art-7/2.3", IntervieweeTransported)
def the_requesting_side_pays_the_way(case: CaseView, transport: Fact, law: Provision) -> Verdict:
    """Art. 7(2): the requesting side bears the costs of the transport."""
    assert isinstance(transport.data, IntervieweeTransported)
    payer = transport.data.cost_borne_by
    if payer is None:
        return undetermined(transport, why=reason("left_unstated", what="transport_costs"))
    return one_of(transport, payer.value, law.words("sides"), "side")


@rules.norm(LATE_INTERVIEW, DecisionAfterInterviewRequested)
def a_late_interview_is_followed_by_a_decision(
    case: CaseView, request: Fact, law: Provision
) -> Verdict | None:
    """Art. 7(3): on written request, a decision after the interview and within twelve days of the receipt."""
    assert isinstance(request.data, DecisionAfterInterviewRequested)
    asked = late_decision_asked(case)
    if asked is None:
        found = request.data.writing.value
        why = reason("one_of", what="writing", found=found, allowed=law.words("writing"))
        return not_applicable(request, why=why)
    if request is not asked:
        return None
    if accelerated(case):
        return superseded(request, ACCELERATED)
    verdict = answered_in_time(case, law)
    reply = case.history.sole(ReplySent)
    if reply is None or not _refused_unheard(case, reply):
        return verdict
    why = reason("not_heard")
    return replace(verdict, status=Status.BREACHED, contested=False, reasons=(*verdict.reasons, why))


def _refused_unheard(case: CaseView, reply: Fact) -> bool:
    """A refusal has to wait for the interview; a consent hurts nobody by coming without it."""
    assert isinstance(reply.data, ReplySent)
    held = _interview(case)
    heard = held is not None and held.occurred_at <= reply.occurred_at
    return reply.data.decision is Decision.REFUSED and not heard


def _interview(case: CaseView) -> Fact | None:
    """The first interview held by an office of the requested State."""
    assert case.parties is not None
    prefix = case.parties.requested.lower()
    for fact in case.history.all(InterviewHeld):
        assert isinstance(fact.data, InterviewHeld)
        if fact.data.by[:2] == prefix:
            return fact
    return None


def _elsewhere(interview: Fact) -> bool:
    assert isinstance(interview.data, InterviewHeld)
    return interview.data.venue is InterviewVenue.ELSEWHERE
