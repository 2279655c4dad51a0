"""Decree, Art. 23: the inauguration of the President, in the wording of 2018."""

from __future__ import annotations

from datetime import datetime, time

from domain.events.state_protocol.conduct import AnthemsPlayed, SalvoFired, SpeechDelivered, StepTaken
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.registering import ElectionHeld
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.vocabulary import Activity, Anthem, Presence
from domain.law.decree_386 import inauguration
from domain.law.decree_386.forms.duties import Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.rules import DecreeRules, decree
from domain.law.decree_386.forms.sequences import Order
from domain.law.decree_386.forms.wanted import InOrder, Param, Wanted
from domain.law.decree_386.inauguration import AfterTheOath, InaugurationGuests, Salute
from domain.law.provision import Provision
from domain.law.verdict import Verdict
from domain.law.view import CaseView

rules = DecreeRules("ceremony")
INAUGURATION = Activity.INAUGURATION
#: The text puts the speech before the oath and says nothing of its place beside the flag.
SPEECH = Order("inauguration_speech")
OATH = Order("inauguration_oath")

# (1) Speech and oath: the office is taken with the oath, so the speech comes before it.
rules.step(
    "23/1.1",
    INAUGURATION,
    SPEECH,
    Wanted(SpeechDelivered, where={"by": "ge-president-elect"}),
    ahead_of=inauguration.OATH,
)


# (2) The day.
def _held(_case: CaseView, occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    return (Tap(ActivityStarted.TYPE, {"activity": occasion.activity.value}),)


def _sunday(case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
    election = inauguration.deciding_round(case)
    if election is None:
        return occasion.start
    return datetime.combine(inauguration.third_sunday(election, law), time(), tzinfo=case.zone)


@rules.judged("23/2", INAUGURATION, records=_held, due=_sunday)
def held_on_the_third_sunday(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """The ceremony is held on the third Sunday strictly after polling day of the deciding round (note-22)."""
    if occasion.cancelled is not None or omission(case, occasion, law) is not None:
        return unmet(case, occasion, law, ElectionHeld)
    return inauguration.judge_day(case, occasion, law)


def _join(local: str, step: AfterTheOath) -> None:
    OATH.steps.append((decree(local), step))
    rules.duty(local, step)


# (3) Flag, oath, anthem, salute, flag: in this order.
rules.step(
    "23/3.1",
    INAUGURATION,
    OATH,
    Wanted(StepTaken, where={"step": Step.FLAG_BROUGHT_IN}),
    ahead_of=inauguration.OATH,
)
rules.attested_step("23/1.2", INAUGURATION, OATH, inauguration.OATH, landmark=True)
rules.attests("23/3.2", INAUGURATION)
_join(
    "23/3.3",
    AfterTheOath(
        activity=INAUGURATION,
        order=OATH,
        number=len(OATH.steps),
        wanted=Wanted(AnthemsPlayed, holds={"order": InOrder((Anthem.GEORGIA,))}),
    ),
)
_join(
    "23/3.4",
    Salute(
        activity=INAUGURATION,
        order=OATH,
        number=len(OATH.steps),
        wanted=Wanted(SalvoFired, holds={"salvos": Param("salvos")}),
    ),
)
rules.step("23/3.5", INAUGURATION, OATH, Wanted(StepTaken, where={"step": Step.FLAG_RAISED}))
rules.attends("23/3.6", INAUGURATION, Presence.ATTENDANCE)

# (4) Who is there.
rules.duty("23/4.1", InaugurationGuests(activity=INAUGURATION, role=Presence.ATTENDANCE))
rules.may_attend("23/4.2", INAUGURATION, Presence.ATTENDANCE)
