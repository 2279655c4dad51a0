"""The register of authorities, contacts and crossing points, and the life of the protocol itself."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.events.base import EventData
from domain.events.parts import Channel, CrossingPoint, Language, Writing
from domain.kernel import OfficeId, Remark, State


class ChangeSubject(StrEnum):
    """What a notice of change is about."""

    CONTACT = "contact"
    AUTHORITY = "authority"
    CROSSING_POINTS = "crossing_points"


class CompetentAuthorityRegistered(
    EventData,
    kinds="register",
    label=("Competent authority registered", "კომპეტენტური ორგანო რეგისტრირებულია"),
):
    """A party designated an authority for the functions named."""

    party: State
    authority: OfficeId
    functions: Annotated[tuple[Remark, ...], Field(max_length=20)] = ()
    contact: Remark | None = None


class AuthorityChanged(
    EventData, kinds="register", label=("Authority changed", "კომპეტენტური ორგანო შეიცვალა")
):
    """A party changed something about its competent authorities."""

    party: State
    authority: OfficeId
    change: Remark
    effective_on: date


class ContactChanged(
    EventData, kinds="register", label=("Contact details changed", "საკონტაქტო ინფორმაცია შეიცვალა")
):
    """A competent authority's contact details change from a day on."""

    party: State
    authority: OfficeId
    effective_on: date


class CrossingPointsChanged(
    EventData, kinds="register", label=("Crossing points changed", "გამტარი პუნქტების ჩამონათვალი შეიცვალა")
):
    """A party changed the list of its border crossing points."""

    party: State
    crossing_points: Annotated[tuple[CrossingPoint, ...], Field(max_length=50)]
    effective_on: date


class ChangeNotified(EventData, kinds="register", label=("Change notified", "ცვლილება შეტყობინებულია")):
    """One party or authority told the other of a change."""

    subject: ChangeSubject
    party: State
    by: OfficeId
    to: OfficeId
    channel: Channel
    writing: Writing
    language: Language


class ProblemRaised(EventData, kinds="register", label=("Problem raised", "პრობლემა დაისვა")):
    """A party raised a problem of application or interpretation."""

    party: State
    problem: Remark


class ProblemResolved(EventData, kinds="register", label=("Problem resolved", "პრობლემა მოგვარდა")):
    """The parties settled a problem."""

    resolution: Remark


class ExpertMeetingRequested(
    EventData, kinds="register", label=("Expert meeting requested", "ექსპერტთა შეხვედრა მოთხოვნილია")
):
    """A party asked for a meeting of experts."""

    party: State
    topic: Remark
    language: Language


class ExpertMeetingHeld(
    EventData, kinds="register", label=("Expert meeting held", "ექსპერტთა შეხვედრა გაიმართა")
):
    """Experts met; the authorities that sent them are named."""

    participants: Annotated[tuple[OfficeId, ...], Field(min_length=1, max_length=30)]


class AmendmentAgreed(EventData, kinds="register", label=("Amendment agreed", "ცვლილება შეთანხმდა")):
    """The parties named agreed on an amendment of the protocol."""

    amendment: Remark
    agreed_by: Annotated[tuple[State, ...], Field(min_length=1, max_length=4)]


class AmendmentDocumented(
    EventData, kinds="register", label=("Amendment documented", "ცვლილების დოკუმენტი გაფორმდა")
):
    """The amendment was drawn up."""

    amendment: Remark
    separate_document: bool


class CompletionNoticeSent(
    EventData,
    kinds="register",
    label=("Completion of internal procedures notified", "შიდა პროცედურების დასრულება შეტყობინებულია"),
):
    """A party told the other that its internal procedures are complete."""

    party: State
    instrument: Remark = "protocol-ro"


class JointCommitteeNotified(
    EventData, kinds="register", label=("Joint committee notified", "ერთობლივი კომიტეტი ინფორმირებულია")
):
    """The Joint Readmission Committee was notified of the protocol or of an amendment."""

    party: State
    instrument: Remark = "protocol-ro"


class CommitteeNoticeCopied(
    EventData,
    kinds="register",
    label=("Copy of the committee notice received", "კომიტეტის შეტყობინების ასლი მიღებულია"),
):
    """The Georgian side received a copy of the notification."""

    party: State
    instrument: Remark = "protocol-ro"


class EnteredIntoForce(EventData, kinds="register", label=("Entered into force", "ძალაში შევიდა")):
    """The instrument was recorded as in force from a day on."""

    instrument: Remark = "protocol-ro"
    on: date


class AgreementTerminated(EventData, kinds="register", label=("Agreement terminated", "შეთანხმება შეწყდა")):
    """The agreement between Georgia and the European Union ended, and the protocol with it."""

    on: date
