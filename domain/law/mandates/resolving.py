"""Tells under what an office acted on a day: its own mandate, that of a larger body, of a function, of a role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from domain.cases.definition import Gap
from domain.cases.gaps import state_of
from domain.events.ledger import ExcuseAccepted, ProvisionAttested, WaiverGranted
from domain.facts import Fact
from domain.law.history import History
from domain.law.mandates.register import Mandate, mandates, units
from domain.law.states import GEORGIA, MEMBER_STATES
from domain.law.verdict import reason
from domain.law.view import CaseView
from domain.law.zones import local_day
from domain.offices import OFFICES, fills, holders

#: Whoever vouches for something, or releases from it, need not act under a mandate of the case.
VOUCHING: Final = (ProvisionAttested, WaiverGranted, ExcuseAccepted)
#: The members of an event that name who acted; a receiver does not act.
ACTING: Final = (
    "by",
    "responsible",
    "authority",
    "requesting_authority",
    "issued_by",
    "received_by",
    "paid_by",
    "agreed_by",
)
#: A post of a State abroad; the State sends it, so it speaks for the State asked or asking.
MISSION: Final = re.compile(r"[a-z]{2}-(embassy|consulate|mission)(-|$)")
MISSION_ROLES: Final = ("requested-mission",)
#: A Member State names its authorities to the committee; which ones they are is not part of any text here.
AUTHORITY_ROLES: Final = ("requesting-authority", "requested-authority")
#: Member States whose authorities a protocol names one by one: there, no other office acts in their place.
NAMED_BY_PROTOCOL: Final = frozenset({"RO"})
#: Whoever serves the State of Georgia is bound by the decree; the register of its offices says who that is.
EVERYBODY: Final = "ge-all-bodies"


class Way(StrEnum):
    """How an office comes to its mandate."""

    #: A provision names it.
    NAMED = "named"
    #: It belongs to a body that a provision names.
    PART = "part"
    #: It holds, on that day, a function that a provision names.
    FUNCTION = "function"
    #: It acts in a role of the agreement or the protocol.
    ROLE = "role"
    #: The decree binds it as it binds every body.
    GENERAL = "general"
    #: A class of persons, or somebody on the guest's side: needs no mandate.
    PERSON = "person"
    #: Nothing on record.
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Under what an office could act on a day."""

    office: str
    way: Way
    #: The body, functions or roles through which it does; empty where the office itself is named, or nothing is.
    via: tuple[str, ...] = ()
    mandates: tuple[Mandate, ...] = ()


@lru_cache(maxsize=1 << 14)
def resolve(office: str, day: date) -> Resolution:
    """Return under what an office, known to the register or not, could act on a day."""
    if own := _in_force(office, day):
        unit = units().get(office)
        roles = unit.acts_as if unit else ()
        return Resolution(
            office, Way.NAMED, (), (*own, *(item for role in roles for item in _in_force(role, day)))
        )
    for way, through in (
        (Way.PART, next(((body,) for body in _above(office) if _in_force(body, day)), ())),
        (Way.FUNCTION, tuple(_functions(office, day))),
        (Way.ROLE, _roles(office)),
        (Way.GENERAL, _everybody(office, day)),
    ):
        via = tuple(name for name in through if _in_force(name, day))
        if via:
            return Resolution(office, way, via, tuple(item for name in via for item in _in_force(name, day)))
    known = OFFICES.get(office)
    beside = known is not None and (known.is_class or not office.startswith("ge-"))
    return Resolution(office, Way.PERSON if beside else Way.NONE)


def actors(fact: Fact) -> tuple[str, ...]:
    """Return the offices that a fact says acted."""
    found: list[str] = []
    for name in ACTING:
        value = getattr(fact.data, name, None)
        found.extend((value,) if isinstance(value, str) else value if isinstance(value, tuple) else ())
    return tuple(found)


def unmandated(view: CaseView, *, reporting: bool = True) -> Iterator[Gap]:
    """Yield a gap for each office that acted and has no mandate on that day: recorded, and said in clear words.

    Where a fact names nobody who acted, the office that reported it is looked at, unless ``reporting`` is off.
    """
    seen: set[tuple[str, date]] = set()
    for fact in view.history.facts:
        if isinstance(fact.data, VOUCHING):
            continue
        acting = actors(fact) or ((fact.office,) if reporting and fact.office else ())
        day = view.day(fact.occurred_at)
        for office in acting:
            if (office, day) in seen:
                continue
            seen.add((office, day))
            if resolve(office, day).way is Way.NONE:
                yield Gap("no_mandate", reason("no_mandate", office=office, day=day), (fact,))


def _in_force(office: str, day: date) -> tuple[Mandate, ...]:
    return tuple(item for item in mandates().get(office, ()) if item.in_force_on(day))


def _above(office: str) -> Iterator[str]:
    seen = {office}
    unit = units().get(office)
    while unit is not None and unit.part_of is not None and unit.part_of not in seen:
        seen.add(unit.part_of)
        yield unit.part_of
        unit = units().get(unit.part_of)


def _functions(office: str, day: date) -> Iterator[str]:
    if office in OFFICES:
        yield from (name for name in OFFICES if name != office and fills(office, name, day))


def _roles(office: str) -> tuple[str, ...]:
    unit, state = units().get(office), state_of(office)
    if unit is not None and unit.acts_as:
        return unit.acts_as
    if state not in MEMBER_STATES and state != GEORGIA:
        return ()
    if MISSION.match(office):
        return MISSION_ROLES
    return AUTHORITY_ROLES if state in MEMBER_STATES - NAMED_BY_PROTOCOL else ()


def _everybody(office: str, day: date) -> tuple[str, ...]:
    known = OFFICES.get(office)
    serves = known is not None and office.startswith("ge-") and not known.is_class
    return (EVERYBODY,) if serves and holders(office, day) else ()


@dataclass(frozen=True, slots=True)
class Acting:
    """An office that acted in a case, and under what."""

    resolution: Resolution
    first_on: date
    facts: int


def acting_in(history: History, zone: ZoneInfo) -> tuple[Acting, ...]:
    """Return who acted in a case, in the order of the first act; whoever only vouched for something is left out.

    An office stands twice where it came to its mandate in two ways: before and after a text named it, say.
    """
    found: dict[tuple[str, Way, tuple[str, ...]], Acting] = {}
    for fact in history.facts:
        if isinstance(fact.data, VOUCHING):
            continue
        day = local_day(fact.occurred_at, zone)
        for office in actors(fact):
            held = resolve(office, day)
            key = (office, held.way, held.via)
            earlier = found.get(key)
            found[key] = (
                Acting(held, day, 1) if earlier is None else replace(earlier, facts=earlier.facts + 1)
            )
    return tuple(found.values())
