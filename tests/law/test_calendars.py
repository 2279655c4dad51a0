"""The calendars against hand-checked days, the law that made them, and an independent library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.law.calendars import Calendar, DayOff, OutsideCalendar, load_calendars, parse_calendar
from domain.law.calendars import load as loader
from domain.law.zones import BUCHAREST, TBILISI, first_instant_after, local_day, zone

CALENDARS = load_calendars()
GE, RO, BOTH = CALENDARS["GE"], CALENDARS["RO"], CALENDARS.both
EVERY = pytest.mark.parametrize("calendar", [GE, RO, BOTH], ids=lambda calendar: calendar.id)
COVERED = (date(2018, 1, 1), date(2027, 12, 31))
ONE_DAY = timedelta(days=1)

#: Why our data has a day that the library has not. There is no day that the library has and we have not.
DIFFERENCES: dict[str, dict[str, str]] = {
    "GE": {
        "2018-11-28": "day off for the run-off of the presidential election; the library has none",
        "2021-01-03..2021-01-06": "Resolution 698 of 2020; the library lacks most Government days off",
        "2021-01-08..2021-01-15": "Resolution 698 of 2020",
        "2021-05-04..2021-05-08": "Resolution 175 of 2021",
        "2021-05-10..2021-05-11": "Resolution 175 of 2021 as reported, contested",
        "2022-01-03..2022-01-06": "resolution on January 2022",
        "2022-01-08..2022-01-09": "resolution on January 2022",
        "2022-01-10": "council decision of 22 December 2021, contested",
        "2023-01-03..2023-01-06": "resolution on January 2023",
        "2024-01-03..2024-01-05": "resolution on January 2024",
        "2024-05-07..2024-05-08": "resolution on May 2024",
        "2024-05-10": "resolution on May 2024",
        "2024-10-25": "eve of the parliamentary election",
        "2025-01-03": "five days off in January 2025, dates inferred, contested",
        "2025-01-06": "five days off in January 2025, dates inferred, contested",
        "2025-01-08..2025-01-10": "five days off in January 2025, dates inferred, contested",
        "2025-10-03": "eve of the local elections",
        "2026-01-05..2026-01-06": "resolution on January 2026",
    },
    "RO": {
        "2018-04-30": "HG 207/2018; the library has no bridge days of public staff",
        "2018-12-24": "bridge day of December 2018",
        "2018-12-31": "bridge day of December 2018",
        "2019-04-30": "bridge day, contested",
        "2019-08-16": "bridge day of August 2019",
        "2019-12-27": "bridge day of December 2019",
        "2020-01-03": "bridge day of December 2019",
        "2022-12-02": "bridge day of 2022",
        "2023-01-23": "bridge day of 2023",
        "2023-06-02": "bridge day of 2023",
        "2023-08-14": "bridge day of 2023",
        "2024-05-02": "HG 1307/2023",
        "2024-08-16": "HG 1307/2023",
        "2024-12-27": "HG 1307/2023",
        "2025-05-02": "HG 2/2025",
    },
}


def span(text: str) -> Iterator[date]:
    first, _, last = text.partition("..")
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last or first):
        yield day
        day += ONE_DAY


def every_day() -> Iterator[date]:
    yield from span(f"{COVERED[0]}..{COVERED[1]}")


@pytest.mark.parametrize(("calendar", "language"), [(GE, "ka"), (RO, "ro")], ids=["GE", "RO"])
def test_every_difference_from_an_independent_source_has_a_reason(calendar: Calendar, language: str) -> None:
    theirs = set(holidays.country_holidays(calendar.id, years=range(2018, 2028), language=language))
    explained = {day for text in DIFFERENCES[calendar.id] for day in span(text)}
    assert set(calendar.off) - theirs == explained
    assert theirs - set(calendar.off) == set()


@pytest.mark.parametrize("calendar", [GE, RO], ids=["GE", "RO"])
def test_every_day_off_is_named_in_two_languages_and_cited(calendar: Calendar) -> None:
    for day, entries in calendar.off.items():
        for entry in entries:
            assert (entry.day, entry.calendar) == (day, calendar.id)
            assert entry.name_en and entry.source
            assert any("\u10d0" <= letter <= "\u10ff" for letter in entry.name_ka), entry


@EVERY
def test_a_working_day_is_one_that_is_neither_weekend_nor_off(calendar: Calendar) -> None:
    for day in every_day():
        reason = calendar.reason_off(day)
        assert calendar.is_working(day) == (reason is None)
        assert (reason == "weekend") == (day.weekday() in (5, 6))


def test_joint_days_are_working_in_both_states() -> None:
    for day in every_day():
        assert BOTH.is_working(day) == (GE.is_working(day) and RO.is_working(day))
    assert (BOTH.id, BOTH.members) == ("GE+RO", ("GE", "RO"))
    assert CALENDARS.of(("RO", "GE")) is BOTH
    with pytest.raises(KeyError, match="no calendar FR"):
        CALENDARS.of(("GE", "FR"))


def test_the_states_differ_by_fourteen_statutory_weekdays_in_2026() -> None:
    firm_ge, firm_ro = GE.firm, RO.firm
    assert firm_ge is not None and firm_ro is not None
    days = span("2026-01-01..2026-12-31")
    assert sum(firm_ge.is_working(day) != firm_ro.is_working(day) for day in days) == 14


@pytest.mark.parametrize(
    ("calendar", "day", "name"),
    [
        (GE, "2026-11-23", "Saint George's Day (Giorgoba)"),
        (GE, "2026-04-10", "Orthodox Good Friday"),
        (GE, "2027-05-17", "Day of Family Sanctity and Respect for Parents"),
        (GE, "2024-05-17", "Day of Family Sanctity and Respect for Parents"),
        (GE, "2018-11-28", "Second round of the presidential election"),
        (RO, "2018-04-06", "Orthodox Good Friday"),
        (RO, "2025-01-06", "Epiphany"),
        (RO, "2027-01-07", "Saint John the Baptist"),
        (RO, "2027-06-21", "Pentecost Monday"),
        (RO, "2025-05-02", "Bridge day for public staff"),
    ],
)
def test_known_days_off(calendar: Calendar, day: str, name: str) -> None:
    reason = calendar.reason_off(date.fromisoformat(day))
    assert isinstance(reason, DayOff)
    assert reason.name_en == name


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        (RO, "2023-01-06"),  # the law of 2023 begins with 2024
        (GE, "2023-05-17"),  # neither the one-off day of 2024 nor the law of 2025
        (RO, "2026-01-05"),  # no bridge day was given
        (RO, "2026-11-23"),
    ],
)
def test_days_that_are_not_off(calendar: Calendar, day: str) -> None:
    assert calendar.is_working(date.fromisoformat(day))


def test_two_feasts_on_one_day_are_both_kept() -> None:
    names = [entry.name_en for entry in GE.days_off(date(2018, 4, 9))]
    assert names == ["National Unity Day", "Orthodox Easter Monday"]
    assert {entry.name_en for entry in RO.days_off(date(2026, 6, 1))} == {
        "Children's Day",
        "Pentecost Monday",
    }


def test_disputed_and_administrative_days_are_off_but_not_firm() -> None:
    firm = GE.firm
    assert firm is not None and firm.firm is None
    for text in ("2027-05-17", "2026-01-05", "2025-01-08"):
        day = date.fromisoformat(text)
        assert not GE.is_working(day)
        assert firm.is_working(day)
    assert not firm.is_working(date(2021, 1, 4)), "Resolution 698 of 2020 binds everybody"
    assert not firm.is_working(date(2026, 5, 26))


@EVERY
@given(day=st.dates(*COVERED), count=st.integers(1, 40))
def test_the_nth_working_day_has_n_working_days_up_to_it(calendar: Calendar, day: date, count: int) -> None:
    try:
        ahead = calendar.add_working_days(day, count)
        back = calendar.add_working_days(day, -count)
    except OutsideCalendar:
        return
    assert calendar.is_working(ahead) and calendar.is_working(back)
    assert sum(calendar.is_working(each) for each in span(f"{day + ONE_DAY}..{ahead}")) == count
    assert sum(calendar.is_working(each) for each in span(f"{back}..{day - ONE_DAY}")) == count


@EVERY
@given(day=st.dates(*COVERED))
def test_rolling_forward_stops_at_the_first_working_day(calendar: Calendar, day: date) -> None:
    try:
        rolled = calendar.roll_forward(day)
    except OutsideCalendar:
        assert day > COVERED[1] - timedelta(days=7)
        return
    assert rolled >= day and calendar.is_working(rolled)
    assert not any(calendar.is_working(each) for each in span(f"{day}..{rolled - ONE_DAY}"))


@EVERY
@pytest.mark.parametrize("day", [date(2017, 12, 31), date(2028, 1, 1)])
def test_nothing_is_guessed_outside_the_covered_years(calendar: Calendar, day: date) -> None:
    assert not calendar.covers(day)
    for question in (calendar.is_working, calendar.reason_off, calendar.days_off, calendar.roll_forward):
        with pytest.raises(OutsideCalendar) as caught:
            question(day)
        assert (caught.value.calendar, caught.value.day) == (calendar.id, day)
        assert (caught.value.first, caught.value.last) == COVERED
        assert "2018-01-01 to 2027-12-31" in str(caught.value)


@EVERY
def test_counting_over_the_edge_is_refused(calendar: Calendar) -> None:
    assert calendar.covers(COVERED[0]) and calendar.covers(COVERED[1])
    assert calendar.add_working_days(date(2027, 12, 30), 1) == date(2027, 12, 31)
    with pytest.raises(OutsideCalendar):
        calendar.add_working_days(date(2027, 12, 30), 2)
    assert calendar.add_working_days(date(2018, 1, 4), -1) == date(2018, 1, 3)
    with pytest.raises(OutsideCalendar):
        calendar.add_working_days(date(2018, 1, 4), -2)
    with pytest.raises(ValueError, match="from 1"):
        calendar.add_working_days(date(2026, 6, 1), 0)


def test_a_rule_that_cites_nothing_known_is_refused() -> None:
    text = (Path(loader.__file__).parent / "ro.toml").read_text("utf-8")
    assert parse_calendar(text).off == RO.off
    with pytest.raises(ValueError, match="unknown instrument 'law-1'"):
        parse_calendar(text.replace('instrument = "law-52-2023"', 'instrument = "law-1"'))
    with pytest.raises(ValueError, match="scope"):
        parse_calendar(text.replace('scope = "administrative_bodies"', 'scope = "some"'))


def test_zones_come_from_the_pinned_data_with_their_names() -> None:
    assert (TBILISI.key, BUCHAREST.key) == ("Asia/Tbilisi", "Europe/Bucharest")
    assert zone("Asia/Tbilisi") is TBILISI
    for wrong in ("Asia/Nowhere", "../zones", "", "Asia"):
        with pytest.raises(ValueError, match="write it like"):
            zone(wrong)


@given(day=st.dates(date(2006, 1, 1), date(2030, 12, 31)), where=st.sampled_from([TBILISI, BUCHAREST]))
def test_the_cutoff_is_the_first_instant_of_the_next_local_day(day: date, where: object) -> None:
    place = TBILISI if where is TBILISI else BUCHAREST
    cutoff = first_instant_after(day, place)
    assert cutoff.utcoffset() == timedelta(0)
    assert local_day(cutoff, place) == day + ONE_DAY
    assert local_day(cutoff - timedelta(microseconds=1), place) == day
