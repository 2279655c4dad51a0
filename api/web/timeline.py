"""The timeline of a case: every recorded fact in the order of the world, with what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from api.web.pages import Document, Entry, Field, Link
from api.web.speech import Speech
from api.web.words import word_of
from domain.events import CATALOGUE
from domain.events.ledger import EventRetracted
from domain.events.parts import Money
from domain.facts import Fact, Precision
from domain.kernel import SEALED_PREFIX
from domain.law.history import Change, History
from domain.law.provision import Language
from domain.law.words import term

#: A fact recorded within this time of its happening is not called late.
PROMPT: Final = timedelta(days=1)
#: Members that stand beside the name of the event; none of them is personal.
HEADLINE: Final = (
    "decision",
    "outcome",
    "provision",
    "norm",
    "transfer_date",
    "planned_on",
    "effective_on",
    "extended_until",
    "crossing_point",
    "limit",
    "money",
)
#: Members that hold a stored word (a State, a language, a provision), said as readers know it.
STORED_WORDS: Final = frozenset(
    {"state", "party", "country", "requesting_state", "requested_state", "language", "provision", "norm"}
)
#: Ids of offices and crossing points: the two letters of a State, then words.
OFFICE: Final = re.compile(r"[a-z]{2}(-[a-z0-9]+)+")


def event_label(type_name: str, speech: Speech) -> str:
    """Name an event type for readers."""
    model = CATALOGUE.get(type_name)
    if model is None:
        return type_name
    return model.LABEL[1 if speech.language is Language.KA else 0]


def anchor(position: int) -> str:
    """Address of a timeline entry within its page."""
    return f"#fact-{position}"


def fact_link(fact: Fact, places: Mapping[tuple[str, str], int], speech: Speech, base: str = "") -> Link:
    """Link to a fact's own entry; a correction counts in the place of what it corrects, but stands in its own."""
    return Link(event_label(fact.type, speech), base + anchor(places.get(fact.key, fact.position)))


def places_of(facts: Iterable[Fact]) -> dict[tuple[str, str], int]:
    """Return the place of each recorded fact in the log."""
    return {fact.key: fact.position for fact in facts}


@dataclass(frozen=True, slots=True)
class _Telling:
    """What every entry of one timeline is told with."""

    zone: ZoneInfo
    speech: Speech
    places: Mapping[tuple[str, str], int]
    struck: Mapping[tuple[str, str], Change]
    causes: Mapping[tuple[str, str], Change]


def timeline(history: History, as_of: datetime, zone: ZoneInfo, speech: Speech) -> tuple[Entry, ...]:
    """Return the facts known that had happened by a moment, the struck ones too, in the order of the world."""
    visible = _visible(history, as_of)
    telling = _Telling(
        zone,
        speech,
        places_of(history.recorded),
        {change.original.key: change for change in history.changes},
        {change.by.key: change for change in history.changes},
    )
    shown = [fact for fact in history.recorded if fact.key in visible]
    shown.sort(key=lambda fact: (fact.occurred_at, fact.position))
    return tuple(_entry(fact, telling) for fact in shown)


def _visible(history: History, as_of: datetime) -> set[tuple[str, str]]:
    """A struck fact and what struck it are shown together, whichever of them had happened by the moment."""
    visible = {fact.key for fact in history.recorded if fact.occurred_at <= as_of}
    pairs = [{change.original.key, change.by.key} for change in history.changes]
    for _ in pairs:
        for pair in pairs:
            if visible & pair:
                visible |= pair
    return visible


def _entry(fact: Fact, telling: _Telling) -> Entry:
    zone, speech, places = telling.zone, telling.speech, telling.places
    struck, cause = telling.struck.get(fact.key), telling.causes.get(fact.key)
    lag = fact.recorded_at - fact.occurred_at
    day_only = fact.precision is Precision.DAY
    occurred = (
        speech.day(fact.occurred_at.astimezone(zone).date())
        if day_only
        else speech.when(fact.occurred_at, zone)
    )
    words = reason = None
    struck_by = None
    if struck is not None:
        retraction = struck.by.data if isinstance(struck.by.data, EventRetracted) else None
        words = speech.t("fact.retracted" if retraction else "fact.corrected")
        reason = retraction.reason if retraction else None
        struck_by = fact_link(struck.by, places, speech)
    return Entry(
        position=fact.position,
        type=fact.type,
        title=event_label(fact.type, speech),
        occurred_at=fact.occurred_at,
        occurred=occurred,
        recorded_at=fact.recorded_at,
        recorded=speech.when(fact.recorded_at, zone),
        late_by=speech.later(lag) if lag >= PROMPT else None,
        source=fact.source,
        event_id=fact.event_id,
        office=term(fact.office, speech.language) if fact.office else None,
        clock=speech.t(f"clock.{fact.clock.value}"),
        headline=_headline(fact.data, zone, speech),
        fields=_fields(fact.data, zone, speech),
        documents=tuple(Document(item.reference, item.sha256) for item in fact.evidence),
        struck=words,
        struck_by=struck_by,
        reason=reason,
        changes=fact_link(cause.original, places, speech) if cause else None,
    )


def _headline(data: BaseModel, zone: ZoneInfo, speech: Speech) -> str:
    told = (
        _field(name, getattr(data, name, None), zone, speech)
        for name in HEADLINE
        if getattr(data, name, None)
    )
    return "; ".join(field.value for field in told if field.value)


def _fields(model: BaseModel, zone: ZoneInfo, speech: Speech) -> tuple[Field, ...]:
    members = ((name, getattr(model, name)) for name in type(model).model_fields)
    return tuple(_field(name, value, zone, speech) for name, value in members if value not in (None, (), ""))


def _field(name: str, value: object, zone: ZoneInfo, speech: Speech) -> Field:
    label = speech.field(name)
    if isinstance(value, Money):
        return Field(label, speech.money(value.amount, value.currency))
    if isinstance(value, BaseModel):
        return Field(label, parts=_fields(value, zone, speech))
    if isinstance(value, tuple):
        if any(isinstance(item, BaseModel) for item in value):
            boxes = (item for item in value if isinstance(item, BaseModel))
            numbered = tuple(
                Field(speech.number(number), parts=_fields(box, zone, speech))
                for number, box in enumerate(boxes, 1)
            )
            return Field(label, parts=numbered)
        return Field(label, ", ".join(_scalar(name, item, zone, speech) for item in value))
    if isinstance(value, str) and value.startswith(SEALED_PREFIX):
        return Field(label, sealed=True)
    return Field(label, _scalar(name, value, zone, speech))


def _scalar(name: str, value: object, zone: ZoneInfo, speech: Speech) -> str:
    match value:
        case bool():
            return speech.t("yes" if value else "no")
        case StrEnum():
            return word_of(value, speech)
        case datetime():
            return f"{speech.when(value, zone)}, {speech.place(zone)}"
        case date():
            return speech.weekday(value)
        case Decimal() | int():
            return speech.number(value)
    words = str(value)
    known = name in STORED_WORDS or OFFICE.fullmatch(words)
    return term(words, speech.language) if known else words
