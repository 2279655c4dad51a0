"""What was invoiced and what was paid on it: one sum for the norms and for the status of a case."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from domain.events.costs import InvoiceIssued, InvoicePaid
from domain.events.parts import Money
from domain.facts import Fact
from domain.law.history import History


class Account(NamedTuple):
    """One invoice by its number."""

    #: What was invoiced; None where no invoice of that number was recorded.
    due: Money | None
    #: Sum of the payments in the invoice's currency.
    paid: Decimal
    #: The payment with which the sum was reached; None while it is not.
    settled_by: Fact | None
    #: The last payment of a part, while the sum is not reached.
    part: Fact | None
    #: Payments that cannot be set against the invoice: another currency, or no invoice to compare with.
    incomparable: tuple[Fact, ...]


def account(history: History, number: str) -> Account:
    """Return what is known of one invoice and of the payments on it, in the order of the world."""
    due: Money | None = None
    for fact in history.all(InvoiceIssued):
        assert isinstance(fact.data, InvoiceIssued)
        if fact.data.number == number:
            due = fact.data.money
    paid, settled, last, incomparable = Decimal(0), None, None, []
    for fact in history.all(InvoicePaid):
        assert isinstance(fact.data, InvoicePaid)
        if fact.data.number != number:
            continue
        money = fact.data.money
        if due is None or money.currency != due.currency:
            incomparable.append(fact)
            continue
        paid, last = paid + money.amount, fact
        if settled is None and paid >= due.amount:
            settled = fact
    return Account(due, paid, settled, None if settled else last, tuple(incomparable))


def all_settled(history: History) -> bool:
    """Tell whether every invoice recorded was paid in full, in its own currency."""
    numbers = {
        fact.data.number for fact in history.all(InvoiceIssued) if isinstance(fact.data, InvoiceIssued)
    }
    paid = {fact.data.number for fact in history.all(InvoicePaid) if isinstance(fact.data, InvoicePaid)}
    return (
        bool(numbers) and paid <= numbers and all(account(history, number).settled_by for number in numbers)
    )
