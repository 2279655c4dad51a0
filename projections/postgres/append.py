"""Calls the append function: a group of requests, one round trip, one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import psycopg
from psycopg.rows import tuple_row

from domain.ledger import Answer, Item
from projections.postgres.arrays import bigints, byteas, ints, register, texts, uuids

_CALL: Final = """SELECT outcome, position, version, recorded_at, chain
FROM matiane.append_events(%b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b, %b)"""
#: Sent by the server when a commit was not confirmed by the synchronous standby: it may yet be lost.
_UNCONFIRMED: Final = frozenset({"01000", "57P01"})


class Unconfirmed(Exception):
    """The server stored the group but could not confirm that its standby has it."""


class Writer:
    """One connection in autocommit that appends. Not safe for use by several threads at once."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._unconfirmed = False
        register(connection)
        connection.add_notice_handler(self._notice)

    def _notice(self, notice: psycopg.errors.Diagnostic) -> None:
        if notice.sqlstate in _UNCONFIRMED and "synchronous replication" in (notice.message_primary or ""):
            self._unconfirmed = True

    def release(self) -> None:
        """Leave the connection to others."""
        self._connection.remove_notice_handler(self._notice)

    def append(self, requests: Sequence[Sequence[Item]]) -> list[Answer]:
        """Append a group; one answer per item, in order. Raises psycopg errors and Unconfirmed."""
        items = [item for request in requests for item in request]
        if not items:
            return []
        numbers = [number for number, request in enumerate(requests) for _ in request]
        targets = _targets(items)
        keys = [(place, *key) for place, item in enumerate(items, 1) for key in item.keys]
        self._unconfirmed = False
        with self._connection.cursor(binary=True, row_factory=tuple_row) as cursor:
            cursor.execute(
                _CALL,
                (
                    ints(numbers),
                    texts([item.case_id for item in items]),
                    bigints([item.expected for item in items]),
                    bigints([item.explicit for item in items]),
                    texts([item.topic for item in items]),
                    byteas([item.state for item in items]),
                    texts([item.source for item in items]),
                    texts([item.event_id for item in items]),
                    byteas([item.digest for item in items]),
                    ints([target[0] for target in targets]),
                    ints([target[1] for target in targets]),
                    texts([target[2] for target in targets]),
                    texts([target[3] for target in targets]),
                    ints([key[0] for key in keys]),
                    uuids([key[1] for key in keys]),
                    byteas([key[2] for key in keys]),
                ),
                prepare=True,
            )
            answers = [Answer(*row) for row in cursor.fetchall()]
        if self._unconfirmed:
            raise Unconfirmed
        return answers


def _targets(items: Sequence[Item]) -> list[tuple[int, int, str, str]]:
    """Return (place of the item, place of its target in the group or 0, source, event id) of all targets.

    The last earlier place counts: an earlier one may stand in a request that is refused.
    """
    found: list[tuple[int, int, str, str]] = []
    if any(item.targets for item in items):
        places: dict[tuple[str, str], int] = {}
        for place, item in enumerate(items, 1):
            found.extend((place, places.get(target, 0), *target) for target in item.targets)
            places[item.source, item.event_id] = place
    return found
