"""What escorts do, in a readmission or in a transit (protocol, Art. 10), and agreed crossing points (Art. 2(3))."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.events.base import EventData
from domain.events.parts import CrossingPoint, EscortOfficer, Language, VisaNeed
from domain.kernel import OfficeId, Remark

TRAVEL_KINDS = "readmission transit"


class CrossingPointAgreed(
    EventData, kinds=TRAVEL_KINDS, label=("Crossing point agreed", "გამტარი პუნქტი შეთანხმდა")
):
    """The competent authorities agreed, for this case, on a crossing point that is not designated."""

    crossing_point: CrossingPoint
    agreed_by: Annotated[tuple[OfficeId, ...], Field(min_length=1, max_length=4)]


class EscortChanged(EventData, kinds=TRAVEL_KINDS, label=("Escort changed", "ესკორტი შეიცვალა")):
    """The escorts are no longer those stated in the application."""

    escorts: Annotated[tuple[EscortOfficer, ...], Field(max_length=20)] = ()
    change: Remark


class EscortChangeNotified(
    EventData, kinds=TRAVEL_KINDS, label=("Escort change notified", "ესკორტის ცვლილება შეტყობინებულია")
):
    """The requested authority was told of a change of escorts."""

    by: OfficeId
    to: OfficeId
    language: Language


class EscortVisasStated(
    EventData, kinds=TRAVEL_KINDS, label=("Escort visas stated", "ესკორტის ვიზები მითითებულია")
):
    """For every country on the route: do the escorts need its visa, and do they hold it."""

    route: Annotated[tuple[VisaNeed, ...], Field(min_length=1, max_length=20)]


class EscortStarted(EventData, kinds=TRAVEL_KINDS, label=("Escort started", "ესკორტირება დაიწყო")):
    """The escorts took charge of the person."""

    escort_count: Annotated[int, Field(ge=1, le=20)]


class PersonHandedOver(EventData, kinds=TRAVEL_KINDS, label=("Person handed over", "პირი გადაბარდა")):
    """The escorts handed the person to the authorities of the State of destination."""

    to: OfficeId


class DocumentsHandedOver(
    EventData, kinds=TRAVEL_KINDS, label=("Documents handed over", "დოკუმენტები გადაბარდა")
):
    """The escorts handed over the documents on which the transfer rests."""

    to: OfficeId
    documents: Annotated[tuple[Remark, ...], Field(max_length=50)] = ()


class ForceGround(StrEnum):
    """Why force was used."""

    SELF_DEFENCE = "self_defence"
    COERCION = "direct_coercion"


class Threat(StrEnum):
    """The threats that Art. 10(h) of the protocol names."""

    ESCAPE = "escape"
    SELF_HARM = "self_harm"
    HARM_TO_OTHERS = "harm_to_third_parties"
    DAMAGE = "damage_to_property"


class ForceUsed(EventData, kinds=TRAVEL_KINDS, label=("Force used", "ძალა გამოყენებულია")):
    """Escorts used force, with the circumstances they state."""

    ground: ForceGround
    threat: Threat | None = None
    no_authorised_persons_present: bool | None = None
    proportionality: Remark | None = None
