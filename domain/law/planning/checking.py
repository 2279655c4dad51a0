"""Refuses a plan that contradicts itself. A plan that the law forbids is drawn up, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from domain.events.state_protocol.vocabulary import Activity
from domain.law.planning.errors import InvalidPlan
from domain.law.planning.request import PlannedItem, PlanRequest, VisitPlan

#: Items that have a member of their own in the plan of a visit.
_FLIGHTS: Final = {Activity.ARRIVAL: "arrival_at", Activity.DEPARTURE: "departure_at"}
#: Items that lie outside the days of the visit by their nature.
_AHEAD: Final = frozenset({Activity.ADVANCE_GROUP})


def check(plan: PlanRequest) -> None:
    """Raise InvalidPlan for the first member that cannot stand beside the others."""
    for refusal in refusals(plan):
        raise refusal


def refusals(plan: PlanRequest) -> Iterator[InvalidPlan]:
    """Yield everything that a plan contradicts itself in, in the order of its members."""
    begin, end, last = _span(plan)
    if begin is not None and end is not None and end < begin:
        yield InvalidPlan(
            f"{last} lies before the beginning of the {plan.kind}: correct one of the two",
            pointer=f"/{last}",
            wrong="order",
        )
        begin = end = None
    seen: set[tuple[Activity, str | None]] = set()
    for number, item in enumerate(plan.programme):
        where = f"/programme/{number}"
        yield from _item(item, where, begin, end)
        if isinstance(plan, VisitPlan) and item.activity in _FLIGHTS:
            member = _FLIGHTS[item.activity]
            yield InvalidPlan(
                f"give the time of this item as {member}", pointer=f"{where}/activity", wrong="flight"
            )
        if (item.activity, item.item) in seen:
            message = "the activity stands twice: give the second one an item key of its own, such as second"
            yield InvalidPlan(message, pointer=f"{where}/item", wrong="item_twice")
        seen.add((item.activity, item.item))


def _span(plan: PlanRequest) -> tuple[datetime | None, datetime | None, str]:
    if isinstance(plan, VisitPlan):
        return plan.arrival_at, plan.departure_at, "departure_at"
    return plan.starts_at, plan.ends_at, "ends_at"


def _item(
    item: PlannedItem, where: str, begin: datetime | None, end: datetime | None
) -> Iterator[InvalidPlan]:
    if item.ends_at is not None and item.ends_at < item.starts_at:
        message = "ends_at lies before starts_at: give the end of the item, or leave it out"
        yield InvalidPlan(message, pointer=f"{where}/ends_at", wrong="item_order")
        return
    if item.activity in _AHEAD:
        return
    if begin is not None and item.starts_at < begin:
        yield InvalidPlan(
            "the item begins before what it belongs to", pointer=f"{where}/starts_at", wrong="item_early"
        )
    elif end is not None and item.starts_at > end:
        yield InvalidPlan(
            "the item begins after what it belongs to", pointer=f"{where}/starts_at", wrong="item_late"
        )
    elif end is not None and item.ends_at is not None and item.ends_at > end:
        yield InvalidPlan(
            "the item ends after what it belongs to", pointer=f"{where}/ends_at", wrong="item_late"
        )
