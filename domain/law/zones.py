"""Time zones and civil days, from the pinned `tzdata` wheel and never from the machine's own zone database.

Two machines with different system databases must reach the same cut-off, so the zone files come from the
dependency that `uv.lock` pins. A zone made here carries its key, but (like every zone made from a file)
it cannot be pickled.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

ONE_DAY: Final = timedelta(days=1)
TZDATA_EDITION: Final = version("tzdata")
"""Version of the zone data that every civil day here was computed with."""


@cache
def zone(key: str) -> ZoneInfo:
    """The zone of that IANA name, such as `Asia/Tbilisi`. `ValueError` if the data has none."""
    parts = key.split("/")
    if not all(part.replace("_", "").replace("-", "").replace("+", "").isalnum() for part in parts):
        raise ValueError(f"{key!r} is not the name of a time zone; write it like Asia/Tbilisi")
    source = files("tzdata").joinpath("zoneinfo", *parts)
    if not source.is_file():
        raise ValueError(f"time zone {key!r} is not in tzdata {TZDATA_EDITION}; write it like Asia/Tbilisi")
    with source.open("rb") as data:
        return ZoneInfo.from_file(data, key=key)


TBILISI: Final = zone("Asia/Tbilisi")
BUCHAREST: Final = zone("Europe/Bucharest")


@lru_cache(maxsize=16384)
def local_day(instant: datetime, where: ZoneInfo) -> date:
    """The civil day of an instant in a zone. `ValueError` if the instant has no zone of its own."""
    if instant.utcoffset() is None:
        raise ValueError(
            f"{instant.isoformat()} has no UTC offset; give the time with one, for example +04:00"
        )
    return instant.astimezone(where).date()


@lru_cache(maxsize=16384)
def first_instant_after(day: date, where: ZoneInfo) -> datetime:
    """The first instant after the civil day, in UTC: a day of 23 or 25 hours ends where it ends."""
    morrow = day + ONE_DAY
    return datetime(morrow.year, morrow.month, morrow.day, tzinfo=where).astimezone(UTC)
