"""Fields of an event as a table states them: `| escorts.1.rank | Captain |`, laid over lawful defaults."""

from __future__ import annotations

from datetime import UTC
from re import fullmatch
from typing import Any
from uuid import UUID

from domain.events import EventData
from tests.features.harness.moments import MOMENT, NOON, moment

Rows = list[list[str]] | None


def specimen_escort(number: int) -> dict[str, object]:
    """Return an escort, obviously invented, with every particular stated."""
    return {
        "person": str(UUID(int=0xE5C0 + number)),
        "rank": "Specimen rank",
        "first_name": f"Specimen {number}",
        "surname": "Escort",
        "document_series": "XX",
        "document_number": f"000000{number}",
        "document_issued_on": "2018-01-15",
    }


def laid_over(model: type[EventData], fields: dict[str, Any], rows: Rows) -> dict[str, Any]:
    """Lay the rows of a table over the defaults: an empty cell takes a field away.

    `a.b` is a field within a field, `a.1.b` one within the first of a list; a list of texts is separated by
    semicolons; a number of escorts stands for so many specimen escorts with every particular.
    """
    for row in rows or ():
        if len(row) != 2:
            raise ValueError(f"a row has a field and a value, and this one has {len(row)} cells: {row}")
        path = row[0].strip().replace(" ", "_").split(".")
        if path[0] not in model.model_fields:
            raise ValueError(f"{model.TYPE} has no field {path[0]!r}; it has {', '.join(model.model_fields)}")
        _put(fields, path, _value(model, path, row[1].strip()))
    return fields


def _value(model: type[EventData], path: list[str], text: str) -> object:
    annotation = str(model.model_fields[path[0]].annotation)
    if path == ["escorts"] and text.isdigit():
        return [specimen_escort(number + 1) for number in range(int(text))]
    if len(path) == 1 and "tuple" in annotation:
        return [part.strip() for part in text.split(";") if part.strip()]
    if ("datetime.datetime" in annotation or "AwareDatetime" in annotation) and fullmatch(MOMENT, text):
        return moment(text).at(NOON).astimezone(UTC).isoformat()
    return text


def _put(target: Any, path: list[str], value: object) -> None:
    for depth, key in enumerate(path[:-1]):
        if isinstance(target, list):
            while len(target) < int(key):
                target.append(
                    {"person": str(UUID(int=0xE5C0 + len(target) + 1))} if path[0] == "escorts" else {}
                )
            target = target[int(key) - 1]
        else:
            empty: object = [] if path[depth + 1].isdigit() else {}
            target = target.setdefault(key, empty)
    if value == "":
        target.pop(path[-1], None)
    else:
        target[path[-1]] = value
