"""Time limits: worked examples, the edges of months, years, zones and data, and general properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.law.calendars import OutsideCalendar, load_calendars
from domain.law.timelimit import (
    ZONES,
    Direction,
    NeedsInstant,
    Roll,
    TimeLimit,
    Unit,
    Window,
    add_months,
    first_day_of_month_after,
    nth_weekday_after,
)

CALENDARS = load_calendars()
STATES = ("GE", "RO")
SUNDAY = 6
ONE_DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def window(limit: TimeLimit, anchor: date) -> Window:
    return limit.window(anchor, CALENDARS)


def named(found: Window) -> dict[str, date]:
    """Every reading by name, those that agree with another included."""
    return {name: reading.last_day for reading in found.readings for name in (reading.name, *reading.also)}


# --- worked examples -------------------------------------------------------------------------------------

BEFORE = {
    "reception, 5 days": (5, "calendar_day", "2026-06-15", "2026-06-10"),
    "reception, 3 days": (3, "calendar_day", "2026-06-15", "2026-06-12"),
    "reception, 1 day": (1, "calendar_day", "2026-06-15", "2026-06-14"),
    "transit application, 7 days": (7, "calendar_day", "2026-06-15", "2026-06-08"),
    "advance group, 1 month": (1, "month", "2026-10-31", "2026-09-30"),
    "treaty drafts, 5 days before the group": (5, "calendar_day", "2026-09-30", "2026-09-25"),
}
AFTER = {
    "talk record, 1 week": (1, "week", "2026-06-15", "2026-06-22"),
    "transit reply, 5 days": (5, "calendar_day", "2026-06-08", "2026-06-13"),
    "interview, 4 days": (4, "calendar_day", "2026-06-01", "2026-06-05"),
    "late interview, 12 days": (12, "calendar_day", "2026-06-01", "2026-06-13"),
    "costs, 30 days": (30, "calendar_day", "2026-06-15", "2026-07-15"),
}
EXAMPLES = [(name, *row, "before") for name, row in BEFORE.items()]
EXAMPLES += [(name, *row, "after") for name, row in AFTER.items()]


@pytest.mark.parametrize(
    ("name", "count", "unit", "anchor", "due", "direction"), EXAMPLES, ids=[row[0] for row in EXAMPLES]
)
def test_worked_examples(
    name: str, count: int, unit: Unit, anchor: str, due: str, direction: Direction
) -> None:
    limit = TimeLimit(count, unit, direction, calendars=STATES)
    proposed = window(limit, day(anchor)).proposed
    assert (proposed.last_day, proposed.rule, proposed.day_zero) == (day(due), "literal", day(anchor))


def test_transfer_notice_three_working_days_before_with_the_strict_alternative() -> None:
    found = window(TimeLimit(3, "working_day", "before", calendars=STATES), day("2026-06-15"))
    assert found.proposed.last_day == found.latest.last_day == day("2026-06-10")
    assert (found.earliest.last_day, found.earliest.rule) == (day("2026-06-09"), "clear_working_days")
    assert found.contested
    assert [skip.name_en for skip in found.proposed.skipped] == ["Saturday", "Sunday"]
    lax = TimeLimit(3, "working_day", "before", calendars=STATES, clear_days=False)
    assert not window(lax, day("2026-06-15")).contested


def test_transit_reply_on_a_saturday_is_breached_only_after_the_monday() -> None:
    found = window(TimeLimit(5, "calendar_day", calendars=STATES), day("2026-06-08"))
    assert (found.earliest.last_day, found.latest.last_day) == (day("2026-06-13"), day("2026-06-15"))
    assert (found.earliest.rule, found.latest.rule) == ("literal", "rolled")
    saturday, sunday = found.latest.skipped
    assert (saturday.day, saturday.name_en, saturday.kind) == (day("2026-06-13"), "Saturday", "weekend")
    assert (sunday.day, sunday.name_ka, sunday.calendar) == (day("2026-06-14"), "კვირა", "GE+RO")


def test_accelerated_reply_whose_holidays_decide_the_day() -> None:
    found = window(TimeLimit(2, "working_day", calendars=STATES), day("2026-11-20"))
    assert named(found) == {
        "working_days:GE+RO@GE": day("2026-11-25"),
        "working_days:GE@GE": day("2026-11-25"),
        "working_days:RO@GE": day("2026-11-24"),
    }
    assert found.contested
    assert (found.warn_at, found.breach_at) == (
        instant("2026-11-24T20:00:00+00:00"),
        instant("2026-11-25T20:00:00+00:00"),
    )
    giorgoba = found.latest.skipped[-1]
    assert giorgoba == (day("2026-11-23"), "GE", "Saint George's Day (Giorgoba)", "გიორგობა", "day_off")
    assert found.earliest.calendars == ("RO",)
    assert found.editions == (CALENDARS["GE"].edition, CALENDARS["RO"].edition)
    noon = instant("2026-11-25T12:00:00+04:00")
    assert found.disputed_at(noon)
    assert found.latest.in_time(noon) and not found.earliest.in_time(noon)


@pytest.mark.parametrize(("owner", "due"), [(None, "2026-11-25"), ("GE", "2026-11-25"), ("RO", "2026-11-24")])
def test_the_owner_of_the_duty_can_set_the_proposed_calendar(owner: str | None, due: str) -> None:
    found = window(TimeLimit(2, "working_day", calendars=STATES, owner=owner), day("2026-11-20"))
    assert found.proposed.last_day == day(due)
    assert (found.earliest.last_day, found.latest.last_day) == (day("2026-11-24"), day("2026-11-25"))


def test_ten_working_days_over_easter() -> None:
    for state, due in (("GE", "2026-04-21"), ("RO", "2026-04-20")):
        found = window(TimeLimit(10, "working_day", calendars=(state,)), day("2026-04-02"))
        assert found.proposed.last_day == day(due)


@pytest.mark.parametrize(
    ("election", "inauguration"), [("2018-11-28", "2018-12-16"), ("2013-10-27", "2013-11-17")]
)
def test_inauguration_on_the_third_sunday_strictly_after_the_election(
    election: str, inauguration: str
) -> None:
    assert nth_weekday_after(day(election), SUNDAY, 3) == day(inauguration)


def test_first_day_of_the_second_month() -> None:
    assert first_day_of_month_after(day("2019-06-10"), 2) == day("2019-08-01")
    assert first_day_of_month_after(day("2019-12-31"), 2) == day("2020-02-01")


# --- readings --------------------------------------------------------------------------------------------


def test_a_day_off_in_doubt_makes_a_reading_of_its_own() -> None:
    found = window(TimeLimit(1, "working_day", calendars=("GE",)), day("2027-05-14"))
    assert named(found) == {
        "working_days:GE@GE": day("2027-05-18"),
        "working_days:GE:firm@GE": day("2027-05-17"),
    }
    assert found.earliest.firm_days_off and not found.latest.firm_days_off


def test_an_unqualified_day_is_also_read_as_working() -> None:
    limit = TimeLimit(5, "calendar_day", "before", calendars=("GE",), unqualified=True)
    found = window(limit, day("2026-06-15"))
    assert found.proposed.last_day == day("2026-06-10")
    assert found.earliest.last_day == day("2026-06-08")
    assert {reading.rule for reading in found.readings} == {"literal", "working_days"}


def test_the_floor_of_two_working_days() -> None:
    limit = TimeLimit(2, "calendar_day", calendars=STATES, floor=True)
    assert window(limit, day("2026-06-05")).latest.last_day == day("2026-06-09")
    assert window(limit, day("2026-06-08")).latest.last_day == day("2026-06-10")
    five = TimeLimit(5, "calendar_day", calendars=STATES, floor=True)
    assert named(window(five, day("2026-06-08")))["floor:GE+RO@GE"] == day("2026-06-15")
    one = TimeLimit(1, "calendar_day", calendars=STATES, floor=True)
    assert window(one, day("2026-06-05")).latest.last_day == day("2026-06-08")


def test_a_backward_limit_is_never_moved() -> None:
    found = window(TimeLimit(1, "calendar_day", "before", calendars=STATES, roll="always"), day("2026-06-15"))
    assert [reading.last_day for reading in found.readings] == [day("2026-06-14")]


@pytest.mark.parametrize(
    ("roll", "days"),
    [
        ("never", ["2026-06-13"]),
        ("both", ["2026-06-13", "2026-06-15"]),
        ("always", ["2026-06-15"]),
    ],
)
def test_rolling_is_a_choice(roll: str, days: list[str]) -> None:
    limit = TimeLimit(5, "calendar_day", calendars=STATES, roll=cast("Roll", roll))
    assert [str(reading.last_day) for reading in window(limit, day("2026-06-08")).readings] == days


def test_without_a_calendar_only_the_literal_day_is_read() -> None:
    found = window(TimeLimit(5, "calendar_day"), day("2026-06-08"))
    assert named(found) == {"literal@GE": day("2026-06-13")}
    assert not found.contested


# --- zones -----------------------------------------------------------------------------------------------


def test_a_late_evening_in_bucharest_is_the_next_day_in_tbilisi() -> None:
    limit = TimeLimit(12, "calendar_day", zones=STATES)
    found = window(limit, instant("2026-06-01T23:30:00+03:00"))
    tbilisi, bucharest = found.readings
    assert (tbilisi.day_zero, tbilisi.last_day) == (day("2026-06-02"), day("2026-06-14"))
    assert (bucharest.day_zero, bucharest.last_day) == (day("2026-06-01"), day("2026-06-13"))
    assert found.earliest is bucharest and found.latest is tbilisi
    assert bucharest.cutoff == instant("2026-06-14T00:00:00+03:00")


@pytest.mark.parametrize(
    ("last", "cutoff"),
    [
        ("2026-03-28", "2026-03-29T00:00:00+02:00"),
        ("2026-03-29", "2026-03-30T00:00:00+03:00"),  # a day of 23 hours
        ("2026-10-24", "2026-10-25T00:00:00+03:00"),
        ("2026-10-25", "2026-10-26T00:00:00+02:00"),  # a day of 25 hours
    ],
)
def test_a_day_ends_where_it_ends_when_clocks_change(last: str, cutoff: str) -> None:
    limit = TimeLimit(1, "calendar_day", zones=("RO",))
    reading = window(limit, day(last) - ONE_DAY).proposed
    assert (reading.last_day, reading.cutoff) == (day(last), instant(cutoff))
    assert reading.cutoff.utcoffset() == timedelta(0)


def test_hours_are_elapsed_time_even_when_clocks_change() -> None:
    reading = window(TimeLimit(3, "hour", zones=("RO",)), instant("2026-03-29T02:30:00+02:00")).proposed
    assert reading.last_moment == instant("2026-03-29T06:30:00+03:00")


def test_the_exact_instant_of_a_limit_in_minutes_is_in_time() -> None:
    start = instant("2026-06-15T10:00:00+04:00")
    found = window(TimeLimit(30, "minute", "before"), start)
    assert found.proposed.last_moment == start - timedelta(minutes=30)
    assert found.proposed.in_time(start - timedelta(minutes=30))
    assert not found.proposed.in_time(start - timedelta(minutes=30) + timedelta(microseconds=1))
    assert (found.proposed.rule, found.proposed.name, found.contested) == ("elapsed", "elapsed@GE", False)
    midnight = window(TimeLimit(3, "hour", "before"), instant("2026-06-15T01:00:00+04:00")).proposed
    assert (midnight.day_zero, midnight.last_day) == (day("2026-06-15"), day("2026-06-14"))


def test_minutes_need_a_time_and_a_time_needs_a_zone() -> None:
    with pytest.raises(NeedsInstant, match="2026-06-15 is a day"):
        window(TimeLimit(30, "minute", "before"), day("2026-06-15"))
    for limit in (TimeLimit(30, "minute"), TimeLimit(5, "calendar_day")):
        with pytest.raises(ValueError, match="no UTC offset"):
            window(limit, datetime(2026, 6, 15, 10))


# --- months, years, the edge of the data -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_months_end_on_the_same_number_or_the_last_day(start: str, count: int, end: str) -> None:
    assert add_months(day(start), count) == day(end)
    direction: Direction = "after" if count > 0 else "before"
    assert window(TimeLimit(abs(count), "month", direction), day(start)).proposed.last_day == day(end)


def test_the_year_ends_inside_a_limit() -> None:
    found = window(TimeLimit(2, "working_day", calendars=STATES), day("2026-12-31"))
    assert named(found) == {
        "working_days:GE+RO@GE": day("2027-01-05"),
        "working_days:GE@GE": day("2027-01-05"),
        "working_days:RO@GE": day("2027-01-05"),
    }
    assert [skip.name_en for skip in found.proposed.skipped] == ["New Year", "New Year", "Saturday", "Sunday"]


def test_the_leap_day_counts() -> None:
    assert window(TimeLimit(2, "calendar_day"), day("2024-02-28")).proposed.last_day == day("2024-03-01")


@pytest.mark.parametrize(
    ("limit", "anchor"),
    [
        (TimeLimit(3, "working_day", calendars=STATES), "2027-12-30"),
        (TimeLimit(3, "working_day", "before", calendars=STATES), "2018-01-03"),
        (TimeLimit(12, "calendar_day", calendars=STATES), "2027-12-25"),
        (TimeLimit(3, "working_day", calendars=STATES), "2031-01-01"),
        (TimeLimit(5, "calendar_day"), "9999-12-31"),
        (TimeLimit(5, "calendar_day"), "0001-01-01"),
    ],
)
def test_a_limit_that_leaves_the_data_is_refused(limit: TimeLimit, anchor: str) -> None:
    with pytest.raises(OutsideCalendar):
        window(limit, day(anchor))


def test_a_literal_limit_needs_no_calendar_data() -> None:
    found = window(TimeLimit(5, "calendar_day", "before", calendars=STATES), day("2031-01-10"))
    assert found.proposed.last_day == day("2031-01-05")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"unit": "day"}, "unit is 'day'"),
        ({"direction": "at"}, "direction is 'at'"),
        ({"roll": "sometimes"}, "roll is 'sometimes'"),
        ({"count": -1}, "count is -1"),
        ({"count": 100_000}, "count is 100000"),
        ({"count": 0, "unit": "working_day", "calendars": STATES}, "count is 0"),
        ({"zones": ()}, "name at least one"),
        ({"zones": ("XX",)}, "zones are"),
        ({"unit": "working_day"}, "name at least one calendar"),
        ({"owner": "GE"}, "owner GE"),
        ({"unit": "week", "unqualified": True, "calendars": STATES}, "unqualified"),
        ({"floor": True}, "name at least one calendar"),
    ],
)
def test_an_impossible_limit_is_refused(fields: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        TimeLimit(**({"count": 5, "unit": "calendar_day"} | fields))  # type: ignore[arg-type]


# --- properties ------------------------------------------------------------------------------------------

INSTANTS = st.datetimes(datetime(2019, 1, 1), datetime(2026, 6, 30), timezones=st.just(UTC))
DAY_UNITS: tuple[Unit, ...] = ("calendar_day", "working_day", "week", "month")


@st.composite
def limits(draw: st.DrawFn, units: tuple[Unit, ...] = get_args(Unit)) -> TimeLimit:
    unit = draw(st.sampled_from(units))
    return TimeLimit(
        draw(st.integers(1, 12)),
        unit,
        draw(st.sampled_from(get_args(Direction))),
        zones=draw(st.sampled_from([("GE",), ("RO",), STATES])),
        calendars=draw(st.sampled_from([("GE",), ("RO",), STATES])),
        unqualified=unit == "calendar_day" and draw(st.booleans()),
        floor=draw(st.booleans()),
    )


@given(limit=limits(), anchor=INSTANTS)
def test_earliest_and_latest_enclose_every_reading(limit: TimeLimit, anchor: datetime) -> None:
    found = window(limit, anchor)
    assert found.warn_at == min(reading.cutoff for reading in found.readings)
    assert found.breach_at == max(reading.cutoff for reading in found.readings)
    assert found.contested == (found.warn_at < found.breach_at)
    assert all(reading.cutoff.tzinfo is UTC for reading in found.readings)


@given(limit=limits(), anchor=INSTANTS)
def test_an_act_at_the_anchor_is_in_time_forwards_and_late_backwards(
    limit: TimeLimit, anchor: datetime
) -> None:
    for reading in window(limit, anchor).readings:
        assert reading.in_time(anchor) == (limit.direction == "after")


@given(limit=limits(DAY_UNITS), anchor=INSTANTS)
def test_a_day_limit_ends_at_local_midnight(limit: TimeLimit, anchor: datetime) -> None:
    for reading in window(limit, anchor).readings:
        where = ZONES[reading.zone]
        local = reading.cutoff.astimezone(where)
        assert (local.date(), local.hour, local.minute) == (reading.last_day + ONE_DAY, 0, 0)
        assert reading.day_zero == anchor.astimezone(where).date()


@given(limit=limits(), anchor=INSTANTS)
def test_a_longer_limit_never_ends_sooner(limit: TimeLimit, anchor: datetime) -> None:
    longer = TimeLimit(
        limit.count + 1,
        limit.unit,
        limit.direction,
        limit.zones,
        limit.calendars,
        unqualified=limit.unqualified,
        floor=limit.floor,
    )
    near, far = window(limit, anchor), window(longer, anchor)
    if limit.direction == "after":
        assert near.warn_at <= far.warn_at and near.breach_at <= far.breach_at
    else:
        assert near.warn_at >= far.warn_at and near.breach_at >= far.breach_at


@given(limit=limits(DAY_UNITS), anchor=INSTANTS)
def test_skipped_days_are_the_days_off_between_and_nothing_else(limit: TimeLimit, anchor: datetime) -> None:
    for reading in window(limit, anchor).readings:
        if reading.rule == "literal":
            assert reading.skipped == ()
            continue
        counted = CALENDARS.of(reading.calendars)
        if reading.firm_days_off:
            assert counted.firm is not None
            counted = counted.firm
        assert counted.is_working(reading.last_day)
        low, high = sorted((reading.day_zero, reading.last_day))
        for skip in reading.skipped:
            assert low <= skip.day <= high and not counted.is_working(skip.day)
        if reading.rule == "working_days":
            worked = (high - low).days - len({skip.day for skip in reading.skipped})
            assert worked == limit.count


@given(
    anchor=st.dates(date(2018, 1, 1), date(2027, 12, 1)), weekday=st.integers(0, 6), count=st.integers(1, 5)
)
def test_the_nth_weekday_lies_in_the_nth_week_after(anchor: date, weekday: int, count: int) -> None:
    found = nth_weekday_after(anchor, weekday, count)
    assert found.weekday() == weekday
    assert 7 * (count - 1) < (found - anchor).days <= 7 * count
