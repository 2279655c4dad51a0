"""Reads the data of a law pack: instrument, bodies, notes and provisions, from TOML files beside its code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.law.provision import (
    Assessment,
    Force,
    Instrument,
    LimitSpec,
    Mark,
    Member,
    Note,
    Provision,
    Role,
    Scope,
    Text,
    Value,
)
from domain.law.timelimit import Direction, Roll, Unit


class Strict(BaseModel):
    """Parent of what is read from the data of the law: closed to unknown members."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Worded(Strict):
    """A sentence or name in both languages, as data holds it."""

    en: str
    ka: str

    def text(self) -> Text:
        """Return it as the rest of the law holds it."""
        return Text(self.en, self.ka)


class _Limit(Strict):
    count: int
    unit: Unit
    direction: Direction = "after"
    zone: Role = "requested"
    calendar: Role | None = None
    roll: Roll = "both"
    clear_days: bool = True
    unqualified: bool = False
    floor: bool = False
    number_in: str = ""


class _Member(Strict):
    office: str
    mode: Literal["required", "alternative", "group", "optional"]
    group: str = ""
    spouse: bool = False
    note: str = ""


class _Provision(Strict):
    id: str
    citation: Worded
    title: Worded
    text: Worded
    kind: str
    force: Force
    assessment: Assessment
    bearers: tuple[str, ...] = ()
    counterparties: tuple[str, ...] = ()
    mark: Mark | None = None
    since: date | None = Field(None, alias="from")
    until: date | None = None
    aggregate: bool = False
    parameters: dict[str, str | int | bool | date | tuple[str, ...]] = Field(default_factory=dict)
    limit: _Limit | None = None
    limit_of: str | None = None
    notes: tuple[str, ...] = ()
    clock: str | None = None
    source: str = ""
    categories: frozenset[str] = frozenset()
    by_analogy: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    members: tuple[_Member, ...] = ()
    imports: tuple[str, ...] = ()
    schemes: tuple[int, ...] = ()
    bearer_basis: str = ""


class _Defaults(Strict):
    instrument: str
    mark: Mark
    since: date = Field(alias="from")
    earlier_text_unknown: bool = False
    analogy_note: str = ""


class _Chapter(Strict):
    defaults: _Defaults
    provision: tuple[_Provision, ...]


class _Instrument(Strict):
    id: str
    title: Worded
    short: Worded
    source: Worded
    edition: str
    caution: Worded


class _Note(Strict):
    id: str
    problem: Worded
    reading: Worded


class _Notes(Strict):
    note: tuple[_Note, ...]


Bodies = Mapping[str, Text]


def _toml(place: Traversable) -> dict[str, object]:
    return tomllib.loads(place.read_text("utf-8"))


def load_bodies(package: str, name: str = "bodies.toml") -> Bodies:
    """Return the bodies and offices of a pack by key."""
    table = _toml(files(package).joinpath(name))
    return {key: Worded.model_validate(value).text() for key, value in table.items()}


def load_instrument(package: str, name: str = "instrument.toml") -> Instrument:
    """Return the instrument of a pack."""
    raw = _Instrument.model_validate(_toml(files(package).joinpath(name)))
    return Instrument(
        raw.id, raw.title.text(), raw.short.text(), raw.source.text(), raw.edition, raw.caution.text()
    )


def load_notes(package: str, name: str = "notes.toml") -> tuple[Note, ...]:
    """Return the interpretive notes of a pack."""
    raw = _Notes.model_validate(_toml(files(package).joinpath(name)))
    return tuple(Note(note.id, note.problem.text(), note.reading.text()) for note in raw.note)


def load_provisions(package: str, bodies: Bodies, pattern: str = "art_") -> tuple[Provision, ...]:
    """Return the provisions of a pack in text order: files by name, provisions as they stand in them.

    Raises ValueError for a body that the pack does not know or an id that occurs twice.
    """
    chapters = sorted(
        (
            item
            for item in files(package).iterdir()
            if item.name.startswith(pattern) and item.name.endswith(".toml")
        ),
        key=lambda item: item.name,
    )
    parts = [_Chapter.model_validate(_toml(item)) for item in chapters]
    provisions = tuple(
        _provision(raw, chapter.defaults, bodies) for chapter in parts for raw in chapter.provision
    )
    ids = [provision.id for provision in provisions]
    if len(set(ids)) != len(ids):
        raise ValueError(f"{package}: an id occurs twice: {sorted(i for i in set(ids) if ids.count(i) > 1)}")
    return _borrowed(
        provisions, {raw.id: raw.limit_of for part in parts for raw in part.provision if raw.limit_of}
    )


def _borrowed(provisions: tuple[Provision, ...], lenders: Mapping[str, str]) -> tuple[Provision, ...]:
    limits = {provision.id: provision.limit for provision in provisions}
    return tuple(
        replace(provision, borrowed_limit=limits[lenders[provision.id]])
        if provision.id in lenders
        else provision
        for provision in provisions
    )


def _provision(raw: _Provision, defaults: _Defaults, bodies: Bodies) -> Provision:
    parameters: Mapping[str, Value] = MappingProxyType(dict(raw.parameters))
    return Provision(
        id=raw.id,
        instrument=defaults.instrument,
        citation=raw.citation.text(),
        title=raw.title.text(),
        text=raw.text.text(),
        kind=raw.kind,
        force=raw.force,
        assessment=raw.assessment,
        mark=raw.mark or defaults.mark,
        bearers=_named(raw.id, raw.bearers, bodies),
        counterparties=_named(raw.id, raw.counterparties, bodies),
        in_force_from=raw.since or defaults.since,
        in_force_until=raw.until,
        aggregate=raw.aggregate,
        parameters=parameters,
        limit=LimitSpec(**raw.limit.model_dump()) if raw.limit else None,
        notes=raw.notes,
        bearer_keys=raw.bearers,
        clock=raw.clock,
        source=raw.source,
        earlier_text_unknown=defaults.earlier_text_unknown,
        scope=Scope(raw.categories, raw.by_analogy, raw.ranks),
        members=tuple(_member(raw.id, item, bodies) for item in raw.members),
        imports=raw.imports,
        schemes=raw.schemes,
        bearer_basis=raw.bearer_basis,
        analogy_note=defaults.analogy_note if raw.by_analogy else "",
    )


def _member(provision_id: str, raw: _Member, bodies: Bodies) -> Member:
    _named(provision_id, (raw.office,), bodies)
    return Member(raw.office, raw.mode, raw.group, raw.spouse, raw.note)


def _named(provision_id: str, keys: tuple[str, ...], bodies: Bodies) -> tuple[Text, ...]:
    unknown = [key for key in keys if key not in bodies]
    if unknown:
        raise ValueError(f"{provision_id}: bodies not in bodies.toml: {', '.join(unknown)}")
    return tuple(bodies[key] for key in keys)
