"""The run-sheet of a case, for a phone beside the runway and for paper."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from starlette.requests import Request

from api.web.desk import Desk
from api.web.one import incomplete, report_at, stopped
from api.web.query import Query
from api.web.render import Page
from api.web.sheet_rows import Choice, Narrowed, asks_for_persons, sheet_page
from api.web.speech import Speech
from domain.events.state_protocol.vocabulary import PROTOCOL_KINDS
from domain.law.calendars import load_calendars
from domain.law.planning import run_sheet
from domain.law.words import term
from domain.offices import OFFICES
from projections.answers import CaseIncomplete

#: Offices under whose name an officer can record, the usual one first.
_USUAL: Final = "ge-state-protocol-service"
#: Words that the script shows; {n} and {when} are filled in by it.
_SCRIPT_WORDS: Final = (
    "run.script.waiting",
    "run.script.waiting_one",
    "run.script.all_stored",
    "run.script.offline",
    "run.script.sending",
    "run.script.retry",
    "run.script.refused",
    "run.script.recorded",
    "run.script.omitted",
    "run.script.not_sent",
    "run.script.stored",
    "run.script.saved_copy",
    "run.script.no_storage",
    "run.script.mistake",
    "run.script.future",
    "run.script.bad_time",
)
#: Reasons that need one more tap; anything else is written.
_REASONS: Final = (
    "run.reason.guest",
    "run.reason.programme",
    "run.reason.weather",
    "run.reason.late",
    "run.reason.absent",
    "run.reason.missing",
)


def case_run_sheet(desk: Desk, request: Request, speech: Speech) -> Page:
    """What is due in one case, now or as of a moment; what the present asks for can be recorded by a tap."""
    now = desk.now()
    query = Query(request.query_params, speech)
    asked = query.asked(now)
    case_id = request.path_params["case_id"]
    try:
        report = report_at(desk, case_id, asked, now, speech)
        stopped(desk, case_id)
    except CaseIncomplete:
        return incomplete(desk, case_id, speech, asked)
    narrowed = Narrowed(query.text("body"), query.text("place"), query.text("day"), query.text("show"))
    sheet = run_sheet(report, desk.law, load_calendars())
    zone = desk.law.definition(report.kind).zone
    values = {
        "case_id": case_id,
        "kind": speech.text(desk.law.definition(report.kind).label),
        "status": speech.text(report.status.label),
        "sheet": sheet_page(sheet, desk.law, speech, narrowed),
        "narrowed": narrowed,
        "zone": zone,
        "as_of": report.as_of,
        "offset": _offset(report.as_of.astimezone(zone)),
        "version": len(report.history.recorded),
        "recording": asked.is_present and report.kind in PROTOCOL_KINDS.split(),
        "offices": _offices(speech, ours=True),
        "persons": _offices(speech, ours=False) if asks_for_persons(sheet) else (),
        "reasons": tuple(speech.t(key) for key in _REASONS),
        "words": {key.removeprefix("run.script."): speech.t(key) for key in _SCRIPT_WORDS},
    }
    return Page("run_sheet.html", values, asked=asked, scripted=True)


def _offset(local: datetime) -> str:
    """Write the offset of the case's zone, by which a time of the wall clock becomes an instant."""
    text = f"{local:%z}"
    return f"{text[:3]}:{text[3:5]}"


def _offices(speech: Speech, *, ours: bool) -> tuple[Choice, ...]:
    found = [Choice(key, term(key, speech.language)) for key in OFFICES if not ours or key.startswith("ge-")]
    return tuple(sorted(found, key=lambda choice: (choice.value != _USUAL, choice.words)))
