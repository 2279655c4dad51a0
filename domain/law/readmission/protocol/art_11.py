"""Protocol, Art. 11: costs."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from domain.events.costs import InvoiceDisputed, InvoiceIssued, InvoicePaid, InvoiceReceived
from domain.events.parts import Money
from domain.facts import Fact
from domain.law.history import Missing
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.templates import one_of, pending, perform_by, required, stated
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


class _Account(NamedTuple):
    """One invoice and what was paid on it, as far as both are known and in one currency."""

    #: The payment that made the invoice good; failing that, the last one.
    settled_by: Fact | None
    due: Money | None
    paid: Decimal

    @property
    def short(self) -> bool:
        return self.due is not None and self.settled_by is not None and self.paid < self.due.amount


def _account(case: CaseView, number: str) -> _Account:
    due: Money | None = None
    for fact in case.history.all(InvoiceIssued):
        assert isinstance(fact.data, InvoiceIssued)
        if fact.data.number == number:
            due = fact.data.money
    paid, last = Decimal(0), None
    for fact in case.history.all(InvoicePaid):
        assert isinstance(fact.data, InvoicePaid)
        if fact.data.number != number:
            continue
        money, last = fact.data.money, fact
        if due is None or money.currency != due.currency:
            return _Account(fact, None, money.amount)
        paid += money.amount
        if paid >= due.amount:
            break
    return _Account(last, due, paid)


@rules.norm("protocol-ro/art-11/1.1", InvoiceReceived)
def costs_are_reimbursed(case: CaseView, receipt: Fact, law: Provision) -> Verdict | None:
    """Art. 11(1): the amount of the invoice is paid back; when, is for Art. 11(2)."""
    assert isinstance(receipt.data, InvoiceReceived)
    if not _first_receipt(case, receipt):
        return None
    account = _account(case, receipt.data.number)
    if account.settled_by is None:
        return pending(awaited=(InvoicePaid,))
    due = str(account.due.amount) if account.due else None
    why = reason("amount", paid=str(account.paid), due=due)
    return required(account.settled_by, ok=not account.short, why=why)


@rules.norm("protocol-ro/art-11/1.2", InvoiceIssued)
def invoice_carries_bank_details(case: CaseView, invoice: Fact, law: Provision) -> Verdict:
    """Art. 11(1): the bank details of the requested Party."""
    assert isinstance(invoice.data, InvoiceIssued)
    fields = law.words("fields")
    return stated(invoice, fields, () if invoice.data.bank_details_stated else fields)


@rules.norm("protocol-ro/art-11/2.1", InvoiceReceived, instead=(InvoicePaid,))
def costs_are_reimbursed_in_time(case: CaseView, receipt: Fact, law: Provision) -> Verdict | None:
    """Art. 11(2): thirty days from the receipt; the credit counts if known, else the order (note-41).

    A payment that falls short is a matter of Art. 11(1), so that one shortfall is not counted twice.
    """
    if not isinstance(receipt.data, InvoiceReceived):
        raise Missing(InvoiceReceived)
    if not _first_receipt(case, receipt):
        return None
    payment = _account(case, receipt.data.number).settled_by
    credited = payment.data.credited_at if payment and isinstance(payment.data, InvoicePaid) else None
    verdict = perform_by(case, law, receipt.occurred_at, payment, awaits=InvoicePaid, at=credited)
    dispute = _dispute(case, receipt.data.number)
    if dispute is None:
        return verdict
    return verdict.under(verdict.status, reason("invoice_disputed"), evidence=(dispute,))


@rules.norm("protocol-ro/art-11/2.2", InvoicePaid)
def costs_are_reimbursed_in_euro(case: CaseView, payment: Fact, law: Provision) -> Verdict:
    """Art. 11(2): in euro."""
    assert isinstance(payment.data, InvoicePaid)
    return one_of(payment, payment.data.money.currency, law.words("currencies"), "currency")


def _first_receipt(case: CaseView, receipt: Fact) -> bool:
    """Whether this is the first receipt of its invoice: the thirty days run once."""
    assert isinstance(receipt.data, InvoiceReceived)
    number = receipt.data.number
    return receipt is next(
        fact
        for fact in case.history.all(InvoiceReceived)
        if isinstance(fact.data, InvoiceReceived) and fact.data.number == number
    )


def _dispute(case: CaseView, number: str) -> Fact | None:
    for fact in case.history.all(InvoiceDisputed):
        if isinstance(fact.data, InvoiceDisputed) and fact.data.number == number:
            return fact
    return None
