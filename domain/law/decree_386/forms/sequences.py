"""Ordered ceremonies: the first step out of order and each missing one are reported, never a cascade."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from domain.facts import Fact
from domain.law.decree_386.forms.duties import Asks, Attests, Tap, said_in_all, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.visits import Condition
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.provision import Provision
from domain.law.templates import breached
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView


class OrderedStep(Protocol):
    """What an order asks of each of its steps."""

    @property
    def when(self) -> Condition | None:
        """The step belongs to the ceremony only where this holds."""

    @property
    def answers_for_its_place(self) -> bool:
        """A step that does not is a landmark for those that follow."""

    def taken(self, case: CaseView, occasion: Occasion, law: Provision) -> Fact | None:
        """Return the fact of the step."""

    def overtaken(self, case: CaseView, occasion: Occasion, law: Provision, fact: Fact) -> Fact | None:
        """Return the fact that the step had to precede and did not; such a step bounds no other."""


@dataclass(slots=True, eq=False)
class Order:
    """The steps of one ceremony in the order of the text; norms join it as they are registered."""

    name: str
    steps: list[tuple[str, OrderedStep]] = field(default_factory=list)

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
            if fact is None or step.overtaken(case, occasion, law, fact) is not None:
                continue
            if latest is not None and fact.occurred_at < latest[0]:
                if not step.answers_for_its_place:
                    continue
                return norm_id, latest[1]
            latest = (ended(fact), norm_id)
        return None


def ended(fact: Fact) -> datetime:
    """Return when a step was over: what follows an anthem or an oath follows its end."""
    end = getattr(fact.data, "ended_at", None)
    return end if isinstance(end, datetime) else fact.occurred_at


@dataclass(frozen=True, slots=True, kw_only=True)
class InOrderStep(Asks):
    """A step of a ceremony: it must be taken, say what is wanted, and not come before the steps that precede it."""

    order: Order
    #: Place in the order, for the plan.
    number: int = 0
    #: What the text puts after it in words of its own ("before the oath").
    ahead_of: Wanted | None = None

    @property
    def answers_for_its_place(self) -> bool:
        """Its place is judged."""
        return True

    def taken(self, case: CaseView, occasion: Occasion, law: Provision) -> Fact | None:
        """Return the fact of the step, whether or not it says all that is wanted."""
        found = self.wanted.candidates(case, occasion, law)
        return found[0] if found else None

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the step itself, then its place among the others."""
        found = self.wanted.candidates(case, occasion, law)
        if not found:
            return unmet(case, occasion, law, self.wanted.model)
        verdict = said_in_all(self.wanted, found, case, law)
        why = self._out_of_place(case, occasion, law, found[0])
        if verdict.status is Status.FULFILLED and why is not None:
            return replace(verdict, status=Status.BREACHED, reasons=(*verdict.reasons, why))
        return verdict

    def _out_of_place(self, case: CaseView, occasion: Occasion, law: Provision, fact: Fact) -> Reason | None:
        broken = self.order.first_break(case, occasion, law)
        if broken is not None and broken[0] == law.id:
            return reason("out_of_order", earlier=broken[1])
        overtaken_by = self.overtaken(case, occasion, law, fact)
        return reason("must_come_before", at=overtaken_by.occurred_at) if overtaken_by else None

    def overtaken(self, case: CaseView, occasion: Occasion, law: Provision, fact: Fact) -> Fact | None:
        """Return what the text puts after this step in words of its own, where it came first."""
        if self.ahead_of is None:
            return None
        later = self.ahead_of.candidates(case, occasion, law)
        return later[0] if later and later[0].occurred_at < fact.occurred_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttestedStep(Attests):
    """A step for which an officer vouches. Where it was recorded too, its place among the others is judged."""

    order: Order
    wanted: Wanted
    #: A landmark only bounds the steps that follow it.
    answers_for_its_place: bool = True

    def taken(self, case: CaseView, occasion: Occasion, law: Provision) -> Fact | None:
        """Return the fact of the step, if it was recorded."""
        found = self.wanted.candidates(case, occasion, law)
        return found[0] if found else None

    def overtaken(self, case: CaseView, occasion: Occasion, law: Provision, fact: Fact) -> Fact | None:
        """Only the order itself bounds it."""
        return None

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge a recorded step by its place; otherwise return what the officer vouches for."""
        broken = self.order.first_break(case, occasion, law)
        if broken is not None and broken[0] == law.id and (step := self.taken(case, occasion, law)):
            return breached(step, why=reason("out_of_order", earlier=broken[1]))
        # A frozen dataclass with slots is rebuilt, which a bare super() does not survive.
        return Attests.judge(self, case, occasion, law)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the step, so that its place can be judged, and the attestation."""
        step = Tap(self.wanted.model.TYPE, self.wanted.example(occasion, law))
        return (step, *Attests.taps(self, case, occasion, law))
