"""The questions, asked about now and about other times."""

from datetime import timedelta
from decimal import Decimal
from threading import Event, Thread

import psycopg
import pytest

from domain.errors import InvalidEvent, NotFound
from domain.law.verdict import Status
from projections import views as views_module
from projections.answers import CaseIncomplete, answer
from projections.postgres.connection import service_conninfo
from projections.questions import at
from projections.questions.at import Moment, cases_at, deviations_at, obligations_at
from projections.questions.cases import CaseFilter, cases, one_case
from projections.questions.choices import choices
from projections.questions.events import EventFilter, case_at, events
from projections.questions.gaps import gaps, parked
from projections.questions.obligations import ObligationFilter, deviations, due, obligations, verdicts
from projections.questions.overview import overview, totals
from projections.questions.page import BadCursor, cursor_of
from projections.questions.statements import statements
from projections.questions.statistics import statistics, years
from projections.tracking import lock_position
from projections.views import Views
from tests.projections.conftest import ROMANIAN, World, application, draft, instant

LATE = "2026-07-20T12:00+04:00"


@pytest.fixture
def several(world: World) -> World:
    """Three cases: answered on the day, answered late, silent; and one that contradicts itself."""
    for case in ("readmission-a", "readmission-b", "readmission-c", "readmission-d"):
        application(world, case)
    world.record("readmission-a", 3, "ReplySent", "2026-06-04T11:00+04:00")
    world.record(
        "readmission-b", 3, "ReplySent", "2026-07-10T12:00+04:00", decision="refused", grounds=["unknown"]
    )
    world.record("readmission-d", 3, "ReplySent", "2026-06-05T12:00+04:00")
    world.record(
        "readmission-d", 4, "ReplySent", "2026-06-06T12:00+04:00", decision="refused", grounds=["unknown"]
    )
    world.record("readmission-d", 5, "InterviewHeld", "2026-06-04T12:00+04:00")
    world.at(LATE).follow()
    return world


REPLY = "protocol-ro/art-4/1.2"


def ids(page) -> list[str]:
    return [item.row.case_id for item in page.rows]


def test_cases_are_filtered(several: World, views: Views) -> None:
    now = several.now
    assert ids(cases(views, now)) == ["readmission-a", "readmission-b", "readmission-c", "readmission-d"]
    assert ids(cases(views, now, CaseFilter(status="contradictory"))) == ["readmission-d"]
    assert ids(cases(views, now, CaseFilter(gaps=True))) == ["readmission-d"]
    assert ids(cases(views, now, CaseFilter(search="-b"))) == ["readmission-b"]
    assert ids(cases(views, now, CaseFilter(kind="transit"))) == []
    assert ids(cases(views, now, CaseFilter(status="deemed_accepted", unfinished=True, search="-c"))) == [
        "readmission-c"
    ]
    late = {item.row.case_id for item in cases(views, now).rows if item.row.overdue_count}
    assert "readmission-c" in late
    assert set(ids(cases(views, now, CaseFilter(overdue=True)))) == late
    found = one_case(views, now, "readmission-c")
    assert found is not None
    assert (found.label.en, found.stale) == ("Deemed accepted", False)
    assert one_case(views, now, "readmission-x") is None


def pages(ask, limit: int = 1):
    after, found = None, []
    while True:
        page = ask(after, limit)
        assert len(page.rows) <= limit
        found += page.rows
        if page.next is None:
            return found
        after = page.next


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_give_each_row_once_and_in_order(several: World, views: Views, limit: int) -> None:
    now = several.now
    lists = [
        lambda after, size: cases(views, now, None, after, size),
        lambda after, size: obligations(views, now, None, after, size),
        lambda after, size: due(views, now, None, after, size),
        lambda after, size: deviations(views, now, None, after, size, with_review=True),
        lambda after, size: events(views, None, after, size),
        lambda after, size: events(views, None, after, size, latest_first=True),
        lambda after, size: gaps(views, now, None, after, size),
        lambda after, size: statements(views, now, None, after, size),
    ]
    for ask in lists:
        whole = list(ask(None, 1000).rows)
        assert len(whole) > 1
        assert pages(ask, limit) == whole
        assert len(set(map(repr, whole))) == len(whole)


