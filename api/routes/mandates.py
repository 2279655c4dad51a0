"""The mandate register and the programme ledger."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.asking import Clock, checked_case, known, moment, report
from api.params import Asked, Day, Name, Params
from api.shapes.mandates import ActingOut, CaseMandatesOut, MandatesOut, OfficeMandatesOut, label_of
from api.shapes.programmes import ClosingReportOut, ProgrammeOut
from domain.cases.closing_report import closing_report
from domain.cases.identity import case_kind
from domain.cases.programme_figures import programme_figures
from domain.errors import NotFound
from domain.law.judge import Report
from domain.law.mandates.register import register
from domain.law.mandates.resolving import acting_in
from domain.law.zones import TBILISI, local_day
from projections.views import Views

NOT_REGISTERED = "the programme is not registered: record a ProgrammeRegistered event first"


class MandatesAsked(Params):
    """Whose mandates, on which day."""

    office: Annotated[Name | None, Field(description="Id of one office; all if left out")] = None
    search: Annotated[
        str | None, Field(max_length=200, description="Part of an id or of a name in either language")
    ] = None
    day: Annotated[Day | None, Field(description="Day asked about; today if left out")] = None


def mandates_router(views: Views, clock: Clock) -> APIRouter:
    """Return the routes ``/v1/mandates``, ``/v1/programmes`` and the mandates of a case."""
    router = APIRouter(prefix="/v1", tags=["mandates"])
    offices, law = frozenset(register()), views.judging.law

    @router.get("/mandates", summary="Which office acts under which provision")
    def list_mandates(asked: Annotated[MandatesAsked, Query()]) -> MandatesOut:
        """Return the offices with the provisions that they act under on a day, a unit with those of its parent."""
        known(asked.office, offices, "office", "see /v1/mandates for all offices")
        day: date = asked.day or local_day(clock(), TBILISI)
        chosen = [asked.office] if asked.office else register()
        wanted = (asked.search or "").casefold()
        found = (office for office in chosen if not wanted or wanted in _words(office))
        return MandatesOut(day=day, offices=tuple(OfficeMandatesOut.on(office, day) for office in found))

    @router.get("/cases/{case_id}/mandates", summary="Who acted in a case, and under what")
    def show_case_mandates(case_id: str, asked: Annotated[Asked, Query()]) -> CaseMandatesOut:
        """Return every office that acted; ``way`` is ``none`` where no mandate is on record for the day."""
        found = report(views, checked_case(case_id), moment(asked, clock()))
        zone = law.definition(found.kind).zone
        acting = tuple(ActingOut.of(item) for item in acting_in(found.history, zone))
        return CaseMandatesOut(id=case_id, acting=acting)

    @router.get("/programmes/{case_id}", summary="A programme against its budget and time")
    def show_programme(case_id: str, asked: Annotated[Asked, Query()]) -> ProgrammeOut:
        """Return money, time, activities and the burn-down of a programme, for the moment asked about."""
        judged = _programme(case_id, asked)
        found = programme_figures(judged.history)
        if found is None:
            raise NotFound(NOT_REGISTERED)
        return ProgrammeOut.of(case_id, found, local_day(judged.as_of, TBILISI))

    @router.get("/programmes/{case_id}/closing-report", summary="Closing report of a programme")
    def show_closing_report(case_id: str, asked: Annotated[Asked, Query()]) -> ClosingReportOut:
        """Return frame, money, deliveries, outcomes and deviations; a draft while the end is not recorded."""
        found = closing_report(_programme(case_id, asked))
        if found is None:
            raise NotFound(NOT_REGISTERED)
        return ClosingReportOut.of(case_id, found, law)

    def _programme(case_id: str, asked: Asked) -> Report:
        if case_kind(checked_case(case_id)) != "programme":
            raise NotFound("only a case whose id starts with programme- has these figures")
        return report(views, case_id, moment(asked, clock()))

    return router


def _words(office: str) -> str:
    label = label_of(office)
    return f"{office}\n{label.en}\n{label.ka}".casefold()
