"""One State's working days over the years that its data covers; nothing is guessed outside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, Self
from zoneinfo import ZoneInfo

from domain.law.zones import ONE_DAY

Scope = Literal["all", "administrative_bodies"]
SATURDAY: Final = 5


class OutsideCalendar(ValueError):
    """A day was asked for that the calendar has no data about: the answer is undetermined, not "working"."""

    def __init__(self, calendar: str, day: date, first: date, last: date) -> None:
        super().__init__(
            f"{day} is outside calendar {calendar}, which covers {first} to {last}; extend the calendar data"
        )
        self.calendar = calendar
        self.day = day
        self.first = first
        self.last = last


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off in law, with the instrument that made it one."""

    day: date
    calendar: str
    name_en: str
    name_ka: str
    source: str
    scope: Scope = "all"
    contested: bool = False
    """Sources disagree about the day, or the official text was not seen."""
    declared: date | None = None
    """When the instrument was made, where known: a day off can be declared after a limit has begun to run."""

    @property
    def firm(self) -> bool:
        """Off beyond dispute: no source disagrees, and no body may exempt its services from it."""
        return self.scope == "all" and not self.contested


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Working days of one State, or of several jointly (a day counts if it is working in each of them)."""

    id: str
    members: tuple[str, ...]
    zone: ZoneInfo
    edition: str
    first: date
    last: date
    working: tuple[date, ...]
    off: Mapping[date, tuple[DayOff, ...]]
    firm: Calendar | None
    """The same calendar with only its firm days off, or None where this already is that calendar."""
    _working: frozenset[date]

    @classmethod
    def build(
        cls, calendar: str, where: ZoneInfo, edition: str, covered: tuple[date, date], off: Iterable[DayOff]
    ) -> Self:
        """A State's calendar from its days off (those outside the covered years are left out)."""
        return cls._of(calendar, (calendar,), where, edition, covered, tuple(off))

    @classmethod
    def joint(cls, parts: Sequence[Calendar]) -> Self:
        """The days that are working in every one of the calendars, over the years that all of them cover."""
        return cls._of(
            "+".join(part.id for part in parts),
            tuple(part.id for part in parts),
            parts[0].zone,
            "; ".join(part.edition for part in parts),
            (max(part.first for part in parts), min(part.last for part in parts)),
            tuple(day for part in parts for days in part.off.values() for day in days),
        )

    @classmethod
    def _of(  # noqa: PLR0917 -- the parts of a calendar, in the order of its fields
        cls,
        calendar: str,
        members: tuple[str, ...],
        where: ZoneInfo,
        edition: str,
        covered: tuple[date, date],
        off: tuple[DayOff, ...],
    ) -> Self:
        first, last = covered
        certain = tuple(day for day in off if day.firm)
        firm = None
        if len(certain) < len(off):
            firm = cls._of(calendar, members, where, edition, covered, certain)
        by_day: dict[date, tuple[DayOff, ...]] = defaultdict(tuple)
        for entry in off:
            if first <= entry.day <= last:
                by_day[entry.day] += (entry,)
        span = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
        working = tuple(day for day in span if day.weekday() < SATURDAY and day not in by_day)
        return cls(
            calendar, members, where, edition, first, last, working, dict(by_day), firm, frozenset(working)
        )

    def covers(self, day: date) -> bool:
        """Whether the data says anything about the day."""
        return self.first <= day <= self.last

    def is_working(self, day: date) -> bool:
        """Whether the day is a working day. `OutsideCalendar` where the data ends."""
        self._require(day)
        return day in self._working

    def days_off(self, day: date) -> tuple[DayOff, ...]:
        """Every cited day off on that date, weekend or not: two feasts can meet."""
        self._require(day)
        return self.off.get(day, ())

    def reason_off(self, day: date) -> DayOff | Literal["weekend"] | None:
        """Why the day is not working; None if it is. A feast on a weekend is off as weekend already."""
        self._require(day)
        if day.weekday() >= SATURDAY:
            return "weekend"
        return self.off[day][0] if day in self.off else None

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day strictly after the day, or strictly before it for a negative count."""
        self._require(day)
        if count > 0:
            at = bisect_right(self.working, day) + count - 1
        elif count < 0:
            at = bisect_left(self.working, day) + count
        else:
            raise ValueError(
                "count working days from 1, or from -1 backwards; day 0 need not be a working day"
            )
        if at < 0:
            raise OutsideCalendar(self.id, self.first - ONE_DAY, self.first, self.last)
        if at >= len(self.working):
            raise OutsideCalendar(self.id, self.last + ONE_DAY, self.first, self.last)
        return self.working[at]

    def roll_forward(self, day: date) -> date:
        """The day itself if it is working, else the next working day."""
        return day if self.is_working(day) else self.add_working_days(day, 1)

    def _require(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise OutsideCalendar(self.id, day, self.first, self.last)
