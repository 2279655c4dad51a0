"""The frame of the programme: its period, its money, its objectives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from domain.cases.programme_figures import ended, spent, started
from domain.events.programmes import (
    OutcomeReported,
    ProgrammeRegistered,
    ProgrammeStageReached,
)
from domain.facts import Fact
from domain.law.norm import Check, RuleSet
from domain.law.provision import Provision
from domain.law.templates import attested, breached, fulfilled, perform_by, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("iom-project/frame.1", ProgrammeStageReached, kinds=("programme",))
def within_forty_two_months_and_the_years(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Frame: 42 calendar months from the start, all of it within 2013 to 2017 (note-p1: the period is a window)."""
    if trigger is not started(case.history):
        return None
    end = ended(case.history)
    first, last = _day(law, "not_before"), _day(law, "not_after")
    verdict = perform_by(case, law, trigger.occurred_at, end, awaits=ProgrammeStageReached)
    outside = [
        fact
        for fact in (trigger, end)
        if fact is not None and not first <= case.day(fact.occurred_at) <= last
    ]
    if outside:
        why = reason("outside_window", first=first, last=last)
        return replace(
            verdict, status=Status.BREACHED, evidence=tuple(outside), reasons=(*verdict.reasons, why)
        )
    return verdict


def _day(law: Provision, name: str) -> date:
    value = law.parameters[name]
    assert isinstance(value, date)
    return value


@rules.norm("iom-project/frame.4", ProgrammeRegistered)
def within_the_budget(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Frame: EUR 4.8 million. Spending beyond it is recorded and flagged; another currency is not converted."""
    data = trigger.data
    assert isinstance(data, ProgrammeRegistered)
    amount, currency = Decimal(law.whole("amount")), str(law.parameters["currency"])
    if (data.budget.amount, data.budget.currency) != (amount, currency):
        why = reason("another_budget", found=f"{data.budget.amount} {data.budget.currency}")
        return breached(trigger, why=why)
    sums = spent(case.history)
    total = sums.get(currency, Decimal(0))
    if total > amount:
        return breached(
            trigger, why=reason("overspent", spent=f"{total} {currency}", budget=f"{amount} {currency}")
        )
    others = tuple(sorted(set(sums) - {currency}))
    if others:
        return undetermined(trigger, why=reason("other_currencies", currencies=others))
    why = reason("spent_so_far", spent=f"{total} {currency}")
    if ended(case.history) is not None:
        return fulfilled(trigger, why=why)
    return Verdict(Status.HOLDING, evidence=(trigger,), reasons=(why,))


def _outcome(objective: str) -> Check:
    def vouched_for(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
        assert isinstance(trigger.data, OutcomeReported)
        return attested(case, law, trigger) if trigger.data.objective == objective else None

    return vouched_for


for _name in ("objective-1", "objective-2", "specific-1", "specific-2", "specific-3", "specific-4"):
    rules.norm(f"iom-project/{_name}", OutcomeReported)(_outcome(_name))
