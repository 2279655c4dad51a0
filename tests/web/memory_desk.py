"""A desk over facts in memory, judged afresh for every question: what the real one answers, only slower."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from statistics import median, quantiles
from typing import TypeVar

from api.web.rows import (
    CaseFilter,
    CaseRow,
    Choices,
    ClockFigures,
    DeviationFilter,
    DueFilter,
    Flag,
    Freshness,
    GapRow,
    ObligationRow,
    Slice,
    Totals,
    YearFigures,
)
from domain.cases.readmission import LABELS
from domain.errors import NotFound, Unavailable
from domain.facts import Fact
from domain.law.calendars import load_calendars
from domain.law.history import History
from domain.law.judge import Obligation, Report, judge
from domain.law.library import load_law
from domain.law.verdict import DEVIATIONS, OPEN, Status

Row = TypeVar("Row")


class MemoryDesk:
    """Answers from facts in memory."""

    def __init__(self, facts: Mapping[str, Sequence[Fact]], now: datetime) -> None:
        self.law = load_law()
        self.calendars = load_calendars()
        self._facts = facts
        self._now = now
        #: A switch: behave as if the database were gone.
        self.lost = False
        #: A switch: behave as if a question had a fault.
        self.broken = False

    def now(self) -> datetime:
        if self.lost:
            raise Unavailable("gone")
        if self.broken:
            raise RuntimeError("Sample Person stands in this message")
        return self._now

    def freshness(self) -> Freshness:
        head = max((fact.position for facts in self._facts.values() for fact in facts), default=0)
        last = max((fact.recorded_at for facts in self._facts.values() for fact in facts), default=None)
        return Freshness(head, max(0, head - 1), last)

    def _reports(self) -> list[Report]:
        now = self.now()
        return [
            judge(History(case_id, facts, as_of=now), self.law, self.calendars, now)
            for case_id, facts in sorted(self._facts.items())
        ]

    def _row(self, report: Report, item: Obligation) -> ObligationRow:
        parties = self.law.definition(report.kind).parties(report.history)
        return ObligationRow(
            item.id,
            report.case_id,
            item.norm.id,
            item.verdict.status,
            item.severity,
            item.trigger.occurred_at,
            item.due_at,
            parties.requesting if parties else None,
            parties.requested if parties else None,
            item.verdict.contested,
            item.verdict.awaited,
        )

    def _obligations(self) -> list[ObligationRow]:
        return [self._row(report, item) for report in self._reports() for item in report.obligations]

    def _case(self, report: Report) -> CaseRow:
        rows = [self._row(report, item) for item in report.obligations]
        parties = self.law.definition(report.kind).parties(report.history)
        dues = [row.due_at for row in rows if row.status in OPEN and row.due_at]
        return CaseRow(
            report.case_id,
            report.kind,
            report.status.code,
            report.status.label,
            report.status.since,
            report.status.final,
            parties.requesting if parties else None,
            parties.requested if parties else None,
            min(dues, default=None),
            sum(row.status in OPEN for row in rows),
            sum(_overdue(row) for row in rows),
            sum(row.status in DEVIATIONS for row in rows),
            sum(row.status is Status.REVIEW for row in rows),
            sum(row.contested for row in rows),
            len(report.gaps),
            report.case_id.endswith("00006"),
        )

    def totals(self, now: datetime) -> Totals:
        cases = [self._case(report) for report in self._reports()]
        soon = now + timedelta(days=7)
        return Totals(
            sum(not case.final for case in cases),
            sum(bool(case.next_due and case.next_due <= soon) for case in cases),
            sum(case.overdue for case in cases),
            sum(case.deviations for case in cases),
            sum(case.review for case in cases),
            sum(case.gaps for case in cases),
            sum(case.incomplete for case in cases),
            sum(case.contested > 0 for case in cases),
        )

    def choices(self) -> Choices:
        rows = self._obligations()
        states = sorted({row.requesting for row in rows if row.requesting})
        return Choices(LABELS, tuple(states), tuple(sorted({row.norm_id for row in rows})), (2026,))

    def cases(self, wanted: CaseFilter, after: str, limit: int) -> Slice[CaseRow]:
        flags: Mapping[Flag, Callable[[CaseRow], object]] = {
            Flag.OPEN: lambda row: not row.final,
            Flag.OVERDUE: lambda row: row.overdue,
            Flag.DEVIATIONS: lambda row: row.deviations,
            Flag.REVIEW: lambda row: row.review,
            Flag.CONTESTED: lambda row: row.contested,
            Flag.GAPS: lambda row: row.gaps,
            Flag.INCOMPLETE: lambda row: row.incomplete,
        }
        rows = [
            row
            for row in map(self._case, self._reports())
            if wanted.kind in ("", row.kind)
            and wanted.status in ("", row.status)
            and wanted.state in ("", row.requesting)
            and row.case_id.startswith(wanted.search)
            and (wanted.flag is None or flags[wanted.flag](row))
        ]
        return _slice(rows, lambda row: row.case_id, after, limit)

    def facts(self, case_id: str) -> Sequence[Fact]:
        if case_id not in self._facts:
            raise NotFound("no such case")
        return self._facts[case_id]

    def case_at(self, position: int) -> str:
        for case_id, facts in self._facts.items():
            if any(fact.position == position for fact in facts):
                return case_id
        raise NotFound("no such position")

    def due(self, wanted: DueFilter, now: datetime, after: str, limit: int) -> Slice[ObligationRow]:
        rows = [
            row
            for row in self._obligations()
            if (row.status in OPEN and wanted.overdue is not True)
            or (_overdue(row) and wanted.overdue is not False)
        ]
        rows = [row for row in rows if row.due_at and _wanted(row, wanted.norm, wanted.state)]
        rows.sort(key=lambda row: (str(row.due_at), row.id))
        return _slice(rows, lambda row: f"{row.due_at}|{row.id}", after, limit)

    def deviations(self, wanted: DeviationFilter, after: str, limit: int) -> Slice[ObligationRow]:
        rows = [
            row
            for row in self._obligations()
            if row.status in (*DEVIATIONS, Status.REVIEW)
            and (wanted.status is None or row.status is wanted.status)
            and (wanted.severity is None or row.severity is wanted.severity)
            and (wanted.since is None or (row.due_at and row.due_at >= wanted.since))
            and (wanted.until is None or (row.due_at and row.due_at < wanted.until))
            and _wanted(row, wanted.norm, wanted.state)
        ]
        rows.sort(key=lambda row: row.id)
        return _slice(rows, lambda row: row.id, after, limit)

    def gaps(self, after: str, limit: int) -> Slice[GapRow]:
        rows = [GapRow(report.case_id, gap.code) for report in self._reports() for gap in report.gaps]
        return _slice(rows, lambda row: f"{row.case_id}|{row.code}", after, limit)

    def verdicts(self, norm_id: str) -> Mapping[Status, int]:
        statuses = [row.status for row in self._obligations() if row.norm_id == norm_id]
        return {status: statuses.count(status) for status in set(statuses)}

    def scenarios(self, norm_id: str) -> Sequence[str]:
        return ("Notice on the last day",) if norm_id == "protocol-ro/art-8/1" else ()

    def statistics(self, year: int) -> YearFigures:
        figures = []
        rows = [row for row in self._obligations() if row.triggered_at and row.triggered_at.year == year]
        for norm_id in sorted({row.norm_id for row in rows if row.due_at}):
            of_norm = [row for row in rows if row.norm_id == norm_id]
            late = sum(row.status in (*DEVIATIONS, Status.REVIEW) for row in of_norm)
            days = [float(number + 3) for number, _ in enumerate(of_norm)] * 2
            figures.append(
                ClockFigures(
                    norm_id,
                    len(of_norm),
                    len(of_norm) - late,
                    late,
                    timedelta(median(days)),
                    timedelta(quantiles(days, n=10)[-1]),
                )
            )
        cases = [row for row in map(self._case, self._reports()) if row.kind == "readmission"]
        return YearFigures(year, len(cases) if rows else 0, 2, 1, 1, 0, 3, 1, tuple(figures))


def _overdue(row: ObligationRow) -> bool:
    return row.status in (Status.BREACHED, Status.REVIEW) and bool(row.awaited)


def _wanted(row: ObligationRow, norm: str, state: str) -> bool:
    return norm in ("", row.norm_id) and state in ("", row.requesting)


def _slice(rows: Sequence[Row], key: Callable[[Row], str], after: str, limit: int) -> Slice[Row]:
    following = [row for row in rows if key(row) > after] if after else list(rows)
    more = len(following) > limit
    return Slice(tuple(following[:limit]), key(following[limit - 1]) if more else None, len(rows))
