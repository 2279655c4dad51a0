"""What the pages ask: a small protocol, and the ledger's answers to it from the projections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from api.coverage import UnreadableFeature, read_scenarios
from domain.errors import NotFound
from domain.law.book import LawBook
from domain.law.judge import Report
from domain.law.verdict import Status
from domain.ledger import Entry
from projections.answers import answer
from projections.questions import cases as case_questions
from projections.questions import choices as choice_questions
from projections.questions import events, gaps, obligations, overview, statistics
from projections.questions.cases import CaseFilter, CaseSummary
from projections.questions.choices import Choices
from projections.questions.obligations import ObligationFilter, ObligationSummary
from projections.questions.overview import Totals
from projections.questions.page import Page
from projections.questions.statistics import YearFigures
from projections.rows import GapRow
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
    """Everything that a page can ask. Lists are paged by key: ``after`` is what an earlier answer called ``next``."""

    @property
    def law(self) -> LawBook:
        """The law that is judged by."""

    def now(self) -> datetime:
        """Return the present."""

    def freshness(self) -> Freshness:
        """Return how far the lists have read."""

    def totals(self) -> Totals:
        """Return the key figures."""

    def choices(self) -> Choices:
        """Return what the filters may offer."""

    def years(self) -> Sequence[int]:
        """Return the years that have figures."""

    def cases(self, wanted: CaseFilter, after: str | None, limit: int) -> Page[CaseSummary]:
        """Return cases by id."""

    def case(self, case_id: str) -> CaseSummary | None:
        """Return where one case stands."""

    def entries(self, case_id: str) -> Sequence[Entry]:
        """Return everything recorded in a case, sealed as stored."""

    def report(self, case_id: str, as_of: datetime, known_at: datetime | None) -> Report:
        """Judge a case as of a moment, from what was known at a moment; raises NotFound and CaseIncomplete."""

    def case_at(self, position: int) -> str:
        """Return the id of the case to which the fact at a position belongs; raises NotFound."""

    def due(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return obligations with a time limit that are not performed, by due instant."""

    def deviations(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return deviations and reviews, the latest first."""

    def gaps(self, after: str | None, limit: int) -> Page[GapRow]:
        """Return contradictions and missing facts by case."""

    def verdicts(self, norm_id: str) -> Mapping[Status, int]:
        """Return how often each verdict stands for a norm."""

    def scenarios(self, provision_id: str) -> Sequence[str]:
        """Return the names of the scenarios that mirror a provision."""

    def statistics(self, year: int) -> YearFigures:
        """Return the figures of a year."""


class LedgerDesk:
    """Answers from the ledger and its projections."""

    def __init__(self, views: Views, clock: Callable[[], datetime]) -> None:
        self._views = views
        self._clock = clock
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

    def totals(self) -> Totals:
        """Return the key figures."""
        return overview.totals(self._views, self._clock())

    def choices(self) -> Choices:
        """Return what occurs in the rows."""
        return choice_questions.choices(self._views)

    def years(self) -> Sequence[int]:
        """Return the years in which applications were submitted."""
        return statistics.years(self._views)

    def cases(self, wanted: CaseFilter, after: str | None, limit: int) -> Page[CaseSummary]:
        """Return cases by id; raises BadCursor."""
        return case_questions.cases(self._views, self._clock(), wanted, after, limit)

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

    def due(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return what is not done, the next one first; raises BadCursor."""
        return obligations.due(self._views, self._clock(), wanted, after, limit)

    def deviations(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return deviations and reviews, the latest first; raises BadCursor."""
        return obligations.deviations(self._views, self._clock(), wanted, after, limit, with_review=True)

    def gaps(self, after: str | None, limit: int) -> Page[GapRow]:
        """Return contradictions and missing facts; raises BadCursor."""
        return gaps.gaps(self._views, self._clock(), None, after, limit)

    def verdicts(self, norm_id: str) -> Mapping[Status, int]:
        """Return how often each verdict stands for a norm."""
        return obligations.verdicts(self._views, self._clock(), norm_id)

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
