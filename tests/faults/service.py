"""The real service as a process of its own, over the embedded database in a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx
import psycopg

from projections.postgres.embedded.cluster import PidFile, is_server, read_pid_file
from projections.postgres.embedded.connection import conninfo
from projections.postgres.embedded.place import home_of

#: Seconds after which what does not happen is held never to happen.
PATIENCE = 30.0
MATIANE = Path(sys.executable).with_name("matiane")


def until(what: Callable[[], Any], told: Callable[[], object] = lambda: "") -> Any:
    """Wait until something is so, and return it."""
    deadline = monotonic() + PATIENCE
    while not (found := what()):
        assert monotonic() < deadline, f"it did not happen {told()}"
        sleep(0.02)
    return found


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a command that works in a data folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "MATIANE_"))}
    return {**kept, "MATIANE_DATA": str(folder), "PYTHONUNBUFFERED": "1"}


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ``matiane`` to its end."""
    return subprocess.run(
        [MATIANE, *words], env=surroundings(folder), capture_output=True, text=True, check=False, timeout=120
    )


def pid_file(folder: Path) -> PidFile | None:
    return read_pid_file(home_of(folder / "postgres") / "cluster")


def database(folder: Path) -> str:
    """How to connect to the running server of a data folder as its superuser."""
    found = until(lambda: pid_file(folder))
    # A folder seen through /proc/<number>/root is called otherwise by those who live there.
    root = Path(*folder.parts[:4]) if folder.is_relative_to("/proc") else Path("/")
    return conninfo(root / found.sockets.relative_to("/"), "matiane")


def ask(folder: Path, query: str, *params: object) -> Any:
    """The first row of an answer; its only member where it has one."""
    with psycopg.connect(database(folder), autocommit=True) as connection:
        row = connection.execute(query.encode(), params).fetchone()
    return row[0] if row is not None and len(row) == 1 else row


def end_server(folder: Path) -> None:
    """End the database server of a data folder, if one runs."""
    found = pid_file(folder)
    if found and is_server(found.pid, home_of(folder / "postgres") / "cluster"):
        os.kill(found.pid, signal.SIGQUIT)


class Service:
    """``matiane serve`` on a free port."""

    def __init__(self, folder: Path, *before: str) -> None:
        self.folder = folder
        self._before = before
        self._process: subprocess.Popen[str] | None = None
        self.address = ""
        self.log = folder.with_suffix(".log")
        self._mark = 0

    @property
    def process(self) -> subprocess.Popen[str]:
        assert self._process is not None, "the service was not started"
        return self._process

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        with self.log.open("a") as log:
            self._process = subprocess.Popen(
                [*self._before, str(MATIANE), "serve", "--port", "0"],
                env=surroundings(self.folder),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        assert self._process.stdout is not None
        told = self._process.stdout.readline()
        assert told.startswith("Matiane: http://127.0.0.1:"), self.said()
        self.address = told.split()[1]

    def said(self) -> str:
        """What it wrote to its standard error since it was last marked."""
        return self.log.read_text()[self._mark :] if self.log.exists() else ""

    def mark(self) -> None:
        self._mark += len(self.said())

    def children(self) -> list[int]:
        """Processes that it started and that still live."""
        lists = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        found = [int(word) for each in lists for word in each.read_text().split()]
        return [pid for pid in found if Path(f"/proc/{pid}/cmdline").read_bytes()]

    def kill(self) -> None:
        """End it as a power cut would."""
        self._leave(signal.SIGKILL)

    def terminate(self) -> int:
        """Ask it to end; return its exit code."""
        return self._leave(signal.SIGTERM)

    def _leave(self, word: signal.Signals) -> int:
        self.process.send_signal(word)
        code = self.process.wait(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def get(self, path: str, **params: Any) -> httpx.Response:
        return httpx.get(self.address + path, params=params, timeout=PATIENCE)

    def post(self, events: object, **params: Any) -> httpx.Response:
        return httpx.post(f"{self.address}/v1/events", json=events, params=params, timeout=PATIENCE)

    def is_ready(self) -> bool:
        """Whether log and views can be read, and the views have come to the end of the log."""
        answer = self.get("/readyz")
        return answer.status_code == 200 and answer.json()["lag"] == 0
