"""Decree, Art. 2: arrivals and departures on days off, holidays and at night lower the level of greeting."""

from __future__ import annotations

from domain.law.norm import Norm
from domain.law.verdict import Verdict
from domain.law.view import CaseView


def excused_by_lowering(_case: CaseView, _norm: Norm, verdict: Verdict) -> Verdict:
    """Cover a deviation from the greeting or farewell where a lowered level was decided and recorded (note-5)."""
    return verdict
