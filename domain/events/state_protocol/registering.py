"""What opens a case of state protocol, and what ends one before its time."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from domain.events.base import EventData
from domain.events.state_protocol.vocabulary import (
    PROTOCOL_KINDS,
    CeremonyForm,
    CredentialsForm,
    Delegation,
    GuestRank,
    OutgoingCategory,
    ReceptionGuests,
    VisitCategory,
    VisitChannel,
    VisitPurpose,
)
from domain.kernel import Immutable, PersonalText, PersonId, Remark, State
from domain.offices import ProtocolOffice

#: The case of a visit, as another case of the same visit names it.
VisitCase = Annotated[
    str, StringConstraints(pattern=r"^(visit|outgoing)-[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")
]


class Guest(Immutable):
    """A foreign guest. All particulars are sealed."""

    person: PersonId
    name: PersonalText | None = None


class VisitRegistered(EventData, kinds="visit", label=("Visit registered", "ვიზიტი დარეგისტრირდა")):
    """A visit to Georgia was put on record with its category and the rank of its guest."""

    category: VisitCategory
    rank: GuestRank
    guest_state: State
    guest: Guest | None = None
    #: The guest comes with a spouse.
    with_spouse: bool = False
    purpose: VisitPurpose | None = None
    #: State visits that the same guest made earlier in the same tenure; unknown where not stated.
    earlier_state_visits: Annotated[int, Field(ge=0, le=20)] | None = None
    #: Who was given the organisation of the visit.
    organiser: ProtocolOffice | None = None
    #: An embassy of the guest's country is accredited in Georgia.
    embassy_in_georgia: bool = True
    #: What delegation comes, where the guest's rank does not tell.
    delegation: Delegation | None = None
    #: Through what channel the guest comes; the diplomatic one where not stated.
    channel: VisitChannel | None = None


class OutgoingVisitRegistered(
    EventData, kinds="outgoing", label=("Outgoing visit decided", "საზღვარგარეთ ვიზიტი გადაწყდა")
):
    """It was decided that the President travels abroad."""

    category: OutgoingCategory
    host_state: State
    #: States whose airspace the aircraft crosses.
    overflies: Annotated[tuple[State, ...], Field(max_length=60)] = ()
    #: Treaties are to be signed.
    treaties: bool = False


class ReceptionRegistered(
    EventData, kinds="reception", label=("Reception registered", "მიღება დარეგისტრირდა")
):
    """A reception of foreign guests by the President or the State Minister was put on record."""

    host: ProtocolOffice
    guests: ReceptionGuests
    guest_state: State
    guest: Guest | None = None
    #: The body whose guests they are.
    hosting_body: ProtocolOffice | None = None
    #: It takes place in the building of the State Chancellery.
    in_chancellery: bool = True
    visit: VisitCase | None = None


class CredentialsRegistered(
    EventData,
    kinds="credentials",
    label=("Presentation of credentials registered", "რწმუნების სიგელების გადაცემა დარეგისტრირდა"),
):
    """A presentation of credentials was put on record: of one ambassador, or of several together."""

    form: CredentialsForm


class AmbassadorNamed(EventData, kinds="credentials", label=("Ambassador named", "ელჩი დასახელდა")):
    """An ambassador will present credentials; the agrément's date decides the order among several."""

    ambassador: Guest
    sending_state: State
    agrement_requested_on: date | None = None
    #: Somebody was ambassador before, whose letter of recall is to be handed over.
    has_predecessor: bool = True


class CeremonyRegistered(
    EventData, kinds="ceremony", label=("Ceremony registered", "ცერემონია დარეგისტრირდა")
):
    """A ceremony was put on record."""

    form: CeremonyForm
    visit: VisitCase | None = None
    #: Who lays the wreath or is honoured.
    guest: Guest | None = None
    guest_state: State | None = None
    guest_rank: GuestRank | None = None
    #: The ambassador of the honoured person's country is accredited in Georgia and resides in Tbilisi.
    ambassador_in_tbilisi: bool | None = None


class ElectionHeld(EventData, kinds="ceremony", label=("Election held", "არჩევნები ჩატარდა")):
    """A round of the presidential election was held; the deciding one starts the count to the inauguration."""

    round_on: date
    deciding: bool = True
    #: The day on which the result was established, which another reading counts from.
    results_on: date | None = None
    #: The President in office was elected again.
    re_elected: bool | None = None


class CaseCancelled(EventData, kinds=PROTOCOL_KINDS, label=("Called off", "გაუქმდა")):
    """The visit, reception or ceremony will not take place."""

    reason: Remark
