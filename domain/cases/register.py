"""The register of authorities, contacts and crossing points, and the life of the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.cases.definition import CaseDefinition, CaseStatus, Gap
from domain.law.history import History
from domain.law.judge import Obligation
from domain.law.provision import Text
from domain.law.view import CaseView, Parties

KEPT = Text("Kept", "წარმოებს")
EMPTY = Text("Nothing effective recorded", "მოქმედი ჩანაწერი არ არის")


class RegisterCase(CaseDefinition):
    """Definition of the kind ``register``."""

    kind = "register"
    label = Text("Register", "რეესტრი")

    def parties(self, history: History) -> Parties | None:
        """The register is kept between the two parties of the protocol; neither side requests anything."""
        return Parties("RO", "GE")

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """A register is kept for as long as anything stands in it."""
        facts = view.history.facts
        if not facts:
            return CaseStatus("empty", EMPTY, None), None
        return CaseStatus("kept", KEPT, facts[0].occurred_at), None

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Nothing in a register presupposes another entry."""
        return ()
