"""What PostgreSQL does without us: bare psycopg on the same server, into the log's own kind of table."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Final, NamedTuple

import psycopg

#: The log's own table, with all its columns, constraints and indexes; what the append function computes is a default.
_TABLE: Final = (
    "DROP TABLE IF EXISTS bench_event",
    "CREATE TABLE bench_event (LIKE matiane.event INCLUDING ALL)",
    "ALTER TABLE bench_event ALTER notification_id ADD GENERATED ALWAYS AS IDENTITY",
    "ALTER TABLE bench_event ALTER recorded_at SET DEFAULT clock_timestamp()",
    "ALTER TABLE bench_event ALTER digest SET DEFAULT decode(repeat('5a', 32), 'hex')",
    "ALTER TABLE bench_event ALTER chain SET DEFAULT decode(repeat('5a', 32), 'hex')",
)
_COLUMNS: Final = "originator_id, originator_version, topic, state, source, event_id"
_INSERT: Final = f"INSERT INTO bench_event ({_COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s)"
_COPY: Final = f"COPY bench_event ({_COLUMNS}) FROM STDIN (FORMAT BINARY)"
_TYPES: Final = ("text", "int8", "text", "bytea", "text", "text")

Row = tuple[str, int, str, bytes, str, str]


class Rate(NamedTuple):
    """Events a second, and how long one call took, in milliseconds."""

    events_per_second: float
    p50_ms: float
    p99_ms: float


def rate(events: int, seconds: float, latencies: Sequence[float]) -> Rate:
    """Return the rate and the percentiles of some calls."""
    ordered = sorted(latencies)
    return Rate(events / seconds, ordered[len(ordered) // 2] * 1000, ordered[len(ordered) * 99 // 100] * 1000)


def prepare(conninfo: str) -> None:
    """Make the table, empty, beside the log of a migrated database."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        for statement in _TABLE:
            connection.execute(statement)


def single_commits(conninfo: str, rows: Sequence[Row], seconds: float, threads: int = 8) -> Rate:
    """Insert one row per commit over some connections, one thread each."""

    def work(number: int) -> list[float]:
        latencies = []
        with psycopg.connect(conninfo, autocommit=True) as connection:
            for row in rows[number::threads]:
                sent = perf_counter()
                if sent > deadline:
                    break
                connection.execute(_INSERT, row, prepare=True)
                latencies.append(perf_counter() - sent)
        return latencies

    begun = perf_counter()
    deadline = begun + seconds
    with ThreadPoolExecutor(threads) as pool:
        latencies = [value for found in pool.map(work, range(threads)) for value in found]
    return rate(len(latencies), perf_counter() - begun, latencies)


def copies(conninfo: str, rows: Sequence[Row], seconds: float, size: int = 100) -> Rate:
    """Insert rows by binary COPY in transactions of ``size``."""
    latencies = []
    begun = perf_counter()
    with psycopg.connect(conninfo, autocommit=True) as connection, connection.cursor() as cursor:
        for start in range(0, len(rows) - size + 1, size):
            sent = perf_counter()
            if sent > begun + seconds:
                break
            with cursor.copy(_COPY) as copy:
                copy.set_types(_TYPES)
                for row in rows[start : start + size]:
                    copy.write_row(row)
            latencies.append(perf_counter() - sent)
    return rate(len(latencies) * size, perf_counter() - begun, latencies)
