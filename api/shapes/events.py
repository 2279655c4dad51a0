"""The log as the API shows it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from api.shapes.base import PageOut
from api.shapes.cases import UnreadableOut
from domain.ledger import Unreadable


class EventsOut(PageOut):
    """A page of the log, in order of position."""

    events: Annotated[tuple[dict[str, Any], ...], Field(description="CloudEvents; sequence is the position")]
    unreadable: Annotated[
        tuple[UnreadableOut, ...], Field(description="Events of the page that this release cannot read")
    ]


def unreadable_of(entry: Unreadable) -> UnreadableOut:
    """Return the shape of an event that cannot be read."""
    return UnreadableOut(
        position=entry.position, subject=entry.case_id, version=entry.version, reason=entry.reason
    )
