"""Art. 11: costs."""

from __future__ import annotations

import pytest

from domain.events.costs import InvoiceDisputed, InvoiceIssued, InvoicePaid, InvoiceReceived
from domain.events.ledger import ExcuseAccepted
from domain.law.verdict import Status
from tests.law.cases import Case, case

REPAID, BANK = "protocol-ro/art-11/1.1", "protocol-ro/art-11/1.2"
IN_TIME, EURO = "protocol-ro/art-11/2.1", "protocol-ro/art-11/2.2"
LATER = "2026-12-01T10:00+02:00"


def euro(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}


def invoiced(received: str = "2026-06-15T10:00+03:00", **values: object) -> Case:
    told = case("claim-1").at("2026-06-10T10:00+04:00").record(InvoiceIssued, **values)
    return told.at(received).record(InvoiceReceived)


# The thirtieth day from Monday 15 June is Wednesday 15 July. "Days" is not qualified: read as working days of
# Romania (no day off in between), the thirtieth is Monday 27 July.


@pytest.mark.parametrize(
    ("paid", "status", "contested"),
    [
        ("2026-06-20T10:00+03:00", Status.FULFILLED, False),
        ("2026-07-15T23:59+03:00", Status.FULFILLED, False),
        ("2026-07-16T00:00+03:00", Status.FULFILLED, True),
        ("2026-07-27T23:59+03:00", Status.FULFILLED, True),
        ("2026-07-28T00:00+03:00", Status.FULFILLED_LATE, False),
    ],
)
def test_an_invoice_is_paid_within_thirty_days(paid: str, status: Status, contested: bool) -> None:
    verdict = invoiced().at(paid).record(InvoicePaid).judge(LATER).verdict(IN_TIME)
    assert (verdict.status, verdict.contested) == (status, contested)
    assert str(verdict.window.proposed.last_day) == "2026-07-15"  # type: ignore[union-attr]


def test_the_credit_counts_where_it_is_known() -> None:
    told = invoiced().at("2026-07-10T10:00+03:00")
    told.record(InvoicePaid, credited_at="2026-08-03T09:00+03:00")
    assert told.judge(LATER).status(IN_TIME) is Status.FULFILLED_LATE


def test_an_unpaid_invoice_is_one_deviation() -> None:
    judged = invoiced().judge("2026-07-28T12:00+03:00")
    assert [item.norm.id for item in judged.report.deviations] == [IN_TIME]
    assert judged.status(REPAID) is Status.PENDING


def test_a_payment_that_falls_short_is_one_deviation_until_the_rest_comes() -> None:
    told = invoiced().at("2026-07-01T10:00+03:00").record(InvoicePaid, money=euro("60.00"))
    assert [item.norm.id for item in told.judge(LATER).report.deviations] == [REPAID]
    told.at("2026-08-10T10:00+03:00").record(InvoicePaid, money=euro("40.00"))
    assert [item.norm.id for item in told.judge(LATER).report.deviations] == [IN_TIME]


def test_a_part_paid_is_no_deviation_while_the_time_runs() -> None:
    told = invoiced().at("2026-07-01T10:00+03:00").record(InvoicePaid, money=euro("60.00"))
    soon = told.judge("2026-07-02T10:00+03:00")
    assert (soon.status(REPAID), soon.status(IN_TIME)) == (Status.PENDING, Status.PENDING)
    assert soon.report.status.code == "invoiced"


def test_a_payment_on_another_invoice_does_not_count() -> None:
    told = invoiced().at("2026-07-01T10:00+03:00").record(InvoicePaid, number="INV-2")
    assert told.judge(LATER).status(REPAID) is Status.PENDING


def test_an_amount_that_nobody_stated_is_not_compared() -> None:
    told = case("readmission-1").at("2026-06-01T10:00+03:00").record(InvoiceReceived).record(InvoicePaid)
    assert told.judge(LATER).report.obligations == ()
    claim = case("claim-1").at("2026-06-15T10:00+03:00").record(InvoiceReceived).record(InvoicePaid)
    assert claim.judge(LATER).status(REPAID) is Status.UNDETERMINED
    assert claim.judge(LATER).status(IN_TIME) is Status.UNDETERMINED
    assert claim.judge(LATER).report.status.code == "invoiced"


def test_a_receipt_recorded_twice_runs_once() -> None:
    told = invoiced().at("2026-06-20T10:00+03:00").record(InvoiceReceived)
    assert told.judge(LATER).statuses(IN_TIME) == [Status.BREACHED]


def test_a_payment_without_a_receipt_cannot_be_timed() -> None:
    told = case("claim-1").record(InvoiceIssued).record(InvoicePaid)
    assert told.judge(LATER).status(IN_TIME) is Status.UNDETERMINED


def test_a_dispute_is_shown_and_changes_no_time() -> None:
    told = invoiced().at("2026-07-01T10:00+03:00").record(InvoiceDisputed)
    verdict = told.judge(LATER).verdict(IN_TIME)
    assert verdict.status is Status.BREACHED
    assert [why.key for why in verdict.reasons] == ["invoice_disputed"]


def test_a_late_payment_is_excused() -> None:
    told = invoiced().at("2026-07-29T10:00+03:00").record(InvoicePaid).record(ExcuseAccepted, norm=IN_TIME)
    assert told.judge(LATER).verdict(IN_TIME).beneath is Status.FULFILLED_LATE


def test_an_invoice_from_before_the_protocol_and_one_of_another_state() -> None:
    old = case("claim-1").at("2019-05-02T10:00+04:00").record(InvoiceIssued).record(InvoiceReceived)
    assert old.judge("2019-08-01T10:00+04:00").status(IN_TIME) is Status.NOT_APPLICABLE
    assert invoiced(requesting_state="DE").judge(LATER).status(IN_TIME) is None


@pytest.mark.parametrize(("stated", "status"), [(True, Status.FULFILLED), (False, Status.BREACHED)])
def test_an_invoice_shows_bank_details(stated: bool, status: Status) -> None:
    assert invoiced(bank_details_stated=stated).judge(LATER).status(BANK) is status


@pytest.mark.parametrize(("currency", "status"), [("EUR", Status.FULFILLED), ("RON", Status.BREACHED)])
def test_payment_is_in_euro(currency: str, status: Status) -> None:
    told = invoiced().record(InvoicePaid, money={"amount": "100.00", "currency": currency})
    judged = told.judge(LATER)
    # Whether another currency covers the amount cannot be told.
    repaid = Status.FULFILLED if currency == "EUR" else Status.UNDETERMINED
    assert (judged.status(EURO), judged.status(REPAID)) == (status, repaid)
    assert judged.report.status.final == (currency == "EUR")
