"""Decree, Art. 19: wreaths are laid on the grave of the unknown soldier."""

from __future__ import annotations

from domain.events.state_protocol.conduct import (
    AnthemsPlayed,
    HonourGuardFormed,
    PersonsArrived,
    PersonsEscorted,
    StepTaken,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.vocabulary import Activity, Anthem, Formation, Presence
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.duties import Asks
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.sequences import Order
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.wanted import InOrder, Param, Wanted

rules = DecreeRules("ceremony")
WREATH = Activity.WREATH_LAYING
LAYING = Order("wreath")


def _step(step: Step, **holds: object) -> Wanted:
    return Wanted(StepTaken, where={"step": step}, holds=holds)


# (1) Before the ceremony.
rules.in_time("19/1.1", WREATH, _step(Step.WREATH_BROUGHT, by="guest-embassy"))
rules.asks(
    "19/1.2",
    WREATH,
    Wanted(
        HonourGuardFormed,
        where={"place": Place.MEMORIAL, "formation": Formation.POSTED},
        holds={"right": Param("right"), "left": Param("left")},
    ),
)

# (2) The Minister of Defence is there, and brings the guest.
rules.duty(
    "19/2.1",
    Together(
        activity=WREATH,
        parts=(
            Attends(activity=WREATH, role=Presence.ATTENDANCE),
            Asks(
                activity=WREATH,
                wanted=Wanted(
                    PersonsEscorted,
                    where={"who": "main-guest", "place": Place.MEMORIAL},
                    holds={"by": "ge-defence-minister"},
                ),
            ),
        ),
    ),
)
rules.attested_step(
    "19/2.2",
    WREATH,
    LAYING,
    Wanted(PersonsArrived, where={"who": "guest-delegation", "place": Place.MEMORIAL_STEPS}),
)

# (3) The laying itself, in this order.
rules.step(
    "19/3.1",
    WREATH,
    LAYING,
    _step(Step.WREATH_CARRIED, by="ge-honour-guard-officer", count=Param("officers")),
    also=(_step(Step.GUEST_FOLLOWS_WREATH, by="main-guest"),),
)
rules.attests("19/3.2", WREATH)
rules.attested_step("19/3.3", WREATH, LAYING, _step(Step.RIBBON_STRAIGHTENED))
rules.attested_step("19/3.4", WREATH, LAYING, _step(Step.SILENCE))
rules.step(
    "19/3.5",
    WREATH,
    LAYING,
    Wanted(AnthemsPlayed, holds={"order": InOrder((Anthem.GUEST, Anthem.GEORGIA))}),
)
rules.attested_step("19/3.6", WREATH, LAYING, _step(Step.TURN_TO_STEPS))
rules.step("19/3.7", WREATH, LAYING, _step(Step.GUARD_MARCHES_PAST, by="ge-honour-guard"))
