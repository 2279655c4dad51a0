"""Clocks that rest on the agreement alone; where the protocol carries a clock, its provision is judged."""

from __future__ import annotations

from domain.events.readmission import ApplicationReceived, ApplicationWithdrawn, ReplySent
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.consent import reply_limit
from domain.law.templates import perform_by
from domain.law.verdict import Verdict
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("agreement/C4", ApplicationReceived, instead=(ReplySent,))
def ordinary_application_is_answered(case: CaseView, receipt: Fact, law: Provision) -> Verdict | None:
    """Agreement, Art. 10(2)(b): twelve calendar days from the receipt of the application."""
    if reply_limit(case) != law.id:
        return None
    received = case.history.need(ApplicationReceived)
    reply = case.history.sole(ReplySent)
    dropped = case.history.first(ApplicationWithdrawn)
    return perform_by(case, law, received.occurred_at, reply, awaits=ReplySent, dropped=dropped)
