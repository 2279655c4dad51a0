"""Pages of a programme: the dashboard of its money and time, and the closing report to be handed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request

from api.web.asked import Asked
from api.web.burn_down import HEIGHT, WIDTH, chart_of
from api.web.case_page import gap_of
from api.web.desk import Desk
from api.web.one import report_at
from api.web.pages import Tag
from api.web.query import Query
from api.web.render import Page
from api.web.speech import Speech
from api.web.timeline import places_of
from api.web.words import verdict_tag
from domain.cases.closing_report import ACTIVITY, closing_report
from domain.cases.identity import case_kind
from domain.cases.programme_figures import programme_figures
from domain.cases.programme_pace import Course, Pace, pace
from domain.errors import NotFound
from domain.law.explain import explain
from domain.law.judge import Obligation, Report
from domain.law.sentences import sentences
from domain.law.zones import TBILISI, local_day

COURSES: Final[Mapping[Course, str]] = {
    Course.EVEN: "programme.course.even",
    Course.AHEAD: "programme.course.ahead",
    Course.BEHIND: "programme.course.behind",
    Course.OVERSPENT: "programme.course.overspent",
    Course.OVERTIME: "programme.course.overtime",
}


def programme(desk: Desk, request: Request, speech: Speech) -> Page:
    """A programme: money left, time used, activities with and without a delivery."""
    case_id, report, asked = _asked(desk, request, speech)
    figures = programme_figures(report.history)
    if figures is None:
        raise NotFound(case_id)
    today = local_day(report.as_of, TBILISI)
    held = {item.norm.id: item for item in report.obligations}
    return Page(
        "programme.html",
        {
            "case_id": case_id,
            "figures": figures,
            "pace": (going := pace(figures, today)),
            "course": _course(going, speech),
            "reached": figures.ended_on or today,
            "chart": chart_of(figures, today),
            "width": WIDTH,
            "height": HEIGHT,
            "status": speech.text(report.status.label),
            "activities": tuple(
                (
                    item,
                    _title(desk, f"{ACTIVITY}{item.number}", speech),
                    _tag(held.get(f"{ACTIVITY}{item.number}"), speech),
                )
                for item in figures.activities
            ),
            "gaps": len(report.gaps),
        },
        asked=asked,
    )


def closing(desk: Desk, request: Request, speech: Speech) -> Page:
    """The closing report, to be printed and signed; a draft while the programme has not ended."""
    case_id, report, asked = _asked(desk, request, speech)
    found = closing_report(report)
    if found is None:
        raise NotFound(case_id)
    places = places_of(report.history.recorded)
    return Page(
        "closing_report.html",
        {
            "case_id": case_id,
            "report": found,
            "figures": found.figures,
            "course": _course(found.pace, speech),
            "title_of": lambda norm: _title(desk, norm, speech),
            "tag_of": lambda item: _tag(item, speech),
            "why": lambda item: sentences(explain(item, desk.law), speech.language),
            "gaps": tuple(gap_of(gap, places, speech, asked.case(case_id)) for gap in report.gaps),
            "term": speech.term,
        },
        asked=asked,
    )


def _course(going: Pace | None, speech: Speech) -> str | None:
    return None if going is None else speech.t(COURSES[going.course])


def _asked(desk: Desk, request: Request, speech: Speech) -> tuple[str, Report, Asked]:
    now = desk.now()
    asked = Query(request.query_params, speech).asked(now)
    case_id = request.path_params["case_id"]
    if case_kind(case_id) != "programme":
        raise NotFound(case_id)
    return case_id, report_at(desk, case_id, asked, now, speech), asked


def _title(desk: Desk, norm: str, speech: Speech) -> str | None:
    found = desk.law.provisions.get(norm)
    return speech.text(found.title) if found else None


def _tag(item: Obligation | None, speech: Speech) -> Tag | None:
    return None if item is None else verdict_tag(item.verdict.status, speech)
