"""Provisions: the smallest cited units of a legal text, with restatements, force dates and parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from domain.law.timelimit import Direction, Roll, Unit

Value = str | int | bool | date | tuple[str, ...]


class Language(StrEnum):
    """The languages in which Matiane speaks."""

    EN = "en"
    KA = "ka"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or name in both languages."""

    en: str
    ka: str

    def __getitem__(self, language: Language) -> str:
        return self.ka if language is Language.KA else self.en


class Force(StrEnum):
    """How strongly a provision binds; it decides the severity of a deviation."""

    MANDATORY = "mandatory"
    DEFAULT_RULE = "default_rule"
    RECOMMENDED = "recommended"
    PERMISSIVE = "permissive"
    CONSTITUTIVE = "constitutive"
    PROGRAMMATIC = "programmatic"


class Assessment(StrEnum):
    """How a provision is assessed: judged from facts, attested by an officer, or only shown."""

    JUDGED = "judged"
    ATTESTED = "attested"
    SHOWN = "shown"


class Mark(StrEnum):
    """How sure we are of the text: seen, stated by a sibling or summary, fragment, template, memory, inference."""

    V = "V"
    D = "D"
    W = "W"
    T = "T"
    M = "M"
    I = "I"  # noqa: E741 (the mark is named so in the sources)

    @property
    def verified(self) -> bool:
        """A rule that is not verified raises at most a review, never a breach."""
        return self in (Mark.V, Mark.D)


#: Whose days a limit counts: of a side of the case, of both, or of Georgia whatever the case is about.
Role = Literal["requesting", "requested", "both", "georgia"]


@dataclass(frozen=True, slots=True)
class LimitSpec:
    """A time limit as the text states it: whose days count is said by role, and resolved per case."""

    count: int
    unit: Unit
    direction: Direction = "after"
    #: Whose midnight ends a day.
    zone: Role = "requested"
    #: Whose days off count; None where no reading needs them.
    calendar: Role | None = None
    roll: Roll = "both"
    clear_days: bool = True
    #: The text says "days" and not which.
    unqualified: bool = False
    floor: bool = False
    #: Where the number stands, when the provision only refers to it.
    number_in: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """An office that a provision wants to be present."""

    office: str
    #: Required, one of the alternatives of its group, a class of which at least one comes, or optional.
    mode: Literal["required", "alternative", "group", "optional"]
    group: str = ""
    #: With the spouse, where the guest comes with one.
    spouse: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """The categories of visit and ranks of guest that a provision speaks to; empty where it names none."""

    categories: frozenset[str] = frozenset()
    #: Categories that a reading adds to those of the text.
    by_analogy: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()

    def holds(self, category: str, rank: str) -> bool:
        """Tell whether a visit of this category by a guest of this rank falls under the provision."""
        if self.categories and category not in self.categories and category not in self.by_analogy:
            return False
        return not self.ranks or rank in self.ranks


@dataclass(frozen=True, slots=True)
class Note:
    """An interpretive note: the reading that ships where a text can be read in more than one way."""

    id: str
    problem: Text
    reading: Text


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision in the version that is in force from ``in_force_from`` until ``in_force_until`` (half-open)."""

    id: str
    instrument: str
    #: Place in the text, as a lawyer cites it: "Art. 8(1)".
    citation: Text
    title: Text
    #: What it says, in our own words.
    text: Text
    kind: str
    force: Force
    assessment: Assessment
    mark: Mark
    bearers: tuple[Text, ...]
    counterparties: tuple[Text, ...]
    in_force_from: date
    in_force_until: date | None = None
    aggregate: bool = False
    parameters: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    #: Keys of the bearers in the pack's list of bodies; they tell whose duty it is.
    bearer_keys: tuple[str, ...] = ()
    limit: LimitSpec | None = None
    #: The time limit of another provision, at whose end this one looks.
    borrowed_limit: LimitSpec | None = None
    #: Id of the agreement clock that the provision runs, such as "C4".
    clock: str | None = None
    source: str = ""
    #: What the text said before ``in_force_from`` is not known: an earlier trigger stays undetermined.
    earlier_text_unknown: bool = False
    scope: Scope = Scope()
    #: Whom the provision wants to be present.
    members: tuple[Member, ...] = ()
    #: Provisions that this one applies to its own cases ("by the same scheme"), by id or by the start of ids.
    imports: tuple[str, ...] = ()
    #: Layout schemes that the text refers to, by number; none of them is part of the text.
    schemes: tuple[int, ...] = ()
    #: How the bearers were found, where the text does not name them.
    bearer_basis: str = ""
    #: Id of the note that extends it to the categories of ``scope.by_analogy``; it matters in those cases only.
    analogy_note: str = ""

    def in_force_on(self, day: date) -> bool:
        """Tell whether this version governs on a day."""
        return self.in_force_from <= day and (self.in_force_until is None or day < self.in_force_until)

    def whole(self, name: str) -> int:
        """Return a whole-number parameter; raises KeyError when the provision has none of that name."""
        value = self.parameters[name]
        if not isinstance(value, int):
            raise TypeError(f"{self.id}: parameter {name} is no whole number")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list-of-words parameter; raises KeyError when the provision has none of that name."""
        value = self.parameters[name]
        if not isinstance(value, tuple):
            raise TypeError(f"{self.id}: parameter {name} is no list")
        return value


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal text: the decree, the protocol, the agreement."""

    id: str
    title: Text
    short: Text
    source: Text
    #: What a reader must know about the edition at hand.
    edition: str
    #: The language whose text prevails, and what was at hand.
    caution: Text
