"""Decree, Art. 18: the unofficial visit of a foreign minister."""

from __future__ import annotations

from domain.law.decree_386.forms.rules import DecreeRules

rules = DecreeRules("visit")

rules.meets("18.1")
# Flags are not named: neither required nor forbidden (note-16).
rules.cell("18.2")
