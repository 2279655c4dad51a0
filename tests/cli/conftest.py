"""Runs ``matiane`` as a user does: another process, its output and its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from api.cli import main; main()"]

Run = Callable[..., subprocess.CompletedProcess[str]]


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MATIANE_", "PG"))}
    return {**kept, "PYTHONPATH": str(REPOSITORY), **changes}


@pytest.fixture
def run(database: str) -> Run:
    """Run a command against a database of its own."""

    def call(*arguments: str, stdin: str | None = None, **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *arguments],
            env=environment(**{"MATIANE_DATABASE_URL": database, **changes}),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return call


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """The only line of an error; never a traceback."""
    (line,) = done.stderr.splitlines()
    assert line.startswith("matiane: ")
    assert done.stdout == ""
    return line
