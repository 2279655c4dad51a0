"""Protocol, Art. 8: transfer."""

from __future__ import annotations

from domain.events.readmission import TransferNotified
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.templates import perform_by
from domain.law.verdict import Verdict
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-8/1", TransferNotified)
def transfer_is_announced_in_time(case: CaseView, notice: Fact, law: Provision) -> Verdict:
    """Art. 8(1): at least three working days before the transfer date, that date itself not counted."""
    assert isinstance(notice.data, TransferNotified)
    return perform_by(case, law, notice.data.transfer_date, notice, awaits=TransferNotified)
