"""Duties that the text ties to another moment without a number ("after the talks"), or to one of two moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.facts import Fact
from domain.law.decree_386.forms.duties import (
    Anchor,
    Asks,
    Attests,
    InTime,
    Tap,
    closing,
    item_over,
    said,
    unmet,
)
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, perform_by
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView


def begun(_case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the item really began, or None."""
    return occasion.starts[0].occurred_at if occasion.starts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Between(Asks):
    """A fact must be there, say what is wanted, and lie after one moment or before another.

    A moment that is not known yet bounds nothing.
    """

    after: Anchor | None = None
    before: Anchor | None = None
    #: When the plan expects it, where that is not the beginning of the item.
    expected: Anchor | None = None

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Fulfilled by any fact that fits and lies where the text puts it."""
        found = self.wanted.candidates(case, occasion, law)
        fit = self.wanted.fitting(found, case, law)
        fit = fit or list(self.wanted.jointly(found, case, law)[-1:])
        if not found:
            return unmet(case, occasion, law, self.wanted.model)
        if not fit:
            return said(self.wanted, found, case, law)
        return self._placed(case, occasion, fit)

    def _placed(self, case: CaseView, occasion: Occasion, fit: Sequence[Fact]) -> Verdict:
        after = self.after(case, occasion) if self.after else None
        before = self.before(case, occasion) if self.before else None
        wrong: Reason | None = None
        for fact in fit:
            if after is not None and fact.occurred_at < after:
                wrong = reason("done_too_soon", at=fact.occurred_at, after=after)
            elif before is not None and fact.occurred_at > before:
                wrong = reason("done_too_late", at=fact.occurred_at, before=before)
            else:
                return fulfilled(fact)
        assert wrong is not None
        return breached(*fit, why=wrong)

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return when the plan expects it."""
        if self.after is item_over:
            return closing(case, occasion)
        return self.expected(case, occasion) if self.expected else occasion.start


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTwice(InTime):
    """A time limit whose anchor the text leaves open: one reading ships, and the verdict says where the other differs."""

    #: The anchor by the other reading.
    other: Anchor

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge by the reading that ships, then compare."""
        # A frozen dataclass with slots is rebuilt, which a bare super() does not survive.
        verdict = InTime.judge(self, case, occasion, law)
        at = self.other(case, occasion)
        if verdict is None or verdict.done_at is None or at is None:
            return verdict
        by_other = perform_by(case, law, at, verdict.evidence[0], awaits=self.wanted.model)
        if (by_other.status is Status.FULFILLED) is (verdict.status is Status.FULFILLED):
            return verdict
        why = reason("counted_otherwise", at=at)
        return replace(verdict, contested=True, reasons=(*verdict.reasons, why))


@dataclass(frozen=True, slots=True, kw_only=True)
class AttestsUnless(Attests):
    """An officer vouches for it; a record that says otherwise goes before that."""

    wanted: Wanted

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached by a record that says otherwise; else what the officer vouches for."""
        found = self.wanted.candidates(case, occasion, law)
        if found:
            verdict = said(self.wanted, found, case, law)
            if verdict.status is Status.BREACHED:
                return verdict
        return Attests.judge(self, case, occasion, law)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the record and the attestation."""
        record = Tap(self.wanted.model.TYPE, self.wanted.example(occasion, law))
        return (record, *Attests.taps(self, case, occasion, law))
