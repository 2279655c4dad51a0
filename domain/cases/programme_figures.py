"""Figures of a programme from its facts: money spent, deliveries by activity, time used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.events.programmes import (
    ActivityStage,
    DeliveryRecorded,
    ProgrammeRegistered,
    ProgrammeStage,
    ProgrammeStageReached,
    ProjectActivityStageReached,
    SpendingRecorded,
)
from domain.facts import Fact
from domain.law.history import History
from domain.law.timelimit import add_months
from domain.law.zones import TBILISI, local_day


def _stage(history: History, stage: ProgrammeStage) -> Fact | None:
    return next(
        (
            fact
            for fact in history.all(ProgrammeStageReached)
            if isinstance(fact.data, ProgrammeStageReached) and fact.data.stage is stage
        ),
        None,
    )


def started(history: History) -> Fact | None:
    """Return the fact with which the programme started."""
    return _stage(history, ProgrammeStage.STARTED)


def ended(history: History) -> Fact | None:
    """Return the fact with which the programme ended."""
    return _stage(history, ProgrammeStage.ENDED)


def spent(history: History) -> Mapping[str, Decimal]:
    """Return what was spent, by currency; nothing is converted."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for fact in history.all(SpendingRecorded):
        assert isinstance(fact.data, SpendingRecorded)
        sums[fact.data.amount.currency] += fact.data.amount.amount
    return sums


def deliveries(history: History, number: int) -> Sequence[Fact]:
    """Return the deliveries of an activity."""
    return tuple(
        fact
        for fact in history.all(DeliveryRecorded)
        if isinstance(fact.data, DeliveryRecorded) and fact.data.number == number
    )


@dataclass(frozen=True, slots=True)
class ActivityFigures:
    """One activity of a programme."""

    number: int
    begun_on: date | None
    completed_on: date | None
    deliveries: int
    #: In the currency of the budget.
    spent: Decimal


@dataclass(frozen=True, slots=True)
class Point:
    """How much of the budget was left at the end of a day."""

    day: date
    left: Decimal


@dataclass(frozen=True, slots=True)
class ProgrammeFigures:
    """A programme against its budget and its time."""

    budget: Decimal
    currency: str
    spent: Decimal
    #: Spending in other currencies, which is not converted.
    elsewhere: Mapping[str, Decimal]
    months: int
    started_on: date | None
    ended_on: date | None
    not_before: date
    not_after: date
    activities: tuple[ActivityFigures, ...]
    burn_down: tuple[Point, ...]
    #: Spending in the currency of the budget that names no activity of the programme.
    unassigned: Decimal = Decimal(0)

    @property
    def planned_end(self) -> date | None:
        """Last day of the calendar months from the start; None while no start is recorded."""
        return None if self.started_on is None else add_months(self.started_on, self.months)

    @property
    def left(self) -> Decimal:
        """What is left of the budget; negative when it is overspent."""
        return self.budget - self.spent

    @property
    def undelivered(self) -> tuple[int, ...]:
        """Activities without any recorded delivery."""
        return tuple(item.number for item in self.activities if not item.deliveries)


def programme_figures(history: History) -> ProgrammeFigures | None:
    """Return the figures of a programme; None while it is not registered."""
    fact = history.first(ProgrammeRegistered)
    if fact is None:
        return None
    assert isinstance(fact.data, ProgrammeRegistered)
    data, sums = fact.data, spent(history)
    currency = data.budget.currency
    begun, end = started(history), ended(history)
    activities = tuple(_activity(history, number, currency) for number in range(1, data.activities + 1))
    total = sums.get(currency, Decimal(0))
    return ProgrammeFigures(
        budget=data.budget.amount,
        currency=currency,
        spent=total,
        elsewhere={name: total for name, total in sums.items() if name != currency},
        months=data.months,
        started_on=_day(begun),
        ended_on=_day(end),
        not_before=data.not_before,
        not_after=data.not_after,
        activities=activities,
        burn_down=tuple(_burn_down(history, data.budget.amount, currency)),
        unassigned=total - sum((item.spent for item in activities), Decimal(0)),
    )


def _day(fact: Fact | None) -> date | None:
    return None if fact is None else local_day(fact.occurred_at, TBILISI)


def _activity(history: History, number: int, currency: str) -> ActivityFigures:
    stages = {
        fact.data.stage: _day(fact)
        for fact in history.all(ProjectActivityStageReached)
        if isinstance(fact.data, ProjectActivityStageReached) and fact.data.number == number
    }
    total = sum(
        (
            fact.data.amount.amount
            for fact in history.all(SpendingRecorded)
            if isinstance(fact.data, SpendingRecorded)
            and fact.data.number == number
            and fact.data.amount.currency == currency
        ),
        Decimal(0),
    )
    return ActivityFigures(
        number,
        stages.get(ActivityStage.BEGUN),
        stages.get(ActivityStage.COMPLETED),
        len(deliveries(history, number)),
        total,
    )


def _burn_down(history: History, budget: Decimal, currency: str) -> Sequence[Point]:
    left, by_day = budget, {}
    for fact in history.all(SpendingRecorded):
        assert isinstance(fact.data, SpendingRecorded)
        if fact.data.amount.currency == currency:
            left -= fact.data.amount.amount
            by_day[local_day(fact.occurred_at, TBILISI)] = left
    return [Point(day, amount) for day, amount in by_day.items()]
