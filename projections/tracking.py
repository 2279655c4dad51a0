"""How far the rows follow the log.

The row is that of the event sourcing library's tracking table. The library's recorder is not used for it:
it would need a pool of its own, and its ``wait`` looks no sooner than every tenth of a second. What we need
besides is the row's lock, which makes writers of rows take turns.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from time import monotonic, sleep
from typing import Any, Final

import psycopg
from psycopg.rows import tuple_row

Connection = psycopg.Connection[Any]
#: Gives a connection for as long as the context lasts; a pool's ``connection`` is one.
Connect = Callable[[], AbstractContextManager[Connection]]

_NAME: Final = "views"
_FIRST_WAIT: Final = 0.005
_LONGEST_WAIT: Final = 0.1


def lock_position(connection: Connection) -> int:
    """Return the position that the rows have reached; no other writer moves it in this transaction."""
    return _one(
        connection, "SELECT notification_id FROM matiane_view.tracking WHERE application_name = %s FOR UPDATE"
    )


def position(connection: Connection) -> int:
    """Return the position that the rows have reached."""
    return _one(connection, "SELECT notification_id FROM matiane_view.tracking WHERE application_name = %s")


def advance(connection: Connection, reached: int) -> None:
    """Record the position that the rows written in this transaction have reached."""
    connection.execute(
        "UPDATE matiane_view.tracking SET notification_id = %s WHERE application_name = %s", (reached, _NAME)
    )


def sign(connection: Connection, fingerprint: str) -> None:
    """Record which law and which code all rows were judged with."""
    connection.execute(
        "UPDATE matiane_view.tracking SET fingerprint = %s WHERE application_name = %s", (fingerprint, _NAME)
    )


def signature(connection: Connection) -> str | None:
    """Return which law and which code the rows were judged with; None when there are no rows yet."""
    with connection.cursor(row_factory=tuple_row) as cursor:
        query = "SELECT fingerprint FROM matiane_view.tracking WHERE application_name = %s"
        row = cursor.execute(query, (_NAME,)).fetchone()
    return None if row is None else row[0]


def wait_for(connect: Connect, wanted: int, timeout: float) -> bool:
    """Wait until the rows have reached a position; False when they have not within ``timeout`` seconds."""
    deadline = monotonic() + timeout
    pause = _FIRST_WAIT
    while True:
        with connect() as connection:
            reached = position(connection)
        if reached >= wanted:
            return True
        if monotonic() + pause > deadline:
            return False
        sleep(pause)
        pause = min(pause * 1.5, _LONGEST_WAIT)


def _one(connection: Connection, query: Any) -> int:  # noqa: ANN401  # a literal
    with connection.cursor(row_factory=tuple_row) as cursor:
        row = cursor.execute(query, (_NAME,)).fetchone()
    if row is None:
        raise LookupError("the tracking row of the views is missing: run `matiane migrate`")
    return int(row[0])
