"""The list of contradictions and missing facts, and the list of events that stopped their case."""

from __future__ import annotations

from datetime import datetime

from psycopg import sql
from psycopg.rows import tuple_row

from projections.questions.page import Conditions, Page, clamp, cursor_of, keys_of, split
from projections.rows import GapRow, ParkedRow
from projections.views import Views


def gaps(
    views: Views, now: datetime, code: str | None = None, after: str | None = None, limit: int = 100
) -> Page[GapRow]:
    """Return contradictions and missing facts by case. Judge the case for the words."""
    limit = clamp(limit)
    where = Conditions()
    where.given("code = %s", code)
    if after is not None:
        where.add("(case_id, number) > (%s, %s)", *keys_of(after, str, int))
    stale = views.freshen(now)
    query = sql.SQL(
        "SELECT case_id, number, code, positions FROM matiane_view.gap{} ORDER BY case_id, number LIMIT %s"
    ).format(where.clause())
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        found = cursor.execute(query, [*where.values, limit + 1]).fetchall()
    rows, more = split(
        [GapRow(case_id, number, name, tuple(places)) for case_id, number, name, places in found], limit
    )
    return Page(rows, cursor_of(rows[-1].case_id, rows[-1].number) if more else None, stale)


def parked(views: Views, after: str | None = None, limit: int = 100) -> Page[ParkedRow]:
    """Return the events that stopped their case, with the reason."""
    limit = clamp(limit)
    where = Conditions()
    if after is not None:
        where.add('(case_id, "position") > (%s, %s)', *keys_of(after, str, int))
    query = sql.SQL(
        'SELECT case_id, "position", version, reason FROM matiane_view.parked{} ORDER BY case_id, "position" LIMIT %s'
    ).format(where.clause())
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        found = cursor.execute(query, [*where.values, limit + 1]).fetchall()
    rows, more = split([ParkedRow(*row) for row in found], limit)
    return Page(rows, cursor_of(rows[-1].case_id, rows[-1].position) if more else None)
