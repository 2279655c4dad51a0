"""Group commit: what waits while one group is being written becomes the next group."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from threading import Condition, Thread
from typing import Final, Self

import psycopg

from domain.errors import MatianeError, Unavailable
from domain.facts import Draft
from domain.ledger import Answer, PersonKeys, Receipt, Submission
from projections.postgres.link import Link

Results = list[Receipt | MatianeError]

#: From this number of drafts on, an asynchronous caller seals them outside its event loop.
_SEAL_ELSEWHERE: Final = 64

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one group, and of what may wait. A single submission may exceed those of a group."""

    group_events: int = 1_000
    group_bytes: int = 4 * 2**20
    waiting_events: int = 20_000
    waiting_bytes: int = 64 * 2**20


class _Ticket:
    """One submission and the one who waits for it."""

    __slots__ = ("future", "loop", "outcome", "submission", "waiter", "weight")

    def __init__(self, submission: Submission) -> None:
        self.submission = submission
        self.weight = submission.weight
        self.future: Future[Results] | None = None
        self.loop: asyncio.AbstractEventLoop | None = None
        self.waiter: asyncio.Future[Results] | None = None
        self.outcome: Results | Exception = []

    def tell(self) -> None:
        """Hand the outcome over; in the event loop's own thread when there is one."""
        target = self.future or self.waiter
        if target is None or target.done():
            return
        with suppress(InvalidStateError, asyncio.InvalidStateError):
            if isinstance(self.outcome, Exception):
                target.set_exception(self.outcome)
            else:
                target.set_result(self.outcome)


def _tell_all(tickets: Sequence[_Ticket]) -> None:
    for ticket in tickets:
        ticket.tell()


class CoalescingAppender:
    """Appends for many callers through one connection, from one thread of its own.

    Nothing is delayed to wait for company: a group is whatever has come while the one before was being
    written. A submission that is refused fails alone. Close it, or use it in a ``with`` statement.
    """

    def __init__(self, conninfo: str, keyring: PersonKeys, *, limits: Limits | None = None) -> None:
        self._keyring = keyring
        self._limits = limits or Limits()
        self._link = Link(conninfo)
        self._waiting: deque[_Ticket] = deque()
        self._events = 0
        self._bytes = 0
        self._closed = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="matiane-appender", daemon=True)
        self._thread.start()

    def submit(self, drafts: Sequence[Draft], *, now: datetime, per_item: bool = False) -> Future[Results]:
        """Queue drafts; the future gives one result per draft, or raises the first refusal.

        Raises at once what needs no database: a draft that cannot be a fact, and Unavailable when too
        much is waiting already. ``per_item`` as in ``Ledger.append``.
        """
        ticket = _Ticket(Submission(drafts, self._keyring, now=now, per_item=per_item))
        ticket.future = Future()
        self._queue(ticket)
        return ticket.future

    async def append(self, drafts: Sequence[Draft], *, now: datetime, per_item: bool = False) -> Results:
        """Record drafts, as ``Ledger.append`` does, without blocking the running event loop."""
        if len(drafts) < _SEAL_ELSEWHERE:
            submission = Submission(drafts, self._keyring, now=now, per_item=per_item)
        else:
            submission = await asyncio.to_thread(
                Submission, drafts, self._keyring, now=now, per_item=per_item
            )
        ticket = _Ticket(submission)
        ticket.loop = asyncio.get_running_loop()
        ticket.waiter = ticket.loop.create_future()
        self._queue(ticket)
        return await ticket.waiter

    def close(self) -> None:
        """Write what waits, then stop. Later submissions are refused."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _queue(self, ticket: _Ticket) -> None:
        size = ticket.submission.size
        if size == 0:
            ticket.outcome = ticket.submission.results()
            ticket.tell()
            return
        with self._changed:
            if self._closed:
                raise Unavailable("the service is stopping: nothing was stored, send the events again")
            limits = self._limits
            full = (
                self._events + size > limits.waiting_events
                or self._bytes + ticket.weight > limits.waiting_bytes
            )
            if full and self._waiting:
                raise Unavailable("too many events are waiting to be stored: send these again in a moment")
            self._waiting.append(ticket)
            self._events += size
            self._bytes += ticket.weight
            self._changed.notify()

    def _take(self) -> list[_Ticket]:
        """Wait for work; return the next group, or nothing when all is done and the appender is closed."""
        with self._changed:
            while not self._waiting and not self._closed:
                self._changed.wait()
            group: list[_Ticket] = []
            events = weight = 0
            while self._waiting:
                ticket = self._waiting[0]
                events += ticket.submission.size
                weight += ticket.weight
                if group and (events > self._limits.group_events or weight > self._limits.group_bytes):
                    break
                group.append(self._waiting.popleft())
                self._events -= ticket.submission.size
                self._bytes -= ticket.weight
            return group

    def _run(self) -> None:
        while group := self._take():
            try:
                self._write(group)
            except Exception as error:  # noqa: BLE001 -- whoever waits must hear of it, and the thread must live
                # Only the kind of the error may be logged: its message could quote what was sent.
                _log.error("appending failed: %s", type(error).__name__)
                for ticket in group:
                    ticket.outcome = MatianeError(
                        "the events could not be stored: report this to the operator"
                    )
            self._deliver(group)
        self._link.close()

    def _write(self, group: list[_Ticket]) -> None:
        """Write a group and set the outcome of each of its tickets."""
        open_tickets = group
        while open_tickets:
            again: list[_Ticket] = []
            for ticket, answers in self._send(open_tickets):
                try:
                    if isinstance(answers, Exception):
                        ticket.outcome = answers
                    elif ticket.submission.absorb(answers):
                        ticket.outcome = ticket.submission.results()
                    else:
                        again.append(ticket)
                except MatianeError as error:
                    ticket.outcome = error
            open_tickets = again

    def _send(self, tickets: list[_Ticket]) -> list[tuple[_Ticket, list[Answer] | Exception]]:
        requests = [request for ticket in tickets for request in ticket.submission.pending]
        try:
            answers = self._link.append(requests)
        except Unavailable as error:
            return [(ticket, Unavailable(error.message)) for ticket in tickets]
        except psycopg.Error as error:
            if len(tickets) > 1:
                # One of them is the cause: alone, only that one fails.
                return [pair for ticket in tickets for pair in self._send([ticket])]
            _log.error("the database refused an append: %s", type(error).__name__)
            message = (
                "the database refused these events: nothing of them was stored, report this to the operator"
            )
            return [(tickets[0], MatianeError(message))]
        sent: list[tuple[_Ticket, list[Answer] | Exception]] = []
        start = 0
        for ticket in tickets:
            end = start + ticket.submission.size
            sent.append((ticket, answers[start:end]))
            start = end
        return sent

    @staticmethod
    def _deliver(group: list[_Ticket]) -> None:
        by_loop: dict[asyncio.AbstractEventLoop, list[_Ticket]] = {}
        for ticket in group:
            if ticket.loop is None:
                ticket.tell()
            else:
                by_loop.setdefault(ticket.loop, []).append(ticket)
        for loop, tickets in by_loop.items():
            # A loop that has been closed has nobody waiting any more.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_tell_all, tickets)
