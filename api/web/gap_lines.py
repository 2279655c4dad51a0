"""The contradictions and missing facts of several cases, in the full sentences of their reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.web.asked import Asked
from api.web.case_page import gap_of
from api.web.desk import Desk
from api.web.explaining import gap_words
from api.web.pages import Statement
from api.web.speech import Speech
from api.web.timeline import places_of
from domain.errors import NotFound
from domain.law.judge import Report
from projections.answers import CaseIncomplete
from projections.rows import GapRow


@dataclass(frozen=True, slots=True)
class GapLine:
    """What does not fit in one case."""

    case_id: str
    gap: Statement


def gap_lines(desk: Desk, asked: Asked, rows: Sequence[GapRow], speech: Speech) -> tuple[GapLine, ...]:
    """Say each row in a sentence. The rows hold codes, so their cases are judged again: one page of them at most."""
    now = desk.now()
    reports: dict[str, Report | None] = {}
    for row in rows:
        if row.case_id not in reports:
            try:
                reports[row.case_id] = desk.report(row.case_id, asked.as_of or now, asked.known_at)
            except (NotFound, CaseIncomplete):
                reports[row.case_id] = None
    return tuple(GapLine(row.case_id, _said(row, reports[row.case_id], asked, speech)) for row in rows)


def _said(row: GapRow, report: Report | None, asked: Asked, speech: Speech) -> Statement:
    """A report that has moved on since the row was written leaves the words of the code."""
    if report is not None and row.number < len(report.gaps) and report.gaps[row.number].code == row.code:
        places = places_of(report.history.recorded)
        return gap_of(report.gaps[row.number], places, speech, asked.case(row.case_id))
    return Statement((gap_words(row.code, speech),))
