"""Turns a lost database into one error that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from eventsourcing.persistence import InterfaceError, OperationalError
from psycopg_pool import PoolClosed, PoolTimeout

from domain.errors import Unavailable

_LOST = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    OperationalError,
    InterfaceError,
    PoolTimeout,
    PoolClosed,
)


@contextmanager
def unavailable_when_lost() -> Iterator[None]:
    """Raise Unavailable where the body loses the database."""
    try:
        yield
    except _LOST:
        raise Unavailable("the ledger's database cannot be reached: try again in a moment") from None
