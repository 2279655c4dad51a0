"""Keeps the rows up to the log and the clock: one active worker, woken by notices, never trusting them alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from threading import Event
from typing import Any, Final

import psycopg

from domain.ledger import Ledger
from projections import tracking
from projections.edition import fingerprint
from projections.follow import Follower
from projections.judging import Judging
from projections.postgres.connection import service_conninfo
from projections.rebuild import Rebuild

_log: Final = logging.getLogger(__name__)

#: Whoever holds this advisory lock is the active runner.
LEADER_LOCK: Final = 0x6D61_7469_7275_6E
CHANNEL: Final = "matiane_event"
#: Seconds between two looks at the log when no notice comes, and between two tries to become active.
POLL_SECONDS: Final = 1.0
FIRST_BACK_OFF: Final = 0.5
LONGEST_BACK_OFF: Final = 5.0
#: From so many events behind the log, making all rows anew is quicker than following.
FAR_BEHIND: Final = 10_000


class Runner:
    """Follows the log until it is told to stop. Several may run; one is active, the others stand by."""

    def __init__(
        self, conninfo: str, ledger: Ledger, judging: Judging, clock: Callable[[], datetime]
    ) -> None:
        self._conninfo = service_conninfo(conninfo, application_name="matiane views")
        self._follower = Follower(ledger, judging)
        self._clock = clock
        self._rebuild = partial(Rebuild, conninfo, ledger, judging, clock)
        #: Set while this runner is the active one.
        self.active = Event()

    def run(self, stop: Event) -> None:
        """Work until ``stop`` is set. Nothing else ends it: a lost database is waited for, and so is any other cure."""
        pause = FIRST_BACK_OFF
        while not stop.is_set():
            try:
                with self._leading() as lead:
                    pause = FIRST_BACK_OFF
                    if lead is not None:
                        self._follow(lead, stop)
                        continue
                stop.wait(POLL_SECONDS)
            except Exception as error:  # noqa: BLE001  # a thread that ended would leave old rows without a word
                # Told until the pauses grow no more, so that a long outage does not fill the disk with it.
                level = logging.WARNING if pause < LONGEST_BACK_OFF else logging.DEBUG
                _log.log(level, "the views stand still (%s): next try in %.1f s", type(error).__name__, pause)
                stop.wait(pause)
                pause = min(pause * 2, LONGEST_BACK_OFF)

    def catch_up(self) -> int:
        """Bring the rows up to the log and the clock once; return the position reached.

        For commands that do not stay. Takes turns with an active runner; raises psycopg errors and Unavailable.
        """
        with self._connection() as connection:
            self._begin(connection)
            while (step := self._follower.step(connection, self._clock())).events:
                pass
            while self._follower.due(connection, self._clock()):
                pass
        return step.position

    def _follow(self, lead: psycopg.Connection[Any], stop: Event) -> None:
        with self._connection() as connection:
            self._begin(connection, stop)
            parked = self._follower.retry_parked(connection, self._clock())
            while parked is not None:
                parked = self._follower.retry_parked(connection, self._clock(), parked)
            while not stop.is_set():
                now = self._clock()
                if self._follower.step(connection, now).events or self._follower.due(connection, now):
                    continue
                self._rest(connection, lead, stop)

    def _begin(self, connection: psycopg.Connection[Any], stop: Event | None = None) -> None:
        """Make all rows anew where they are another release's, or where that is quicker than following."""
        signature = tracking.signature(connection)
        if signature not in {None, fingerprint()} or _behind(connection) > FAR_BEHIND:
            self._rebuild(stop=stop).run()

    def _rest(self, connection: psycopg.Connection[Any], lead: psycopg.Connection[Any], stop: Event) -> None:
        """Wait for a notice, but no longer than to the next look or to the next instant that matters."""
        seconds = POLL_SECONDS
        soonest = self._follower.soonest(connection)
        if soonest is not None:
            seconds = min(seconds, max(0.0, (soonest - self._clock()).total_seconds()))
        for _ in lead.notifies(timeout=seconds, stop_after=1):
            break

    @contextmanager
    def _leading(self) -> Iterator[psycopg.Connection[Any] | None]:
        """Give a connection that holds the leader's lock and listens; None where another runner holds it."""
        with self._connection() as lead:
            row = lead.execute("SELECT pg_try_advisory_lock(%s)", (LEADER_LOCK,)).fetchone()
            if row is None or not row[0]:
                yield None
                return
            lead.execute("LISTEN matiane_event")
            self.active.set()
            try:
                yield lead
            finally:
                self.active.clear()

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection[Any]]:
        connection = psycopg.connect(self._conninfo, autocommit=True)
        try:
            yield connection
        finally:
            connection.close()


def _behind(connection: psycopg.Connection[Any]) -> int:
    row = connection.execute("SELECT position FROM matiane.ledger_head").fetchone()
    return (int(row[0]) if row else 0) - tracking.position(connection)
