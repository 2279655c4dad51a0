"""A programme as it is given out: money, time, activities, closing report."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from api.shapes.base import Shape, TextOut
from api.shapes.mandates import label_of
from domain.cases.closing_report import ActivityReport, ClosingReport, ObjectiveReport
from domain.cases.programme_figures import ProgrammeFigures
from domain.cases.programme_pace import Course, Pace, pace
from domain.law.book import LawBook
from domain.law.judge import Obligation
from domain.law.verdict import Status


class MoneyOut(Shape):
    """A decimal amount with its ISO 4217 currency, as text so that nothing is rounded."""

    amount: str
    currency: str

    @classmethod
    def of(cls, amount: Decimal, currency: str) -> MoneyOut:
        """Return the shape of an amount."""
        return cls(amount=str(amount), currency=currency)


class ProgrammeActivityOut(Shape):
    """One activity of a programme."""

    number: int
    begun_on: date | None
    completed_on: date | None
    deliveries: int
    spent: MoneyOut


class PointOut(Shape):
    """What was left of the budget at the end of a day."""

    day: date
    left: MoneyOut


class PaceOut(Shape):
    """Time used beside budget used, as decimal shares of one."""

    months: Annotated[int, Field(description="Whole calendar months since the start")]
    days: int
    days_planned: int
    time_used: str
    budget_used: str
    course: Course

    @classmethod
    def of(cls, found: Pace) -> PaceOut:
        """Return the shape of a pace."""
        return cls(
            months=found.months,
            days=found.days,
            days_planned=found.days_planned,
            time_used=str(found.time),
            budget_used=str(found.budget),
            course=found.course,
        )


class ProgrammeOut(Shape):
    """A programme against its budget and its time."""

    id: str
    budget: MoneyOut
    spent: MoneyOut
    left: MoneyOut
    unassigned: Annotated[MoneyOut, Field(description="Spent, and not assigned to an activity")]
    elsewhere: Annotated[
        tuple[MoneyOut, ...], Field(description="Spending in other currencies, not converted")
    ]
    months: int
    started_on: date | None
    planned_end: Annotated[date | None, Field(description="Last day of the calendar months")]
    ended_on: date | None
    not_before: date
    not_after: date
    pace: Annotated[PaceOut | None, Field(description="Null while no start is recorded")]
    activities: tuple[ProgrammeActivityOut, ...]
    undelivered: Annotated[tuple[int, ...], Field(description="Activities without any recorded delivery")]
    burn_down: tuple[PointOut, ...]

    @classmethod
    def of(cls, case_id: str, found: ProgrammeFigures, day: date) -> ProgrammeOut:
        """Return the shape of a programme on a day."""

        def money(amount: Decimal) -> MoneyOut:
            return MoneyOut.of(amount, found.currency)

        going = pace(found, day)
        return cls(
            id=case_id,
            budget=money(found.budget),
            spent=money(found.spent),
            left=money(found.left),
            unassigned=money(found.unassigned),
            elsewhere=tuple(MoneyOut.of(amount, name) for name, amount in sorted(found.elsewhere.items())),
            months=found.months,
            started_on=found.started_on,
            planned_end=found.planned_end,
            ended_on=found.ended_on,
            not_before=found.not_before,
            not_after=found.not_after,
            pace=PaceOut.of(going) if going else None,
            activities=tuple(
                ProgrammeActivityOut(
                    number=item.number,
                    begun_on=item.begun_on,
                    completed_on=item.completed_on,
                    deliveries=item.deliveries,
                    spent=money(item.spent),
                )
                for item in found.activities
            ),
            undelivered=found.undelivered,
            burn_down=tuple(PointOut(day=point.day, left=money(point.left)) for point in found.burn_down),
        )


class HeldOut(Shape):
    """What is held of a provision of the programme."""

    id: str
    norm: str
    title: TextOut
    status: Status

    @classmethod
    def of(cls, item: Obligation) -> HeldOut:
        """Return the shape of an obligation in the report."""
        title = TextOut.of(item.norm.provision.title)
        return cls(id=item.id, norm=item.norm.id, title=title, status=item.verdict.status)


class DeliveryOut(Shape):
    """A delivery; persons who were helped are not named."""

    day: date
    delivery: str
    to: str | None
    country: str | None
    what: str | None


class ActivityReportOut(Shape):
    """An activity in the closing report."""

    number: int
    title: TextOut | None
    spent: MoneyOut
    deliveries: tuple[DeliveryOut, ...]
    held: HeldOut | None


class OutcomeOut(Shape):
    """What was reported for an objective."""

    day: date
    indicator: str
    held: HeldOut | None


class ObjectiveOut(Shape):
    """An objective with its outcomes."""

    objective: str
    title: TextOut | None
    outcomes: tuple[OutcomeOut, ...]


class ClosingReportOut(Shape):
    """The closing report of a programme; a draft while its end is not recorded."""

    id: str
    as_of: date
    final: bool
    funder: TextOut
    partner: TextOut
    registered_on: date
    approved_on: date | None
    programme: ProgrammeOut
    frame: tuple[HeldOut, ...]
    activities: tuple[ActivityReportOut, ...]
    objectives: tuple[ObjectiveOut, ...]
    deviations: tuple[HeldOut, ...]

    @classmethod
    def of(cls, case_id: str, found: ClosingReport, law: LawBook) -> ClosingReportOut:
        """Return the shape of a closing report."""
        return cls(
            id=case_id,
            as_of=found.as_of,
            final=found.is_final,
            funder=label_of(found.funder),
            partner=label_of(found.partner),
            registered_on=found.registered_on,
            approved_on=found.approved_on,
            programme=ProgrammeOut.of(case_id, found.figures, found.as_of),
            frame=tuple(HeldOut.of(item) for item in found.frame),
            activities=tuple(_activity(item, found.figures.currency, law) for item in found.activities),
            objectives=tuple(_objective(item, law) for item in found.objectives),
            deviations=tuple(HeldOut.of(item) for item in found.deviations),
        )


def _title(law: LawBook, norm: str) -> TextOut | None:
    found = law.provisions.get(norm)
    return TextOut.of(found.title) if found else None


def _held(item: Obligation | None) -> HeldOut | None:
    return HeldOut.of(item) if item else None


def _activity(item: ActivityReport, currency: str, law: LawBook) -> ActivityReportOut:
    return ActivityReportOut(
        number=item.figures.number,
        title=_title(law, f"iom-project/activity-{item.figures.number}"),
        spent=MoneyOut.of(item.figures.spent, currency),
        deliveries=tuple(
            DeliveryOut(
                day=line.day, delivery=line.delivery, to=line.to, country=line.country, what=line.what
            )
            for line in item.deliveries
        ),
        held=_held(item.obligation),
    )


def _objective(item: ObjectiveReport, law: LawBook) -> ObjectiveOut:
    return ObjectiveOut(
        objective=item.objective,
        title=_title(law, f"iom-project/{item.objective}"),
        outcomes=tuple(
            OutcomeOut(day=line.day, indicator=line.indicator, held=_held(line.obligation))
            for line in item.outcomes
        ),
    )
