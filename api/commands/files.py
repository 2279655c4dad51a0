"""Files of events: JSON lines, or CSV with a column per attribute and ``data.`` before the members of data."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from api import strictjson
from api.cloudevents import SPECVERSION, draft_of
from api.errors import MalformedBody, Refused
from domain.errors import InvalidEvent, MatianeError, NotFound
from domain.facts import Draft

_DATA: Final = "data."


class BadFile(MatianeError):
    """The file is not of a form that is read."""

    code = "bad-file"


@dataclass(frozen=True, slots=True)
class Line:
    """One event of a file, or why it is none."""

    number: int
    #: Bytes read so far, for a progress bar; 0 where that is not known.
    offset: int
    draft: Draft | None
    errors: tuple[MatianeError, ...] = ()


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the events of a file. Raises NotFound, and BadFile for one that cannot be read at all."""
    try:
        yield from _csv(path) if path.suffix.lower() == ".csv" else _json_lines(path)
    except FileNotFoundError:
        raise NotFound(f"there is no file {path}") from None
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {error.strerror}") from None


def _json_lines(path: Path) -> Iterator[Line]:
    offset = 0
    with path.open("rb") as file:
        for number, content in enumerate(file, 1):
            offset += len(content)
            if content.strip():
                yield _line(number, offset, content)


def _line(number: int, offset: int, content: bytes) -> Line:
    try:
        return Line(number, offset, draft_of(strictjson.loads(content.strip())))
    except MalformedBody as error:
        return Line(number, offset, None, (error,))
    except Refused as refused:
        return Line(number, offset, None, refused.errors)


def _csv(path: Path) -> Iterator[Line]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            names = next(reader, [])
            if len(set(names)) != len(names) or "id" not in names:
                raise BadFile(f"{path}: the first line names the columns, each once, and one of them is id")
            for row in reader:
                if any(cell.strip() for cell in row):
                    yield _row(reader.line_num, names, row)
        except csv.Error as error:
            raise BadFile(f"{path}, line {reader.line_num}: {error}") from None
        except UnicodeDecodeError:
            raise BadFile(f"{path} is not UTF-8: save it as UTF-8") from None


def _row(number: int, names: list[str], row: list[str]) -> Line:
    if len(row) != len(names):
        message = f"the line has {len(row)} cells and the first line {len(names)}"
        return Line(number, 0, None, (InvalidEvent(message),))
    event: dict[str, Any] = {"specversion": SPECVERSION, "data": {}}
    try:
        for name, cell in zip(names, row, strict=True):
            if cell and name.startswith(_DATA):
                _put(event["data"], name.removeprefix(_DATA).split("."), _value(cell))
            elif cell:
                event[name] = cell
        return Line(number, 0, draft_of(event, strict=False))
    except MalformedBody as error:
        return Line(number, 0, None, (error,))
    except Refused as refused:
        return Line(number, 0, None, refused.errors)


def _put(members: dict[str, Any], path: list[str], value: object) -> None:
    for name in path[:-1]:
        inner = members.setdefault(name, {})
        if not isinstance(inner, dict):
            raise MalformedBody("one column names a member of another column's value")
        members = inner
    members[path[-1]] = value


def _value(cell: str) -> object:
    """Return a cell's value: JSON where it is a list or an object, otherwise the text itself."""
    return strictjson.loads(cell.encode()) if cell[0] in "[{" else cell
