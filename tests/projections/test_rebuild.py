"""Rebuilding beside the readers: the same rows, resumable, swapped at once."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from threading import Event

import psycopg
import pytest

from projections import scan, tracking
from projections.rebuild import Progress, Rebuild, RebuildBusy
from tests.projections.conftest import World, application, draft


def many(world: World, cases: int = 5) -> None:
    world.at("2026-06-20T12:00+04:00")
    for number in range(cases):
        application(world, f"readmission-2026-{number}")


def rebuild(world: World, report=None, stop: Event | None = None) -> Progress:
    return Rebuild(world.conninfo, world.ledger, world.judging, world.clock, report=report, stop=stop).run()


def test_a_rebuild_gives_the_rows_that_following_gave(world: World) -> None:
    many(world)
    world.follow()
    followed = world.rows()
    assert followed["obligation"]
    done = rebuild(world)
    assert (done.phase, done.cases, done.events) == ("done", 5, 10)
    assert world.rows() == followed
    assert tracking.position(world.connection) == 10


def test_a_rebuild_of_an_empty_log_is_done_at_once(world: World) -> None:
    assert rebuild(world) == Progress("done", 0, 0, 0)


def test_indexes_survive_and_rows_can_be_followed_on(world: World) -> None:
    query = "SELECT indexname FROM pg_indexes WHERE schemaname = 'matiane_view' ORDER BY 1"
    many(world)
    before = world.connection.execute(query).fetchall()
    rebuild(world)
    rebuild(world)
    assert world.connection.execute(query).fetchall() == before
    world.record("readmission-2026-0", 3, "ApplicationWithdrawn", "2026-06-02T11:30+04:00")
    world.at("2026-06-21T11:00+04:00").follow()
    followed = world.rows()
    rebuild(world)
    assert world.rows() == followed


def test_events_that_come_meanwhile_are_in_the_new_rows(world: World) -> None:
    many(world)

    def report(progress: Progress) -> None:
        if progress.phase == "indexing":
            application(world, "readmission-2026-late")

    rebuild(world, report)
    assert tracking.position(world.connection) == 12
    rebuilt = world.rows()
    assert len(rebuilt["case_status"]) == 6
    rebuild(world)
    assert world.rows() == rebuilt


def test_readers_see_the_old_rows_until_the_new_ones_are_complete(world: World) -> None:
    many(world)
    world.follow()
    old = world.rows()
    application(world, "readmission-2026-new")
    seen = []
    rebuild(world, lambda progress: seen.append((progress.phase, world.rows() == old)))
    assert ("indexing", True) in seen
    assert ("following", True) in seen
    assert seen[-1] == ("done", False)


def test_an_interrupted_rebuild_is_resumed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "CASES_PER_PAGE", 2)
    monkeypatch.setattr(scan.page, "__defaults__", (2,))
    many(world, 9)
    world.follow()
    followed = world.rows()
    stop = Event()
    judged: list[int] = []

    def report(progress: Progress) -> None:
        judged.append(progress.cases)
        if progress.cases >= 4:
            stop.set()

    interrupted = rebuild(world, report, stop)
    assert interrupted.phase == "interrupted"
    assert 4 <= interrupted.cases < 9
    assert world.rows() == followed
    resumed: list[int] = []
    done = rebuild(world, lambda progress: resumed.append(progress.cases))
    assert done.cases == 9
    assert min(resumed) >= interrupted.cases
    assert world.rows() == followed


def test_a_rebuild_under_another_law_begins_anew(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan.page, "__defaults__", (1,))
    many(world, 3)
    stop = Event()
    stop.set()
    rebuild(world, stop=stop)
    monkeypatch.setattr("projections.rebuild.fingerprint", lambda: "another")
    assert rebuild(world).cases == 3


def test_only_one_rebuild_runs_at_a_time(world: World) -> None:
    many(world, 1)
    refused = []

    def report(progress: Progress) -> None:
        if progress.phase == "indexing":
            with pytest.raises(RebuildBusy) as error:
                rebuild(world)
            refused.append(error.value)

    assert rebuild(world, report).phase == "done"
    assert refused


def test_a_reader_that_stays_delays_the_swap_and_does_not_break_it(world: World) -> None:
    many(world, 2)
    world.follow()
    with psycopg.connect(world.conninfo) as reader:
        reader.execute("SELECT count(*) FROM matiane_view.obligation")
        released = []

        def report(progress: Progress) -> None:
            if progress.phase == "following":
                reader.rollback()
                released.append(True)

        assert rebuild(world, report).phase == "done"
        count = reader.execute("SELECT count(*) FROM matiane_view.case_status").fetchone()
    assert released
    assert count == (2,)


def test_what_one_append_brings_is_never_half_swapped(world: World) -> None:
    many(world, 2)
    rebuild(world)
    world.append(draft("readmission-2026-9", 1, "ApplicationSubmitted", "2026-06-02T10:00+04:00"))
    world.follow()
    assert tracking.position(world.connection) == 5


CHILD = """
    import sys
    from datetime import UTC, datetime
    from projections import scan
    from projections.judging import standard
    from projections.postgres.factory import open_ledger
    from projections.rebuild import Rebuild
    scan.page.__defaults__ = (1,)
    def report(progress):
        print(progress.phase, progress.cases, flush=True)
        if progress.cases >= 3:
            sys.stdin.readline()
    now = lambda: datetime.fromisoformat(sys.argv[2])
    Rebuild(sys.argv[1], open_ledger(sys.argv[1]), standard(), now, report=report).run()
"""


@pytest.mark.fault
def test_a_killed_rebuild_is_resumed_and_doubles_nothing(world: World) -> None:
    many(world, 8)
    world.follow()
    followed = world.rows()
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CHILD), world.conninfo, world.now.isoformat()],
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout is not None
        assert any(line.split()[1] == "3" for line in iter(child.stdout.readline, ""))
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        child.stdin.close()
    assert world.rows() == followed
    while world.one("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'matiane rebuild'"):
        pass
    kept = world.one("SELECT cases FROM matiane_view.rebuild")
    assert 2 <= kept < 8
    judged: list[int] = []
    done = rebuild(world, lambda progress: judged.append(progress.cases))
    assert done.cases == 8
    assert min(judged) >= kept
    assert world.rows() == followed
