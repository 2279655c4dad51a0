"""Decree, Art. 11: the official visit of a parliamentary delegation led by its speaker."""

from __future__ import annotations

from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.rules import DecreeRules, decree
from domain.law.decree_386.forms.visits import spouse_comes
from domain.law.decree_386.matrix import Column
from domain.law.decree_386.meeting import SpouseOfGreeter

rules = DecreeRules("visit")

# (1) Greeting and farewell at the airport.
rules.cell("11/1.1", Column.AIRPORT_FLAGS)
rules.cell("11/1.2", Column.CARPET)

# (2) Who greets; no list exists for the farewell (note-16).
rules.meets("11/2.1", farewell=False)
rules.attests("11/2.2", Activity.ARRIVAL)

# (3) The car and its escort.
rules.cell("11/3.1", Column.CAR_FLAGS)
rules.cell("11/3.2", Column.POLICE_CARS)
rules.cell("11/3.3", Column.MOTORCYCLES)

# (4) The residence.
rules.cell("11/4", Column.RESIDENCE_FLAG)

# (5) The spouse of the main greeter, who is the Speaker by paragraph 2.
rules.duty(
    "11/5",
    SpouseOfGreeter(
        activity=Activity.ARRIVAL,
        also=(Activity.DEPARTURE,),
        when=spouse_comes,
        asked_by=decree("11/2.1"),
        asked_at=(Activity.ARRIVAL,),
    ),
)
