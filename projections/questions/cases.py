"""The list of cases: which there are, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from psycopg import sql
from psycopg.rows import tuple_row

from domain.law.provision import Text
from projections.questions.labels import label_of
from projections.questions.page import Conditions, Page, clamp, cursor_of, keys_of, split
from projections.rows import CaseStatusRow
from projections.tables import CASE_STATUS
from projections.views import Views


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list; what is None or False asks for nothing."""

    kind: str | None = None
    status: str | None = None
    #: One of the States of the case.
    state: str | None = None
    #: Category of a visit, or form of a ceremony.
    category: str | None = None
    #: Rank of the guest.
    rank: str | None = None
    #: Part of the case id.
    search: str | None = None
    unfinished: bool = False
    open: bool = False
    overdue: bool = False
    deviations: bool = False
    review: bool = False
    contested: bool = False
    undetermined: bool = False
    gaps: bool = False
    incomplete: bool = False

    def holds(self, row: CaseStatusRow) -> bool:
        """Tell whether a case is asked for."""
        return (
            self.kind in (None, row.kind)
            and self.status in (None, row.status)
            and (self.state is None or self.state in row.states)
            and self.category in (None, row.category)
            and self.rank in (None, row.rank)
            and (self.search is None or self.search in row.case_id)
            and not (self.unfinished and row.final)
            and not (self.open and not row.open_count)
            and not (self.overdue and not row.overdue_count)
            and not (self.deviations and not row.deviation_count)
            and not (self.review and not row.review_count)
            and not (self.contested and not row.contested_count)
            and not (self.undetermined and not row.undetermined_count)
            and not (self.gaps and not row.gaps)
            and not (self.incomplete and row.incomplete is None)
        )


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case in a list."""

    row: CaseStatusRow
    #: The verdicts wait to be judged again: an instant has passed.
    stale: bool = False

    @property
    def label(self) -> Text:
        """Name of the status."""
        return label_of(self.row.kind, self.row.status)


_COLUMNS = sql.SQL(", ").join(sql.Identifier("c", name) for name in CASE_STATUS.columns)


def cases(
    views: Views, now: datetime, wanted: CaseFilter | None = None, after: str | None = None, limit: int = 100
) -> Page[CaseSummary]:
    """Return cases in order of their id. Raises BadCursor and Unavailable."""
    limit = clamp(limit)
    where = _conditions(wanted or CaseFilter())
    if after is not None:
        where.add("c.case_id > %s", *keys_of(after, str))
    stale = views.freshen(now)
    query = sql.SQL(
        "SELECT {}, coalesce(c.next_check <= %s, false) FROM matiane_view.case_status c{} ORDER BY c.case_id LIMIT %s"
    ).format(_COLUMNS, where.clause())
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        found = cursor.execute(query, [now, *where.values, limit + 1]).fetchall()
    rows, more = split([summary(row) for row in found], limit)
    return Page(rows, cursor_of(rows[-1].row.case_id) if more else None, stale)


def one_case(views: Views, now: datetime, case_id: str) -> CaseSummary | None:
    """Return one case, None when the rows hold none of that id. Judge the case itself for its obligations."""
    views.freshen(now)
    query = sql.SQL(
        "SELECT {}, coalesce(c.next_check <= %s, false) FROM matiane_view.case_status c WHERE c.case_id = %s"
    ).format(_COLUMNS)
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        row = cursor.execute(query, (now, case_id)).fetchone()
    return None if row is None else summary(row)


def summary(row: tuple[object, ...]) -> CaseSummary:
    """Make a summary of a row that was read: the columns of the table, then whether it is stale."""
    *columns, stale = row
    made = CaseStatusRow(*columns)  # type: ignore[arg-type]  # the table's columns are the row's members
    return CaseSummary(made._replace(gaps=tuple(made.gaps)), bool(stale))


def _conditions(wanted: CaseFilter) -> Conditions:
    where = Conditions()
    where.given("c.kind = %s", wanted.kind)
    where.given("c.status = %s", wanted.status)
    where.given("%s IN (c.requesting, c.requested, c.foreign_state)", wanted.state)
    where.given("c.category = %s", wanted.category)
    where.given("c.rank = %s", wanted.rank)
    where.given("strpos(c.case_id, %s) > 0", wanted.search)
    if wanted.unfinished:
        where.add("NOT c.final")
    if wanted.open:
        where.add("c.open_count > 0")
    if wanted.overdue:
        where.add("c.overdue_count > 0")
    if wanted.deviations:
        where.add("c.deviation_count > 0")
    if wanted.review:
        where.add("c.review_count > 0")
    if wanted.contested:
        where.add("c.contested_count > 0")
    if wanted.undetermined:
        where.add("c.undetermined_count > 0")
    if wanted.gaps:
        where.add("c.gaps <> '{}'")
    if wanted.incomplete:
        where.add("c.incomplete IS NOT NULL")
    return where
