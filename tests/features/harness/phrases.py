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
from domain.events.state_protocol.vocabulary import Activity
from domain.law.library import load_law
from domain.law.provision import Provision
from domain.law.verdict import Status
from domain.law.words import terms
from tests.features.harness.moments import DAY, MOMENT, day, moment

STATES = {
    "Romanian": "RO", "Georgian": "GE", "German": "DE", "Polish": "PL", "French": "FR", "Austrian": "AT",
    "Romania": "RO", "Georgia": "GE", "Germany": "DE", "Poland": "PL", "France": "FR", "Austria": "AT",
    "რუმინეთის": "RO", "საქართველოს": "GE", "გერმანიის": "DE", "პოლონეთის": "PL", "საფრანგეთის": "FR",
    "ავსტრიის": "AT", "Turkey": "TR", "თურქეთის": "TR", "Armenia": "AM", "სომხეთის": "AM",
    "Azerbaijan": "AZ", "აზერბაიჯანის": "AZ", "Ukraine": "UA", "უკრაინის": "UA", "Italy": "IT",
    "იტალიის": "IT", "Lithuania": "LT", "ლიტვის": "LT", "Latvia": "LV", "ლატვიის": "LV", "Estonia": "EE",
    "ესტონეთის": "EE", "Kazakhstan": "KZ", "ყაზახეთის": "KZ", "Moldova": "MD", "მოლდოვის": "MD",
    "Hungary": "HU", "უნგრეთის": "HU", "Bulgaria": "BG", "ბულგარეთის": "BG", "Greece": "GR",
    "საბერძნეთის": "GR", "Japan": "JP", "იაპონიის": "JP", "the United States": "US",
    "ამერიკის შეერთებული შტატების": "US", "the United Kingdom": "GB", "დიდი ბრიტანეთის": "GB",
}  # fmt: skip
#: Where a journey goes, in Georgian.
WHERE = {
    "რუმინეთში": "RO", "გერმანიაში": "DE", "პოლონეთში": "PL", "საფრანგეთში": "FR", "ავსტრიაში": "AT",
    "თურქეთში": "TR", "სომხეთში": "AM", "აზერბაიჯანში": "AZ", "უკრაინაში": "UA", "იტალიაში": "IT",
    "ლიტვაში": "LT", "ლატვიაში": "LV", "ესტონეთში": "EE", "ყაზახეთში": "KZ", "უნგრეთში": "HU",
    "საბერძნეთში": "GR", "იაპონიაში": "JP", "ამერიკის შეერთებულ შტატებში": "US",
}  # fmt: skip
CATEGORIES = {
    "state": "state", "official": "official", "working": "working", "transit": "transit",
    "unofficial": "unofficial", "სახელმწიფო": "state", "ოფიციალური": "official", "სამუშაო": "working",
    "გავლითი": "transit", "არაოფიციალური": "unofficial",
}  # fmt: skip
RANKS = {
    "head of state": "head_of_state", "head of government": "head_of_government",
    "speaker of parliament": "speaker", "foreign minister": "foreign_minister",
    "other delegation": "other_delegation", "სახელმწიფოს მეთაურის": "head_of_state",
    "მთავრობის მეთაურის": "head_of_government", "პარლამენტის თავმჯდომარის": "speaker",
    "საგარეო საქმეთა მინისტრის": "foreign_minister", "სხვა დელეგაციის": "other_delegation",
}  # fmt: skip
FORMS = {"single": "single", "joint": "joint", "ერთი ელჩის": "single", "რამდენიმე ელჩის": "joint"}
CEREMONIES = {
    "wreath-laying": "wreath_laying", "award ceremony": "state_award",
    "honorary citizenship ceremony": "honorary_citizenship", "honorary citizenship": "honorary_citizenship",
    "inauguration": "inauguration", "independence day": "independence_day",
    "Independence Day": "independence_day", "გვირგვინით შემკობის": "wreath_laying",
    "სახელმწიფო ჯილდოს გადაცემის": "state_award", "საპატიო მოქალაქეობის მინიჭების": "honorary_citizenship",
    "ინაუგურაციის": "inauguration", "დამოუკიდებლობის დღის": "independence_day",
}  # fmt: skip
GUESTS = {
    "foreign delegation": "foreign_delegation", "foreign guest": "foreign_guest",
    "representative of a military or security service": "military_or_security_service_representative",
    "უცხოეთის დელეგაციის": "foreign_delegation", "უცხოელი სტუმრის": "foreign_guest",
    "სამხედრო ან უშიშროების სამსახურის წარმომადგენლის": "military_or_security_service_representative",
}  # fmt: skip
HOSTS = {
    "President": "ge-president", "State Minister": "ge-state-minister", "პრეზიდენტის": "ge-president",
    "სახელმწიფო მინისტრის": "ge-state-minister",
}  # fmt: skip
OUTINGS = {
    "official visit": "official", "journey to an international forum": "international_forum",
    "ოფიციალური ვიზიტი": "official", "გამგზავრება საერთაშორისო ფორუმზე": "international_forum",
}  # fmt: skip
ACTIVITIES = {
    word: item.value for item in Activity for word in (terms()[item.value].en, terms()[item.value].ka)
}
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
    "გათავისუფლებულია": Status.WAIVED, "საპატიოდ შეუსრულებელია": Status.EXCUSED,
    "შეწყვეტილია": Status.DISCHARGED, "შეუფასებელია": Status.NOT_ASSESSED,
}  # fmt: skip
ORDINALS = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "პირველი": 0, "მეორე": 1, "მესამე": 2, "მეოთხე": 3,
}  # fmt: skip
COUNTED = {
    "no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "ერთი": 1, "ორი": 2, "სამი": 3, "ოთხი": 4, "ხუთი": 5,
}  # fmt: skip
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
    "kind": (
        "readmission|transit|claim|register|visit|outgoing|reception|credentials|ceremony|treaty|cooperation|programme",
        str,
    ),
    "accelerated": ("(?:accelerated |დაჩქარებული )?", bool),
    "state": _of(STATES),
    "person": _of(PERSONS),
    "status": _of(STATUSES),
    "ordinal": _of(ORDINALS),
    "counted": _of(COUNTED),
    "mode": _of(MODES),
    "where": _of(WHERE),
    "category": _of(CATEGORIES),
    "rank": _of(RANKS),
    "spouse": ("(?: with (?:a |the )?spouse| მეუღლითურთ)?", bool),
    "form": _of(FORMS),
    "ceremony": _of(CEREMONIES),
    "guests": _of(GUESTS),
    "host": _of(HOSTS),
    "outing": _of(OUTINGS),
    "activity": _of(ACTIVITIES),
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
