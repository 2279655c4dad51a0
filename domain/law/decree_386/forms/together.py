"""Provisions that ask for two or three things in one sentence: one obligation, judged by all of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.law.decree_386.forms.duties import Duty, Tap
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.provision import Provision
from domain.law.verdict import Status, Verdict
from domain.law.view import CaseView

#: What decides the verdict on several parts, the heaviest first; how what is done with ranks, each form says.
HEAVIEST = (
    Status.BREACHED,
    Status.FULFILLED_LATE,
    Status.REVIEW,
    Status.UNDETERMINED,
    Status.PENDING,
    Status.HOLDING,
    Status.EXCUSED,
)
#: A part that fell away is told before one that was kept.
_WEIGHT = (*HEAVIEST, Status.DISCHARGED, Status.FULFILLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Duty):
    """Every part must be kept; what is missing in any of them is said."""

    parts: tuple[Duty, ...]

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Report the heaviest outcome with the evidence and the reasons of the parts that share it."""
        verdicts = [
            verdict
            for part in self.parts
            if (verdict := part.decide(case, occasion, law)) is not None and verdict.status in _WEIGHT
        ]
        if not verdicts:
            return None
        status = min((verdict.status for verdict in verdicts), key=_WEIGHT.index)
        deciding = [verdict for verdict in verdicts if verdict.status is status]
        checks = [verdict.next_check for verdict in verdicts if verdict.next_check is not None]
        return Verdict(
            status,
            evidence=tuple(dict.fromkeys(fact for item in deciding for fact in item.evidence)),
            reasons=tuple(dict.fromkeys(why for item in deciding for why in item.reasons)),
            awaited=tuple(dict.fromkeys(name for item in verdicts for name in item.awaited)),
            next_check=min(checks, default=None),
            beneath=deciding[0].beneath,
        )

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the events of all parts that apply."""
        return tuple(
            tap
            for part in self.parts
            if part.when is None or part.when(case, occasion)
            for tap in part.taps(case, occasion, law)
        )

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Ask the first part."""
        return self.parts[0].expected_at(case, occasion, law)
