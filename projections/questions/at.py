"""The lists as they would have been at another time, judged on the spot.

Nothing is stored about other times, so every case in question is judged anew: about a thousand a second. One
call judges at most WORK_LIMIT cases. A page may therefore hold fewer rows than asked for, or none, and still
name a next one; ``Page.judged`` says what it cost. Rows come in order of case id and go on where it left off;
a page ends with a whole case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeVar

from domain.law.verdict import DEVIATIONS, Status
from projections.questions.cases import CaseFilter, CaseSummary
from projections.questions.obligations import ObligationFilter, ObligationSummary
from projections.questions.page import Page, clamp, cursor_of, keys_of
from projections.rows import CaseRows
from projections.views import Views

WORK_LIMIT: Final = 1000
_CASES_AT_ONCE: Final = 100
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Moment:
    """What a question about another time is about."""

    as_of: datetime
    #: Only what the ledger had recorded by then; everything if None.
    known_at: datetime | None = None


def cases_at(
    views: Views, moment: Moment, wanted: CaseFilter | None = None, after: str | None = None, limit: int = 100
) -> Page[CaseSummary]:
    """Return the cases of which something had happened by the moment, as they stood then."""
    chosen = wanted or CaseFilter()

    def pick(rows: CaseRows) -> Sequence[CaseSummary]:
        return [CaseSummary(rows.status)] if chosen.holds(rows.status) else []

    return _page(views, moment, pick, after, limit)


def obligations_at(
    views: Views,
    moment: Moment,
    wanted: ObligationFilter | None = None,
    after: str | None = None,
    limit: int = 100,
) -> Page[ObligationSummary]:
    """Return the obligations triggered by the moment, with the verdicts of then."""
    chosen = wanted or ObligationFilter()
    law = views.judging.law
    norms = frozenset(chosen.norms(law))

    def pick(rows: CaseRows) -> Sequence[ObligationSummary]:
        states = rows.status.states
        return [
            ObligationSummary(row, law.provisions[row.norm], *states)
            for row in sorted(rows.obligations)
            if chosen.holds(row, norms, states)
        ]

    return _page(views, moment, pick, after, limit)


def deviations_at(
    views: Views,
    moment: Moment,
    wanted: ObligationFilter | None = None,
    after: str | None = None,
    limit: int = 100,
) -> Page[ObligationSummary]:
    """Return what had been breached or fulfilled late by the moment."""
    asked = (wanted.status if wanted else ()) or tuple(DEVIATIONS)
    statuses: tuple[Status, ...] = tuple(status for status in asked if status in DEVIATIONS)
    if not statuses:
        return Page((), None)
    return obligations_at(views, moment, replace(wanted or ObligationFilter(), status=statuses), after, limit)


def _page(
    views: Views,
    moment: Moment,
    pick: Callable[[CaseRows], Sequence[Row]],
    after: str | None,
    limit: int,
) -> Page[Row]:
    limit = clamp(limit)
    start = str(keys_of(after, str)[0]) if after is not None else ""
    found: list[Row] = []
    number = 0
    for number, (case_id, rows) in enumerate(judged(views, moment, start), 1):
        if rows is not None:
            found.extend(pick(rows))
        if len(found) >= limit or number >= WORK_LIMIT:
            return Page(tuple(found), cursor_of(case_id), judged=number)
    return Page(tuple(found), None, judged=number)


def judged(
    views: Views, moment: Moment, after: str = "", at_once: int = _CASES_AT_ONCE
) -> Iterator[tuple[str, CaseRows | None]]:
    """Yield each case by id with its rows of the moment, None where nothing of it had happened or was known.

    ``at_once`` cases are read in one query: many for a pass over all, few for a page that may soon be full.
    """
    ledger = views.ledger
    upto = None if moment.known_at is None else ledger.position_at(moment.known_at)
    while heads := ledger.cases(after, at_once):
        after = heads[-1].case_id
        known = ledger.facts_of([head.case_id for head in heads], upto=upto)
        for head in heads:
            entries = known.get(head.case_id)
            rows = views.judging.rows(head.case_id, entries, moment.as_of) if entries else None
            happened = rows is not None and (rows.status.first_at is not None or bool(rows.parked))
            yield head.case_id, rows if happened else None
