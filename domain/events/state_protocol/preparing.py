"""What is agreed, approved, submitted, provided and paid before and around a programme."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from domain.events.base import EventData
from domain.events.ledger import NormId
from domain.events.parts import Money
from domain.events.state_protocol.conduct import Attendee, InActivity, OfAmbassador, Offices
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.programme import Stand
from domain.events.state_protocol.things import (
    AttendanceList,
    CostPurpose,
    CostStage,
    Material,
    Need,
    PlanItem,
    Programme,
    Service,
    Subject,
)
from domain.events.state_protocol.vocabulary import PROTOCOL_KINDS, Activity, Count, Dress
from domain.kernel import Remark, State
from domain.offices import ProtocolOffice


class AgreementRequested(
    InActivity, kinds=PROTOCOL_KINDS, label=("Agreement requested", "შეთანხმება მოთხოვნილია")
):
    """Somebody asked for an agreement."""

    subject: Subject
    by: ProtocolOffice | None = None
    of: Offices = ()


class AgreementReached(InActivity, kinds=PROTOCOL_KINDS, label=("Agreement reached", "შეთანხმება მიღწეულია")):
    """Bodies agreed on something."""

    subject: Subject
    between: Offices = ()
    #: Costs are shared on the principle of reciprocity.
    reciprocity: bool | None = None


class DecisionTaken(InActivity, kinds=PROTOCOL_KINDS, label=("Decision taken", "გადაწყვეტილება მიღებულია")):
    """A choice or an exception that the text leaves open was decided and recorded."""

    subject: Subject
    by: ProtocolOffice | None = None
    chosen: Offices = ()
    ground: Remark | None = None


class NeedRecorded(InActivity, kinds=PROTOCOL_KINDS, label=("Need recorded", "საჭიროება აღინიშნა")):
    """A condition arose on which some provisions apply."""

    need: Need
    #: How many of what is needed, where it is counted (bouquets).
    count: Count | None = None


class ProgrammeApproved(InActivity, kinds=PROTOCOL_KINDS, label=("Programme approved", "პროგრამა დამტკიცდა")):
    """A programme was drafted, approved or put in its final form."""

    programme: Programme
    items: Annotated[tuple[Activity, ...], Field(max_length=40)] = ()
    by: ProtocolOffice | None = None
    #: With whom it was agreed, or whose wishes it takes up.
    agreed_with: Offices = ()
    #: Officials who stay with the guests throughout.
    permanent_escorts: Offices = ()
    #: Official meetings for whose time a programme of the spouse was drawn up.
    covers: Annotated[tuple[Activity, ...], Field(max_length=40)] = ()


class ListApproved(InActivity, kinds=PROTOCOL_KINDS, label=("List approved", "სია დამტკიცდა")):
    """A list of persons was approved, agreed or put in its final form."""

    attendance: AttendanceList
    names: Annotated[tuple[Attendee, ...], Field(max_length=80)] = ()
    by: ProtocolOffice | None = None
    agreed_with: Offices = ()
    #: It was made with regard to the composition of the guests.
    regards_guests: bool | None = None


class InvitationsIssued(InActivity, kinds="visit", label=("Invitations issued", "მოსაწვევები გაიცა")):
    """Invitations to an official dinner, with the dress that they ask for."""

    men: Dress | None = None
    ladies: Dress | None = None


class StandAssigned(EventData, kinds="visit", label=("Stand assigned", "სადგომი განისაზღვრა")):
    """A stand of the aerodrome was assigned to the main guest's aircraft."""

    activity: Activity = Activity.ARRIVAL
    stand: Stand
    agreed_with: Offices = ()


class PreparationPlanApproved(
    EventData, kinds="visit", label=("Preparation plan approved", "მოსამზადებელი გეგმა დამტკიცდა")
):
    """The organiser's plan of preparatory work was approved, with the items that it settles (Art. 25(11), (12))."""

    by: ProtocolOffice | None = None
    items: Annotated[tuple[PlanItem, ...], Field(max_length=40)] = ()


class PlanTaskAssigned(EventData, kinds="visit", label=("Plan task assigned", "გეგმის ამოცანა დაევალა")):
    """An official was made responsible for a task of the plan."""

    task: PlanItem | None = None
    to: ProtocolOffice


