"""The events that a row offers to record, each checked against its own model before it is offered."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError

from domain.events import CATALOGUE
from domain.events.state_protocol.preparing import ItemOmitted
from domain.law.decree_386.duties import Tap
from domain.law.decree_386.occasions import Occasion
from domain.law.planning.sheet import RecordTemplate
from domain.law.provision import Provision


def records_of(taps: Iterable[Tap]) -> tuple[RecordTemplate, ...]:
    """Return the templates of taps; one that could never be recorded is left out."""
    return tuple(template for tap in taps if (template := _template(tap)) is not None)


def _template(tap: Tap) -> RecordTemplate | None:
    try:
        CATALOGUE[tap.type].model_validate(tap.data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        if any(item["type"] != "missing" for item in found):
            return None
        return RecordTemplate(tap.type, tap.data, tuple(str(item["loc"][0]) for item in found))
    return RecordTemplate(tap.type, tap.data)


def omission_of(occasion: Occasion, provision: Provision) -> RecordTemplate:
    """Return the event by which an officer vouches that a provision's demand was left undone, without its reason."""
    data = {"provision": provision.id, "activity": occasion.activity.value}
    if occasion.item:
        data["item"] = occasion.item
    return RecordTemplate(ItemOmitted.TYPE, data, ("reason",))
