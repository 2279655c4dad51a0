"""The decree's table of visit categories and guest ranks, as it is given out."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from api.shapes.base import Shape, TextOut
from domain.events.state_protocol.vocabulary import CredentialsForm, GuestRank, VisitCategory
from domain.law.book import LawBook
from domain.law.decree_386.matrix import Asking, Cell, Column, Ground
from domain.law.decree_386.table import CitedCell, CitedRow, cited_table
from domain.law.provision import Language, Text
from domain.law.words import label

#: Members of a cell that say what follows from where; all others say in which form it is asked for.
BASIS = frozenset({"asks", "by", "via", "how", "softened", "notes"})


def _words(member: Column | Asking | Ground) -> TextOut:
    return TextOut.of(Text(*(label(member, language) for language in (Language.EN, Language.KA))))


class ColumnOut(Shape):
    """A column of the table."""

    column: Column
    label: TextOut


class CitationOut(Shape):
    """A provision on which a cell rests."""

    id: str
    citation: TextOut
    href: str


class CellOut(Shape):
    """What the decree says of a column for a category and a rank."""

    asks: Annotated[
        Asking,
        Field(description="Silent is neither required nor forbidden; none: the question does not arise"),
    ]
    asks_label: TextOut
    how: Annotated[Ground, Field(description="How the cell follows from its provisions")]
    how_label: TextOut
    softened: Annotated[bool, Field(description='The text says "as a rule": a deviation weighs less')]
    provisions: tuple[CitationOut, ...]
    notes: Annotated[tuple[str, ...], Field(description="Ids of the interpretive notes on which it rests")]
    form: Annotated[dict[str, Any], Field(description="In which form it is asked for: sides, counts, order")]

    @classmethod
    def of(cls, cited: CitedCell) -> CellOut:
        """Return the shape of a cell."""
        cell = cited.cell
        return cls(
            asks=cell.asks,
            asks_label=_words(cell.asks),
            how=cell.how,
            how_label=_words(cell.how),
            softened=cell.softened,
            provisions=tuple(
                CitationOut(id=item, citation=TextOut.of(text), href=f"/v1/law/{item}")
                for item, text in zip(cited.provisions, cited.citations, strict=True)
            ),
            notes=cited.notes,
            form=form_of(cell),
        )


def form_of(cell: Cell) -> dict[str, Any]:
    """Return in which form a cell asks for its thing, as JSON holds it."""
    return cell.model_dump(mode="json", exclude=set(BASIS), exclude_unset=True)


class RowOut(Shape):
    """A combination of category and rank, or a form of the presentation of credentials."""

    category: VisitCategory | None
    rank: GuestRank | None
    credentials: CredentialsForm | None
    cells: dict[Column, CellOut]

    @classmethod
    def of(cls, cited: CitedRow) -> RowOut:
        """Return the shape of a row."""
        key = cited.row.key
        cells = {column: CellOut.of(cell) for column, cell in cited.cells.items()}
        if isinstance(key, CredentialsForm):
            return cls(category=None, rank=None, credentials=key, cells=cells)
        return cls(category=key[0], rank=key[1], credentials=None, cells=cells)


class MatrixOut(Shape):
    """The whole table: exactly one row for every combination."""

    columns: tuple[ColumnOut, ...]
    rows: tuple[RowOut, ...]

    @classmethod
    def of(cls, law: LawBook) -> MatrixOut:
        """Return the table with the citations of an edition of the law."""
        return cls(
            columns=tuple(ColumnOut(column=column, label=_words(column)) for column in Column),
            rows=tuple(RowOut.of(row) for row in cited_table(law.provisions)),
        )
