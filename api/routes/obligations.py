"""Obligations and deviations over all cases."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from pydantic import Field

from api.asking import Clock, is_present, known, moment, next_address, report
from api.params import POSITION_MAX, Asked, Cursor, Moment, Name, Page, Spoken
from api.shapes.obligations import (
    DeviationsOut,
    ObligationDetailOut,
    ObligationOut,
    ObligationsOut,
)
from domain.errors import NotFound
from domain.kernel import State
from domain.law.verdict import Severity, Status
from projections.questions.at import deviations_at, obligations_at
from projections.questions.events import case_at
from projections.questions.obligations import (
    ObligationFilter,
    Order,
    deviations,
    obligations,
)
from projections.views import Views

_DIGITS: Final = len(str(POSITION_MAX))


class Filtered(Asked, Page):
    """Which obligations, as of when."""

    after: Cursor = None
    case: Annotated[Name | None, Field(description="Case id")] = None
    status: Annotated[Status | None, Field(description="Verdict")] = None
    norm: Annotated[Name | None, Field(description="Id of a provision")] = None
    clock: Annotated[Name | None, Field(description="A clock of the agreement, such as C4")] = None
    instrument: Annotated[Name | None, Field(description="Id of an instrument, such as protocol-ro")] = None
    state: Annotated[State | None, Field(description="One of the two States of the case")] = None
    severity: Severity | None = None
    due_from: Annotated[Moment | None, Field(description="Due at this instant or later")] = None
    due_before: Annotated[Moment | None, Field(description="Due before this instant")] = None
    contested: bool = False

    def wanted(self) -> ObligationFilter:
        """Return the filter for the question."""
        return ObligationFilter(
            case_id=self.case,
            status=(self.status,) if self.status else (),
            norm=self.norm,
            clock=self.clock,
            instrument=self.instrument,
            state=self.state,
            severity=self.severity,
            due_from=self.due_from,
            due_before=self.due_before,
            contested=self.contested,
            **self._more(),
        )

    def _more(self) -> dict[str, bool]:
        return {}


class ObligationsAsked(Filtered):
    """Which obligations, in which order."""

    outstanding: Annotated[bool, Field(description="With a time limit, and not done")] = False
    overdue: Annotated[bool, Field(description="Not done, and late in every reading")] = False
    order: Annotated[Order, Field(description="As in the log, by due instant, or the latest first")] = "log"

    def _more(self) -> dict[str, bool]:
        return {"outstanding": self.outstanding, "overdue": self.overdue}


class DeviationsAsked(Filtered):
    """Which deviations."""

    with_review: Annotated[bool, Field(description="Also what a person has to look at")] = False


class DeviationAsked(Asked, Spoken):
    """As of when, and in which language."""


def obligations_router(views: Views, clock: Clock) -> APIRouter:
    """Return the routes of obligations and deviations."""
    router = APIRouter(prefix="/v1", tags=["obligations"])
    law = views.judging.law

    clocks = frozenset(item.clock for item in law.provisions.values() if item.clock is not None)

    def checked(asked: Filtered) -> ObligationFilter:
        known(asked.norm, law.provisions, "norm", "see the ids of provisions in /v1/law")
        known(asked.clock, clocks, "clock", f"write one of {', '.join(sorted(clocks))}")
        known(asked.instrument, law.instruments, "instrument", f"write one of {', '.join(law.instruments)}")
        return asked.wanted()

    @router.get("/obligations", summary="Obligations")
    def list_obligations(request: Request, asked: Annotated[ObligationsAsked, Query()]) -> ObligationsOut:
        """List obligations of all cases. For another time they come by case, and a page may be short."""
        now = clock()
        when = moment(asked, now)
        if is_present(asked):
            page = obligations(views, now, checked(asked), asked.after, asked.limit, order=asked.order)
        else:
            page = obligations_at(views, when, checked(asked), asked.after, asked.limit)
        return ObligationsOut(
            obligations=tuple(ObligationOut.of(row) for row in page.rows),
            next=next_address(request, page.next),
            stale=page.stale,
        )

    @router.get("/deviations", summary="Deviations")
    def list_deviations(request: Request, asked: Annotated[DeviationsAsked, Query()]) -> DeviationsOut:
        """List what was breached or fulfilled late, the latest first."""
        now = clock()
        when = moment(asked, now)
        if is_present(asked):
            page = deviations(
                views, now, checked(asked), asked.after, asked.limit, with_review=asked.with_review
            )
        else:
            page = deviations_at(views, when, checked(asked), asked.after, asked.limit)
        return DeviationsOut(
            deviations=tuple(ObligationOut.of(row) for row in page.rows),
            next=next_address(request, page.next),
            stale=page.stale,
        )

    @router.get("/deviations/{obligation_id:path}", summary="One deviation")
    def show_deviation(obligation_id: str, asked: Annotated[DeviationAsked, Query()]) -> ObligationDetailOut:
        """Return an obligation with the reasons for its verdict; ``deviation`` says whether it is one (still)."""
        when = moment(asked, clock())
        position, _, _ = obligation_id.partition(":")
        if position.isascii() and position.isdigit() and len(position) <= _DIGITS:
            found = report(views, case_at(views, int(position)), when)
            for item in found.obligations:
                if item.id == obligation_id:
                    return ObligationDetailOut.explained(item, law, asked.lang)
        raise NotFound("no obligation had this id then: look for it in /v1/deviations or /v1/obligations")

    return router
