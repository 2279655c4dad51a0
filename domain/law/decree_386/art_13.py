"""Decree, Art. 13: the transit visit of a speaker of parliament."""

from __future__ import annotations

from domain.law.decree_386.forms.rules import DecreeRules

rules = DecreeRules("visit")

rules.meets("13.1")
# Flags are not named: neither required nor forbidden (note-16).
rules.cell("13.2")
