"""Small types that every other module stands on: identifiers, instants, marks of personal data."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Final
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

#: Prefix of a sealed value in stored bytes: ``sealed:1:<base64>``. No plain value may start with it.
SEALED_PREFIX: Final = "sealed:1:"


class Immutable(BaseModel):
    """Parent of all value models: frozen, and closed to unknown fields."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, ser_json_timedelta="iso8601"
    )


_DAY = re.compile(r"[12]\d{3}-\d{2}-\d{2}")


class PersonalField:
    """Marks a field that is sealed under a person's key before it is stored."""


def _iso_date_or_sealed(value: str) -> str:
    if not value.startswith(SEALED_PREFIX):
        if not _DAY.fullmatch(value):
            raise ValueError("write a day like 1990-02-28")
        date.fromisoformat(value)
    return value


#: A pseudonym chosen by the reporting system. A UUID, so that no name or document number can stand here.
PersonId = Annotated[
    UUID, Field(description="Pseudonym of the person: a random UUID, never a name or a number")
]

#: Free personal text. Plain on the way in, ciphertext in the log.
PersonalText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000),
    PersonalField(),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": 400, "x-personal": True}),
]

#: A personal calendar date as ISO 8601 text. Plain on the way in, ciphertext in the log.
PersonalDate = Annotated[
    str,
    StringConstraints(min_length=10, max_length=2000),
    AfterValidator(_iso_date_or_sealed),
    PersonalField(),
    WithJsonSchema({"type": "string", "format": "date", "x-personal": True}),
]

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}")


def _written_out(value: object) -> object:
    """Refuse a number, or text that is one, as an instant: nobody can see which clock it counts by."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and _INSTANT.match(value):
        try:
            # What a check hands on counts as no JSON any more, and a strict reading takes no text there.
            return datetime.fromisoformat(value)
        except ValueError:
            return value
    raise ValueError("write an instant like 2026-06-01T09:30:00+04:00")


#: An instant with a zone; kept as UTC.
Instant = Annotated[
    AwareDatetime, BeforeValidator(_written_out), AfterValidator(lambda value: value.astimezone(UTC))
]

#: ISO 3166-1 alpha-2 code of a State.
State = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

#: Identifier of an office: two letters of the State, then words, such as ``ro-border-police``.
OfficeId = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]

#: A short remark that must hold no personal data: a reference, a ground, a place.
Remark = Annotated[str, StringConstraints(min_length=1, max_length=2000)]


def utc(value: datetime) -> datetime:
    """Return the instant in UTC; refuse a datetime without a zone."""
    if value.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return value.astimezone(UTC)
