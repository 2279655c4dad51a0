"""The log, from a position on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field

from api.asking import checked_case, next_address
from api.cloudevents_out import event_of
from api.errors import InvalidParameter
from api.params import Name, Page, Position
from api.shapes.events import EventsOut, unreadable_of
from domain.events import CATALOGUE
from domain.facts import Fact
from domain.ledger import Entry, Ledger, Unreadable
from projections.questions.events import EventFilter, events
from projections.questions.page import cursor_of
from projections.views import Views


class EventsAsked(Page):
    """Which events."""

    after: Annotated[Position, Field(description="Only events after this position")] = 0
    type: Annotated[Name | None, Field(description="Event type, such as ReplySent")] = None
    case: Annotated[Name | None, Field(description="Case id")] = None
    source: Annotated[
        Name | None, Field(description="Reporting system; found as soon as the views have it")
    ] = None


def events_router(views: Views) -> APIRouter:
    """Return the routes that read the log."""
    router = APIRouter(prefix="/v1/events", tags=["events"])

    @router.get("", summary="The log")
    def list_events(request: Request, asked: Annotated[EventsAsked, Query()]) -> EventsOut:
        """Return events in order of position. What is sealed stays sealed; to follow the log, go on after the last."""
        found = _found(views, asked)
        page = found[: asked.limit]
        last = page[-1].position if len(found) > asked.limit else None
        return EventsOut(
            events=tuple(event_of(entry) for entry in page if isinstance(entry, Fact)),
            unreadable=tuple(unreadable_of(entry) for entry in page if isinstance(entry, Unreadable)),
            next=next_address(request, last),
        )

    return router


def _found(views: Views, asked: EventsAsked) -> Sequence[Entry]:
    """Return one entry more than asked for, where there are more."""
    if asked.type is not None and asked.type not in CATALOGUE:
        raise InvalidParameter("no event type is called so: see /v1/schemas", pointer="type")
    if asked.source is not None:
        return _by_source(views, asked)
    if asked.case is not None:
        entries = views.ledger.history(checked_case(asked.case))
        return [entry for entry in entries if entry.position > asked.after and _is_of(entry, asked.type)][
            : asked.limit + 1
        ]
    return views.ledger.read(asked.after, asked.limit + 1, topics=_topics(asked.type))


def _by_source(views: Views, asked: EventsAsked) -> Sequence[Entry]:
    wanted = EventFilter(type=asked.type, case_id=asked.case, source=asked.source)
    rows = list(events(views, wanted, cursor_of(asked.after), asked.limit).rows)
    page = _entries(views.ledger, {row.position: row.case_id for row in rows})
    if len(rows) == asked.limit:
        following = events(views, wanted, cursor_of(rows[-1].position), 1).rows
        page += _entries(views.ledger, {row.position: row.case_id for row in following})
    return page


def _entries(ledger: Ledger, places: dict[int, str]) -> list[Entry]:
    cases = ledger.facts_of(sorted(set(places.values())))
    found = [entry for entries in cases.values() for entry in entries if entry.position in places]
    return sorted(found, key=lambda entry: entry.position)


def _is_of(entry: Entry, type_name: str | None) -> bool:
    return type_name is None or (isinstance(entry, Fact) and entry.type == type_name)


def _topics(type_name: str | None) -> list[str]:
    if type_name is None:
        return []
    return [f"{type_name}.{version}" for version in range(1, CATALOGUE[type_name].VERSION + 1)]
