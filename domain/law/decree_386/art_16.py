"""Decree, Art. 16: the working visit of a foreign minister."""

from __future__ import annotations

from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.matrix import Column

rules = DecreeRules("visit")

# Of the farewell the text is silent (note-16).
rules.meets("16.1", farewell=False)
rules.cell("16.2", Column.AIRPORT_FLAGS)
