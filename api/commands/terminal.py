"""What commands have in common: exit codes, output for people and for programs, progress, the settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Annotated

import orjson
import typer

from api.settings import Settings

#: The option that every command has.
Json = Annotated[bool, typer.Option("--json", help="Write JSON for programs.")]


class Exit(IntEnum):
    """Exit codes, for scripts."""

    #: Done.
    OK = 0
    #: Some input was refused; what was not refused may be stored (see the output).
    REFUSED = 1
    #: The command line or a setting cannot be used.
    USAGE = 2
    #: The database cannot be reached or started.
    UNAVAILABLE = 3
    #: There is no such case, provision or file.
    NOT_FOUND = 4
    #: The report holds deviations (only where --check asked for it).
    DEVIATIONS = 5
    #: A fault of ours.
    INTERNAL = 70
    #: Stopped by Ctrl-C or SIGTERM.
    INTERRUPTED = 130


def settings() -> Settings:
    """Return what the surroundings say; the one place of the commands that looks."""
    return Settings.from_environ(os.environ)


def say(text: str) -> None:
    """Write a line for people."""
    typer.echo(text)


def note(text: str) -> None:
    """Write a line beside the result, where it does not disturb programs."""
    typer.echo(text, err=True)


def give(data: object) -> None:
    """Write the result as JSON."""
    typer.echo(orjson.dumps(data, option=orjson.OPT_INDENT_2).decode())


@contextmanager
def progress(label: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal, and nothing elsewhere; call the function with what is done so far."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  # slow to import
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda done: bar.update(task, completed=done)
