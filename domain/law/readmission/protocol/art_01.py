"""Protocol, Art. 1: competent authorities."""

from __future__ import annotations

from dataclasses import replace

from domain.events.escort import EscortChangeNotified
from domain.events.parts import Side, TransitMode
from domain.events.readmission import (
    AdditionalInformationProvided,
    AdditionalInformationRequested,
    ApplicationReceived,
    ApplicationSubmitted,
    ReplySent,
    TransferImpossibilityNotified,
    TransferNotified,
)
from domain.events.register import AuthorityChanged, ChangeNotified, ChangeSubject, ContactChanged
from domain.events.transit import TransitReplySent, TransitRequested, TransitRequestReceived
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.forms import superseded, text
from domain.law.readmission.protocol.notices import fault, notice_of
from domain.law.readmission.protocol.offices import application_of, is_accelerated, office_of, point_for
from domain.law.templates import breached, fulfilled, one_of, pending, perform_by, undetermined
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()

ACCELERATED = "protocol-ro/art-1/1/b.3"
APPLICATION = (ApplicationSubmitted, ApplicationReceived, ReplySent)
TRANSIT = (TransitRequested, TransitRequestReceived, TransitReplySent)
#: The requesting side tells the requested one.
NOTICES = (TransferNotified, TransferImpossibilityNotified, EscortChangeNotified)
QUESTIONS = (AdditionalInformationRequested, AdditionalInformationProvided)


@rules.norm("protocol-ro/art-1/1.1", *APPLICATION, *QUESTIONS, *NOTICES, *TRANSIT)
def georgia_acts_through_one_division(case: CaseView, message: Fact, law: Provision) -> Verdict | None:
    """Art. 1(1): in every message the Georgian office is the division of the Migration Department."""
    office = _georgian_office(case, message)
    return one_of(message, office, (text(law, "authority"),), "authority") if office else None


def _georgian_office(case: CaseView, message: Fact) -> str | None:
    data = message.data
    asks = case.parties is not None and case.parties.requesting == "GE"
    if isinstance(data, NOTICES):
        return data.by if asks else data.to
    if isinstance(data, AdditionalInformationRequested):
        # Whom it asks is judged by Art. 3(2).
        return data.by if asks is (data.by_side is Side.REQUESTING) else None
    if isinstance(data, AdditionalInformationProvided):
        return next((office for office in (data.by, data.to) if office.startswith("ge-")), None)
    return office_of(case, "GE", message)


@rules.norm("protocol-ro/art-1/1/a.1", *APPLICATION)
def romania_asks_through_its_immigration_inspectorate(
    case: CaseView, message: Fact, law: Provision
) -> Verdict | None:
    """Art. 1(1)(a): Romania's ordinary applications come from, and are answered to, its Immigration Inspectorate."""
    return _ordinary(case, message, law)


@rules.norm("protocol-ro/art-1/1/a.2", *APPLICATION)
def romania_is_asked_about_foreigners_through_its_immigration_inspectorate(
    case: CaseView, message: Fact, law: Provision
) -> Verdict | None:
    """Art. 1(1)(a): Georgia's applications for third-country and stateless persons go to the Immigration Inspectorate."""
    return _ordinary(case, message, law)


@rules.norm("protocol-ro/art-1/1/b.1", *APPLICATION)
def romania_is_asked_about_its_nationals_through_its_border_police(
    case: CaseView, message: Fact, law: Provision
) -> Verdict | None:
    """Art. 1(1)(b): Georgia's applications for Romanian nationals go to the Border Police."""
    return _ordinary(case, message, law)


def _ordinary(case: CaseView, message: Fact, law: Provision) -> Verdict | None:
    application = application_of(case, message)
    if not isinstance(application, ApplicationSubmitted) or point_for(application) != law.id:
        return None
    if is_accelerated(application):
        return superseded(message, ACCELERATED) if message.data is application else None
    office = office_of(case, "RO", message)
    return one_of(message, office, (text(law, "authority"),), "authority") if office else None


@rules.norm(ACCELERATED, *APPLICATION)
def romania_accelerates_through_its_border_police(
    case: CaseView, message: Fact, law: Provision
) -> Verdict | None:
    """Art. 1(1)(b): in the accelerated procedure the Border Police act for Romania, in both directions.

    The Romanian text gives them receipt and not transmission: an application that the Immigration
    Inspectorate sent is right under it, so no breach is asserted until the English text is seen.
    """
    application = application_of(case, message)
    if not isinstance(application, ApplicationSubmitted) or not is_accelerated(application):
        return None
    office = office_of(case, "RO", message)
    if office is None:
        return None
    right = text(law, "authority")
    sends = message.data is application and application.requesting_state == "RO"
    if sends and office == text(law, "sender_in_romanian_text"):
        return undetermined(
            message, why=reason("texts_differ", what="authority", found=office, allowed=(right,))
        )
    return one_of(message, office, (right,), "authority")


@rules.norm("protocol-ro/art-1/1/a.3", *TRANSIT)
def transit_by_land_belongs_to_the_immigration_inspectorate(
    case: CaseView, message: Fact, law: Provision
) -> Verdict | None:
    """Art. 1(1)(a): transit by land. No authority is named for transit by sea."""
    request = application_of(case, message)
    if isinstance(request, TransitRequested) and request.mode is TransitMode.SEA:
        return undetermined(message, why=reason("nobody_designated")) if message.data is request else None
    return _transit(case, message, law, TransitMode.LAND)


@rules.norm("protocol-ro/art-1/1/b.2", *TRANSIT)
def transit_by_air_belongs_to_the_border_police(
    case: CaseView, message: Fact, law: Provision
) -> Verdict | None:
    """Art. 1(1)(b): transit by air."""
    return _transit(case, message, law, TransitMode.AIR)


def _transit(case: CaseView, message: Fact, law: Provision, mode: TransitMode) -> Verdict | None:
    request = application_of(case, message)
    if not isinstance(request, TransitRequested) or request.mode is not mode:
        return None
    office = office_of(case, "RO", message)
    return one_of(message, office, (text(law, "authority"),), "authority") if office else None


@rules.norm("protocol-ro/art-1/2", ContactChanged)
def new_contacts_are_told_in_time(case: CaseView, change: Fact, law: Provision) -> Verdict:
    """Art. 1(2): the authority itself tells of new contact details, in writing, by the day they take effect."""
    assert isinstance(change.data, ContactChanged)
    authority = change.data.authority
    notice, poor = notice_of(case, change, law, ChangeSubject.CONTACT, authority)
    verdict = perform_by(case, law, change.data.effective_on, notice, awaits=ChangeNotified)
    if poor is None or (why := fault(poor, law, authority)) is None:
        return verdict
    return replace(verdict, evidence=(*verdict.evidence, poor), reasons=(*verdict.reasons, why))


@rules.norm("protocol-ro/art-1/3", AuthorityChanged)
def a_change_of_authority_takes_the_diplomatic_way(case: CaseView, change: Fact, law: Provision) -> Verdict:
    """Art. 1(3): a change of authority is told in writing, through diplomatic channels; no time is set."""
    return told_by_diplomatic_way(case, change, law, ChangeSubject.AUTHORITY)


def told_by_diplomatic_way(case: CaseView, change: Fact, law: Provision, subject: ChangeSubject) -> Verdict:
    """Open until it is told; told otherwise than the provision asks, it is a breach until that is made good."""
    notice, poor = notice_of(case, change, law, subject)
    if notice is not None:
        return fulfilled(notice)
    if poor is not None and (why := fault(poor, law, None)) is not None:
        return breached(poor, why=why)
    return pending(awaited=(ChangeNotified,))
