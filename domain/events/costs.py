"""Costs, invoices and payments (protocol, Art. 11; agreement, Art. 15)."""

from __future__ import annotations

from enum import StrEnum

from domain.events.base import EventData
from domain.events.parts import Language, Money, Side
from domain.kernel import Instant, OfficeId, Remark, State

COST_KINDS = "claim readmission transit"


class CostKind(StrEnum):
    """What a cost was for."""

    TRANSPORT = "transport"
    INTERVIEW_TRANSPORT = "interview_transport"
    ACCOMMODATION = "accommodation"
    MEDICAL = "medical"
    ESCORT = "escort"
    OTHER = "other"


class CostIncurred(EventData, kinds=COST_KINDS, label=("Cost incurred", "ხარჯი გაწეულია")):
    """One side bore a cost of the operation."""

    kind: CostKind
    money: Money
    borne_by: Side
    recoverable: bool = True


class InvoiceIssued(EventData, kinds=COST_KINDS, label=("Invoice issued", "ინვოისი გამოწერილია")):
    """The requested side issued an invoice."""

    number: Remark
    money: Money
    requesting_state: State
    requested_state: State
    issued_by: OfficeId
    bank_details_stated: bool
    language: Language


class InvoiceReceived(EventData, kinds=COST_KINDS, label=("Invoice received", "ინვოისი მიღებულია")):
    """The invoice reached the requesting side: the thirty days start here."""

    number: Remark
    received_by: OfficeId


class InvoicePaid(EventData, kinds=COST_KINDS, label=("Invoice paid", "ინვოისი ანაზღაურებულია")):
    """The requesting side paid; the credit instant counts if it is known, else the order."""

    number: Remark
    money: Money
    paid_by: OfficeId
    credited_at: Instant | None = None


class InvoiceDisputed(EventData, kinds=COST_KINDS, label=("Invoice disputed", "ინვოისი სადავოა")):
    """The requesting side contests the invoice."""

    number: Remark
    by: OfficeId
    ground: Remark
