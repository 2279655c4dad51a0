"""The decree's table: what each category of visit asks for, by the rank of the guest, column by column.

``matrix.toml`` holds exactly one row for every combination. Silence is a value of its own: what a provision does
not mention is neither required nor forbidden.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain.events.state_protocol.vocabulary import (
    Activity,
    Anthem,
    CredentialsForm,
    Flag,
    Formation,
    GuestRank,
    Leg,
    Viewpoint,
    VisitCategory,
)
from domain.offices import ProtocolOffice


class Column(StrEnum):
    """A column of the table."""

    GREETERS = "greeters"
    AIRPORT_FLAGS = "airport_flags"
    ANTHEMS = "anthems"
    HONOUR_GUARD = "honour_guard"
    MOTORCYCLES = "motorcycles"
    POLICE_CARS = "police_cars"
    STREET_FLAGS = "street_flags"
    CAR_FLAGS = "car_flags"
    RESIDENCE_FLAG = "residence_flag"
    LODGING = "lodging"
    CARPET = "carpet"
    PODIUM = "podium"
    BANNER = "banner"
    DINNER = "dinner"
    DINNER_SPEECHES = "dinner_speeches"


class Asking(StrEnum):
    """What a cell says of its column."""

    REQUIRED = "required"
    FORBIDDEN = "forbidden"
    #: Neither required nor forbidden.
    SILENT = "silent"
    #: Required where time or need allows it.
    BY_NEED = "by_need"
    #: The question does not arise.
    NONE = "none"


class Ground(StrEnum):
    """How a cell follows from its provisions."""

    STATED = "stated"
    IMPORTED = "imported"
    GENERAL_DUTY = "general_duty"
    ANALOGY = "analogy"


class Cell(BaseModel):
    """One cell: what is asked, by which provisions, how that follows, and in which form."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    asks: Asking
    #: Provisions that say so, by their place in the decree: ``"4/2.3"``.
    by: tuple[str, ...] = ()
    #: Provisions that apply those by reference.
    via: tuple[str, ...] = ()
    how: Ground = Ground.STATED
    #: The text says "as a rule".
    softened: bool = False
    #: Notes on which the cell rests beside those of its provisions.
    notes: tuple[str, ...] = ()
    #: Programme items at which it is asked; the column's own item where empty.
    on: tuple[Activity, ...] = ()
    flags: tuple[Flag, ...] = ()
    #: The guest's standard will do in place of the flag.
    standard: bool = False
    left: Flag | None = None
    right: Flag | None = None
    seen_from: Viewpoint | None = None
    #: The programme's sites are meant beside the streets.
    sites: bool = False
    order: tuple[Anthem, ...] = ()
    performer: ProtocolOffice | None = None
    formation: Formation | None = None
    services: int | None = Field(None, ge=1)
    count: int | None = Field(None, ge=1)
    at_least: bool = False
    legs: tuple[Leg, ...] = ()
    colour: Literal["red"] | None = None
    languages: int | None = Field(None, ge=1)
    official: bool | None = None
    host: ProtocolOffice | None = None
    speakers: int | None = Field(None, ge=1)
    refreshment: Literal["champagne"] | None = None


_COMMON: Final = frozenset({"asks", "by", "via", "how", "softened", "notes", "on"})
_FLAGS: Final = frozenset({"flags", "standard", "left", "right", "seen_from"})
_RIDE: Final = frozenset({"count", "at_least", "legs"})
#: The members that say in which form a column's thing is asked for.
_FORM: Final[Mapping[Column, frozenset[str]]] = MappingProxyType(
    {
        Column.GREETERS: frozenset(),
        Column.AIRPORT_FLAGS: _FLAGS,
        Column.ANTHEMS: frozenset({"order", "performer"}),
        Column.HONOUR_GUARD: frozenset({"formation", "services"}),
        Column.MOTORCYCLES: _RIDE,
        Column.POLICE_CARS: _RIDE,
        Column.STREET_FLAGS: _FLAGS | {"sites"},
        Column.CAR_FLAGS: _FLAGS,
        Column.RESIDENCE_FLAG: _FLAGS,
        Column.LODGING: frozenset(),
        Column.CARPET: frozenset({"colour"}),
        Column.PODIUM: frozenset(),
        Column.BANNER: frozenset({"languages"}),
        Column.DINNER: frozenset({"official", "host", "refreshment"}),
        Column.DINNER_SPEECHES: frozenset({"speakers"}),
    }
)
#: What a required cell of a column cannot do without.
_NEEDED: Final[Mapping[Column, str]] = MappingProxyType(
    {
        Column.AIRPORT_FLAGS: "flags",
        Column.ANTHEMS: "order",
        Column.HONOUR_GUARD: "formation",
        Column.MOTORCYCLES: "count",
        Column.POLICE_CARS: "count",
        Column.STREET_FLAGS: "flags",
        Column.CAR_FLAGS: "flags",
        Column.RESIDENCE_FLAG: "flags",
        Column.BANNER: "languages",
        Column.DINNER_SPEECHES: "speakers",
    }
)

