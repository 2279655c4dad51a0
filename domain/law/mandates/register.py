"""The mandate register: which office may act, under which provision, from which day to which.

A mandate is not written down a second time: it is a provision that names the office as bearer, dated by the
provision's own force. A unit works under the mandates of what it belongs to (``units.toml``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from domain.cases.definition import Gap
from domain.events.ledger import ExcuseAccepted, ProvisionAttested, WaiverGranted
from domain.law.decree_386 import decree_pack
from domain.law.mandates.border_programme import programme_pack
from domain.law.mandates.department import department_pack
from domain.law.provision import Provision, Text
from domain.law.readmission.protocol import protocol_pack
from domain.law.verdict import reason
from domain.law.view import CaseView

#: Whoever vouches for something, or releases from it, need not act under a mandate of the case.
VOUCHING = (ProvisionAttested, WaiverGranted, ExcuseAccepted)


@dataclass(frozen=True, slots=True)
class Mandate:
    """A provision under which an office acts."""

    office: str
    provision: Provision

    def in_force_on(self, day: date) -> bool:
        """Tell whether the office could act under it on a day."""
        return self.provision.in_force_on(day)


@dataclass(frozen=True, slots=True)
class Unit:
    """An office or unit of the register."""

    id: str
    label: Text
    part_of: str | None
    source: Text


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Text(_Strict):
    en: str
    ka: str

    def text(self) -> Text:
        return Text(self.en, self.ka)


class _Unit(_Strict):
    label: _Text
    source: _Text
    part_of: str | None = None


@cache
def units() -> Mapping[str, Unit]:
    """Return the units whose place in a larger body is on record; raises ValueError for a malformed entry."""
    table = tomllib.loads(files("domain.law.mandates").joinpath("units.toml").read_text("utf-8"))
    found = {}
    for key, value in table.items():
        raw = _Unit.model_validate(value)
        found[key] = Unit(key, raw.label.text(), raw.part_of, raw.source.text())
    return found


@cache
def mandates() -> Mapping[str, Sequence[Mandate]]:
    """Return the mandates of every office that a provision names as bearer, in the order of the texts."""
    found: dict[str, list[Mandate]] = {}
    for pack in (decree_pack(), protocol_pack(), department_pack(), programme_pack()):
        for provision in pack.provisions:
            if provision.aggregate:
                continue
            for office in provision.bearer_keys:
                found.setdefault(office, []).append(Mandate(office, provision))
    return found


def mandates_of(office: str, day: date) -> tuple[Mandate, ...]:
    """Return the mandates under which an office, or what it belongs to, could act on a day."""
    seen: set[str] = set()
    current: str | None = office
    while current is not None and current not in seen:
        seen.add(current)
        found = tuple(item for item in mandates().get(current, ()) if item.in_force_on(day))
        if found:
            return found
        unit = units().get(current)
        current = unit.part_of if unit else None
    return ()


def unmandated(view: CaseView) -> Iterator[Gap]:
    """Yield a gap for each office that acted and has no mandate on that day: recorded, and said in clear words."""
    seen: set[tuple[str, date]] = set()
    for fact in view.history.facts:
        if isinstance(fact.data, VOUCHING):
            continue
        acting = getattr(fact.data, "by", None) or getattr(fact.data, "responsible", None) or fact.office
        if not isinstance(acting, str):
            continue
        day = view.day(fact.occurred_at)
        if (acting, day) in seen or mandates_of(acting, day):
            continue
        seen.add((acting, day))
        yield Gap("no_mandate", reason("no_mandate", office=acting, day=day), (fact,))
