"""Step wording: `the reply accepts on {moment}` becomes a parser; the name before `_` tells the type.

`(a|an)` stands for either, `[...]` for a part that may be left out. Several wordings, in several languages,
can be stacked on one step function: `fact("...", "...")`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pytest_bdd import parsers, step, then

from domain.events import CATALOGUE, EventData
from domain.law.library import load_law
from domain.law.provision import Provision
from domain.law.verdict import Status
from tests.features.harness.moments import DAY, MOMENT, day, moment

STATES = {
    "Romanian": "RO", "Georgian": "GE", "German": "DE", "Polish": "PL", "French": "FR", "Austrian": "AT",
    "Romania": "RO", "Georgia": "GE", "Germany": "DE", "Poland": "PL", "France": "FR", "Austria": "AT",
    "რუმინეთის": "RO", "საქართველოს": "GE", "გერმანიის": "DE", "პოლონეთის": "PL",
}  # fmt: skip
PERSONS = {
    "Georgian national": "GE", "Romanian national": "RO",
    "third-country national": "third_country_national", "stateless person": "stateless",
    "საქართველოს მოქალაქის": "GE", "რუმინეთის მოქალაქის": "RO",
    "მესამე ქვეყნის მოქალაქის": "third_country_national", "მოქალაქეობის არმქონე პირის": "stateless",
}  # fmt: skip
STATUSES = {
    "pending": Status.PENDING, "holding": Status.HOLDING, "fulfilled": Status.FULFILLED,
    "fulfilled late": Status.FULFILLED_LATE, "breached": Status.BREACHED, "waived": Status.WAIVED,
    "excused": Status.EXCUSED, "discharged": Status.DISCHARGED, "undetermined": Status.UNDETERMINED,
    "not assessed": Status.NOT_ASSESSED, "up for review": Status.REVIEW,
    "მოლოდინშია": Status.PENDING, "დაცულია": Status.HOLDING, "შესრულებულია": Status.FULFILLED,
    "დაგვიანებით შესრულებულია": Status.FULFILLED_LATE, "დარღვეულია": Status.BREACHED,
    "განუსაზღვრელია": Status.UNDETERMINED, "გადასამოწმებელია": Status.REVIEW,
}  # fmt: skip
ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
COUNTED = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
MODES = {"air": "air", "land": "land", "sea": "sea"}


def event(text: str) -> type[EventData]:
    """Return the event type of a quoted label in either language, or of its stable name."""
    name = text.strip('"')
    for model in CATALOGUE.values():
        if name in (model.TYPE, *model.LABEL):
            return model
    raise ValueError(f"no event is called {name!r}; use the English or Georgian label of an event type")


def provision(text: str) -> Provision:
    """Return the provision of an id, or of a quoted citation such as "Art. 8(1)"."""
    law = load_law()
    if not text.startswith('"'):
        return law.provision(text)
    cited = text.strip('"')
    found = [
        item
        for item in law.provisions.values()
        for full in (item.citation.en, item.citation.ka)
        if cited in (full, full.partition(", ")[2])
    ]
    if len(found) != 1:
        raise ValueError(f"{cited!r} cites {[item.id for item in found] or 'nothing'}; use the id")
    return found[0]


def _of(table: dict[str, Any]) -> tuple[str, Callable[[str], Any]]:
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True)), table.__getitem__


TYPES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "moment": (MOMENT, moment),
    "day": (DAY, day),
    "event": (r'"[^"]+"', event),
    "provision": (r'[a-z][a-z0-9-]*/[A-Za-z0-9./-]+|"[^"]+"', provision),
    "text": (r'"[^"]*"', lambda text: text[1:-1]),
    "office": (r'"?[a-z]{2}-[a-z0-9-]+"?', lambda text: text.strip('"')),
    "amount": (
        r"\d+(?:\.\d\d)? [A-Z]{3}",
        lambda text: dict(zip(("amount", "currency"), text.split(), strict=True)),
    ),
    "kind": ("readmission|transit|claim|register", str),
    "accelerated": ("(?:accelerated |დაჩქარებული )?", bool),
    "state": _of(STATES),
    "person": _of(PERSONS),
    "status": _of(STATUSES),
    "ordinal": _of(ORDINALS),
    "counted": _of(COUNTED),
    "mode": _of(MODES),
}


def parser(wording: str) -> tuple[parsers.re, dict[str, Callable[[str], Any]]]:
    """Compile a wording to a parser and the converters of its arguments."""
    converters = {}
    parts = []
    for part in re.split(r"(\{\w+\}|[()\[\]|])", wording):
        if part.startswith("{"):
            name = part[1:-1]
            kind, convert = TYPES[name.partition("_")[0]]
            converters[name] = convert
            parts.append(f"(?P<{name}>{kind})")
        else:
            parts.append({"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}.get(part, re.escape(part)))
    return parsers.re("".join(parts)), converters


def fact(*wordings: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Bind wordings to a step that states a fact: as background (Given) or as what happens (When)."""

    def bind(function: Callable[..., None]) -> Callable[..., None]:
        for wording in wordings:
            compiled, converters = parser(wording)
            step(compiled, converters=converters, stacklevel=2)(function)
        return function

    return bind


def verdict(*wordings: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Bind wordings to a step that claims something (Then)."""

    def bind(function: Callable[..., None]) -> Callable[..., None]:
        for wording in wordings:
            compiled, converters = parser(wording)
            then(compiled, converters=converters, stacklevel=2)(function)
        return function

    return bind
