"""The door to the read tables: connections, freshness, and waiting for a position."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from types import TracebackType
from typing import Any, Final, Self

import psycopg
from psycopg.rows import tuple_row

from domain.ledger import Ledger
from projections import tracking
from projections.edition import fingerprint
from projections.follow import Follower
from projections.judging import Judging
from projections.postgres.connection import service_conninfo
from projections.postgres.faults import unavailable_when_lost
from projections.postgres.pools import lively_pool

Connection = psycopg.Connection[Any]

POOL_LARGEST: Final = 8
#: Seconds that a question waits for a connection before it is told that the database is away.
PATIENCE: Final = 5.0
#: Cases that a reader judges anew before it answers; what is left is marked as stale.
FRESHEN_LIMIT: Final = 200
_STALE: Final = (
    "SELECT count(*) FROM (SELECT FROM matiane_view.case_status WHERE next_check <= %s LIMIT 10000) stale"
)


class Views:
    """What questions are asked of. Safe for use by several threads; close it after use.

    No answer shows a stale verdict as a fresh one. A list first judges the cases whose ``next_check`` has passed,
    so that filters and counts see what holds now; it does so for at most FRESHEN_LIMIT cases, and not while
    another writer holds the rows for longer than half a second. What is stale still is marked so row by row.
    """

    def __init__(self, conninfo: str, ledger: Ledger, judging: Judging) -> None:
        self.ledger = ledger
        self.judging = judging
        self._follower = Follower(ledger, judging)
        self._pool = lively_pool(
            service_conninfo(conninfo, application_name="matiane questions"),
            smallest=1,
            largest=POOL_LARGEST,
            patience=PATIENCE,
            open_now=True,
            autocommit=True,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Give a connection; raises Unavailable when the database cannot be reached."""
        with unavailable_when_lost(), self._pool.connection() as connection:
            yield connection

    def position(self) -> int:
        """Return the position that the rows have reached."""
        with self.connect() as connection:
            return tracking.position(connection)

    def outdated(self) -> bool:
        """Tell whether the rows were judged with another law or other code than this release's: rebuild them."""
        with self.connect() as connection:
            signature = tracking.signature(connection)
        return signature is not None and signature != fingerprint()

    def wait_for(self, position: int, timeout: float) -> bool:
        """Wait until the rows have reached a position, such as a receipt's; False when ``timeout`` seconds passed."""

        def connect() -> AbstractContextManager[Connection]:
            return self.connect()

        return tracking.wait_for(connect, position, timeout)

    def freshen(self, now: datetime) -> int:
        """Judge the cases whose verdicts may have changed by the clock; return how many are stale still."""
        with self.connect() as connection:
            stale = _stale(connection, now)
            if stale == 0:
                return 0
            try:
                with connection.transaction():
                    connection.execute("SET LOCAL lock_timeout = '500ms'")
                    self._follower.due(connection, now, FRESHEN_LIMIT)
            except psycopg.errors.LockNotAvailable:
                return stale
            return _stale(connection, now)


def _stale(connection: Connection, now: datetime) -> int:
    with connection.cursor(row_factory=tuple_row) as cursor:
        row = cursor.execute(_STALE, (now,)).fetchone()
    return int(row[0]) if row else 0
