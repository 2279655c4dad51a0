"""The register of authorities, contacts and crossing points, and the life of the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.cases.definition import NO_SUBJECT, CaseStatus, CaseSubject, Gap
from domain.law.book import LawBook
from domain.law.history import History
from domain.law.judge import Obligation
from domain.law.provision import Text
from domain.law.view import CaseView, DeemedConsent, Parties
from domain.law.zones import TBILISI

KEPT = Text("Kept", "წარმოებს")
EMPTY = Text("Nothing effective recorded", "მოქმედი ჩანაწერი არ არის")


class RegisterCase:
    """Definition of the kind ``register``."""

    kind = "register"
    label = Text("Register", "რეესტრი")
    zone = TBILISI

    def parties(self, history: History) -> Parties | None:
        """The register is kept between the two parties of the protocol; neither side requests anything."""
        return Parties("RO", "GE")

    def subject(self, _history: History) -> CaseSubject:
        """Its two States say what it is about."""
        return NO_SUBJECT

    def category_and_rank(self, _history: History) -> tuple[str, str] | None:
        """Every provision of its texts speaks to it."""
        return None

    def consent(self, view: CaseView, law: LawBook) -> DeemedConsent | None:
        """A register knows no silence."""
        return None

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """A register is kept for as long as anything stands in it."""
        facts = view.history.facts
        if not facts:
            return CaseStatus("empty", EMPTY, None), None
        return CaseStatus("kept", KEPT, facts[0].occurred_at), None

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Nothing in a register presupposes another entry."""
        return ()
