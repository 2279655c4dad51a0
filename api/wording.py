"""What pydantic found wrong, in words of our own: its messages quote the input, ours never do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

Ctx = Mapping[str, Any]

#: A member's name may be shown when it looks like one of ours; anything else could be somebody's data.
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")

INSTANT: Final = "write an instant as RFC 3339 with its offset, such as 2026-11-02T10:00:00+04:00"
_TEXT: Final = "write a text in quotation marks"
_DATE: Final = "write a date as YYYY-MM-DD"
_AMOUNT: Final = "write an amount such as 1250.00: at most 12 digits before the point and 2 behind it"

_WORDS: Final[Mapping[str, str | Callable[[Ctx], str]]] = {
    "missing": "this member is required",
    "extra_forbidden": "there is no such member: remove it",
    "enum": lambda ctx: f"write one of {ctx['expected']}",
    "literal_error": lambda ctx: f"write one of {ctx['expected']}",
    "string_type": _TEXT,
    "string_pattern_mismatch": lambda ctx: f"write a text of the form {ctx['pattern']}",
    "string_too_short": lambda ctx: f"write at least {ctx['min_length']} characters",
    "string_too_long": lambda ctx: f"write at most {ctx['max_length']} characters",
    "too_long": lambda ctx: f"give at most {ctx['max_length']} items",
    "too_short": lambda ctx: f"give at least {ctx['min_length']} items",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "int_parsing_size": "write a smaller number",
    "greater_than_equal": lambda ctx: f"write a number of at least {ctx['ge']}",
    "less_than_equal": lambda ctx: f"write a number of at most {ctx['le']}",
    "datetime_year": "name an instant before the year 2200",
    "timezone_aware": f"the time has no zone: {INSTANT}",
    "model_type": "write an object in braces",
    "model_attributes_type": "write an object in braces",
    "tuple_type": "write a list in brackets",
    "unknown_office": lambda ctx: f"unknown office{ctx['office']}: see /v1/offices for the known ones",
    "uuid_parsing": "write a UUID",
    "uuid_type": "write a UUID",
    "decimal_type": _AMOUNT,
    "decimal_parsing": _AMOUNT,
    "decimal_max_digits": _AMOUNT,
    "decimal_max_places": _AMOUNT,
    "decimal_whole_digits": _AMOUNT,
}
_FAMILIES: Final[Sequence[tuple[str, str]]] = (("datetime", INSTANT), ("timezone", INSTANT), ("date", _DATE))
_OTHERWISE: Final = "this value has not the form that is stated for it"


def pointer_to(path: Iterable[str | int]) -> str:
    """Return the JSON pointer of a path, up to the first name that may not be shown."""
    parts: list[str] = []
    for part in path:
        if isinstance(part, str) and not _NAME.fullmatch(part):
            break
        parts.append(f"/{part}")
    return "".join(parts)


def faults(error: ValidationError) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """Yield place and words of each fault; neither holds anything of the input but names of members."""
    details = error.errors(include_url=False, include_input=False)
    places = [detail["loc"] for detail in details]
    for detail in details:
        if detail["type"] == "too_short" and _faulty_inside(detail["loc"], places):
            continue  # the list is short only because its members were refused
        place = detail["loc"]
        if place and isinstance(place[-1], str) and not _NAME.fullmatch(place[-1]):
            yield place[:-1], "a member here has a name that nothing is called by: remove it"
        else:
            yield place, words(detail)


def _faulty_inside(place: tuple[str | int, ...], places: Iterable[tuple[str | int, ...]]) -> bool:
    return any(len(other) > len(place) and other[: len(place)] == place for other in places)


def words(detail: ErrorDetails) -> str:
    """Return what is wrong and what to write instead."""
    kind = detail["type"]
    found = _WORDS.get(kind)
    if found is None:
        found = next((text for prefix, text in _FAMILIES if kind.startswith(prefix)), _OTHERWISE)
    return found if isinstance(found, str) else found(detail.get("ctx", {}))
