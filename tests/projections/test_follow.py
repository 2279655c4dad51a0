"""Following the log: rows and tracking position together, each case on its own."""

import psycopg
import pytest

from projections import tracking
from projections.judging import Judging
from projections.rows import INCOMPLETE, CaseRows
from tests.projections.conftest import ROMANIAN, World, application, draft


def test_rows_follow_the_log(world: World) -> None:
    world.at("2026-06-02T12:00+04:00")
    application(world)
    world.follow()
    status, requesting, events = world.one(
        "SELECT status, requesting, events FROM matiane_view.case_status WHERE case_id = %s", ROMANIAN
    )
    assert (status, requesting, events) == ("under_review", "RO", 2)
    assert world.one("SELECT count(*) FROM matiane_view.event_search") == 2
    assert tracking.position(world.connection) == 2


def test_a_step_takes_no_more_than_its_limit(world: World) -> None:
    application(world)
    application(world, "readmission-2026-2")
    steps = [world.follower.step(world.connection, world.now, limit=3) for _ in range(3)]
    assert [(step.events, step.position) for step in steps] == [(3, 3), (1, 4), (0, 4)]


def test_a_passed_instant_changes_the_verdict_without_an_event(world: World) -> None:
    world.at("2026-06-02T12:00+04:00")
    application(world)
    world.follow()
    before = world.one("SELECT next_check FROM matiane_view.case_status")
    assert before > world.now
    world.at("2027-06-02T12:00+04:00").follow()
    assert world.one("SELECT status FROM matiane_view.case_status") != "under_review"
    assert world.one("SELECT count(*) FROM matiane_view.case_status WHERE next_check <= %s", world.now) == 0


def test_an_event_that_cannot_be_read_stops_its_case_only(world: World) -> None:
    application(world)
    application(world, "readmission-2026-2")
    world.follow()
    with psycopg.connect(world.conninfo, autocommit=True) as owner:
        owner.execute("ALTER TABLE matiane.event DISABLE TRIGGER ALL")
        owner.execute("UPDATE matiane.event SET state = '{}' WHERE notification_id = 2")
        owner.execute("ALTER TABLE matiane.event ENABLE TRIGGER ALL")
    world.at("2027-06-02T12:00+04:00").follow()
    rows = world.connection.execute(
        "SELECT case_id, status, incomplete IS NOT NULL FROM matiane_view.case_status ORDER BY 1"
    ).fetchall()
    assert rows[0] == (ROMANIAN, INCOMPLETE, True)
    assert rows[1][1] != INCOMPLETE
    assert not rows[1][2]
    assert world.one("SELECT count(*) FROM matiane_view.obligation WHERE case_id = %s", ROMANIAN) == 0
    case_id, position, reason = world.one("SELECT case_id, position, reason FROM matiane_view.parked")
    assert (case_id, position) == (ROMANIAN, 2)
    assert "position 2" in reason


class Faulty(Judging):
    """A law in which one case makes a rule fail, or gives rows that no table takes."""

    how = "rule"

    def report(self, case_id, facts, as_of):
        if case_id == ROMANIAN and self.how == "rule":
            raise KeyError("secret")
        return super().report(case_id, facts, as_of)

    def rows(self, case_id, entries, as_of) -> CaseRows:
        rows = super().rows(case_id, entries, as_of)
        if case_id == ROMANIAN and self.how == "rows":
            return CaseRows(rows.status._replace(status="no\0text"))
        return rows


@pytest.mark.parametrize("how", ["rule", "rows"])
def test_a_fault_stops_its_case_only_and_is_tried_again_later(world: World, how: str, monkeypatch) -> None:
    application(world)
    application(world, "readmission-2026-2")
    monkeypatch.setattr(Faulty, "how", how)
    faulty = World(world.conninfo, world.ledger, Faulty(world.judging.law, world.judging.calendars))
    faulty.follow()
    statuses = dict(
        world.connection.execute("SELECT case_id, status FROM matiane_view.case_status").fetchall()
    )
    assert statuses[ROMANIAN] == INCOMPLETE
    assert statuses["readmission-2026-2"] != INCOMPLETE
    assert "secret" not in world.one("SELECT reason FROM matiane_view.parked")
    assert world.follower.retry_parked(world.connection, world.now) == ROMANIAN
    assert world.follower.retry_parked(world.connection, world.now, ROMANIAN) is None
    assert world.one("SELECT count(*) FROM matiane_view.case_status WHERE incomplete IS NOT NULL") == 0
    assert world.one("SELECT count(*) FROM matiane_view.parked") == 0
    faulty.connection.close()


def test_what_copy_would_misread_comes_through(world: World) -> None:
    source = "/back\\slash\\N\\t"
    item = draft(ROMANIAN, 1, "ApplicationSubmitted", "2026-05-02T10:00+04:00")
    envelope = item.envelope.model_copy(update={"source": source, "correlation": "\\N"})
    world.append(item.model_copy(update={"envelope": envelope}))
    world.follow()
    assert world.one("SELECT source, correlation FROM matiane_view.event_search") == (source, "\\N")
