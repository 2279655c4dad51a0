"""The process that keeps the views: it follows, is replaced when it ends, and ends with the service."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from api import composition
from api.cloudevents import draft_of
from api.composition import Core
from api.following import beside
from tests.api.samples import application, event, receipt

pytestmark = pytest.mark.fault


def followers(parent: int) -> list[int]:
    """Processes that keep views and were started by a process."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes()
                owner = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                continue
            if b"api.following" in words and owner == parent:
                found.append(int(entry.name))
    return found


def until(what: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_views_are_followed_by_another_process_even_after_it_was_killed(core: Core) -> None:
    with composition.views(core) as views, beside(core.conninfo):
        core.ledger.append([draft_of(application())], now=composition.present())
        assert views.wait_for(1, 60)
        (process,) = followers(os.getpid())
        os.kill(process, signal.SIGKILL)
        core.ledger.append([draft_of(receipt()), draft_of(event())], now=composition.present())
        assert views.wait_for(3, 60)
        assert followers(os.getpid()) != [process]
    assert followers(os.getpid()) == []


def test_it_ends_when_the_service_is_killed(core: Core) -> None:
    program = "import sys; from api.following import beside\nwith beside(sys.argv[1]): sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", program, core.conninfo], stdin=subprocess.PIPE) as service:
        until(lambda: followers(service.pid))
        (process,) = followers(service.pid)
        service.kill()
    until(lambda: not Path(f"/proc/{process}").exists())
