"""Art. 25(5)-(10): services, lodging, dinners, costs, and delegations of other ranks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import Tale, visit

EARLY = date(2003, 9, 15)


def ended(tale: Tale) -> Tale:
    """The aircraft came and went as planned."""
    return tale.tell("12:00", "AircraftLanded").tell("+2 11:00", "AircraftDeparted")


@pytest.mark.parametrize(
    ("provision", "service", "bearer"),
    [
        ("25/6/a.1", "medical_point", "ge-health-ministry"),
        ("25/8/c.1", "hospitality", "ge-state-provision-service"),
        ("25/8/e", "transport", "ge-state-provision-service"),
    ],
)
def test_a_service_is_due_from_the_body_that_is_named(provision: str, service: str, bearer: str) -> None:
    assert ended(visit(day=EARLY)).status(provision) is Status.BREACHED
    kept = visit(day=EARLY).tell("-1 10:00", "ServiceProvided", service=service, by=bearer)
    assert ended(kept).status(provision) is Status.FULFILLED
    other = visit(day=EARLY).tell("-1 10:00", "ServiceProvided", service=service, by="ge-tbilisi-city-hall")
    assert ended(other).status(provision) is Status.BREACHED


def test_of_a_body_that_the_register_does_not_know_on_the_day_nothing_can_be_held() -> None:
    tale = visit().tell("-1 10:00", "ServiceProvided", service="transport", by="ge-tbilisi-city-hall")
    assert tale.status("25/8/e") is Status.UNDETERMINED


def test_its_successor_acts_for_a_ministry() -> None:
    tale = visit().tell("-1 10:00", "ServiceProvided", service="medical_point", by="ge-idp-health-ministry")
    assert tale.status("25/6/a.1") is Status.FULFILLED


def test_a_guest_who_passes_through_needs_no_lodging_unless_rooms_were_given() -> None:
    tale = visit("transit")
    assert [tale.status(provision) for provision in ("25/6/a.1", "25/8/c.1", "25/8/d.1")] == [None] * 3
    tale.tell("20:00", "GuestsLodged", who=["main-guest"], place="hotel")
    assert ended(tale).status("25/8/d.1") is Status.BREACHED
    assert tale.status("25/6/a.1") is Status.BREACHED


def test_a_guest_who_does_not_leave_the_airport_needs_neither_cars_nor_sites() -> None:
    tale = visit("transit").plan("dinner", "13:00", place="vip_hall")
    assert [tale.status(provision) for provision in ("25/4/c.1", "25/8/e")] == [None, None]
    tale.plan("sightseeing", "14:00", place="memorial")
    assert [tale.status(provision) for provision in ("25/4/c.1", "25/8/e")] == [Status.PENDING] * 2


@pytest.mark.parametrize(
    ("provision", "need", "service"),
    [("25/6/b", "ambulance_needed", "ambulance")],
)
def test_an_ambulance_rides_along_where_the_need_arose(provision: str, need: str, service: str) -> None:
    assert ended(visit()).status(provision) is None
    tale = ended(visit().tell("-1 10:00", "NeedRecorded", need=need))
    assert tale.status(provision) is Status.BREACHED
    assert tale.tell("12:00", "ServiceProvided", service=service).status(provision) is Status.FULFILLED


def test_medical_aid_is_attested_where_the_need_arose() -> None:
    assert ended(visit()).status("25/6/a.2") is None
    assert (
        ended(visit().tell("+1 10:00", "NeedRecorded", need="medical_need")).status("25/6/a.2")
        is Status.PENDING
    )


def dinner(**more: Any) -> Tale:
    tale = visit(day=EARLY, **more)
    return tale.tell("20:00", "ActivityStarted", activity="dinner")


@pytest.mark.parametrize(
    ("provision", "service", "bearer"),
    [
        ("25/7/a", "concert_programme", "ge-culture-ministry"),
        ("25/8/a", "dinner_prepared", "ge-state-provision-service"),
    ],
)
def test_the_dinner_and_its_concert_have_their_organisers(provision: str, service: str, bearer: str) -> None:
    over = dinner().tell("22:00", "ActivityEnded", activity="dinner")
    assert over.status(provision) is Status.BREACHED
    right = dinner().tell("19:00", "ServiceProvided", service=service, activity="dinner", by=bearer)
    assert right.status(provision) is Status.FULFILLED
    wrong = dinner().tell("19:00", "ServiceProvided", service=service, activity="dinner", by="ge-mfa")
    assert wrong.status(provision) is Status.BREACHED


def test_an_unofficial_dinner_needs_neither() -> None:
    tale = visit(day=EARLY).tell("20:00", "ActivityStarted", activity="dinner", official=False)
    assert tale.status("25/8/a") is None
    assert tale.status("25/7/a") is None


def test_a_performance_is_organised_by_the_ministry_of_culture() -> None:
    tale = visit().plan("performance", "19:00").tell("21:00", "ActivityEnded", activity="performance")
    assert tale.status("25/7/b") is Status.BREACHED
    tale.tell("18:00", "ServiceProvided", service="performance_organised", activity="performance")
    assert tale.status("25/7/b") is Status.FULFILLED


def trip(**dinner: Any) -> Tale:
    tale = visit().plan("regional_trip", "+1 10:00")
    tale.tell("+1 14:00", "ServiceProvided", service="dinner_prepared", activity="regional_trip", **dinner)
    return tale.tell("+1 18:00", "ActivityEnded", activity="regional_trip")


def test_a_dinner_on_a_trip_is_agreed_with_state_protocol() -> None:
    assert trip(agreed_with=["ge-state-protocol-service"]).status("25/8/b") is Status.FULFILLED
    assert trip().status("25/8/b") is Status.BREACHED
    agreed = trip().tell(
        "-1 10:00", "AgreementReached", subject="dinner_on_trip", between=["ge-state-protocol-service"]
    )
    assert agreed.status("25/8/b") is Status.FULFILLED


# Lodging.


@pytest.mark.parametrize(
    ("category", "rank", "provision"),
    [
        ("working", "head_of_state", "25/8/d.1"),
        ("working", "head_of_government", "25/8/d.1"),
        ("official", "speaker", "25/8/d.1"),
        ("official", "foreign_minister", "25/8/d.5"),
    ],
)
def test_the_main_guest_is_lodged_in_the_residence(category: str, rank: str, provision: str) -> None:
    for place, expected in (("residence", Status.FULFILLED), ("hotel", Status.BREACHED)):
        tale = visit(category, rank).tell("15:00", "GuestsLodged", who=["main-guest"], place=place)
        assert tale.status(provision) is expected
    assert ended(visit(category, rank)).status(provision) is Status.BREACHED


@pytest.mark.parametrize(("rank", "members"), [("head_of_state", "d.2"), ("head_of_government", "d.3")])
def test_beside_an_article_that_lodges_guests_only_the_main_guest_s_hotel_is_reported_here(
    rank: str, members: str
) -> None:
    found = ("25/8/d.1", f"25/8/{members}")
    nobody = ended(visit("official", rank))
    assert [nobody.status(item) for item in found] == [Status.NOT_APPLICABLE] * 2
    away = visit("official", rank).tell("15:00", "GuestsLodged", who=["main-guest"], place="hotel")
    assert away.status("25/8/d.1") is Status.BREACHED
    both = visit("official", rank).tell("15:00", "GuestsLodged", who=["main-guest"], place="residence")
    both.tell("15:00", "GuestsLodged", who=["guest-delegation", "accompanying-person"], place="hotel")
    assert [both.status(item) for item in found] == [Status.FULFILLED, Status.NOT_APPLICABLE]


@pytest.mark.parametrize(
    ("rank", "delegation", "provision"),
    [
        ("head_of_state", None, "25/8/d.2"),
        ("head_of_government", None, "25/8/d.3"),
        ("speaker", None, "25/8/d.4"),
        ("other_delegation", "government_delegation", "25/8/d.3"),
    ],
)
def test_a_hotel_does_for_members_of_a_delegation_where_it_is_needed(
    rank: str, delegation: str | None, provision: str
) -> None:
    tale = visit("working", rank, delegation=delegation)
    tale.tell("15:00", "GuestsLodged", who=["guest-delegation-member"], place="hotel")
    assert tale.status(provision) is Status.BREACHED
    assert tale.status("25/8/c.2") is None
    tale.tell("-1 10:00", "NeedRecorded", need="hotel_needed")
    assert tale.status(provision) is Status.FULFILLED


def test_the_main_guest_stays_out_of_the_hotel_whatever_was_needed() -> None:
    tale = visit().tell("-1 10:00", "NeedRecorded", need="hotel_needed")
    tale.tell("15:00", "GuestsLodged", who=["main-guest"], place="hotel")
    assert tale.status("25/8/d.1") is Status.BREACHED


def test_where_it_was_needed_the_hotel_is_due() -> None:
    tale = ended(visit().tell("-1 10:00", "NeedRecorded", need="hotel_needed"))
    assert tale.status("25/8/c.2") is Status.BREACHED
    tale.tell("15:00", "GuestsLodged", who=["guest-delegation-member"], place="hotel")
    assert tale.status("25/8/c.2") is Status.FULFILLED


def test_a_defence_minister_is_lodged_in_the_residence() -> None:
    tale = visit("official", "other_delegation", delegation="defence_delegation")
    tale.tell("15:00", "GuestsLodged", who=["main-guest"], place="hotel")
    assert tale.status("25/8/d.6") is Status.BREACHED
    assert visit("official", "other_delegation").status("25/8/d.6") is None


def test_prominent_figures_are_attested_only_where_they_come() -> None:
    assert (
        visit("official", "other_delegation", delegation="prominent_figures").status("25/8/d.7")
        is Status.PENDING
    )
    assert visit("official", "other_delegation").status("25/8/d.7") is None


# Costs.


@pytest.mark.parametrize(
    ("between", "reciprocity", "expected"),
    [
        (["guest-embassy"], True, Status.FULFILLED),
        (["guest-embassy"], False, Status.BREACHED),
        (["guest-embassy"], None, Status.UNDETERMINED),
        (["ge-mfa"], True, Status.BREACHED),
    ],
)
def test_costs_are_agreed_with_the_embassy_by_reciprocity(
    between: list[str], reciprocity: bool | None, expected: Status
) -> None:
    more: dict[str, Any] = {} if reciprocity is None else {"reciprocity": reciprocity}
    tale = visit().tell("-9 10:00", "AgreementReached", subject="cost_sharing", between=between, **more)
    assert tale.status("25/9.1") is expected


def test_without_an_embassy_there_is_nobody_to_agree_with() -> None:
    assert ended(visit(embassy_in_georgia=False)).status("25/9.1") is None


@pytest.mark.parametrize(
    ("when", "stage", "expected"),
    [
        ("-9 10:00", "estimated", Status.FULFILLED),
        ("12:30", "estimated", Status.FULFILLED_LATE),
        ("-9 10:00", "settled", Status.BREACHED),
    ],
)
def test_the_costs_of_the_reception_are_estimated_in_advance(when: str, stage: str, expected: Status) -> None:
    tale = visit().tell(when, "CostRecorded", purpose="reception_of_guests", stage=stage)
    assert ended(tale).status("25/9.2") is expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (["ge-state-provision-service", "ge-mfa"], Status.FULFILLED),
        (["ge-state-provision-service"], Status.BREACHED),
        ([], Status.UNDETERMINED),
    ],
)
def test_sources_of_funding_are_settled_with_the_agencies(between: list[str], expected: Status) -> None:
    tale = visit().tell("-9 10:00", "AgreementReached", subject="funding_source", between=between)
    assert ended(tale).status("25/9.3") is expected


def test_costs_of_a_speaker_s_visit_need_no_estimate() -> None:
    tale = ended(visit("official", "speaker"))
    assert tale.status("25/9.2") is None
    assert tale.status("25/9.3") is None


# Delegations of other ranks.


def test_other_delegations_are_met_and_seen_off_by_the_organisers() -> None:
    tale = visit("working", "other_delegation", organiser="ge-culture-ministry")
    present = [{"office": "ge-culture-ministry"}, {"office": "visit-host"}]
    tale.tell("12:00", "OfficialsPresent", role="greeting", activity="arrival", present=present)
    tale.tell("+2 10:30", "OfficialsPresent", role="farewell", activity="departure", present=present[1:])
    met, seen_off = ended(tale).all("25/10")
    assert met.verdict.status is Status.FULFILLED
    assert seen_off.verdict.status is Status.BREACHED


def test_the_rank_s_greeters_are_not_asked_of_the_organisers() -> None:
    assert visit("working", "foreign_minister").all("25/10") == []
