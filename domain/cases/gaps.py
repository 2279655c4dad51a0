"""Contradictions and missing facts that every kind of case looks for in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.cases.definition import Gap
from domain.events import EventData
from domain.facts import CLOCK_TOLERANCE
from domain.law.verdict import reason
from domain.law.view import CaseView


def state_of(office: str) -> str:
    """Return the State an office belongs to, from the two letters its id starts with."""
    return office[:2].upper()


def contradictions(view: CaseView, only_one: Iterable[type[EventData]]) -> Iterator[Gap]:
    """Yield a gap for each event type that stands more often than the world allows."""
    for model in only_one:
        found = view.history.all(model)
        if len(found) > 1:
            why = reason("contradiction", events=(model.TYPE,), count=len(found))
            yield Gap(f"several_{model.TYPE}", why, tuple(found))


def missing(view: CaseView, presupposes: Iterable[tuple[type[EventData], type[EventData]]]) -> Iterator[Gap]:
    """Yield a gap for each fact that cannot have happened without another one, or before it."""
    for later, earlier in presupposes:
        after, before = view.history.first(later), view.history.first(earlier)
        if after is None:
            continue
        if before is None:
            why = reason("presupposes", later=later.TYPE, earlier=earlier.TYPE)
            yield Gap(f"no_{earlier.TYPE}", why, tuple(view.history.all(later)))
        elif after.occurred_at < before.occurred_at - CLOCK_TOLERANCE:
            why = reason("wrong_order", later=later.TYPE, earlier=earlier.TYPE)
            yield Gap(f"order_{later.TYPE}", why, (after, before))
