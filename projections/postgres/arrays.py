"""Arrays in PostgreSQL's binary form, joined at once: an append sends fifteen of them in one round trip."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import psycopg
from psycopg.adapt import Dumper
from psycopg.pq import Format

_HEAD: Final = struct.Struct("!iiIii").pack
_EMPTY: Final = struct.Struct("!iiI").pack
_LENGTH: Final = struct.Struct("!i").pack
_INT8: Final = struct.Struct("!iq").pack
_INT4: Final = struct.Struct("!ii").pack
_NULL: Final = _LENGTH(-1)


@dataclass(frozen=True, slots=True)
class Packed:
    """An array ready to be sent."""

    content: bytes


class TextArray(Packed):
    """``text[]``."""


class ByteaArray(Packed):
    """``bytea[]``."""


class BigintArray(Packed):
    """``bigint[]``."""


class IntArray(Packed):
    """``int[]``."""


class UuidArray(Packed):
    """``uuid[]``."""


#: Class, its own type number, the type number of its elements.
_TYPES: Final[tuple[tuple[type[Packed], int, int], ...]] = (
    (TextArray, 1009, 25),
    (ByteaArray, 1001, 17),
    (BigintArray, 1016, 20),
    (IntArray, 1007, 23),
    (UuidArray, 2951, 2950),
)
_ELEMENT: Final = {kind: element for kind, _, element in _TYPES}


def _pack(kind: type[Packed], count: int, parts: Iterable[bytes], has_null: bool = False) -> bytes:
    if count == 0:
        return _EMPTY(0, 0, _ELEMENT[kind])
    return _HEAD(1, has_null, _ELEMENT[kind], count, 1) + b"".join(parts)


def _sized(values: Sequence[bytes]) -> Iterable[bytes]:
    return (part for value in values for part in (_LENGTH(len(value)), value))


def texts(values: Sequence[str]) -> TextArray:
    """Pack texts; the connection speaks UTF-8."""
    return TextArray(_pack(TextArray, len(values), _sized([value.encode() for value in values])))


def byteas(values: Sequence[bytes]) -> ByteaArray:
    """Pack byte strings."""
    return ByteaArray(_pack(ByteaArray, len(values), _sized(values)))


def bigints(values: Sequence[int | None]) -> BigintArray:
    """Pack 64-bit integers; None is NULL."""
    parts = [_NULL if value is None else _INT8(8, value) for value in values]
    return BigintArray(_pack(BigintArray, len(values), parts, None in values))


def ints(values: Sequence[int]) -> IntArray:
    """Pack 32-bit integers."""
    return IntArray(_pack(IntArray, len(values), [_INT4(4, value) for value in values]))


def uuids(values: Sequence[UUID]) -> UuidArray:
    """Pack UUIDs."""
    return UuidArray(_pack(UuidArray, len(values), _sized([value.bytes for value in values])))


class _PackedDumper(Dumper):
    format = Format.BINARY

    def dump(self, obj: Packed) -> bytes:
        return obj.content


def _dumper(number: int) -> type[Dumper]:
    return type(f"PackedDumper{number}", (_PackedDumper,), {"oid": number})


_DUMPERS: Final = [(kind, _dumper(number)) for kind, number, _ in _TYPES]


def register(connection: psycopg.Connection[Any]) -> None:
    """Teach a connection to send these arrays."""
    for kind, dumper in _DUMPERS:
        connection.adapters.register_dumper(kind, dumper)
