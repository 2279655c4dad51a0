"""Makes all rows anew: each case judged once, beside the rows that readers go on reading, then swapped.

Progress is written together with the rows, so that a rebuild that was interrupted goes on where it stopped,
unless the law or the code has changed since. Reading, judging and writing overlap; memory holds three pages.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Event
from typing import Any, Final, Literal, NamedTuple

import psycopg
from psycopg.rows import class_row

from domain.errors import MatianeError
from domain.ledger import Ledger
from projections import scan, shadow, tracking
from projections.edition import fingerprint
from projections.follow import EVENTS_PER_STEP, Follower
from projections.judging import Judging
from projections.postgres.connection import service_conninfo
from projections.rows import event_row
from projections.tables import NEXT
from projections.writer import Batch, insert

Connection = psycopg.Connection[Any]
Phase = Literal["judging", "indexing", "following", "done", "interrupted"]

#: Whoever holds this advisory lock rebuilds.
REBUILD_LOCK: Final = 0x6D61_7469_7265_62
#: How often the swap is tried while readers hold the tables.
_SWAPS: Final = 20


class RebuildBusy(MatianeError):
    """Another rebuild is running."""

    code = "rebuild-busy"


class Progress(NamedTuple):
    """How far a rebuild has come. ``bound`` is the number of events it takes."""

    phase: Phase
    cases: int
    events: int
    bound: int


Report = Callable[[Progress], None]


@dataclass(slots=True)
class Part:
    """A range of cases of a rebuild, as its row holds it."""

    part: int
    fingerprint: str
    bound: int
    as_of: datetime
    last_case_id: str | None
    upto_case_id: str | None
    cases: int
    events: int
    done: bool


class Rebuild:
    """One rebuild, new or resumed."""

    def __init__(
        self,
        conninfo: str,
        ledger: Ledger,
        judging: Judging,
        clock: Callable[[], datetime],
        *,
        report: Report | None = None,
        stop: Event | None = None,
    ) -> None:
        self._conninfo = service_conninfo(conninfo, application_name="matiane rebuild")
        self._follower = Follower(ledger, judging)
        self._judging = judging
        self._clock = clock
        self._report = report or (lambda _: None)
        self._stop = stop or Event()

    def run(self) -> Progress:
        """Rebuild all rows and put them in place.

        Returns early, with what is done kept, when ``stop`` is set. Raises RebuildBusy, and psycopg errors when
        the database is lost; a later run goes on where this one stopped.
        """
        with self._connection() as connection, _alone(connection), _few_collections():
            part = self._begun(connection) or self._begin(connection)
            if not part.done:
                part = self._judge(connection, part)
            if not part.done:
                return self._told("interrupted", part)
            self._told("indexing", part)
            shadow.index(connection)
            self._catch_up(connection, part)
            self._put_in_place(connection)
            return self._told("done", part)

    def _begun(self, connection: Connection) -> Part | None:
        """Return the part of an interrupted rebuild that can be resumed."""
        with connection.cursor(row_factory=class_row(Part)) as cursor:
            part = cursor.execute("SELECT * FROM matiane_view.rebuild WHERE part = 0").fetchone()
        return part if part is not None and part.fingerprint == fingerprint() else None

    def _begin(self, connection: Connection) -> Part:
        with connection.transaction():
            connection.execute("DELETE FROM matiane_view.rebuild")
            shadow.create(connection)
            row = connection.execute("SELECT position FROM matiane.ledger_head").fetchone()
            bound = row[0] if row else 0
            part = Part(0, fingerprint(), bound, self._clock(), None, None, 0, 0, False)
            connection.execute(
                "INSERT INTO matiane_view.rebuild (part, fingerprint, bound, as_of) VALUES (%s, %s, %s, %s)",
                (part.part, part.fingerprint, part.bound, part.as_of),
            )
        return part

    def _judge(self, connection: Connection, part: Part) -> Part:
        """Judge every case of the part; reads the next page and writes the last one meanwhile."""
        with self._connection() as reader, ThreadPoolExecutor(2) as threads:
            written: Future[None] | None = None
            page = scan.page(reader, part.last_case_id or "", part.upto_case_id, part.bound)
            try:
                while page is not None and not self._stop.is_set():
                    following = threads.submit(
                        scan.page, reader, page.last_case_id, part.upto_case_id, part.bound
                    )
                    batch = self._batch(page, part.as_of)
                    if written is not None:
                        written.result()
                        self._told("judging", part)
                    part.last_case_id = page.last_case_id
                    part.cases += len(batch.cases)
                    part.events += len(batch.events)
                    written = threads.submit(
                        _write, connection, batch, part.last_case_id, part.cases, part.events
                    )
                    page = following.result()
            finally:
                if written is not None:
                    written.result()
        part.done = page is None
        if part.done:
            connection.execute("UPDATE matiane_view.rebuild SET done = true WHERE part = %s", (part.part,))
        return part

    def _batch(self, page: scan.Page, as_of: datetime) -> Batch:
        batch = Batch()
        for case_id, entries in scan.cases(page):
            batch.cases.append(self._judging.rows(case_id, entries, as_of))
            batch.events.extend(map(event_row, entries))
        return batch

    def _catch_up(self, connection: Connection, part: Part) -> None:
        """Bring the next rows up to the log, so that the swap has little left to do."""
        self._told("following", part)
        while not self._stop.is_set():
            with connection.transaction():
                step = self._follower.take(connection, part.bound, self._clock(), NEXT, EVENTS_PER_STEP)
                connection.execute("UPDATE matiane_view.rebuild SET bound = %s", (step.position,))
            part.bound = step.position
            if step.events < EVENTS_PER_STEP:
                return

    def _put_in_place(self, connection: Connection) -> None:
        for attempt in range(_SWAPS):
            try:
                with connection.transaction():
                    connection.execute("SET LOCAL lock_timeout = '2s'")  # readers queue behind us meanwhile
                    self._swap(connection)
            except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected):
                if attempt + 1 == _SWAPS:
                    raise
            else:
                return

    def _swap(self, connection: Connection) -> None:
        """Take what has come meanwhile and swap, while no other writer of rows can move."""
        tracking.lock_position(connection)
        row = connection.execute("SELECT bound FROM matiane_view.rebuild WHERE part = 0").fetchone()
        reached = row[0] if row else 0
        while (step := self._follower.take(connection, reached, self._clock(), NEXT, EVENTS_PER_STEP)).events:
            reached = step.position
        shadow.swap(connection)
        tracking.advance(connection, reached)
        tracking.sign(connection, fingerprint())
        connection.execute("DELETE FROM matiane_view.rebuild")

    def _told(self, phase: Phase, part: Part) -> Progress:
        progress = Progress(phase, part.cases, part.events, part.bound)
        self._report(progress)
        return progress

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        connection: Connection = psycopg.connect(self._conninfo, autocommit=True)
        try:
            # What a crash of the server could lose of the next rows is lost together with the progress.
            connection.execute("SET synchronous_commit = off")
            yield connection
        finally:
            connection.close()


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    row = connection.execute("SELECT pg_try_advisory_lock(%s)", (REBUILD_LOCK,)).fetchone()
    if row is None or not row[0]:
        raise RebuildBusy("another rebuild of this database is running: wait for it, or stop it")
    yield


@contextmanager
def _few_collections() -> Iterator[None]:
    """Look for garbage cycles a hundred times less often: judging makes many objects and no cycles."""
    thresholds = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(thresholds[0] * 100, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()


def _write(connection: Connection, batch: Batch, last_case_id: str, cases: int, events: int) -> None:
    with connection.transaction():
        insert(connection, batch, NEXT)
        connection.execute(
            "UPDATE matiane_view.rebuild SET last_case_id = %s, cases = %s, events = %s WHERE part = 0",
            (last_case_id, cases, events),
        )
