"""Verdicts on obligations, with everything their explanation needs; the words are made elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from domain.facts import Fact
from domain.law.timelimit import TimeLimit, Window
from domain.record import record


class Status(StrEnum):
    """What is held of one obligation at one moment."""

    NOT_APPLICABLE = "not_applicable"
    PENDING = "pending"
    HOLDING = "holding"
    FULFILLED = "fulfilled"
    FULFILLED_LATE = "fulfilled_late"
    BREACHED = "breached"
    WAIVED = "waived"
    EXCUSED = "excused"
    DISCHARGED = "discharged"
    UNDETERMINED = "undetermined"
    NOT_ASSESSED = "not_assessed"
    #: Would be a deviation, but the text of the rule is not verified: a person has to look.
    REVIEW = "review"


#: Only these are deviations.
DEVIATIONS: Final = frozenset({Status.BREACHED, Status.FULFILLED_LATE})
#: These wait for a fact or for time to pass.
OPEN: Final = frozenset({Status.PENDING, Status.HOLDING})


class Severity(StrEnum):
    """How heavy a deviation weighs; from the force of the provision."""

    BREACH = "breach"
    MILD = "mild"
    NOTE = "note"


ReasonValue = str | int | date | datetime | tuple[str, ...] | None


@record
class Reason:
    """One premise of a verdict: a key of the phrase book and its values. Values hold no personal data."""

    key: str
    values: tuple[tuple[str, ReasonValue], ...] = ()


def reason(key: str, **values: ReasonValue) -> Reason:
    """Build a reason in one line."""
    return Reason(key, tuple(values.items()))


@record
class Verdict:
    """The verdict on one obligation."""

    status: Status
    #: The time limit and how its last day was found, where there is one.
    limit: TimeLimit | None = None
    window: Window | None = None
    #: The facts that the verdict rests on, besides the trigger.
    evidence: tuple[Fact, ...] = ()
    reasons: tuple[Reason, ...] = ()
    #: Event types that would settle or change the verdict.
    awaited: tuple[str, ...] = ()
    #: The earliest instant at which the verdict can change without a new fact.
    next_check: datetime | None = None
    #: The answer differs between two defensible readings of the time limit.
    contested: bool = False
    #: What would be held without the waiver, the excuse or the missing verification.
    beneath: Status | None = None
    #: The instant that counts as performance, where something with a time limit was performed.
    done_at: datetime | None = None

    def under(self, status: Status, *reasons: Reason, evidence: tuple[Fact, ...] = ()) -> Verdict:
        """Return this verdict covered by another status; the first one stays visible beneath."""
        return replace(
            self,
            status=status,
            beneath=self.status,
            reasons=self.reasons + reasons,
            evidence=self.evidence + evidence,
        )
