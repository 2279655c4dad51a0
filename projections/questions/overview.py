"""The overview: how much is open, due soon, late, in doubt, and the head of each list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from psycopg.rows import tuple_row

from projections.questions.cases import CaseFilter, CaseSummary, cases
from projections.questions.obligations import ObligationFilter, ObligationSummary, deviations, due
from projections.views import Views

#: What is due within this span is due soon.
SOON: Final = timedelta(days=7)


class Totals(NamedTuple):
    """The key figures. Cases, except where it says obligations."""

    #: Nothing final has been reached.
    open_cases: int
    #: Obligations not done, not late yet, and due within SOON.
    due_soon: int
    #: Obligations not done and late under every reading.
    overdue: int
    #: Obligations breached or fulfilled late.
    deviations: int
    #: Obligations that a person has to look at.
    review: int
    #: Obligations on which two readings of the time limit differ.
    contested: int
    #: Obligations that cannot be judged from what is recorded.
    undetermined: int
    #: Cases with contradictions or missing facts.
    gaps: int
    #: Cases that cannot be judged.
    incomplete: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The key figures and the heads of the lists."""

    totals: Totals
    due_soon: tuple[ObligationSummary, ...]
    overdue: tuple[ObligationSummary, ...]
    deviations: tuple[ObligationSummary, ...]
    incomplete: tuple[CaseSummary, ...]
    #: Position that the rows have reached.
    position: int
    #: Cases that wait to be judged again; the figures may change with them.
    stale: int


_TOTALS: Final = """
    SELECT count(*) FILTER (WHERE NOT final),
           (SELECT count(*) FROM matiane_view.obligation
            WHERE due_at IS NOT NULL AND done_at IS NULL AND status = 'pending' AND due_at < %s),
           coalesce(sum(overdue_count), 0), coalesce(sum(deviation_count), 0), coalesce(sum(review_count), 0),
           coalesce(sum(contested_count), 0), coalesce(sum(undetermined_count), 0),
           count(*) FILTER (WHERE gaps <> '{}'), count(*) FILTER (WHERE incomplete IS NOT NULL)
    FROM matiane_view.case_status
"""


def totals(views: Views, now: datetime) -> Totals:
    """Return the key figures."""
    views.freshen(now)
    return _totals(views, now)


def last_fact(views: Views) -> datetime | None:
    """Return when the latest fact of any case happened; None where there are no cases."""
    query = "SELECT max(last_at) FROM matiane_view.case_status"
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        row = cursor.execute(query).fetchone()
    return row[0] if row else None


def middle_application(views: Views) -> datetime | None:
    """Return when half of all applications had been submitted; None where there are none."""
    query = "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY submitted_at) FROM matiane_view.application"
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        row = cursor.execute(query).fetchone()
    return row[0] if row else None


def overview(views: Views, now: datetime, limit: int = 10) -> Overview:
    """Return the key figures and the first rows of each list."""
    stale = views.freshen(now)
    soon = ObligationFilter(due_from=now, due_before=now + SOON)
    return Overview(
        _totals(views, now),
        due(views, now, soon, limit=limit).rows,
        due(views, now, ObligationFilter(overdue=True), limit=limit).rows,
        deviations(views, now, limit=limit).rows,
        cases(views, now, CaseFilter(incomplete=True), limit=limit).rows,
        views.position(),
        stale,
    )


def _totals(views: Views, now: datetime) -> Totals:
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        return Totals(*cursor.execute(_TOTALS, (now + SOON,)).fetchall()[0])