@pytest.mark.parametrize(
    "cursor", ["", "x", "W10", cursor_of("a", "b"), cursor_of(-1), "\0", "é", cursor_of("a\0")]
)
def test_a_cursor_of_another_list_is_refused(world: World, views: Views, cursor: str) -> None:
    for ask in (cases, obligations, due, deviations, gaps, statements):
        with pytest.raises(BadCursor):
            ask(views, world.now, None, cursor)
    with pytest.raises(BadCursor):
        events(views, None, cursor)


def test_a_filter_that_no_text_can_match_is_refused(world: World, views: Views) -> None:
    with pytest.raises(InvalidEvent):
        cases(views, world.now, CaseFilter(search="a\0"))


def test_obligations_are_filtered(several: World, views: Views) -> None:
    now = several.now
    reply = obligations(views, now, ObligationFilter(norm=REPLY)).rows
    assert [(item.row.case_id, item.status) for item in reply] == [
        ("readmission-a", Status.FULFILLED),
        ("readmission-b", Status.FULFILLED_LATE),
        ("readmission-c", Status.BREACHED),
        ("readmission-d", Status.UNDETERMINED),
    ]
    assert reply[0].id == f"{reply[0].row.position}:{REPLY}"
    assert reply[0].provision.clock == "C4"
    clock = obligations(views, now, ObligationFilter(clock="C4", status=(Status.FULFILLED,))).rows
    assert {item.row.norm for item in clock} == {REPLY}
    limit = reply[2].row.due_at
    assert limit is not None
    before = ObligationFilter(norm=REPLY, due_before=limit)
    assert not obligations(views, now, before).rows
    assert obligations(views, now, ObligationFilter(norm=REPLY, due_from=limit)).rows
    assert ids(due(views, now, ObligationFilter(norm=REPLY))) == ["readmission-c"]
    assert ids(due(views, now, ObligationFilter(norm=REPLY, overdue=True))) == ["readmission-c"]
    assert ids(deviations(views, now, ObligationFilter(norm=REPLY))) == ["readmission-c", "readmission-b"]
    assert not deviations(views, now, ObligationFilter(norm=REPLY, status=(Status.PENDING,))).rows
    assert verdicts(views, now, REPLY)[Status.BREACHED] == 1
    assert not obligations(views, now, ObligationFilter(instrument="no-such-law")).rows


def test_events_are_found_without_personal_data(several: World, views: Views) -> None:
    found = events(views, EventFilter(type="ReplySent")).rows
    assert [item.case_id for item in found] == [
        "readmission-a",
        "readmission-b",
        "readmission-d",
        "readmission-d",
    ]
    assert found[0].version == 3
    assert not events(views, EventFilter(office="ro-border-police")).rows
    june = EventFilter(case_id="readmission-b", occurred_from=instant("2026-07-01T00:00+04:00"))
    assert [item.type for item in events(views, june).rows] == ["ReplySent"]
    assert case_at(views, found[0].position) == "readmission-a"
    for missing in (0, -1, 10**6, 2**70):
        with pytest.raises(NotFound):
            case_at(views, missing)


def test_gaps_and_silence_are_listed(several: World, views: Views) -> None:
    now = several.now
    assert {row.case_id for row in gaps(views, now).rows} == {"readmission-d"}
    silent = statements(views, now)
    assert {item.row.case_id for item in silent.rows} == {"readmission-b", "readmission-c"}
    assert not statements(views, now, contested=True).rows


def test_the_overview_counts(several: World, views: Views) -> None:
    found = overview(views, several.now)
    assert found.totals == totals(views, several.now)
    assert found.totals.incomplete == 0
    assert found.totals.gaps == 1
    assert found.totals.overdue == len(due(views, several.now, ObligationFilter(overdue=True)).rows)
    assert found.totals.deviations == len(deviations(views, several.now).rows)
    assert (found.stale, found.position) == (0, 13)
    assert choices(views).states == ("GE", "RO")