class PlanTaskCompleted(EventData, kinds="visit", label=("Plan task completed", "გეგმის ამოცანა შესრულდა")):
    """A task of the preparatory plan was done, or several together."""

    task: PlanItem
    #: Further tasks that were done by then.
    further: Annotated[tuple[PlanItem, ...], Field(max_length=40)] = ()
    by: ProtocolOffice | None = None


class MaterialRequested(InActivity, kinds=PROTOCOL_KINDS, label=("Material requested", "მასალა მოთხოვნილია")):
    """A body asked others for materials."""

    material: Material
    by: ProtocolOffice | None = None
    of: Offices = ()


class MaterialDelivered(OfAmbassador, kinds=PROTOCOL_KINDS, label=("Material delivered", "მასალა გადაეცა")):
    """A document or text was given to the body that needs it. The ledger holds no content."""

    material: Material
    by: ProtocolOffice | None = None
    to: ProtocolOffice | None = None
    #: Endorsed by the head of the body that submits it.
    endorsed: bool | None = None
    certified: bool | None = None


class MaterialPrepared(InActivity, kinds=PROTOCOL_KINDS, label=("Material prepared", "მასალა მომზადდა")):
    """A document or text was prepared, translated or printed."""

    material: Material
    by: ProtocolOffice | None = None
    translated: bool | None = None
    printed: bool | None = None


class NoticeGiven(OfAmbassador, kinds=PROTOCOL_KINDS, label=("Notice given", "ცნობა მიეწოდა")):
    """A body was told of something."""

    subject: Subject
    to: Annotated[Offices, Field(min_length=1)]
    by: ProtocolOffice | None = None


class ServiceProvided(InActivity, kinds=PROTOCOL_KINDS, label=("Service provided", "მომსახურება გაიწია")):
    """A service was provided, or something was made ready."""

    service: Service
    place: Place | None = None
    by: ProtocolOffice | None = None
    #: For whom.
    to: Offices = ()
    #: How many of the things that are counted.
    count: Count | None = None
    agreed_with: Offices = ()


class ServiceFailed(InActivity, kinds=PROTOCOL_KINDS, label=("Service failed", "მომსახურება შეწყდა")):
    """A service was interrupted: no light, no heat, no water."""

    service: Service
    place: Place | None = None
    detail: Remark | None = None


class GuestsLodged(InActivity, kinds="visit outgoing", label=("Guests lodged", "სტუმრები დაბინავდნენ")):
    """Guests were given their rooms."""

    who: Annotated[Offices, Field(min_length=1)]
    place: Place
    by: ProtocolOffice | None = None


class CostRecorded(InActivity, kinds=PROTOCOL_KINDS, label=("Cost recorded", "ხარჯი აღირიცხა")):
    """A cost was estimated, allotted, reimbursed or settled."""

    purpose: CostPurpose
    stage: CostStage
    by: ProtocolOffice | None = None
    amount: Money | None = None
    agreed_with: Offices = ()
    #: The principle of reciprocity was taken into account.
    reciprocity: bool | None = None


class AirspaceCleared(EventData, kinds="outgoing", label=("Airspace cleared", "საჰაერო სივრცე შეთანხმდა")):
    """A State on the route gave its permission, or agreed to the flight plan."""

    country: State
    permit: bool = False
    flight_plan: bool = False


class InstructionIssued(
    EventData, kinds=PROTOCOL_KINDS, label=("Protocol instruction issued", "პროტოკოლის მითითება გაიცა")
):
    """The State Protocol Service gave a body an instruction within its competence."""

    to: ProtocolOffice
    subject: Remark | None = None


class InstructionAnswered(
    EventData, kinds=PROTOCOL_KINDS, label=("Protocol instruction answered", "პროტოკოლის მითითებაზე პასუხი")
):
    """A body complied with an instruction, or refused it."""

    by: ProtocolOffice
    complied: bool
    reason: Remark | None = None


class ItemOmitted(OfAmbassador, kinds=PROTOCOL_KINDS, label=("Not done", "არ შესრულდა")):
    """An officer vouches that what a provision asks for was not done, and says why. It explains, it does not excuse."""

    provision: NormId
    reason: Remark
