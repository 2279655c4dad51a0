"""Decree, the enacting part and the facts of the edition."""

from __future__ import annotations

from domain.law.decree_386.rules import DecreeRules

rules = DecreeRules("visit")
