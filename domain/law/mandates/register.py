"""The mandate register: which office may act, under which provision, from which day to which.

A mandate is not written down a second time: it is a provision that names the office, dated by the provision's
own force. What an office that no provision names acts under is told by ``resolving``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pydantic import Field

from domain.law.decree_386 import decree_pack
from domain.law.load import Strict, Worded
from domain.law.mandates.border_programme import programme_pack
from domain.law.mandates.department import department_pack
from domain.law.provision import Provision, Text
from domain.law.readmission.agreement import agreement_pack
from domain.law.readmission.protocol import protocol_pack
from domain.offices import OFFICES


class Part(StrEnum):
    """What a provision says of an office."""

    #: The duty or the competence is its own.
    BEARER = "bearer"
    #: It is on a list of those who take part.
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Mandate:
    """A provision under which an office acts."""

    office: str
    provision: Provision
    part: Part = Part.BEARER

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
    #: The roles of the agreement and of the protocol that it can act in.
    acts_as: tuple[str, ...] = ()


class _Unit(Strict):
    label: Worded
    source: Worded
    part_of: str | None = None
    acts_as: tuple[str, ...] = Field((), strict=False)


@cache
def units() -> Mapping[str, Unit]:
    """Return the units whose place in a larger body is on record; raises ValueError for a malformed entry."""
    table = tomllib.loads(files("domain.law.mandates").joinpath("units.toml").read_text("utf-8"))
    found = {}
    for key, value in table.items():
        raw = _Unit.model_validate(value)
        found[key] = Unit(key, raw.label.text(), raw.part_of, raw.source.text(), raw.acts_as)
    return found


def _provisions() -> tuple[Provision, ...]:
    packs = (decree_pack(), protocol_pack(), agreement_pack(), department_pack(), programme_pack())
    return tuple(item for pack in packs for item in pack.provisions if not item.aggregate)


@cache
def mandates() -> Mapping[str, Sequence[Mandate]]:
    """Return the mandates of every office that a provision names, in the order of the texts."""
    found: dict[str, list[Mandate]] = {}
    for provision in _provisions():
        for office in provision.bearer_keys:
            found.setdefault(office, []).append(Mandate(office, provision))
        listed = {member.office for member in provision.members} - set(provision.bearer_keys)
        for office in sorted(listed):
            found.setdefault(office, []).append(Mandate(office, provision, Part.MEMBER))
    return found


@cache
def labels() -> Mapping[str, Text]:
    """Return the names of offices: of the units, of the decree's register, else as the texts name the bearer."""
    named = {
        key: text for item in _provisions() for key, text in zip(item.bearer_keys, item.bearers, strict=True)
    }
    held = {key: Text(office.label.en, office.label.ka) for key, office in OFFICES.items()}
    return {**named, **held, **{key: unit.label for key, unit in units().items()}}


@cache
def register() -> tuple[str, ...]:
    """Return the ids of all offices on record: named by a provision, placed in a larger body, or of the decree."""
    return tuple(sorted({*mandates(), *units(), *OFFICES}))


def answering(provision: Provision) -> tuple[str, ...]:
    """Return the offices that answer for a provision: its bearers, or whom it lists where it names no bearer."""
    return provision.bearer_keys or tuple(dict.fromkeys(member.office for member in provision.members))
