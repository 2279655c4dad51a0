"""Offices of protocol: the register, and the type by which a fact names one of its offices."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from domain.offices.register import (
    OFFICES,
    Holding,
    Language,
    Name,
    Office,
    Standing,
    fills,
    holders,
    read_offices,
    standing,
)

__all__ = [
    "OFFICES",
    "Holding",
    "Language",
    "Name",
    "Office",
    "ProtocolOffice",
    "Standing",
    "fills",
    "holders",
    "read_offices",
    "standing",
]

_LOOKS_LIKE_AN_ID: Final = re.compile(r"[a-z0-9-]{1,64}")


def _known(value: str) -> str:
    """Refuse an office that the register does not have; echo nothing that is no id: it might name a person."""
    if value in OFFICES:
        return value
    shown = f" '{value}'" if _LOOKS_LIKE_AN_ID.fullmatch(value) else ""
    raise PydanticCustomError(
        "unknown_office", "unknown office{office}: see /v1/offices for the known ones", {"office": shown}
    )


#: Id of an office in the register, such as ``ge-president``.
ProtocolOffice = Annotated[
    str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": sorted(OFFICES)})
]
