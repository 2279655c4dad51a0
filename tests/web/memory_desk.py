"""A desk over facts in memory, judged afresh for every question, by the functions that make the real rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from api.web.asked import PRESENT, Asked
from api.web.desk import Freshness
from api.web.listing import Listing, Spot
from domain.errors import NotFound, Unavailable
from domain.facts import Fact
from domain.law.history import known_at as facts_known_at
from domain.law.judge import Report
from domain.ledger import Entry, Unreadable
from projections.answers import CaseIncomplete
from projections.judging import standard
from projections.questions.cases import CaseFilter, CaseSummary
from projections.questions.standing import Standing
from projections.questions.statistics import ClockFigures, YearFigures
from projections.rows import CaseRows


class MemoryDesk:
    """Answers from facts in memory."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]], now: datetime) -> None:
        self._judging = standard()
        self._entries = entries
        self._now = now
        self._judged: dict[tuple[Asked, datetime], Standing] = {}
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
        facts = self._facts()
        return Freshness(len(facts), len(facts) - 1, max(fact.recorded_at for fact in facts))

    def at(self, asked: Asked) -> Listing:
        """The lists of the present too are judged on the spot here; they are marked as rows all the same."""
        key = (asked, self.now())
        if key not in self._judged:
            moment = asked.as_of or self.now()
            self._judged = {key: Standing.of(self.law, moment, self._rows(moment, asked.known_at))}
        found = self._judged[key]
        return Listing(found, None if asked.is_present else Spot(found.judged, found.complete))

    def _rows(self, moment: datetime, known_at: datetime | None) -> Iterator[CaseRows | None]:
        for case_id, entries in sorted(self._entries.items()):
            known = [
                entry
                for entry in entries
                if known_at is None or isinstance(entry, Unreadable) or entry.recorded_at <= known_at
            ]
            rows = self._judging.rows(case_id, known, moment) if known else None
            yield rows if rows and (rows.status.first_at or rows.parked) else None

    def last_fact(self) -> datetime:
        return max(fact.occurred_at for fact in self._facts())

    def middle_application(self) -> datetime:
        times = sorted(
            fact.occurred_at for fact in self._facts() if fact.type.startswith("ApplicationSubmitted")
        )
        return times[(len(times) - 1) // 2]

    def _facts(self) -> list[Fact]:
        return [entry for entries in self._entries.values() for entry in entries if isinstance(entry, Fact)]

    def years(self) -> Sequence[int]:
        return (2026,)

    def case(self, case_id: str) -> CaseSummary | None:
        rows = self.at(PRESENT).lists.cases(CaseFilter(search=case_id), None, 100).rows
        return next((found for found in rows if found.row.case_id == case_id), None)

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
