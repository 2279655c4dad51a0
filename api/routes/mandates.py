"""The mandate register and the programme ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.asking import Clock, checked_case, known, moment, report
from api.params import Asked, Name, Params
from api.shapes.base import Shape, TextOut
from domain.cases.identity import case_kind
from domain.cases.programme_figures import ProgrammeFigures, programme_figures
from domain.errors import NotFound
from domain.law.mandates.register import mandates, units
from domain.law.mandates.resolving import mandates_of
from domain.law.provision import Language, Text
from domain.law.words import term
from domain.law.zones import TBILISI, local_day
from projections.views import Views


class MandateOut(Shape):
    """A provision under which an office acts."""

    provision: str
    citation: TextOut
    title: TextOut
    in_force_from: date
    in_force_until: date | None


class OfficeMandatesOut(Shape):
    """An office, what it belongs to, and its mandates on a day."""

    office: str
    label: TextOut
    part_of: str | None
    mandates: tuple[MandateOut, ...]


class MandatesOut(Shape):
    """The register as it stands on a day."""

    day: date
    offices: tuple[OfficeMandatesOut, ...]


class MandatesAsked(Params):
    """Whose mandates, on which day."""

    office: Annotated[Name | None, Field(description="Id of one office; all if left out")] = None
    day: Annotated[date | None, Field(description="Day asked about; today if left out")] = None


class MoneyOut(Shape):
    """A decimal amount with its ISO 4217 currency, as text so that nothing is rounded."""

    amount: str
    currency: str


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


class ProgrammeOut(Shape):
    """A programme against its budget and its time."""

    id: str
    budget: MoneyOut
    spent: MoneyOut
    left: MoneyOut
    elsewhere: Annotated[
        tuple[MoneyOut, ...], Field(description="Spending in other currencies, not converted")
    ]
    months: int
    started_on: date | None
    ended_on: date | None
    not_before: date
    not_after: date
    activities: tuple[ProgrammeActivityOut, ...]
    undelivered: tuple[int, ...]
    burn_down: tuple[PointOut, ...]


def mandates_router(views: Views, clock: Clock) -> APIRouter:
    """Return the routes ``/v1/mandates`` and ``/v1/programmes``."""
    router = APIRouter(prefix="/v1", tags=["mandates"])
    offices = frozenset({*mandates(), *units()})

    @router.get("/mandates", summary="Which office acts under which provision")
    def list_mandates(asked: Annotated[MandatesAsked, Query()]) -> MandatesOut:
        """Return the offices with the provisions that they act under on a day, a unit with those of its parent."""
        known(asked.office, offices, "office", "see /v1/mandates for all offices")
        day = asked.day or local_day(clock(), TBILISI)
        chosen = [asked.office] if asked.office else sorted(offices)
        return MandatesOut(day=day, offices=tuple(_office(office, day) for office in chosen))

    @router.get("/programmes/{case_id}", summary="A programme against its budget and time")
    def show_programme(case_id: str, asked: Annotated[Asked, Query()]) -> ProgrammeOut:
        """Return money, time, activities and the burn-down of a programme, for the moment asked about."""
        if case_kind(checked_case(case_id)) != "programme":
            raise NotFound("only a case whose id starts with programme- has these figures")
        found = programme_figures(report(views, case_id, moment(asked, clock())).history)
        if found is None:
            raise NotFound("the programme is not registered: record a ProgrammeRegistered event first")
        return _programme(case_id, found)

    return router


def _office(office: str, day: date) -> OfficeMandatesOut:
    unit = units().get(office)
    label = unit.label if unit else Text(term(office, Language.EN), term(office, Language.KA))
    return OfficeMandatesOut(
        office=office,
        label=TextOut.of(label),
        part_of=unit.part_of if unit else None,
        mandates=tuple(
            MandateOut(
                provision=item.provision.id,
                citation=TextOut.of(item.provision.citation),
                title=TextOut.of(item.provision.title),
                in_force_from=item.provision.in_force_from,
                in_force_until=item.provision.in_force_until,
            )
            for item in mandates_of(office, day)
        ),
    )


def _programme(case_id: str, found: ProgrammeFigures) -> ProgrammeOut:
    def money(amount: Decimal, currency: str = found.currency) -> MoneyOut:
        return MoneyOut(amount=str(amount), currency=currency)

    return ProgrammeOut(
        id=case_id,
        budget=money(found.budget),
        spent=money(found.spent),
        left=money(found.left),
        elsewhere=tuple(money(amount, currency) for currency, amount in sorted(found.elsewhere.items())),
        months=found.months,
        started_on=found.started_on,
        ended_on=found.ended_on,
        not_before=found.not_before,
        not_after=found.not_after,
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
