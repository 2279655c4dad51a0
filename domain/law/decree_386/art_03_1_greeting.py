"""Decree, Art. 3(1): how a head of state is greeted."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from domain.events.state_protocol.conduct import (
    AnthemsPlayed,
    FlagsDisplayed,
    FlowersPresented,
    HonourGuardFormed,
    PersonsArrived,
    PersonsEscorted,
    PersonsIntroduced,
    SeatTaken,
    SpeechDelivered,
    StepTaken,
    ThingPlaced,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import NoticeGiven
from domain.events.state_protocol.programme import AircraftParked
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import Need, Subject, Thing
from domain.events.state_protocol.vocabulary import (
    Activity,
    Anthem,
    Flag,
    Formation,
    Presence,
    Seat,
    Viewpoint,
)
from domain.law.decree_386.arriving import (
    GREETERS,
    Escorts,
    GuestFirst,
    Manner,
    OnStand,
    PresentsHost,
    Tongues,
    descent_taps,
    embassy_here,
    guest_leaves_first,
    more_exits,
    one_exit,
    only_attached_ride,
    second_ramp,
    second_ramp_taps,
)
from domain.law.decree_386.forms.beforehand import Beforehand
from domain.law.decree_386.forms.cell_forms import FlagsTogether
from domain.law.decree_386.forms.duties import Asks
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.rules import DecreeRules, decree
from domain.law.decree_386.forms.sequences import Order
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.visits import needed, spouse_comes
from domain.law.decree_386.forms.wanted import AtLeast, OneOf, Param, Wanted
from domain.law.view import CaseView

rules = DecreeRules("visit")
ARRIVAL = Activity.ARRIVAL
GREETING = Order("greeting")
PROTOCOL: Final = "ge-head-state-protocol"
BOTH_ANTHEMS: Final = (Anthem.GUEST, Anthem.GEORGIA)
#: Due half an hour before: whoever the text names as minister, deputy or head of an agency or the city (note-6).
HALF_AN_HOUR: Final = (
    "ge-minister",
    "ge-parliament-member",
    "ge-agency-head",
    "ge-city-head",
    "ge-speaker",
    "ge-state-minister",
    "ge-foreign-minister",
    "ge-mayor",
)


def _step(step: Step, **holds: object) -> Wanted:
    return Wanted(StepTaken, where={"step": step}, holds=holds)


def _thing(thing: Thing, **holds: object) -> Wanted:
    return Wanted(ThingPlaced, where={"thing": thing}, holds=holds)


def _seated(who: str, car: int) -> Asks:
    """Somebody of a class sits in a car; others of the class may sit elsewhere."""
    return Asks(activity=ARRIVAL, wanted=Wanted(SeatTaken, where={"car": car, "who": who}))


def _flags(place: Place) -> Wanted:
    return FlagsTogether(FlagsDisplayed, {"place": place}, flags=(Flag.GUEST, Flag.GEORGIA))


def speeches_made(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether welcome speeches are planned, or were made."""
    return needed(Need.ARRIVAL_SPEECHES)(case, occasion) or any(
        isinstance(fact.data, SpeechDelivered) and fact.data.activity is occasion.activity
        for fact in case.history.all(SpeechDelivered)
    )


# (a) Who greets, and when they come. Limits run to the touchdown (note-7).
rules.attends("3/1/a.1", ARRIVAL, Presence.GREETING)
rules.attends("3/1/a.2", ARRIVAL, Presence.GREETING, when=embassy_here)
rules.attests("3/1/a.3", ARRIVAL)
rules.in_time(
    "3/1/a.4",
    ARRIVAL,
    Wanted(PersonsArrived, where={"place": Place.AIRPORT, "who": OneOf(HALF_AN_HOUR)}),
    everyone=True,
)
rules.in_time(
    "3/1/a.5", ARRIVAL, Wanted(PersonsArrived, where={"place": Place.AIRPORT, "who": "ge-president"})
)
rules.in_time(
    "3/1/a.6",
    ARRIVAL,
    Wanted(
        PersonsArrived,
        where={
            "place": Place.AIRFIELD_POSITIONS,
            "who": OneOf(("other-official", "guest-embassy-diplomat", *GREETERS)),
        },
    ),
    everyone=True,
)

