"""The events that a row offers to record, each checked against its own model before it is offered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import ValidationError

from domain.events import CATALOGUE
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import DecisionTaken, ItemOmitted
from domain.events.state_protocol.things import Programme as ProgrammeName
from domain.law.decree_386.forms.duties import Tap
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.planning.sheet import RecordTemplate
from domain.law.provision import Provision

#: The reading by which a choice between offices has to be on record.
CHOICE_ON_RECORD: Final = "note-12"
#: What a record says where the law leaves a required member open.
_USUAL: Final[Mapping[str, str]] = {"programme": ProgrammeName.MAIN.value}


def records_of(taps: Iterable[Tap], provision: Provision, place: Place | None) -> tuple[RecordTemplate, ...]:
    """Return the templates of taps; one that could never be recorded is left out.

    ``place`` is where the item is, for an event that needs a place which the provision does not name. Where a
    choice has to be on record first, nothing but the choice is offered, and the officer makes it.
    """
    usual = {**_USUAL, "place": place.value} if place is not None else _USUAL
    found = tuple(template for tap in taps if (template := _template(tap, usual)) is not None)
    choices = choices_of(provision)
    for template in found:
        if choices and template.type == DecisionTaken.TYPE and "chosen" in template.data:
            rest = {name: value for name, value in template.data.items() if name != "chosen"}
            return (RecordTemplate(template.type, rest, ("chosen",), choices),)
    return found


def choices_of(provision: Provision) -> tuple[str, ...]:
    """Return the offices among which the law wants a choice on record; none where it wants none."""
    if CHOICE_ON_RECORD not in provision.notes:
        return ()
    return tuple(item.office for item in provision.members if item.mode == "alternative")


def _template(tap: Tap, usual: Mapping[str, str]) -> RecordTemplate | None:
    missing = _missing(tap.type, tap.data)
    if missing is None:
        return None
    filled = {**tap.data, **{name: usual[name] for name in missing if name in usual}}
    return RecordTemplate(tap.type, filled, tuple(name for name in missing if name not in usual))


def _missing(type_name: str, data: Mapping[str, object]) -> tuple[str, ...] | None:
    """Return the required members that are not there; None where the payload is wrong in another way."""
    try:
        CATALOGUE[type_name].model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        if any(item["type"] != "missing" for item in found):
            return None
        return tuple(str(item["loc"][0]) for item in found)
    return ()


def omission_of(occasion: Occasion, provision: Provision) -> RecordTemplate:
    """Return the event by which an officer vouches that a provision's demand was left undone, without its reason."""
    data = {"provision": provision.id, "activity": occasion.activity.value}
    if occasion.item:
        data["item"] = occasion.item
    if occasion.about is not None:
        data["ambassador"] = str(occasion.about)
    return RecordTemplate(ItemOmitted.TYPE, data, ("reason",))
