"""The items of a programme: what stands for each, when it begins, moves, ends and falls away."""

from __future__ import annotations

import pytest

from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.history import Contradicted, History
from tests.law.decree.tale import Tale, visit


def items(tale: Tale, activity: str, as_of: str = "+5 12:00") -> list[Occasion]:
    history = History(tale.case_id, tale.facts, as_of=tale.instant(as_of))
    return list(programme_of(history).of(Activity(activity)))


def item(tale: Tale, activity: str, as_of: str = "+5 12:00") -> Occasion:
    (found,) = items(tale, activity, as_of)
    return found


def test_a_registered_case_has_its_main_item_before_any_plan() -> None:
    tale = Tale("credentials-1").tell("-20 12:00", "CredentialsRegistered", form="single")
    found = item(tale, "credentials_presentation")
    assert found.trigger is tale.facts[0]
    assert (found.start, found.over) == (None, None)


def test_an_item_begins_as_planned_until_it_has_begun() -> None:
    tale = visit()
    assert item(tale, "arrival").start == tale.instant("12:00")
    tale.tell("12:07", "AircraftLanded")
    assert item(tale, "arrival").start == tale.instant("12:07")


def test_planning_an_item_again_moves_it_and_keeps_what_stands_for_it() -> None:
    tale = visit().plan("talks", "14:00").plan("talks", "16:00", when="-10 12:00")
    found = item(tale, "talks")
    assert found.planned_start == tale.instant("16:00")
    assert found.trigger is tale.facts[3]


def test_an_earlier_plan_recorded_late_does_not_overrule_the_later_one() -> None:
    tale = visit().plan("talks", "16:00", when="-10 12:00").plan("talks", "14:00", when="-20 12:00")
    found = item(tale, "talks")
    assert found.planned_start == tale.instant("16:00")
    assert found.trigger is tale.facts[3]


def test_a_cancelled_item_returns_when_it_is_planned_again() -> None:
    tale = visit().plan("dinner", "19:00")
    tale.tell("-10 12:00", "ProgrammeItemCancelled", activity="dinner", reason="no time")
    assert item(tale, "dinner").cancelled is tale.facts[-1]
    tale.plan("dinner", "20:00", when="-9 12:00")
    assert item(tale, "dinner").cancelled is None


def test_a_cancellation_recorded_after_the_new_plan_but_made_before_it_does_not_count() -> None:
    tale = visit().plan("dinner", "19:00").plan("dinner", "20:00", when="-9 12:00")
    tale.tell("-10 12:00", "ProgrammeItemCancelled", activity="dinner", reason="no time")
    assert item(tale, "dinner").cancelled is None


def test_the_end_of_the_whole_case_cancels_every_item() -> None:
    tale = visit().plan("dinner", "19:00").tell("-5 12:00", "CaseCancelled", reason="the guest stays at home")
    assert {item(tale, name).cancelled for name in ("visit", "arrival", "dinner")} == {tale.facts[-1]}


def test_two_items_of_one_activity_are_told_apart_by_their_keys() -> None:
    tale = visit().plan("dinner", "19:00").plan("dinner", "+1 19:00", item="dinner-2")
    tale.tell("22:00", "ActivityEnded", activity="dinner", item="dinner-2")
    first, second = items(tale, "dinner")
    assert (first.item, second.item) == ("", "dinner-2")
    assert (first.ended, second.ended) == (None, tale.facts[-1])


def test_the_name_of_the_activity_is_the_key_of_its_first_item() -> None:
    tale = visit().plan("dinner", "19:00").tell("22:00", "ActivityEnded", activity="dinner", item="dinner")
    assert item(tale, "dinner").ended is tale.facts[-1]


def test_two_landings_contradict_each_other() -> None:
    tale = visit().tell("12:00", "AircraftLanded").tell("12:30", "AircraftLanded")
    with pytest.raises(Contradicted):
        _ = item(tale, "arrival").start


def test_a_second_landing_counts_only_once_it_has_happened() -> None:
    tale = visit().tell("12:00", "AircraftLanded").tell("12:30", "AircraftLanded")
    assert item(tale, "arrival", as_of="12:15").start == tale.instant("12:00")


@pytest.mark.parametrize("first", ["ActivityStarted", "AircraftDeparted"])
def test_the_take_off_counts_and_not_the_beginning_of_the_farewell(first: str) -> None:
    tale = visit()
    told = [("+2 10:30", "ActivityStarted", {"activity": "departure"}), ("+2 11:03", "AircraftDeparted", {})]
    for when, event, data in told if first == "ActivityStarted" else reversed(told):
        tale.tell(when, event, **data)
    assert item(tale, "departure").start == tale.instant("+2 11:03")


def test_the_take_off_ends_the_visit_and_everything_in_it() -> None:
    tale = visit().plan("talks", "14:00").tell("+2 11:00", "AircraftDeparted")
    assert item(tale, "talks").over is tale.facts[-1]
    assert item(tale, "visit").ended is tale.facts[-1]


def test_the_end_of_a_ceremony_ends_what_belongs_to_it() -> None:
    tale = Tale("credentials-1").tell("-20 12:00", "CredentialsRegistered", form="single")
    tale.plan("credentials_presentation", "12:00").plan("credentials_talk", "12:30")
    tale.tell("12:40", "ActivityEnded", activity="credentials_presentation")
    assert item(tale, "credentials_talk").over is tale.facts[-1]


def test_a_fact_about_an_item_outside_the_programme_changes_nothing() -> None:
    tale = visit().tell("22:00", "ActivityEnded", activity="dinner")
    assert items(tale, "dinner") == []


def test_the_items_of_an_activity_stand_in_the_order_of_the_world() -> None:
    tale = visit().plan("dinner", "+1 19:00", when="-5 12:00", item="dinner-2")
    tale.plan("dinner", "19:00", when="-6 12:00")
    assert [found.item for found in items(tale, "dinner")] == ["", "dinner-2"]


@pytest.mark.parametrize(
    ("kind", "activity"),
    [("reception", "audience"), ("credentials", "credentials_presentation"), ("ceremony", "inauguration")],
)
def test_a_case_that_was_not_registered_is_about_the_item_that_its_kind_tells(
    kind: str, activity: str
) -> None:
    tale = Tale(f"{kind}-1").plan("dinner", "20:00").plan(activity, "12:00")
    tale.tell("13:00", "ActivityEnded", activity=activity)
    assert item(tale, "dinner").closed is tale.facts[-1]
    assert tale.report().status.code == "held"


def test_a_departure_before_the_landing_does_not_end_the_visit() -> None:
    tale = visit().tell("11:00", "AircraftDeparted")
    assert item(tale, "arrival").over is tale.facts[-1]
    tale.tell("12:00", "AircraftLanded")
    assert item(tale, "arrival").over is None
    tale.tell("+2 11:00", "AircraftDeparted")
    with pytest.raises(Contradicted):
        _ = item(tale, "departure").started
    assert item(tale, "arrival").over is tale.facts[-1]
