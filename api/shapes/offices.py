"""The register of offices as it is given out."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from api.shapes.base import Shape, TextOut
from domain.offices import OFFICES, Holding, Name, Office, Standing, standing


def _text(name: Name) -> TextOut:
    return TextOut(en=name.en, ka=name.ka)


class HoldingOut(Shape):
    """One office held a function from one day, that day included, until another, that day excluded."""

    by: Annotated[str, Field(description="Id of the office that held the function")]
    since: date
    until: Annotated[
        date | None, Field(description="First day on which it no longer did; null while it does")
    ]
    sourced: Annotated[bool, Field(description="A document names the holder; else general knowledge does")]
    source: TextOut

    @classmethod
    def of(cls, holding: Holding) -> HoldingOut:
        """Return the shape of an entry."""
        return cls(
            by=holding.by,
            since=holding.since,
            until=holding.until,
            sourced=holding.sourced,
            source=_text(holding.source),
        )


class OfficeOut(Shape):
    """A function of protocol with its holders: on the day asked about, or on any."""

    id: str
    label: TextOut
    is_class: Annotated[bool, Field(description="A class of persons or bodies that exists at any time")]
    standing: Annotated[
        Standing | None,
        Field(
            description=(
                "How far the register can be relied on for the day: a class needs no entry; sourced by a document; "
                "general knowledge; none. Null where no day was asked about"
            )
        ),
    ]
    held: tuple[HoldingOut, ...]

    @classmethod
    def of(cls, office: Office, day: date | None) -> OfficeOut:
        """Return the shape of an office, with the holders of a day or with all of them."""
        return cls(
            id=office.id,
            label=_text(office.label),
            is_class=office.is_class,
            standing=None if day is None else standing(office.id, day),
            held=tuple(HoldingOut.of(item) for item in office.held if day is None or item.covers(day)),
        )


class OfficesOut(Shape):
    """Every office of the register."""

    day: Annotated[date | None, Field(description="The day asked about")]
    offices: tuple[OfficeOut, ...]

    @classmethod
    def of(cls, day: date | None) -> OfficesOut:
        """Return the register of a day, or the whole of it."""
        return cls(day=day, offices=tuple(OfficeOut.of(item, day) for item in OFFICES.values()))
