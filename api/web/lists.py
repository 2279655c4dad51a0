"""The list pages: overview, cases, what is due, deviations, gaps."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from starlette.requests import Request

from api.web.explaining import gap_words
from api.web.query import Query
from api.web.render import Page, address
from api.web.rows import CaseFilter, Desk, DeviationFilter, DueFilter, Flag, ObligationRow, Slice
from api.web.speech import Speech
from api.web.words import contested_tag, verdict_tag, word_of
from domain.law.verdict import DEVIATIONS, Severity, Status

#: Rows on one page of a list, and in a short list of the overview.
ROWS: Final = 50
FEW: Final = 5
SOON: Final = timedelta(days=7)


def overview(desk: Desk, _: Request, speech: Speech) -> Page:
    """What needs a person today."""
    now = desk.now()
    totals = desk.totals(now)
    return Page(
        "overview.html",
        {
            "totals": totals,
            "freshness": desk.freshness(),
            "now": now,
            "overdue": desk.due(DueFilter(overdue=True), now, "", FEW),
            "upcoming": desk.due(DueFilter(overdue=False), now, "", FEW),
            "deviations": desk.deviations(DeviationFilter(), "", FEW),
            "review": desk.deviations(DeviationFilter(status=Status.REVIEW), "", FEW),
            "gaps": desk.gaps("", FEW),
            **_speaking(desk, speech),
        },
    )


def cases(desk: Desk, request: Request, speech: Speech) -> Page:
    """All cases, filtered."""
    query = Query(request.query_params, speech)
    wanted = CaseFilter(
        kind=query.text("kind"),
        status=query.text("status"),
        state=query.text("state"),
        flag=query.choice("flag", Flag),
        search=query.text("search"),
    )
    found = desk.cases(wanted, query.text("after"), ROWS)
    chosen = {
        "kind": wanted.kind,
        "status": wanted.status,
        "state": wanted.state,
        "flag": wanted.flag.value if wanted.flag else "",
        "search": wanted.search,
    }
    return Page(
        "cases.html",
        {
            "found": found,
            "chosen": chosen,
            "choices": desk.choices(),
            "kinds": tuple(desk.law.definitions.values()),
            "flags": tuple((flag.value, speech.t(f"flag.{flag.value}")) for flag in Flag),
            "freshness": desk.freshness(),
            **_paged("/cases", found, chosen, query),
            **_speaking(desk, speech),
        },
    )


def due(desk: Desk, request: Request, speech: Speech) -> Page:
    """Obligations that are not performed yet, in the order of time."""
    query = Query(request.query_params, speech)
    show = query.text("show")
    wanted = DueFilter(
        norm=query.text("norm"),
        state=query.text("state"),
        overdue={"overdue": True, "open": False}.get(show),
    )
    now = desk.now()
    found = desk.due(wanted, now, query.text("after"), ROWS)
    chosen = {"show": show, "norm": wanted.norm, "state": wanted.state}
    return Page(
        "due.html",
        {
            "found": found,
            "now": now,
            "chosen": chosen,
            "choices": desk.choices(),
            "freshness": desk.freshness(),
            **_paged("/due", found, chosen, query),
            **_speaking(desk, speech),
        },
    )


def deviations(desk: Desk, request: Request, speech: Speech) -> Page:
    """Deviations and what is to be reviewed, the latest first."""
    query = Query(request.query_params, speech)
    wanted = DeviationFilter(
        norm=query.text("norm"),
        state=query.text("state"),
        severity=query.choice("severity", Severity),
        status=query.choice("status", Status),
        since=query.day_start("from"),
        until=query.day_start("to", plus=1),
    )
    found = desk.deviations(wanted, query.text("after"), ROWS)
    chosen = {
        "norm": wanted.norm,
        "state": wanted.state,
        "severity": wanted.severity.value if wanted.severity else "",
        "status": wanted.status.value if wanted.status else "",
        "from": query.text("from"),
        "to": query.text("to"),
    }
    statuses = (*sorted(DEVIATIONS), Status.REVIEW)
    return Page(
        "deviations.html",
        {
            "found": found,
            "chosen": chosen,
            "choices": desk.choices(),
            "statuses": tuple((status.value, word_of(status, speech)) for status in statuses),
            "severities": tuple((severity.value, word_of(severity, speech)) for severity in Severity),
            "freshness": desk.freshness(),
            **_paged("/deviations", found, chosen, query),
            **_speaking(desk, speech),
        },
    )


def gaps(desk: Desk, request: Request, speech: Speech) -> Page:
    """Contradictions and missing facts."""
    query = Query(request.query_params, speech)
    found = desk.gaps(query.text("after"), ROWS)
    return Page(
        "gaps.html",
        {
            "found": found,
            "freshness": desk.freshness(),
            **_paged("/gaps", found, {}, query),
            **_speaking(desk, speech),
        },
    )


def _paged(path: str, found: Slice[object], chosen: dict[str, str], query: Query) -> dict[str, object]:
    """Links of a list that is read page by page: onwards, and back to its start."""
    following = address(path, {**chosen, "after": found.next_after}) if found.next_after else None
    return {"next_page": following, "first_page": address(path, chosen) if query.text("after") else None}


def _speaking(desk: Desk, speech: Speech) -> dict[str, object]:
    """What rows need to be said: the names of norms, verdicts as tags, gaps as sentences."""

    def provision_title(norm_id: str) -> str:
        found = desk.law.provisions.get(norm_id)
        return speech.text(found.title) if found else norm_id

    def citation(norm_id: str) -> str:
        found = desk.law.provisions.get(norm_id)
        return speech.text(found.citation) if found else norm_id

    def tag(row: ObligationRow) -> object:
        return verdict_tag(row.status, speech)

    def kind(code: str) -> str:
        found = desk.law.definitions.get(code)
        return speech.text(found.label) if found else code

    return {
        "provision_title": provision_title,
        "citation": citation,
        "tag_of": tag,
        "kind_of": kind,
        "contested_tag": contested_tag(speech),
        "severity_of": lambda severity: word_of(severity, speech),
        "gap_words": lambda code: gap_words(code, speech),
    }
