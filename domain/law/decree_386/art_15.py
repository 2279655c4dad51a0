"""Decree, Art. 15: the official visit of a foreign minister."""

from __future__ import annotations

from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.rules import DecreeRules, decree
from domain.law.decree_386.forms.visits import spouse_comes
from domain.law.decree_386.matrix import Column
from domain.law.decree_386.meeting import SpouseOfGreeter

rules = DecreeRules("visit")

# (1) Greeting and farewell at the airport.
rules.cell("15/1.1", Column.AIRPORT_FLAGS)
rules.cell("15/1.2", Column.CARPET)

# (2) Who greets and sees off. The embassy's diplomats only greet.
rules.meets("15/2.1")
rules.duty(
    "15/2.2",
    SpouseOfGreeter(
        activity=Activity.ARRIVAL,
        also=(Activity.DEPARTURE,),
        when=spouse_comes,
        asked_by=decree("15/2.1"),
        asked_at=(Activity.ARRIVAL, Activity.DEPARTURE),
    ),
)
rules.meets("15/2.3", farewell=False)
rules.attests("15/2.4", Activity.ARRIVAL)

# (3) The car and its escort.
rules.cell("15/3.1", Column.CAR_FLAGS)
rules.cell("15/3.2", Column.MOTORCYCLES)

# (4) The residence.
rules.cell("15/4", Column.RESIDENCE_FLAG)
