"""Art. 25(1)-(4): the Ministry of Defence, the press, the airport and City Hall."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import Tale, visit

TOUCHDOWN, TAKE_OFF = "12:00", "+2 11:00"


def ended(tale: Tale) -> Tale:
    """The aircraft came and went as planned."""
    return tale.tell(TOUCHDOWN, "AircraftLanded").tell(TAKE_OFF, "AircraftDeparted")


def keys(tale: Tale, provision: str) -> list[str]:
    """The reasons of the only verdict on a provision."""
    return [why.key for why in tale.verdict(provision).reasons]


# Honours: who provides them; that they are there, the article of the rank judges.


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ({}, Status.FULFILLED),
        ({"by": "ge-defence-ministry"}, Status.FULFILLED),
        ({"by": "ge-road-police"}, Status.BREACHED),
    ],
)
def test_the_ministry_of_defence_provides_anthems_and_parade(by: dict[str, Any], expected: Status) -> None:
    tale = ended(visit())
    tale.tell(
        "12:10", "AnthemsPlayed", activity="arrival", order=["guest_state_anthem", "georgian_state_anthem"]
    )
    tale.tell("12:15", "HonourGuardFormed", activity="arrival", formation="parade", **by)
    arrival, _ = tale.all("25/1/a")
    assert arrival.verdict.status is expected


def test_at_the_farewell_another_orchestra_is_not_the_ministry_s() -> None:
    tale = ended(visit())
    anthems: dict[str, Any] = {
        "order": ["guest_state_anthem", "georgian_state_anthem"],
        "performer": "ge-culture-ministry",
    }
    tale.tell("+2 10:30", "AnthemsPlayed", activity="departure", **anthems)
    _, departure = tale.all("25/1/a")
    assert departure.verdict.status is Status.BREACHED


def test_anthems_that_are_missing_are_reported_by_the_article_of_the_rank_only() -> None:
    tale = ended(visit())
    assert [item.verdict.status for item in tale.all("25/1/a")] == [Status.NOT_APPLICABLE] * 2


@pytest.mark.parametrize(
    ("category", "rank"),
    [("working", "head_of_state"), ("transit", "head_of_state"), ("official", "speaker")],
)
def test_no_anthems_are_asked_of_the_ministry_where_the_rank_s_article_asks_for_none(
    category: str, rank: str
) -> None:
    assert ended(visit(category, rank)).all("25/1/a") == []


@pytest.mark.parametrize(
    ("by", "expected"), [("ge-defence-ministry", Status.FULFILLED), ("ge-road-police", Status.BREACHED)]
)
def test_the_ministry_of_defence_details_the_corridor_of_a_working_visit(by: str, expected: Status) -> None:
    tale = ended(visit("working"))
    tale.tell("12:05", "HonourGuardFormed", activity="arrival", formation="corridor", by=by)
    assert tale.all("25/1/b")[0].verdict.status is expected


# Press.


def test_journalists_are_admitted_by_cards_of_the_press_service() -> None:
    tale = visit(day=date(2003, 9, 15))
    accreditation: dict[str, Any] = {"service": "press_accreditation", "by": "ge-president-press-service"}
    tale.tell("-1 10:00", "ServiceProvided", **accreditation)
    tale.tell("09:00", "ServiceProvided", service="press_admission", to=["journalist"])
    assert tale.status("25/2/a") is Status.FULFILLED


def test_an_admission_before_any_card_is_a_breach_except_for_those_who_come_with_the_guest() -> None:
    tale = visit().tell("09:00", "ServiceProvided", service="press_admission", to=["accompanying-person"])
    assert tale.status("25/2/a") is Status.PENDING
    tale.tell("09:00", "ServiceProvided", service="press_admission", to=["journalist"])
    assert tale.status("25/2/a") is Status.BREACHED


@pytest.mark.parametrize(("day", "expected"), [(2003, Status.BREACHED), (2026, Status.REVIEW)])
def test_cards_of_another_body_weigh_as_the_register_knows_the_press_service(
    day: int, expected: Status
) -> None:
    tale = visit(day=date(day, 9, 14))
    tale.tell("-1 10:00", "ServiceProvided", service="press_accreditation", by="ge-tbilisi-city-hall")
    assert tale.status("25/2/a") is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [("-1 10:00", Status.FULFILLED), ("11:59", Status.FULFILLED), ("12:00", Status.FULFILLED_LATE)],
)
def test_the_press_is_told_of_its_conditions_before_the_arrival(told: str, expected: Status) -> None:
    tale = visit().tell(told, "NoticeGiven", subject="press_working_conditions", to=["journalist"])
    assert ended(tale).status("25/2/c") is expected


def test_the_press_that_was_told_nothing_is_a_breach_once_the_aircraft_has_landed() -> None:
    tale = visit()
    assert tale.status("25/2/c", "13:00") is Status.PENDING
    assert tale.tell(TOUCHDOWN, "AircraftLanded").status("25/2/c", "13:00") is Status.BREACHED


@pytest.mark.parametrize(
    ("came", "expected"),
    [("+2 09:00", Status.FULFILLED), ("+2 09:59", Status.FULFILLED), ("+2 10:00", Status.FULFILLED_LATE)],
)
def test_journalists_are_at_the_airport_before_the_main_motorcade(came: str, expected: Status) -> None:
    tale = visit().tell("12:00", "AircraftLanded")
    tale.tell("+2 10:00", "PersonsArrived", who=["main-guest"], place="airport", activity="departure")
    tale.tell(came, "PersonsArrived", who=["journalist"], place="airport", activity="departure")
    assert tale.status("25/2/d") is expected


def test_that_the_journalists_came_stays_open_until_the_motorcade_has_come() -> None:
    tale = visit().tell("12:00", "AircraftLanded")
    tale.tell("+2 09:00", "PersonsArrived", who=["journalist"], place="airport", activity="departure")
    assert tale.status("25/2/d", "+2 09:30") is Status.PENDING
    tale.tell("+2 10:00", "PersonsArrived", who=["main-guest"], place="airport", activity="departure")
    assert tale.status("25/2/d", "+2 10:05") is Status.FULFILLED


def test_without_the_motorcade_s_time_the_journalists_coming_cannot_be_judged() -> None:
    tale = visit().tell(
        "+2 10:00", "PersonsArrived", who=["journalist"], place="airport", activity="departure"
    )
    assert ended(tale).status("25/2/d") is Status.UNDETERMINED


def test_on_a_transit_visit_nothing_is_asked_for_the_press_unless_it_comes() -> None:
    tale = ended(visit("transit"))
    assert tale.status("25/2/c") is None
    tale.tell("11:00", "PersonsArrived", who=["journalist"], place="airport")
    assert tale.status("25/2/c") is Status.BREACHED


# The airport.


@pytest.mark.parametrize(
    ("provision", "activity", "roped", "expected"),
    [
        ("25/3/a.1", "arrival", "08:30", Status.FULFILLED),
        ("25/3/a.1", "arrival", "09:00", Status.FULFILLED),
        ("25/3/a.1", "arrival", "09:00:01", Status.FULFILLED_LATE),
        ("25/3/a.2", "departure", "+2 08:00", Status.FULFILLED),
        ("25/3/a.2", "departure", "+2 08:00:01", Status.FULFILLED_LATE),
    ],
)
def test_the_press_sector_is_roped_off_three_hours_before(
    provision: str, activity: str, roped: str, expected: Status
) -> None:
    tale = visit().tell(roped, "ThingPlaced", thing="press_sector_rope", activity=activity)
    assert ended(tale).status(provision) is expected


def test_a_rope_that_stood_days_before_is_pointed_out_and_kept() -> None:
    tale = visit().tell("-3 08:00", "ThingPlaced", thing="press_sector_rope", activity="arrival")
    assert ended(tale).status("25/3/a.1") is Status.FULFILLED
    assert keys(tale, "25/3/a.1") == ["much_earlier"]


def stands(assigned: int | None, arrival: int, departure: int, when: str = "-2 10:00") -> Tale:
    tale = visit()
    if assigned is not None:
        tale.tell(when, "StandAssigned", stand=assigned)
    tale.tell("12:05", "AircraftParked", activity="arrival", stand=arrival)
    tale.tell("+2 09:00", "AircraftParked", activity="departure", stand=departure)
    return ended(tale)


def test_the_aircraft_stands_on_one_predetermined_stand() -> None:
    assert stands(3, 3, 3).status("25/3/b") is Status.FULFILLED


@pytest.mark.parametrize(
    ("assigned", "arrival", "departure", "why"),
    [
        (3, 3, 2, "stands_differ"),
        (3, 2, 2, "stands_differ"),
        (None, 3, 3, "stand_not_predetermined"),
    ],
)
def test_another_stand_or_none_in_advance_is_a_breach(
    assigned: int | None, arrival: int, departure: int, why: str
) -> None:
    tale = stands(assigned, arrival, departure)
    assert tale.status("25/3/b") is Status.BREACHED
    assert keys(tale, "25/3/b") == [why]


def test_a_stand_assigned_after_the_landing_was_not_predetermined() -> None:
    assert keys(stands(3, 3, 3, when="12:01"), "25/3/b") == ["stand_not_predetermined"]


def test_a_bare_ramp_is_the_airport_s_breach_where_no_article_of_the_rank_judges_it() -> None:
    for rank, expected in (("speaker", Status.BREACHED), ("head_of_state", Status.NOT_APPLICABLE)):
        tale = visit("official", rank).tell("12:02", "ThingPlaced", thing="ramp_no_1", carpeted=False)
        assert ended(tale).status("25/3/c.1") is expected


def test_no_ramp_or_carpet_is_asked_of_the_airport_on_a_working_visit() -> None:
    tale = ended(visit("working", "speaker"))
    assert tale.status("25/3/c.1") is None
    assert tale.status("25/3/c.2") is None


def test_rugs_lie_beside_a_red_carpet() -> None:
    tale = visit("official", "speaker").tell("08:00", "ThingPlaced", thing="rugs", activity="arrival")
    assert ended(tale).status("25/3/c.2") is Status.FULFILLED
    tale.tell("08:00", "ThingPlaced", thing="carpet", colour="other", activity="arrival")
    assert tale.status("25/3/c.2") is Status.BREACHED


def test_a_delay_is_a_signal_that_an_officer_settles() -> None:
    tale = visit().tell(TOUCHDOWN, "AircraftLanded").tell("+2 11:25", "AircraftDeparted")
    assert tale.status("25/3/e.1") is Status.REVIEW
    for outcome, expected in (("kept", Status.FULFILLED), ("not_kept", Status.BREACHED)):
        tale.tell(
            "+3 10:00",
            "ProvisionAttested",
            provision="decree-386/art-25/3/e.1",
            outcome=outcome,
            by="ge-state-protocol-service",
        )
        assert tale.status("25/3/e.1") is expected


def test_a_departure_on_time_needs_nobody_s_word() -> None:
    assert ended(visit()).status("25/3/e.1") is Status.FULFILLED


@pytest.mark.parametrize(
    ("when", "more", "expected"),
    [
        ("-5 10:00", {"reciprocity": True}, Status.FULFILLED),
        ("-5 10:00", {"reciprocity": False}, Status.BREACHED),
        ("-5 10:00", {}, Status.UNDETERMINED),
        ("12:00", {"reciprocity": True}, Status.FULFILLED_LATE),
    ],
)
def test_the_airport_estimates_its_costs_in_advance_and_by_reciprocity(
    when: str, more: dict[str, Any], expected: Status
) -> None:
    tale = visit().tell(when, "CostRecorded", purpose="airport_services", stage="estimated", **more)
    assert ended(tale).status("25/3/e.2") is expected


# City Hall.
BOTH: dict[str, Any] = {"flags": ["guest_state_flag", "georgian_state_flag"]}


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("08:00", Status.FULFILLED), ("09:00", Status.FULFILLED), ("09:00:01", Status.FULFILLED_LATE)],
)
def test_both_flags_hang_at_all_sites_three_hours_before_the_arrival(shown: str, expected: Status) -> None:
    tale = visit().tell(shown, "FlagsDisplayed", place="programme_sites", activity="arrival", **BOTH)
    assert ended(tale).status("25/4/a.1") is expected


def test_the_last_site_of_the_programme_decides() -> None:
    tale = (
        visit().plan("talks", "15:00", place="conference_hall").plan("dinner", "20:00", place="banquet_hall")
    )
    tale.tell("07:00", "FlagsDisplayed", place="conference_hall", **BOTH)
    assert ended(tale).status("25/4/a.1") is Status.BREACHED
    assert keys(tale, "25/4/a.1") == ["sites_missing"]
    tale.tell("09:30", "FlagsDisplayed", place="banquet_hall", **BOTH)
    assert tale.status("25/4/a.1") is Status.FULFILLED_LATE
    assert tale.status("25/4/a.2") is Status.FULFILLED


def test_one_flag_is_not_both() -> None:
    tale = visit().tell("07:00", "FlagsDisplayed", place="programme_sites", flags=["guest_state_flag"])
    assert ended(tale).status("25/4/a.1") is Status.BREACHED


@pytest.mark.parametrize("category", ["transit", "unofficial"])
def test_no_flags_are_asked_of_city_hall_where_the_rank_s_article_forbids_them(category: str) -> None:
    assert ended(visit(category)).status("25/4/a.1") is None


def test_the_podium_is_agreed_with_the_airport() -> None:
    between = ["ge-tbilisi-city-hall", "ge-tbilisi-airport"]
    tale = visit().tell("-2 10:00", "AgreementReached", subject="podium_subject", between=between)
    assert ended(tale).status("25/4/b") is Status.FULFILLED
    assert ended(visit()).status("25/4/b") is Status.BREACHED
    assert ended(visit("working")).status("25/4/b") is None


def test_every_site_is_made_ready() -> None:
    tale = (
        visit().plan("talks", "15:00", place="conference_hall").plan("dinner", "20:00", place="banquet_hall")
    )
    tale.tell("-1 10:00", "ServiceProvided", service="site_ready", place="conference_hall")
    assert ended(tale).status("25/4/c.1") is Status.BREACHED
    tale.tell("-1 10:00", "ServiceProvided", service="site_ready", place="banquet_hall")
    assert tale.status("25/4/c.1") is Status.FULFILLED


def test_an_outage_is_a_breach() -> None:
    tale = ended(visit())
    assert tale.status("25/4/c.2") is Status.FULFILLED
    tale.tell("14:00", "ServiceFailed", service="utilities", place="conference_hall")
    assert tale.status("25/4/c.2") is Status.BREACHED


@pytest.mark.parametrize(
    ("count", "expected"), [(3, Status.FULFILLED), (2, Status.BREACHED), (None, Status.UNDETERMINED)]
)
def test_as_many_bouquets_as_are_needed(count: int | None, expected: Status) -> None:
    tale = visit().tell("-3 10:00", "NeedRecorded", need="bouquets_needed", count=3)
    more: dict[str, Any] = {} if count is None else {"count": count}
    tale.tell("09:00", "ServiceProvided", service="bouquets", **more)
    assert ended(tale).status("25/4/d") is expected


def test_bouquets_that_were_handed_over_were_needed() -> None:
    tale = visit().tell("09:00", "ServiceProvided", service="bouquets", count=1)
    for when in ("12:10", "+2 10:40"):
        tale.tell(when, "FlowersPresented", to="guest-spouse", by="couple-in-national-dress")
    assert ended(tale).status("25/4/d") is Status.BREACHED
