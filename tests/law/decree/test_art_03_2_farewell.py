"""Art. 3(2)-(4): how a head of state is seen off, broadcast and lodged."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import Tale, visit

CEREMONY = "+2 10:40"
GOES = "+2 11:00"


def farewell(**more: object) -> Tale:
    """A visit whose farewell ceremony begins twenty minutes before the scheduled departure."""
    return visit(**more).tell(CEREMONY, "ActivityStarted", activity="departure")


def stepped(tale: Tale, when: str, step: str, **more: object) -> Tale:
    return tale.tell(when, "StepTaken", step=step, activity="departure", **more)


def gone(tale: Tale, **more: object) -> Tale:
    return tale.tell(GOES, "AircraftDeparted", **more)


def arrives(tale: Tale, when: str, who: str, place: str = "airport") -> Tale:
    return tale.tell(when, "PersonsArrived", who=[who], place=place, activity="departure")


@pytest.mark.parametrize(
    ("provision", "who", "place", "minutes"),
    [
        ("3/2/a.4", "ge-minister", "airport", 30),
        ("3/2/a.5", "ge-president", "airport", 15),
        ("3/2/a.6", "guest-embassy-diplomat", "airfield_positions", 10),
    ],
)
def test_intervals_run_to_the_start_of_the_farewell(
    provision: str, who: str, place: str, minutes: int
) -> None:
    limit = f"+2 10:{40 - minutes:02d}"
    assert arrives(farewell(), limit, who, place).status(provision) is Status.FULFILLED
    late = arrives(farewell(), f"{limit}:01", who, place)
    assert late.status(provision) is Status.FULFILLED_LATE
    assert late.verdict(provision).contested
    assert not arrives(farewell(), "+2 10:59", who, place).verdict(provision).contested


def test_without_a_ceremony_on_record_intervals_run_to_the_scheduled_departure() -> None:
    tale = arrives(visit(), "+2 10:30", "ge-minister")
    assert tale.tell("+2 11:20", "AircraftDeparted").status("3/2/a.4") is Status.FULFILLED
    late = arrives(visit(), "+2 10:31", "ge-minister").tell("+2 11:20", "AircraftDeparted")
    assert late.status("3/2/a.4") is Status.FULFILLED_LATE
    assert late.verdict("3/2/a.4").contested


def test_the_ten_minute_rule_is_soft() -> None:
    (found,) = arrives(farewell(), "+2 10:35", "other-official", "airfield_positions").all("3/2/a.6")
    assert found.severity == "mild"


def test_the_president_fetches_the_guest_and_is_then_exempt_from_fifteen_minutes() -> None:
    tale = visit().tell(
        "+2 10:00",
        "PersonsEscorted",
        who=["main-guest"],
        by=["ge-president"],
        place="airport",
        activity="departure",
    )
    assert gone(tale).status("3/2/a.2") is Status.FULFILLED
    assert tale.status("3/2/a.5") is None


@pytest.mark.parametrize(
    ("by", "expected"),
    [(["ge-president", "ge-president-spouse"], Status.FULFILLED), (["ge-president"], Status.BREACHED)],
)
def test_a_guest_with_spouse_is_fetched_by_the_president_with_spouse(by: list[str], expected: Status) -> None:
    tale = visit(with_spouse=True).tell(
        "+2 10:00", "PersonsEscorted", who=["main-guest"], by=by, place="airport", activity="departure"
    )
    assert gone(tale).status("3/2/a.2") is expected


def test_a_president_who_comes_alone_to_a_guest_from_the_residence_breaks_one_rule_only_if_in_time() -> None:
    tale = gone(arrives(farewell(), "+2 10:20", "ge-president"))
    assert tale.status("3/2/a.2") is Status.BREACHED
    assert tale.status("3/2/a.5") is Status.FULFILLED


def test_a_guest_who_leaves_from_elsewhere_is_not_fetched() -> None:
    tale = stepped(visit(), "+2 10:00", "main_guest_sets_out_for_airport", place="hotel")
    assert gone(tale).status("3/2/a.2") is None
    assert tale.status("3/2/a.5") is Status.BREACHED


def test_a_guest_lodged_in_a_hotel_is_not_fetched_from_the_residence() -> None:
    tale = visit().tell("14:00", "GuestsLodged", who=["main-guest"], place="hotel")
    assert gone(tale).status("3/2/a.2") is None


@pytest.mark.parametrize(
    ("left", "expected"), [("+2 09:30", Status.FULFILLED), ("+2 09:30:01", Status.FULFILLED_LATE)]
)
def test_the_delegation_leaves_thirty_minutes_before_the_main_guest(left: str, expected: Status) -> None:
    tale = stepped(visit(), left, "delegation_sets_out_for_airport")
    stepped(tale, "+2 10:00", "main_guest_sets_out_for_airport")
    assert gone(tale).status("3/2/b.1") is expected


def test_the_other_reading_of_the_delegations_thirty_minutes_is_named() -> None:
    tale = stepped(visit(), "+2 09:50", "delegation_sets_out_for_airport")
    stepped(tale, "+2 10:00", "main_guest_sets_out_for_airport")
    assert gone(tale).verdict("3/2/b.1").contested


def test_the_delegations_interval_is_unknown_while_the_guests_leaving_is_not_recorded() -> None:
    tale = gone(stepped(visit(), "+2 09:30", "delegation_sets_out_for_airport"))
    assert tale.status("3/2/b.1") is Status.UNDETERMINED


ORDERED = (
    ("3/2/a.3", "leaders_go_to_vip_hall"),
    ("3/2/c.1", "leaders_enter_vip_hall"),
    ("3/2/d.1", "guard_commander_reports"),
    ("3/2/e.1", "leaders_mount_podium"),
    ("3/2/e.4", "guard_marches_past"),
    ("3/2/f.1", "leaders_go_to_ramp_1"),
)


def test_each_step_of_the_farewell_in_its_order_is_kept_and_each_missing_one_is_reported() -> None:
    tale = farewell()
    for number, (_, step) in enumerate(ORDERED):
        stepped(tale, f"+2 10:{41 + number}", step)
    report = {item.norm.id: item.verdict.status for item in gone(tale).report().obligations}
    for provision, _ in ORDERED:
        assert report[f"decree-386/art-{provision}"] is Status.FULFILLED
    bare = gone(farewell())
    for provision, _ in ORDERED:
        assert bare.status(provision) is Status.BREACHED


def test_only_the_first_step_of_the_farewell_out_of_order_is_reported() -> None:
    tale = farewell()
    for number, (_, step) in enumerate(reversed(ORDERED)):
        stepped(tale, f"+2 10:{41 + number}", step)
    broken = [provision for provision, _ in ORDERED if gone(tale).status(provision) is Status.BREACHED]
    assert broken == ["3/2/c.1"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["guest_state_anthem", "georgian_state_anthem"], Status.FULFILLED),
        (["georgian_state_anthem", "guest_state_anthem"], Status.BREACHED),
        (["georgian_state_anthem"], Status.BREACHED),
    ],
)
def test_both_anthems_are_played_the_guests_first(order: list[str], expected: Status) -> None:
    tale = farewell().tell("+2 10:45", "AnthemsPlayed", order=order, activity="departure")
    assert tale.status("3/2/e.3") is expected


def test_the_guard_marches_only_when_the_anthems_are_over() -> None:
    tale = farewell().tell(
        "+2 10:45",
        "AnthemsPlayed",
        order=["guest_state_anthem", "georgian_state_anthem"],
        ended_at=farewell().instant("+2 10:48").isoformat(),
        activity="departure",
    )
    assert stepped(tale, "+2 10:47", "guard_marches_past").status("3/2/e.4") is Status.BREACHED


def test_the_delegation_boards_by_the_second_ramp_where_there_are_several_doors() -> None:
    right = stepped(farewell(), "+2 10:55", "delegation_boards_aircraft", place="ramp_2")
    assert gone(right, entrances=2).status("3/2/f.3") is Status.FULFILLED
    assert right.status("3/2/f.4") is None
    wrong = stepped(farewell(), "+2 10:55", "delegation_boards_aircraft", place="ramp_1")
    assert gone(wrong, entrances=2).status("3/2/f.3") is Status.BREACHED


@pytest.mark.parametrize(
    ("boarded", "expected"),
    [("+2 10:54", Status.BREACHED), ("+2 10:55", Status.FULFILLED), ("+2 10:59", Status.BREACHED)],
)
def test_by_the_only_door_the_delegation_boards_during_the_leave(boarded: str, expected: Status) -> None:
    tale = farewell().tell("12:00", "AircraftLanded", exits=1)
    stepped(
        tale,
        "+2 10:55",
        "leaders_take_leave_of_each_other",
        ended_at=tale.instant("+2 10:58").isoformat(),
    )
    stepped(tale, boarded, "delegation_boards_aircraft")
    assert gone(tale).status("3/2/f.4") is expected
    assert tale.status("3/2/f.3") is None


def test_boarding_by_the_only_door_cannot_be_compared_with_a_leave_that_nobody_recorded() -> None:
    tale = farewell().tell("12:00", "AircraftLanded", exits=1)
    tale = stepped(tale, "+2 10:55", "delegation_boards_aircraft")
    assert gone(tale).status("3/2/f.4") is Status.UNDETERMINED


def agreed(tale: Tale, when: str, **more: object) -> Tale:
    between = ["ge-state-protocol-service", "guest-protocol-service"]
    return tale.tell(when, "AgreementReached", subject="ceremony_details", between=between, **more)


def test_the_ceremonies_are_agreed_before_they_begin() -> None:
    assert agreed(visit(), "-2 12:00").status("3/2/h") is Status.FULFILLED
    assert agreed(visit().tell("12:00", "AircraftLanded"), "12:30").status("3/2/h") is Status.BREACHED
    assert visit().status("3/2/h", as_of="-1 12:00") is Status.PENDING


def test_an_agreement_on_the_greeting_alone_leaves_the_farewell_open() -> None:
    tale = agreed(visit(), "-2 12:00", activity="arrival").tell("12:00", "AircraftLanded")
    assert tale.status("3/2/h", as_of="13:00") is Status.PENDING
    assert gone(tale).status("3/2/h") is Status.BREACHED


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"media": ["television", "radio"], "live": True}, Status.FULFILLED),
        ({"media": ["television", "radio"], "live": False}, Status.BREACHED),
        ({"media": ["television"], "live": True}, Status.BREACHED),
    ],
)
def test_greeting_and_farewell_are_each_broadcast_live(said: dict[str, object], expected: Status) -> None:
    tale = (
        farewell().tell("12:00", "AircraftLanded").tell("12:00", "BroadcastAired", activity="arrival", **said)
    )
    greeting, seen_off = gone(tale).all("3/3")
    assert greeting.verdict.status is expected
    assert seen_off.verdict.status is Status.BREACHED


def test_nothing_is_broadcast_of_a_working_visit() -> None:
    assert gone(visit("working")).all("3/3") == []


def lodged(**places: str) -> Tale:
    tale = visit()
    for who, place in places.items():
        tale.tell("14:00", "GuestsLodged", who=[who.replace("_", "-")], place=place)
    return tale


def test_all_guests_are_lodged_in_the_residence_and_a_hotel() -> None:
    rooms = {"main_guest": "residence", "guest_delegation": "hotel"}
    assert gone(lodged(**rooms, accompanying_person="hotel")).status("3/4.1") is Status.FULFILLED
    assert lodged(**rooms).status("3/4.1", as_of="+1 12:00") is Status.PENDING
    assert gone(lodged(**rooms)).status("3/4.1") is Status.BREACHED
    assert gone(lodged(**rooms, accompanying_person="other_place")).status("3/4.1") is Status.BREACHED


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("guest_state_flag", Status.FULFILLED),
        ("guest_presidential_standard", Status.FULFILLED),
        ("georgian_state_flag", Status.BREACHED),
    ],
)
def test_over_the_guests_house_flies_the_flag_or_the_standard(flag: str, expected: Status) -> None:
    tale = visit().tell("14:00", "FlagsDisplayed", place="residence", flags=[flag])
    assert tale.status("3/4.2") is expected


@pytest.mark.parametrize("provision", ["3/2/e.2", "3/2/f.2"])
def test_what_concerns_the_spouse_is_asked_only_of_a_guest_with_spouse(provision: str) -> None:
    assert visit().status(provision) is None
    assert visit(with_spouse=True).status(provision) is Status.PENDING


def test_a_state_visit_is_seen_off_by_analogy_and_a_working_visit_is_not() -> None:
    assert gone(visit("state")).status("3/2/d.1") is Status.BREACHED
    assert gone(visit("working")).status("3/2/d.1") is None


def test_television_and_radio_may_be_recorded_one_by_one() -> None:
    tale = farewell()
    for medium in ("television", "radio"):
        tale.tell(CEREMONY, "BroadcastAired", activity="departure", media=[medium], live=True)
    assert gone(tale).all("3/3")[-1].verdict.status is Status.FULFILLED


def test_two_media_of_which_one_is_not_live_are_a_breach() -> None:
    tale = farewell()
    for medium, live in (("television", True), ("radio", False)):
        tale.tell(CEREMONY, "BroadcastAired", activity="departure", media=[medium], live=live)
    assert gone(tale).all("3/3")[-1].verdict.status is Status.BREACHED


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("guest", "georgian", Status.FULFILLED), ("georgian", "guest", Status.BREACHED)],
)
def test_anthems_recorded_one_by_one_are_judged_by_their_order(
    first: str, second: str, expected: Status
) -> None:
    tale = farewell()
    for minute, whose in ((50, first), (52, second)):
        tale.tell(f"+2 10:{minute}", "AnthemsPlayed", activity="departure", order=[f"{whose}_state_anthem"])
    assert gone(tale).status("3/2/e.3") is expected


@pytest.mark.parametrize(
    ("provision", "who", "place", "limit", "late"),
    [
        ("3/2/a.4", "ge-speaker", "airport", "+2 10:10", "+2 10:11"),
        ("3/2/a.4", "ge-state-minister", "airport", "+2 10:10", "+2 10:11"),
        ("3/2/a.6", "ge-foreign-minister", "airfield_positions", "+2 10:30", "+2 10:31"),
    ],
)
def test_whoever_is_due_at_the_greeting_is_due_at_the_farewell(
    provision: str, who: str, place: str, limit: str, late: str
) -> None:
    assert gone(arrives(farewell(), limit, who, place)).status(provision) is Status.FULFILLED
    assert gone(arrives(farewell(), late, who, place)).status(provision) is Status.FULFILLED_LATE
