"""Decree, Art. 12: the working visit of a speaker of parliament."""

from __future__ import annotations

from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.matrix import Column

rules = DecreeRules("visit")

# (1) Who greets.
rules.meets("12/1", farewell=False)

# (2) Flags at the airport.
rules.cell("12/2", Column.AIRPORT_FLAGS)

# (3) The farewell is the same: paragraphs 1 and 2, read for the departure.
rules.imports("12/3", Activity.DEPARTURE, transferred=True)