def test_what_falls_due_within_a_week_is_due_soon(world: World, views: Views) -> None:
    application(world)
    world.at("2026-06-02T12:00+04:00").follow()
    reply = obligations(views, world.now, ObligationFilter(norm=REPLY)).rows[0]
    assert reply.row.due_at is not None
    eight_days_before, six_days_before = (reply.row.due_at - timedelta(days=days) for days in (8, 6))
    assert REPLY not in {item.row.norm for item in overview(views, eight_days_before).due_soon}
    assert REPLY in {item.row.norm for item in overview(views, six_days_before).due_soon}


def test_statistics_count_every_application_once(several: World, views: Views) -> None:
    application(several, "readmission-e")
    several.record("readmission-e", 3, "ApplicationWithdrawn", "2026-06-04T11:00+04:00")
    several.follow()
    year = statistics(views, several.now, 2026)
    assert (year.applications, year.agreed_by_reply, year.agreed_by_silence) == (5, 1, 1)
    assert (year.refused, year.contradictory, year.withdrawn, year.pending) == (1, 1, 1, 0)
    assert (year.agreed, year.deemed_consents, year.transfers) == (2, 2, 0)
    clock = next(item for item in year.clocks if item.clock == "C4")
    assert (clock.decided, clock.in_time, clock.late, clock.undetermined) == (3, 1, 2, 1)
    assert clock.share_in_time == Decimal("0.3333")
    # One reply after 2.0 days, one after 38.04 days.
    assert (clock.median_days, clock.p90_days) == (Decimal("20.0"), Decimal("34.4"))
    assert statistics(views, several.now, 2025).applications == 0
    assert statistics(views, several.now, 2026, "DE").applications == 0
    assert years(views) == (2026,)


def test_a_year_begins_at_midnight_in_tbilisi(world: World, views: Views) -> None:
    world.record("readmission-1", 1, "ApplicationSubmitted", "2025-12-31T23:59+04:00")
    world.record("readmission-2", 1, "ApplicationSubmitted", "2025-12-31T20:00+00:00")
    world.follow()
    assert [statistics(views, world.now, year).applications for year in (2025, 2026)] == [1, 1]


def test_no_list_shows_a_stale_verdict_as_fresh(several: World, views: Views) -> None:
    application(several, "readmission-z")
    several.at("2026-06-02T12:00+04:00")
    # Followed at a time when nothing was late yet; then nobody follows any more.
    with views.connect() as connection:
        views._follower._again(connection, ["readmission-c"], several.now)
    later = instant("2026-08-20T12:00+04:00")
    page = cases(views, later, CaseFilter(status="deemed_accepted", search="-c"))
    assert (page.stale, ids(page)) == (0, ["readmission-c"])
    assert not page.rows[0].stale


def test_what_is_still_stale_is_marked(world: World, views: Views, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views_module, "FRESHEN_LIMIT", 1)
    for number in range(3):
        application(world, f"readmission-{number}")
    world.at("2026-06-02T12:00+04:00").follow()
    page = cases(views, instant(LATE))
    assert page.stale == 2
    assert sorted(item.stale for item in page.rows) == [False, True, True]
    assert (
        sum(item.stale for item in obligations(views, instant(LATE), ObligationFilter(norm=REPLY)).rows) == 1
    )
    assert cases(views, instant(LATE)).stale == 0


def test_a_reader_does_not_wait_long_for_another_writer(world: World, views: Views) -> None:
    application(world)
    world.at("2026-06-02T12:00+04:00").follow()
    held, release = Event(), Event()

    def hold() -> None:
        with psycopg.connect(service_conninfo(world.conninfo)) as connection:
            lock_position(connection)
            held.set()
            release.wait(60)

    thread = Thread(target=hold)
    thread.start()
    try:
        assert held.wait(30)
        page = cases(views, instant(LATE))
        assert page.stale == 1
        assert page.rows[0].stale
    finally:
        release.set()
        thread.join()


