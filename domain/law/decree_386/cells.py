"""Norms that read what they ask for from their cell of the table (``matrix.toml``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
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
from domain.events.state_protocol.preparing import DecisionTaken, GuestsLodged
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.things import Subject, Thing
from domain.events.state_protocol.vocabulary import Activity, Flag, Leg
from domain.facts import Fact
from domain.law.decree_386.duties import Duty, Tap, kept_so_far, omission, said, unmet
from domain.law.decree_386.lodging import RESIDENCE
from domain.law.decree_386.matrix import Asking, Cell, Column, Row, matrix
from domain.law.decree_386.occasions import Occasion, programme_of
from domain.law.decree_386.sites import AIRPORT
from domain.law.decree_386.wanted import AtLeast, Expected, InOrder, OneOf, Wanted
from domain.law.provision import Force, Provision
from domain.law.templates import breached, fulfilled
from domain.law.verdict import Reason, Status, Verdict, reason
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
        data = fact.data
        assert isinstance(data, FlagsDisplayed)
        shown = tuple(
            dict.fromkeys(flag for flag in (data.left, data.right, *data.flags) if flag is not None)
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
    return Form((Wanted(SpeechDelivered, besides={"by": "main-guest"}),), least=cell.speakers)


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
#: The item of the programme at which a column is asked for, where its cell names none.
_USUAL: Final[Mapping[Column, Activity]] = MappingProxyType(
    {
        Column.POLICE_CARS: Activity.VISIT,
        Column.RESIDENCE_FLAG: Activity.VISIT,
        Column.LODGING: Activity.VISIT,
        Column.DINNER: Activity.VISIT,
        Column.DINNER_SPEECHES: Activity.DINNER,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDuty(Duty):
    """Asks for, or excludes, what the cells of a provision say."""

    cells: tuple[tuple[Column, Cell], ...]
    #: Columns on which a second reading would let the provision speak too; the shipped one does not.
    disputed: tuple[Column, ...] = ()
    #: What the run-sheet records with it, because other cells of the row ask the same event for it.
    besides: tuple[tuple[str, int], ...] = ()

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the one cell that requires something, or all that exclude something together."""
        column, cell = self.cells[0]
        if cell.asks is Asking.FORBIDDEN:
            return self._excludes(case, occasion, law)
        return asked_by(form_of(column, cell, occasion.activity), case, occasion, law)

    def _excludes(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
        found = sorted(
            {
                fact
                for column, cell in self.cells
                for fact in excluded_by(column, cell).candidates(case, occasion, law)
            },
            key=lambda fact: (fact.occurred_at, fact.position),
        )
        if not found:
            return self._disputed(case, occasion, law)
        names = tuple(dict.fromkeys(fact.type for fact in found))
        verdict = breached(*found, why=reason("forbidden", events=names))
        decided = exception(case, found[0]) if law.force is Force.DEFAULT_RULE else None
        if decided is None:
            return verdict
        return verdict.under(Status.EXCUSED, reason("exception_decided"), evidence=(decided,))

    def _disputed(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
        verdict = kept_so_far(occasion)
        found = [
            fact
            for column in self.disputed
            for fact in Wanted(FlagsDisplayed, {"activity": ANY, "place": _ELSEWHERE[column]}).candidates(
                case, occasion, law
            )
        ]
        if not found:
            return verdict
        why = reason("flags_not_meant")
        evidence = (*verdict.evidence, *found)
        return replace(verdict, evidence=evidence, reasons=(*verdict.reasons, why), contested=True)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the events that are asked for; what is excluded needs none."""
        column, cell = self.cells[0]
        if cell.asks is Asking.FORBIDDEN:
            return ()
        form = form_of(column, cell, occasion.activity)
        return tuple(
            Tap(item.model.TYPE, {**dict(self.besides), **example(item, occasion, law)})
            for item in form.wanted
        )

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the start of the item; for the whole visit, that of the arrival or of the dinner."""
        if occasion.activity is not Activity.VISIT:
            return occasion.start
        item = programme_of(case.history).sole(_during(self.cells[0][0]))
        return None if item is None else item.start


def _during(column: Column) -> Activity:
    """Return the item in which what is asked of the visit as a whole comes about."""
    return Activity.DINNER if column is Column.DINNER else Activity.ARRIVAL


def example(wanted: Wanted, occasion: Occasion, law: Provision) -> dict[str, object]:
    """Return the payload of an event that would do; an item that may be any is the one at hand."""
    data = wanted.example(occasion, law)
    if data.get("activity") is None and "activity" in wanted.model.model_fields:
        data["activity"] = occasion.activity.value
    return {name: value for name, value in data.items() if value is not None}


def asked_by(form: Form, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
    """Judge whether all that a form asks for was recorded and says what is wanted."""
    done: list[Fact] = []
    for wanted in form.wanted:
        found = wanted.candidates(case, occasion, law)
        if not found or omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, wanted.model)
        wrong = [fact for fact in found if wanted.shortfalls(fact, case, law)]
        if wrong and (form.each or len(wrong) == len(found)):
            return said(wanted, wrong, case, law)
        if len(found) < form.least:
            return _too_few(found, form.least, occasion, wanted)
        done.append(next(fact for fact in found if fact not in wrong))
    return fulfilled(*dict.fromkeys(done))


def _too_few(found: list[Fact], least: int, occasion: Occasion, wanted: Wanted) -> Verdict:
    why = reason("too_few", found=len(found), wanted=least)
    if occasion.over is not None:
        return breached(*found, why=why)
    return Verdict(Status.PENDING, evidence=tuple(found), reasons=(why,), awaited=(wanted.model.TYPE,))


def exception(case: CaseView, fact: Fact) -> Fact | None:
    """Return the decision for an exception to a rule "as a rule" that was taken before a fact, if any."""
    return next(
        (
            item
            for item in case.history.all(DecisionTaken)
            if isinstance(item.data, DecisionTaken)
            and item.data.subject is Subject.EXCEPTION
            and item.occurred_at <= fact.occurred_at
        ),
        None,
    )


def row_of(local: str) -> Row:
    """Return the only row whose cells rest on a provision of Arts. 4 to 18; raises ValueError otherwise."""
    rows = [row for row in matrix().rows.values() if any(row.naming(local))]
    if len(rows) != 1:
        raise ValueError(f"{local}: named in {len(rows)} rows of the matrix, not in one")
    return rows[0]


def cell_duty(local: str, columns: tuple[Column, ...] = ()) -> CellDuty:
    """Build the duty of a provision from its cells: those of the columns, or all that forbid something.

    Raises ValueError where the table does not say that the cells rest on the provision.
    """
    cells = {column: cell for column, cell in row_of(local).naming(local) if local in cell.by}
    if strange := set(columns) - set(cells):
        raise ValueError(f"{local}: the matrix does not name it under {', '.join(sorted(strange))}")
    chosen = columns or tuple(column for column, cell in cells.items() if cell.asks is Asking.FORBIDDEN)
    first = cells[chosen[0]]
    if first.asks is Asking.FORBIDDEN:
        on: tuple[Activity, ...] = (Activity.VISIT,)
    else:
        on = first.on or (_USUAL.get(chosen[0], Activity.ARRIVAL),)
    return CellDuty(
        activity=on[0],
        also=on[1:],
        cells=tuple((column, cells[column]) for column in chosen),
        disputed=tuple(column for column, cell in cells.items() if cell.asks is Asking.SILENT),
        besides=_besides(chosen[0], row_of(local)),
    )


def _besides(column: Column, row: Row) -> tuple[tuple[str, int], ...]:
    """Return what else is known of an escort: motorcycles and road police cars ride together."""
    other = {Column.MOTORCYCLES: Column.POLICE_CARS, Column.POLICE_CARS: Column.MOTORCYCLES}.get(column)
    return () if other is None else ((other.value, row.cells[other].count or 0),)
