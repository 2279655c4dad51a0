"""What happens in a readmission, ordinary or accelerated, between a requesting and a requested State."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from domain.events.base import EventData
from domain.events.parts import (
    AttachedDocument,
    Channel,
    CrossingPoint,
    Decision,
    EscortOfficer,
    Form,
    Language,
    Procedure,
    Side,
    Subject,
    Writing,
)
from domain.kernel import Instant, OfficeId, PersonId, Remark, State

Grounds = Annotated[tuple[Remark, ...], Field(max_length=20)]


class PersonApprehended(EventData, kinds="readmission", label=("Person apprehended", "პირი დააკავეს")):
    """The person was apprehended; in the border region this opens the accelerated procedure."""

    person: PersonId
    state: State
    in_border_region: bool


class IrregularStayEstablished(
    EventData, kinds="readmission", label=("Irregular stay established", "უნებართვო ყოფნა დადგინდა")
):
    """The requesting authority learned that the person does not, or no longer, fulfil the conditions of stay."""

    person: PersonId
    state: State


class ApplicationSubmitted(
    EventData, kinds="readmission", label=("Application submitted", "განაცხადი წარდგენილია")
):
    """The requesting authority sent a readmission application."""

    procedure: Procedure = Procedure.ORDINARY
    requesting_state: State
    requested_state: State
    requesting_authority: OfficeId
    requested_authority: OfficeId
    subject: Subject
    channel: Channel
    form: Form
    language: Language
    escorted: bool = False
    escorts: Annotated[tuple[EscortOfficer, ...], Field(max_length=20)] = ()
    attachments: Annotated[tuple[AttachedDocument, ...], Field(max_length=50)] = ()


class ApplicationReceived(
    EventData, kinds="readmission", label=("Application received", "განაცხადი მიღებულია")
):
    """The application reached the requested authority: every reply clock starts here."""

    requested_state: State
    authority: OfficeId
    procedure: Procedure | None = None


class ApplicationWithdrawn(
    EventData, kinds="readmission", label=("Application withdrawn", "განაცხადი გამოთხოვილია")
):
    """The requesting side took its application back: duties still open fall away."""

    by: OfficeId
    reason: Remark | None = None


class AdditionalInformationRequested(
    EventData,
    kinds="readmission",
    label=("Additional information requested", "დამატებითი ინფორმაცია მოთხოვნილია"),
):
    """One authority asked the other for more about a submitted application."""

    by: OfficeId
    to: OfficeId
    by_side: Side
    language: Language


class AdditionalInformationProvided(
    EventData,
    kinds="readmission",
    label=("Additional information provided", "დამატებითი ინფორმაცია მიწოდებულია"),
):
    """The information asked for was given."""

    by: OfficeId
    to: OfficeId
    language: Language


class OtherDocumentsDecided(
    EventData,
    kinds="readmission",
    label=("Other documents decided", "სხვა დოკუმენტებზე გადაწყვეტილება მიღებულია"),
):
    """An authority decided whether documents outside Annexes 1 to 4 are taken into account."""

    by: OfficeId
    taken_into_account: bool


class InterviewRequested(
    EventData, kinds="readmission", label=("Interview requested", "გასაუბრება მოთხოვნილია")
):
    """The requesting side asked for an interview to establish nationality."""

    by: OfficeId
    annex_documents_available: bool = False
    nationality_otherwise_established: bool = False
    language: Language


class InterviewPlaceAgreed(
    EventData, kinds="readmission", label=("Interview place agreed", "გასაუბრების ადგილი შეთანხმდა")
):
    """Both sides agreed to hold the interview outside the mission or post."""

    place: Remark


class IntervieweeTransported(
    EventData, kinds="readmission", label=("Interviewee transported", "გასასაუბრებელი პირი გადაყვანილია")
):
    """The person was brought to the place of the interview."""

    by_side: Side
    cost_borne_by: Side | None = None


class InterviewVenue(StrEnum):
    """Where an interview was held."""

    MISSION = "mission_or_consular_post"
    ELSEWHERE = "elsewhere"


class InterviewHeld(EventData, kinds="readmission", label=("Interview held", "გასაუბრება ჩატარდა")):
    """The requested side's mission interviewed the person."""

    by: OfficeId
    venue: InterviewVenue
    #: The system that served as its channel (programme, activity 9).
    through: Literal["consular_information_system"] | None = None


