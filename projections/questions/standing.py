"""How everything stood at another time: every case judged once, kept in memory as the lists that pages show.

The rows hold the present alone, so this is the whole ledger judged anew: about two thousand cases a second. What
it keeps is small: where each case stood, what was not done or deviated, the contradictions, and counts of the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Final, Self, TypeVar, cast

from domain.law.book import LawBook
from domain.law.verdict import DEVIATIONS, Status
from projections.questions.at import Moment, judged
from projections.questions.cases import CaseFilter, CaseSummary
from projections.questions.choices import Choices
from projections.questions.obligations import ObligationFilter, ObligationSummary
from projections.questions.overview import SOON, Totals
from projections.questions.page import Page, clamp, cursor_of, keys_of, split
from projections.rows import CaseRows, CaseStatusRow, GapRow, ObligationRow, outstanding
from projections.scan import CASES_PER_PAGE
from projections.views import Views

#: Cases that one pass judges at most; what lies beyond them is not counted, and ``complete`` says so.
CASES_LIMIT: Final = 10_000
_REVIEWED: Final = frozenset({*DEVIATIONS, Status.REVIEW})
Row = TypeVar("Row")
Key = tuple[str | int | datetime, ...]


@dataclass(slots=True)
class Standing:
    """Every list of one moment. Orders, filters and cursors are those of the lists about the present."""

    law: LawBook
    as_of: datetime
    statuses: list[CaseStatusRow] = field(default_factory=list)
    #: What was not done, deviated, or was to be looked at.
    noted: list[ObligationSummary] = field(default_factory=list)
    gap_rows: list[GapRow] = field(default_factory=list)
    counts: Counter[tuple[str, Status]] = field(default_factory=Counter)
    #: Cases that were judged, those of which nothing had happened yet among them.
    judged: int = 0
    #: False where the ledger has more cases than one pass judges.
    complete: bool = True

    @classmethod
    def of(cls, law: LawBook, as_of: datetime, cases: Iterable[CaseRows | None]) -> Self:
        """Take in the rows of a moment, case by case in order of id; None where nothing had happened."""
        made = cls(law, as_of)
        for rows in cases:
            made.judged += 1
            if rows is not None:
                made._take(rows)
        return made

    @property
    def next_check(self) -> datetime | None:
        """The earliest instant at which any of it can change without a new fact."""
        return min((row.next_check for row in self.statuses if row.next_check), default=None)

    def totals(self) -> Totals:
        """Return the key figures."""
        rows = self.statuses
        soon = self.as_of + SOON
        return Totals(
            open_cases=sum(not row.final for row in rows),
            due_soon=sum(_pending(item.row) and _due(item) < soon for item in self.noted),
            overdue=sum(row.overdue_count for row in rows),
            deviations=sum(row.deviation_count for row in rows),
            review=sum(row.review_count for row in rows),
            contested=sum(row.contested_count for row in rows),
            undetermined=sum(row.undetermined_count for row in rows),
            gaps=sum(bool(row.gaps) for row in rows),
            incomplete=sum(row.incomplete is not None for row in rows),
        )

    def choices(self) -> Choices:
        """Return what filters can offer."""
        states = {state for row in self.statuses for state in row.states if state}
        return Choices(
            tuple(sorted({(row.kind, row.status) for row in self.statuses})),
            tuple(sorted(states)),
            tuple(sorted({norm for norm, _ in self.counts})),
        )

    def cases(self, wanted: CaseFilter, after: str | None, limit: int) -> Page[CaseSummary]:
        """Return cases by id; raises BadCursor."""
        found = (CaseSummary(row) for row in self.statuses if wanted.holds(row))
        return self._page(found, lambda item: (item.row.case_id,), (str,), after, limit)

    def due(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return what had a time limit and was not done, the next one first; raises BadCursor."""
        found = self._obligations(replace(wanted, outstanding=True))
        return self._page(found, _by_time, (datetime, int, str), after, limit)

    def deviations(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        """Return deviations and reviews, the latest first; raises BadCursor."""
        found = (item for item in self._obligations(wanted) if item.status in _REVIEWED)
        return self._page(found, _by_time, (datetime, int, str), after, limit, backwards=True)

    def gaps(self, after: str | None, limit: int) -> Page[GapRow]:
        """Return contradictions and missing facts by case; raises BadCursor."""
        return self._page(self.gap_rows, lambda row: (row.case_id, row.number), (str, int), after, limit)

    def verdicts(self, norm_id: str) -> Mapping[Status, int]:
        """Return how often each verdict stood for a norm."""
        return {status: number for (norm, status), number in self.counts.items() if norm == norm_id}

    def _take(self, rows: CaseRows) -> None:
        self.statuses.append(rows.status)
        self.gap_rows.extend(rows.gaps)
        states = rows.status.states
        for row in rows.obligations:
            self.counts[row.norm, Status(row.status)] += 1
            if _pending(row) or outstanding(row) or row.status in _REVIEWED:
                self.noted.append(ObligationSummary(row, self.law.provisions[row.norm], *states))

    def _obligations(self, wanted: ObligationFilter) -> Iterator[ObligationSummary]:
        norms = frozenset(wanted.norms(self.law))
        return (
            item
            for item in self.noted
            if wanted.holds(item.row, norms, (item.requesting, item.requested, item.foreign_state))
        )

    def _page(  # a list, its order, and the part of it that is asked for
        self,
        found: Iterable[Row],
        key: Callable[[Row], Key],
        kinds: tuple[type, ...],
        after: str | None,
        limit: int,
        *,
        backwards: bool = False,
    ) -> Page[Row]:
        if after is not None:
            mark = keys_of(after, *kinds)
            found = (
                row for row in found if (_follows(mark, key(row)) if backwards else _follows(key(row), mark))
            )
        # The keys of one list are of the same kinds, place by place.
        ordered = sorted(found, key=cast("Callable[[Row], tuple[str, ...]]", key), reverse=backwards)
        shown, more = split(ordered, clamp(limit))
        return Page(shown, cursor_of(*key(shown[-1])) if more else None, judged=self.judged)


def standing(views: Views, moment: Moment, limit: int = CASES_LIMIT) -> Standing:
    """Judge every case as of a moment, at most ``limit`` of them; raises Unavailable."""
    cases = judged(views, moment, at_once=CASES_PER_PAGE)
    made = Standing.of(views.judging.law, moment.as_of, (rows for _, rows in islice(cases, limit)))
    made.complete = next(cases, None) is None
    return made


def _pending(row: ObligationRow) -> bool:
    """Tell whether it had a time limit, was not done, and was not late under every reading."""
    return row.status == Status.PENDING and row.due_at is not None and row.done_at is None


def _due(item: ObligationSummary) -> datetime:
    return item.row.due_at or item.row.trigger_at


def _by_time(item: ObligationSummary) -> Key:
    return (_due(item), item.row.position, item.row.norm)


def _follows(one: Key, other: Key) -> bool:
    return cast("tuple[str, ...]", one) > cast("tuple[str, ...]", other)
