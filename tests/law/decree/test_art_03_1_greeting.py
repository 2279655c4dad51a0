"""Art. 3(1): how a head of state is greeted."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import visit


@pytest.mark.parametrize(
    ("came", "landed", "expected"),
    [
        ("11:30", "12:00", Status.FULFILLED),
        ("11:30:01", "12:00", Status.FULFILLED_LATE),
        ("11:35", "12:10", Status.FULFILLED),
        ("11:30", "11:55", Status.EXCUSED),
    ],
)
def test_ministers_come_thirty_minutes_before_the_touchdown(came: str, landed: str, expected: Status) -> None:
    tale = visit().tell(came, "PersonsArrived", who=["ge-minister"], place="airport", activity="arrival")
    assert tale.tell(landed, "AircraftLanded").status("3/1/a.4") is expected


def test_flags_the_wrong_way_round_are_a_breach() -> None:
    sides = {"left": "georgian_state_flag", "right": "guest_state_flag", "seen_from": "airfield"}
    tale = visit().tell("09:00", "FlagsDisplayed", place="airport", **sides)
    assert tale.status("3/1/b.1") is Status.BREACHED


def test_a_step_is_open_until_the_greeting_is_over_and_missing_afterwards() -> None:
    tale = visit().tell("12:00", "AircraftLanded")
    assert tale.status("3/1/e.2") is Status.PENDING
    assert tale.tell("12:40", "ActivityEnded", activity="arrival").status("3/1/e.2") is Status.BREACHED


def test_only_the_first_step_out_of_order_is_reported() -> None:
    tale = visit().tell("12:00", "AircraftLanded")
    tale.tell("12:05", "StepTaken", step="guest_bows_to_flag", activity="arrival")
    tale.tell("12:10", "StepTaken", step="guard_commander_reports", activity="arrival")
    tale.tell("12:40", "ActivityEnded", activity="arrival")
    assert tale.status("3/1/e.2") is Status.FULFILLED
    assert tale.status("3/1/e.3") is Status.BREACHED
