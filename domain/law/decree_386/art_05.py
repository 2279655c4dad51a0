"""Decree, Art. 5: the transit visit of a head of state."""

from __future__ import annotations

from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.transit import stops_elsewhere, time_for_dinner

rules = DecreeRules("visit")

# (1) The greeting. Of the farewell the text is silent.
rules.meets("5/1.2", farewell=False)
rules.cell("5/1.3")

# (2) In another city local authorities join, at the greeting and at the farewell.
rules.meets("5/2", asked_elsewhere=("ge-president", "other-official"), when=stops_elsewhere)

# (3) The dinner depends on time; no protocol events are held.
rules.attests("5/3.1", Activity.VISIT, when=time_for_dinner)
rules.cell("5/3.2")
