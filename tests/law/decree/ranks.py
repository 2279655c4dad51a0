"""Whole visits of every rank, from the landing to the take-off, for the tests of Arts. 4 to 18."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.law.decree.tale import DAY, Tale, visit

#: When it happened, the event, and what it says.
Told = tuple[str, str, dict[str, Any]]

GUEST, STANDARD, GEORGIA = "guest_state_flag", "guest_presidential_standard", "georgian_state_flag"
BOTH = [GUEST, GEORGIA]
#: When the State Minister and the State Chancellery existed.
DAY_2003 = date(2003, 9, 15)


def whole(category: str, rank: str, *facts: Told, day: date = DAY, **more: Any) -> Tale:
    """Return a visit that is over: touchdown at 12:00, take-off at 11:00 two days later, and what else is told."""
    tale = visit(category, rank, day, **more)
    tale.tell("12:00", "AircraftLanded")
    for when, event, data in facts:
        tale.tell(when, event, **data)
    tale.tell("12:40", "ActivityEnded", activity="arrival")
    tale.tell("+2 11:00", "AircraftDeparted")
    return tale.tell("+2 11:20", "ActivityEnded", activity="departure")


def flags(place: str, *shown: str, when: str = "09:00", **more: Any) -> Told:
    """Flags hung in a place."""
    return (when, "FlagsDisplayed", {"place": place, "flags": list(shown), **more})


def sides(place: str, left: str, right: str, when: str = "09:00", **more: Any) -> Told:
    """Flags hung in a place, told by their sides."""
    return (when, "FlagsDisplayed", {"place": place, "left": left, "right": right, **more})


def greeted(*offices: str, spouse: str = "", **more: Any) -> Told:
    """Offices greeted the guest, one of them with a spouse."""
    return ("11:55", "OfficialsPresent", {"role": "greeting", "present": _present(offices, spouse), **more})


def seen_off(*offices: str, spouse: str = "", **more: Any) -> Told:
    """Offices saw the guest off, one of them with a spouse."""
    present = _present(offices, spouse)
    return ("+2 10:50", "OfficialsPresent", {"role": "farewell", "present": present, **more})


def attended(activity: str, *offices: str, when: str = "16:00") -> Told:
    """Offices attended an item of the programme."""
    data = {"role": "attendance", "activity": activity, "present": _present(offices, "")}
    return (when, "OfficialsPresent", data)


def _present(offices: tuple[str, ...], spouse: str) -> list[dict[str, Any]]:
    return [{"office": office} | ({"with_spouse": True} if office == spouse else {}) for office in offices]


def rode(leg: str, motorcycles: int, police_cars: int = 0, when: str = "12:45") -> Told:
    """An escort rode."""
    return (when, "EscortRode", {"leg": leg, "motorcycles": motorcycles, "police_cars": police_cars})


def placed(thing: str, activity: str = "arrival", when: str = "11:00", **more: Any) -> Told:
    """A thing stood at the airport."""
    return (when, "ThingPlaced", {"thing": thing, "activity": activity, "place": "airport", **more})


#: What no protocol event may be, one of each kind.
PROTOCOL_EVENTS: tuple[Told, ...] = (
    ("12:05", "AnthemsPlayed", {"order": ["guest_state_anthem"], "activity": "arrival"}),
    ("12:05", "HonourGuardFormed", {"formation": "parade", "activity": "arrival"}),
    rode("in_city", 1),
    placed("carpet"),
    placed("podium"),
    placed("banner"),
)
