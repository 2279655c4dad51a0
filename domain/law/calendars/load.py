"""Reads the cited days off (`*.toml` beside this file) and expands each rule into dated entries."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from domain.law.calendars.calendar import Calendar, DayOff, Scope
from domain.law.zones import zone

FILES = ("ge.toml", "ro.toml")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Instrument(_Strict):
    citation: str
    scope: Scope = "all"
    declared: date | None = None
    note: str = ""


class _Rule(_Strict):
    instrument: str
    en: str
    ka: str
    contested: bool = False


class _Annual(_Rule):
    on: tuple[Annotated[str, Field(pattern=r"^\d\d-\d\d$")], ...]
    since: Annotated[int | None, Field(alias="from")] = None
    until: int | None = None


class _Dated(_Rule):
    dates: tuple[date, ...]


class _File(_Strict):
    id: str
    zone: str
    edition: str
    covered: tuple[date, date]
    weekly_rest: str
    instrument: dict[str, _Instrument]
    annual: tuple[_Annual, ...]
    dated: tuple[_Dated, ...]


class Calendars(Mapping[str, Calendar]):
    """The calendars of the States by id ("GE", "RO"), and the joint ones; equal by identity, a cheap key."""

    __slots__ = ("_joint", "_own")
    __hash__ = object.__hash__

    def __init__(self, *own: Calendar) -> None:
        self._own = {calendar.id: calendar for calendar in own}
        self._joint = {
            frozenset(part.id for part in parts): Calendar.joint(parts)
            for size in range(2, len(own) + 1)
            for parts in combinations(own, size)
        }

    def __getitem__(self, key: str) -> Calendar:
        return self._own[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)

    def __eq__(self, other: object) -> bool:
        return self is other

    def of(self, ids: tuple[str, ...]) -> Calendar:
        """The calendar of one id, or the joint one of several: days that are working in each State named."""
        unknown = [key for key in ids if key not in self._own]
        if unknown or not ids:
            raise KeyError(
                f"no calendar {', '.join(unknown) or '(none named)'}; there are {', '.join(self._own)}"
            )
        return self._own[ids[0]] if len(ids) == 1 else self._joint[frozenset(ids)]

    @property
    def both(self) -> Calendar:
        """Days that are working in every State there is a calendar for."""
        return self.of(tuple(self._own))


@cache
def load_calendars() -> Calendars:
    """The calendars that come with the product, read once."""
    return Calendars(
        *(parse_calendar(files(__package__).joinpath(name).read_text("utf-8")) for name in FILES)
    )


def parse_calendar(text: str) -> Calendar:
    """A calendar from the text of its TOML file; `ValueError` (or pydantic's kind of it) names a fault."""
    data = _File.model_validate(tomllib.loads(text))
    return Calendar.build(data.id, zone(data.zone), data.edition, data.covered, _days_off(data))


def _days_off(data: _File) -> Iterator[DayOff]:
    for rule in (*data.annual, *data.dated):
        if rule.instrument not in data.instrument:
            raise ValueError(
                f"calendar {data.id}: {rule.en!r} cites an unknown instrument {rule.instrument!r}"
            )
        source = data.instrument[rule.instrument]
        for day in _dates(rule, data.covered):
            yield DayOff(
                day, data.id, rule.en, rule.ka, source.citation, source.scope, rule.contested, source.declared
            )


def _dates(rule: _Rule, covered: tuple[date, date]) -> Iterator[date]:
    if isinstance(rule, _Dated):
        yield from rule.dates
    elif isinstance(rule, _Annual):
        first = max(covered[0].year, rule.since or covered[0].year)
        last = min(covered[1].year, rule.until or covered[1].year)
        for year in range(first, last + 1):
            yield from (date.fromisoformat(f"{year}-{on}") for on in rule.on)
