"""The runner: woken, alone, stubborn."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import psycopg
import pytest

from projections import tracking
from projections.runner import LEADER_LOCK, Runner
from tests.projections.conftest import ROMANIAN, World, application

PATIENCE = 30.0


def until(what, seconds: float = PATIENCE) -> None:
    deadline = monotonic() + seconds
    while not what():
        assert monotonic() < deadline, "it did not happen"
        sleep(0.02)


@contextmanager
def running(world: World) -> Iterator[Runner]:
    runner = Runner(world.conninfo, world.ledger, world.judging, world.clock)
    stop = Event()
    thread = Thread(target=runner.run, args=(stop,), daemon=True)
    thread.start()
    try:
        yield runner
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def wait(world: World, position: int) -> bool:
    return tracking.wait_for(world.connect, position, PATIENCE)


def test_what_is_appended_can_be_read_a_moment_later(world: World) -> None:
    world.at("2026-06-03T12:00+04:00")
    with running(world):
        application(world)
        assert wait(world, 2)
    assert world.one("SELECT events FROM matiane_view.case_status WHERE case_id = %s", ROMANIAN) == 2


def test_waiting_for_a_position_that_does_not_come_ends(world: World) -> None:
    assert not tracking.wait_for(world.connect, 1, 0.05)


def test_a_case_is_judged_again_when_its_instant_passes(world: World) -> None:
    world.at("2026-06-02T12:00+04:00")
    application(world)
    with running(world):
        assert wait(world, 2)
        world.at("2027-06-02T12:00+04:00")
        until(lambda: world.one("SELECT status FROM matiane_view.case_status") != "under_review")


def test_of_two_runners_one_is_active_and_the_other_takes_over(world: World) -> None:
    with running(world) as first:
        until(first.active.is_set)
        with running(world) as second:
            application(world)
            assert wait(world, 2)
            assert not second.active.is_set()
            pid = world.one(
                "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
                " AND ((classid::bigint << 32) | objid::bigint) = %s",
                LEADER_LOCK,
            )
            with psycopg.connect(world.conninfo, autocommit=True) as owner:
                owner.execute("SELECT pg_terminate_backend(%s)", (pid,))
            application(world, "readmission-2026-2")
            assert wait(world, 4)
            until(lambda: first.active.is_set() or second.active.is_set())
            assert not (first.active.is_set() and second.active.is_set())
    assert world.one("SELECT count(*) FROM matiane_view.event_search") == 4


def test_a_lost_notice_delays_and_loses_nothing(world: World) -> None:
    with running(world) as runner:
        until(runner.active.is_set)
        with psycopg.connect(world.conninfo, autocommit=True) as owner:
            owner.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'matiane views'"
            )
        application(world)
        assert wait(world, 2)


CHILD = """
    import sys
    from datetime import UTC, datetime
    from threading import Event
    from projections import follow
    from projections.judging import standard
    from projections.postgres.factory import open_ledger
    from projections.runner import Runner
    follow.EVENTS_PER_STEP = 1
    follow.Follower.step.__defaults__ = (1,)
    print("ready", flush=True)
    Runner(sys.argv[1], open_ledger(sys.argv[1]), standard(), lambda: datetime(2027, 6, 1, tzinfo=UTC)).run(Event())
"""


@pytest.mark.fault
def test_a_killed_runner_doubles_nothing_and_loses_nothing(world: World) -> None:
    for number in range(40):
        application(world, f"readmission-2026-{number}")
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(CHILD), world.conninfo],
            cwd=Path(__file__).resolve().parents[2],
            stdout=subprocess.PIPE,
        )
        try:
            assert child.stdout is not None
            child.stdout.readline()
            start = tracking.position(world.connection)
            until(lambda at=start: tracking.position(world.connection) > min(at + 5, 79))
        finally:
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
            child.stdout.close()
    reached = tracking.position(world.connection)
    until(
        lambda: (
            world.one("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'matiane views'") == 0
        )
    )
    assert world.one("SELECT count(*), max(position) FROM matiane_view.event_search") == (reached, reached)
    world.at("2027-06-01T04:00+04:00").follow()
    followed = world.rows()
    assert len(followed["event_search"]) == 80
    assert len(followed["case_status"]) == 40


def test_a_command_that_does_not_stay_catches_up_once(world: World) -> None:
    world.at("2026-06-02T12:00+04:00")
    application(world)
    runner = Runner(world.conninfo, world.ledger, world.judging, world.clock)
    assert runner.catch_up() == 2
    assert runner.catch_up() == 2
    world.at("2027-06-02T12:00+04:00")
    assert runner.catch_up() == 2
    assert world.one("SELECT count(*) FROM matiane_view.case_status WHERE next_check <= %s", world.now) == 0


def test_rows_of_another_release_are_made_anew(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.at("2026-06-03T12:00+04:00")
    application(world)
    world.follow()
    right = world.rows()
    world.connection.execute("UPDATE matiane_view.tracking SET fingerprint = 'of another release'")
    world.connection.execute("UPDATE matiane_view.case_status SET status = 'of another release'")
    assert Runner(world.conninfo, world.ledger, world.judging, world.clock).catch_up() == 2
    assert world.rows() == right
    monkeypatch.setattr("projections.runner.FAR_BEHIND", 0)
    application(world, "readmission-2026-2")
    assert Runner(world.conninfo, world.ledger, world.judging, world.clock).catch_up() == 4
    assert len(world.rows()["case_status"]) == 2


def test_a_large_step_holds_few_cases_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("projections.follow.CASES_AT_ONCE", 2)
    world.at("2026-06-03T12:00+04:00")
    for number in range(5):
        application(world, f"readmission-{number}")
    assert world.follower.step(world.connection, world.now).cases == 5
    rows = world.rows()
    assert (len(rows["case_status"]), len(rows["event_search"])) == (5, 10)
