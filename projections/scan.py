"""Reads the log case by case: each case once, in order of its id, many cases in one query."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

import psycopg
from psycopg.rows import tuple_row

from domain.ledger import Entry
from domain.ledger.mapper import entry_of

Connection = psycopg.Connection[Any]

#: Cases read in one query; some thousand events.
CASES_PER_PAGE: Final = 400

_HEADS: Final = (
    "SELECT case_id FROM matiane.case_head WHERE case_id > %s AND (%s::text IS NULL OR case_id <= %s)"
    " ORDER BY case_id LIMIT %s"
)
_EVENTS: Final = (
    "SELECT originator_id, originator_version, notification_id, recorded_at, state FROM matiane.event"
    " WHERE originator_id > %s AND originator_id <= %s AND notification_id <= %s"
    " ORDER BY originator_id, originator_version"
)


class Page(NamedTuple):
    """The stored events of some cases, in order of case and version."""

    last_case_id: str
    rows: list[tuple[str, int, int, Any, bytes]]


def page(
    connection: Connection, after: str, upto: str | None, bound: int, limit: int = CASES_PER_PAGE
) -> Page | None:
    """Read the cases whose ids follow ``after``, with their events up to a position; None at the end."""
    with connection.cursor(binary=True, row_factory=tuple_row) as cursor:
        heads = cursor.execute(_HEADS, (after, upto, upto, limit)).fetchall()
        if not heads:
            return None
        last = heads[-1][0]
        return Page(last, cursor.execute(_EVENTS, (after, last, bound)).fetchall())


def cases(found: Page) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each case of a page with its events, decoded."""
    for case_id, group in groupby(found.rows, key=itemgetter(0)):
        yield (
            case_id,
            [
                entry_of(case_id, version, position, recorded_at, state)
                for _, version, position, recorded_at, state in group
            ],
        )
