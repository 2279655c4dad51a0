"""Whether the process lives, and whether it can do its work."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.params import Params
from api.shapes.base import InstantOut, Shape
from projections.views import Views


class HealthOut(Shape):
    """The process answers."""

    status: Literal["ok"] = "ok"


class ReadyOut(Shape):
    """The log and the views can be read."""

    status: Literal["ready"] = "ready"
    #: Last position of the log, its time, and the chain there.
    position: int
    recordedtime: InstantOut | None
    chain: str
    #: Position that the views have reached, and how many events they still lack.
    projected: int
    lag: int


def health_router(views: Views) -> APIRouter:
    """Return the health routes; they need no rights."""
    router = APIRouter(tags=["health"])

    @router.get("/healthz", summary="The process answers")
    async def healthz(_: Annotated[Params, Query()]) -> HealthOut:
        """Return as long as the process lives, whatever becomes of the database."""
        return HealthOut()

    @router.get("/readyz", summary="The ledger can be read")
    def readyz(_: Annotated[Params, Query()]) -> ReadyOut:
        """Return the ends of the log and of the views; 503 while the database cannot be reached."""
        projected = views.position()
        head = views.ledger.head()
        return ReadyOut(
            position=head.position,
            recordedtime=head.recorded_at if head.position else None,
            chain=head.chain,
            projected=projected,
            lag=max(0, head.position - projected),
        )

    return router
