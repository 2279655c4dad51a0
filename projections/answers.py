"""Answers about another time: judged on the spot from the facts, by the one way to reach a verdict."""

from __future__ import annotations

from datetime import datetime

from domain.errors import MatianeError, NotFound
from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.calendars import Calendars
from domain.law.history import known_at as facts_known_at
from domain.law.judge import Report
from domain.ledger import Ledger, Unreadable
from projections.judging import Judging


class CaseIncomplete(MatianeError):
    """An event of the case cannot be read by this release: nothing can be said about the case."""

    code = "case-incomplete"


def answer(  # noqa: PLR0917  # what is judged, by what, and the two moments
    ledger: Ledger,
    law: LawBook,
    calendars: Calendars,
    case_id: str,
    as_of: datetime,
    known_at: datetime | None = None,
) -> Report:
    """Judge a case as of a moment, from what the ledger had recorded by ``known_at`` (all of it if None).

    Raises NotFound where nothing of the case was known, CaseIncomplete, InvalidEvent for an id of no kind, and
    Unavailable.
    """
    facts: list[Fact] = []
    for entry in ledger.history(case_id):
        if isinstance(entry, Unreadable):
            message = f"event {entry.version} of {case_id} cannot be read by this release: update Matiane"
            raise CaseIncomplete(message)
        facts.append(entry)
    known = facts_known_at(facts, known_at)
    if not known:
        when = f" at {known_at.isoformat()}" if known_at is not None and facts else ""
        raise NotFound(f"the ledger knew no case {case_id!r}{when}: look for its id in the list of cases")
    return Judging(law, calendars).report(case_id, known, as_of)