# (b) What stands at the airport, and who plays.
rules.asks(
    "3/1/b.1",
    ARRIVAL,
    Wanted(
        FlagsDisplayed,
        where={"place": Place.AIRPORT},
        holds={"left": Flag.GUEST, "right": Flag.GEORGIA, "seen_from": Viewpoint.AIRFIELD},
    ),
)
rules.asks("3/1/b.2", ARRIVAL, _thing(Thing.BANNER, place=Place.AIRPORT, languages=Tongues("languages")))
rules.duty("3/1/b.3", OnStand(activity=ARRIVAL, wanted=_thing(Thing.CARPET, colour="red")))
rules.duty("3/1/b.4", OnStand(activity=ARRIVAL, wanted=_thing(Thing.PODIUM)))
rules.asks("3/1/b.5", ARRIVAL, _thing(Thing.PODIUM, microphones=True), when=speeches_made)
rules.duty(
    "3/1/b.6",
    Manner(
        activity=ARRIVAL,
        wanted=GuestFirst(
            AnthemsPlayed,
            holds={"performer": OneOf(("ge-defence-orchestra", "ge-defence-ministry"))},
            besides={"order": BOTH_ANTHEMS},
        ),
        reported_by=decree("3/1/g.3"),
    ),
)
rules.asks(
    "3/1/b.7",
    ARRIVAL,
    Wanted(HonourGuardFormed, where={"formation": Formation.PARADE}, holds={"services": Param("services")}),
)

# (c) The aircraft, and those who leave it before the guest.
rules.duty(
    "3/1/c.1",
    OnStand(activity=ARRIVAL, wanted=Wanted(AircraftParked, where={"activity": ARRIVAL}), assigned=True),
)
rules.judged("3/1/c.2", ARRIVAL, when=more_exits, records=second_ramp_taps)(second_ramp)
rules.judged("3/1/c.3", ARRIVAL, when=one_exit, records=descent_taps)(guest_leaves_first)
rules.attends("3/1/c.4", ARRIVAL, Presence.AT_RAMP)
rules.attests("3/1/c.5", ARRIVAL)
rules.attends("3/1/c.6", ARRIVAL, Presence.AT_RAMP)
rules.attests("3/1/c.7", ARRIVAL)

# (d) At the aircraft.
rules.step(
    "3/1/d.1",
    ARRIVAL,
    GREETING,
    _step(Step.HOST_APPROACHES_AIRCRAFT, by="ge-president"),
    also=(_thing(Thing.RAMP_1, carpeted=True),),
)
rules.attests("3/1/d.2", ARRIVAL)
rules.step(
    "3/1/d.3", ARRIVAL, GREETING, _step(Step.GUEST_GREETED_ON_BOARD, by=(PROTOCOL, "guest-ambassador"))
)
_PRESENTS = PresentsHost(
    activity=ARRIVAL,
    order=GREETING,
    wanted=Wanted(
        PersonsIntroduced,
        where={"presented": "ge-president", "to": "main-guest"},
        holds={"presenter": PROTOCOL},
    ),
)
GREETING.steps.append((decree("3/1/d.4"), _PRESENTS))
rules.duty("3/1/d.4", _PRESENTS)
rules.attested_step(
    "3/1/d.5",
    ARRIVAL,
    GREETING,
    Wanted(FlowersPresented, where={"to": "guest-spouse"}, holds={"by": "couple-in-national-dress"}),
    when=spouse_comes,
)

# (e) Honours.
rules.attested_step("3/1/e.1", ARRIVAL, GREETING, _step(Step.LEADERS_GO_TO_GUARD))
rules.step("3/1/e.2", ARRIVAL, GREETING, _step(Step.GUARD_REPORTS))
rules.attested_step("3/1/e.3", ARRIVAL, GREETING, _step(Step.GUEST_BOWS_TO_FLAG))

