"""The figures of a year."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.asking import Clock
from api.params import Params
from api.shapes.statistics import StatisticsOut
from domain.kernel import State
from projections.questions.statistics import statistics, years
from projections.views import Views


class StatisticsAsked(Params):
    """Which year, and of which requesting State."""

    year: Annotated[int | None, Field(ge=1900, le=2199, description="The latest one if left out")] = None
    state: Annotated[State | None, Field(description="Requesting State; all if left out")] = None


def statistics_router(views: Views, clock: Clock) -> APIRouter:
    """Return the route of the statistics."""
    router = APIRouter(prefix="/v1/statistics", tags=["statistics"])

    @router.get("", summary="Figures of a year")
    def show_statistics(asked: Annotated[StatisticsAsked, Query()]) -> StatisticsOut:
        """Return applications and what became of them, and how each time limit was kept."""
        now = clock()
        known = years(views)
        year = asked.year or next(iter(known), now.year)
        return StatisticsOut.of(statistics(views, now, year, asked.state), known)

    return router
