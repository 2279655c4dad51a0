"""Reads what a reader put into an address or a form; what cannot be read is refused in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final, TypeVar

from api.web.asked import Asked
from api.web.speech import Speech
from domain.errors import MatianeError
from domain.law.zones import TBILISI

#: Longest value that a form field can need.
LONGEST: Final = 200
YEARS: Final = (1900, 2199)
Choice = TypeVar("Choice", bound=StrEnum)


class BadQuery(MatianeError):
    """A value in the address cannot be read; the message is in the reader's language."""

    code = "bad-query"


class UnknownThen(MatianeError):
    """The ledger knew nothing of a case at the moment asked about; the message is in the reader's language."""

    code = "unknown-then"


class Query:
    """The values of one address, read with the reader's language for complaints."""

    def __init__(self, values: Mapping[str, str], speech: Speech) -> None:
        self._values = values
        self._speech = speech

    def text(self, name: str) -> str:
        """Return a short text, empty where none is given."""
        value = self._values.get(name, "").strip()
        if len(value) > LONGEST or any(ord(character) < ord(" ") for character in value):
            raise self._bad(name)
        return value

    def given(self, name: str) -> str | None:
        """Return a short text, None where none is given."""
        return self.text(name) or None

    def choice(self, name: str, kind: type[Choice]) -> Choice | None:
        """Return a member of an enumeration, None where none is given."""
        value = self.text(name)
        try:
            return kind(value) if value else None
        except ValueError:
            raise self._bad(name) from None

    def moment(self, name: str) -> datetime | None:
        """Return an instant. A time without a zone is Tbilisi's; a day alone means its last moment."""
        value = self.text(name)
        if not value:
            return None
        try:
            if len(value) == len("2021-08-14"):
                return self._midnight(date.fromisoformat(value) + timedelta(days=1)) - timedelta(
                    microseconds=1
                )
            instant = datetime.fromisoformat(value.replace(" ", "+"))
            self._check_year(instant)
            return (instant if instant.tzinfo else instant.replace(tzinfo=TBILISI)).astimezone(UTC)
        except (ValueError, OverflowError):
            raise self._bad(name) from None

    def asked(self, now: datetime) -> Asked:
        """Return the moment asked about; nobody can know what the ledger will have recorded by a later one."""
        as_of, known_at = self.moment("as_of"), self.moment("known_at")
        if known_at is not None and known_at > now:
            raise BadQuery(self._speech.t("error.not_known_yet"), pointer="/known_at")
        given = {name: self.text(name) for name in ("as_of", "known_at")}
        return Asked(as_of, known_at, {name: value for name, value in given.items() if value})

    def day_start(self, name: str, *, plus: int = 0) -> datetime | None:
        """Return the first instant of a day in Tbilisi, or of the day so many later."""
        value = self.text(name)
        try:
            return self._midnight(date.fromisoformat(value) + timedelta(days=plus)) if value else None
        except (ValueError, OverflowError):
            raise self._bad(name) from None

    def year(self, name: str) -> int | None:
        """Return a calendar year."""
        value = self.text(name)
        if not value:
            return None
        if not (value.isascii() and value.isdigit() and YEARS[0] <= int(value[:5]) <= YEARS[1]):
            raise self._bad(name)
        return int(value)

    def _midnight(self, day: date) -> datetime:
        self._check_year(day)
        return datetime(day.year, day.month, day.day, tzinfo=TBILISI).astimezone(UTC)

    def _check_year(self, day: date) -> None:
        if not YEARS[0] <= day.year <= YEARS[1]:
            raise ValueError(day.year)

    def _bad(self, name: str) -> BadQuery:
        label = next((key for key in (f"filter.{name}", f"moment.{name}") if self._speech.has(key)), None)
        shown = f"{self._speech.t(label)} ({name})" if label else name
        return BadQuery(self._speech.t("error.query", name=shown), pointer=f"/{name}")
