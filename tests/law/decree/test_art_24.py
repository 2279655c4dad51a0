"""Art. 24: 26 May."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.verdict import Status
from tests.law.decree.ceremony import ceremony
from tests.law.decree.tale import Tale

DAY = date(2026, 5, 26)


def festive(day: date = DAY) -> Tale:
    return ceremony("independence_day", day)


def president(tale: Tale, when: str, role: str = "attendance", **more: object) -> Tale:
    present = [{"office": "ge-president", **more}]
    activity = "evening_reception" if role == "hosting" else "independence_day"
    return tale.tell(when, "OfficialsPresent", role=role, activity=activity, present=present)


def reception(when: str, **spouse: object) -> Tale:
    tale = festive().tell(when, "ActivityStarted", activity="evening_reception", led_by="ge-president")
    return president(tale, when, "hosting", **spouse)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("00:00", Status.FULFILLED),
        ("23:59:59", Status.FULFILLED),
        ("+1 00:00", Status.BREACHED),
        ("-1 23:59", Status.BREACHED),
    ],
)
def test_the_president_takes_part_on_the_day(when: str, expected: Status) -> None:
    assert president(festive(), when).status("24/1") is expected


def test_it_is_open_until_the_day_is_over() -> None:
    assert festive().status("24/1", "23:59") is Status.PENDING
    assert festive().status("24/1", "+1 00:00") is Status.BREACHED
    assert festive().verdict("24/1", "12:00").next_check == festive().instant("+1 00:00")


def test_the_presence_at_the_evening_reception_is_another_matter() -> None:
    tale = festive().tell(
        "19:00",
        "OfficialsPresent",
        role="attendance",
        activity="evening_reception",
        present=[{"office": "ge-president"}],
    )
    assert tale.status("24/1") is Status.BREACHED


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("18:00", Status.FULFILLED),
        ("17:59:59", Status.REVIEW),
        ("23:00", Status.FULFILLED),
        ("+1 19:00", Status.BREACHED),
    ],
)
def test_the_reception_begins_in_the_evening(when: str, expected: Status) -> None:
    assert reception(when, with_spouse=True).status("24/2") is expected


def test_the_reception_is_given_in_two_names() -> None:
    assert reception("19:00").status("24/2") is Status.BREACHED
    both = [{"office": "ge-president"}, {"office": "ge-president-spouse"}]
    tale = festive().tell("19:00", "ActivityStarted", activity="evening_reception")
    assert tale.status("24/2", "20:00") is Status.PENDING
    tale.tell("19:00", "OfficialsPresent", role="hosting", activity="evening_reception", present=both)
    assert tale.status("24/2") is Status.FULFILLED


def test_a_reception_in_nobodys_name_is_a_breach_when_it_is_over() -> None:
    tale = festive().tell("19:00", "ActivityStarted", activity="evening_reception")
    tale.tell("22:00", "ActivityEnded", activity="evening_reception")
    assert tale.status("24/2", "22:30") is Status.BREACHED


def test_the_reception_is_owed_even_where_nobody_planned_it() -> None:
    tale = festive().tell("12:00", "ActivityStarted", activity="independence_day")
    tale.tell("14:00", "ActivityEnded", activity="independence_day")
    assert tale.status("24/2", "15:00") is Status.PENDING
    assert tale.status("24/2", "+1 00:00") is Status.BREACHED


def test_a_reception_taken_out_of_the_programme_is_a_breach() -> None:
    tale = festive().plan("evening_reception", "19:00")
    tale.tell("-1 10:00", "ProgrammeItemCancelled", activity="evening_reception", reason="rain")
    assert tale.status("24/2") is Status.BREACHED


def test_a_day_that_was_called_off_asks_for_nothing() -> None:
    tale = festive().tell("-1 10:00", "CaseCancelled", reason="national mourning")
    assert tale.status("24/1") is Status.DISCHARGED
    assert tale.status("24/2") is Status.DISCHARGED
