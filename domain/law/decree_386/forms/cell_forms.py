"""What a cell of the table asks for, or excludes, as facts that can be recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.events.state_protocol.conduct import (
    AnthemsPlayed,
    EscortRode,
    FlagsDisplayed,
    HonourGuardFormed,
    SpeechDelivered,
    ThingPlaced,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import GuestsLodged
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.things import Thing
from domain.events.state_protocol.vocabulary import Activity, Flag, Leg
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.wanted import AtLeast, Expected, InOrder, OneOf, Wanted, told_by_then
from domain.law.decree_386.lodging import RESIDENCE
from domain.law.decree_386.matrix import Cell, Column
from domain.law.decree_386.sites import AIRPORT
from domain.law.provision import Provision
from domain.law.verdict import Reason, reason
from domain.law.view import CaseView

#: Whatever item a fact belongs to, if any.
ANY: Final = OneOf((None, *Activity))
#: The ceremonies of greeting and farewell; an anthem at a concert is another matter.
CEREMONY: Final = OneOf(
    (None, Activity.VISIT, Activity.ARRIVAL, Activity.DEPARTURE, Activity.RECEPTION_CEREMONY)
)
_AT_AIRPORT: Final = OneOf((Place.AIRPORT, *sorted(AIRPORT - {Place.AIRPORT})))
_AT_AIRPORT_OR_UNSAID: Final = OneOf((*_AT_AIRPORT.values, None))
_AT_HOUSE: Final = OneOf((Place.RESIDENCE, *sorted(RESIDENCE - {Place.RESIDENCE})))
_LEG: Final[Mapping[Activity, Leg]] = MappingProxyType(
    {Activity.ARRIVAL: Leg.ARRIVAL, Activity.DEPARTURE: Leg.DEPARTURE}
)
_THING: Final[Mapping[Column, Thing]] = MappingProxyType(
    {Column.CARPET: Thing.CARPET, Column.PODIUM: Thing.PODIUM, Column.BANNER: Thing.BANNER}
)


@dataclass(frozen=True, slots=True)
class InLanguages(Expected):
    """Georgian and so many languages in all."""

    least: int

    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether there are enough, Georgian among them."""
        return isinstance(found, tuple) and "ka" in found and len(set(found)) >= self.least

    def example(self, law: Provision) -> object:
        """Return Georgian and English; the officer puts the guest's language in place of English."""
        return ("ka", "en")


@dataclass(frozen=True, slots=True)
class FlagsTogether(Wanted):
    """Flags that hang together, whether they were recorded by their sides or not; a standard may stand for a flag."""

    flags: tuple[Flag, ...] = ()
    standard: bool = False

    def shortfalls(self, fact: Fact, case: CaseView, law: Provision) -> tuple[Reason, ...]:
        """Return which flags did not hang there."""
        told = [item.data for item in told_by_then(fact, case)]
        shown = tuple(
            dict.fromkeys(
                flag
                for data in told
                if isinstance(data, FlagsDisplayed)
                for flag in (data.left, data.right, *data.flags)
                if flag is not None
            )
        )
        if not shown:
            return (reason("not_stated", what="flags", wanted=self.flags),)
        will_do = {Flag.GUEST} if self.standard and Flag.STANDARD in shown else set()
        if set(self.flags) <= {*shown, *will_do}:
            return ()
        return (reason("says_otherwise", what="flags", found=shown, wanted=self.flags),)

    def example(self, occasion: Occasion, law: Provision) -> dict[str, object]:
        """Return the payload with all the flags."""
        return Wanted.example(self, occasion, law) | {"flags": [flag.value for flag in self.flags]}


@dataclass(frozen=True, slots=True)
class Form:
    """What a cell asks for in an item of the programme: all of these facts."""

    wanted: tuple[Wanted, ...]
    #: So many facts of each are wanted.
    least: int = 1
    #: The member in which those facts must differ: two speeches by one person are one.
    apart: str = ""
    #: Every fact that speaks about it must say what is wanted, not only one of them.
    each: bool = False


def form_of(column: Column, cell: Cell, activity: Activity) -> Form:
    """Return what a cell that requires something asks for in an item of the programme."""
    return _REQUIRED[column](column, cell, activity)


def _flags(place: object) -> Callable[[Column, Cell, Activity], Form]:
    def form(_column: Column, cell: Cell, activity: Activity) -> Form:
        where = {"place": place} | ({"activity": ANY} if activity is Activity.VISIT else {})
        if cell.left is None or cell.right is None:
            return Form((FlagsTogether(FlagsDisplayed, where, flags=cell.flags, standard=cell.standard),))
        sides = {"left": cell.left, "right": cell.right}
        seen = {"seen_from": cell.seen_from} if cell.seen_from is not None else {}
        return Form((Wanted(FlagsDisplayed, where, {**sides, **seen}),))

    return form


