"""The table as it is shown to readers: every cell with the citations of what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.law.decree_386.matrix import Cell, Column, Row, matrix
from domain.law.provision import Provision, Text


@dataclass(frozen=True, slots=True)
class CitedCell:
    """A cell, the provisions that say so or apply those by reference, and how a lawyer cites them."""

    cell: Cell
    provisions: tuple[str, ...]
    citations: tuple[Text, ...]
    #: Ids of the notes on which the cell or its provisions rest.
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A row with its cited cells, in the order of the columns."""

    row: Row
    cells: Mapping[Column, CitedCell]


def cited_table(provisions: Mapping[str, Provision]) -> tuple[CitedRow, ...]:
    """Return the table with its citations, from the provisions of the edition by their ids.

    Raises KeyError for a provision that the edition does not have.
    """
    return tuple(
        CitedRow(
            row,
            MappingProxyType({column: _cited(cell, provisions) for column, cell in row.cells.items()}),
        )
        for row in matrix().rows.values()
    )


def _cited(cell: Cell, provisions: Mapping[str, Provision]) -> CitedCell:
    named = [provisions[f"decree-386/art-{local}"] for local in (*cell.by, *cell.via)]
    notes = dict.fromkeys((*cell.notes, *(note for item in named for note in item.notes)))
    return CitedCell(
        cell, tuple(item.id for item in named), tuple(item.citation for item in named), tuple(notes)
    )
