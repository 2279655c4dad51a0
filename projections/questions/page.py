"""Pages of rows and the cursors between them; conditions joined without ever quoting a value."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, LiteralString, TypeVar

import orjson
from psycopg import sql

from domain.errors import InvalidEvent, MatianeError

Row = TypeVar("Row")

LARGEST_PAGE: Final = 1000


class BadCursor(MatianeError):
    """The cursor was not made by this list."""

    code = "bad-cursor"


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list."""

    rows: tuple[Row, ...]
    #: Give this as ``after`` to get the next page; None at the end of the list.
    next: str | None
    #: Cases that wait to be judged again because an instant has passed; their rows are marked.
    stale: int = 0
    #: Cases judged to make this page, where the question was about another time; 0 where rows were read.
    judged: int = 0


def clamp(limit: int) -> int:
    """Return a page size between 1 and the largest."""
    return max(1, min(limit, LARGEST_PAGE))


def cursor_of(*keys: str | int | datetime) -> str:
    """Return a cursor that names the last row of a page."""
    return urlsafe_b64encode(orjson.dumps(keys)).decode().rstrip("=")


def keys_of(cursor: str, *kinds: type) -> tuple[str | int | datetime, ...]:
    """Return what a cursor names; raises BadCursor when it was not made with these kinds of keys."""
    try:
        keys: list[object] = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return tuple(_key(key, kind) for key, kind in zip(keys, kinds, strict=True))
    except (ValueError, TypeError):
        message = "this cursor was not made by this list: take it from the previous page, or leave it out"
        raise BadCursor(message, pointer="/after") from None


def _key(key: object, kind: type) -> str | int | datetime:
    if kind is datetime and isinstance(key, str):
        moment = datetime.fromisoformat(key)
        if moment.tzinfo is not None:
            return moment
    if kind is int and isinstance(key, int) and not isinstance(key, bool) and 0 <= key < 2**63:
        return key
    if kind is str and isinstance(key, str) and "\0" not in key:
        return key
    raise TypeError


class Conditions:
    """A WHERE clause in the making."""

    def __init__(self) -> None:
        self._parts: list[sql.Composable] = []
        self.values: list[object] = []

    def add(self, condition: LiteralString, *values: object) -> None:
        """Add a condition with its values."""
        for value in values:
            if isinstance(value, str) and "\0" in value:
                raise InvalidEvent("a filter holds a character that no stored text has: leave it out")
        self._parts.append(sql.SQL(condition))
        self.values.extend(values)

    def given(self, condition: LiteralString, value: object) -> None:
        """Add a condition unless its value is None."""
        if value is not None:
            self.add(condition, value)

    def clause(self) -> sql.Composable:
        """Return the clause; empty when there are no conditions."""
        if not self._parts:
            return sql.SQL("")
        return sql.SQL(" WHERE ") + sql.SQL(" AND ").join(self._parts)


def split(found: Sequence[Row], limit: int) -> tuple[tuple[Row, ...], bool]:
    """Return at most ``limit`` rows, and whether there are more."""
    return tuple(found[:limit]), len(found) > limit
