"""The lists of one moment: read from the rows for the present, judged on the spot for any other time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from time import perf_counter
from typing import Final, Protocol

from api.web.asked import Asked
from domain.law.verdict import Status
from projections.questions import cases as case_questions
from projections.questions import choices as choice_questions
from projections.questions import gaps, obligations, overview
from projections.questions.at import Moment
from projections.questions.cases import CaseFilter, CaseSummary
from projections.questions.choices import Choices
from projections.questions.obligations import ObligationFilter, ObligationSummary
from projections.questions.overview import Totals
from projections.questions.page import Page
from projections.questions.standing import Standing, standing
from projections.rows import GapRow
from projections.views import Views

#: Moments whose lists are kept for the next page about them.
KEPT: Final = 2


class Lists(Protocol):
    """Lists are paged by key: ``after`` is what an earlier answer called ``next``; each raises BadCursor."""

    def totals(self) -> Totals:
        """Return the key figures."""

    def choices(self) -> Choices:
        """Return what the filters may offer."""

    def cases(self, wanted: CaseFilter, after: str | None, limit: int) -> Page[CaseSummary]:
        """Return cases by id."""

    def due(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return obligations with a time limit that are not performed, by due instant."""

    def deviations(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return deviations and reviews, the latest first."""

    def gaps(self, after: str | None, limit: int) -> Page[GapRow]:
        """Return contradictions and missing facts by case."""

    def verdicts(self, norm_id: str) -> Mapping[Status, int]:
        """Return how often each verdict stands for a norm."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What it took to judge the lists of another time."""

    cases: int
    #: False where the ledger has more cases than one pass judges.
    complete: bool
    #: Wall-clock seconds; 0 where an earlier pass could be used.
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Listing:
    """The lists of a moment, with the price of judging them; None where rows were read."""

    lists: Lists
    spot: Spot | None = None


class PresentLists:
    """The lists about the present, from the rows."""

    def __init__(self, views: Views, clock: Callable[[], datetime]) -> None:
        self._views = views
        self._clock = clock

    def totals(self) -> Totals:
        """Return the key figures."""
        return overview.totals(self._views, self._clock())

    def choices(self) -> Choices:
        """Return what occurs in the rows."""
        return choice_questions.choices(self._views)

    def cases(self, wanted: CaseFilter, after: str | None, limit: int) -> Page[CaseSummary]:
        """Return cases by id."""
        return case_questions.cases(self._views, self._clock(), wanted, after, limit)

    def due(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return what is not done, the next one first."""
        return obligations.due(self._views, self._clock(), wanted, after, limit)

    def deviations(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return deviations and reviews, the latest first."""
        return obligations.deviations(self._views, self._clock(), wanted, after, limit, with_review=True)

    def gaps(self, after: str | None, limit: int) -> Page[GapRow]:
        """Return contradictions and missing facts."""
        return gaps.gaps(self._views, self._clock(), None, after, limit)

    def verdicts(self, norm_id: str) -> Mapping[Status, int]:
        """Return how often each verdict stands for a norm."""
        return obligations.verdicts(self._views, self._clock(), norm_id)


class OtherTimes:
    """Judges every case for a moment, once; the last few moments are kept, because pages lead to one another.

    A verdict depends on the facts and the moment alone, so what is kept holds until something is recorded. One
    pass runs at a time: readers of the same moment wait for it instead of judging everything again.
    """

    def __init__(self, views: Views, clock: Callable[[], datetime]) -> None:
        self._views = views
        self._clock = clock
        self._lock = Lock()
        self._kept: OrderedDict[tuple[datetime | None, int], Standing] = OrderedDict()

    def at(self, asked: Asked) -> Listing:
        """Return the lists of a moment; raises Unavailable."""
        with self._lock:
            now = self._clock()
            key = (asked.as_of, self._last_known(asked))
            found, seconds = self._kept.pop(key, None), 0.0
            if found is None or (asked.as_of is None and _passed(found.next_check, now)):
                started = perf_counter()
                found = standing(self._views, Moment(asked.as_of or now, asked.known_at))
                seconds = perf_counter() - started
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return Listing(found, Spot(found.judged, found.complete, seconds))

    def _last_known(self, asked: Asked) -> int:
        """Position of the last fact that counts: nothing recorded after it changes what is held of the moment."""
        ledger = self._views.ledger
        return ledger.head().position if asked.known_at is None else ledger.position_at(asked.known_at)


def _passed(instant: datetime | None, now: datetime) -> bool:
    return instant is not None and instant <= now
