"""What must hold after every fault, read from the database itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from api.instants import rfc3339
from domain.log.chain import Broken, ChainRow, Verified, verify_chain
from projections.judging import standard
from projections.postgres.connection import service_conninfo
from projections.postgres.factory import open_ledger
from projections.rebuild import Rebuild
from projections.tables import ALL, CURRENT
from tests.faults.load import SECRET, Attempt
from tests.faults.service import Service, database, until

Key = tuple[str, str]
_LOG = (
    "SELECT notification_id, originator_id, originator_version, topic, recorded_at, state, chain, source, event_id"
    " FROM matiane.event ORDER BY notification_id"
)


def verified(folder: Path) -> Verified | Broken:
    """Recompute the chain over the whole log."""
    with psycopg.connect(database(folder)) as connection:
        return verify_chain(ChainRow(*row[:7]) for row in connection.execute(_LOG))


def check_log(folder: Path) -> dict[Key, dict[str, Any]]:
    """Hold that the log is dense, in order, chained and counted rightly; return its receipts by source and id."""
    with psycopg.connect(database(folder)) as connection:
        rows = connection.execute(_LOG).fetchall()
        head = connection.execute("SELECT position, chain, recorded_at FROM matiane.ledger_head").fetchone()
        cases = connection.execute("SELECT case_id, version, position FROM matiane.case_head").fetchall()
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1)), "positions have gaps"
    assert all(one[4] <= two[4] for one, two in pairwise(rows)), "the time of recording fell"
    assert isinstance(verify_chain(ChainRow(*row[:7]) for row in rows), Verified)
    if rows:
        assert head is not None
        assert head[:2] == (rows[-1][0], rows[-1][6])
    last = {row[1]: (row[2], row[0]) for row in rows}
    assert {case: (version, position) for case, version, position in cases} == last
    versions: dict[str, list[int]] = {}
    for row in rows:
        versions.setdefault(row[1], []).append(row[2])
    assert all(found == list(range(1, len(found) + 1)) for found in versions.values())
    assert not any(SECRET.encode() in row[5] for row in rows), "a name stands in clear in the log"
    return {(row[7], row[8]): _receipt(row) for row in rows}


def _receipt(row: tuple[Any, ...]) -> dict[str, Any]:
    return {
        "source": row[7],
        "id": row[8],
        "subject": row[1],
        "version": row[2],
        "position": row[0],
        "recordedtime": rfc3339(row[4]),
        "chain": row[6].hex(),
    }


def check_attempts(log: dict[Key, dict[str, Any]], attempts: Sequence[Attempt]) -> None:
    """Hold that what was acknowledged is there with its receipt, and that nothing else is there by half."""
    for attempt in attempts:
        found = [log.get((item["source"], item["id"])) for item in attempt.events]
        if attempt.acknowledged:
            given = [{**receipt, "duplicate": None} for receipt in attempt.receipts]
            assert given == [{**(stored or {}), "duplicate": None} for stored in found]
        else:
            assert None not in found or not any(found), "a request is stored by half"
            assert attempt.status in (None, 503), attempt.problem


_judging = cache(standard)


def check_views(service: Service) -> None:
    """Hold that the rows, once they have come to the end of the log, are those of a rebuild."""
    until(service.is_ready, service.said)
    dsn = database(service.folder)
    with psycopg.connect(service_conninfo(dsn), autocommit=True) as connection:
        followed = rows_of(connection)
        ledger = open_ledger(dsn)
        try:
            Rebuild(dsn, ledger, _judging(), lambda: datetime.now(UTC)).run()
        finally:
            ledger.close()
        assert rows_of(connection) == followed


def rows_of(connection: psycopg.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all read tables, sorted."""
    found = {}
    for table in ALL:
        columns = sql.SQL(", ").join(map(sql.Identifier, table.columns))
        rows = connection.execute(sql.SQL("SELECT {} FROM {}").format(columns, table.at(CURRENT)))
        found[table.name] = sorted(rows.fetchall(), key=repr)
    return found


def check_words(service: Service) -> None:
    """Hold that the service never showed a trace, and no name, in what it wrote."""
    said = service.said()
    assert "Traceback" not in said, said
    assert SECRET not in said
