"""A desk over facts in memory, judged afresh for every question, by the functions that make the real rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from api.web.desk import Freshness
from domain.errors import NotFound, Unavailable
from domain.facts import Fact
from domain.law.history import known_at as facts_known_at
from domain.law.judge import Report
from domain.law.verdict import DEVIATIONS, Status
from domain.ledger import Entry, Unreadable
from projections.answers import CaseIncomplete
from projections.judging import standard
from projections.questions.cases import CaseFilter, CaseSummary
from projections.questions.choices import Choices
from projections.questions.obligations import ObligationFilter, ObligationSummary
from projections.questions.overview import SOON, Totals
from projections.questions.page import BadCursor, Page
from projections.questions.statistics import ClockFigures, YearFigures
from projections.rows import CaseRows, GapRow


class MemoryDesk:
    """Answers from facts in memory."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]], now: datetime) -> None:
        self._judging = standard()
        self._entries = entries
        self._now = now
        #: A switch: behave as if the database were gone.
        self.lost = False
        #: A switch: behave as if a question had a fault.
        self.broken = False

    @property
    def law(self):
        return self._judging.law

    def now(self) -> datetime:
        if self.lost:
            raise Unavailable("gone")
        if self.broken:
            raise RuntimeError("Sample Person stands in this message")
        return self._now

    def freshness(self) -> Freshness:
        facts = [entry for entries in self._entries.values() for entry in entries if isinstance(entry, Fact)]
        return Freshness(len(facts), len(facts) - 1, max(fact.recorded_at for fact in facts))

    def _rows(self) -> list[CaseRows]:
        now = self.now()
        return [self._judging.rows(case, entries, now) for case, entries in sorted(self._entries.items())]

    def _obligations(self, wanted: ObligationFilter) -> list[ObligationSummary]:
        law = self.law
        norms = wanted.norms(law)
        asked = frozenset(law.norm_by_id if norms is None else norms)
        found = []
        for rows in self._rows():
            states = (rows.status.requesting, rows.status.requested)
            found += [
                ObligationSummary(row, law.provisions[row.norm], *states)
                for row in rows.obligations
                if wanted.holds(row, asked, states)
            ]
        return found

    def totals(self) -> Totals:
        cases = [rows.status for rows in self._rows()]
        soon = ObligationFilter(outstanding=True, due_from=self._now, due_before=self._now + SOON)
        return Totals(
            sum(not row.final for row in cases),
            len(self._obligations(soon)),
            sum(row.overdue_count for row in cases),
            sum(row.deviation_count for row in cases),
            sum(row.review_count for row in cases),
            sum(row.contested_count for row in cases),
            sum(row.undetermined_count for row in cases),
            sum(bool(row.gaps) for row in cases),
            sum(row.incomplete is not None for row in cases),
        )

    def choices(self) -> Choices:
        cases = [rows.status for rows in self._rows()]
        states = {state for row in cases for state in (row.requesting, row.requested) if state}
        return Choices(
            tuple(sorted({(row.kind, row.status) for row in cases})),
            tuple(sorted(states)),
            tuple(sorted({item.row.norm for item in self._obligations(ObligationFilter())})),
        )

    def years(self) -> Sequence[int]:
        return (2026,)

    def cases(self, wanted: CaseFilter, after: str | None, limit: int) -> Page[CaseSummary]:
        found = [CaseSummary(rows.status) for rows in self._rows() if wanted.holds(rows.status)]
        return _page(found, after, limit)

    def case(self, case_id: str) -> CaseSummary | None:
        return next(
            (CaseSummary(rows.status) for rows in self._rows() if rows.status.case_id == case_id), None
        )

    def entries(self, case_id: str) -> Sequence[Entry]:
        return self._entries.get(case_id, ())

    def report(self, case_id: str, as_of: datetime, known_at: datetime | None) -> Report:
        entries = self._entries.get(case_id, ())
        if any(isinstance(entry, Unreadable) for entry in entries):
            raise CaseIncomplete("unreadable")
        known = facts_known_at((entry for entry in entries if isinstance(entry, Fact)), known_at)
        if not known:
            raise NotFound("nothing known")
        return self._judging.report(case_id, known, as_of)

    def case_at(self, position: int) -> str:
        for case_id, entries in self._entries.items():
            if any(entry.position == position for entry in entries):
                return case_id
        raise NotFound("no such position")

    def due(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        found = [
            item
            for item in self._obligations(wanted)
            if item.row.due_at
            and item.row.done_at is None
            and (item.is_overdue or item.status is Status.PENDING)
        ]
        return _page(sorted(found, key=lambda item: (item.row.due_at, item.row)), after, limit)

    def deviations(self, wanted: ObligationFilter, after: str | None, limit: int) -> Page[ObligationSummary]:
        found = [
            item
            for item in self._obligations(wanted)
            if item.status in (*DEVIATIONS, Status.REVIEW)
            and (not wanted.status or item.status in wanted.status)
        ]
        return _page(found[::-1], after, limit)

    def gaps(self, after: str | None, limit: int) -> Page[GapRow]:
        return _page([gap for rows in self._rows() for gap in rows.gaps], after, limit)

    def verdicts(self, norm_id: str) -> Mapping[Status, int]:
        statuses = [item.status for item in self._obligations(ObligationFilter(norm=norm_id))]
        return {status: statuses.count(status) for status in set(statuses)}

    def scenarios(self, provision_id: str) -> Sequence[str]:
        return ("Notice on the last day",) if provision_id == "protocol-ro/art-8/1" else ()

    def statistics(self, year: int) -> YearFigures:
        """Invented figures: counting them is the projections' work and is tested there."""
        if year != 2026:
            return YearFigures(year, None, 0, 0, 0, 0, 0, 0, 0, 0, 0, ())
        clocks = (
            ClockFigures(
                "C4",
                ("agreement/C4", "protocol-ro/art-4/1.2"),
                2547,
                2511,
                36,
                3,
                1,
                Decimal("9.2"),
                Decimal("11.8"),
            ),
            ClockFigures("C9", ("protocol-ro/art-8/1",), 120, 120, 0, 0, 0, None, None),
            ClockFigures("C8", ("protocol-ro/art-8/2.3",), 0, 0, 0, 4, 0, None, None),
        )
        return YearFigures(year, None, 2547, 2490, 14, 43, 1, 2, 0, 17, 2201, clocks)


def _page(rows: Sequence[Any], after: str | None, limit: int) -> Page[Any]:
    if after is not None and not after.isdigit():
        raise BadCursor("not of this list")
    start = int(after or 0)
    more = len(rows) > start + limit
    return Page(tuple(rows[start : start + limit]), str(start + limit) if more else None)
