"""Run-sheets: of what is only planned, and of a case at any moment."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import Field

from api import strictjson
from api.asking import Clock, checked_case, moment, report
from api.errors import BodyTooLarge, UnsupportedMediaType
from api.params import Asked, Moment, Spoken
from api.planning import plan_of
from api.shapes.run_sheets import RunSheetOut
from domain.law.planning import PlanRequest, plan_sheet, run_sheet
from projections.views import Views

#: Largest plan, in bytes: sixty items of a programme need a tenth of it.
PLAN_MAX: Final = 100_000


class PlanAsked(Spoken):
    """As of when a plan is judged, and in which language it is explained."""

    as_of: Annotated[Moment | None, Field(description="Moment to judge at; the present if left out")] = None


class RunSheetAsked(Asked, Spoken):
    """As of when, from what was known when, and in which language."""


_BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PlanRequest"}}},
    },
    "responses": {
        "400": {"description": "The body cannot be read"},
        "413": {"description": "The body is too large"},
        "415": {"description": "The body is of another media type"},
        "422": {"description": "It is no plan, contradicts itself, or a parameter cannot be used"},
    },
}


def plans_router(views: Views, clock: Clock) -> APIRouter:
    """Return the routes of run-sheets."""
    router = APIRouter(prefix="/v1", tags=["run-sheets"])
    judging = views.judging

    @router.post("/plans", summary="Run-sheet of a plan", openapi_extra=_BODY)
    async def draw_plan(request: Request, asked: Annotated[PlanAsked, Query()]) -> RunSheetOut:
        """Draw up everything that the law asks for, before a case exists. Pure: nothing is stored."""
        plan = plan_of(strictjson.loads(await _body(request)))
        return await run_in_threadpool(_drawn, plan, asked)

    def _drawn(plan: PlanRequest, asked: PlanAsked) -> RunSheetOut:
        sheet = plan_sheet(plan, judging.law, judging.calendars, asked.as_of or clock())
        return RunSheetOut.of(sheet, judging.law, asked.lang)

    @router.get("/cases/{case_id}/run-sheet", summary="Run-sheet of a case")
    def show_run_sheet(case_id: str, asked: Annotated[RunSheetAsked, Query()]) -> RunSheetOut:
        """Return what is due in a case and what was done, in the order of time, as of any moment."""
        when = moment(asked, clock())
        found = report(views, checked_case(case_id), when)
        sheet = run_sheet(found, judging.law, judging.calendars)
        return RunSheetOut.of(sheet, judging.law, asked.lang, subject=case_id, known_at=when.known_at)

    return router


async def _body(request: Request) -> bytes:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media != "application/json":
        raise UnsupportedMediaType("send the plan as application/json")
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > PLAN_MAX:
            raise BodyTooLarge(f"a plan has at most {PLAN_MAX} bytes")
    return b"".join(parts)
