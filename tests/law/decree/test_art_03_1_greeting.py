"""Art. 3(1): how a head of state is greeted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.law.library import load_law
from domain.law.provision import Assessment
from domain.law.verdict import Status
from tests.law.decree.greeting import Change, deviations, greeting
from tests.law.decree.tale import visit

IN_2003 = date(2003, 9, 15)


@pytest.mark.parametrize("category", ["official", "state"])
@pytest.mark.parametrize("spouse", [True, False])
def test_a_greeting_with_nothing_wrong_in_it(category: str, spouse: bool) -> None:
    without: dict[str, Change] = {} if spouse else {"second_car": None, "flowers": None}
    tale = greeting(category, spouse=spouse, **without)
    open_or_not_kept = {
        item.norm.id: item.verdict
        for item in tale.report("14:00").obligations
        if item.norm.id.startswith("decree-386/art-3/1/")
        and item.norm.provision.assessment is Assessment.JUDGED
        and item.verdict.status is not Status.FULFILLED
        and item.trigger.data.TYPE != "ProgrammeItemScheduled"
    }
    assert not open_or_not_kept
    assert deviations(tale) == set()


def test_every_provision_of_the_paragraph_has_a_norm() -> None:
    law = load_law()
    of_greeting = [item for item in law.provisions.values() if item.id.startswith("decree-386/art-3/1/")]
    assert len(of_greeting) == 48
    assert [item.id for item in of_greeting if item.id not in law.norm_by_id] == []


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ("flags", {"b.1"}),
        ("banner", {"b.2"}),
        ("carpet", {"b.3"}),
        ("podium", {"b.4"}),
        ("route_flags", {"i.1"}),
        ("car_flags", {"i.2"}),
        ("ministers", {"a.4"}),
        ("president", {"a.5"}),
        ("places", {"a.6"}),
        ("guard", {"b.7"}),
        ("parking", {"c.1"}),
        ("ramp_2", {"c.2"}),
        ("at_ramp", {"c.4", "c.6"}),
        ("ramp_1", {"d.1"}),
        ("approach", {"d.1"}),
        ("on_board", {"d.3"}),
        ("report", {"e.2"}),
        ("on_podium", {"g.1"}),
        # Who plays and in which order is no second shortfall.
        ("anthems", {"g.3"}),
        ("march", {"g.4"}),
        ("motorcade", {"h.6"}),
        ("car", {"h.1"}),
        ("guest_seat", {"h.2"}),
        ("president_seat", {"h.3"}),
        ("guard_seat", {"h.4"}),
        ("second_car", {"h.7"}),
        ("escort", {"i.3"}),
        ("scheme", {"h.8"}),
        ("present", {"a.1", "a.2"}),
    ],
)
def test_what_was_not_recorded_is_missing_once(left_out: str, missing: set[str]) -> None:
    assert deviations(greeting(day=IN_2003, **{left_out: None})) == missing


@pytest.mark.parametrize(
    ("name", "said", "wrong"),
    [
        ("flags", {"left": "georgian_state_flag", "right": "guest_state_flag"}, {"b.1"}),
        ("banner", {"languages": ["ro", "en"]}, {"b.2"}),
        ("banner", {"languages": ["ka"]}, {"b.2"}),
        ("carpet", {"colour": "other"}, {"b.3"}),
        ("carpet", {"stand": 4}, {"b.3"}),
        ("podium", {"stand": 4}, {"b.4"}),
        ("anthems", {"performer": "ge-television-and-radio"}, {"b.6"}),
        ("anthems", {"order": ["georgian_state_anthem", "guest_state_anthem"]}, {"b.6"}),
        ("anthems", {"order": ["guest_state_anthem"]}, {"g.3"}),
        ("guard", {"services": 2}, {"b.7"}),
        ("guard", {"formation": "corridor"}, {"b.7"}),
        ("companions", {"place": "ramp_1"}, {"c.2"}),
        ("ramp_1", {"carpeted": False}, {"d.1"}),
        ("approach", {"by": ["ge-speaker"]}, {"d.1"}),
        ("on_board", {"by": ["ge-head-state-protocol"]}, {"d.3"}),
        ("on_podium", {"by": ["main-guest", "ge-speaker"]}, {"g.1"}),
        ("motorcade", {"number": 0}, {"h.6"}),
        ("guest_seat", {"seat": "rear_left"}, {"h.2"}),
        ("guest_seat", {"car": 2}, {"h.2"}),
        ("president_seat", {"seat": "front"}, {"h.3"}),
        ("guard_seat", {"car": 3}, {"h.4"}),
        ("second_car", {"who": ["guest-spouse", "ge-president-spouse", "ge-security-officer"]}, {"h.7"}),
        ("second_car", {"car": 3}, {"h.7"}),
        ("escort", {"motorcycles": 6}, {"i.3"}),
        ("escort", {"motorcycles": 8}, {"i.3"}),
        ("ride", {"by": ["ge-speaker"]}, {"h.5"}),
        ("route_flags", {"flags": ["georgian_state_flag"]}, {"i.1"}),
        (
            "car_flags",
            {"left": "guest_presidential_standard", "right": "georgian_state_flag"},
            {"i.2"},
        ),
    ],
)
def test_what_says_otherwise_is_a_breach(name: str, said: dict[str, Any], wrong: set[str]) -> None:
    assert deviations(greeting(day=IN_2003, **{name: ("", said)})) == wrong


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


@pytest.mark.parametrize(
    ("name", "provision", "last", "late"),
    [
        ("ministers", "3/1/a.4", "11:30", "11:30:01"),
        ("president", "3/1/a.5", "11:45", "11:45:01"),
        ("places", "3/1/a.6", "11:50", "11:50:01"),
    ],
)
def test_three_limits_run_to_the_touchdown(name: str, provision: str, last: str, late: str) -> None:
    assert greeting(**{name: last}).status(provision) is Status.FULFILLED
    assert greeting(**{name: late}).status(provision) is Status.FULFILLED_LATE


def test_the_last_of_the_ministers_counts() -> None:
    tale = greeting(ministers=("11:10", {"who": ["ge-minister"]}), over=False)
    assert tale.status("3/1/a.4") is Status.FULFILLED
    tale.tell("11:40", "PersonsArrived", who=["ge-speaker"], place="airport", activity="arrival")
    assert tale.status("3/1/a.4") is Status.FULFILLED_LATE


def test_an_absent_greeter_is_named_and_the_spouse_comes_with_the_guests_only() -> None:
    alone = {
        "present": [
            {"office": "ge-president"},
            {"office": "ge-speaker"},
            {"office": "guest-embassy-diplomat"},
        ]
    }
    tale = greeting(day=IN_2003, present=("", alone))
    (why, *_) = tale.verdict("3/1/a.1").reasons
    assert "ge-mayor" in (missing := dict(why.values)["offices"])
    assert "ge-president" in missing
    (why, *_) = greeting(day=IN_2003, spouse=False, present=("", alone)).verdict("3/1/a.1").reasons
    assert "ge-president" not in dict(why.values)["offices"]


def test_diplomats_of_a_country_without_an_embassy_are_not_expected() -> None:
    tale = visit(embassy_in_georgia=False).tell("12:00", "AircraftLanded")
    assert tale.status("3/1/a.2") is None


@pytest.mark.parametrize("stand", [2, 3, 5])
def test_any_stand_will_do_if_it_is_one_and_the_same(stand: int) -> None:
    on = ("", {"stand": stand})
    tale = greeting(carpet=on, podium=on, parking=on)
    verdicts = {name: tale.verdict(f"3/1/{name}") for name in ("b.3", "b.4", "c.1")}
    assert {verdict.status for verdict in verdicts.values()} == {Status.FULFILLED}
    told = {name for name, verdict in verdicts.items() if verdict.reasons}
    assert told == {name for name, text in (("b.3", 2), ("b.4", 2), ("c.1", 3)) if text != stand}


def test_the_aircraft_stops_where_it_was_told_to() -> None:
    tale = greeting(over=False).tell("-3 12:00", "StandAssigned", stand=3)
    assert tale.status("3/1/c.1") is Status.BREACHED
    assert tale.status("3/1/b.3") is Status.FULFILLED


def test_a_carpet_on_no_stated_stand_cannot_be_judged() -> None:
    assert greeting(carpet=("", {"stand": None})).status("3/1/b.3") is Status.UNDETERMINED


@pytest.mark.parametrize(("microphones", "expected"), [(True, Status.FULFILLED), (False, Status.BREACHED)])
def test_microphones_are_needed_for_speeches_only(microphones: bool, expected: Status) -> None:
    podium: Change = ("", {"microphones": microphones})
    assert greeting(podium=podium).status("3/1/b.5") is None
    planned = greeting(podium=podium).tell("-9 12:00", "NeedRecorded", need="arrival_speeches_planned")
    assert planned.status("3/1/b.5") is expected
    made = greeting(podium=podium).tell("12:22", "SpeechDelivered", by="main-guest", activity="arrival")
    assert made.status("3/1/b.5") is expected


def test_the_second_ramp_comes_after_the_aircraft_has_stopped() -> None:
    assert greeting(ramp_2="12:03").status("3/1/c.2") is Status.BREACHED


@pytest.mark.parametrize(
    ("delegation", "expected"), [("12:11", Status.FULFILLED), ("12:09", Status.BREACHED)]
)
def test_from_one_exit_the_guest_leaves_first(delegation: str, expected: Status) -> None:
    tale = greeting(landing=("", {"exits": 1}), ramp_2=None, companions=None)
    tale.tell(delegation, "StepTaken", step="delegation_descends", activity="arrival")
    assert tale.status("3/1/c.3") is expected
    assert tale.status("3/1/c.2") is None


def test_a_step_is_open_until_the_greeting_is_over_and_missing_afterwards() -> None:
    tale = visit().tell("12:00", "AircraftLanded")
    assert tale.status("3/1/e.2") is Status.PENDING
    assert tale.tell("12:40", "ActivityEnded", activity="arrival").status("3/1/e.2") is Status.BREACHED


@pytest.mark.parametrize(
    ("moved", "broken"),
    [
        ({"approach": "12:10"}, {"d.3"}),
        ({"report": "12:16"}, {"e.3"}),
        ({"bow": "12:13:30"}, {"e.3"}),
        ({"on_podium": "12:23"}, {"g.3"}),
        ({"march": "12:20:30"}, {"g.4"}),
        ({"car": "12:24"}, {"h.1"}),
        # The whole line moved ahead of the honours: one break, no cascade.
        (
            {"to_line": "12:12:10", "line": "12:12:20", "greeters": "12:12:30", "delegation": "12:12:40"},
            {"f.1"},
        ),
    ],
)
def test_only_the_first_step_out_of_order_is_reported(moved: dict[str, Change], broken: set[str]) -> None:
    assert deviations(greeting(**moved)) == broken


def test_the_guard_does_not_march_while_the_anthems_last() -> None:
    until = greeting(anthems=("12:21", {"ended_at": "2026-06-15T12:26:00+04:00"}))
    assert deviations(until) == {"g.4"}


def attested(tale: Any, provision: str, outcome: str) -> Any:
    data = {"provision": f"decree-386/art-{provision}", "outcome": outcome, "by": "ge-state-protocol-service"}
    return tale.tell("14:00", "ProvisionAttested", **data)


ATTESTED = ["a.3", "c.5", "c.7", "d.2", "d.4", "d.5", "e.1", "e.3", "f.1", "f.2", "f.3", "f.4", "g.2"]


@pytest.mark.parametrize("name", ATTESTED)
@pytest.mark.parametrize(("outcome", "expected"), [("kept", Status.FULFILLED), ("not_kept", Status.BREACHED)])
def test_an_officer_vouches(name: str, outcome: str, expected: Status) -> None:
    assert greeting().status(f"3/1/{name}") is Status.PENDING
    assert attested(greeting(), f"3/1/{name}", outcome).status(f"3/1/{name}") is expected


@pytest.mark.parametrize("name", ["d.5", "g.2", "h.7"])
def test_spouses_are_spoken_of_only_where_the_guest_comes_with_one(name: str) -> None:
    assert greeting(spouse=False).status(f"3/1/{name}") is None


def test_a_presentation_the_other_way_round_is_for_a_person_to_see() -> None:
    turned: Change = ("", {"presented": ["main-guest"], "to": ["ge-president"]})
    verdict = greeting(presented=turned).verdict("3/1/d.4")
    assert (verdict.status, verdict.contested) == (Status.REVIEW, True)


@pytest.mark.parametrize(("more", "expected"), [(["interpreter"], Status.FULFILLED), ([], Status.BREACHED)])
def test_an_interpreter_rides_in_the_first_car_where_one_is_needed(more: list[str], expected: Status) -> None:
    tale = greeting(guard_seat=("", {"who": ["ge-security-officer", *more]}))
    assert tale.status("3/1/h.4") is Status.FULFILLED
    assert tale.tell("-9 12:00", "NeedRecorded", need="interpreter_needed").status("3/1/h.4") is expected


def test_the_ride_may_end_after_the_ceremony() -> None:
    tale = greeting(ride=None)
    assert tale.status("3/1/h.5") is Status.PENDING
    assert tale.tell("+2 11:00", "AircraftDeparted").status("3/1/h.5") is Status.BREACHED


def test_the_scheme_is_shown_before_the_touchdown() -> None:
    assert greeting(scheme="12:01").status("3/1/h.8") is Status.FULFILLED_LATE


@pytest.mark.parametrize(
    ("who", "escorts", "expected"),
    [
        ("ge-foreign-minister", [], Status.BREACHED),
        ("ge-foreign-minister", ["ge-minister"], Status.FULFILLED),
        ("ge-foreign-minister", ["ge-speaker"], Status.BREACHED),
        ("driver", [], Status.FULFILLED),
    ],
)
def test_only_attached_greeters_ride_with_the_guests(who: str, escorts: list[str], expected: Status) -> None:
    tale = greeting(over=False)
    tale.tell("-9 12:00", "ProgrammeApproved", programme="main_programme", permanent_escorts=escorts)
    tale.tell("12:29", "SeatTaken", car=4, who=["guest-delegation-member", who], activity="arrival")
    assert tale.tell("13:00", "ActivityEnded", activity="arrival").status("3/1/h.9") is expected


def test_a_car_without_guests_is_nobody_s_concern() -> None:
    tale = greeting().tell("12:29", "SeatTaken", car=9, who=["ge-foreign-minister"], activity="arrival")
    assert tale.status("3/1/h.9") is Status.FULFILLED


def test_each_ride_in_the_city_has_its_escort_and_the_farewell_its_own() -> None:
    tale = greeting().tell("+1 10:00", "EscortRode", leg="in_city", motorcycles=3)
    tale.tell("+2 10:00", "EscortRode", leg="to_airport", motorcycles=7)
    arrival, departure = (item.verdict.status for item in tale.all("3/1/i.3"))
    assert (arrival, departure) == (Status.BREACHED, Status.FULFILLED)


def test_wrong_flags_at_the_sites_are_seen_and_missing_ones_are_another_provision_s() -> None:
    tale = greeting()
    assert tale.status("3/1/i.1") is Status.FULFILLED
    tale.tell("09:00", "FlagsDisplayed", place="programme_sites", flags=["georgian_state_flag"])
    assert tale.status("3/1/i.1") is Status.BREACHED


@pytest.mark.parametrize(
    ("category", "rank"),
    [("working", "head_of_state"), ("official", "speaker"), ("official", "foreign_minister")],
)
def test_the_greeting_is_of_heads_of_state_on_state_and_official_visits(category: str, rank: str) -> None:
    found = visit(category, rank).report("13:00").obligations
    assert not [item.norm.id for item in found if item.norm.id.startswith("decree-386/art-3/1/")]


def test_what_an_officer_reports_as_not_done_is_a_breach_at_once() -> None:
    omitted = {"provision": "decree-386/art-3/1/b.2", "reason": "Sample reason", "activity": "arrival"}
    assert visit().tell("10:00", "ItemOmitted", **omitted).status("3/1/b.2") is Status.BREACHED


def test_a_greeting_called_off_falls_away() -> None:
    tale = visit().tell("-2 12:00", "CaseCancelled", reason="Sample reason")
    assert tale.status("3/1/b.1") is Status.DISCHARGED


@pytest.mark.parametrize(
    ("first", "second", "expected"), [("guest", "georgian", set()), ("georgian", "guest", {"b.6"})]
)
def test_anthems_recorded_one_by_one_keep_their_order(first: str, second: str, expected: set[str]) -> None:
    tale = greeting(anthems=None, over=False)
    for at, whose in (("12:21", first), ("12:23", second)):
        played = {"order": [f"{whose}_state_anthem"], "performer": "ge-defence-orchestra"}
        tale.tell(at, "AnthemsPlayed", activity="arrival", **played)
    assert deviations(tale.tell("13:00", "ActivityEnded", activity="arrival")) == expected
