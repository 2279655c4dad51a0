"""Fields of an event as a table states them: `| escorts.1.rank | Captain |`, laid over lawful defaults."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from domain.events import EventData
from tests.features.harness.values import reader
from tests.features.harness.words import field_names, key

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

    A field has its name or its label in either language. `a.b` is a field within a field, `a.1.b` one within the
    first of a list; a list is separated by semicolons; a number of escorts stands for so many specimen escorts with
    every particular.
    """
    for row in rows or ():
        if len(row) != 2:
            raise ValueError(f"a row has a field and a value, and this one has {len(row)} cells: {row}")
        path = _path(model, row[0])
        _put(fields, path, _value(model, path, row[1].strip()))
    return fields


def inline(text: str) -> list[list[str]]:
    """Return the rows that one line stands for: `thing = banner; languages = ka + ro`."""
    rows = []
    for part in text.split(";"):
        name, found, value = part.partition("=")
        if not found:
            if part.strip():
                raise ValueError(f"{part.strip()!r} says nothing: write field = value; other field = value")
            continue
        rows.append([name.strip(), "; ".join(item.strip() for item in value.split(" + "))])
    return rows


def _path(model: type[EventData], text: str) -> list[str]:
    names = field_names(model)
    whole = names.get(key(text))
    path = [whole] if whole else text.strip().replace(" ", "_").split(".")
    first = names.get(key(path[0]), path[0])
    if first not in model.model_fields:
        raise ValueError(f"{model.TYPE} has no field {path[0]!r}; it has {', '.join(model.model_fields)}")
    return [first, *path[1:]]


def _value(model: type[EventData], path: list[str], text: str) -> object:
    if path == ["escorts"] and text.isdigit():
        return [specimen_escort(number + 1) for number in range(int(text))]
    if len(path) > 1 or not text:
        return [] if not text and len(path) == 1 and reader(model, path[0])[0] else text
    is_list, read = reader(model, path[0])
    if is_list:
        return [read(part.strip()) for part in text.split(";") if part.strip()]
    return read(text)


def _put(target: Any, path: list[str], value: object) -> None:
    for depth, step in enumerate(path[:-1]):
        if isinstance(target, list):
            while len(target) < int(step):
                target.append(
                    {"person": str(UUID(int=0xE5C0 + len(target) + 1))} if path[0] == "escorts" else {}
                )
            target = target[int(step) - 1]
        else:
            empty: object = [] if path[depth + 1].isdigit() else {}
            target = target.setdefault(step, empty)
    if value == "":
        target.pop(path[-1], None)
    else:
        target[path[-1]] = value
