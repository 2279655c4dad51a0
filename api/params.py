"""Parameters of addresses: instants, ids and pages, each bounded. An unknown parameter is refused by name."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from api.instants import NoInstant, instant
from domain.law.provision import Language
from projections.questions.page import LARGEST_PAGE

#: Largest position that a caller may name; PostgreSQL's bigint goes a little further.
POSITION_MAX: Final = 2**62
PAGE: Final = 100
#: Nobody can say what is held after it.
_LAST_YEAR: Final = 2199
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
PAGE_MAX: Final = LARGEST_PAGE


def _instant(text: object) -> datetime:
    try:
        # A plus sign that was not percent-encoded arrives as a space.
        found = instant(text.replace(" ", "+") if isinstance(text, str) else text)
    except NoInstant as error:
        raise PydanticCustomError("datetime_form", "no instant") from error
    if found.year > _LAST_YEAR:
        raise PydanticCustomError("datetime_year", "too far ahead")
    return found


def _day(text: object) -> date:
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        raise PydanticCustomError("date_form", "write a day like 2026-06-15")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PydanticCustomError("date_form", "write a day like 2026-06-15") from error


Moment = Annotated[datetime, BeforeValidator(_instant)]
Day = Annotated[date, BeforeValidator(_day)]
#: Names the last item of the page before; opaque.
Cursor = Annotated[
    str | None,
    Field(max_length=500, pattern=r"^[A-Za-z0-9_-]*$", description="From ``next`` of the page before"),
]
#: A name in an address: printable ASCII without spaces.
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$")]
Position = Annotated[int, Field(ge=0, le=POSITION_MAX)]
Limit = Annotated[int, Field(ge=1, le=PAGE_MAX, description="Largest number of items on one page")]


class Params(BaseModel):
    """Parent of all sets of parameters: closed to unknown ones."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Page(Params):
    """One page of a list; ``after`` is the key of the last item of the page before."""

    limit: Limit = PAGE


class Asked(Params):
    """The moment asked about, and the state of knowledge at it."""

    as_of: Annotated[Moment | None, Field(description="Moment to judge at; the present if left out")] = None
    known_at: Annotated[
        Moment | None, Field(description="Only what the ledger had recorded by then; everything if left out")
    ] = None


class Spoken(Params):
    """The language of words."""

    lang: Annotated[Language, Field(description="Language of the words")] = Language.EN
