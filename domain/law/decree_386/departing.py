"""What decides about the farewell: when it begins, from where the guest leaves, who rides along, how many doors."""

from __future__ import annotations

from datetime import datetime

from domain.events.state_protocol.conduct import PersonsArrived, PersonsEscorted, StepTaken
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import GuestsLodged
from domain.events.state_protocol.programme import ActivityStarted, AircraftDeparted, AircraftLanded
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.history import Contradicted
from domain.law.view import CaseView

DEPARTURE = Activity.DEPARTURE


def _ceremony(case: CaseView) -> Fact | None:
    """Return the start of the farewell ceremony, which goes before the take-off."""
    found = [fact for fact in case.history.all(ActivityStarted) if _activity(fact) is DEPARTURE]
    if len(found) > 1:
        raise Contradicted(found)
    return found[0] if found else None


def _activity(fact: Fact) -> Activity | None:
    return getattr(fact.data, "activity", None)


def farewell_start(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return the start of the farewell ceremony, else the scheduled departure (note-8)."""
    ceremony = _ceremony(case)
    return ceremony.occurred_at if ceremony else occasion.planned_start


def farewell_planned(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return the anchor by the plan; once the ceremony is recorded, only that counts."""
    return None if _ceremony(case) else occasion.planned_start


def take_off(_case: CaseView, occasion: Occasion) -> datetime | None:
    """Return the departure of the aircraft: the other reading of note-8 and note-9."""
    taken = [fact for fact in occasion.starts if isinstance(fact.data, AircraftDeparted)]
    return taken[0].occurred_at if taken else occasion.planned_start


def farewell_step(case: CaseView, step: Step) -> Fact | None:
    """Return the first fact of a step of the farewell, or None."""
    return next(
        (
            fact
            for fact in case.history.all(StepTaken)
            if isinstance(fact.data, StepTaken)
            and fact.data.step is step
            and fact.data.activity in (None, DEPARTURE)
        ),
        None,
    )


def guest_sets_out(case: CaseView, _occasion: Occasion) -> datetime | None:
    """Return when the main guest left for the airport (note-9)."""
    left = farewell_step(case, Step.GUEST_SETS_OUT)
    return left.occurred_at if left else None


def leaves_from_residence(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the guest goes to the airport from the residence; so it is unless something else is on record."""
    left = farewell_step(case, Step.GUEST_SETS_OUT)
    if left is not None and isinstance(left.data, StepTaken) and left.data.place is not None:
        return left.data.place is Place.RESIDENCE
    rooms = [
        fact.data.place
        for fact in case.history.all(GuestsLodged)
        if isinstance(fact.data, GuestsLodged) and "main-guest" in fact.data.who
    ]
    return not rooms or rooms[-1] in (Place.RESIDENCE, Place.GUEST_HOUSE, Place.KRTSANISI_HOUSE_2)


def comes_alone(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether the President goes to the airport without the guest: who rides along is exempt (note-8).

    Where he has to ride along and nothing says that he came by himself, only 3(2)(a), sentence 2 asks for him.
    """
    came = any(
        _says_activity(fact, occasion) for fact in case.history.all(PersonsArrived) if _president(fact)
    )
    return came or not (leaves_from_residence(case, occasion) or _rode_along(case))


def _president(fact: Fact) -> bool:
    data = fact.data
    return isinstance(data, PersonsArrived) and data.place is Place.AIRPORT and "ge-president" in data.who


def _says_activity(fact: Fact, occasion: Occasion) -> bool:
    return _activity(fact) is occasion.activity


def _rode_along(case: CaseView) -> bool:
    return any(
        isinstance(fact.data, PersonsEscorted)
        and "main-guest" in fact.data.who
        and "ge-president" in fact.data.by
        and fact.data.place is Place.AIRPORT
        and fact.data.activity in (None, DEPARTURE)
        for fact in case.history.all(PersonsEscorted)
    )


def one_entrance(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the aircraft is known to have only one door; it leaves with the doors with which it came."""
    for fact in (*case.history.all(AircraftDeparted), *case.history.all(AircraftLanded)):
        doors = fact.data.entrances if isinstance(fact.data, AircraftDeparted) else None
        if isinstance(fact.data, AircraftLanded):
            doors = fact.data.exits
        if doors is not None:
            return doors == 1
    return False


def several_entrances(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether the general rule of two ramps applies: wherever one door alone is not on record."""
    return not one_entrance(case, occasion)
