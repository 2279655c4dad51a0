"""Ordered ceremonies: the first step out of order and each missing one are reported, never a cascade."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.facts import Fact
from domain.law.decree_386.duties import Asks, said, unmet
from domain.law.decree_386.occasions import Occasion
from domain.law.provision import Provision
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView


@dataclass(slots=True, eq=False)
class Order:
    """The steps of one ceremony in the order of the text; norms join it as they are registered."""

    name: str
    steps: list[tuple[str, InOrderStep]] = field(default_factory=list)

    def first_break(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[str, str] | None:
        """Return the first step, in text order, that was taken before one that precedes it, and that one."""
        key = (self, occasion)
        if key not in case.noted:
            case.noted[key] = self._find(case, occasion, law)
        found = case.noted[key]
        assert found is None or isinstance(found, tuple)
        return found

    def _find(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[str, str] | None:
        latest: tuple[datetime, str] | None = None
        for norm_id, step in self.steps:
            if step.when is not None and not step.when(case, occasion):
                continue
            fact = step.taken(case, occasion, law)
            if fact is None:
                continue
            if latest is not None and fact.occurred_at < latest[0]:
                return norm_id, latest[1]
            latest = (fact.occurred_at, norm_id)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class InOrderStep(Asks):
    """A step of a ceremony: it must be taken, say what is wanted, and not come before the steps that precede it."""

    order: Order
    #: Place in the order, for the plan.
    number: int = 0

    def taken(self, case: CaseView, occasion: Occasion, law: Provision) -> Fact | None:
        """Return the fact of the step, whether or not it says all that is wanted."""
        found = self.wanted.candidates(case, occasion, law)
        return found[0] if found else None

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the step itself, then its place among the others."""
        found = self.wanted.candidates(case, occasion, law)
        if not found:
            return unmet(case, occasion, law, self.wanted.model)
        verdict = said(self.wanted, found, case, law)
        broken = self.order.first_break(case, occasion, law)
        if verdict.status is Status.FULFILLED and broken is not None and broken[0] == law.id:
            why = reason("out_of_order", earlier=broken[1])
            return replace(verdict, status=Status.BREACHED, reasons=(*verdict.reasons, why))
        return verdict
