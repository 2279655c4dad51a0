"""Pools of connections that come back as soon as the database does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import psycopg
from psycopg_pool import ConnectionPool

from projections.postgres.connection import CONNECT_SECONDS

Connection = psycopg.Connection[Any]

#: A pool that gives up soon tries again for the next who asks; its own pauses grow to minutes.
GIVE_UP_SECONDS: Final = CONNECT_SECONDS


def lively_pool(
    conninfo: str,
    *,
    smallest: int,
    largest: int,
    patience: float,
    open_now: bool,
    configure: Callable[[Connection], None] | None = None,
    **kwargs: Any,  # noqa: ANN401  # those of a connection
) -> ConnectionPool[Connection]:
    """Return a pool that checks each connection before it is given out.

    Where one is found broken, as after a restart of the server, all that are idle are replaced at once: found one by
    one, with a pause after each, they would outlast the ``patience`` (seconds) of whoever asks.
    """

    def check(connection: Connection) -> None:
        try:
            ConnectionPool.check_connection(connection)
        except psycopg.Error:
            pool.drain()
            raise

    pool: ConnectionPool[Connection] = ConnectionPool(
        conninfo,
        kwargs=kwargs,
        min_size=smallest,
        max_size=largest,
        open=open_now,
        timeout=patience,
        reconnect_timeout=GIVE_UP_SECONDS,
        configure=configure,
        check=check,
    )
    return pool
