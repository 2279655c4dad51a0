"""The office register: which body or person held a function of protocol on a given day.

The law speaks of offices by the names of its own time; an office ends, changes its name or passes its work on.
The register is data (``offices.toml``): each function has the holders it had, each with its days and its source.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from types import MappingProxyType
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Language = Literal["en", "ka"]
Standing = Literal["class", "sourced", "general", "none"]


@dataclass(frozen=True, slots=True)
class Name:
    """A text in English and in Georgian."""

    en: str
    ka: str

    def __getitem__(self, language: Language) -> str:
        """Return the text in one language."""
        return self.en if language == "en" else self.ka


@dataclass(frozen=True, slots=True)
class Holding:
    """One office holds a function from one day, that day included, until another, that day excluded."""

    by: str
    since: date
    until: date | None
    sourced: bool
    source: Name

    def covers(self, day: date) -> bool:
        """Tell whether the function was held so on the day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Office:
    """A function of protocol, and who held it when.

    A class (an interpreter, the guest's delegation) belongs to no time: it holds itself on every day.
    """

    id: str
    label: Name
    is_class: bool
    held: tuple[Holding, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Name(_Strict):
    en: str = Field(min_length=1)
    ka: str = Field(min_length=1)

    def name(self) -> Name:
        return Name(self.en, self.ka)


class _Holding(_Strict):
    by: str
    since: date = Field(alias="from")
    until: date | None = None
    sourced: bool
    source: _Name

    def holding(self) -> Holding:
        return Holding(self.by, self.since, self.until, self.sourced, self.source.name())


class _Office(_Strict):
    label: _Name
    is_class: bool = Field(False, alias="class")
    held: tuple[_Holding, ...] = Field((), strict=False)


def read_offices(table: Mapping[str, object]) -> Mapping[str, Office]:
    """Return the offices of a parsed register by id.

    Raises ValueError, naming the table, for a field that is missing or unknown, a holder that the register
    does not know, a class with holders, days out of order, or one holder twice on the same day.
    """
    offices = {office_id: _office(office_id, raw) for office_id, raw in table.items()}
    for office in offices.values():
        _check(office, offices)
    return MappingProxyType(offices)


def _office(office_id: str, raw: object) -> Office:
    try:
        read = _Office.model_validate(raw)
    except ValidationError as error:
        raise ValueError(f"[{office_id}]: {error}") from error
    return Office(office_id, read.label.name(), read.is_class, tuple(item.holding() for item in read.held))


def _check(office: Office, offices: Mapping[str, Office]) -> None:
    if office.is_class and office.held:
        raise ValueError(f"[{office.id}]: a class belongs to no time, so it needs no entries; remove them")
    for holding in office.held:
        if holding.by not in offices:
            raise ValueError(f"[{office.id}]: no office {holding.by!r}; add its table, or correct 'by'")
        if holding.until is not None and holding.until <= holding.since:
            raise ValueError(f"[{office.id}]: the entry from {holding.since} ends before it begins")
    for one, other in combinations(office.held, 2):
        if one.by == other.by and (one.covers(other.since) or other.covers(one.since)):
            raise ValueError(
                f"[{office.id}]: {one.by} has two entries for {max(one.since, other.since)}; end the first"
            )


def _load() -> Mapping[str, Office]:
    return read_offices(tomllib.loads(files("domain.offices").joinpath("offices.toml").read_text("utf-8")))


#: Every office of the register by its id.
OFFICES: Final[Mapping[str, Office]] = _load()

_ALWAYS = Name(
    "A class of persons or bodies that exists at any time.",
    "პირთა ან უწყებათა წრე, რომელიც ნებისმიერ დროს არსებობს.",
)


def holders(office_id: str, day: date) -> tuple[Holding, ...]:
    """Return who held a function on a day; nothing where the register knows nobody.

    Raises KeyError for an office that the register does not have.
    """
    office = OFFICES[office_id]
    if office.is_class:
        return (Holding(office.id, date.min, None, sourced=True, source=_ALWAYS),)
    return tuple(holding for holding in office.held if holding.covers(day))


@lru_cache(maxsize=1 << 16)
def fills(present: str, function: str, day: date) -> bool:
    """Tell whether an office that was present held a function on the day.

    Raises KeyError for a function that the register does not have.
    """
    return any(holding.by == present for holding in holders(function, day))


def standing(function: str, day: date) -> Standing:
    """Tell how far the register can be relied on for a function on a day.

    ``class``: needs no entry. ``sourced``: a document names a holder. ``general``: every holder rests on
    general knowledge. ``none``: no holder is known. Raises KeyError for a function that it does not have.
    """
    if OFFICES[function].is_class:
        return "class"
    held = holders(function, day)
    if not held:
        return "none"
    return "sourced" if any(holding.sourced for holding in held) else "general"
