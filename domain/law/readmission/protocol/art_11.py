"""Protocol, Art. 11: costs."""

from __future__ import annotations

from dataclasses import replace

from domain.cases.accounts import Account, account
from domain.events.costs import InvoiceDisputed, InvoiceIssued, InvoicePaid, InvoiceReceived
from domain.facts import Fact
from domain.law.calendars import OutsideCalendar
from domain.law.history import Missing
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.templates import (
    CalendarNotHeld,
    one_of,
    pending,
    perform_by,
    required,
    stated,
    undetermined,
    unknown_days,
    window_of,
)
from domain.law.verdict import Reason, Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-11/1.1", InvoiceReceived)
def costs_are_reimbursed(case: CaseView, receipt: Fact, law: Provision) -> Verdict | None:
    """Art. 11(1): the amount of the invoice is paid back, and not only a part of it when the time is up."""
    assert isinstance(receipt.data, InvoiceReceived)
    if not _first_receipt(case, receipt):
        return None
    found = account(case.history, receipt.data.number)
    due = str(found.due.amount) if found.due else None
    why = reason("amount", paid=str(found.paid), due=due)
    if found.settled_by is not None:
        return required(found.settled_by, ok=True, why=why)
    if found.incomparable:
        return undetermined(*found.incomparable, why=_incomparable(found))
    return _part_paid(case, receipt, law, found.part, why)


def _part_paid(case: CaseView, receipt: Fact, law: Provision, part: Fact | None, why: Reason) -> Verdict:
    """Hold what is lacking against the bearer only when the time of Art. 11(2) is up."""
    if part is None:
        return pending(awaited=(InvoicePaid,))
    try:
        end = window_of(case, law, receipt.occurred_at, law.borrowed_limit)[1].breach_at
    except (OutsideCalendar, CalendarNotHeld) as unknown:
        return undetermined(why=unknown_days(unknown))
    if part.occurred_at < end <= case.as_of:
        return required(part, ok=False, why=why)
    wait = end if case.as_of < end else None
    return replace(pending(awaited=(InvoicePaid,), why=why), next_check=wait)


def _incomparable(found: Account) -> Reason:
    if found.due is None:
        return reason("missing", events=(InvoiceIssued.TYPE,))
    first = found.incomparable[0].data
    assert isinstance(first, InvoicePaid)
    return reason("other_currency", paid=first.money.currency, due=found.due.currency)


@rules.norm("protocol-ro/art-11/1.2", InvoiceIssued)
def invoice_carries_bank_details(case: CaseView, invoice: Fact, law: Provision) -> Verdict:
    """Art. 11(1): the bank details of the requested Party."""
    assert isinstance(invoice.data, InvoiceIssued)
    fields = law.words("fields")
    return stated(invoice, fields, () if invoice.data.bank_details_stated else fields)


@rules.norm("protocol-ro/art-11/2.1", InvoiceReceived, instead=(InvoicePaid,))
def costs_are_reimbursed_in_time(case: CaseView, receipt: Fact, law: Provision) -> Verdict | None:
    """Art. 11(2): thirty days from the receipt; the credit counts if known, else the order (note-41).

    The payment with which the whole amount is reached counts; until then the duty is open, and Art. 11(1) with it.
    """
    if not isinstance(receipt.data, InvoiceReceived):
        raise Missing(InvoiceReceived)
    if not _first_receipt(case, receipt):
        return None
    found = account(case.history, receipt.data.number)
    if found.settled_by is None and found.incomparable:
        return undetermined(*found.incomparable, why=_incomparable(found))
    payment = found.settled_by or _short_in_time(case, law, receipt, found)
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


def _short_in_time(case: CaseView, law: Provision, receipt: Fact, found: Account) -> Fact | None:
    """A part paid in time, once the time is up: what is lacking is then a matter of Art. 11(1), not counted twice."""
    if found.part is None:
        return None
    try:
        end = window_of(case, law, receipt.occurred_at)[1].breach_at
    except (OutsideCalendar, CalendarNotHeld):
        return None
    return found.part if found.part.occurred_at < end <= case.as_of else None


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