# (f) The line.
rules.attested_step("3/1/f.1", ARRIVAL, GREETING, _step(Step.LEADERS_APPROACH_LINE, by=PROTOCOL))
rules.attested_step("3/1/f.2", ARRIVAL, GREETING, _step(Step.GUEST_WALKS_LINE))
rules.attested_step(
    "3/1/f.3",
    ARRIVAL,
    GREETING,
    Wanted(
        PersonsIntroduced,
        where={"presenter": PROTOCOL, "presented": OneOf(("other-official", *GREETERS)), "to": "main-guest"},
    ),
)
rules.attested_step(
    "3/1/f.4",
    ARRIVAL,
    GREETING,
    Wanted(
        PersonsIntroduced,
        where={
            "presenter": "guest-protocol-head",
            "presented": OneOf(
                ("guest-delegation-member", "guest-delegation", "guest-embassy-diplomat", "guest-embassy")
            ),
            "to": "ge-president",
        },
    ),
)

# (g) The podium.
rules.step("3/1/g.1", ARRIVAL, GREETING, _step(Step.LEADERS_MOUNT_PODIUM, by=("main-guest", "ge-president")))
rules.attests("3/1/g.2", ARRIVAL, when=spouse_comes)
rules.step(
    "3/1/g.3",
    ARRIVAL,
    GREETING,
    Wanted(AnthemsPlayed, holds={"order": BOTH_ANTHEMS}, besides={"performer": "ge-defence-orchestra"}),
)
rules.step("3/1/g.4", ARRIVAL, GREETING, _step(Step.GUARD_MARCHES_PAST))

# (h) The motorcade. The car closes the ceremony.
rules.step("3/1/h.1", ARRIVAL, GREETING, _thing(Thing.CAR))
rules.asks(
    "3/1/h.2",
    ARRIVAL,
    Wanted(SeatTaken, where={"who": "main-guest"}, holds={"car": 1, "seat": Seat.REAR_RIGHT}),
)
rules.asks(
    "3/1/h.3",
    ARRIVAL,
    Wanted(SeatTaken, where={"who": "ge-president"}, holds={"car": 1, "seat": Seat.REAR_LEFT}),
)
rules.duty(
    "3/1/h.4",
    Together(
        activity=ARRIVAL,
        parts=(
            _seated("ge-security-officer", 1),
            replace(_seated("interpreter", 1), when=needed(Need.INTERPRETER)),
        ),
    ),
)
rules.duty(
    "3/1/h.5",
    Asks(
        activity=ARRIVAL,
        wanted=Wanted(
            PersonsEscorted,
            where={"who": "main-guest", "place": OneOf((Place.RESIDENCE, Place.KRTSANISI_HOUSE_2))},
            holds={"by": "ge-president"},
        ),
        afterwards=True,
    ),
)
rules.asks("3/1/h.6", ARRIVAL, _thing(Thing.MOTORCADE, number=AtLeast(1)))
rules.duty(
    "3/1/h.7",
    Together(
        activity=ARRIVAL,
        parts=(
            *(
                Asks(activity=ARRIVAL, wanted=Wanted(SeatTaken, where={"who": spouse}, holds={"car": 2}))
                for spouse in ("guest-spouse", "ge-president-spouse")
            ),
            _seated("ge-security-officer", 2),
            _seated("interpreter", 2),
        ),
        when=spouse_comes,
    ),
)
rules.duty(
    "3/1/h.8",
    Beforehand(
        activity=ARRIVAL,
        wanted=Wanted(
            NoticeGiven,
            where={
                "subject": Subject.SEATING_SCHEME,
                "to": OneOf(("guest-protocol-service", "guest-protocol-head")),
            },
            besides={"by": "ge-state-protocol-service"},
        ),
    ),
)
rules.judged("3/1/h.9", ARRIVAL)(only_attached_ride)

# (i) The way into town. Where flags are missing at the sites, Art. 25(4)(a) reports it.
rules.duty(
    "3/1/i.1",
    Together(
        activity=ARRIVAL,
        parts=(
            Asks(activity=ARRIVAL, wanted=_flags(Place.ROUTE)),
            Manner(activity=ARRIVAL, wanted=_flags(Place.PROGRAMME_SITES), reported_by=decree("25/4/a.1")),
        ),
    ),
)
rules.asks(
    "3/1/i.2",
    ARRIVAL,
    Wanted(
        FlagsDisplayed,
        where={"place": Place.MAIN_CAR},
        holds={"right": OneOf((Flag.GUEST, Flag.STANDARD)), "left": Flag.GEORGIA},
    ),
)
rules.duty("3/1/i.3", Escorts(activity=ARRIVAL, also=(Activity.DEPARTURE,)))
