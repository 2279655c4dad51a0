"""The law browser's data."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.params import Params
from api.shapes.law import LawOut, ProvisionOut
from api.shapes.matrix import MatrixOut
from domain.law.book import LawBook


def law_router(law: LawBook) -> APIRouter:
    """Return the routes under ``/v1/law``."""
    router = APIRouter(prefix="/v1/law", tags=["law"])
    whole = LawOut.of(law)
    matrix = MatrixOut.of(law)

    @router.get("", summary="Instruments and provisions")
    async def list_law(_: Annotated[Params, Query()]) -> LawOut:
        """Return every instrument with its provisions, in the order of the texts."""
        return whole

    @router.get(
        "/decree-386/matrix", summary="What the Decree asks for, by category of visit and rank of guest"
    )
    async def show_matrix(_: Annotated[Params, Query()]) -> MatrixOut:
        """Return the table of the Decree: one row for every category and rank, each cell with its citations."""
        return matrix

    @router.get("/{provision_id:path}", summary="One provision")
    async def show_provision(provision_id: str, _: Annotated[Params, Query()]) -> ProvisionOut:
        """Return a provision with its restatement, force dates, time limit, notes and triggers."""
        return ProvisionOut.whole(law.provision(provision_id), law)

    return router