def _anthems(_column: Column, cell: Cell, _activity: Activity) -> Form:
    by = {"performer": OneOf((cell.performer, "ge-defence-ministry"))} if cell.performer else {}
    return Form((Wanted(AnthemsPlayed, holds={"order": InOrder(cell.order), **by}),))


def _guard(_column: Column, cell: Cell, _activity: Activity) -> Form:
    services = {"services": cell.services} if cell.services is not None else {}
    return Form((Wanted(HonourGuardFormed, holds={"formation": cell.formation, **services}),))


def _ride(column: Column, cell: Cell, activity: Activity) -> Form:
    assert cell.count is not None
    count = AtLeast(cell.count) if cell.at_least else cell.count
    leg = {"leg": _LEG[activity]} if activity in _LEG else {}
    ride = Wanted(EscortRode, {"activity": ANY, **leg}, {column.value: count}, {"leg": Leg.ARRIVAL})
    return Form((ride,), each=not leg)


def _thing(column: Column, cell: Cell, _activity: Activity) -> Form:
    where = {"thing": _THING[column], "place": _AT_AIRPORT_OR_UNSAID}
    holds: dict[str, object] = {}
    if cell.colour is not None:
        holds["colour"] = cell.colour
    if cell.languages is not None:
        holds["languages"] = InLanguages(cell.languages)
    return Form((Wanted(ThingPlaced, where, holds),))


def _lodging(_column: Column, _cell: Cell, _activity: Activity) -> Form:
    # Who of them stays where, Art. 25(8) tells.
    places = OneOf((*_AT_HOUSE.values, Place.HOTEL))
    groups = (("main-guest",), ("guest-delegation", "guest-delegation-member"), ("accompanying-person",))
    return Form(
        tuple(Wanted(GuestsLodged, {"activity": ANY, "who": OneOf(who)}, {"place": places}) for who in groups)
    )


def _dinner(_column: Column, cell: Cell, _activity: Activity) -> Form:
    return Form((Wanted(ActivityStarted, {"activity": Activity.DINNER}, {"official": cell.official}),))


def _speeches(_column: Column, cell: Cell, _activity: Activity) -> Form:
    assert cell.speakers is not None
    return Form((Wanted(SpeechDelivered, besides={"by": "main-guest"}),), least=cell.speakers, apart="by")


_REQUIRED: Final[Mapping[Column, Callable[[Column, Cell, Activity], Form]]] = MappingProxyType(
    {
        Column.AIRPORT_FLAGS: _flags(_AT_AIRPORT),
        Column.STREET_FLAGS: _flags(Place.ROUTE),
        Column.CAR_FLAGS: _flags(Place.MAIN_CAR),
        Column.RESIDENCE_FLAG: _flags(_AT_HOUSE),
        Column.ANTHEMS: _anthems,
        Column.HONOUR_GUARD: _guard,
        Column.MOTORCYCLES: _ride,
        Column.POLICE_CARS: _ride,
        Column.LODGING: _lodging,
        Column.CARPET: _thing,
        Column.PODIUM: _thing,
        Column.BANNER: _thing,
        Column.DINNER: _dinner,
        Column.DINNER_SPEECHES: _speeches,
    }
)


def excluded_by(column: Column, cell: Cell) -> Wanted:
    """Return the facts that a cell which forbids something excludes, anywhere in the visit."""
    if column is Column.AIRPORT_FLAGS:
        return Wanted(FlagsDisplayed, {"activity": ANY, "place": _AT_AIRPORT})
    if column is Column.STREET_FLAGS:
        places = (Place.ROUTE, Place.PROGRAMME_SITES) if cell.sites else (Place.ROUTE,)
        return Wanted(FlagsDisplayed, {"activity": ANY, "place": OneOf(places)})
    if column is Column.MOTORCYCLES:
        return Wanted(EscortRode, {"activity": ANY, "motorcycles": AtLeast(1)})
    if column is Column.ANTHEMS:
        return Wanted(AnthemsPlayed, {"activity": CEREMONY})
    if column is Column.HONOUR_GUARD:
        return Wanted(HonourGuardFormed, {"activity": CEREMONY})
    return Wanted(
        ThingPlaced, {"activity": CEREMONY, "thing": _THING[column], "place": _AT_AIRPORT_OR_UNSAID}
    )


#: Where flags hang of which "flags are not displayed" does not speak (note-15).
_ELSEWHERE: Final[Mapping[Column, object]] = MappingProxyType(
    {Column.CAR_FLAGS: Place.MAIN_CAR, Column.RESIDENCE_FLAG: _AT_HOUSE}
)


def not_meant(column: Column) -> Wanted:
    """Return the flags of a column that a prohibition to display flags does not mean, by the shipped reading."""
    return Wanted(FlagsDisplayed, {"activity": ANY, "place": _ELSEWHERE[column]})
