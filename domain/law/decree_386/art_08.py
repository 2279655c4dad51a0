"""Decree, Art. 8: the working visit of a head of government."""

from __future__ import annotations

from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.matrix import Column
from domain.law.decree_386.working import DinersFromTalks, only_dinner, rides, talks_list

rules = DecreeRules("visit")

# (1) "Only" the dinner concerns the social programme; paragraph 2 stays binding (note-10).
rules.duty("8/1.1", only_dinner("8/1.1"))

# (2) What stands at the airport, in the streets, on the car. There is no honour guard, unlike Art. 4.
rules.cell("8/2.1", Column.AIRPORT_FLAGS)
rules.cell("8/2.2")
rules.cell("8/2.3")
rules.cell("8/2.4")
rules.cell("8/2.5")
rules.cell("8/2.6", Column.CAR_FLAGS)
rules.cell("8/2.7", Column.POLICE_CARS)

# (3) The ride, the residence, the talks and the dinner.
rules.duty("8/3.1", rides("ge-state-minister"))
rules.cell("8/3.2", Column.RESIDENCE_FLAG)
rules.duty("8/3.3", talks_list())
rules.duty("8/3.4", DinersFromTalks(activity=Activity.DINNER))
rules.cell("8/3.5", Column.DINNER_SPEECHES)
