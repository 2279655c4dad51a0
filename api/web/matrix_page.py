"""The decree's table of visit categories and guest ranks as a page: what is asked, excluded, or left unsaid."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from starlette.requests import Request

from api.shapes.matrix import form_of
from api.web.desk import Desk
from api.web.query import Query
from api.web.render import Page
from api.web.speech import Speech
from api.web.words import word_of
from domain.events.state_protocol.vocabulary import CredentialsForm
from domain.law.decree_386.matrix import Asking, Column
from domain.law.decree_386.table import CitedCell, CitedRow, cited_table
from domain.law.words import say

_TONES = {Asking.REQUIRED: "good", Asking.FORBIDDEN: "bad", Asking.BY_NEED: "info"}


@dataclass(frozen=True, slots=True)
class CellLine:
    """One cell in words."""

    column: str
    asks: str
    tone: str
    #: Sides, counts and order, as far as the text gives them.
    form: str
    softened: bool
    how: str
    laws: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RowBox:
    """One category of visit for one rank."""

    key: str
    name: str
    cells: tuple[CellLine, ...]


def matrix(desk: Desk, request: Request, speech: Speech) -> Page:
    """The whole table, rank by rank."""
    asked = Query(request.query_params, speech).asked(desk.now())
    rows = cited_table(desk.law.provisions)
    ranks = tuple(
        (speech.term(rank), tuple(_box(row, speech) for row in group))
        for rank, group in groupby(rows, key=lambda row: _names(row)[0])
    )
    return Page("matrix.html", {"ranks": ranks}, asked=asked)


def _names(row: CitedRow) -> tuple[str, str]:
    """Return the stored words of the rank and of the category; credentials stand in a group of their own."""
    key = row.row.key
    if isinstance(key, CredentialsForm):
        return "credentials_presentation", key.value
    category, rank = key
    return rank.value, category.value if category else rank.value


def _box(row: CitedRow, speech: Speech) -> RowBox:
    rank, category = _names(row)
    cells = tuple(_line(column, cell, speech) for column, cell in row.cells.items())
    return RowBox(f"{rank}-{category}", speech.term(category), cells)


def _line(column: Column, cited: CitedCell, speech: Speech) -> CellLine:
    cell = cited.cell
    form = "; ".join(
        f"{speech.t(f'matrix.form.{name}')}: {say(_plain(value), speech.language)}"
        for name, value in form_of(cell).items()
    )
    return CellLine(
        word_of(column, speech),
        word_of(cell.asks, speech),
        _TONES.get(cell.asks, ""),
        form,
        cell.softened,
        word_of(cell.how, speech),
        tuple(
            (item, speech.text(text)) for item, text in zip(cited.provisions, cited.citations, strict=True)
        ),
    )


def _plain(value: object) -> str | int | tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    return value if isinstance(value, bool | int | str) else str(value)
