"""The transit operation: its States, where it stands, what its facts contradict (protocol, Art. 9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.cases.accounts import all_settled
from domain.cases.definition import CaseDefinition, CaseStatus, Gap
from domain.cases.gaps import contradictions, missing, state_of
from domain.cases.progress import Step, Steps, evolve
from domain.events import transit as events
from domain.events.costs import InvoicePaid, InvoiceReceived
from domain.events.parts import Decision
from domain.facts import Fact
from domain.law.history import History
from domain.law.judge import Obligation
from domain.law.mandates.resolving import unmandated
from domain.law.provision import Text
from domain.law.view import CaseView, Parties

LABELS: Final = {
    "empty": Text("Nothing effective recorded", "მოქმედი ჩანაწერი არ არის"),
    "requested": Text("Transit requested", "ტრანზიტი მოთხოვნილია"),
    "under_review": Text("Under review", "განხილვაშია"),
    "contradictory": Text("Contradictory replies", "ურთიერთსაწინააღმდეგო პასუხები"),
    "consented": Text("Consented", "თანხმობა მიღებულია"),
    "refused": Text("Refused", "უარი ეთქვა"),
    "revoked": Text("Consent revoked", "თანხმობა გაუქმებულია"),
    "in_transit": Text("In transit", "ტრანზიტშია"),
    "completed": Text("Completed", "დასრულებულია"),
    "invoiced": Text("Invoiced", "ინვოისი მიღებულია"),
    "settled": Text("Settled", "ანგარიშსწორება დასრულებულია"),
    "withdrawn": Text("Withdrawn", "განაცხადი გამოთხოვილია"),
}
#: Nothing more is expected; a completed transit opens again with an invoice.
FINAL: Final = frozenset({"refused", "completed", "settled", "withdrawn"})
START: Final = Step("empty", 0)
ANSWERED: Final = frozenset({"consented", "refused"})


def _reply(fact: Fact) -> Step:
    assert isinstance(fact.data, events.TransitReplySent)
    return Step("consented" if fact.data.decision is Decision.ACCEPTED else "refused", 3)


STEPS: Final[Steps] = {
    events.TransitRequested: Step("requested", 1),
    events.TransitRequestReceived: Step("under_review", 2),
    events.TransitReplySent: _reply,
    events.TransitConsentRevoked: Step("revoked", 4),
    events.TransitStarted: Step("in_transit", 4),
    events.TransitCompleted: Step("completed", 5),
    InvoiceReceived: Step("invoiced", 6),
    InvoicePaid: Step("settled", 7),
    events.TransitRequestWithdrawn: Step("withdrawn", 8),
}
ONLY_ONE: Final = (events.TransitRequested, events.TransitRequestReceived, events.TransitReplySent)
PRESUPPOSES: Final = (
    (events.TransitRequestReceived, events.TransitRequested),
    (events.TransitReplySent, events.TransitRequested),
    (events.TransitReplySent, events.TransitRequestReceived),
    (events.TransitStarted, events.TransitReplySent),
    (events.TransitCompleted, events.TransitStarted),
)


class TransitCase(CaseDefinition):
    """Definition of the kind ``transit``."""

    kind = "transit"
    label = Text("Transit operation", "ტრანზიტის ოპერაცია")

    def parties(self, history: History) -> Parties | None:
        """The application names both States; failing that, the offices of the reply do."""
        request = history.first(events.TransitRequested)
        if request is not None and isinstance(request.data, events.TransitRequested):
            return Parties(request.data.requesting_state, request.data.requested_state)
        reply = history.first(events.TransitReplySent)
        if reply is not None and isinstance(reply.data, events.TransitReplySent):
            return Parties(state_of(reply.data.to), state_of(reply.data.by))
        return None

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """The facts alone say where a transit stands."""
        step, since = evolve(view.history.facts, STEPS, START)
        code = "invoiced" if step.code == "settled" and not all_settled(view.history) else step.code
        if code in ANSWERED and len(view.history.all(events.TransitReplySent)) > 1:
            code = "contradictory"
        return CaseStatus(code, LABELS[code], since, code in FINAL), None

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Contradictions, facts that must have happened and were not recorded, acts without a mandate."""
        return (
            *contradictions(view, ONLY_ONE),
            *missing(view, PRESUPPOSES),
            *unmandated(view, reporting=False),
        )
