"""What a cell of a table says, read by the type of the member it fills: labels of either language will do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin
from uuid import UUID

from pydantic import AwareDatetime

from domain.events import EventData
from domain.events.parts import Money
from domain.events.state_protocol.conduct import Attendee
from domain.events.state_protocol.registering import Guest
from tests.features.harness.moments import MOMENT, NOON, moment
from tests.features.harness.words import key, languages, literals, members, offices, states

Reader = Callable[[str], object]
YES_NO = {"yes": "yes", "კი": "yes", "დიახ": "yes", "no": "no", "არა": "no"}
_ATTENDEE = re.compile(
    r"(?P<office>.+?)(?P<spouse> \((?:with spouse|მეუღლითურთ)\))?(?: x(?P<count>\d+))?"
    r"(?P<late> \((?:with spouse|მეუღლითურთ)\))?"
)
#: The first of the invented persons that a number stands for.
PERSONS = 0x5BEC0


def person(text: str) -> str:
    """Return the invented person that a number, or the name of a State for its ambassador, stands for."""
    if text.isdigit():
        return str(UUID(int=PERSONS + int(text)))
    code = states().get(key(text)) or (text if re.fullmatch("[A-Z]{2}", text) else None)
    return str(UUID(int=int.from_bytes(code.encode()))) if code else text


def attendee(text: str) -> dict[str, object]:
    """Read an office that was present, such as ``President of Georgia (with spouse)`` or ``ge-minister x3``."""
    parts = _ATTENDEE.fullmatch(text.strip())
    assert parts, text
    office = parts["office"].strip()
    found: dict[str, object] = {"office": offices().get(key(office), office)}
    if parts["spouse"] or parts["late"]:
        found["with_spouse"] = True
    if parts["count"]:
        found["count"] = int(parts["count"])
    return found


def _leaves(annotation: Any) -> list[Any]:
    """Return the types that an annotation is made of."""
    if get_origin(annotation) is Literal:
        return [annotation]
    inner = [item for item in get_args(annotation) if isinstance(item, type) or get_args(item)]
    if not inner:
        return [annotation]
    return [leaf for item in inner for leaf in _leaves(item)]


def _instant(text: str) -> object:
    return moment(text).at(NOON).astimezone(UTC).isoformat() if re.fullmatch(MOMENT, text) else text


def _known(table: Mapping[str, str]) -> Reader:
    return lambda text: table.get(key(text), text)


@cache
def reader(model: type[EventData], name: str) -> tuple[bool, Reader]:
    """Tell whether a member of an event is a list, and return what reads one value of it."""
    annotation = model.model_fields[name].annotation
    leaves = [leaf for leaf in _leaves(annotation) if leaf not in (NoneType, type(...))]
    return "tuple" in str(annotation), _reader(leaves, name)


def _reader(leaves: list[Any], name: str) -> Reader:
    for leaf in leaves:
        if leaf in _OF_TYPE:
            return _OF_TYPE[leaf]
        if isinstance(leaf, type) and issubclass(leaf, Enum):
            return _known(members(leaf))
        if get_origin(leaf) is Literal:
            return _known(literals(get_args(leaf)))
    if name in ("language", "languages"):
        return _known(languages())
    if name in ("overflies", "country", "party") or name.endswith("state"):
        return _known(states())
    return _known(offices()) if str in leaves else str


def _money(text: str) -> object:
    return dict(zip(("amount", "currency"), text.split(), strict=True))


_OF_TYPE: dict[Any, Reader] = {
    Attendee: attendee,
    Guest: lambda text: {"person": person(text)},
    Money: _money,
    UUID: person,
    datetime: _instant,
    AwareDatetime: _instant,
    bool: lambda text: YES_NO.get(text, text),
}
