"""What happened in a programme item: who was there, what stood where, what was played, said and given."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.events.base import EventData
from domain.events.parts import Language
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import AwardItem, GiftStage, Thing
from domain.events.state_protocol.vocabulary import (
    PROTOCOL_KINDS,
    Activity,
    Anthem,
    Count,
    Flag,
    Formation,
    ItemKey,
    Leg,
    Medium,
    Presence,
    Seat,
    Viewpoint,
)
from domain.kernel import Immutable, Instant, PersonId
from domain.offices import ProtocolOffice

Offices = Annotated[tuple[ProtocolOffice, ...], Field(max_length=80)]


class InActivity(EventData):
    """Parent of facts that belong to an item of the programme; without an activity they belong to the case."""

    activity: Activity | None = None
    item: ItemKey | None = None


class OfAmbassador(InActivity):
    """Parent of facts that may speak of one ambassador among several; others leave the member out."""

    ambassador: PersonId | None = None


class Attendee(Immutable):
    """An office that was present, by whoever holds it."""

    office: ProtocolOffice
    with_spouse: bool = False
    #: How many persons of a class; one where not stated.
    count: Count | None = None


class OfficialsPresent(
    OfAmbassador, kinds=PROTOCOL_KINDS, label=("Officials present", "თანამდებობის პირები ესწრებოდნენ")
):
    """Offices and persons were present in a role: greeting, seeing off, attending, accompanying."""

    role: Presence
    place: Place | None = None
    present: Annotated[tuple[Attendee, ...], Field(min_length=1, max_length=80)]


class PersonsArrived(InActivity, kinds=PROTOCOL_KINDS, label=("Persons arrived", "პირები მივიდნენ")):
    """Persons came to a place, or took their places there."""

    who: Annotated[Offices, Field(min_length=1)]
    place: Place


class StepTaken(OfAmbassador, kinds=PROTOCOL_KINDS, label=("Step taken", "ნაბიჯი შესრულდა")):
    """A step of a ceremony was taken."""

    step: Step
    by: Offices = ()
    place: Place | None = None
    #: How many took it, where the number matters (officers who carry a wreath).
    count: Count | None = None
    #: Place in a row, counted from 1.
    number: Count | None = None
    #: When it was over, where the end matters (an oath, an anthem).
    ended_at: Instant | None = None
    #: In which languages, where something was announced.
    languages: Annotated[tuple[Language, ...], Field(max_length=6)] = ()


class PersonsIntroduced(InActivity, kinds=PROTOCOL_KINDS, label=("Persons introduced", "პირები წარადგინეს")):
    """Somebody presented persons to others."""

    presenter: ProtocolOffice
    presented: Annotated[Offices, Field(min_length=1)]
    to: Annotated[Offices, Field(min_length=1)]


class PersonsEscorted(OfAmbassador, kinds=PROTOCOL_KINDS, label=("Persons escorted", "პირები მიაცილეს")):
    """Somebody led persons to a place, or rode with them."""

    who: Annotated[Offices, Field(min_length=1)]
    by: Offices
    place: Place


class FlagsDisplayed(InActivity, kinds=PROTOCOL_KINDS, label=("Flags displayed", "დროშები გამოიფინა")):
    """Flags were displayed in a place."""

    place: Place
    left: Flag | None = None
    right: Flag | None = None
    #: All flags that hung there, where sides are not told.
    flags: Annotated[tuple[Flag, ...], Field(max_length=20)] = ()
    seen_from: Viewpoint | None = None


class AnthemsPlayed(InActivity, kinds=PROTOCOL_KINDS, label=("Anthems played", "ჰიმნები შესრულდა")):
    """Anthems were played, in this order."""

    order: Annotated[tuple[Anthem, ...], Field(min_length=1, max_length=4)]
    performer: ProtocolOffice | None = None
    verses: Count | None = None
    ended_at: Instant | None = None


class HonourGuardFormed(
    InActivity, kinds=PROTOCOL_KINDS, label=("Honour guard formed", "საპატიო ყარაული დადგა")
):
    """An honour guard stood or paraded."""

    formation: Formation
    #: Who detailed it.
    by: ProtocolOffice | None = None
    place: Place | None = None
    #: Services of the armed forces from which it was drawn.
    services: Count | None = None
    #: Soldiers on each side.
    left: Count | None = None
    right: Count | None = None
    parade_uniform: bool | None = None


class EscortRode(InActivity, kinds=PROTOCOL_KINDS, label=("Escort rode", "ესკორტმა გააცილა")):
    """A motorcade drove with an escort."""

    leg: Leg
    motorcycles: Count
    police_cars: Count = 0


class ThingPlaced(InActivity, kinds=PROTOCOL_KINDS, label=("Thing put in place", "ნივთი განთავსდა")):
    """A carpet, a podium, a banner, a ramp or another thing was put in its place."""

    thing: Thing
    place: Place | None = None
    #: Stand of the aerodrome.
    stand: Count | None = None
    languages: Annotated[tuple[Language, ...], Field(max_length=6)] = ()
    colour: Literal["red", "other"] | None = None
    microphones: bool | None = None
    #: A ramp is covered with carpet.
    carpeted: bool | None = None
    #: Things are numbered, or counted.
    number: Count | None = None


class SeatTaken(InActivity, kinds=PROTOCOL_KINDS, label=("Seat taken", "ადგილი დაიკავეს")):
    """Persons sat in a car of the motorcade."""

    car: Annotated[int, Field(ge=1, le=60)]
    seat: Seat | None = None
    who: Annotated[Offices, Field(min_length=1)]


class SpeechDelivered(OfAmbassador, kinds=PROTOCOL_KINDS, label=("Speech delivered", "სიტყვა წარმოითქვა")):
    """Somebody made a speech."""

    by: ProtocolOffice
    interpreted: bool | None = None


class FlowersPresented(InActivity, kinds=PROTOCOL_KINDS, label=("Flowers presented", "ყვავილები გადაიცა")):
    """Somebody was given flowers."""

    to: ProtocolOffice
    by: ProtocolOffice
    on_behalf_of: Offices = ()
    place: Place | None = None


class GiftHandled(InActivity, kinds=PROTOCOL_KINDS, label=("Gift handled", "საჩუქარი")):
    """A gift was selected, prepared or presented."""

    stage: GiftStage
    by: ProtocolOffice | None = None
    to: Offices = ()
    on_behalf_of: ProtocolOffice | None = None


class AwardHanded(InActivity, kinds="ceremony", label=("Award handed over", "ჯილდო გადაიცა")):
    """Insignia were passed on, or handed to their recipient."""

    items: Annotated[tuple[AwardItem, ...], Field(min_length=1, max_length=6)]
    by: ProtocolOffice
    to: ProtocolOffice


class CredentialsPresented(
    InActivity, kinds="credentials", label=("Credentials presented", "რწმუნების სიგელი გადაიცა")
):
    """An ambassador handed the credentials to the President."""

    ambassador: PersonId
    to: ProtocolOffice = "ge-president"


class AmbassadorAnnounced(InActivity, kinds="credentials", label=("Ambassador announced", "ელჩი გამოცხადდა")):
    """An ambassador's name was called."""

    ambassador: PersonId


class SalvoFired(InActivity, kinds="ceremony", label=("Salvo fired", "ზალპი გაისროლეს")):
    """A ceremonial artillery salute was fired."""

    salvos: Count


class BroadcastAired(InActivity, kinds=PROTOCOL_KINDS, label=("Broadcast aired", "გადაიცა ეთერში")):
    """Television or radio carried a ceremony."""

    media: Annotated[tuple[Medium, ...], Field(min_length=1, max_length=2)]
    live: bool


class InviteeAdmitted(InActivity, kinds="visit", label=("Invitee admitted", "მოწვეული შეუშვეს")):
    """An invitee was let in to an official dinner."""

    basis: Literal["invitation_card", "list_checked", "neither"]
    checked_by: ProtocolOffice | None = None


class InviteeMissed(
    InActivity, kinds="visit", label=("Invitee absent or late", "მოწვეული არ გამოცხადდა ან დააგვიანა")
):
    """An invitee stayed away from an official dinner, or came late."""

    late: bool = False
    #: Warning was given before.
    warned: bool = False
