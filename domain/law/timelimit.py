"""Time limits: from a count, a unit, a direction and an anchor to the instant from which an act is late.

A limit is data; the texts leave open whose days off count, whether a last day off is moved, and whose
midnight ends a day. So a limit has several *readings*. All are computed: the earliest is for warnings,
and only past the latest is a breach asserted. The first reading is the proposed one, the default that the
law pack ships with.

One rule of comparison holds for every unit: an act is in time if and only if it happened *before*
`cutoff`. For a limit in days, `cutoff` is the first instant after the last local day; for hours and
minutes, whose exact instant is still in time, it lies one microsecond (the resolution of a recorded time)
after it.

Day 0, the day of the anchor, is not counted; the last day is. A limit counted backwards is never moved.
Months end on the day of the same number, or on the last day of a shorter month.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple, get_args

from domain.law.calendars import Calendar, Calendars, OutsideCalendar
from domain.law.calendars.calendar import SATURDAY
from domain.law.states import STATE_ZONES
from domain.law.zones import ONE_DAY, first_instant_after, local_day

Unit = Literal["calendar_day", "working_day", "week", "month", "hour", "minute"]
Direction = Literal["after", "before"]
Roll = Literal["never", "both", "always"]
Rule = Literal["literal", "rolled", "floor", "working_days", "clear_working_days", "elapsed"]

ZONES: Final = STATE_ZONES
"""The zone whose midnight ends a day of the State."""
LARGEST_COUNT: Final = 3660
CIVIL: Final = (date(1900, 1, 1), date(2199, 12, 31))
"""Days that can be an anchor at all; anything else is a slip of the pen."""
FLOOR_WORKING_DAYS: Final = 2
"""Regulation 1182/71 art. 3(5): a period of two days or more holds at least two working days."""
TICK: Final = timedelta(microseconds=1)
_WEEKEND: Final = (("Saturday", "შაბათი"), ("Sunday", "კვირა"))


class NeedsInstant(ValueError):
    """A limit in hours or minutes was counted from a day without a time."""


class Skipped(NamedTuple):
    """A day that was passed over, and why. `calendar` is the joint id ("GE+RO") for a weekend."""

    day: date
    calendar: str
    name_en: str
    name_ka: str
    kind: Literal["weekend", "day_off"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to count the limit, with all that a sentence about it needs."""

    rule: Rule
    calendars: tuple[str, ...]
    """The States in all of which a day must be working to count; empty where no calendar was needed."""
    firm_days_off: bool
    """True if only days off beyond dispute were passed over (`DayOff.firm`)."""
    zone: str
    day_zero: date
    last_day: date
    cutoff: datetime
    """First instant that is too late, in UTC."""
    skipped: tuple[Skipped, ...]
    last_moment: datetime | None = None
    """For hours and minutes: the exact instant that is still in time, in UTC."""
    also: tuple[str, ...] = ()
    """Names of further readings that end on the same day of the same zone."""

    @property
    def name(self) -> str:
        """Stable name, such as `working_days:GE+RO`, `rolled:GE:firm` or `literal`, then `@` and the zone."""
        return _name(self.rule, self.calendars, self.firm_days_off, self.zone)

    def in_time(self, at: datetime) -> bool:
        """Whether an act at that instant is in time under this reading."""
        return at < self.cutoff


