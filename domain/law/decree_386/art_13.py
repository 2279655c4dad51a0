"""Decree, Art. 13."""

from __future__ import annotations

from domain.law.decree_386.rules import DecreeRules

rules = DecreeRules("visit")
