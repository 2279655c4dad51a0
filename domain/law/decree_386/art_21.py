"""Decree, Art. 21: honorary citizens receive passport, certificate and gold medal."""

from __future__ import annotations

from dataclasses import dataclass

from domain.events.state_protocol.conduct import (
    AwardHanded,
    FlagsDisplayed,
    FlowersPresented,
    PersonsIntroduced,
    SpeechDelivered,
    StepTaken,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.registering import CeremonyRegistered
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import AwardItem, Need
from domain.events.state_protocol.vocabulary import Activity, Flag, Presence
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.sequences import Order
from domain.law.decree_386.forms.visits import needed
from domain.law.decree_386.forms.wanted import OneOf, Wanted
from domain.law.provision import Provision
from domain.law.templates import undetermined
from domain.law.verdict import OPEN, Status, Verdict, reason
from domain.law.view import CaseView

rules = DecreeRules("ceremony")
HONOUR = Activity.HONORARY_CITIZENSHIP
CONFERRAL = Order("honorary_citizenship")
THINGS = (AwardItem.PASSPORT, AwardItem.CERTIFICATE, AwardItem.GOLD_MEDAL)


def _resides(case: CaseView) -> bool | None:
    """Tell whether the ambassador of the honoured person's country resides in Tbilisi; None where nobody said."""
    opened = case.history.first(CeremonyRegistered)
    if opened is None:
        return None
    assert isinstance(opened.data, CeremonyRegistered)
    return opened.data.ambassador_in_tbilisi


def _not_said_to_be_away(case: CaseView, _occasion: Occasion) -> bool:
    return _resides(case) is not False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidentAmbassador(Attends):
    """The ambassador is wanted only where the residence is in Tbilisi; an absence says nothing while that is open."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Leave an absence undetermined where the residence is not on record."""
        verdict = Attends.judge(self, case, occasion, law)
        if (
            verdict is None
            or _resides(case)
            or verdict.status in (*OPEN, Status.FULFILLED, Status.DISCHARGED)
        ):
            return verdict
        why = reason("not_stated", what="ambassador_in_tbilisi", wanted=True)
        return undetermined(*verdict.evidence, why=why, awaited=(CeremonyRegistered,))


# (1) The hall.
rules.asks("21/1.1", HONOUR, Wanted(ActivityStarted, holds={"place": Place.CEREMONIES_HALL}))
rules.asks(
    "21/1.2",
    HONOUR,
    Wanted(FlagsDisplayed, holds={"place": Place.CEREMONIES_HALL, "flags": (Flag.GEORGIA,)}),
)
rules.attests("21/1.3", HONOUR)

# (2) Who is there.
rules.attends("21/2.1", HONOUR, Presence.ATTENDANCE)
rules.duty(
    "21/2.2",
    ResidentAmbassador(activity=HONOUR, role=Presence.ATTENDANCE, when=_not_said_to_be_away),
)
rules.attends("21/2.3", HONOUR, Presence.MEDIA)

# (3) The conferral, in this order.
rules.attested_step(
    "21/3.1",
    HONOUR,
    CONFERRAL,
    Wanted(
        PersonsIntroduced,
        where={"presenter": "ge-head-state-protocol", "presented": "honorary-citizen", "to": "ge-president"},
    ),
)
rules.step(
    "21/3.2",
    HONOUR,
    CONFERRAL,
    Wanted(StepTaken, where={"step": Step.ACT_READ}, holds={"by": "ge-first-deputy-state-minister"}),
)
rules.attested_step(
    "21/3.3", HONOUR, CONFERRAL, Wanted(StepTaken, where={"step": Step.HONOUREE_COMES_FORWARD})
)
rules.step(
    "21/3.4",
    HONOUR,
    CONFERRAL,
    Wanted(
        AwardHanded,
        where={"to": "ge-president"},
        holds={"by": "ge-deputy-head-state-chancellery", "items": THINGS},
    ),
)
rules.step(
    "21/3.5",
    HONOUR,
    CONFERRAL,
    Wanted(AwardHanded, where={"to": "honorary-citizen"}, holds={"by": "ge-president", "items": THINGS}),
    also=(Wanted(SpeechDelivered, where={"by": "ge-president"}),),
)
rules.step(
    "21/3.6",
    HONOUR,
    CONFERRAL,
    Wanted(
        FlowersPresented,
        holds={"by": "ge-head-awards-section"},
        where={"to": OneOf(("honorary-citizen", "accompanying-person"))},
    ),
    when=needed(Need.LADY),
)
rules.step("21/3.7", HONOUR, CONFERRAL, Wanted(SpeechDelivered, where={"by": "honorary-citizen"}))

# (4) The end.
rules.attested_step(
    "21/4.1",
    HONOUR,
    CONFERRAL,
    Wanted(
        PersonsIntroduced,
        where={
            "presenter": "honorary-citizen",
            "presented": "accompanying-person",
            "to": "ge-president",
        },
    ),
)
rules.step(
    "21/4.2",
    HONOUR,
    CONFERRAL,
    Wanted(
        StepTaken,
        where={"step": Step.COMMEMORATIVE_PHOTOGRAPH},
        holds={"by": ("ge-president", "honorary-citizen"), "place": Place.AT_STATE_FLAG},
    ),
)
rules.attests("21/4.3", HONOUR)
rules.step(
    "21/4.4",
    HONOUR,
    CONFERRAL,
    Wanted(
        StepTaken,
        where={"step": Step.PRESIDENT_TAKES_LEAVE},
        holds={"by": "ge-president", "place": Place.CEREMONIES_HALL},
    ),
)
