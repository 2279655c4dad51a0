"""Art. 7(1)(d): whoever takes the President's part sits beside a head of government, as Art. 3(1)(h) says."""

from __future__ import annotations

import pytest

from domain.law.verdict import Reason
from tests.law.decree.tale import visit


def not_kept(rider: str) -> list[Reason]:
    """Greet a head of government, and let somebody sit beside the guest; return what was not kept of the scheme."""
    tale = visit(rank="head_of_government").tell("12:00", "AircraftLanded")
    tale.tell("-3 10:00", "DecisionTaken", subject="main_greeter", chosen=["ge-prime-minister"])
    tale.tell("12:25", "SeatTaken", activity="arrival", car=1, seat="rear_right", who=["main-guest"])
    tale.tell("12:25", "SeatTaken", activity="arrival", car=1, seat="rear_left", who=[rider])
    tale.tell("12:40", "ActivityEnded", activity="arrival")
    greeting, _ = tale.all("7/1/d")
    return [why for why in greeting.verdict.reasons if "decree-386/art-3/1/h.9" in str(why.values)]


@pytest.mark.parametrize(("rider", "wrong"), [("ge-prime-minister", False), ("ge-foreign-minister", True)])
def test_the_main_greeter_rides_with_the_guest_and_other_greeters_do_not(rider: str, wrong: bool) -> None:
    assert bool(not_kept(rider)) is wrong
