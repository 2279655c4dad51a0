"""The chain over the log: each event's hash covers its stored bytes, its place and the hash before it.

    leaf  = SHA-256(0x00 | position | version | recorded_at | len case_id | case_id | len topic | topic | state)
    chain = SHA-256(0x01 | chain of the event before | leaf)

Numbers are big-endian, 8 bytes; lengths are 4 bytes; recorded_at counts microseconds since 1970 in UTC; texts are
UTF-8. The chain before the first event is 32 zero bytes. The database computes the same while it appends.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final, NamedTuple

#: The chain before the first event.
GENESIS: Final = bytes(32)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_NUMBERS: Final = struct.Struct("!qqq")
_LENGTH: Final = struct.Struct("!i")


class ChainRow(NamedTuple):
    """One stored event as the chain sees it."""

    position: int
    case_id: str
    version: int
    topic: str
    recorded_at: datetime
    state: bytes
    chain: bytes


@dataclass(frozen=True, slots=True)
class Verified:
    """Every row agreed: how many, the last position and the chain there."""

    count: int
    position: int
    chain: bytes


@dataclass(frozen=True, slots=True)
class Broken:
    """The first row that does not agree, by its position, and why."""

    position: int
    reason: str


def micros(instant: datetime) -> int:
    """Return whole microseconds since 1970-01-01 UTC."""
    return (instant - _EPOCH) // _MICROSECOND


def leaf(  # noqa: PLR0917 -- the order is that of the encoding
    position: int, case_id: str, version: int, topic: str, recorded_at: datetime, state: bytes
) -> bytes:
    """Return the hash of one event at its place."""
    case, name = case_id.encode(), topic.encode()
    parts = (
        b"\x00",
        _NUMBERS.pack(position, version, micros(recorded_at)),
        _LENGTH.pack(len(case)),
        case,
        _LENGTH.pack(len(name)),
        name,
        state,
    )
    return sha256(b"".join(parts)).digest()


def link(before: bytes, leaf_hash: bytes) -> bytes:
    """Return the chain after an event, from the chain before it."""
    return sha256(b"\x01" + before + leaf_hash).digest()


def verify_chain(rows: Iterable[ChainRow], after: int = 0, chain: bytes = GENESIS) -> Verified | Broken:
    """Recompute the chain over rows in order of position, which follow position ``after`` with its chain.

    A missing, moved, altered or doubled row is reported by the position where the chain breaks.
    """
    first = after
    for row in rows:
        if row.position != after + 1:
            return Broken(after + 1, f"position {after + 1} is missing: the next row is {row.position}")
        chain = link(
            chain, leaf(row.position, row.case_id, row.version, row.topic, row.recorded_at, row.state)
        )
        if chain != row.chain:
            return Broken(row.position, "the stored chain is not the one computed from the stored bytes")
        after = row.position
    return Verified(after - first, after, chain)
