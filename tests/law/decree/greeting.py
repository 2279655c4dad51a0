"""A greeting of a head of state with nothing wrong in it, told by name so that a test can change one fact."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.law.decree.tale import DAY, Tale, visit

#: Every name with its time, event and payload; the activity is added.
FACTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "scheme": ("-1 15:00", "NoticeGiven", {"subject": "seating_scheme", "to": ["guest-protocol-service"]}),
    "flags": (
        "09:00",
        "FlagsDisplayed",
        {
            "place": "airport",
            "left": "guest_state_flag",
            "right": "georgian_state_flag",
            "seen_from": "airfield",
        },
    ),
    "banner": (
        "09:00",
        "ThingPlaced",
        {"thing": "banner", "place": "airport", "languages": ["ro", "ka"]},
    ),
    "carpet": ("10:00", "ThingPlaced", {"thing": "carpet", "colour": "red", "stand": 2}),
    "podium": ("10:00", "ThingPlaced", {"thing": "podium", "stand": 2}),
    "route_flags": (
        "09:00",
        "FlagsDisplayed",
        {"place": "route", "flags": ["guest_state_flag", "georgian_state_flag"]},
    ),
    "car_flags": (
        "11:00",
        "FlagsDisplayed",
        {"place": "main_car", "right": "guest_presidential_standard", "left": "georgian_state_flag"},
    ),
    "ministers": ("11:30", "PersonsArrived", {"who": ["ge-minister", "ge-mayor"], "place": "airport"}),
    "president": ("11:45", "PersonsArrived", {"who": ["ge-president"], "place": "airport"}),
    "places": (
        "11:50",
        "PersonsArrived",
        {"who": ["other-official", "guest-embassy-diplomat"], "place": "airfield_positions"},
    ),
    "guard": ("11:40", "HonourGuardFormed", {"formation": "parade", "services": 3}),
    "landing": ("12:00", "AircraftLanded", {"exits": 2}),
    "parking": ("12:04", "AircraftParked", {"stand": 2}),
    "ramp_2": ("12:05", "ThingPlaced", {"thing": "ramp_no_2"}),
    "companions": ("12:06", "StepTaken", {"step": "companions_descend", "place": "ramp_2"}),
    "at_ramp": (
        "12:06",
        "OfficialsPresent",
        {
            "role": "at_ramp",
            "present": [
                {"office": "ge-state-protocol-officer"},
                {"office": "ge-president-press-officer"},
                {"office": "guest-embassy-diplomat"},
            ],
        },
    ),
    "ramp_1": ("12:07", "ThingPlaced", {"thing": "ramp_no_1", "carpeted": True}),
    "approach": ("12:08", "StepTaken", {"step": "host_approaches_aircraft", "by": ["ge-president"]}),
    "on_board": (
        "12:09",
        "StepTaken",
        {"step": "guest_greeted_on_board", "by": ["ge-head-state-protocol", "guest-ambassador"]},
    ),
    "descent": ("12:10", "StepTaken", {"step": "guest_descends"}),
    "presented": (
        "12:11",
        "PersonsIntroduced",
        {"presenter": "ge-head-state-protocol", "presented": ["ge-president"], "to": ["main-guest"]},
    ),
    "flowers": (
        "12:12",
        "FlowersPresented",
        {"to": "guest-spouse", "by": "couple-in-national-dress"},
    ),
    "to_guard": ("12:13", "StepTaken", {"step": "leaders_go_to_guard"}),
    "report": ("12:14", "StepTaken", {"step": "guard_commander_reports"}),
    "bow": ("12:15", "StepTaken", {"step": "guest_bows_to_flag"}),
    "to_line": ("12:16", "StepTaken", {"step": "leaders_approach_line", "by": ["ge-head-state-protocol"]}),
    "line": ("12:17", "StepTaken", {"step": "guest_walks_line"}),
    "greeters": (
        "12:17",
        "PersonsIntroduced",
        {"presenter": "ge-head-state-protocol", "presented": ["ge-speaker"], "to": ["main-guest"]},
    ),
    "delegation": (
        "12:18",
        "PersonsIntroduced",
        {
            "presenter": "guest-protocol-head",
            "presented": ["guest-delegation-member"],
            "to": ["ge-president"],
        },
    ),
    "on_podium": (
        "12:20",
        "StepTaken",
        {"step": "leaders_mount_podium", "by": ["main-guest", "ge-president"]},
    ),
    "anthems": (
        "12:21",
        "AnthemsPlayed",
        {"order": ["guest_state_anthem", "georgian_state_anthem"], "performer": "ge-defence-orchestra"},
    ),
    "march": ("12:25", "StepTaken", {"step": "guard_marches_past"}),
    "motorcade": ("12:26", "ThingPlaced", {"thing": "numbered_motorcade", "number": 8}),
    "car": ("12:28", "ThingPlaced", {"thing": "main_guest_car"}),
    "guest_seat": ("12:29", "SeatTaken", {"car": 1, "seat": "rear_right", "who": ["main-guest"]}),
    "president_seat": ("12:29", "SeatTaken", {"car": 1, "seat": "rear_left", "who": ["ge-president"]}),
    "guard_seat": ("12:29", "SeatTaken", {"car": 1, "seat": "front", "who": ["ge-security-officer"]}),
    "second_car": (
        "12:29",
        "SeatTaken",
        {"car": 2, "who": ["guest-spouse", "ge-president-spouse", "ge-security-officer", "interpreter"]},
    ),
    "escort": ("12:30", "EscortRode", {"leg": "from_airport", "motorcycles": 7}),
    "ride": (
        "12:55",
        "PersonsEscorted",
        {"who": ["main-guest"], "by": ["ge-president"], "place": "residence"},
    ),
    "present": (
        "12:17",
        "OfficialsPresent",
        {
            "role": "greeting",
            "present": [
                {"office": "ge-president", "with_spouse": True},
                *(
                    {"office": office}
                    for office in (
                        "ge-speaker",
                        "ge-state-minister",
                        "ge-foreign-minister",
                        "ge-ambassador-to-guest-country",
                        "ge-mayor",
                        "ge-first-deputy-state-minister",
                        "ge-head-international-relations",
                        "ge-head-state-protocol",
                        "ge-head-state-provision",
                        "ge-head-press-service",
                        "guest-embassy-diplomat",
                    )
                ),
            ],
        },
    ),
}
#: Facts of the arrival that carry no activity of their own.
_BARE = frozenset({"AircraftLanded", "AircraftParked"})

Change = tuple[str, dict[str, Any]] | str | None


def greeting(
    category: str = "official", day: date = DAY, *, spouse: bool = True, over: bool = True, **changes: Change
) -> Tale:
    """Tell the greeting: a name set to None is left out, to a time moved, to a pair moved and changed."""
    tale = visit(category, day=day, with_spouse=spouse)
    for name, (when, event, data) in FACTS.items():
        change = changes.get(name, "")
        if change is None:
            continue
        at, more = change if isinstance(change, tuple) else (change, {})
        own = {} if event in _BARE else {"activity": "arrival"}
        tale.tell(at or when, event, **(own | data | more))
    return tale.tell("13:00", "ActivityEnded", activity="arrival") if over else tale


def deviations(tale: Tale) -> set[str]:
    """Return the provisions of the greeting that were not kept, by their place in Art. 3(1)."""
    return {
        item.norm.id.removeprefix("decree-386/art-3/1/")
        for item in tale.report("14:00").deviations
        if item.norm.id.startswith("decree-386/art-3/1/")
    }