class InterviewPrevented(
    EventData, kinds="readmission", label=("Interview prevented", "გასაუბრება ვერ ჩატარდა")
):
    """For practical reasons the interview could not be held in its time."""

    reason: Remark


class DecisionAfterInterviewRequested(
    EventData,
    kinds="readmission",
    label=(
        "Decision after a late interview requested",
        "დაგვიანებული გასაუბრების შემდეგ გადაწყვეტილება მოთხოვნილია",
    ),
):
    """The requesting side asked for a decision after an interview that came too late."""

    by: OfficeId
    writing: Writing
    language: Language


class ReplySent(EventData, kinds="readmission", label=("Reply sent", "პასუხი გაგზავნილია")):
    """The requested authority answered the application."""

    decision: Decision
    by: OfficeId
    to: OfficeId
    channel: Channel
    language: Language
    writing: Writing = Writing.WRITTEN
    grounds: Grounds = ()
    transfer_at: Instant | None = None
    transfer_place: CrossingPoint | None = None


class DeemedConsentChallenged(
    EventData, kinds="readmission", label=("Deemed consent challenged", "ნაგულისხმევი თანხმობა გასაჩივრდა")
):
    """The requested side contests that its silence counts as consent."""

    by: OfficeId
    ground: Remark


class DeemedConsentAccepted(
    EventData, kinds="readmission", label=("Deemed consent accepted", "ნაგულისხმევი თანხმობა აღიარებულია")
):
    """The requested side accepts that its silence counts as consent."""

    by: OfficeId


class TravelDocumentKind(StrEnum):
    """Who made the travel document for the return."""

    NATIONAL = "issued_by_requested_state"
    EU_STANDARD = "eu_standard_document"


class TravelDocumentIssued(
    EventData, kinds="readmission", label=("Travel document issued", "სამგზავრო დოკუმენტი გაცემულია")
):
    """A travel document for the return exists; the national one is valid for 90 days."""

    kind: TravelDocumentKind
    by: OfficeId
    valid_until: date | None = None


class TransferNotified(
    EventData, kinds="readmission", label=("Transfer notified", "გადაცემა შეტყობინებულია")
):
    """The requesting authority announced the day and place of the transfer."""

    transfer_date: date
    crossing_point: CrossingPoint
    by: OfficeId
    to: OfficeId
    channel: Channel
    language: Language


class MissedLimit(StrEnum):
    """What cannot be kept: the three months of Art. 10(4), or the notified date."""

    THREE_MONTHS = "three_months"
    NOTIFIED_DATE = "notified_date"


class TransferBecameImpossible(
    EventData, kinds="readmission", label=("Transfer became impossible", "გადაცემა შეუძლებელი გახდა")
):
    """The requesting side came to know that it cannot keep the limit or the date."""

    limit: MissedLimit
    reason: Remark


class TransferImpossibilityNotified(
    EventData,
    kinds="readmission",
    label=("Impossibility of transfer notified", "გადაცემის შეუძლებლობა შეტყობინებულია"),
):
    """The other side was told that the transfer cannot take place in time."""

    limit: MissedLimit
    by: OfficeId
    to: OfficeId
    language: Language


class TransferTermExtended(
    EventData, kinds="readmission", label=("Transfer term extended", "გადაცემის ვადა გაგრძელდა")
):
    """On request the three months were extended by the time of an obstacle."""

    obstacle: Remark
    extended_until: date
    agreed_by: OfficeId


class TransferCompleted(EventData, kinds="readmission", label=("Transfer completed", "გადაცემა დასრულდა")):
    """The person was handed over at a border crossing point."""

    crossing_point: CrossingPoint
    received_by: OfficeId


class ReadmissionInErrorClaimed(
    EventData, kinds="readmission", label=("Readmission in error claimed", "შეცდომით რეადმისია განცხადდა")
):
    """The requested side shows that the person should not have been readmitted."""

    by: OfficeId
    ground: Remark


class PersonTakenBack(EventData, kinds="readmission", label=("Person taken back", "პირი უკან მიიღეს")):
    """The requesting side took back a person who was readmitted in error."""

    by: OfficeId
