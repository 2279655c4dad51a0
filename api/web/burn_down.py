"""The burn-down chart of a programme as points of an SVG polyline: pure, drawn by the template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from domain.cases.programme_figures import ProgrammeFigures

WIDTH: Final = 640
HEIGHT: Final = 240


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
    #: How far the time has come: today, or the end of the programme.
    reached: float
    #: The first day of each year between, and where it stands.
    years: tuple[tuple[int, float], ...]


def chart_of(figures: ProgrammeFigures, today: date) -> Chart:
    """Return the chart of a programme. Without a recorded start the window of its years stands for its time."""
    first = figures.started_on or figures.not_before
    planned_end = figures.planned_end or figures.not_after
    shown = [point.day for point in figures.burn_down]
    end = figures.ended_on or today
    last = max(planned_end, figures.ended_on or planned_end, *(shown or [planned_end]))
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
    reached = x(min(max(end, first), last))
    points.append((max(reached, points[-1][0]), level))
    return Chart(
        first,
        last,
        even=_line([(x(first), y(top)), (x(planned_end), y(Decimal(0)))]),
        left=_line(points),
        zero=y(Decimal(0)),
        reached=reached,
        years=tuple((year, x(date(year, 1, 1))) for year in range(first.year + 1, last.year + 1)),
    )


def _line(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)
