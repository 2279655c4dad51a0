"""Draws up a run-sheet: of a case from its report, of a plan from nothing but the request. Pure, like judge()."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from domain.law.book import LawBook
from domain.law.calendars import Calendars
from domain.law.history import History
from domain.law.judge import Report, judge
from domain.law.planning.checking import check
from domain.law.planning.facts import plan_case, planned_facts
from domain.law.planning.ordering import Place, places
from domain.law.planning.request import PlanRequest
from domain.law.planning.rows import rows_of
from domain.law.planning.sheet import RunSheet, RunSheetRow, RunSheetWarning, WarningKind
from domain.law.planning.warnings import warnings_of
from domain.law.verdict import Reason
from domain.law.view import CaseView


def run_sheet(report: Report, law: LawBook, calendars: Calendars) -> RunSheet:
    """Return the run-sheet of a judged case; ``law`` and ``calendars`` are those that it was judged by."""
    definition = law.definition(report.kind)
    parties = definition.parties(report.history)
    view = CaseView(report.history, report.as_of, calendars, parties, definition.zone)
    view.consent = report.consent
    order = places(law)

    def place(row: RunSheetRow) -> tuple[bool, datetime, bool, Place]:
        return (row.at is None, row.at or report.as_of, not row.ahead, order[row.provision.id])

    found = (row for item in report.obligations for row in rows_of(view, item, law))
    rows = tuple(sorted(found, key=place))
    return RunSheet(report, rows, _once_each(warnings_of(view, report, rows, law)))


def _once_each(warnings: Iterable[RunSheetWarning]) -> tuple[RunSheetWarning, ...]:
    """Say a warning once where several rows give it in the same words."""
    said: dict[tuple[WarningKind, Reason], RunSheetWarning] = {}
    for warning in warnings:
        key = (warning.kind, warning.why)
        first = said.get(key)
        said[key] = warning if first is None else replace(first, rows=(*first.rows, *warning.rows))
    return tuple(said.values())


def plan_sheet(plan: PlanRequest, law: LawBook, calendars: Calendars, as_of: datetime) -> RunSheet:
    """Return the run-sheet of what is only planned, as of a moment; raises InvalidPlan. Nothing is stored."""
    check(plan)
    history = History(plan_case(plan), planned_facts(plan, as_of), as_of=as_of)
    return run_sheet(judge(history, law, calendars, as_of), law, calendars)
