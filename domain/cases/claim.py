"""The cost claim: invoice, receipt, payment (protocol, Art. 11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.cases.accounts import all_settled
from domain.cases.definition import CaseDefinition, CaseStatus, Gap
from domain.cases.gaps import contradictions, missing, state_of
from domain.cases.progress import Step, Steps, evolve
from domain.events import costs as events
from domain.law.history import History
from domain.law.judge import Obligation
from domain.law.mandates.resolving import unmandated
from domain.law.provision import Text
from domain.law.view import CaseView, Parties

LABELS: Final = {
    "empty": Text("Nothing effective recorded", "მოქმედი ჩანაწერი არ არის"),
    "costs_incurred": Text("Costs incurred", "ხარჯი გაწეულია"),
    "issued": Text("Invoice issued", "ინვოისი გამოწერილია"),
    "invoiced": Text("Invoiced", "ინვოისი მიღებულია"),
    "disputed": Text("Disputed", "სადავოა"),
    "settled": Text("Settled", "ანგარიშსწორება დასრულებულია"),
}
START: Final = Step("empty", 0)
STEPS: Final[Steps] = {
    events.CostIncurred: Step("costs_incurred", 1),
    events.InvoiceIssued: Step("issued", 2),
    events.InvoiceReceived: Step("invoiced", 3),
    events.InvoiceDisputed: Step("disputed", 3),
    events.InvoicePaid: Step("settled", 4),
}
ONLY_ONE: Final = (events.InvoiceIssued, events.InvoiceReceived)
PRESUPPOSES: Final = (
    (events.InvoiceReceived, events.InvoiceIssued),
    (events.InvoicePaid, events.InvoiceReceived),
)


class ClaimCase(CaseDefinition):
    """Definition of the kind ``claim``."""

    kind = "claim"
    label = Text("Cost claim", "ხარჯების მოთხოვნა")

    def parties(self, history: History) -> Parties | None:
        """The invoice names both States; failing that, the office that paid and received does not suffice."""
        invoice = history.first(events.InvoiceIssued)
        if invoice is not None and isinstance(invoice.data, events.InvoiceIssued):
            return Parties(invoice.data.requesting_state, invoice.data.requested_state)
        receipt = history.first(events.InvoiceReceived)
        if receipt is not None and isinstance(receipt.data, events.InvoiceReceived):
            return Parties(
                requesting := state_of(receipt.data.received_by), "GE" if requesting != "GE" else "RO"
            )
        return None

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """The facts alone say where a claim stands."""
        step, since = evolve(view.history.facts, STEPS, START)
        code = "invoiced" if step.code == "settled" and not all_settled(view.history) else step.code
        return CaseStatus(code, LABELS[code], since, code == "settled"), None

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Contradictions, facts that must have happened and were not recorded, acts without a mandate."""
        return (
            *contradictions(view, ONLY_ONE),
            *missing(view, PRESUPPOSES),
            *unmandated(view, reporting=False),
        )