def test_rows_of_another_edition_are_known_to_be_outdated(
    world: World, views: Views, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not views.outdated()
    application(world)
    world.follow()
    assert not views.outdated()
    monkeypatch.setattr(views_module, "fingerprint", lambda: "another")
    assert views.outdated()


def test_an_answer_about_another_time_is_judged_from_what_was_known_then(world: World) -> None:
    law, calendars = world.judging.law, world.judging.calendars
    application(world)
    known = world.record(ROMANIAN, 3, "ReplySent", "2026-06-04T11:00+04:00").recorded_at
    before = answer(world.ledger, law, calendars, ROMANIAN, instant("2026-06-03T12:00+04:00"))
    assert before.status.code == "under_review"
    assert answer(world.ledger, law, calendars, ROMANIAN, instant(LATE)).status.code == "accepted"
    unaware = answer(world.ledger, law, calendars, ROMANIAN, instant(LATE), known - timedelta(microseconds=1))
    assert unaware.status.code == "deemed_accepted"
    with pytest.raises(NotFound):
        answer(world.ledger, law, calendars, ROMANIAN, instant(LATE), instant("2020-01-01T00:00+04:00"))
    with pytest.raises(NotFound):
        answer(world.ledger, law, calendars, "readmission-none", instant(LATE))


def test_nothing_is_answered_about_a_case_with_an_unreadable_event(world: World, views: Views) -> None:
    application(world)
    with psycopg.connect(world.conninfo, autocommit=True) as owner:
        owner.execute("ALTER TABLE matiane.event DISABLE TRIGGER ALL")
        owner.execute("UPDATE matiane.event SET state = '{}' WHERE notification_id = 2")
        owner.execute("ALTER TABLE matiane.event ENABLE TRIGGER ALL")
    with pytest.raises(CaseIncomplete):
        answer(world.ledger, world.judging.law, world.judging.calendars, ROMANIAN, world.now)
    world.follow()
    assert [row.position for row in parked(views).rows] == [2]
    assert [(item.type, item.occurred_at is None) for item in events(views).rows] == [
        ("ApplicationSubmitted", False),
        ("ApplicationReceived", True),
    ]
    found = cases(views, world.now, CaseFilter(incomplete=True)).rows
    assert [item.label.en for item in found] == ["Incomplete: an event cannot be judged"]


def test_lists_of_another_time_agree_with_the_rows_where_both_can_be_asked(
    several: World, views: Views
) -> None:
    now = several.now
    moment = Moment(now)
    for wanted in (
        CaseFilter(),
        CaseFilter(deviations=True),
        CaseFilter(gaps=True),
        CaseFilter(status="refused"),
    ):
        assert ids(cases_at(views, moment, wanted)) == ids(cases(views, now, wanted))
    filters = (
        ObligationFilter(),
        ObligationFilter(overdue=True),
        ObligationFilter(outstanding=True),
        ObligationFilter(clock="C4", state="RO"),
        ObligationFilter(contested=True),
        ObligationFilter(case_id="readmission-a", due_from=instant("2026-06-05T00:00+04:00")),
    )
    for asked in filters:
        at_now = {(item.id, item.status) for item in obligations_at(views, moment, asked).rows}
        assert at_now == {(item.id, item.status) for item in obligations(views, now, asked).rows}
    assert {item.id for item in deviations_at(views, moment).rows} == {
        item.id for item in deviations(views, now).rows
    }


def test_lists_of_another_time_show_what_was_held_then(several: World, views: Views) -> None:
    then = Moment(instant("2026-06-03T12:00+04:00"))
    assert {item.row.status for item in cases_at(views, then).rows} == {"under_review"}
    assert cases_at(views, Moment(instant("2020-01-01T00:00+04:00"))).rows == ()
    assert cases_at(views, Moment(several.now, instant("2020-01-01T00:00+04:00"))).rows == ()
    assert not deviations_at(views, then, ObligationFilter(norm=REPLY)).rows


def test_a_page_of_another_time_is_bounded_and_goes_on(
    several: World, views: Views, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at, "WORK_LIMIT", 1)
    wanted = CaseFilter(status="deemed_accepted", search="-c")
    page = cases_at(views, Moment(several.now), wanted)
    assert (page.rows, page.judged) == ((), 1)
    found = pages(lambda after, size: cases_at(views, Moment(several.now), wanted, after, size))
    assert [item.row.case_id for item in found] == ["readmission-c"]


def test_an_append_can_be_waited_for(world: World, views: Views) -> None:
    receipt = world.append(draft(ROMANIAN, 1, "ApplicationSubmitted", "2026-06-02T10:00+04:00"))[0]
    assert not views.wait_for(receipt.position, 0.02)
    world.follow()
    assert views.wait_for(receipt.position, 0.02)
    assert views.position() == receipt.position
