"""What the ``type`` of a problem document points to."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.params import Params
from api.problems import KINDS
from api.shapes.base import Shape
from domain.errors import NotFound


class ProblemKindOut(Shape):
    """One kind of problem."""

    type: str
    title: str
    status: int


class ProblemKindsOut(Shape):
    """All kinds of problem."""

    problems: tuple[ProblemKindOut, ...]


def _kind(code: str) -> ProblemKindOut:
    kind = KINDS[code]
    return ProblemKindOut(type=f"/problems/{code}", title=kind.title, status=kind.status)


def problems_router() -> APIRouter:
    """Return the routes under ``/problems``."""
    router = APIRouter(prefix="/problems", tags=["problems"])

    @router.get("", summary="All kinds of problem")
    async def list_problems(_: Annotated[Params, Query()]) -> ProblemKindsOut:
        """Return every kind of problem with its status and title."""
        return ProblemKindsOut(problems=tuple(_kind(code) for code in KINDS))

    @router.get("/{code}", summary="One kind of problem")
    async def show_problem(code: str, _: Annotated[Params, Query()]) -> ProblemKindOut:
        """Return one kind of problem."""
        if code not in KINDS:
            raise NotFound("no kind of problem is called so: see /problems")
        return _kind(code)

    return router
