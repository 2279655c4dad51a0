"""Words by which a feature may name things: labels of fields, enumerations, offices and States, in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path

from babel import Locale

from domain.events import EventData
from domain.law.words import labels, terms
from domain.offices import OFFICES

FIELDS = Path(__file__).parents[3] / "api" / "web" / "locale" / "fields.toml"


def key(text: str) -> str:
    """Return a word as it is compared: without case, which Georgian does not have."""
    return " ".join(text.split()).casefold()


@cache
def field_labels() -> Mapping[str, tuple[str, str]]:
    """Return the English and Georgian label of every member of an event."""
    table = tomllib.loads(FIELDS.read_text("utf-8"))
    return {name: (entry["en"], entry["ka"]) for name, entry in table.items()}


@cache
def field_names(model: type[EventData]) -> Mapping[str, str]:
    """Return the members of an event by their names and labels; raises ValueError where two share one."""
    found: dict[str, str] = {}
    for name in model.model_fields:
        for word in {name, name.replace("_", " "), *_spellings(field_labels().get(name, ()))}:
            if found.setdefault(word, name) != name:
                raise ValueError(
                    f"{model.TYPE}: {word!r} names {found[word]} and {name}; give one another label"
                )
    return found


def _spellings(words: Iterable[str]) -> Iterator[str]:
    """Yield labels as they may be written: "Rank (title)" is also "rank" and "title"."""
    for word in words:
        outside, _, inside = word.partition(" (")
        yield from (key(part) for part in (word, outside, inside.rstrip(")")) if part)


@cache
def members(enumeration: type[Enum]) -> Mapping[str, str]:
    """Return the stored value of every member of an enumeration by its value and its labels."""
    found = {}
    for member in enumeration:
        value = str(member.value)
        words = labels().get((enumeration.__name__, value)) or terms().get(value)
        for word in (value, *((words.en, words.ka) if words else ())):
            found[key(word)] = value
    return found


@cache
def literals(values: tuple[str, ...]) -> Mapping[str, str]:
    """Return literal values by themselves and their terms."""
    found = {}
    for value in values:
        words = terms().get(value)
        found |= {key(word): value for word in (value, *((words.en, words.ka) if words else ()))}
    return found


@cache
def offices() -> Mapping[str, str]:
    """Return the id of every office by its label."""
    return {
        key(label): office.id
        for office in OFFICES.values()
        for label in (office.label.en, office.label.ka, office.id)
    }


@cache
def states() -> Mapping[str, str]:
    """Return the code of every State by its name."""
    return {
        key(name): code
        for language in ("en", "ka")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha()
    }


@cache
def languages() -> Mapping[str, str]:
    """Return the code of every language by its name."""
    return {
        key(name): code
        for language in ("en", "ka")
        for code, name in Locale(language).languages.items()
        if len(code) == 2
    }
