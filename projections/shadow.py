"""The next set of read tables: made beside the current one, filled, indexed, and put in its place at once."""

from __future__ import annotations

from typing import Any, Final

import psycopg
from psycopg import sql
from psycopg.rows import tuple_row

from projections.tables import ALL, CURRENT, NEXT

Connection = psycopg.Connection[Any]

_INDEXES: Final = (
    "SELECT indexdef FROM pg_catalog.pg_indexes WHERE schemaname = %s AND tablename = %s"
    " AND indexname NOT IN (SELECT indexname FROM pg_catalog.pg_indexes WHERE schemaname = %s) ORDER BY indexname"
)


def create(connection: Connection) -> None:
    """Make empty tables of the current shape, without indexes; whatever stood there goes."""
    for table in ALL:
        shape = sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING DEFAULTS)")
        connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(table.at(NEXT)))
        connection.execute(shape.format(table.at(NEXT), table.at(CURRENT)))


def index(connection: Connection) -> None:
    """Make the indexes that the current tables have and these lack, and gather what the planner needs.

    Each index is a transaction of its own, so that an interruption loses one at most.
    """
    connection.execute("SET maintenance_work_mem = '256MB'")
    for table in ALL:
        with connection.cursor(row_factory=tuple_row) as cursor:
            definitions = cursor.execute(_INDEXES, (CURRENT, table.name, NEXT)).fetchall()
        for (definition,) in definitions:
            connection.execute(definition.replace(f" ON {CURRENT}.", f" ON {NEXT}."))
        connection.execute(sql.SQL("ANALYZE {}").format(table.at(NEXT)))


def swap(connection: Connection) -> None:
    """Put the next tables in the place of the current ones; the caller holds the transaction."""
    names = sql.SQL(", ").join(table.at(CURRENT) for table in ALL)
    connection.execute(sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(names))
    for table in ALL:
        connection.execute(sql.SQL("DROP TABLE {}").format(table.at(CURRENT)))
        move = sql.SQL("ALTER TABLE {} SET SCHEMA {}")
        connection.execute(move.format(table.at(NEXT), sql.Identifier(CURRENT)))
