"""Parts that several answers share."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from api.instants import rfc3339
from domain.law.provision import Text

#: An instant as it is given out: UTC.
InstantOut = Annotated[datetime, PlainSerializer(rfc3339, return_type=str, when_used="json")]


class Shape(BaseModel):
    """Parent of all answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextOut(Shape):
    """A sentence or name in both languages."""

    en: str
    ka: str

    @classmethod
    def of(cls, text: Text) -> TextOut:
        """Return the shape of a text."""
        return cls(en=text.en, ka=text.ka)


class PageOut(Shape):
    """Parent of all pages of lists."""

    next: Annotated[str | None, Field(description="Address of the next page; null on the last one")] = None