@dataclass(frozen=True, slots=True)
class Window:
    """The readings of a limit for one anchor: those that differ, the proposed one first."""

    limit: TimeLimit
    readings: tuple[Reading, ...]
    earliest: Reading
    latest: Reading
    editions: tuple[str, ...]
    """Editions of the calendars that were consulted."""

    @property
    def proposed(self) -> Reading:
        """The reading that the law pack ships with."""
        return self.readings[0]

    @property
    def warn_at(self) -> datetime:
        """From here on an act is late under the strictest reading."""
        return self.earliest.cutoff

    @property
    def breach_at(self) -> datetime:
        """From here on an act is late under every reading: only now may a breach be asserted."""
        return self.latest.cutoff

    @property
    def contested(self) -> bool:
        """Whether the readings end at different instants."""
        return self.warn_at != self.breach_at

    def disputed_at(self, at: datetime) -> bool:
        """Whether an act at that instant is in time under one reading and late under another."""
        return self.warn_at <= at < self.breach_at


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit as a law pack states it. `ValueError` says which field cannot be so."""

    count: int
    unit: Unit
    direction: Direction = "after"
    zones: tuple[str, ...] = ("GE",)
    """States whose midnight may end a day, the proposed one first; several where the text leaves it open."""
    calendars: tuple[str, ...] = ()
    """States whose days off may count. Of several their joint working days are proposed, each is read too."""
    owner: str | None = None
    """State whose working days are proposed instead of the joint ones: the one that has to act."""
    roll: Roll = "both"
    """Whether a last day off is moved to the next working day; never so for a limit counted backwards."""
    clear_days: bool = True
    """Backward working days: also read as so many clear days, neither end counted."""
    unqualified: bool = False
    """The text says "days" and not which: also read as working days."""
    floor: bool = False
    """Also read with the two working days that Regulation 1182/71 guarantees."""

    def __post_init__(self) -> None:
        for field, kind in (("unit", Unit), ("direction", Direction), ("roll", Roll)):
            if getattr(self, field) not in get_args(kind):
                raise ValueError(
                    f"{field} is {getattr(self, field)!r}; use one of {', '.join(get_args(kind))}"
                )
        if not 0 <= self.count <= LARGEST_COUNT or (self.count == 0 and self.unit == "working_day"):
            raise ValueError(f"count is {self.count}; use 0 (1 for working days) to {LARGEST_COUNT}")
        if not self.zones or not set(self.zones) <= set(ZONES):
            raise ValueError(f"zones are {self.zones}; name at least one of {', '.join(ZONES)}")
        if self.owner is not None and self.owner not in self.calendars:
            raise ValueError(f"owner {self.owner} is not among the calendars {self.calendars}")
        if self.unqualified and (self.unit != "calendar_day" or self.count == 0):
            raise ValueError("only a limit of one or more calendar days can be unqualified")
        if not self.calendars and (
            self.unit == "working_day" or self.roll == "always" or self.unqualified or self.floor
        ):
            raise ValueError("this limit needs working days; name at least one calendar")

    def window(self, anchor: date, calendars: Calendars) -> Window:
        """Every reading of the limit from an anchor: an aware instant, or a day where only a day is known.

        Raises `OutsideCalendar` where a calendar that a reading needs has no data, and `NeedsInstant`.
        """
        if not CIVIL[0].year <= anchor.year <= CIVIL[1].year:
            day = anchor.date() if isinstance(anchor, datetime) else anchor
            raise OutsideCalendar("civil", day, *CIVIL)
        if self.unit in ("hour", "minute"):
            return _elapsed(self, anchor)
        if isinstance(anchor, datetime):
            return _window(self, tuple([local_day(anchor, ZONES[key]) for key in self.zones]), calendars)
        return _window(self, (anchor,) * len(self.zones), calendars)


class _Candidate(NamedTuple):
    rule: Rule
    calendar: Calendar | None
    firm: bool
    last_day: date
    passed_from: date
    """Where days may begin to have been skipped, on the way to the last day."""


def _elapsed(limit: TimeLimit, anchor: date) -> Window:
    if not isinstance(anchor, datetime):
        raise NeedsInstant(
            f"{anchor} is a day; a limit of {limit.count} {limit.unit}s is counted from a time"
        )
    where = ZONES[limit.zones[0]]
    day_zero = local_day(anchor, where)
    span = timedelta(hours=limit.count) if limit.unit == "hour" else timedelta(minutes=limit.count)
    moment = anchor.astimezone(UTC) + (span if limit.direction == "after" else -span)
    last_day = local_day(moment, where)
    reading = Reading(
        "elapsed", (), False, limit.zones[0], day_zero, last_day, moment + TICK, (), last_moment=moment
    )
    return Window(limit, (reading,), reading, reading, ())


@lru_cache(maxsize=16384)
def _window(limit: TimeLimit, days_zero: tuple[date, ...], calendars: Calendars) -> Window:
    bases = _bases(limit, calendars)
    readings: list[Reading] = []
    for key, day_zero in zip(limit.zones, days_zero, strict=True):
        by_day: dict[date, list[_Candidate]] = {}
        for candidate in _candidates(limit, day_zero, bases):
            by_day.setdefault(candidate.last_day, []).append(candidate)
        readings += [_reading(same, key, day_zero) for same in by_day.values()]
    return Window(
        limit,
        tuple(readings),
        min(readings, key=lambda reading: reading.cutoff),
        max(readings, key=lambda reading: reading.cutoff),
        tuple(calendars[key].edition for key in limit.calendars),
    )


def _bases(limit: TimeLimit, calendars: Calendars) -> tuple[Calendar, ...]:
    """The calendars to count by, the proposed one first: the owner's, else the joint one; then each alone."""
    if not limit.calendars:
        return ()
    ids = [limit.calendars, *((key,) for key in limit.calendars if len(limit.calendars) > 1)]
    if limit.owner is not None:
        ids.sort(key=lambda group: group != (limit.owner,))
    return tuple(calendars.of(group) for group in ids)


