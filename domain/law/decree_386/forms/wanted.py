"""A fact that a provision looks for: of which type, which facts speak about it, and what they must say.

The same description serves three times: to judge what was recorded, to say on the run-sheet what is due,
and to make the event that one tap on the run-sheet records.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import cast

from domain.events import EventData
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.provision import Provision
from domain.law.verdict import Reason, ReasonValue, reason
from domain.law.view import CaseView
from domain.offices import OFFICES
from domain.offices.register import fills, standing

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Expected(ABC):
    """What a member of an event must say, where more than one value would do."""

    __slots__ = ()

    @abstractmethod
    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether the value found will do."""

    @abstractmethod
    def example(self, law: Provision) -> object:
        """Return a value that will do, as the run-sheet records it."""


@dataclass(frozen=True, slots=True)
class AtLeast(Expected):
    """A count that is not smaller than a number, or than a parameter of the provision."""

    least: int | str

    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether the count is large enough."""
        return isinstance(found, int) and found >= _whole(self.least, law)

    def example(self, law: Provision) -> object:
        """Return the smallest count that will do."""
        return _whole(self.least, law)


@dataclass(frozen=True, slots=True)
class Param(Expected):
    """Exactly the value of a parameter of the provision, so that the number stands in the data only."""

    name: str

    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether the value is that of the parameter."""
        return found == law.parameters[self.name]

    def example(self, law: Provision) -> object:
        """Return the parameter."""
        return law.parameters[self.name]


@dataclass(frozen=True, slots=True)
class OneOf(Expected):
    """Any of several values."""

    values: tuple[object, ...]

    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether the value is one of them."""
        return any(_says(found, value, law, day) for value in self.values)

    def example(self, law: Provision) -> object:
        """Return the first of them."""
        return self.values[0]


@dataclass(frozen=True, slots=True)
class InOrder(Expected):
    """Exactly these values, in this order."""

    values: tuple[object, ...]

    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether the values are these in this order."""
        return found == self.values

    def example(self, law: Provision) -> object:
        """Return them."""
        return self.values


def _whole(value: int | str, law: Provision) -> int:
    return law.whole(value) if isinstance(value, str) else value


