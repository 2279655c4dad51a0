"""The list pages: overview, cases, what is due, deviations, gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from starlette.requests import Request

from api.web.desk import Desk, Flag
from api.web.query import Query
from api.web.render import Page, address
from api.web.saying import saying
from api.web.speech import Speech
from api.web.words import word_of
from domain.law.verdict import DEVIATIONS, Severity, Status
from projections.questions.cases import CaseFilter
from projections.questions.labels import label_of
from projections.questions.obligations import ObligationFilter
from projections.questions.overview import SOON
from projections.questions.page import Page as Found

Row = TypeVar("Row")
#: Rows on one page of a list, and in a short list of the overview.
ROWS: Final = 50
FEW: Final = 5
#: What a list of deviations can be narrowed to.
STATUSES: Final = (Status.BREACHED, Status.FULFILLED_LATE, Status.REVIEW)


def overview(desk: Desk, _: Request, speech: Speech) -> Page:
    """What needs a person today."""
    now = desk.now()
    soon = ObligationFilter(due_from=now, due_before=now + SOON)
    return Page(
        "overview.html",
        {
            "totals": desk.totals(),
            "now": now,
            "soon": desk.due(soon, None, FEW),
            "overdue": desk.due(ObligationFilter(overdue=True), None, FEW),
            "deviations": desk.deviations(ObligationFilter(status=tuple(sorted(DEVIATIONS))), None, FEW),
            "review": desk.deviations(ObligationFilter(status=(Status.REVIEW,)), None, FEW),
            "gaps": desk.gaps(None, FEW),
            "freshness": desk.freshness(),
            **saying(desk.law, speech),
        },
    )


def cases(desk: Desk, request: Request, speech: Speech) -> Page:
    """All cases, filtered."""
    query = Query(request.query_params, speech)
    flag = query.choice("flag", Flag)
    wanted = CaseFilter(
        kind=query.given("kind"),
        status=query.given("status"),
        state=query.given("state"),
        search=query.given("search"),
        unfinished=flag is Flag.OPEN,
        overdue=flag is Flag.OVERDUE,
        deviations=flag is Flag.DEVIATIONS,
        review=flag is Flag.REVIEW,
        contested=flag is Flag.CONTESTED,
        gaps=flag is Flag.GAPS,
        incomplete=flag is Flag.INCOMPLETE,
    )
    found = desk.cases(wanted, query.given("after"), ROWS)
    choices = desk.choices()
    # Kinds of case share some codes; the first kind's name stands for all.
    statuses = {code: label_of(kind, code) for kind, code in reversed(choices.statuses)}
    return Page(
        "cases.html",
        {
            "kinds": tuple((item.kind, speech.text(item.label)) for item in desk.law.definitions.values()),
            "statuses": sorted((code, speech.text(label)) for code, label in statuses.items()),
            "states": _states(choices.states, speech),
            "flags": tuple((flag.value, speech.t(f"flag.{flag.value}")) for flag in Flag),
            **_list(desk, found, query, "/cases", ("search", "kind", "status", "state", "flag")),
            **saying(desk.law, speech),
        },
    )


def due(desk: Desk, request: Request, speech: Speech) -> Page:
    """Obligations that are not performed yet, in the order of time."""
    query = Query(request.query_params, speech)
    show = query.text("show")
    wanted = ObligationFilter(
        norm=query.given("norm"),
        state=query.given("state"),
        overdue=show == "overdue",
        due_from=desk.now() if show in ("open", "soon") else None,
        due_before=desk.now() + SOON if show == "soon" else None,
    )
    found = desk.due(wanted, query.given("after"), ROWS)
    choices = desk.choices()
    return Page(
        "due.html",
        {
            "shows": tuple((name, speech.t(f"due.{name}")) for name in ("overdue", "open", "soon")),
            "norms": _norms(desk, choices.norms, speech),
            "states": _states(choices.states, speech),
            **_list(desk, found, query, "/due", ("show", "norm", "state")),
            **saying(desk.law, speech),
        },
    )


def deviations(desk: Desk, request: Request, speech: Speech) -> Page:
    """Deviations and what is to be reviewed, the latest first."""
    query = Query(request.query_params, speech)
    status = query.choice("status", Status)
    wanted = ObligationFilter(
        norm=query.given("norm"),
        state=query.given("state"),
        severity=query.choice("severity", Severity),
        status=(status,) if status else (),
        due_from=query.day_start("from"),
        due_before=query.day_start("to", plus=1),
    )
    found = desk.deviations(wanted, query.given("after"), ROWS)
    choices = desk.choices()
    names = ("norm", "status", "severity", "state", "from", "to")
    return Page(
        "deviations.html",
        {
            "norms": _norms(desk, choices.norms, speech),
            "states": _states(choices.states, speech),
            "statuses": tuple((item.value, word_of(item, speech)) for item in STATUSES),
            "severities": tuple((item.value, word_of(item, speech)) for item in Severity),
            **_list(desk, found, query, "/deviations", names),
            **saying(desk.law, speech),
        },
    )


def gaps(desk: Desk, request: Request, speech: Speech) -> Page:
    """Contradictions and missing facts."""
    query = Query(request.query_params, speech)
    found = desk.gaps(query.given("after"), ROWS)
    return Page("gaps.html", {**_list(desk, found, query, "/gaps", ()), **saying(desk.law, speech)})


def _list(
    desk: Desk, found: Found[Row], query: Query, path: str, names: tuple[str, ...]
) -> dict[str, object]:
    """What every list shows: its rows, what was chosen, links onwards and back to the start, how fresh it is."""
    chosen: Mapping[str, str] = {name: query.text(name) for name in names}
    return {
        "found": found,
        "chosen": chosen,
        "next_page": address(path, {**chosen, "after": found.next}) if found.next else None,
        "first_page": address(path, chosen) if query.text("after") else None,
        "freshness": desk.freshness(),
    }


def _states(codes: tuple[str, ...], speech: Speech) -> list[tuple[str, str]]:
    return sorted(((code, speech.state(code)) for code in codes), key=lambda pair: pair[1])


def _norms(desk: Desk, ids: tuple[str, ...], speech: Speech) -> tuple[tuple[str, str], ...]:
    """Norms that occur, in the order of the texts."""
    occurring = frozenset(ids)
    return tuple(
        (item.id, f"{speech.text(item.citation)}: {speech.text(item.title)}")
        for item in desk.law.provisions.values()
        if item.id in occurring
    )
