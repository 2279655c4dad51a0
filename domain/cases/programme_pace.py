"""How fast a programme goes: the share of its time that has passed, beside the share of its budget that is spent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from domain.cases.programme_figures import ProgrammeFigures
from domain.law.timelimit import add_months

#: Shares are told to a tenth of a percent; what differs by less is said to be even.
_THOUSANDTH: Final = Decimal("0.001")
#: From this difference on, spending and time are said to have drawn apart.
APART: Final = Decimal("0.05")


class Course(StrEnum):
    """Spending against time."""

    EVEN = "even"
    AHEAD = "ahead"
    BEHIND = "behind"
    OVERSPENT = "overspent"
    OVERTIME = "overtime"


@dataclass(frozen=True, slots=True)
class Pace:
    """Time used and budget used, each as a share of one; above one where more was used than there is."""

    #: Whole calendar months since the start, up to the end where the programme ended.
    months: int
    #: Days since the start, and from the start to the last planned day.
    days: int
    days_planned: int
    time: Decimal
    budget: Decimal
    course: Course


def pace(figures: ProgrammeFigures, day: date) -> Pace | None:
    """Return the pace of a programme on a day; None before its start is recorded."""
    begun, planned_end = figures.started_on, figures.planned_end
    if begun is None or planned_end is None:
        return None
    until = max(begun, figures.ended_on or day)
    days, planned = (until - begun).days, (planned_end - begun).days
    time = (Decimal(days) / planned).quantize(_THOUSANDTH)
    budget = (figures.spent / (figures.budget or 1)).quantize(_THOUSANDTH)
    return Pace(_months(begun, until), days, planned, time, budget, _course(figures, until, time, budget))


def _months(begun: date, until: date) -> int:
    months = (until.year - begun.year) * 12 + until.month - begun.month
    return months if add_months(begun, months) <= until else months - 1


def _course(figures: ProgrammeFigures, until: date, time: Decimal, budget: Decimal) -> Course:
    if figures.spent > figures.budget:
        return Course.OVERSPENT
    if figures.planned_end is not None and until > figures.planned_end:
        return Course.OVERTIME
    if budget > time + APART:
        return Course.AHEAD
    return Course.BEHIND if budget < time - APART else Course.EVEN
