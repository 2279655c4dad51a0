"""What cannot be planned is refused by the name of its member; what is unlawful is planned and says so."""

import pytest
from pydantic import ValidationError

from domain.law.planning import InvalidPlan
from domain.law.planning.checking import refusals
from tests.law.planning.plans import item, read, sheet, visit

MORNING, NOON, EVENING = (f"2026-06-16T{hour}:00:00+04:00" for hour in ("09", "12", "19"))


def refused(plan):
    return [refusal.pointer for refusal in refusals(read(plan))]


def test_a_departure_before_the_arrival_is_refused():
    plan = visit(departure_at="2026-06-15T11:59:00+04:00")
    assert refused(plan) == ["/departure_at"]
    with pytest.raises(InvalidPlan, match="departure_at") as refusal:
        sheet(plan)
    assert refusal.value.code == "invalid-plan"


def test_a_visit_may_end_at_the_instant_at_which_it_begins():
    assert refused(visit(departure_at=visit()["arrival_at"])) == []


@pytest.mark.parametrize(
    ("programme", "pointers"),
    [
        ([item("talks", NOON, ends_at=MORNING)], ["/programme/0/ends_at"]),
        ([item("talks", NOON, ends_at=NOON)], []),
        ([item("talks", "2026-06-15T11:59:00+04:00")], ["/programme/0/starts_at"]),
        ([item("talks", "2026-06-17T11:01:00+04:00")], ["/programme/0/starts_at"]),
        (
            [item("dinner", "2026-06-17T10:00:00+04:00", ends_at="2026-06-17T12:00:00+04:00")],
            ["/programme/0/ends_at"],
        ),
        ([item("dinner", NOON), item("dinner", EVENING)], ["/programme/1/item"]),
        ([item("dinner", NOON), item("dinner", EVENING, item="dinner-2")], []),
        ([item("arrival", NOON)], ["/programme/0/activity"]),
    ],
)
def test_the_programme_has_to_fit_into_the_visit(programme, pointers):
    assert refused(visit(programme=programme)) == pointers


def test_without_flight_times_nothing_lies_outside():
    assert refused(visit(arrival_at=None, departure_at=None, programme=[item("talks", NOON)])) == []


def test_an_advance_group_travels_before_the_visit():
    plan = {
        "kind": "outgoing",
        "category": "official",
        "host_state": "FR",
        "starts_at": "2026-07-10T09:00:00+04:00",
        "ends_at": "2026-07-12T18:00:00+04:00",
        "programme": [item("advance_group_mission", "2026-07-01T09:00:00+04:00")],
    }
    assert refused(plan) == []
    assert refused({**plan, "ends_at": "2026-07-10T08:00:00+04:00"}) == ["/ends_at"]


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        (visit(category="friendly"), ("visit", "category")),
        (visit(rank="emperor"), ("visit", "rank")),
        (visit(programme=[item("falconry", NOON)]), ("visit", "programme", 0, "activity")),
        (visit(organiser="ge-ministry-of-magic"), ("visit", "organiser")),
        (visit(arrival_at="2026-06-15T12:00:00"), ("visit", "arrival_at")),
        (visit(host="ge-president"), ("visit", "host")),
        ({"kind": "picnic"}, ()),
        ({"kind": "reception", "guests": "foreign_guest", "guest_state": "FR"}, ("reception", "host")),
    ],
)
def test_what_the_law_does_not_know_is_no_plan(plan, place):
    with pytest.raises(ValidationError) as refusal:
        read(plan)
    assert [found["loc"] for found in refusal.value.errors()] == [place]