#: A combination: category and rank, or the form of a presentation of credentials.
Key = tuple[VisitCategory | None, GuestRank] | CredentialsForm


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a combination and its cells."""

    key: Key
    cells: Mapping[Column, Cell]

    @property
    def name(self) -> str:
        """The combination in words: ``"working head_of_state"``."""
        if isinstance(self.key, CredentialsForm):
            return f"credentials {self.key.value}"
        category, rank = self.key
        return f"{category.value} {rank.value}" if category else rank.value

    def naming(self, local: str) -> Iterator[tuple[Column, Cell]]:
        """Return the cells that rest on a provision."""
        return ((column, cell) for column, cell in self.cells.items() if local in (*cell.by, *cell.via))


@dataclass(frozen=True, slots=True)
class Matrix:
    """All rows, each combination once."""

    rows: Mapping[Key, Row]

    def of(self, category: VisitCategory, rank: GuestRank) -> Row:
        """Return the row of a visit; delegations of another rank have one row for every category."""
        return self.rows[None if rank is GuestRank.OTHER_DELEGATION else category, rank]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    category: VisitCategory | None = None
    rank: GuestRank | None = None
    credentials: CredentialsForm | None = None
    every: Cell | None = None


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    row: list[dict[str, object]]


_COLUMNS: Final = frozenset(column.value for column in Column)


def combinations() -> tuple[Key, ...]:
    """Return every combination that needs a row, in the order of the table."""
    ranks = [rank for rank in GuestRank if rank is not GuestRank.OTHER_DELEGATION]
    visits: list[Key] = [(category, rank) for rank in ranks for category in VisitCategory]
    return (*visits, (None, GuestRank.OTHER_DELEGATION), *CredentialsForm)


def read_matrix(data: Mapping[str, object]) -> Matrix:
    """Build the table from parsed TOML.

    Raises ValueError, naming the row and the column, for a combination that is missing, unknown or there twice,
    a column that is missing or unknown, and a cell that says what its column cannot.
    """
    try:
        raw = _Table.model_validate(data)
    except ValidationError as error:
        raise ValueError(f"the matrix holds rows only, each written as [[row]]: {error}") from error
    rows: dict[Key, Row] = {}
    for number, item in enumerate(raw.row, 1):
        row = _read_row(number, item)
        if row.key in rows:
            raise ValueError(f"row {number} ({row.name}): this combination has a row already; remove one")
        rows[row.key] = row
    if missing := [key for key in combinations() if key not in rows]:
        names = ", ".join(Row(key, {}).name for key in missing)
        raise ValueError(f"the matrix has no row for: {names}; add one")
    if stray := [row.name for key, row in rows.items() if key not in combinations()]:
        raise ValueError(f"the matrix has rows for no combination: {', '.join(stray)}; remove them")
    return Matrix(MappingProxyType({key: rows[key] for key in combinations()}))


def _read_row(number: int, item: Mapping[str, object]) -> Row:
    try:
        head = _Row.model_validate({name: value for name, value in item.items() if name not in _COLUMNS})
    except ValidationError as error:
        raise ValueError(f"row {number}: {error}") from error
    key = _key(number, head)
    name = f"row {number} ({Row(key, {}).name})"
    given = _COLUMNS & set(item)
    if head.every is not None:
        if given:
            raise ValueError(f"{name}: 'every' stands for all columns; remove {', '.join(sorted(given))}")
        return Row(key, MappingProxyType(dict.fromkeys(Column, head.every)))
    if missing := [column.value for column in Column if column.value not in given]:
        raise ValueError(f"{name}: no cell for {', '.join(missing)}; silence is written asks = 'silent'")
    cells = {column: _read_cell(f"{name}, {column.value}", column, item[column.value]) for column in Column}
    return Row(key, MappingProxyType(cells))


def _key(number: int, head: _Row) -> Key:
    if head.credentials is not None:
        if head.rank is not None or head.category is not None:
            raise ValueError(f"row {number}: a presentation of credentials has neither category nor rank")
        return head.credentials
    if head.rank is None:
        raise ValueError(f"row {number}: give a rank, or the form of a presentation of credentials")
    return (head.category, head.rank)


def _read_cell(where: str, column: Column, raw: object) -> Cell:
    try:
        cell = Cell.model_validate(raw)
    except ValidationError as error:
        raise ValueError(f"{where}: {error}") from error
    if strange := cell.model_fields_set - _COMMON - _FORM[column]:
        raise ValueError(f"{where}: this column does not know {', '.join(sorted(strange))}")
    if cell.asks in (Asking.REQUIRED, Asking.FORBIDDEN, Asking.BY_NEED) and not cell.by:
        raise ValueError(f"{where}: name in 'by' the provisions that say so")
    if cell.asks in (Asking.FORBIDDEN, Asking.NONE) and cell.model_fields_set & (_FORM[column] - {"sites"}):
        raise ValueError(f"{where}: what is not wanted has no form; remove it")
    needed = _NEEDED.get(column)
    if cell.asks is Asking.REQUIRED and needed is not None and not getattr(cell, needed):
        raise ValueError(f"{where}: say in {needed!r} what is asked for")
    if cell.how is Ground.IMPORTED and not cell.via:
        raise ValueError(f"{where}: name in 'via' the provision that imports it")
    return cell


@cache
def matrix() -> Matrix:
    """Return the table that ships with the decree."""
    text = files(__package__).joinpath("matrix.toml").read_text("utf-8")
    return read_matrix(tomllib.loads(text))
