"""Art. 2: agreement in advance; days off, holidays and nights lower the level, where that was decided."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import Tale, visit

AGREED = {"subject": "visit_character_and_dates"}


def test_agreement_comes_before_the_arrival() -> None:
    assert visit().status("2.1") is Status.PENDING
    assert visit().tell("12:00", "AircraftLanded").status("2.1") is Status.BREACHED
    tale = visit().tell("11:59", "AgreementReached", **AGREED)
    assert tale.tell("12:00", "AircraftLanded").status("2.1") is Status.FULFILLED


def test_agreement_at_the_touchdown_is_late() -> None:
    tale = visit().tell("12:00", "AgreementReached", **AGREED).tell("12:00", "AircraftLanded")
    assert tale.status("2.1") is Status.FULFILLED_LATE


def arriving(at: str, day: date = date(2026, 6, 15)) -> Tale:
    """A visit that is planned to touch down then, and to leave by day."""
    tale = Tale("visit-night-1", day)
    tale.tell("-30 12:00", "VisitRegistered", category="official", rank="head_of_state", guest_state="RO")
    return tale.plan("arrival", at).plan("departure", "+2 11:00")


def level(tale: Tale) -> list[Status]:
    return [item.verdict.status for item in tale.all("2.2")]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("21:59", Status.NOT_APPLICABLE),
        ("22:00", Status.PENDING),
        ("+1 05:59", Status.PENDING),
        ("+1 06:00", Status.NOT_APPLICABLE),
    ],
)
def test_night_runs_from_ten_to_six(at: str, expected: Status) -> None:
    assert level(arriving(at)) == [expected, Status.NOT_APPLICABLE]


@pytest.mark.parametrize(
    ("day", "ground"),
    [(date(2026, 6, 13), "day_off"), (date(2026, 5, 26), "public_holiday")],
)
def test_days_off_and_holidays_come_from_the_calendar(day: date, ground: str) -> None:
    verdict = arriving("12:00", day).all("2.2")[0].verdict
    assert verdict.status is Status.PENDING
    assert ground in dict(verdict.reasons[0].values)["grounds"]


def test_outside_the_calendar_a_day_is_unknown_and_a_night_is_not() -> None:
    verdict = arriving("12:00", date(2003, 9, 15)).all("2.2")[0].verdict
    assert (verdict.status, verdict.reasons[0].key) == (Status.UNDETERMINED, "outside_calendar")
    assert level(arriving("23:00", date(2003, 9, 15)))[0] is Status.PENDING


def test_the_decision_is_recorded_or_the_full_level_applied() -> None:
    tale = arriving("23:00").tell("-9 12:00", "DecisionTaken", subject="lowered_level", activity="arrival")
    assert level(tale) == [Status.FULFILLED, Status.NOT_APPLICABLE]
    over = (
        arriving("23:00").tell("23:00", "AircraftLanded").tell("23:50", "ActivityEnded", activity="arrival")
    )
    assert level(over)[0] is Status.NOT_APPLICABLE


def test_an_officer_may_vouch_for_the_principle() -> None:
    attested = {"provision": "decree-386/art-2.2", "outcome": "not_kept", "by": "ge-mfa"}
    assert level(arriving("12:00").tell("-9 12:00", "ProvisionAttested", **attested))[0] is Status.BREACHED


def greeted(at: str, *, decided: str | None, day: date = date(2026, 6, 15)) -> Tale:
    """A greeting without any flags."""
    tale = arriving(at, day)
    if decided is not None:
        tale.tell("-9 12:00", "DecisionTaken", subject="lowered_level", activity=decided)
    return tale.tell(at, "AircraftLanded").tell("+1 08:00", "ActivityEnded", activity="arrival")


@pytest.mark.parametrize(
    ("at", "decided", "expected"),
    [
        ("23:00", "arrival", Status.EXCUSED),
        ("23:00", "visit", Status.EXCUSED),
        ("23:00", None, Status.BREACHED),
        ("23:00", "departure", Status.BREACHED),
        ("12:00", "arrival", Status.BREACHED),
    ],
)
def test_a_shortfall_is_excused_by_night_and_decision_together(
    at: str, decided: str | None, expected: Status
) -> None:
    assert greeted(at, decided=decided).status("3/1/b.1") is expected


def test_what_is_excused_shows_what_lies_beneath_and_the_decision() -> None:
    verdict = greeted("23:00", decided="arrival").verdict("3/1/b.1")
    assert verdict.beneath is Status.BREACHED
    assert [fact.type for fact in verdict.evidence][-1] == "DecisionTaken"
    assert verdict.reasons[-1].key == "level_lowered"


def test_an_aircraft_that_was_due_by_night_keeps_its_excuse_when_it_comes_by_day() -> None:
    tale = arriving("23:00").tell("-9 12:00", "DecisionTaken", subject="lowered_level", activity="arrival")
    tale.tell("+1 07:00", "AircraftLanded").tell("+1 08:00", "ActivityEnded", activity="arrival")
    verdict = tale.verdict("3/1/b.1")
    assert (verdict.status, verdict.contested) == (Status.EXCUSED, True)


def test_outside_the_calendar_nobody_can_tell_whether_it_is_excused() -> None:
    tale = greeted("12:00", decided="arrival", day=date(2003, 9, 15))
    assert tale.status("3/1/b.1") is Status.UNDETERMINED


def test_nothing_but_greeting_and_farewell_is_excused() -> None:
    tale = greeted("23:00", decided="visit").tell("+3 11:00", "ActivityEnded", activity="visit")
    assert tale.status("1/3.3") is Status.BREACHED


def test_two_landings_leave_it_undetermined() -> None:
    tale = greeted("23:00", decided="arrival").tell("23:30", "AircraftLanded")
    assert level(tale)[0] is Status.UNDETERMINED


def test_a_decision_taken_after_the_arrival_covers_nothing() -> None:
    tale = greeted("23:00", decided=None)
    tale.tell("+2 09:00", "DecisionTaken", subject="lowered_level", activity="arrival")
    assert tale.status("3/1/b.1") is Status.BREACHED
    assert level(tale)[0] is Status.NOT_APPLICABLE
