"""Clocks that rest on the agreement alone; where the protocol carries a clock, its provision is judged."""

from __future__ import annotations

from dataclasses import replace

from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    IrregularStayEstablished,
    PersonApprehended,
    PersonTakenBack,
    ReadmissionInErrorClaimed,
    ReplySent,
    TransferCompleted,
    TravelDocumentIssued,
    TravelDocumentKind,
)
from domain.events.transit import TransitReplySent, TransitRequestReceived, TransitRequestWithdrawn
from domain.facts import Fact
from domain.law.calendars import OutsideCalendar
from domain.law.history import Missing
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.consent import consent_by, protocol_binds, reply_limit
from domain.law.readmission.protocol.art_05 import an_accelerated_application_comes_in_time
from domain.law.readmission.transfer import transfer_in_term
from domain.law.templates import (
    attested,
    fulfilled,
    not_applicable,
    pending,
    perform_by,
    undetermined,
    unknown_days,
    window_of,
)
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("agreement/C1", IrregularStayEstablished)
def application_within_six_months(case: CaseView, knowledge: Fact, law: Provision) -> Verdict | None:
    """Art. 10(1), unverified: six months from the knowledge, for third-country nationals and stateless persons.

    Whose national the person is only the application says; until then nothing can be held.
    """
    application = case.history.sole(ApplicationSubmitted)
    if application is None:
        raise Missing(ApplicationSubmitted)
    assert isinstance(application.data, ApplicationSubmitted)
    if application.data.subject.category not in law.words("categories"):
        return None
    if knowledge is not case.history.first(IrregularStayEstablished):
        return None
    return perform_by(case, law, knowledge.occurred_at, application, awaits=ApplicationSubmitted)


@rules.norm("agreement/C2", PersonApprehended, instead=(ApplicationSubmitted,))
def accelerated_application_within_two_days(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 6(3): two days from the apprehension in the border region."""
    if protocol_binds(case, trigger):
        return None
    return an_accelerated_application_comes_in_time(case, trigger, law)


@rules.norm("agreement/C3", ApplicationReceived, instead=(ReplySent,))
def accelerated_application_is_answered(case: CaseView, receipt: Fact, law: Provision) -> Verdict | None:
    """Art. 10(2)(a): two working days from the receipt of the application."""
    return _answered(case, law)


@rules.norm("agreement/C4", ApplicationReceived, instead=(ReplySent,))
def ordinary_application_is_answered(case: CaseView, receipt: Fact, law: Provision) -> Verdict | None:
    """Art. 10(2)(b): twelve calendar days from the receipt of the application."""
    return _answered(case, law)


def _answered(case: CaseView, law: Provision) -> Verdict | None:
    if reply_limit(case) != law.id:
        return None
    received = case.history.need(ApplicationReceived)
    reply = case.history.sole(ReplySent)
    dropped = case.history.first(ApplicationWithdrawn)
    return perform_by(case, law, received.occurred_at, reply, awaits=ReplySent, dropped=dropped)


@rules.norm("agreement/C7", ReplySent, ApplicationReceived)
def travel_document_within_three_days(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Arts. 2(4) and 4(4): three working days from the consent, for own nationals.

    Only a document of the requested State performs the duty. A person who was transferred first needs none.
    """
    application = case.history.first(ApplicationSubmitted)
    if application is None or not isinstance(application.data, ApplicationSubmitted):
        return None
    if application.data.subject.category not in law.words("categories"):
        return None
    consent = consent_by(case, trigger)
    if consent is None:
        return None
    dropped = case.history.first(ApplicationWithdrawn, TransferCompleted)
    verdict = perform_by(
        case, law, consent.since, _national_document(case), awaits=TravelDocumentIssued, dropped=dropped
    )
    return consent.bound(verdict)


def _national_document(case: CaseView) -> Fact | None:
    for fact in case.history.all(TravelDocumentIssued):
        if isinstance(fact.data, TravelDocumentIssued) and fact.data.kind is TravelDocumentKind.NATIONAL:
            return fact
    return None


@rules.norm("agreement/C8", ReplySent, ApplicationReceived)
def transfer_within_three_months(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 10(4): three months from the consent, by a reply or by silence."""
    return None if protocol_binds(case, trigger) else transfer_in_term(case, trigger, law)


@rules.norm("agreement/C11", TransitRequestReceived, instead=(TransitReplySent,))
def transit_is_answered(case: CaseView, receipt: Fact, law: Provision) -> Verdict | None:
    """Art. 14, unverified: five days from the receipt of the transit application."""
    if protocol_binds(case, receipt):
        return None
    received = case.history.need(TransitRequestReceived)
    reply = case.history.sole(TransitReplySent)
    dropped = case.history.first(TransitRequestWithdrawn)
    return perform_by(case, law, received.occurred_at, reply, awaits=TransitReplySent, dropped=dropped)


@rules.norm("agreement/C14", ReadmissionInErrorClaimed)
def person_readmitted_in_error_is_taken_back(case: CaseView, claim: Fact, law: Provision) -> Verdict | None:
    """Art. 12, unverified: shown within six months of the transfer, the person is taken back.

    The months bind the claim. A claim past their latest reading founds no duty; for the taking back itself no
    time is known: it stays open until it happens, or an officer vouches that it did not.
    """
    if claim is not case.history.first(ReadmissionInErrorClaimed):
        return None
    transfer = case.history.need(TransferCompleted)
    try:
        _, window, notes = window_of(case, law, transfer.occurred_at)
    except OutsideCalendar as unknown:
        return undetermined(claim, why=unknown_days(unknown))
    why = reason("claim_by", last_day=window.proposed.last_day, claimed=case.day(claim.occurred_at))
    if claim.occurred_at >= window.breach_at:
        return not_applicable(transfer, why=why)
    contested = window.disputed_at(claim.occurred_at)
    taken = case.history.after(claim.occurred_at, PersonTakenBack)
    if taken is not None:
        found = fulfilled(transfer, taken)
    elif (found := attested(case, law, claim)).status is Status.PENDING:
        found = pending(awaited=(PersonTakenBack,))
    return replace(found, reasons=(*found.reasons, *notes, why), contested=contested)
