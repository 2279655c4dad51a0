"""What the pages ask: a small protocol, and the ledger's answers to it from the projections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from api.coverage import UnreadableFeature, read_scenarios
from api.web.asked import Asked
from api.web.listing import Listing, OtherTimes, PresentLists
from domain.errors import NotFound
from domain.law.book import LawBook
from domain.law.judge import Report
from domain.ledger import Entry
from projections.answers import answer
from projections.questions import cases as case_questions
from projections.questions import events, overview, statistics
from projections.questions.cases import CaseSummary
from projections.questions.statistics import YearFigures
from projections.views import Views


class Flag(StrEnum):
    """What a case can be marked with."""

    OPEN = "open"
    OVERDUE = "overdue"
    DEVIATIONS = "deviations"
    REVIEW = "review"
    CONTESTED = "contested"
    GAPS = "gaps"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Freshness:
    """How much of the log the lists have taken in."""

    #: Last position of the log.
    head: int
    #: Last position that the lists contain.
    projected: int
    recorded_at: datetime | None = None

    @property
    def behind(self) -> int:
        """Recorded facts that the lists do not contain yet."""
        return max(0, self.head - self.projected)


class Desk(Protocol):
    """Everything that a page can ask."""

    @property
    def law(self) -> LawBook:
        """The law that is judged by."""

    def now(self) -> datetime:
        """Return the present."""

    def freshness(self) -> Freshness:
        """Return how far the lists have read."""

    def at(self, asked: Asked) -> Listing:
        """Return the lists of a moment."""

    def last_fact(self) -> datetime | None:
        """Return when the latest fact of any case happened."""

    def middle_application(self) -> datetime | None:
        """Return when half of all applications had been submitted."""

    def years(self) -> Sequence[int]:
        """Return the years that have figures."""

    def case(self, case_id: str) -> CaseSummary | None:
        """Return where one case stands."""

    def entries(self, case_id: str) -> Sequence[Entry]:
        """Return everything recorded in a case, sealed as stored."""

    def report(self, case_id: str, as_of: datetime, known_at: datetime | None) -> Report:
        """Judge a case as of a moment, from what was known at a moment; raises NotFound and CaseIncomplete."""

    def case_at(self, position: int) -> str:
        """Return the id of the case to which the fact at a position belongs; raises NotFound."""

    def scenarios(self, provision_id: str) -> Sequence[str]:
        """Return the names of the scenarios that mirror a provision."""

    def statistics(self, year: int) -> YearFigures:
        """Return the figures of a year."""


class LedgerDesk:
    """Answers from the ledger and its projections."""

    def __init__(self, views: Views, clock: Callable[[], datetime]) -> None:
        self._views = views
        self._clock = clock
        self._present = Listing(PresentLists(views, clock))
        self._other_times = OtherTimes(views, clock)
        self._scenarios = _scenarios()

    @property
    def law(self) -> LawBook:
        """The law that the views are judged by."""
        return self._views.judging.law

    def now(self) -> datetime:
        """Return the present."""
        return self._clock()

    def freshness(self) -> Freshness:
        """Return how far the lists have read; raises Unavailable."""
        projected = self._views.position()
        head = self._views.ledger.head()
        return Freshness(head.position, projected, head.recorded_at if head.position else None)

    def at(self, asked: Asked) -> Listing:
        """Return the lists of a moment: rows for the present, else every case judged; raises Unavailable."""
        return self._present if asked.is_present else self._other_times.at(asked)

    def last_fact(self) -> datetime | None:
        """Return when the latest fact of any case happened."""
        return overview.last_fact(self._views)

    def middle_application(self) -> datetime | None:
        """Return when half of all applications had been submitted."""
        return overview.middle_application(self._views)

    def years(self) -> Sequence[int]:
        """Return the years in which applications were submitted."""
        return statistics.years(self._views)

    def case(self, case_id: str) -> CaseSummary | None:
        """Return where one case stands, None when no list holds it yet."""
        return case_questions.one_case(self._views, self._clock(), case_id)

    def entries(self, case_id: str) -> Sequence[Entry]:
        """Return everything recorded in a case."""
        return self._views.ledger.history(case_id)

    def report(self, case_id: str, as_of: datetime, known_at: datetime | None) -> Report:
        """Judge a case, the one way to a verdict."""
        judging = self._views.judging
        return answer(self._views.ledger, judging.law, judging.calendars, case_id, as_of, known_at)

    def case_at(self, position: int) -> str:
        """Return the case of a position; raises NotFound."""
        return events.case_at(self._views, position)

    def scenarios(self, provision_id: str) -> Sequence[str]:
        """Return the scenarios that carry the provision's tag; none where no features are at hand."""
        return self._scenarios.get(provision_id, ())

    def statistics(self, year: int) -> YearFigures:
        """Return the figures of a year."""
        return statistics.statistics(self._views, self._clock(), year)


def _scenarios() -> Mapping[str, Sequence[str]]:
    try:
        found = read_scenarios()
    except (NotFound, UnreadableFeature):
        return {}
    by_tag: dict[str, list[str]] = defaultdict(list)
    for scenario in found:
        for tag in scenario.tags:
            by_tag[tag].append(scenario.name)
    return by_tag
