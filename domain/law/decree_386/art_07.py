"""Decree, Art. 7: the official visit of a head of government."""

from __future__ import annotations

from domain.events.state_protocol.conduct import GiftHandled
from domain.events.state_protocol.things import GiftStage
from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.accompanying import Accompanies
from domain.law.decree_386.forms.cell_forms import ANY
from domain.law.decree_386.forms.duties import Asks
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.decree_386.matrix import Column
from domain.law.decree_386.meeting import ChosenGreeter, stand_ins

rules = DecreeRules("visit")

VISIT = Activity.VISIT

# (1) Greeting and farewell.
rules.duty("7/1/a.1", ChosenGreeter(activity=Activity.ARRIVAL, also=(Activity.DEPARTURE,)))
rules.meets("7/1/a.2")
rules.meets("7/1/a.3")
rules.attests("7/1/a.4", Activity.ARRIVAL)
rules.cell("7/1/b.1", Column.AIRPORT_FLAGS)
rules.cell("7/1/b.2", Column.BANNER)
rules.cell("7/1/b.3", Column.CARPET)
rules.cell("7/1/b.4", Column.PODIUM)
rules.cell("7/1/c.1", Column.ANTHEMS)
rules.cell("7/1/c.2", Column.HONOUR_GUARD)
# Sequence, places and minutes of Art. 3(1) and (2); Art. 7 has rules of its own on who comes, on what stands at
# the airport, on anthems, guard, car and escort, and street flags are not asked for (note-13, note-14).
rules.imports(
    "7/1/d",
    Activity.ARRIVAL,
    also=(Activity.DEPARTURE,),
    leaving_out=(
        "3/1/a.1",
        "3/1/a.2",
        "3/1/a.3",
        "3/1/b.1",
        "3/1/b.2",
        "3/1/b.3",
        "3/1/b.4",
        "3/1/b.6",
        "3/1/b.7",
        "3/1/i",
    ),
    only_their_place=("3/1/g.3",),
    stand_ins=stand_ins,
)
rules.cell("7/1/e.1", Column.CAR_FLAGS)
rules.cell("7/1/e.2", Column.MOTORCYCLES)
rules.duty("7/1/f", Accompanies(activity=VISIT))

# (2) The residence.
rules.cell("7/2.1", Column.LODGING)
rules.cell("7/2.2", Column.RESIDENCE_FLAG)

# (3) to (5) By the scheme for a head of state. The dinner is the President's, whoever greeted.
rules.imports(
    "7/3",
    Activity.TALKS,
    also=(
        Activity.RECEPTION_CEREMONY,
        Activity.TALKS_ONE_TO_ONE,
        Activity.SIGNING,
        Activity.PRESS_CONFERENCE,
    ),
    stand_ins=stand_ins,
)
rules.imports("7/4", Activity.DINNER)
rules.imports("7/5", Activity.PERFORMANCE, also=(Activity.REGIONAL_TRIP,), stand_ins=stand_ins)

# (6) Souvenirs, in the name of the head of state: to the guest and to those who accompany the guest.
GIVEN = {"stage": GiftStage.PRESENTED, "activity": ANY}
rules.duty(
    "7/6.1",
    Together(
        activity=VISIT,
        parts=tuple(
            Asks(
                activity=VISIT,
                wanted=Wanted(GiftHandled, {**GIVEN, "to": to}, {"on_behalf_of": "ge-president"}),
            )
            for to in ("main-guest", "accompanying-person")
        ),
    ),
)
rules.asks(
    "7/6.2",
    VISIT,
    Wanted(
        GiftHandled,
        {"stage": GiftStage.SELECTED, "activity": ANY},
        {"by": "ge-state-provision-service"},
    ),
)
