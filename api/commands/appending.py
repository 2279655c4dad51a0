"""``matiane append FILE``: record the events of a file."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Final

import typer

from api.commands.terminal import Exit, Json, give, note, progress, say, settings
from domain.errors import MatianeError
from domain.facts import Draft
from domain.ledger import Ledger, Receipt

#: Events stored in one transaction.
GROUP: Final = 500
#: Refused lines that are shown.
_SHOWN: Final = 20


class Stopped(MatianeError):
    """A signal ended the command before the end of the file."""

    code = "interrupted"


@dataclass(slots=True)
class Tally:
    """What became of the lines of a file."""

    appended: int = 0
    duplicates: int = 0
    refused: list[tuple[int, MatianeError]] = field(default_factory=list)

    def take(self, numbers: Sequence[int], results: Sequence[Receipt | MatianeError]) -> None:
        """Count the results of some lines."""
        for number, result in zip(numbers, results, strict=True):
            if isinstance(result, MatianeError):
                self.refused.append((number, result))
            elif result.duplicate:
                self.duplicates += 1
            else:
                self.appended += 1


def append(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="JSON lines, or CSV; - reads JSON lines from standard input."),
    ],
    *,
    per_item: Annotated[
        bool, typer.Option("--per-item", help="Store the good events beside refused ones.")
    ] = False,
    json: Json = False,
) -> None:
    """Record the events of a file. What was stored before is not stored twice, so it can be run again.

    Every line is looked at first: if one cannot be an event, nothing is stored, unless --per-item is given.
    """
    from api import composition  # noqa: PLC0415

    with _file(file) as path:
        tally = Tally()
        bad = _look(path)
        if bad and not per_item:
            tally.refused = bad
        else:
            try:
                with composition.core(settings(), note) as core:
                    _store(core.ledger, path, tally, per_item=per_item)
            except KeyboardInterrupt:
                message = (
                    f"stopped before the end: {tally.appended} appended, {tally.duplicates} recorded before, and perhaps "
                    "the events that were on their way; run it again: what was stored is not stored twice"
                )
                raise Stopped(message) from None
    _tell(tally, json=json)
    if tally.refused:
        raise typer.Exit(Exit.REFUSED)


@contextmanager
def _file(name: str) -> Iterator[Path]:
    if name != "-":
        yield Path(name)
        return
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as copy:
        shutil.copyfileobj(sys.stdin.buffer, copy)
        copy.flush()
        yield Path(copy.name)


def _look(path: Path) -> list[tuple[int, MatianeError]]:
    from api.commands.files import read_lines  # noqa: PLC0415

    return [(line.number, error) for line in read_lines(path) for error in line.errors]


def _store(ledger: Ledger, path: Path, tally: Tally, *, per_item: bool) -> None:
    from api.commands.files import read_lines  # noqa: PLC0415
    from api.composition import present  # noqa: PLC0415

    numbers: list[int] = []
    drafts: list[Draft] = []

    def flush() -> bool:
        if not drafts:
            return True
        try:
            tally.take(numbers, ledger.append(drafts, now=present(), per_item=per_item))
        except MatianeError as error:
            if error.index is None:
                raise
            tally.refused.append((numbers[error.index], error))
            return False
        numbers.clear()
        drafts.clear()
        return True

    with progress("Appending", path.stat().st_size) as done:
        for line in read_lines(path):
            if line.draft is None:
                tally.refused.extend((line.number, error) for error in line.errors)
                continue
            numbers.append(line.number)
            drafts.append(line.draft)
            if len(drafts) == GROUP:
                if not flush():
                    return
                done(line.offset)
        flush()


def _tell(tally: Tally, *, json: bool) -> None:
    if json:
        give(
            {
                "appended": tally.appended,
                "duplicates": tally.duplicates,
                "refused": [
                    {"line": number, "code": error.code, "pointer": error.pointer, "detail": error.message}
                    for number, error in tally.refused
                ],
            }
        )
        return
    for number, error in tally.refused[:_SHOWN]:
        place = f", {error.pointer}" if error.pointer else ""
        note(f"line {number}{place}: {error.message}")
    if len(tally.refused) > _SHOWN:
        note(f"... and {len(tally.refused) - _SHOWN} more")
    say(f"{tally.appended} appended, {tally.duplicates} recorded before, {len(tally.refused)} refused")
