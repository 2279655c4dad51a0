"""One step behind the log: next events, their cases judged, rows and position written in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

import psycopg
from psycopg.rows import tuple_row

from domain.ledger import Entry, Ledger
from projections import tracking
from projections.edition import fingerprint
from projections.judging import Judging
from projections.rows import event_row
from projections.tables import CURRENT
from projections.writer import Batch, write

Connection = psycopg.Connection[Any]

#: Events taken in one step: far behind, few large steps judge a case less often than many small ones.
EVENTS_PER_STEP: Final = 5000
#: Cases held in memory at once, and judged in one go because their time has come.
CASES_AT_ONCE: Final = 200

_NEXT_EVENTS: Final = (
    "SELECT notification_id, originator_id FROM matiane.event WHERE notification_id > %s"
    " ORDER BY notification_id LIMIT %s"
)
_DUE: Final = "SELECT case_id FROM matiane_view.case_status WHERE next_check <= %s ORDER BY next_check, case_id LIMIT %s"
_PARKED: Final = (
    "SELECT case_id FROM matiane_view.case_status WHERE incomplete IS NOT NULL AND case_id > %s"
    " ORDER BY case_id LIMIT %s"
)
_SOONEST: Final = "SELECT min(next_check) FROM matiane_view.case_status WHERE next_check IS NOT NULL"


class Step(NamedTuple):
    """What a step did."""

    #: Position that the rows have reached.
    position: int
    events: int
    cases: int


class Follower:
    """Brings rows up to the log and up to the clock. Every method is one transaction of the connection given."""

    def __init__(self, ledger: Ledger, judging: Judging) -> None:
        self._ledger = ledger
        self._judging = judging

    def step(self, connection: Connection, now: datetime, limit: int = EVENTS_PER_STEP) -> Step:
        """Take the next events; the cases they belong to are judged as of now."""
        with connection.transaction():
            after = tracking.lock_position(connection)
            step = self.take(connection, after, now, CURRENT, limit)
            if step.events:
                tracking.advance(connection, step.position)
            if step.events and after == 0:
                tracking.sign(connection, fingerprint())
        return step

    def take(self, connection: Connection, after: int, now: datetime, schema: str, limit: int) -> Step:
        """Write the rows of the events after a position into a set of tables; the caller holds the transaction."""
        with connection.cursor(row_factory=tuple_row) as cursor:
            found: list[tuple[int, str]] = cursor.execute(_NEXT_EVENTS, (after, limit)).fetchall()
        if not found:
            return Step(after, 0, 0)
        reached = found[-1][0]
        case_ids = sorted({case_id for _, case_id in found})
        for first in range(0, len(case_ids), CASES_AT_ONCE):
            entries = self._ledger.facts_of(case_ids[first : first + CASES_AT_ONCE])
            batch = self._judged(entries, now)
            batch.events = [
                event_row(entry)
                for of_case in entries.values()
                for entry in of_case
                if after < entry.position <= reached
            ]
            write(connection, batch, entries, schema)
        return Step(reached, len(found), len(case_ids))

    def due(self, connection: Connection, now: datetime, limit: int = CASES_AT_ONCE) -> int:
        """Judge the cases whose verdicts may have changed by the clock alone; return how many there were."""
        with connection.transaction():
            tracking.lock_position(connection)
            return self._again(connection, _ids(connection, _DUE, (now, limit)), now)

    def retry_parked(self, connection: Connection, now: datetime, after: str = "") -> str | None:
        """Judge the next incomplete cases anew, as another release may; return the last of them, None at the end."""
        with connection.transaction():
            tracking.lock_position(connection)
            case_ids = _ids(connection, _PARKED, (after, CASES_AT_ONCE))
            self._again(connection, case_ids, now)
        return case_ids[-1] if case_ids else None

    def soonest(self, connection: Connection) -> datetime | None:
        """Return the next instant at which a case has to be judged without a new event."""
        with connection.cursor(row_factory=tuple_row) as cursor:
            row = cursor.execute(_SOONEST).fetchone()
        return row[0] if row else None

    def _again(self, connection: Connection, case_ids: Sequence[str], now: datetime) -> int:
        if case_ids:
            entries = self._ledger.facts_of(case_ids)
            write(connection, self._judged(entries, now), entries, CURRENT)
        return len(case_ids)

    def _judged(self, entries: dict[str, tuple[Entry, ...]], now: datetime) -> Batch:
        return Batch([self._judging.rows(case_id, found, now) for case_id, found in entries.items()])


def _ids(connection: Connection, query: Any, params: tuple[object, ...]) -> list[str]:  # noqa: ANN401  # a literal
    with connection.cursor(row_factory=tuple_row) as cursor:
        return [case_id for (case_id,) in cursor.execute(query, params)]
