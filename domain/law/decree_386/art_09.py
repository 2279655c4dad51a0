"""Decree, Art. 9: the transit visit of a head of government."""

from __future__ import annotations

from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.transit import stops_elsewhere, time_for_dinner

rules = DecreeRules("visit")

# The greeting. Of the farewell the text is silent, but for a stop in another city.
rules.meets("9.2", farewell=False)
rules.cell("9.3")
rules.meets("9.4", asked_elsewhere=("ge-state-minister", "other-official"), when=stops_elsewhere)
rules.attests("9.5", Activity.VISIT, when=time_for_dinner)
rules.cell("9.6")
