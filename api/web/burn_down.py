"""The burn-down chart of a programme as points of an SVG polyline: pure, drawn by the template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from domain.cases.programme_figures import ProgrammeFigures

WIDTH: Final = 640
HEIGHT: Final = 240
#: An average month, for the straight line only; limits are counted in calendar months elsewhere.
_DAYS_OF_MONTH: Final = 30.4375


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws, in a box of ``WIDTH`` by ``HEIGHT``."""

    first: date
    last: date
    #: Even spending from the whole budget to nothing.
    even: str
    #: What was left, day by day; falls in steps.
    left: str
    #: Where nothing of the budget is left.
    zero: float
    has_spending: bool


def chart_of(figures: ProgrammeFigures, today: date) -> Chart:
    """Return the chart of a programme. Without a recorded start the window of its years stands for its time."""
    first = figures.started_on or figures.not_before
    planned_end = (
        date.fromordinal(first.toordinal() + round(figures.months * _DAYS_OF_MONTH))
        if figures.started_on
        else figures.not_after
    )
    shown = [point.day for point in figures.burn_down]
    last = max(planned_end, *(shown or [planned_end]))
    floor = min((point.left for point in figures.burn_down), default=Decimal(0))
    lowest, top = min(floor, Decimal(0)), figures.budget or Decimal(1)

    def x(day: date) -> float:
        span = max(1, (last - first).days)
        return round(max(0, (day - first).days) / span * WIDTH, 1)

    def y(amount: Decimal) -> float:
        return round(float((top - amount) / (top - lowest)) * HEIGHT, 1)

    points, level = [(0.0, y(top))], y(top)
    for point in figures.burn_down:
        points.append((x(point.day), level))
        level = y(point.left)
        points.append((x(point.day), level))
    end = figures.ended_on or min(max(today, first), last)
    points.append((max(x(end), points[-1][0]), level))
    return Chart(
        first,
        last,
        even=_line([(x(first), y(top)), (x(planned_end), y(Decimal(0)))]),
        left=_line(points),
        zero=y(Decimal(0)),
        has_spending=bool(figures.burn_down),
    )


def _line(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)
