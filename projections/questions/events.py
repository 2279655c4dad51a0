"""The list of events, by type, case, source, office, correlation and time; never by personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from psycopg import sql
from psycopg.rows import tuple_row

from domain.errors import NotFound
from projections.questions.page import Conditions, Page, clamp, cursor_of, keys_of, split
from projections.views import Views


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events to list; what is None asks for nothing."""

    type: str | None = None
    case_id: str | None = None
    source: str | None = None
    office: str | None = None
    correlation: str | None = None
    occurred_from: datetime | None = None
    occurred_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event in a list."""

    position: int
    case_id: str
    version: int
    #: Stable name of the event type.
    type: str
    source: str
    event_id: str
    #: None where the event cannot be read.
    occurred_at: datetime | None
    recorded_at: datetime
    office: str | None
    correlation: str | None


def events(
    views: Views,
    wanted: EventFilter | None = None,
    after: str | None = None,
    limit: int = 100,
    *,
    latest_first: bool = False,
) -> Page[EventSummary]:
    """Return events in order of position, or in the opposite one. Raises BadCursor and Unavailable."""
    limit = clamp(limit)
    where = _conditions(wanted or EventFilter())
    if after is not None and latest_first:
        where.add('s."position" < %s', *keys_of(after, int))
    elif after is not None:
        where.add('s."position" > %s', *keys_of(after, int))
    query = sql.SQL(
        "SELECT s.\"position\", s.case_id, e.originator_version, coalesce(s.type, split_part(e.topic, '.', 1)),"
        " e.source, e.event_id, s.occurred_at, e.recorded_at, s.office, s.correlation"
        ' FROM matiane_view.event_search s JOIN matiane.event e ON e.notification_id = s."position"{}'
        ' ORDER BY s."position" {} LIMIT %s'
    ).format(where.clause(), sql.SQL("DESC" if latest_first else "ASC"))
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        found = cursor.execute(query, [*where.values, limit + 1]).fetchall()
    rows, more = split([EventSummary(*row) for row in found], limit)
    return Page(rows, cursor_of(rows[-1].position) if more else None)


def case_at(views: Views, position: int) -> str:
    """Return the id of the case to which the event at a position belongs; raises NotFound."""
    query = "SELECT originator_id FROM matiane.event WHERE notification_id = %s"
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        row = cursor.execute(query, (position,)).fetchone() if 0 < position < 2**63 else None
    if row is None:
        raise NotFound(f"the log has no event at position {position}")
    return str(row[0])


def _conditions(wanted: EventFilter) -> Conditions:
    where = Conditions()
    where.given("s.type = %s", wanted.type)
    where.given("s.case_id = %s", wanted.case_id)
    where.given("s.source = %s", wanted.source)
    where.given("s.office = %s", wanted.office)
    where.given("s.correlation = %s", wanted.correlation)
    where.given("s.occurred_at >= %s", wanted.occurred_from)
    where.given("s.occurred_at < %s", wanted.occurred_before)
    return where
