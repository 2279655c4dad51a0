"""A status evolves fact by fact: each may move the case on, none may move it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.events import EventData
from domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Step:
    """Where a fact takes a case, and how far along that is; a later step never yields to an earlier one."""

    code: str
    rank: int


Steps = Mapping[type[EventData], Step | Callable[[Fact], Step]]


def evolve(facts: Iterable[Fact], steps: Steps, start: Step) -> tuple[Step, datetime | None]:
    """Return where the facts, in the order of the world, have taken a case, and since when."""
    step, since = start, None
    for fact in facts:
        found = steps.get(type(fact.data))
        if found is None:
            continue
        reached = found(fact) if callable(found) else found
        if reached.rank >= step.rank:
            step, since = reached, fact.occurred_at
    return step, since
