"""A duty with other offices in it: who the text names is replaced by who stands there in this case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from domain.law.decree_386.forms.duties import Duty
from domain.law.decree_386.forms.wanted import InOrder, OneOf, Wanted
from domain.law.provision import Provision


def standing_in(duty: Duty, law: Provision, who: Mapping[str, str]) -> tuple[Duty, Provision]:
    """Return the duty and its provision with every office exchanged that ``who`` names as a key.

    What a duty's own function looks for cannot be exchanged; such a duty is returned as it is.
    """
    members = tuple(replace(item, office=who.get(item.office, item.office)) for item in law.members)
    return _duty(duty, who), law if members == law.members else replace(law, members=members)


def _duty(duty: Duty, who: Mapping[str, str]) -> Duty:
    changed: dict[str, Any] = {}
    for member in fields(duty):
        old = getattr(duty, member.name)
        new = _part(old, who)
        if new is not old:
            changed[member.name] = new
    return replace(duty, **changed) if changed else duty


def _part(value: object, who: Mapping[str, str]) -> object:
    if isinstance(value, Wanted):
        old = {
            item.name: part
            for item in fields(value)
            if isinstance(part := getattr(value, item.name), Mapping)
        }
        new: dict[str, Any] = {name: _members(part, who) for name, part in old.items()}
        return value if new == old else replace(value, **new)
    if isinstance(value, Duty):
        return _duty(value, who)
    if isinstance(value, tuple) and any(isinstance(item, Duty | Wanted) for item in value):
        parts = tuple(_part(item, who) for item in value)
        return value if all(one is other for one, other in zip(parts, value, strict=True)) else parts
    return value


def _members(members: Mapping[str, object], who: Mapping[str, str]) -> dict[str, object]:
    return {name: _value(value, who) for name, value in members.items()}


def _value(value: object, who: Mapping[str, str]) -> object:
    if isinstance(value, str):
        return who.get(value, value)
    if isinstance(value, tuple):
        return tuple(_value(item, who) for item in value)
    if isinstance(value, OneOf):
        # Who stands in is no longer one of the others, unless the text lets either of them do it.
        left = {substitute for office, substitute in who.items() if office not in value.values}
        return replace(value, values=tuple(_value(item, who) for item in value.values if item not in left))
    if isinstance(value, InOrder):
        return replace(value, values=tuple(_value(item, who) for item in value.values))
    return value
