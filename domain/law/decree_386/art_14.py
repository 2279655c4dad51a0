"""Decree, Art. 14: the unofficial visit of a speaker of parliament."""

from __future__ import annotations

from domain.law.decree_386.forms.rules import DecreeRules

rules = DecreeRules("visit")

rules.meets("14.1")
# Flags are not named: neither required nor forbidden (note-16).
rules.cell("14.2")
