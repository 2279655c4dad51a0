"""The figures of a year."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from api.shapes.base import Shape
from projections.questions.statistics import COUNTING, ClockFigures, YearFigures

Exact = Annotated[Decimal, Field(description="A decimal as text")]


class ClockFiguresOut(Shape):
    """How one time limit was kept."""

    clock: str
    norms: tuple[str, ...]
    decided: int
    in_time: int
    late: int
    open: int
    undetermined: int
    share_in_time: Exact | None
    median_days: Exact | None
    p90_days: Exact | None

    @classmethod
    def of(cls, figures: ClockFigures) -> ClockFiguresOut:
        """Return the shape of a limit's figures."""
        return cls(
            clock=figures.clock,
            norms=figures.norms,
            decided=figures.decided,
            in_time=figures.in_time,
            late=figures.late,
            open=figures.open,
            undetermined=figures.undetermined,
            share_in_time=figures.share_in_time,
            median_days=figures.median_days,
            p90_days=figures.p90_days,
        )


class StatisticsOut(Shape):
    """The figures of a year, and the years that there are."""

    year: int
    requesting_state: str | None
    applications: int
    agreed: int
    agreed_by_reply: int
    agreed_by_silence: int
    refused: int
    contradictory: int
    withdrawn: int
    pending: int
    deemed_consents: int
    transfers: int
    clocks: tuple[ClockFiguresOut, ...]
    years: tuple[int, ...]
    counting: Annotated[tuple[str, ...], Field(description="Names of the rules by which was counted")] = (
        COUNTING
    )

    @classmethod
    def of(cls, figures: YearFigures, years: tuple[int, ...]) -> StatisticsOut:
        """Return the shape of a year's figures."""
        return cls(
            year=figures.year,
            requesting_state=figures.requesting_state,
            applications=figures.applications,
            agreed=figures.agreed,
            agreed_by_reply=figures.agreed_by_reply,
            agreed_by_silence=figures.agreed_by_silence,
            refused=figures.refused,
            contradictory=figures.contradictory,
            withdrawn=figures.withdrawn,
            pending=figures.pending,
            deemed_consents=figures.deemed_consents,
            transfers=figures.transfers,
            clocks=tuple(ClockFiguresOut.of(item) for item in figures.clocks),
            years=years,
        )
