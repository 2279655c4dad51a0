"""What the ledger answers: receipts, refusals, the head of the log, and records it cannot read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of recording. The same event sent again is answered with the same receipt, for ever."""

    source: str
    event_id: str
    case_id: str
    #: Place in the case, from 1.
    version: int
    #: Place in the log, from 1.
    position: int
    recorded_at: datetime
    #: Chain hash at this position, in hex.
    chain: str
    #: True when the event had been recorded before this call.
    duplicate: bool


class Head(NamedTuple):
    """Where the log ends: the last position (0 when empty), its time and its chain hash in hex."""

    position: int
    recorded_at: datetime
    chain: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A recorded event that this release cannot read. Its case is incomplete; other cases are not touched."""

    position: int
    case_id: str
    version: int
    reason: str


#: What reading the log gives, event by event.
Entry = Fact | Unreadable


class Outcome(StrEnum):
    """What became of one item; the words are those of the append function."""

    APPENDED = "appended"
    DUPLICATE = "duplicate"
    CONTENT_CONFLICT = "content-conflict"
    VERSION_CONFLICT = "version-conflict"
    UNKNOWN_TARGET = "unknown-target"
    KEY_CHANGED = "key-changed"
    PERSON_ERASED = "person-erased"
    #: Nothing wrong with this item, but with another one of its request.
    WITHHELD = "withheld"


class Answer(NamedTuple):
    """The log's answer about one item."""

    outcome: str
    position: int | None
    #: Version of the event as recorded; after a version conflict, the version that the case has.
    version: int | None
    recorded_at: datetime | None
    chain: bytes | None
