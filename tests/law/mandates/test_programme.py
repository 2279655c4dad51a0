"""The programme: money, months, deliveries, and what its facts cannot mean."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from api.web.burn_down import chart_of
from domain.cases.programme_figures import ProgrammeFigures, programme_figures
from domain.law.verdict import Severity, Status
from tests.law.decree.tale import Tale

START = date(2014, 1, 31)


def programme(**more: object) -> Tale:
    registered = {
        "funder": "eu-european-union",
        "partner": "un-iom",
        "budget": {"amount": "4800000.00", "currency": "EUR"},
        "months": 42,
        "not_before": "2013-01-01",
        "not_after": "2017-12-31",
        "activities": 16,
    }
    return Tale("programme-tale-1", START).tell("-30 12:00", "ProgrammeRegistered", **{**registered, **more})


def spend(tale: Tale, when: str, amount: str, currency: str = "EUR", number: int = 3) -> Tale:
    money = {"amount": amount, "currency": currency}
    return tale.tell(when, "SpendingRecorded", amount=money, number=number)


def status(tale: Tale, norm: str) -> Status:
    (found,) = [item for item in tale.report("+1500 12:00").obligations if item.norm.id == norm]
    return found.verdict.status


def figures(tale: Tale) -> ProgrammeFigures:
    found = programme_figures(tale.report("+1500 12:00").history)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("ends", "expected"),
    [("+1277 23:59:59", Status.FULFILLED), ("+1278 00:00", Status.FULFILLED_LATE)],
)
def test_forty_two_months_end_on_the_last_day_of_a_shorter_month(ends: str, expected: Status) -> None:
    tale = programme().tell("09:00", "ProgrammeStageReached", stage="programme_started")
    assert (
        status(tale.tell(ends, "ProgrammeStageReached", stage="programme_ended"), "iom-project/frame.1")
        is expected
    )


def test_the_budget_may_be_spent_to_the_last_cent() -> None:
    assert status(spend(programme(), "+1 12:00", "4800000.00"), "iom-project/frame.4") is Status.HOLDING
    over = spend(spend(programme(), "+1 12:00", "4800000.00"), "+2 12:00", "0.01")
    assert status(over, "iom-project/frame.4") is Status.BREACHED
    assert [gap.code for gap in over.report("+9 12:00").gaps] == ["overspent"]
    assert figures(over).left == Decimal("-0.01")


def test_another_currency_is_recorded_and_never_converted() -> None:
    tale = spend(spend(programme(), "+1 12:00", "100.00"), "+2 12:00", "70.00", "USD")
    found = figures(tale)
    assert (found.spent, found.elsewhere) == (Decimal("100.00"), {"USD": Decimal("70.00")})
    assert status(tale, "iom-project/frame.4") is Status.UNDETERMINED
    assert [gap.code for gap in tale.report("+9 12:00").gaps] == ["currency_differs"]


def test_an_activity_outside_the_programme_is_recorded_and_said() -> None:
    tale = programme().tell("+1 12:00", "DeliveryRecorded", number=17, delivery="training")
    assert [gap.code for gap in tale.report().gaps] == ["unknown_activity"]
    assert 17 not in figures(tale).undelivered


def test_a_delivery_to_another_body_does_not_perform_an_activity() -> None:
    tale = programme().tell(
        "+1 12:00", "DeliveryRecorded", number=3, delivery="equipment_and_software", to="ge-border-police"
    )
    assert status(tale, "iom-project/activity-3") is Status.PENDING


def test_what_is_missing_at_the_end_is_a_note_and_no_breach_of_duty() -> None:
    tale = programme().tell("+900 12:00", "ProgrammeStageReached", stage="programme_ended")
    found = [item for item in tale.report("+901 12:00").deviations if "activity-" in item.norm.id]
    assert len(found) == 16
    assert {item.severity for item in found} == {Severity.NOTE}


@pytest.mark.parametrize(("day", "followed"), [(date(2017, 12, 31), True), (date(2018, 1, 1), False)])
def test_help_follows_a_transfer_only_within_the_years_of_the_programme(day: date, followed: bool) -> None:
    tale = Tale("readmission-tale-1", day)
    tale.tell(
        "12:00",
        "TransferCompleted",
        crossing_point="ge-tbilisi-airport",
        received_by="ge-migration-department",
    )
    norms = {item.norm.id for item in tale.report().obligations}
    assert ({"iom-project/activity-12", "iom-project/activity-13"} <= norms) is followed


def test_the_chart_falls_in_steps_and_below_the_line_when_overspent() -> None:
    tale = programme().tell("00:00", "ProgrammeStageReached", stage="programme_started")
    found = figures(spend(spend(tale, "+100 12:00", "2400000.00"), "+200 12:00", "4800000.00"))
    chart = chart_of(found, date(2016, 1, 1))
    assert chart.left.startswith("0,0 ")
    assert 0 < chart.zero < 240
    assert max(float(point.split(",")[1]) for point in chart.left.split()) == 240.0
