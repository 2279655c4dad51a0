"""The register of offices: who held which function of protocol, on which days and by what source."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.params import Day, Params
from api.shapes.offices import OfficesOut


class OfDay(Params):
    """The day asked about."""

    day: Annotated[Day | None, Field(description="Only the holders of this day; all of them if left out")] = (
        None
    )


def offices_router() -> APIRouter:
    """Return the route ``/v1/offices``."""
    router = APIRouter(prefix="/v1/offices", tags=["law"])
    whole = OfficesOut.of(None)

    @router.get("", summary="Register of offices")
    async def list_offices(asked: Annotated[OfDay, Query()]) -> OfficesOut:
        """Return every office that a fact of state protocol may name, with its holders and their sources."""
        return whole if asked.day is None else OfficesOut.of(asked.day)

    return router
