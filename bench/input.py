"""Input for the benches: the events of the example year, told again under new ids as often as needed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import orjson

from examples.year import events

HEAD = b"POST /v1/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: %s\r\ncontent-length: %d\r\n\r\n"


def fresh_events(run: str) -> Iterator[dict[str, Any]]:
    """Yield events for ever; no id, case or person comes twice."""
    year = [orjson.dumps(event) for event in events()]
    persons: dict[tuple[str, str], str] = {}
    for lap in count():
        for content in year:
            event = orjson.loads(content)
            mark = f"{run}-{lap}"
            event["id"] = f"{event['id']}.{mark}"
            event["subject"] = f"{event['subject']}-{mark}"
            if "corrects" in event:
                event["corrects"] = f"{event['corrects']}.{mark}"
            for holder in _persons(event["data"]):
                key = (holder["person"], mark)
                holder["person"] = persons.setdefault(key, str(uuid5(NAMESPACE_URL, f"{key}")))
            yield event


def _persons(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "person" in value:
            yield value
        for part in value.values():
            yield from _persons(part)
    elif isinstance(value, list):
        for part in value:
            yield from _persons(part)


def request(content: bytes, media: bytes) -> bytes:
    """Return a whole HTTP request, its length in four bytes before it."""
    whole = HEAD % (media, len(content)) + content
    return len(whole).to_bytes(4, "big") + whole
