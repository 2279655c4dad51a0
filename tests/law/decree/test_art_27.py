"""Art. 27: what is done for a visit of the President abroad."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import Tale

#: A Saturday at the end of a month of 31 days.
DAY = date(2026, 10, 31)
#: A Friday after a week in which nothing is closed.
PLAIN = date(2026, 6, 19)


def abroad(day: date = DAY, category: str = "official", **more: Any) -> Tale:
    """A visit to Romania that begins at 12:00 of the day and ends two days later."""
    tale = Tale("outgoing-romania-1", day)
    tale.tell("-60 10:00", "OutgoingVisitRegistered", category=category, host_state="RO", **more)
    return tale.plan("visit", "12:00", when="-60 11:00", ends_at=tale.instant("+2 18:00").isoformat())


def over(tale: Tale) -> Tale:
    tale.tell("12:00", "ActivityStarted", activity="visit")
    return tale.tell("+2 18:00", "ActivityEnded", activity="visit")


def asked(tale: Tale, when: str, **more: Any) -> Tale:
    return tale.tell(when, "MaterialRequested", material="analytical_materials", by=ANALYSIS, **more)


def answered(tale: Tale, when: str, **more: Any) -> Tale:
    return tale.tell(when, "MaterialDelivered", material="analytical_materials", to=ANALYSIS, **more)


ANALYSIS = "ge-policy-analysis-service"
PROTOCOL = "ge-state-protocol-service"
GROUP = "ge-advance-group"
RELATIONS = "ge-international-relations-service"
FINANCE = "ge-chancellery-financial-service"
AVIATION = "ge-air-transport-department"
#: Each duty without a number: the fact that performs it, and a member that spoils it.
DUTIES: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "27/1.1": (
        "AgreementReached",
        {"subject": "visit_character_and_dates", "between": [PROTOCOL, "ge-mfa", "host-embassy"]},
        {"between": [PROTOCOL, "ge-mfa"]},
    ),
    "27/3/a.1": (
        "ProgrammeApproved",
        {
            "programme": "hourly_programme",
            "by": GROUP,
            "agreed_with": ["host-mfa", "ge-embassy-in-host-country"],
        },
        {"agreed_with": ["host-mfa"]},
    ),
    "27/3/a.2": ("ServiceProvided", {"service": "site_inspection", "by": GROUP}, {"by": "ge-mfa"}),
    "27/3/b": (
        "AgreementReached",
        {"subject": "treaty_texts", "between": [GROUP, "host-mfa"]},
        {"between": [GROUP, "ge-mfa"]},
    ),
    "27/3/c.1": (
        "ServiceProvided",
        {"service": "lodging", "by": GROUP, "agreed_with": ["host-mfa"]},
        {"agreed_with": ["ge-mfa"]},
    ),
    "27/3/c.2": (
        "AgreementReached",
        {"subject": "seating_scheme", "between": [GROUP, "host-mfa"]},
        {"between": ["ge-mfa", "host-mfa"]},
    ),
    "27/4/a.1": (
        "MaterialPrepared",
        {"material": "speech_text", "by": RELATIONS, "translated": True},
        {"translated": False},
    ),
    "27/4/c.1": (
        "MaterialPrepared",
        {"material": "speech_text", "by": RELATIONS, "printed": True},
        {"printed": False},
    ),
    "27/4/c.2": (
        "MaterialPrepared",
        {"material": "letters_of_president", "by": RELATIONS, "printed": True},
        {"printed": False},
    ),
    "27/7/a": (
        "ProgrammeApproved",
        {"programme": "final_programme", "by": PROTOCOL},
        {"by": "guest-embassy"},
    ),
    "27/7/b": (
        "ServiceProvided",
        {"service": "protocol_officers_sent", "by": PROTOCOL},
        {"by": "guest-embassy"},
    ),
    "27/8/a.1": (
        "MaterialPrepared",
        {"material": "treaty_drafts", "by": "ge-mfa"},
        {"by": "guest-embassy"},
    ),
    "27/8/b": (
        "ServiceProvided",
        {"service": "visas_and_passports", "by": "ge-mfa"},
        {"by": "guest-embassy"},
    ),
    "27/9/b": ("GiftHandled", {"stage": "prepared", "by": "ge-state-provision-service"}, {"by": "ge-mfa"}),
    "27/10/a": (
        "CostRecorded",
        {"purpose": "advance_group_mission_costs", "stage": "allotted", "by": FINANCE},
        {"by": "ge-mfa"},
    ),
    "27/11/a": ("ServiceProvided", {"service": "aircraft_ready", "by": AVIATION}, {"by": "ge-mfa"}),
    "27/11/b.1": ("ServiceProvided", {"service": "flight_plan_approved", "by": AVIATION}, {"by": "ge-mfa"}),
    "27/12": (
        "ServiceProvided",
        {
            "service": "special_aircraft_ordered",
            "by": "ge-state-protection-service",
            "agreed_with": [PROTOCOL],
        },
        {"by": "ge-mfa"},
    ),
}
#: Every body of Art. 27 is known from a document in the State Minister's time.
THEN = date(2003, 6, 20)


@pytest.mark.parametrize("name", list(DUTIES))
def test_each_duty_is_kept_spoilt_and_missing(name: str) -> None:
    event, data, spoilt = DUTIES[name]
    assert abroad(THEN, treaties=True).tell("-3 10:00", event, **data).status(name) is Status.FULFILLED
    wrong = abroad(THEN, treaties=True).tell("-3 10:00", event, **{**data, **spoilt})
    assert wrong.status(name) is Status.BREACHED
    assert abroad(THEN, treaties=True).status(name, "-1 12:00") is Status.PENDING
    assert over(abroad(THEN, treaties=True)).status(name) is Status.BREACHED


@pytest.mark.parametrize("name", ["27/8/b", "27/11/a", "27/11/b.1", "27/12"])
def test_what_the_flight_needs_comes_before_it(name: str) -> None:
    event, data, _ = DUTIES[name]
    tale = abroad(THEN).tell("11:30", "AircraftDeparted")
    assert tale.status(name, "11:31") is Status.BREACHED
    assert tale.tell("11:40", event, **data).status(name) is Status.FULFILLED_LATE


def test_the_take_off_from_georgia_begins_the_visit_and_does_not_end_it() -> None:
    tale = abroad(THEN).tell("11:30", "AircraftDeparted")
    assert tale.status("27/9/b") is Status.PENDING
    assert tale.tell("+2 20:00", "ActivityEnded", activity="visit").status("27/9/b") is Status.BREACHED


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("2026-09-29T10:00", Status.FULFILLED),
        ("2026-09-30T23:59", Status.FULFILLED),
        ("2026-10-01T00:00", Status.FULFILLED_LATE),
    ],
)
def test_the_group_leaves_a_month_before_by_the_rule_of_the_shorter_month(
    gone: str, expected: Status
) -> None:
    tale = abroad()
    tale.tell(at(tale, gone), "ActivityStarted", activity="advance_group_mission")
    assert tale.status("27/2.1") is expected


def at(tale: Tale, text: str) -> Any:
    day, clock = text.split("T")
    return tale.instant(f"{(date.fromisoformat(day) - tale.day).days} {clock}")


def test_a_group_that_never_left_is_a_breach_from_the_next_day_on() -> None:
    tale = abroad()
    assert tale.status("27/2.1", at(tale, "2026-09-30T23:59")) is Status.PENDING
    assert tale.status("27/2.1", at(tale, "2026-10-01T00:00")) is Status.BREACHED


@pytest.mark.parametrize(("gone", "said"), [("2026-09-16T10:00", False), ("2026-09-15T10:00", True)])
def test_a_group_that_left_much_earlier_is_pointed_out_for_information(gone: str, said: bool) -> None:
    tale = abroad()
    tale.tell(at(tale, gone), "ActivityStarted", activity="advance_group_mission")
    verdict = tale.verdict("27/2.1")
    assert verdict.status is Status.FULFILLED
    assert ("much_earlier" in {why.key for why in verdict.reasons}) is said


def test_paragraphs_on_official_visits_do_not_bind_a_forum() -> None:
    tale = over(abroad(THEN, "international_forum"))
    assert {tale.status(name) for name in ("27/1.1", "27/2.1", "27/3/a.1", "27/10/a")} == {None}
    assert tale.status("27/9/b") is Status.BREACHED


def test_a_group_that_is_sent_to_a_forum_has_its_tasks() -> None:
    tale = abroad(THEN, "international_forum").plan("advance_group_mission", "-10 10:00")
    assert over(tale).status("27/3/a.1") is Status.BREACHED


def test_without_treaties_nobody_prepares_any() -> None:
    tale = over(abroad(THEN))
    assert {tale.status(name) for name in ("27/3/b", "27/8/a.1", "27/8/a.2")} == {None}


@pytest.mark.parametrize("missing", ["ge-state-protocol-officer", "ge-state-protection-service", "expert"])
def test_each_circle_is_in_the_group(missing: str) -> None:
    members = ["ge-state-protocol-officer", "ge-state-protection-service", "expert"]

    def group(offices: list[str]) -> Tale:
        tale = abroad(THEN).tell("-40 10:00", "ActivityStarted", activity="advance_group_mission")
        present = [{"office": office} for office in offices]
        tale.tell(
            "-40 10:00",
            "OfficialsPresent",
            role="accompaniment",
            activity="advance_group_mission",
            present=present,
        )
        return tale.tell("-35 10:00", "ActivityEnded", activity="advance_group_mission")

    assert group([*members, "interpreter"]).status("27/2.2") is Status.FULFILLED
    assert group([item for item in members if item != missing]).status("27/2.2") is Status.BREACHED


@pytest.mark.parametrize(
    ("name", "event", "data"),
    [
        ("27/4/a.2", "MaterialDelivered", {"material": "speech_text"}),
        ("27/6", "MaterialPrepared", {"material": "talking_points", "by": ANALYSIS}),
    ],
)
@pytest.mark.parametrize(
    ("shift", "expected", "contested"),
    [
        # Friday less five working days is Friday of the week before, less five calendar days is Sunday.
        ("-7 23:59", Status.FULFILLED, False),
        ("-6 00:00", Status.FULFILLED, True),
        ("-5 23:59", Status.FULFILLED, True),
        ("-4 00:00", Status.FULFILLED_LATE, False),
    ],
)
def test_five_days_before_the_visit_in_both_readings(
    name: str, event: str, data: dict[str, Any], shift: str, expected: Status, contested: bool
) -> None:
    verdict = abroad(PLAIN).tell(shift, event, **data).verdict(name)
    assert (verdict.status, verdict.contested) == (expected, contested)


@pytest.mark.parametrize(
    ("shift", "expected"),
    [("-5 23:59", Status.FULFILLED), ("-4 00:00", Status.FULFILLED_LATE)],
)
def test_where_no_days_off_are_known_calendar_days_decide_what_they_can(shift: str, expected: Status) -> None:
    verdict = abroad(THEN).tell(shift, "MaterialDelivered", material="speech_text").verdict("27/4/a.2")
    assert verdict.status is expected
    assert "outside_calendar" in {why.key for why in verdict.reasons}


def test_an_answer_late_in_calendar_days_may_be_in_time_in_days_that_nobody_knows() -> None:
    assert answered(asked(abroad(THEN), "-18 10:00"), "-13 10:00").status("27/5") is Status.FULFILLED
    assert answered(asked(abroad(THEN), "-18 10:00"), "-12 10:00").status("27/5") is Status.UNDETERMINED


@pytest.mark.parametrize(
    ("delivered", "expected"),
    [("2026-09-25T23:59", Status.FULFILLED), ("2026-09-26T00:00", Status.FULFILLED_LATE)],
)
def test_draft_treaties_come_five_days_before_the_group_that_nobody_planned_yet(
    delivered: str, expected: Status
) -> None:
    tale = abroad(treaties=True)
    tale.tell(at(tale, delivered), "MaterialDelivered", material="treaty_drafts")
    assert tale.status("27/8/a.2") is expected


def test_draft_treaties_run_to_the_real_departure_of_the_group() -> None:
    tale = abroad(treaties=True).plan("advance_group_mission", "-40 10:00", when="-59 10:00")
    tale.tell("-44 10:00", "MaterialDelivered", material="treaty_drafts")
    assert tale.status("27/8/a.2", "-41 12:00") is Status.FULFILLED_LATE
    tale.tell("-39 10:00", "ActivityStarted", activity="advance_group_mission")
    assert tale.status("27/8/a.2") is Status.FULFILLED


@pytest.mark.parametrize(
    ("when", "expected", "contested"),
    [
        # Asked on Monday 1 June 2026: five calendar days end on Saturday, five working days on Monday the 8th.
        ("-13 23:59", Status.FULFILLED, False),
        ("-12 00:00", Status.FULFILLED, True),
        ("-11 23:59", Status.FULFILLED, True),
        ("-10 00:00", Status.FULFILLED_LATE, False),
    ],
)
def test_an_answer_within_five_days_of_the_request(when: str, expected: Status, contested: bool) -> None:
    verdict = answered(asked(abroad(PLAIN), "-18 10:00"), when).verdict("27/5")
    assert (verdict.status, verdict.contested) == (expected, contested)


def test_every_body_that_was_asked_has_to_answer() -> None:
    tale = asked(abroad(PLAIN), "-18 10:00", of=["ge-mfa", "ge-defence-ministry"])
    answered(tale, "-17 10:00", by="ge-mfa")
    assert tale.status("27/5", "-16 10:00") is Status.PENDING
    assert tale.status("27/5", "-1 10:00") is Status.BREACHED
    assert answered(tale, "-16 10:00", by="ge-defence-ministry").status("27/5") is Status.FULFILLED


def test_each_request_has_its_own_clock() -> None:
    tale = answered(asked(abroad(PLAIN), "-30 10:00"), "-29 10:00")
    found = asked(tale, "-18 10:00").all("27/5", "-1 12:00")
    assert [item.verdict.status for item in found] == [Status.FULFILLED, Status.BREACHED]


@pytest.mark.parametrize(("shift", "warned"), [("-10 23:59", False), ("-9 00:00", True)])
def test_a_request_later_than_ten_days_before_is_pointed_out_when_it_is_made(
    shift: str, warned: bool
) -> None:
    tale = asked(abroad(PLAIN), shift)
    for name in ("27/5", "27/6"):
        keys = {why.key for why in tale.verdict(name, tale.facts[-1].occurred_at).reasons}
        assert ("request_cannot_be_met" in keys) is warned


def test_the_last_day_to_ask_is_said_before_anybody_asks() -> None:
    tale = abroad(PLAIN)
    assert [why.key for why in tale.verdict("27/5", "-10 23:59").reasons] == ["request_by"]
    assert [why.key for why in tale.verdict("27/5", "-9 00:00").reasons] == ["request_overdue"]
    assert tale.status("27/5", "-9 00:00") is Status.PENDING
    assert over(tale).status("27/5") is Status.NOT_APPLICABLE


@pytest.mark.parametrize(("name", "member"), [("27/8/c", "permit"), ("27/11/b.2", "flight_plan")])
def test_every_state_on_the_route_has_to_agree(name: str, member: str) -> None:
    tale = abroad(PLAIN, overflies=["TR", "BG"])
    tale.tell("-9 10:00", "AirspaceCleared", country="TR", **{member: True})
    tale.tell("-9 10:00", "AirspaceCleared", country="BG")
    assert tale.status(name, "-8 10:00") is Status.PENDING
    tale.tell("12:00", "AircraftDeparted")
    assert tale.status(name) is Status.BREACHED
    assert dict(tale.verdict(name).reasons[0].values)["states"] == ("BG",)
    tale.tell("13:00", "AirspaceCleared", country="BG", **{member: True})
    assert tale.status(name) is Status.FULFILLED_LATE


@pytest.mark.parametrize(("name", "member"), [("27/8/c", "permit"), ("27/11/b.2", "flight_plan")])
def test_a_route_that_is_cleared_in_time_is_kept(name: str, member: str) -> None:
    tale = abroad(PLAIN, overflies=["TR"]).tell("-9 10:00", "AirspaceCleared", country="TR", **{member: True})
    assert tale.tell("12:00", "AircraftDeparted").status(name) is Status.FULFILLED


def test_a_route_that_nobody_stated_cannot_be_judged() -> None:
    assert abroad(PLAIN).status("27/8/c", "-1 12:00") is Status.PENDING
    assert abroad(PLAIN).tell("12:00", "AircraftDeparted").status("27/8/c") is Status.UNDETERMINED


@pytest.mark.parametrize(
    ("name", "purpose"), [("27/10/b", "advance_group_travel"), ("27/10/c", "special_aircraft_costs")]
)
def test_costs_are_paid_back_after_the_visit_and_looked_at_in_the_end(name: str, purpose: str) -> None:
    tale = over(abroad(THEN))
    assert tale.status(name, "+32 23:59") is Status.PENDING
    assert tale.status(name, "+33 00:00") is Status.REVIEW
    cost = {"purpose": purpose, "stage": "reimbursed", "amount": {"amount": "120.50", "currency": "EUR"}}
    assert (
        tale.tell("+20 10:00", "CostRecorded", by=FINANCE, **cost).status(name, "+40 12:00")
        is Status.FULFILLED
    )
    other = over(abroad(THEN)).tell("+20 10:00", "CostRecorded", by="ge-mfa", **cost)
    assert other.status(name, "+40 12:00") is Status.BREACHED


def test_the_delegation_is_paid_for_and_accounts_are_settled() -> None:
    tale = abroad(THEN).tell(
        "-3 10:00", "CostRecorded", purpose="delegation_mission", stage="allotted", by=FINANCE
    )
    assert over(tale).status("27/10/d") is Status.PENDING
    tale.tell("+9 10:00", "CostRecorded", purpose="delegation_mission", stage="settled", by=FINANCE)
    assert tale.status("27/10/d", "+9 12:00") is Status.FULFILLED
    assert over(abroad(THEN)).status("27/10/d") is Status.BREACHED


def test_a_body_that_the_register_does_not_know_today_is_no_bare_breach() -> None:
    tale = abroad().tell("-3 10:00", "GiftHandled", stage="prepared", by="ge-mfa")
    assert tale.status("27/9/b") is Status.UNDETERMINED


def test_a_visit_that_was_called_off_asks_for_nothing_more() -> None:
    tale = asked(abroad(PLAIN, overflies=["TR"]), "-12 10:00").tell(
        "-11 10:00", "CaseCancelled", reason="war"
    )
    found = {
        tale.status(name) for name in ("27/2.1", "27/5", "27/6", "27/8/b", "27/8/c", "27/10/c", "27/10/d")
    }
    assert found == {Status.DISCHARGED}
