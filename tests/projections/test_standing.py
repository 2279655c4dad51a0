"""The lists of another time are those of the present, wherever both can be asked."""

import pytest

from domain.law.verdict import Status
from projections.questions.at import Moment
from projections.questions.cases import CaseFilter, cases
from projections.questions.choices import choices
from projections.questions.gaps import gaps
from projections.questions.obligations import ObligationFilter, deviations, due, verdicts
from projections.questions.overview import last_fact, middle_application, totals
from projections.questions.page import BadCursor, cursor_of
from projections.questions.standing import Standing, standing
from projections.views import Views
from tests.projections.conftest import World, application, instant

REPLY = "protocol-ro/art-4/1.2"
ALL = CaseFilter()
ANY = ObligationFilter()


@pytest.fixture
def several(world: World) -> World:
    """Answered, answered late, silent, contradictory, and one that has just been opened."""
    for case in "abcd":
        application(world, f"readmission-{case}")
    world.record("readmission-a", 3, "ReplySent", "2026-06-04T11:00+04:00")
    world.record("readmission-d", 3, "ReplySent", "2026-06-04T11:00+04:00", decision="accepted")
    world.record("readmission-d", 4, "ReplySent", "2026-06-05T11:00+04:00", decision="refused")
    world.record(
        "readmission-b", 3, "ReplySent", "2026-06-25T11:00+04:00", decision="refused", grounds=["other"]
    )
    world.record("readmission-e", 1, "ApplicationSubmitted", "2026-06-24T10:00+04:00")
    world.record("readmission-e", 2, "ApplicationReceived", "2026-06-24T11:00+04:00")
    world.at("2026-07-01T12:00+04:00")
    world.follow()
    return world


@pytest.fixture
def now(several: World, views: Views) -> Standing:
    return standing(views, Moment(several.now))


def test_figures_choices_and_counts_are_those_of_the_rows(
    several: World, views: Views, now: Standing
) -> None:
    assert now.totals() == totals(views, several.now)
    assert now.totals().due_soon > 0
    assert now.choices() == choices(views)
    assert now.verdicts(REPLY) == verdicts(views, several.now, REPLY)
    assert now.verdicts("no-such-norm") == {}
    assert (now.judged, now.complete) == (5, True)


@pytest.mark.parametrize("limit", [1, 2, 1000])
def test_lists_have_the_order_the_pages_and_the_cursors_of_the_rows(
    several: World, views: Views, now: Standing, limit: int
) -> None:
    at = several.now
    lists = (
        (lambda after: now.cases(ALL, after, limit), lambda after: cases(views, at, ALL, after, limit)),
        (lambda after: now.due(ANY, after, limit), lambda after: due(views, at, ANY, after, limit)),
        (
            lambda after: now.deviations(ANY, after, limit),
            lambda after: deviations(views, at, ANY, after, limit, with_review=True),
        ),
        (lambda after: now.gaps(after, limit), lambda after: gaps(views, at, None, after, limit)),
    )
    for asked, read in lists:
        after, pages = None, 0
        while pages == 0 or after is not None:
            one, other = asked(after), read(after)
            assert one.rows == other.rows
            assert one.next == other.next
            after, pages = one.next, pages + 1
        assert len(asked(None).rows) > 0
        assert pages == 1 or limit < 1000


@pytest.mark.parametrize(
    "wanted",
    [
        ObligationFilter(overdue=True),
        ObligationFilter(status=(Status.PENDING,), due_before=instant("2026-07-08T12:00+04:00")),
        ObligationFilter(norm=REPLY, state="RO"),
        ObligationFilter(state="DE"),
        ObligationFilter(status=(Status.REVIEW,)),
    ],
)
def test_filters_are_those_of_the_rows(
    several: World, views: Views, now: Standing, wanted: ObligationFilter
) -> None:
    assert now.due(wanted, None, 100).rows == due(views, several.now, wanted).rows
    found = deviations(views, several.now, wanted, with_review=True).rows
    assert now.deviations(wanted, None, 100).rows == found
    for flags in (CaseFilter(gaps=True), CaseFilter(overdue=True), CaseFilter(search="-b")):
        assert now.cases(flags, None, 100).rows == cases(views, several.now, flags).rows


def test_at_another_time_everything_stands_as_it_did(several: World, views: Views) -> None:
    then = standing(views, Moment(instant("2026-06-12T12:00+04:00")))
    assert [item.row.status for item in then.cases(ALL, None, 10).rows] == [
        "accepted",
        "under_review",
        "under_review",
        "contradictory",
    ]
    # Two replies are awaited.
    assert (then.totals().open_cases, then.totals().due_soon) == (4, 2)
    assert then.judged == 5
    assert then.next_check is not None
    assert then.next_check > then.as_of
    long_ago = instant("2020-01-01T00:00+04:00")
    assert not standing(views, Moment(long_ago)).statuses
    assert not standing(views, Moment(several.now, long_ago)).statuses


def test_a_pass_over_too_many_cases_says_that_it_is_not_all(several: World, views: Views) -> None:
    part = standing(views, Moment(several.now), limit=2)
    assert (part.judged, part.complete, len(part.statuses)) == (2, False, 2)
    assert standing(views, Moment(several.now), limit=5).complete


def test_a_cursor_of_another_list_is_refused(now: Standing) -> None:
    for ask in (now.due, now.deviations):
        with pytest.raises(BadCursor):
            ask(ANY, cursor_of("readmission-a"), 10)
    with pytest.raises(BadCursor):
        now.gaps("x", 10)
    with pytest.raises(BadCursor):
        now.cases(ALL, "x", 10)


def test_the_last_fact_is_known(world: World, views: Views) -> None:
    assert last_fact(views) is None
    assert middle_application(views) is None
    application(world)
    world.at("2026-06-03T12:00+04:00").follow()
    assert last_fact(views) == instant("2026-06-02T11:00+04:00")
    assert middle_application(views) == instant("2026-06-02T10:00+04:00")
