"""Cases: where they stand, what was recorded of them, what is held of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field

from api.asking import Clock, checked_case, is_present, known, moment, next_address, report
from api.params import Asked, Cursor, Name, Page, Spoken
from api.shapes.cases import (
    CaseDetailOut,
    CaseOut,
    CasesOut,
    HistoryOut,
    case_members,
    recorded_events,
)
from api.shapes.detail import case_detail
from api.shapes.events import unreadable_of
from api.shapes.obligations import CaseObligationsOut, ObligationDetailOut
from domain.cases.state_protocol import CATEGORIES
from domain.errors import NotFound
from domain.events.state_protocol.vocabulary import GuestRank
from domain.facts import Fact
from domain.kernel import State
from domain.ledger import Unreadable
from projections.answers import CaseIncomplete
from projections.questions.at import Moment, cases_at
from projections.questions.cases import CaseFilter, cases
from projections.questions.labels import LABELS
from projections.rows import INCOMPLETE, CaseRows
from projections.views import Views


class CasesAsked(Asked, Page):
    """Which cases, as of when."""

    after: Cursor = None
    kind: Annotated[Name | None, Field(description="Kind of case, such as readmission")] = None
    status: Annotated[Name | None, Field(description="Code of a status")] = None
    state: Annotated[State | None, Field(description="One of the States of the case")] = None
    category: Annotated[Name | None, Field(description="Category of a visit, or form of a ceremony")] = None
    rank: Annotated[GuestRank | None, Field(description="Rank of the guest")] = None
    search: Annotated[Name | None, Field(description="Part of the case id")] = None
    unfinished: Annotated[bool, Field(description="Nothing final has been reached")] = False
    open: Annotated[bool, Field(description="With open obligations")] = False
    overdue: bool = False
    deviations: bool = False
    review: bool = False
    contested: bool = False
    undetermined: bool = False
    gaps: bool = False
    incomplete: bool = False


class CaseObligationsAsked(Asked, Spoken):
    """As of when, and in which language."""


class HistoryAsked(Asked):
    """What had been recorded, and had happened, by when."""


def cases_router(views: Views, clock: Clock) -> APIRouter:
    """Return the routes under ``/v1/cases``."""
    router = APIRouter(prefix="/v1/cases", tags=["cases"])
    law = views.judging.law

    @router.get("", summary="Cases")
    def list_cases(request: Request, asked: Annotated[CasesAsked, Query()]) -> CasesOut:
        """List cases in order of their id. For another time, each is judged on the spot, so a page may be short."""
        known(asked.kind, LABELS, "kind", f"write one of {', '.join(sorted(LABELS))}")
        known(
            asked.status,
            _codes(asked.kind),
            "status",
            f"write one of {', '.join(sorted(_codes(asked.kind)))}",
        )
        known(asked.category, CATEGORIES, "category", f"write one of {', '.join(CATEGORIES)}")
        now = clock()
        wanted = CaseFilter(**asked.model_dump(exclude={"after", "limit", "as_of", "known_at"}))
        when = moment(asked, now)
        if is_present(asked):
            page = cases(views, now, wanted, asked.after, asked.limit)
        else:
            page = cases_at(views, when, wanted, asked.after, asked.limit)
        return CasesOut(
            cases=tuple(CaseOut.of(row) for row in page.rows),
            next=next_address(request, page.next),
            stale=page.stale,
        )

    @router.get("/{case_id}", summary="One case")
    def show_case(case_id: str, asked: Annotated[Asked, Query()]) -> CaseDetailOut:
        """Return the status, counts, contradictions and statements of a case, judged for the moment asked about."""
        when = moment(asked, clock())
        try:
            found = report(views, checked_case(case_id), when)
        except CaseIncomplete:
            rows = _incomplete(views, case_id, when)
            return CaseDetailOut(
                **case_members(rows.status),
                as_of=when.as_of,
                known_at=when.known_at,
                contradictions=(),
                statements=(),
            )
        return case_detail(found, law, when.known_at)

    @router.get("/{case_id}/history", summary="What was recorded of a case")
    def show_history(case_id: str, asked: Annotated[HistoryAsked, Query()]) -> HistoryOut:
        """Return every recorded event, corrected and retracted ones included, in the order of recording."""
        when = moment(asked, clock())
        entries = [
            entry
            for entry in views.ledger.history(checked_case(case_id))
            if isinstance(entry, Unreadable)
            or (
                (when.known_at is None or entry.recorded_at <= when.known_at)
                and (asked.as_of is None or entry.occurred_at <= asked.as_of)
            )
        ]
        if not entries:
            raise NotFound("nothing of such a case was known then: look for its id in /v1/cases")
        facts = [entry for entry in entries if isinstance(entry, Fact)]
        return HistoryOut(
            id=case_id,
            known_at=when.known_at,
            events=recorded_events(case_id, facts),
            unreadable=tuple(unreadable_of(entry) for entry in entries if isinstance(entry, Unreadable)),
        )

    @router.get("/{case_id}/obligations", summary="Obligations of a case")
    def show_obligations(case_id: str, asked: Annotated[CaseObligationsAsked, Query()]) -> CaseObligationsOut:
        """Return every triggered obligation with its verdict and the reasons, as data and in words."""
        when = moment(asked, clock())
        found = report(views, checked_case(case_id), when)
        return CaseObligationsOut(
            id=case_id,
            as_of=when.as_of,
            known_at=when.known_at,
            obligations=tuple(
                ObligationDetailOut.explained(item, law, asked.lang) for item in found.obligations
            ),
        )

    return router


def _codes(kind: str | None) -> frozenset[str]:
    """Return the codes of the statuses of a kind of case, or of all kinds."""
    kinds = LABELS if kind is None else (kind,)
    return frozenset(code for name in kinds for code in LABELS[name]) | {INCOMPLETE}


def _incomplete(views: Views, case_id: str, when: Moment) -> CaseRows:
    return views.judging.rows(case_id, views.ledger.history(case_id), when.as_of)
