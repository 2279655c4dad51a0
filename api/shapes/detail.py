"""One judged case with everything that is held of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from api.shapes.cases import CaseDetailOut, GapOut, StatementOut, case_members
from api.shapes.obligations import ObligationDetailOut
from domain.law.book import LawBook
from domain.law.judge import Report
from domain.law.provision import Language
from projections.rows import rows_of


def case_detail(report: Report, law: LawBook, known_at: datetime | None) -> CaseDetailOut:
    """Return the shape of a judged case."""
    definition = law.definition(report.kind)
    rows = rows_of(report, definition.parties(report.history), definition.subject(report.history))
    return CaseDetailOut(
        **case_members(rows.status),
        as_of=report.as_of,
        known_at=known_at,
        contradictions=tuple(GapOut.of(gap) for gap in report.gaps),
        statements=(StatementOut.of(report.consent, law),) if report.consent else (),
    )


def case_data(report: Report, law: LawBook, language: Language, known_at: datetime | None) -> dict[str, Any]:
    """Return a judged case and its obligations as JSON can hold them."""
    data = case_detail(report, law, known_at).model_dump(mode="json")
    data["obligations"] = [
        ObligationDetailOut.explained(item, law, language).model_dump(mode="json")
        for item in report.obligations
    ]
    return data
