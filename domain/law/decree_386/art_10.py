"""Decree, Art. 10: the unofficial visit of a head of government."""

from __future__ import annotations

from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.rules import DecreeRules

rules = DecreeRules("visit")

# "As a rule": an exception that was decided beforehand excuses.
rules.cell("10.1")
rules.attests("10.2", Activity.VISIT)
# At the airport, in the streets and at the sites; car and residence are another matter (note-15).
rules.cell("10.3")
rules.meets("10.4")
