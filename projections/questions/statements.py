"""The list of consents by silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from psycopg import sql
from psycopg.rows import tuple_row

from projections.questions.page import Conditions, Page, clamp, cursor_of, keys_of, split
from projections.rows import StatementRow
from projections.views import Views


@dataclass(frozen=True, slots=True)
class StatementSummary:
    """A consent by silence in a list."""

    row: StatementRow
    requesting: str | None
    requested: str | None


def statements(
    views: Views,
    now: datetime,
    state: str | None = None,
    after: str | None = None,
    limit: int = 100,
    *,
    contested: bool = False,
) -> Page[StatementSummary]:
    """Return consents by silence, the latest first; only the challenged ones if asked for."""
    limit = clamp(limit)
    where = Conditions()
    where.given("%s IN (c.requesting, c.requested)", state)
    if contested:
        where.add("s.challenged_at IS NOT NULL")
    if after is not None:
        where.add("(s.since, s.case_id) < (%s, %s)", *keys_of(after, datetime, str))
    stale = views.freshen(now)
    query = sql.SQL(
        "SELECT s.case_id, s.norm, s.receipt, s.since, s.verified, s.late_reply_at, s.challenged_at,"
        " s.accepted_at, c.requesting, c.requested"
        " FROM matiane_view.statement s JOIN matiane_view.case_status c USING (case_id){}"
        " ORDER BY s.since DESC, s.case_id DESC LIMIT %s"
    ).format(where.clause())
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        found = cursor.execute(query, [*where.values, limit + 1]).fetchall()
    rows, more = split([StatementSummary(StatementRow(*row[:8]), row[8], row[9]) for row in found], limit)
    return Page(rows, cursor_of(rows[-1].row.since, rows[-1].row.case_id) if more else None, stale)
