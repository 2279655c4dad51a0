"""Writes the rows of judged cases into one of the two sets of tables, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg
from psycopg import sql

from domain.ledger import Entry
from projections.rows import CaseRows, EventRow, ParkedRow, incomplete_rows
from projections.tables import (
    APPLICATION,
    BY_CASE,
    CASE_STATUS,
    CURRENT,
    EVENT_SEARCH,
    GAP,
    OBLIGATION,
    PARKED,
    STATEMENT,
    Table,
    copy_text,
)

Connection = psycopg.Connection[Any]

_DELETE: Final = sql.SQL("DELETE FROM {} WHERE case_id = ANY(%s)")
_DELETE_EVENTS: Final = sql.SQL('DELETE FROM {} WHERE "position" = ANY(%s)')


@dataclass(slots=True)
class Batch:
    """Rows on their way into the tables."""

    cases: list[CaseRows] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)

    def parts(self) -> Iterable[tuple[Table, Sequence[Sequence[object]]]]:
        """Return each table with its rows."""
        yield CASE_STATUS, [case.status for case in self.cases]
        yield OBLIGATION, [row for case in self.cases for row in case.obligations]
        yield APPLICATION, [row for case in self.cases for row in case.applications]
        yield STATEMENT, [row for case in self.cases for row in case.statements]
        yield GAP, [row for case in self.cases for row in case.gaps]
        yield PARKED, [row for case in self.cases for row in case.parked]
        yield EVENT_SEARCH, self.events


def insert(connection: Connection, batch: Batch, schema: str) -> None:
    """Copy rows into tables that hold none of these cases yet."""
    for table, found in batch.parts():
        if found:
            with connection.cursor().copy(table.copy_statement(schema)) as copy:
                copy.write(copy_text(table, found))


def replace(connection: Connection, batch: Batch, schema: str = CURRENT) -> None:
    """Put the rows of these cases in the place of what was held of them."""
    case_ids = [case.status.case_id for case in batch.cases]
    with connection.pipeline():
        for table in BY_CASE:
            connection.execute(_DELETE.format(table.at(schema)), (case_ids,))
        if batch.events:
            positions = [row.position for row in batch.events]
            connection.execute(_DELETE_EVENTS.format(EVENT_SEARCH.at(schema)), (positions,))
    insert(connection, batch, schema)


def write(connection: Connection, batch: Batch, entries: Mapping[str, Sequence[Entry]], schema: str) -> None:
    """Put the rows of these cases in place; a case whose rows the database refuses is shown as incomplete."""
    try:
        with connection.transaction():
            replace(connection, batch, schema)
    except (psycopg.DataError, psycopg.IntegrityError):
        events: dict[str, list[EventRow]] = {}
        for row in batch.events:
            events.setdefault(row.case_id, []).append(row)
        for case in batch.cases:
            case_id = case.status.case_id
            _write_one(connection, case, events.get(case_id, []), entries[case_id], schema)


def _write_one(
    connection: Connection, case: CaseRows, events: list[EventRow], entries: Sequence[Entry], schema: str
) -> None:
    try:
        with connection.transaction():
            replace(connection, Batch([case], events), schema)
    except (psycopg.DataError, psycopg.IntegrityError) as error:
        last = max(entries, key=lambda entry: entry.position)
        reason = f"{type(error).__name__} while its rows were written"
        parked = ParkedRow(case.status.case_id, last.position, last.version, reason)
        bare = [EventRow(row.position, row.case_id, row.type, None, None, None, None) for row in events]
        replace(connection, Batch([incomplete_rows(case.status.case_id, entries, [parked])], bare), schema)
