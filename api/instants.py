"""Instants as RFC 3339 writes them: a date, a time and an offset, and nothing else."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from api.wording import INSTANT

_FORM: Final = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?P<zone>[Zz]|[+-]\d\d:\d\d)?", re.ASCII
)

#: Before it nothing can have happened that is of interest here.
FIRST_YEAR: Final = 1900


class NoInstant(ValueError):
    """The text names no instant; the message says what to write and does not quote it."""


def instant(text: object) -> datetime:
    """Return the instant in UTC, to the microsecond. Raises NoInstant."""
    match = _FORM.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise NoInstant(INSTANT)
    if match["zone"] is None:
        raise NoInstant(f"the time has no zone: {INSTANT}")
    try:
        moment = datetime.fromisoformat(match[0].upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise NoInstant(f"there is no such time or offset: {INSTANT}") from None
    if moment.year < FIRST_YEAR:
        raise NoInstant(f"the year lies before {FIRST_YEAR}: {INSTANT}")
    return moment


def rfc3339(moment: datetime) -> str:
    """Write an instant in UTC, with six digits of a second where it has any."""
    text = moment.astimezone(UTC).isoformat()
    return text.replace("+00:00", "Z")
