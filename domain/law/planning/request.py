"""What a plan is asked for: the members of a visit, reception or ceremony that has not begun.

Nothing of it is stored. Members have the names that the events give them, so that a plan can become a case.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from domain.events.state_protocol.places import Place
from domain.events.state_protocol.things import Need
from domain.events.state_protocol.vocabulary import (
    Activity,
    CeremonyForm,
    CredentialsForm,
    GuestRank,
    ItemKey,
    OutgoingCategory,
    ReceptionGuests,
    VisitCategory,
    VisitPurpose,
)
from domain.kernel import Immutable, Instant, State
from domain.offices import ProtocolOffice


class PlannedItem(Immutable):
    """An item of the programme. A second item of the same activity has a key of its own, such as ``dinner-2``."""

    activity: Activity
    item: ItemKey | None = None
    starts_at: Instant
    ends_at: Instant | None = None
    place: Place | None = None


class _Plan(Immutable):
    """What every plan can state."""

    programme: Annotated[tuple[PlannedItem, ...], Field(max_length=60)] = ()
    #: Conditions on which some provisions apply.
    needs: Annotated[tuple[Need, ...], Field(max_length=40)] = ()


class _Dated(_Plan):
    """A plan of one thing that begins and ends."""

    starts_at: Instant | None = None
    ends_at: Instant | None = None


class VisitPlan(_Plan):
    """A visit to Georgia. The arrival is the touchdown, the departure the take-off."""

    kind: Literal["visit"]
    category: VisitCategory
    rank: GuestRank
    guest_state: State
    with_spouse: bool = False
    arrival_at: Instant | None = None
    departure_at: Instant | None = None
    purpose: VisitPurpose | None = None
    organiser: ProtocolOffice | None = None
    earlier_state_visits: Annotated[int, Field(ge=0, le=20)] | None = None
    embassy_in_georgia: bool = True


class OutgoingPlan(_Dated):
    """A visit of the President abroad, from leaving Georgia to coming back."""

    kind: Literal["outgoing"]
    category: OutgoingCategory
    host_state: State
    overflies: Annotated[tuple[State, ...], Field(max_length=60)] = ()
    treaties: bool = False


class ReceptionPlan(_Dated):
    """A reception of foreign guests by the President or the State Minister."""

    kind: Literal["reception"]
    host: ProtocolOffice
    guests: ReceptionGuests
    guest_state: State
    hosting_body: ProtocolOffice | None = None
    in_chancellery: bool = True


class PlannedAmbassador(Immutable):
    """An ambassador who will present credentials; no name is needed to plan."""

    sending_state: State
    agrement_requested_on: date | None = None


class CredentialsPlan(_Dated):
    """A presentation of credentials."""

    kind: Literal["credentials"]
    form: CredentialsForm
    ambassadors: Annotated[tuple[PlannedAmbassador, ...], Field(max_length=20)] = ()


class CeremonyPlan(_Dated):
    """A ceremony of Chapter VI."""

    kind: Literal["ceremony"]
    form: CeremonyForm
    guest_state: State | None = None
    guest_rank: GuestRank | None = None
    #: Day of the election round from which the inauguration is counted.
    deciding_round_on: date | None = None


PlanRequest = Annotated[
    VisitPlan | OutgoingPlan | ReceptionPlan | CredentialsPlan | CeremonyPlan, Field(discriminator="kind")
]
