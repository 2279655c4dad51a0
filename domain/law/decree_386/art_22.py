"""Decree, Art. 22: the President presents State awards."""

from __future__ import annotations

from domain.events.state_protocol.conduct import (
    AwardHanded,
    FlagsDisplayed,
    FlowersPresented,
    PersonsArrived,
    SpeechDelivered,
    StepTaken,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import AwardItem, Need
from domain.events.state_protocol.vocabulary import Activity, Flag, Presence
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.sequences import Order
from domain.law.decree_386.forms.visits import needed
from domain.law.decree_386.forms.wanted import Wanted

rules = DecreeRules("ceremony")
AWARD = Activity.STATE_AWARD
AWARDING = Order("state_award")

# (1) The hall, and the way into it.
rules.asks("22/1.1", AWARD, Wanted(ActivityStarted, holds={"place": Place.AWARDS_CONFERENCE_HALL}))
rules.in_time(
    "22/1.2",
    AWARD,
    Wanted(PersonsArrived, where={"who": "award-recipient"}, holds={"place": Place.ENTRANCE_3}),
    everyone=True,
)
rules.asks(
    "22/1.3", AWARD, Wanted(FlagsDisplayed, holds={"place": Place.HALL_CENTRE, "flags": (Flag.GEORGIA,)})
)
rules.attests("22/1.4", AWARD)

# (2) Who is there. The section head who gives flowers is not on the list, which is a minimum (note-21).
rules.attends("22/2.1", AWARD, Presence.ACCOMPANIMENT)
rules.may_attend("22/2.2", AWARD, Presence.ATTENDANCE)
rules.attends("22/2.3", AWARD, Presence.MEDIA)

# (3) The presentation, in this order.
rules.step(
    "22/3.1",
    AWARD,
    AWARDING,
    Wanted(StepTaken, where={"step": Step.ACT_READ}, holds={"by": "ge-first-deputy-state-minister"}),
)
rules.step(
    "22/3.2",
    AWARD,
    AWARDING,
    Wanted(
        AwardHanded,
        where={"to": "ge-president"},
        holds={"by": "ge-deputy-head-state-chancellery", "items": AwardItem.AWARD},
    ),
)
rules.step(
    "22/3.3",
    AWARD,
    AWARDING,
    Wanted(
        AwardHanded,
        where={"to": "award-recipient"},
        holds={"by": "ge-president", "items": AwardItem.AWARD},
    ),
)
rules.step(
    "22/3.4",
    AWARD,
    AWARDING,
    Wanted(
        FlowersPresented,
        where={"to": "award-recipient"},
        holds={"by": "ge-head-awards-section"},
    ),
    when=needed(Need.LADY),
)
rules.step("22/3.5", AWARD, AWARDING, Wanted(SpeechDelivered, where={"by": "ge-president"}))
rules.step(
    "22/3.6",
    AWARD,
    AWARDING,
    Wanted(
        StepTaken,
        where={"step": Step.COMMEMORATIVE_PHOTOGRAPH},
        holds={"by": ("ge-president", "award-recipient")},
    ),
)
