"""JSON as a ledger reads it: UTF-8, no doubled members, no surprise. Quick where the sender wrote it compactly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

import orjson

from api.errors import MalformedBody
from api.wording import pointer_to

_TOO_DEEP: Final = "the body is nested too deeply: an event needs no more than ten levels"


class _Doubled(dict[str, object]):
    """An object in which a member stands twice."""

    member: str = ""


def loads(body: bytes) -> object:
    """Return what the body says. Raises MalformedBody, which quotes nothing but names of members."""
    try:
        parsed: object = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _malformed(body, error) from None
    # A body that is exactly what its parsed form would be written as has no member twice.
    if _written(parsed) != body:
        _require_single_members(body)
    return parsed


def _written(parsed: object) -> bytes:
    try:
        return orjson.dumps(parsed)
    except TypeError:
        raise MalformedBody(_TOO_DEEP) from None


def _malformed(body: bytes, error: orjson.JSONDecodeError) -> MalformedBody:
    try:
        body.decode()
    except UnicodeDecodeError as broken:
        return MalformedBody(f"the body is not UTF-8: byte {broken.start} cannot be read; send UTF-8")
    if not body.strip():
        return MalformedBody("the body is empty: send a CloudEvent, or a list of them")
    place = f"line {error.lineno}, column {error.colno}"
    return MalformedBody(f"the body is not JSON from {place} on: check quotes, commas, brackets and numbers")


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    doubled = _Doubled(found)
    doubled.member = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
    return doubled


# Numbers are of no interest here, and one with thousands of digits is slow to read.
_DECODER: Final = json.JSONDecoder(object_pairs_hook=_members, parse_int=len, parse_float=len)


def _require_single_members(body: bytes) -> None:
    try:
        parsed = _DECODER.decode(body.decode())
    except RecursionError:
        raise MalformedBody(_TOO_DEEP) from None
    for path, doubled in _find_doubled(parsed, ()):
        index = path[0] if path and isinstance(path[0], int) else None
        within = path[1:] if index is not None else path
        message = "a member stands twice in one object: send each member once"
        raise MalformedBody(message, pointer=pointer_to((*within, doubled.member)), index=index)


def _find_doubled(
    value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], _Doubled]]:
    if isinstance(value, _Doubled):
        yield path, value
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _find_doubled(part, (*path, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _find_doubled(part, (*path, number))
