"""One connection that appends, comes back by itself after a loss, and never leaves a result in the dark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Final

import psycopg
from psycopg.errors import ReadOnlySqlTransaction
from psycopg.pq import TransactionStatus

from domain.errors import Unavailable
from domain.ledger import Answer, Item
from projections.postgres.append import Unconfirmed, Writer
from projections.postgres.connection import service_conninfo

#: Seconds between attempts to connect: the first pause, doubled up to the longest.
_PAUSE_MIN: Final = 0.1
_PAUSE_MAX: Final = 5.0

_CLOSED: Final = "the ledger's database cannot be reached: nothing was stored, try again in a moment"
_REFUSED: Final = (
    "the ledger's database could not take the events now: nothing was stored, try again in a moment"
)
_UNKNOWN: Final = (
    "the database was lost while the events were on their way: send them again with the same ids; "
    "what was stored is answered with its first receipt"
)


class Link:
    """Appends over one connection, from one thread.

    A connection lost in the middle is replaced and the group sent once more: the ids make that safe,
    and the second answer tells what became of the first. While the database is away, attempts to reach it
    become rarer and callers are told at once.
    """

    def __init__(self, conninfo: str, *, clock: Callable[[], float] = monotonic) -> None:
        self._conninfo = service_conninfo(conninfo, application_name="matiane appender")
        self._clock = clock
        self._connection: psycopg.Connection[tuple[object, ...]] | None = None
        self._writer: Writer | None = None
        self._pause = 0.0
        self._not_before = 0.0

    def append(self, requests: Sequence[Sequence[Item]]) -> list[Answer]:
        """Append a group; one answer per item. Raises Unavailable, and psycopg.Error for what is no loss."""
        complaint = _CLOSED
        for _ in range(2):
            writer = self._open(complaint)
            try:
                return writer.append(requests)
            except Unconfirmed:
                raise Unavailable(_UNKNOWN) from None
            except ReadOnlySqlTransaction:
                self.close()
                complaint = _CLOSED
            except (psycopg.OperationalError, psycopg.InterfaceError):
                if self._usable():
                    raise Unavailable(_REFUSED) from None
                self.close()
                complaint = _UNKNOWN
        raise Unavailable(complaint)

    def close(self) -> None:
        """Drop the connection; the next append opens another."""
        connection, self._connection, self._writer = self._connection, None, None
        if connection is not None:
            connection.close()

    def _usable(self) -> bool:
        connection = self._connection
        return (
            connection is not None
            and not connection.closed
            and connection.info.transaction_status is TransactionStatus.IDLE
        )

    def _open(self, complaint: str) -> Writer:
        if self._writer is not None:
            return self._writer
        if self._clock() < self._not_before:
            raise Unavailable(complaint)
        try:
            self._connection = psycopg.connect(self._conninfo, autocommit=True)
        except psycopg.OperationalError:
            self._pause = min(max(self._pause * 2, _PAUSE_MIN), _PAUSE_MAX)
            self._not_before = self._clock() + self._pause
            raise Unavailable(complaint) from None
        self._pause = 0.0
        self._writer = Writer(self._connection)
        return self._writer
