"""Imports point one way, and the domain asks the machine for nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: Library to the folders in which it may be imported.
HOMES = {
    "fastapi": ("api",),
    "starlette": ("api",),
    "typer": ("api",),
    "jinja2": ("api",),
    "psycopg": ("projections",),
    "psycopg_pool": ("projections",),
    "eventsourcing": ("domain/ledger", "projections"),
}
#: What reads a clock, the environment, chance or the network; none of it is for the domain.
BANNED_CALLS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.monotonic",
    "os.getenv",
    "os.urandom",
    "uuid4",
    "uuid.uuid4",
}
BANNED_MODULES = {"os", "time", "random", "socket", "subprocess", "threading", "logging", "sqlite3", "urllib"}


def modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def test_the_arrows_of_the_design_hold():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_only_at_home(library):
    strays = [
        str(path)
        for path, tree in modules("domain", "projections", "api")
        if any(name.partition(".")[0] == library for name in imported(tree))
        and not path.as_posix().startswith(HOMES[library])
    ]
    assert strays == []


def test_the_domain_reads_no_clock_environment_or_chance():
    found = [
        f"{path}:{node.lineno} {ast.unparse(node.func)}"
        for path, tree in modules("domain")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in BANNED_CALLS
    ]
    assert found == [], "take the moment or the value as an argument"


def test_the_domain_imports_nothing_that_reaches_out():
    found = [
        f"{path} imports {name}"
        for path, tree in modules("domain")
        for name in imported(tree)
        if name.partition(".")[0] in BANNED_MODULES
    ]
    assert found == []


def test_no_module_is_called_utils():
    names = {path.stem for path, _ in modules("domain", "projections", "api", "tests", "bench", "examples")}
    assert not names & {"utils", "util", "helpers", "common", "misc"}


def test_no_file_has_outgrown_a_reader():
    long = {
        str(path): lines
        for path, _ in modules("domain", "projections", "api")
        if (lines := len((ROOT / path).read_text("utf-8").splitlines())) > 400
    }
    assert long == {}
