"""The programme: what is planned for when, and when it began and ended. Both are facts."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.events.base import EventData
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.vocabulary import PROTOCOL_KINDS, Activity, ItemKey
from domain.kernel import Instant, Remark
from domain.offices import ProtocolOffice

Stand = Annotated[int, Field(ge=1, le=99)]


class ProgrammeItemScheduled(
    EventData, kinds=PROTOCOL_KINDS, label=("Programme item scheduled", "პროგრამის პუნქტი დაიგეგმა")
):
    """An item of the programme has a time. Scheduling it again moves it. An arrival is planned by its touchdown."""

    activity: Activity
    item: ItemKey | None = None
    starts_at: Instant
    ends_at: Instant | None = None
    place: Place | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends_at is not None and self.ends_at < self.starts_at:
            raise ValueError("ends_at lies before starts_at: give the end of the item, or leave it out")
        return self


class ProgrammeItemCancelled(
    EventData, kinds=PROTOCOL_KINDS, label=("Programme item cancelled", "პროგრამის პუნქტი გაუქმდა")
):
    """An item was taken out of the programme."""

    activity: Activity
    item: ItemKey | None = None
    reason: Remark


class ActivityStarted(EventData, kinds=PROTOCOL_KINDS, label=("Activity started", "ღონისძიება დაიწყო")):
    """An item of the programme began."""

    activity: Activity
    item: ItemKey | None = None
    place: Place | None = None
    #: Who conducts it, gives it, or opens it.
    led_by: ProtocolOffice | None = None
    #: A dinner is official or not; talks may be of one of two formats, which the activity says.
    official: bool | None = None


class ActivityEnded(EventData, kinds=PROTOCOL_KINDS, label=("Activity ended", "ღონისძიება დასრულდა")):
    """An item of the programme ended: what it asked for and was not recorded by then is missing."""

    activity: Activity
    item: ItemKey | None = None


class AircraftLanded(EventData, kinds="visit", label=("Aircraft landed", "თვითმფრინავი დაეშვა")):
    """The main guest's aircraft touched down."""

    airport: Place = Place.AIRPORT
    #: Doors through which passengers leave.
    exits: Annotated[int, Field(ge=1, le=8)] | None = None


class AircraftParked(EventData, kinds="visit", label=("Aircraft parked", "თვითმფრინავი გაჩერდა")):
    """The main guest's aircraft stood still on a stand."""

    activity: Activity = Activity.ARRIVAL
    stand: Stand


class AircraftDeparted(
    EventData, kinds="visit outgoing", label=("Aircraft departed", "თვითმფრინავი გაფრინდა")
):
    """The aircraft took off."""

    airport: Place = Place.AIRPORT
    #: Doors through which passengers board.
    entrances: Annotated[int, Field(ge=1, le=8)] | None = None
