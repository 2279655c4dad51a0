"""A run-sheet before a case exists: an officer enters what is planned, and nothing is stored."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request

from api.planning import KINDS
from api.web.desk import Desk
from api.web.plan_form import PlanForm
from api.web.query import Query
from api.web.render import Page
from api.web.sheet_rows import Choice, Narrowed, sheet_page
from api.web.speech import Speech
from domain.law.calendars import load_calendars
from domain.law.planning import plan_sheet
from domain.law.zones import TBILISI

_UNUSABLE: Final = 422


def plan(desk: Desk, request: Request, speech: Speech) -> Page:
    """The form, and beneath it the run-sheet of what stands in it."""
    now = desk.now()
    query = Query(request.query_params, speech)
    asked = query.asked(now)
    form = PlanForm(query, speech)
    planned = form.plan() if form.is_filled else None
    sheet, as_of = None, asked.as_of or now
    if planned is not None:
        drawn = plan_sheet(planned, desk.law, load_calendars(), as_of)
        sheet = sheet_page(drawn, desk.law, speech, Narrowed())
    fields = form.fields()
    values = {
        "kinds": tuple(
            (kind, speech.text(desk.law.definition(kind).label), kind == form.kind) for kind in KINDS
        ),
        "kind": form.kind,
        "fields": fields,
        "items": form.items(),
        "said": tuple((field.label, _shown(field.value, field.choices)) for field in fields if field.value),
        "sheet": sheet,
        "refused": form.is_filled and sheet is None,
        "as_of": as_of,
        "zone": TBILISI,
    }
    return Page("plan.html", values, status=_UNUSABLE if values["refused"] else 200, asked=asked)


def _shown(value: str, choices: tuple[Choice, ...]) -> str:
    """Return the word for a chosen value; a date and time as it was entered, without the letter between."""
    return next((choice.words for choice in choices if choice.value == value), value.replace("T", " "))
