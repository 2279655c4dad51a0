"""How a case of state protocol is opened, and how the items of its programme are planned."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any, Final

from domain.events import EventData
from domain.events.state_protocol.programme import ProgrammeItemScheduled
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import REGISTERED
from domain.law.zones import TBILISI
from tests.features.harness.moments import NOON, Moment
from tests.features.harness.tables import Rows
from tests.features.harness.world import World

#: A case is registered so many days before what it is about, at 10:00.
REGISTERED_BEFORE: Final = 56
#: An item is planned so long before it begins, or five minutes after the registration where that is later.
PLANNED_BEFORE: Final = timedelta(days=28)


def told(instant: datetime) -> Moment:
    """Return an instant as features write it, in Tbilisi time."""
    local = instant.astimezone(TBILISI)
    return Moment(local.date(), local.time())


def open_case(
    world: World,
    kind: str,
    model: type[EventData],
    about: Moment,
    rows: Rows,
    *,
    on: Moment | None = None,
    **fields: Any,
) -> Fact:
    """Register a case: on a day that the feature names, or eight weeks before what it is about."""
    world.kind = kind
    earlier = Moment(about.day - timedelta(days=REGISTERED_BEFORE), time(10))
    return world.state(model, on or earlier, rows, **fields)


def schedule(
    world: World,
    activity: str,
    starts: Moment,
    ends: Moment | None = None,
    *,
    on: Moment | None = None,
    rows: Rows = None,
) -> Fact:
    """Plan an item of the programme: at a moment that the feature names, or four weeks before it begins."""
    start = starts.at(NOON)
    planned = start - PLANNED_BEFORE
    opened = next((fact for fact in world.facts if isinstance(fact.data, REGISTERED)), None)
    if opened is not None:
        planned = max(planned, min(opened.occurred_at + timedelta(minutes=5), start))
    fields: dict[str, Any] = {"activity": activity, "starts_at": start.isoformat()}
    if ends is not None:
        fields["ends_at"] = ends.at(NOON).isoformat()
    return world.state(ProgrammeItemScheduled, on or told(planned), rows, **fields)


def shortly_after_opening(world: World) -> Moment:
    """Return a moment ten minutes after the case was opened."""
    return told(world.facts[0].occurred_at + timedelta(minutes=10))
