"""The read tables by name and columns, and rows as PostgreSQL's COPY text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple, get_type_hints

from psycopg import sql

from projections import rows

#: Where readers look, and where a rebuild makes the next rows.
CURRENT: Final = "matiane_view"
NEXT: Final = "matiane_view_next"

_NULL: Final = "\\N"
#: Encodes one value; None where the value is text that needs no escaping (ids and words of our own choice).
Encode = Callable[[Any], str] | None


@lru_cache(maxsize=1 << 16)
def _instant(value: datetime | None) -> str:
    return _NULL if value is None else value.isoformat()


@lru_cache(maxsize=1 << 14)
def _text(value: str | None) -> str:
    if value is None:
        return _NULL
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


@lru_cache(maxsize=1 << 10)
def _list(values: Iterable[object]) -> str:
    return "{" + ",".join(map(str, values)) + "}"


_ENCODERS: Final[dict[object, Encode]] = {
    str: None,
    str | None: _text,
    int: str,
    bool: {True: "t", False: "f"}.__getitem__,
    datetime: _instant,
    datetime | None: _instant,
    tuple[str, ...]: _list,
    tuple[int, ...]: _list,
}


@dataclass(frozen=True, slots=True)
class Table:
    """A read table; its columns are the members of its rows."""

    name: str
    row: type[NamedTuple]

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in the order of a row's members."""
        return tuple(get_type_hints(self.row))

    def at(self, schema: str) -> sql.Identifier:
        """Return the qualified name."""
        return sql.Identifier(schema, self.name)

    def copy_statement(self, schema: str) -> sql.Composed:
        """Return the statement that takes this table's rows."""
        columns = sql.SQL(", ").join(map(sql.Identifier, self.columns))
        return sql.SQL("COPY {} ({}) FROM STDIN").format(self.at(schema), columns)


CASE_STATUS: Final = Table("case_status", rows.CaseStatusRow)
OBLIGATION: Final = Table("obligation", rows.ObligationRow)
APPLICATION: Final = Table("application", rows.ApplicationRow)
STATEMENT: Final = Table("statement", rows.StatementRow)
GAP: Final = Table("gap", rows.GapRow)
PARKED: Final = Table("parked", rows.ParkedRow)
EVENT_SEARCH: Final = Table("event_search", rows.EventRow)

#: Tables whose rows are replaced whenever their case is judged.
BY_CASE: Final = (CASE_STATUS, OBLIGATION, APPLICATION, STATEMENT, GAP, PARKED)
ALL: Final = (*BY_CASE, EVENT_SEARCH)


@lru_cache
def _encoders(row: type[NamedTuple]) -> tuple[Encode, ...]:
    return tuple(_ENCODERS[hint] for hint in get_type_hints(row).values())


def copy_text(table: Table, found: Sequence[Sequence[object]]) -> bytes:
    """Return rows as the text that COPY reads: tabs between values, a newline after each row.

    Works column by column, so that the loops run inside the interpreter: a rebuild spends its time here.
    """
    if not found:
        return b""
    columns = zip(*found, strict=True)
    encoded = [
        column if encode is None else map(encode, column)
        for encode, column in zip(_encoders(table.row), columns, strict=True)
    ]
    return "".join([line + "\n" for line in map("\t".join, zip(*encoded, strict=True))]).encode()
