"""The event sourcing application: append facts, read histories and the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol, cast, runtime_checkable

from eventsourcing.application import Application
from eventsourcing.persistence import Mapper
from eventsourcing.utils import Environment, EnvType

from domain.codec import UnreadableRecord
from domain.errors import MatianeError
from domain.facts import Draft, Fact
from domain.ledger.answers import Answer, Entry, Head, Receipt, Unreadable
from domain.ledger.items import Item, PersonKeys, Submission
from domain.ledger.mapper import LedgerMapper, RecordedEvent, entry_of


class LogRow(NamedTuple):
    """One stored event as the log holds it."""

    position: int
    case_id: str
    version: int
    topic: str
    recorded_at: datetime
    state: bytes
    chain: bytes


class CaseHead(NamedTuple):
    """A case by its id, its number of events, and the position of the last one."""

    case_id: str
    version: int
    position: int


@runtime_checkable
class LogStore(Protocol):
    """What the ledger asks of its recorder, beyond the library's own interface.

    Every method raises Unavailable when the database cannot be reached.
    """

    def append(self, requests: Sequence[Sequence[Item]]) -> list[Answer]:
        """Store a group of requests in one transaction; one answer per item, in order."""

    def rows(self, after: int, limit: int, *, stop: int | None, topics: Sequence[str]) -> Iterable[LogRow]:
        """Read the log in order of position."""

    def case_rows(self, case_ids: Sequence[str], upto: int | None) -> Iterable[LogRow]:
        """Read the events of cases, by case and version."""

    def cases(self, after: str, limit: int) -> list[CaseHead]:
        """List cases in order of their id."""

    def head(self) -> Head:
        """Return where the log ends."""

    def position_at(self, instant: datetime) -> int:
        """Return the last position recorded at or before the instant."""


class Ledger(Application[str]):
    """Matiane's log of facts. Reads no clock and no surrounding environment: both are arguments."""

    name = "Ledger"

    def __init__(self, env: EnvType, keyring: PersonKeys) -> None:
        super().__init__(env)
        if not isinstance(self.recorder, LogStore):
            raise TypeError("the ledger needs a recorder that appends: set PERSISTENCE_MODULE to one")
        self.log_store: LogStore = self.recorder
        self.keyring = keyring

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Take the given settings alone: what stands in the process's environment must not leak in."""
        return Environment(name, {**type(self).env, **(env or {})})

    def construct_mapper(self) -> Mapper[str]:
        """Use our own codec."""
        return LedgerMapper()

    def append(
        self, drafts: Sequence[Draft], *, now: datetime, per_item: bool = False
    ) -> list[Receipt | MatianeError]:
        """Record drafts; one result per draft.

        All-or-nothing by default: raises the first refusal, with its ``index``, and stores nothing. With
        ``per_item`` every draft stands alone and a refusal takes the place of its receipt.
        ``now`` is the ledger's present. Raises Unavailable when the database cannot be reached.
        """
        submission = Submission(drafts, self.keyring, now=now, per_item=per_item)
        while submission.size and not submission.absorb(self.log_store.append(submission.pending)):
            pass
        return submission.results()

    def history(self, case_id: str) -> tuple[Entry, ...]:
        """Return all events of a case in order of recording, unreadable ones included."""
        recorded = cast("Iterable[RecordedEvent]", self.events.get(case_id))
        return tuple(event.entry for event in recorded)

    def facts(self, case_id: str) -> tuple[Fact, ...]:
        """Return the facts of a case in order of recording; empty when there is no such case.

        Raises UnreadableRecord when one of them cannot be read.
        """
        return _readable(self.history(case_id))

    def facts_of(self, case_ids: Sequence[str], *, upto: int | None = None) -> dict[str, tuple[Entry, ...]]:
        """Return the events of several cases in one query, up to a position if given.

        A case without events is missing from the answer.
        """
        found: dict[str, list[Entry]] = {}
        for row in self.log_store.case_rows(case_ids, upto):
            found.setdefault(row.case_id, []).append(_entry(row))
        return {case_id: tuple(entries) for case_id, entries in found.items()}

    def read(
        self, after: int, limit: int, *, stop: int | None = None, topics: Sequence[str] = ()
    ) -> list[Entry]:
        """Return at most ``limit`` events after a position, up to ``stop``, of the given topics if any."""
        return [_entry(row) for row in self.log_store.rows(after, limit, stop=stop, topics=topics)]

    def cases(self, after: str = "", limit: int = 500) -> list[CaseHead]:
        """Return at most ``limit`` cases whose ids sort after the given one, in order of id."""
        return self.log_store.cases(after, limit)

    def head(self) -> Head:
        """Return the last position, its time and its chain hash; position 0 when the log is empty."""
        return self.log_store.head()

    def position_at(self, recorded_at: datetime) -> int:
        """Return the last position recorded at or before an instant; 0 when there is none."""
        return self.log_store.position_at(recorded_at)


def _entry(row: LogRow) -> Entry:
    return entry_of(row.case_id, row.version, row.position, row.recorded_at, row.state)


def _readable(entries: Sequence[Entry]) -> tuple[Fact, ...]:
    for entry in entries:
        if isinstance(entry, Unreadable):
            raise UnreadableRecord(entry.reason)
    return cast("tuple[Fact, ...]", tuple(entries))