def told_by_then(fact: Fact, case: CaseView) -> Sequence[Fact]:
    """Return the facts of its type and place in the same item up to this one: flags may be told one by one."""
    alike = ("place", "activity", "item")
    return [
        other
        for other in case.history.all(type(fact.data))
        if (other.occurred_at, other.position) <= (fact.occurred_at, fact.position)
        and all(getattr(other.data, name, None) == getattr(fact.data, name, None) for name in alike)
    ]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact of a type: ``where`` says which facts speak about it, ``holds`` what they must say.

    A plain value is compared as it is, an office through the register of offices, and a tuple asks that all
    its values be among those found.
    """

    model: type[EventData]
    where: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    holds: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    #: What the run-sheet records besides, where other provisions ask the same event for more.
    besides: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    #: Facts of every item of the programme speak about it, as where the whole visit is asked.
    anywhere: bool = False

    def candidates(self, case: CaseView, occasion: Occasion, law: Provision) -> list[Fact]:
        """Return the facts that speak about what is wanted, in this item of the programme."""
        return [fact for fact in self._possible(case) if self._speaks(fact, case, occasion, law)]

    def _possible(self, case: CaseView) -> Sequence[Fact]:
        """Return the facts of the type that agree in the first fixed word of ``where``, such as the step."""
        for name, value in self.where.items():
            if isinstance(value, Enum):
                return _by_word(case, self.model, name).get(value, ())
        return case.history.all(self.model)

    def _speaks(self, fact: Fact, case: CaseView, occasion: Occasion, law: Provision) -> bool:
        data = fact.data
        if self.anywhere:
            return self._about(fact, case, law)
        activity = getattr(data, "activity", None)
        if activity is not None and activity is not occasion.activity and "activity" not in self.where:
            return False
        if not occasion.concerns(data):
            return False
        item = getattr(data, "item", None)
        if item is not None and activity is occasion.activity and item not in (occasion.item, activity.value):
            return False
        return self._about(fact, case, law)

    def _about(self, fact: Fact, case: CaseView, law: Provision) -> bool:
        day = case.day(fact.occurred_at)
        return all(
            _says(getattr(fact.data, name, None), value, law, day) for name, value in self.where.items()
        )

    def fitting(self, found: Sequence[Fact], case: CaseView, law: Provision) -> list[Fact]:
        """Return the facts among those found that say all that is wanted."""
        return [fact for fact in found if not self.shortfalls(fact, case, law)]

    def shortfalls(self, fact: Fact, case: CaseView, law: Provision) -> tuple[Reason, ...]:
        """Return what a fact says otherwise, or does not say; nothing when it says all that is wanted."""
        day = case.day(fact.occurred_at)
        return tuple(
            _otherwise(name, getattr(fact.data, name, None), value, law, day)
            for name, value in self.holds.items()
            if not _says(getattr(fact.data, name, None), value, law, day)
        )

    def jointly(self, found: Sequence[Fact], case: CaseView, law: Provision) -> tuple[Fact, ...]:
        """Return the facts that say all that is wanted only together: things recorded one by one, in that order.

        Media, anthems and what is handed over may be told apart; persons of whom one fact speaks belong together.
        """
        listed = {name: value for name, value in self.holds.items() if _lists_things(value)}
        if not listed:
            return ()
        apart = replace(self, holds={name: self.holds[name] for name in self.holds if name not in listed})
        fit = [fact for fact in found if not apart.shortfalls(fact, case, law)]
        told = {name: tuple(item for fact in fit for item in getattr(fact.data, name)) for name in listed}
        complete = all(_says(told[name], value, law, date.min) for name, value in listed.items())
        return tuple(fit) if len(fit) > 1 and complete else ()

    def example(self, occasion: Occasion, law: Provision) -> dict[str, object]:
        """Return the payload of an event that would be what is wanted, as JSON can hold it."""
        said = {**self.besides, **self.where, **self.holds}
        members = {name: _plain(value, law) for name, value in said.items()}
        fields = self.model.model_fields
        if "activity" in fields and "activity" not in members:
            members["activity"] = occasion.activity.value
            if occasion.item:
                members["item"] = occasion.item
        if occasion.about is not None and "ambassador" in fields:
            members["ambassador"] = str(occasion.about)
        return {
            name: [value] if _is_list(self.model, name, value) else value for name, value in members.items()
        }


def _by_word(case: CaseView, model: type[EventData], name: str) -> Mapping[object, Sequence[Fact]]:
    """Return the facts of a type by the word that a member holds; hundreds of norms look for one of them each."""
    key = (model, name)
    found = case.noted.get(key)
    if found is None:
        index: dict[object, list[Fact]] = {}
        for fact in case.history.all(model):
            value = getattr(fact.data, name, None)
            for word in value if isinstance(value, tuple) else (value,):
                index.setdefault(word, []).append(fact)
        found = case.noted[key] = index
    return cast("Mapping[object, Sequence[Fact]]", found)


def _lists_things(value: object) -> bool:
    values = value.values if isinstance(value, InOrder) else value
    return isinstance(values, tuple) and all(isinstance(item, Enum) for item in values)


def _is_list(model: type[EventData], name: str, value: object) -> bool:
    return not isinstance(value, list) and _holds_list(model, name)


@cache
def _holds_list(model: type[EventData], name: str) -> bool:
    return "tuple" in str(model.model_fields[name].annotation)


def _plain(value: object, law: Provision) -> object:
    if isinstance(value, Expected):
        value = value.example(law)
    if isinstance(value, tuple):
        return [_plain(item, law) for item in value]
    return value.value if isinstance(value, Enum) else value


def _says(found: object, wanted: object, law: Provision, day: date) -> bool:
    if isinstance(wanted, Expected):
        return wanted.met(found, law, day)
    if isinstance(wanted, tuple):
        held = found if isinstance(found, tuple) else (found,)
        return all(any(_same(item, value, day) for item in held) for value in wanted)
    if isinstance(found, tuple):
        return any(_same(item, wanted, day) for item in found)
    return _same(found, wanted, day)


def _same(found: object, wanted: object, day: date) -> bool:
    if isinstance(wanted, str) and isinstance(found, str) and wanted in OFFICES:
        return found == wanted or fills(found, wanted, day)
    return found == wanted


def _otherwise(name: str, found: object, wanted: object, law: Provision, day: date) -> Reason:
    if found is None or found == ():
        return reason("not_stated", what=name, wanted=_word(_plain(wanted, law)))
    known = {office: standing(office, day) for office in _unmatched_offices(found, wanted, day)}
    if known and not {"sourced", "class"} & set(known.values()):
        if nobody := tuple(office for office, how in known.items() if how == "none"):
            return reason("members_unregistered", offices=nobody, day=day)
        return reason("register_general", offices=tuple(known))
    return reason("says_otherwise", what=name, found=_word(found), wanted=_word(_plain(wanted, law)))


def _unmatched_offices(found: object, wanted: object, day: date) -> tuple[str, ...]:
    """Return the offices that were wanted and are not found; nothing where what is wanted is no office."""
    values = (
        wanted.values if isinstance(wanted, OneOf) else wanted if isinstance(wanted, tuple) else (wanted,)
    )
    held = found if isinstance(found, tuple) else (found,)
    return tuple(
        value
        for value in values
        if isinstance(value, str) and value in OFFICES and not any(_same(item, value, day) for item in held)
    )


def _word(value: object) -> ReasonValue:
    if isinstance(value, list | tuple):
        return tuple(str(item.value if isinstance(item, Enum) else item) for item in value)
    if isinstance(value, Enum):
        return str(value.value)
    return value if isinstance(value, bool | int | str | date) else str(value)
