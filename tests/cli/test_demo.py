"""The demo as a newcomer meets it: an embedded database, the examples, pages, a clean stop."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from projections.postgres.embedded import EmbeddedPostgres
from tests.cli.conftest import COMMAND, environment


@pytest.fixture
def folder() -> Iterator[Path]:
    place = Path(tempfile.mkdtemp(prefix="matiane-test-"))
    yield place / "data"
    shutil.rmtree(place, ignore_errors=True)


@contextmanager
def demo(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [*COMMAND, "demo", "--port", "0", *arguments],
        env=environment(MATIANE_DATA=str(folder)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)


def address_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line.startswith("Matiane: http://127.0.0.1:")
    return line.removeprefix("Matiane: ")


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return str(answer.read().decode())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_loads_once_serves_and_stops_cleanly(folder: Path, number: signal.Signals) -> None:
    with demo(folder) as first:
        address = address_of(first)
        assert "<html" in read(address + "/")
        assert "2547" in read(address + "/v1/statistics?year=2021")
        loaded = read(address + "/readyz")
        first.send_signal(number)
        assert first.wait(60) == 0
        assert "no access control" in first.stderr.read()
    assert EmbeddedPostgres(folder).status() == "stopped"
    if number is signal.SIGTERM:
        return
    with demo(folder) as second:
        address = address_of(second)
        assert read(address + "/readyz") == loaded
        second.send_signal(number)
        assert second.wait(60) == 0
        assert "loaded already" in second.stderr.read()


def failing(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "demo", *arguments],
        env=environment(MATIANE_DATA=str(folder)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_busy_port_is_one_line(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = failing(folder, "--port", port)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert port in line
    assert "--port" in line
    assert not folder.exists()


def test_a_broken_data_folder_is_one_line(folder: Path) -> None:
    folder.write_text("not a folder")
    done = failing(folder, "--port", "0")
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert str(folder) in line
    assert "MATIANE_DATA" in line
