"""Pages of the two remaining texts: the mandate register, and a programme against its budget and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from api.web.burn_down import HEIGHT, WIDTH, chart_of
from api.web.desk import Desk
from api.web.query import Query
from api.web.render import Page
from api.web.speech import Speech
from domain.cases.identity import case_kind
from domain.cases.programme_figures import ActivityFigures, programme_figures
from domain.errors import NotFound
from domain.law.mandates.register import Mandate, Unit, mandates, units
from domain.law.zones import TBILISI, local_day
from domain.offices import OFFICES, holders


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office of the register as the page shows it."""

    id: str
    name: str
    part_of: str | None
    source: str | None
    #: Who holds it on the day, where another office does.
    held_by: tuple[str, ...]
    #: The register says nothing of the day.
    unheld: bool
    mandates: Sequence[Mandate]


def register(desk: Desk, request: Request, speech: Speech) -> Page:
    """Every office with what it belongs to, who holds it on the day, and the provisions that it acts under."""
    query = Query(request.query_params, speech)
    asked = query.asked(desk.now())
    day = local_day(asked.as_of or desk.now(), TBILISI)
    search = (query.given("search") or "").casefold()
    entries = [
        entry
        for office in sorted({*mandates(), *units()})
        if (entry := _entry(office, day, speech)) is not None
        and (not search or search in entry.id or search in entry.name.casefold())
    ]
    return Page(
        "register.html",
        {"entries": sorted(entries, key=lambda entry: entry.name), "day": day, "search": search},
        asked=asked,
    )


def _entry(office: str, day: date, speech: Speech) -> OfficeEntry | None:
    unit: Unit | None = units().get(office)
    known = OFFICES.get(office)
    held = holders(office, day) if known is not None else ()
    return OfficeEntry(
        office,
        speech.text(unit.label) if unit else speech.term(office),
        speech.term(unit.part_of) if unit and unit.part_of else None,
        speech.text(unit.source) if unit else None,
        tuple(speech.term(item.by) for item in held if item.by != office),
        known is not None and not known.is_class and not held,
        tuple(item for item in mandates().get(office, ()) if item.in_force_on(day)),
    )


def programme(desk: Desk, request: Request, speech: Speech) -> Page:
    """A programme: money left, time used, activities with and without a delivery."""
    query = Query(request.query_params, speech)
    now = desk.now()
    asked = query.asked(now)
    case_id = request.path_params["case_id"]
    if case_kind(case_id) != "programme":
        raise NotFound(case_id)
    report = desk.report(case_id, asked.as_of or now, asked.known_at)
    figures = programme_figures(report.history)
    if figures is None:
        raise NotFound(case_id)
    today = local_day(report.as_of, TBILISI)
    return Page(
        "programme.html",
        {
            "case_id": case_id,
            "figures": figures,
            "chart": chart_of(figures, today),
            "width": WIDTH,
            "height": HEIGHT,
            "status": speech.text(report.status.label),
            "activities": tuple((item, _title(desk, item, speech)) for item in figures.activities),
            "gaps": len(report.gaps),
        },
        asked=asked,
    )


def _title(desk: Desk, item: ActivityFigures, speech: Speech) -> str | None:
    found = desk.law.provisions.get(f"iom-project/activity-{item.number}")
    return speech.text(found.title) if found else None