def _candidates(limit: TimeLimit, day: date, bases: tuple[Calendar, ...]) -> Iterator[_Candidate]:
    if limit.unit == "working_day":
        yield from _working(limit, day, bases)
        return
    literal = _literal(limit, day)
    may_move = limit.direction == "after" and limit.count > 0 and bool(bases)
    if not may_move or limit.roll != "always":
        yield _Candidate("literal", None, False, literal, literal)
    if may_move and limit.roll != "never":
        yield from _over("rolled", bases, lambda base: base.roll_forward(literal), literal)
    if may_move and limit.floor and literal - day >= FLOOR_WORKING_DAYS * ONE_DAY:
        yield from _over(
            "floor",
            bases,
            lambda base: max(base.roll_forward(literal), base.add_working_days(day, FLOOR_WORKING_DAYS)),
            day + ONE_DAY,
        )
    if limit.unqualified:
        yield from _working(limit, day, bases)


def _working(limit: TimeLimit, day: date, bases: tuple[Calendar, ...]) -> Iterator[_Candidate]:
    count = limit.count if limit.direction == "after" else -limit.count
    beside = day + (ONE_DAY if count > 0 else -ONE_DAY)
    yield from _over("working_days", bases, lambda base: base.add_working_days(day, count), beside)
    if limit.direction == "before" and limit.clear_days and limit.unit == "working_day":
        yield from _over(
            "clear_working_days", bases, lambda base: base.add_working_days(day, count - 1), beside
        )


def _over(
    rule: Rule, bases: tuple[Calendar, ...], last_day: Callable[[Calendar], date], passed_from: date
) -> Iterator[_Candidate]:
    """One rule by each calendar, then again by firm days off alone where that ends on another day."""
    full = [(base, last_day(base)) for base in bases]
    for base, last in full:
        yield _Candidate(rule, base, False, last, passed_from)
    for base, last in full:
        if base.firm is not None and (firm_last := last_day(base.firm)) != last:
            yield _Candidate(rule, base.firm, True, firm_last, passed_from)


def _literal(limit: TimeLimit, day: date) -> date:
    count = limit.count if limit.direction == "after" else -limit.count
    if limit.unit == "month":
        return add_months(day, count)
    return day + count * (7 if limit.unit == "week" else 1) * ONE_DAY


def _reading(same: list[_Candidate], key: str, day_zero: date) -> Reading:
    """The first of the candidates that end on one day, with the names of the others."""
    chosen = same[0]
    return Reading(
        chosen.rule,
        chosen.calendar.members if chosen.calendar else (),
        chosen.firm,
        key,
        day_zero,
        chosen.last_day,
        first_instant_after(chosen.last_day, ZONES[key]),
        tuple(_skipped(chosen)),
        also=tuple(
            _name(other.rule, other.calendar.members if other.calendar else (), other.firm, key)
            for other in same[1:]
        ),
    )


def _name(rule: Rule, calendars: tuple[str, ...], firm: bool, key: str) -> str:
    parts = [rule, "+".join(calendars), "firm" if firm else ""]
    return ":".join(part for part in parts if part) + f"@{key}"


def _skipped(chosen: _Candidate) -> Iterator[Skipped]:
    calendar = chosen.calendar
    if calendar is None:
        return
    first, last = sorted((chosen.passed_from.toordinal(), chosen.last_day.toordinal()))
    for number in range(first, last + 1):
        day = date.fromordinal(number)
        if day.weekday() >= SATURDAY:
            yield Skipped(day, calendar.id, *_WEEKEND[day.weekday() - SATURDAY], "weekend")
        elif not calendar.is_working(day):
            for off in calendar.days_off(day):
                yield Skipped(day, off.calendar, off.name_en, off.name_ka, "day_off")


def add_months(day: date, count: int) -> date:
    """The day of the same number so many months on (or back), else the last day of the shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def nth_weekday_after(day: date, weekday: int, count: int) -> date:
    """The `count`-th such weekday (Monday is 0) strictly after the day: decree-386/art-23/2, third Sunday."""
    if count < 1 or weekday not in range(7):
        raise ValueError("count weekdays from 1; a weekday is 0 (Monday) to 6 (Sunday)")
    return day + ((weekday - day.weekday() - 1) % 7 + 1 + 7 * (count - 1)) * ONE_DAY


def first_day_of_month_after(day: date, count: int) -> date:
    """The first day of the `count`-th calendar month after the day's own: protocol-ro/art-15/1."""
    return add_months(day.replace(day=1), count)
