"""Between the event sourcing library's events and stored bytes, through our own codec: no pickles, no transcoder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, Notification, StoredEvent

from domain.codec import UnreadableRecord, decode
from domain.ledger.answers import Entry, Unreadable
from domain.ledger.items import Item


@dataclass(frozen=True)
class StoredRecord(Notification):
    """A stored event as it was read: ``id`` is its position."""

    recorded_at: datetime


@dataclass(frozen=True)
class StoredItem(StoredEvent):
    """A stored event on its way in, with what the log checks before it takes it."""

    item: Item


@dataclass(frozen=True)
class ItemEvent:
    """A new event of a case, sealed and encoded, as the library's event store takes it."""

    originator_id: str
    originator_version: int
    item: Item


@dataclass(frozen=True)
class RecordedEvent:
    """An event of a case as it was recorded."""

    originator_id: str
    originator_version: int
    entry: Entry


def entry_of(case_id: str, version: int, position: int, recorded_at: datetime, state: bytes) -> Entry:
    """Return the fact that stored bytes hold, or a statement that they cannot be read."""
    try:
        fact = decode(state, version=version, position=position, recorded_at=recorded_at)
    except UnreadableRecord as error:
        return Unreadable(position, case_id, version, str(error))
    if fact.case_id != case_id:
        # Spoiled bytes: a fact must not wander into the rows of a case that never recorded it.
        return Unreadable(position, case_id, version, f"another case is named at position {position}")
    return fact


class LedgerMapper(Mapper[str]):
    """Maps records to facts. An unreadable record becomes a statement of that, never an exception."""

    def __init__(self) -> None:
        self.compressor = None
        self.cipher = None

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredEvent:
        """Return what the recorder stores; takes an ItemEvent only."""
        if not isinstance(domain_event, ItemEvent):
            raise TypeError(f"the ledger stores ItemEvent, not {type(domain_event).__name__}")
        item = domain_event.item
        return StoredItem(
            originator_id=domain_event.originator_id,
            originator_version=domain_event.originator_version,
            topic=item.topic,
            state=item.state,
            item=item,
        )

    def to_domain_event(self, stored_event: StoredEvent) -> RecordedEvent:
        """Return the recorded event; takes what the ledger's recorder reads."""
        if not isinstance(stored_event, StoredRecord):
            raise TypeError(f"the ledger reads StoredRecord, not {type(stored_event).__name__}")
        case_id, version = str(stored_event.originator_id), stored_event.originator_version
        entry = entry_of(case_id, version, stored_event.id, stored_event.recorded_at, stored_event.state)
        return RecordedEvent(case_id, version, entry)
