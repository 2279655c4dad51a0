"""Person keys in their own table. New keys are made in memory and stored together with the first event."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from secrets import token_bytes
from threading import Lock
from typing import Any, Final
from uuid import UUID

import psycopg
from psycopg.rows import scalar_row, tuple_row

from domain.errors import PersonErased
from domain.sealing import KEY_BYTES
from projections.postgres.faults import unavailable_when_lost

#: Number of keys kept in memory.
CACHE_MAX: Final = 100_000
_ERASED: Final = b""


class PostgresKeyring:
    """Keys by person. Safe for use by several threads.

    Sealing takes a key from memory, or makes one without asking the database: the append function
    compares every key used with the recorded one in its own transaction. Opening always asks
    the database, so that an erasure takes effect everywhere at once.
    """

    def __init__(self, connect: Callable[[], AbstractContextManager[psycopg.Connection[Any]]]) -> None:
        self._connect = connect
        self._keys: OrderedDict[UUID, bytes] = OrderedDict()
        self._lock = Lock()

    def key_for(self, person: UUID) -> bytes:
        """Return the key to seal with, making one if none is known; raises PersonErased after an erasure."""
        with self._lock:
            key = self._keys.get(person)
            if key is None:
                key = self._remember(person, token_bytes(KEY_BYTES))
        if key == _ERASED:
            message = "a person in this event was erased: nothing more can be recorded under this pseudonym"
            raise PersonErased(message, pointer="/data")
        return key

    def find(self, person: UUID) -> bytes | None:
        """Return the recorded key, or None when there is none or it was destroyed."""
        return self._recorded([person]).get(person) or None

    def refresh(self, persons: Sequence[UUID]) -> None:
        """Learn the recorded keys of persons."""
        recorded = self._recorded(persons)
        with self._lock:
            for person, key in recorded.items():
                self._remember(person, key)

    def destroy(self, person: UUID) -> bool:
        """Destroy a person's key for ever; False when the person was never recorded."""
        with unavailable_when_lost(), self._connect() as connection:
            cursor = connection.cursor(row_factory=scalar_row)
            destroyed = bool(cursor.execute("SELECT matiane.destroy_person_key(%s)", (person,)).fetchone())
        with self._lock:
            if destroyed:
                self._remember(person, _ERASED)
            else:
                self._keys.pop(person, None)
        return destroyed

    def _recorded(self, persons: Sequence[UUID]) -> dict[UUID, bytes]:
        query = "SELECT person, key FROM matiane.person_key WHERE person = ANY(%s)"
        with unavailable_when_lost(), self._connect() as connection:
            rows = connection.cursor(row_factory=tuple_row).execute(query, (list(persons),)).fetchall()
        return {person: _ERASED if key is None else bytes(key) for person, key in rows}

    def _remember(self, person: UUID, key: bytes) -> bytes:
        self._keys[person] = key
        self._keys.move_to_end(person)
        if len(self._keys) > CACHE_MAX:
            self._keys.popitem(last=False)
        return key
