"""The list pages: overview, cases, what is due, deviations, gaps; each about the present or another time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self, TypeVar

from starlette.requests import Request

from api.web.asked import PRESENT, Asked
from api.web.desk import Desk, Flag
from api.web.gap_lines import gap_lines
from api.web.listing import Listing, Lists
from api.web.pages import Link
from api.web.query import Query
from api.web.render import Page
from api.web.saying import saying
from api.web.speech import Speech
from api.web.words import word_of
from domain.cases.state_protocol import CATEGORIES
from domain.events.state_protocol.vocabulary import GuestRank
from domain.law.verdict import DEVIATIONS, Severity, Status
from domain.law.zones import TBILISI
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
#: What is due and not yet late.
NOT_LATE: Final = (Status.PENDING,)


@dataclass(frozen=True, slots=True)
class _Asking:
    """One request for a list."""

    desk: Desk
    query: Query
    asked: Asked
    listing: Listing
    #: The moment asked about.
    when: datetime
    path: str

    @classmethod
    def of(cls, desk: Desk, request: Request, speech: Speech) -> Self:
        """Read the moment; raises BadQuery."""
        query = Query(request.query_params, speech)
        now = desk.now()
        asked = query.asked(now)
        return cls(desk, query, asked, desk.at(asked), asked.as_of or now, request.url.path)

    @property
    def lists(self) -> Lists:
        """The lists of the moment."""
        return self.listing.lists

    @property
    def after(self) -> str | None:
        """Where the page begins."""
        return self.query.given("after")

    def common(self, names: tuple[str, ...] = ()) -> dict[str, object]:
        """What every list shows: what was chosen, and how fresh it is."""
        return {
            "path": self.path,
            "chosen": {name: self.query.text(name) for name in names},
            "spot": self.listing.spot,
            "freshness": self.desk.freshness(),
        }

    def paged(self, found: Found[Row], names: tuple[str, ...] = ()) -> dict[str, object]:
        """What a long list shows besides: its rows, and links onwards and back to the start."""
        chosen = {name: self.query.text(name) for name in names}
        return {
            "found": found,
            "next_page": self.asked.to(self.path, **chosen, after=found.next) if found.next else None,
            "first_page": self.asked.to(self.path, **chosen) if self.after else None,
            **self.common(names),
        }


def overview(desk: Desk, request: Request, speech: Speech) -> Page:
    """What needs a person today, or needed one at another time."""
    asking = _Asking.of(desk, request, speech)
    asked, lists = asking.asked, asking.lists
    totals = lists.totals()
    soon = ObligationFilter(status=NOT_LATE, due_before=asking.when + SOON)
    gaps = lists.gaps(None, FEW)
    values = {
        "totals": totals,
        "now": asking.when,
        "soon": lists.due(soon, None, FEW),
        "overdue": lists.due(ObligationFilter(overdue=True), None, FEW),
        "deviations": lists.deviations(ObligationFilter(status=tuple(sorted(DEVIATIONS))), None, FEW),
        "review": lists.deviations(ObligationFilter(status=(Status.REVIEW,)), None, FEW),
        "gaps": gaps,
        "gap_lines": gap_lines(desk, asked, gaps.rows, speech),
        "look_back": () if totals.due_soon or not asked.is_present else _look_back(asking, speech),
        **asking.common(),
        **saying(desk.law, speech),
    }
    return Page("overview.html", values, asked=asked)


def cases(desk: Desk, request: Request, speech: Speech) -> Page:
    """All cases, filtered."""
    asking = _Asking.of(desk, request, speech)
    query = asking.query
    flag = query.choice("flag", Flag)
    wanted = CaseFilter(
        kind=query.given("kind"),
        status=query.given("status"),
        state=query.given("state"),
        category=query.given("category"),
        rank=query.given("rank"),
        search=query.given("search"),
        unfinished=flag is Flag.OPEN,
        overdue=flag is Flag.OVERDUE,
        deviations=flag is Flag.DEVIATIONS,
        review=flag is Flag.REVIEW,
        contested=flag is Flag.CONTESTED,
        gaps=flag is Flag.GAPS,
        incomplete=flag is Flag.INCOMPLETE,
    )
    found = asking.lists.cases(wanted, asking.after, ROWS)
    choices = asking.lists.choices()
    # Kinds of case share some codes; the first kind's name stands for all.
    statuses = {code: label_of(kind, code) for kind, code in reversed(choices.statuses)}
    values = {
        "kinds": tuple((item.kind, speech.text(item.label)) for item in desk.law.definitions.values()),
        "statuses": sorted((code, speech.text(label)) for code, label in statuses.items()),
        "states": _states(choices.states, speech),
        "categories": tuple((word, speech.term(word)) for word in CATEGORIES),
        "ranks": tuple((rank.value, speech.term(rank.value)) for rank in GuestRank),
        "flags": tuple((flag.value, speech.t(f"flag.{flag.value}")) for flag in Flag),
        **asking.paged(found, ("search", "kind", "status", "state", "category", "rank", "flag")),
        **saying(desk.law, speech),
    }
    return Page("cases.html", values, asked=asking.asked)


def due(desk: Desk, request: Request, speech: Speech) -> Page:
    """Obligations that are not performed yet, in the order of time."""
    asking = _Asking.of(desk, request, speech)
    query = asking.query
    show = query.text("show")
    wanted = ObligationFilter(
        norm=query.given("norm"),
        state=query.given("state"),
        overdue=show == "overdue",
        status=NOT_LATE if show in ("open", "soon") else (),
        due_before=asking.when + SOON if show == "soon" else None,
    )
    found = asking.lists.due(wanted, asking.after, ROWS)
    choices = asking.lists.choices()
    values = {
        "shows": tuple((name, speech.t(f"due.{name}")) for name in ("overdue", "open", "soon")),
        "norms": _norms(desk, choices.norms, speech),
        "states": _states(choices.states, speech),
        **asking.paged(found, ("show", "norm", "state")),
        **saying(desk.law, speech),
    }
    return Page("due.html", values, asked=asking.asked)


def deviations(desk: Desk, request: Request, speech: Speech) -> Page:
    """Deviations and what is to be reviewed, the latest first."""
    asking = _Asking.of(desk, request, speech)
    query = asking.query
    status = query.choice("status", Status)
    wanted = ObligationFilter(
        norm=query.given("norm"),
        state=query.given("state"),
        severity=query.choice("severity", Severity),
        status=(status,) if status else (),
        due_from=query.day_start("from"),
        due_before=query.day_start("to", plus=1),
    )
    found = asking.lists.deviations(wanted, asking.after, ROWS)
    choices = asking.lists.choices()
    values = {
        "norms": _norms(desk, choices.norms, speech),
        "states": _states(choices.states, speech),
        "statuses": tuple((item.value, word_of(item, speech)) for item in STATUSES),
        "severities": tuple((item.value, word_of(item, speech)) for item in Severity),
        **asking.paged(found, ("norm", "status", "severity", "state", "from", "to")),
        **saying(desk.law, speech),
    }
    return Page("deviations.html", values, asked=asking.asked)


def gaps(desk: Desk, request: Request, speech: Speech) -> Page:
    """Contradictions and missing facts."""
    asking = _Asking.of(desk, request, speech)
    found = asking.lists.gaps(asking.after, ROWS)
    lines = gap_lines(desk, asking.asked, found.rows, speech)
    return Page("gaps.html", {"gap_lines": lines, **asking.paged(found)}, asked=asking.asked)


def _look_back(asking: _Asking, speech: Speech) -> tuple[Link, ...]:
    """Where nothing has happened for longer than what is due soon, lead to days on which something had."""
    last = asking.desk.last_fact()
    if last is None or last > asking.when - SOON:
        return ()
    middle = asking.desk.middle_application()
    days = {"overview.last_fact": last, "overview.middle": middle or last}
    found = {key: instant.astimezone(TBILISI).date() for key, instant in days.items()}
    return tuple(
        Link(speech.t(key, day=speech.day(day)), PRESENT.to("/", as_of=day.isoformat()))
        for key, day in found.items()
        if key == "overview.last_fact" or day != found["overview.last_fact"]
    )


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
