"""Decree, Art. 3(1): how a head of state is greeted."""

from __future__ import annotations

from domain.events.state_protocol.conduct import FlagsDisplayed, PersonsArrived, StepTaken, ThingPlaced
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import Thing
from domain.events.state_protocol.vocabulary import Activity, Flag, Presence, Viewpoint
from domain.law.decree_386.rules import DecreeRules
from domain.law.decree_386.sequences import Order
from domain.law.decree_386.wanted import OneOf, Wanted

rules = DecreeRules("visit")
ARRIVAL = Activity.ARRIVAL
GREETING = Order("greeting")

# (a) Who greets, and when they come. Limits run to the touchdown (note-7).
rules.attends("3/1/a.1", ARRIVAL, Presence.GREETING)
rules.in_time(
    "3/1/a.4",
    ARRIVAL,
    Wanted(
        PersonsArrived,
        where={
            "place": Place.AIRPORT,
            "who": OneOf(("ge-minister", "ge-parliament-member", "ge-agency-head", "ge-city-head")),
        },
    ),
    everyone=True,
)

# (b) What stands at the airport.
rules.asks(
    "3/1/b.1",
    ARRIVAL,
    Wanted(
        FlagsDisplayed,
        where={"place": Place.AIRPORT},
        holds={"left": Flag.GUEST, "right": Flag.GEORGIA, "seen_from": Viewpoint.AIRFIELD},
    ),
)
rules.asks(
    "3/1/b.2",
    ARRIVAL,
    Wanted(ThingPlaced, where={"thing": Thing.BANNER}, holds={"place": Place.AIRPORT, "languages": "ka"}),
)

# (e) Honours.
rules.step("3/1/e.2", ARRIVAL, GREETING, Wanted(StepTaken, where={"step": Step.GUARD_REPORTS}))
rules.step("3/1/e.3", ARRIVAL, GREETING, Wanted(StepTaken, where={"step": Step.GUEST_BOWS_TO_FLAG}))
