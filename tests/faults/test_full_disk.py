"""The disk is full: the service refuses, stores nothing by half, and goes on once there is room."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import psycopg
import pytest

from tests.faults.checking import check_attempts, check_log, check_views, check_words
from tests.faults.load import Attempt, of_case, send, send_all_again
from tests.faults.service import PATIENCE, Service, database, until

pytestmark = pytest.mark.fault

#: A small disk that goes with the process that it was mounted for.
SMALL_DISK = """
    PATH=/usr/bin:/bin:$PATH
    mount -t tmpfs -o size=96m,mode=755 tmpfs "$1" || exit 77
    shift
    exec "$@"
"""
UNSHARE = shutil.which("unshare", path="/usr/bin:/bin:/usr/sbin:/sbin") or "/bin/false"


@pytest.fixture
def small(place: Path) -> Iterator[Service]:
    """A service whose data folder lies on a disk of its own."""
    disk = place / "disk"
    disk.mkdir()
    service = Service(disk / "data", UNSHARE, "--mount", "/bin/sh", "-c", SMALL_DISK, "sh", str(disk))
    try:
        service.start()
    except AssertionError:
        if service.process.wait(PATIENCE) in (1, 77):
            pytest.skip("this kernel lets nobody mount a small disk to fill")
        raise
    # From outside, the disk is seen through the process that it belongs to.
    service.folder = Path(f"/proc/{service.process.pid}/root{disk}/data")
    if not (service.folder / "postgres" / "cluster").exists():
        service.terminate()
        pytest.skip("the database of this user does not lie in its data folder")
    yield service
    if service.runs:
        service.terminate()


def fill(disk: Path) -> Path:
    """Take the last byte of a disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(65536))
    return filler


def want_another_log_file(service: Service) -> None:
    """Let the server need another file for its write-ahead log, without which it cannot live."""
    with suppress(psycopg.Error), psycopg.connect(database(service.folder), autocommit=True) as connection:
        connection.execute("SELECT pg_switch_wal()")
        connection.execute("SELECT pg_logical_emit_message(true, 'matiane', 'more')")


def test_a_full_disk_refuses_and_loses_nothing(small: Service) -> None:
    attempts = [Attempt(of_case(f"readmission-disk-{number}")) for number in range(80)]
    with httpx.Client(timeout=PATIENCE) as client:
        for attempt in attempts[:20]:
            send(client, small.address, attempt)
        filler = fill(small.folder.parent)
        for attempt in attempts[20:60]:
            send(client, small.address, attempt)
        assert small.get("/v1/cases").status_code == 200, "what was stored cannot be read"
        want_another_log_file(small)
        until(lambda: "free some space" in small.said(), small.said)
        for attempt in attempts[60:]:
            send(client, small.address, attempt)
    assert {attempt.status for attempt in attempts[:20]} == {201}
    assert 503 in {attempt.status for attempt in attempts[20:60]}, "the disk was not full"
    assert {attempt.status for attempt in attempts[60:]} == {503}

    filler.unlink()
    until(small.is_ready, small.said)
    check_attempts(check_log(small.folder), attempts)
    again = send_all_again(small.address, attempts)
    assert {attempt.acknowledged for attempt in again} == {True}
    check_attempts(check_log(small.folder), again)
    check_views(small)
    check_words(small)
