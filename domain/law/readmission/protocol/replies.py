"""Which provision sets the time of the reply in a case, and whether the reply kept it."""

from __future__ import annotations

from dataclasses import replace

from domain.events.parts import Decision, Procedure, Writing
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationWithdrawn,
    DecisionAfterInterviewRequested,
    InterviewRequested,
    ReplySent,
)
from domain.facts import Fact
from domain.law.provision import Provision
from domain.law.readmission.consent import procedure_of
from domain.law.templates import perform_by
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

ORDINARY = "protocol-ro/art-4/1.2"
ACCELERATED = "protocol-ro/art-5/b.1"
INTERVIEW = "protocol-ro/art-7/1.2"
LATE_INTERVIEW = "protocol-ro/art-7/3"


def accelerated(case: CaseView) -> bool:
    """Tell whether the case runs in the accelerated procedure."""
    return procedure_of(case.history) is Procedure.ACCELERATED


def interview_owed(case: CaseView) -> Fact | None:
    """Return the first request for an interview that meets the conditions of Art. 7(1)."""
    for fact in case.history.all(InterviewRequested):
        assert isinstance(fact.data, InterviewRequested)
        if not (fact.data.annex_documents_available or fact.data.nationality_otherwise_established):
            return fact
    return None


def late_decision_asked(case: CaseView) -> Fact | None:
    """Return the requesting side's first written request for a decision after a late interview (Art. 7(3))."""
    for fact in case.history.all(DecisionAfterInterviewRequested):
        assert isinstance(fact.data, DecisionAfterInterviewRequested)
        assert case.parties is not None
        if fact.data.writing is Writing.WRITTEN and fact.data.by[:2].upper() == case.parties.requesting:
            return fact
    return None


def reply_set_by(case: CaseView) -> str:
    """Return the provision whose limit the reply has to keep: the most special one that applies."""
    if accelerated(case):
        return ACCELERATED
    if late_decision_asked(case) is not None:
        return LATE_INTERVIEW
    return INTERVIEW if interview_owed(case) is not None else ORDINARY


def consent_given(case: CaseView) -> Fact | None:
    """Return the first reply that accepts, or None."""
    for fact in case.history.all(ReplySent):
        if isinstance(fact.data, ReplySent) and fact.data.decision is Decision.ACCEPTED:
            return fact
    return None


def answered_in_time(case: CaseView, law: Provision) -> Verdict:
    """The one reply, counted from the one receipt, within the provision's limit; written where it says so."""
    received = case.history.need(ApplicationReceived)
    reply = case.history.sole(ReplySent)
    withdrawn = case.history.first(ApplicationWithdrawn)
    verdict = perform_by(case, law, received.occurred_at, reply, awaits=ReplySent, dropped=withdrawn)
    if reply is None or "writing" not in law.parameters:
        return verdict
    assert isinstance(reply.data, ReplySent)
    found = reply.data.writing.value
    if found in law.words("writing"):
        return verdict
    why = reason("one_of", what="writing", found=found, allowed=law.words("writing"))
    return replace(verdict, status=Status.BREACHED, contested=False, reasons=(*verdict.reasons, why))
