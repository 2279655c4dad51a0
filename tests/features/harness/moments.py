"""Days and times as features write them: `2026-06-10`, `Wednesday 10 June 2026 at 14:05 in Bucharest`.

A weekday is checked, never trusted. A place is Tbilisi unless Bucharest is named; a moment without a time
takes the time that the step gives it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from re import compile as pattern

from domain.law.zones import BUCHAREST, TBILISI

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PLACES = {"Tbilisi": TBILISI, "თბილისი": TBILISI, "Bucharest": BUCHAREST, "ბუქარესტი": BUCHAREST}

NOON = time(12)
#: A case judged "on" a day is judged at the end of that day.
EVENING = time(23, 59)

_WEEKDAY = "(?:" + "|".join(f"{name}|{name[:3]}" for name in WEEKDAYS) + ")"
_MONTH = "(?:" + "|".join(f"{name}|{name[:3]}" for name in MONTHS) + ")"
DAY = rf"(?:{_WEEKDAY} )?(?:\d{{4}}-\d\d-\d\d|\d{{1,2}} {_MONTH} \d{{4}})"
PLACE = "(?:" + "|".join(PLACES) + ")"
MOMENT = rf"{DAY}(?:(?: at |, )\d\d:\d\d(?::\d\d)?)?(?:(?: in |, ){PLACE})?"

_PARTS = pattern(
    rf"(?:(?P<weekday>{_WEEKDAY}) )?"
    rf"(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<number>\d{{1,2}}) (?P<month>{_MONTH}) (?P<year>\d{{4}}))"
    rf"(?:(?: at |, )(?P<time>\d\d:\d\d(?::\d\d)?))?(?:(?: in |, )(?P<place>{PLACE}))?"
)


@dataclass(frozen=True)
class Moment:
    """A day, with a time and a place where the feature states them."""

    day: date
    time: time | None = None
    place: str | None = None

    def at(self, default: time) -> datetime:
        """Return the instant in UTC; the default is the local time where none is stated."""
        where = PLACES[self.place or "Tbilisi"]
        return datetime.combine(self.day, self.time or default, tzinfo=where).astimezone(UTC)


def moment(text: str) -> Moment:
    """Read a moment; raises ValueError for a day that does not exist or a weekday that is another one."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        raise ValueError(f"{text!r} is no moment: write 2026-06-10 at 14:05 in Bucharest")
    if parts["iso"]:
        day = date.fromisoformat(parts["iso"])
    else:
        names = [name[:3] for name in MONTHS]
        day = date(int(parts["year"]), names.index(parts["month"][:3]) + 1, int(parts["number"]))
    weekday = WEEKDAYS[day.weekday()]
    if parts["weekday"] and weekday[:3] != parts["weekday"][:3]:
        raise ValueError(f"{text!r}: {day} is a {weekday}")
    clock = time.fromisoformat(parts["time"]) if parts["time"] else None
    return Moment(day, clock, parts["place"])


def day(text: str) -> date:
    """Read a day."""
    return moment(text).day
