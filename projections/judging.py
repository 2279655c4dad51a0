"""From a case's events to its rows. What cannot be judged stops its own case and no other."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.calendars import Calendars, load_calendars
from domain.law.history import History
from domain.law.judge import Report, judge
from domain.law.library import load_law
from domain.ledger import Entry, Unreadable
from projections.rows import CaseRows, ParkedRow, incomplete_rows, rows_of

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Judging:
    """The law and the calendars that all rows are judged with."""

    law: LawBook
    calendars: Calendars

    def report(self, case_id: str, facts: Sequence[Fact], as_of: datetime) -> Report:
        """Judge a case as of a moment from the facts given."""
        return judge(History(case_id, facts, as_of=as_of), self.law, self.calendars, as_of)

    def rows(self, case_id: str, entries: Sequence[Entry], as_of: datetime) -> CaseRows:
        """Return the rows of a case as of a moment; never raises for what its events hold."""
        facts: list[Fact] = []
        parked: list[ParkedRow] = []
        for entry in entries:
            if isinstance(entry, Unreadable):
                parked.append(ParkedRow(case_id, entry.position, entry.version, entry.reason))
            else:
                facts.append(entry)
        if parked:
            return incomplete_rows(case_id, entries, parked)
        try:
            report = self.report(case_id, facts, as_of)
            definition, history = self.law.definition(report.kind), report.history
            return rows_of(report, definition.parties(history), definition.subject(history))
        except Exception as error:  # noqa: BLE001  # a fault in one rule must not stop the other cases
            # A message may quote what a fact holds: only the kind of fault leaves this place.
            kind = type(error).__name__
            _log.error("case %s cannot be judged: %s", case_id, kind)
            last = max(facts, key=lambda fact: fact.position)
            reason = f"{kind} while the case was judged"
            return incomplete_rows(
                case_id, entries, [ParkedRow(case_id, last.position, last.version, reason)]
            )


def standard() -> Judging:
    """Return the law and the calendars of this release."""
    return Judging(load_law(), load_calendars())
