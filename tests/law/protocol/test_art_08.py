"""Art. 8: transfer."""

from __future__ import annotations

import pytest

from domain.events.ledger import ExcuseAccepted, WaiverGranted
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    DeemedConsentAccepted,
    DeemedConsentChallenged,
    ReplySent,
    TransferBecameImpossible,
    TransferCompleted,
    TransferImpossibilityNotified,
    TransferNotified,
    TransferTermExtended,
)
from domain.law.verdict import Status
from tests.law.cases import IMMIGRATION, Case, case

NOTICE = "protocol-ro/art-8/1"
TERM_MISSED = "protocol-ro/art-8/2.1"
DATE_MISSED = "protocol-ro/art-8/2.2"
TERM = "protocol-ro/art-8/2.3"
MONDAY = "2026-06-15"


def applied(**values: object) -> Case:
    return (
        case().at("2026-06-01T10:00+04:00").record(ApplicationSubmitted, **values).record(ApplicationReceived)
    )


def accepted(moment: str = "2026-06-03T10:00+04:00") -> Case:
    return applied().at(moment).record(ReplySent)


# --- 8(1): the notice ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "status", "contested"),
    [
        ("2026-06-08T10:00+03:00", Status.FULFILLED, False),
        ("2026-06-10T23:59+03:00", Status.FULFILLED, True),
        ("2026-06-11T00:00+03:00", Status.FULFILLED_LATE, False),
    ],
)
def test_a_transfer_is_announced_three_working_days_ahead(told: str, status: Status, contested: bool) -> None:
    judged = (
        accepted().at(told).record(TransferNotified, transfer_date=MONDAY).judge("2026-06-12T10:00+04:00")
    )
    verdict = judged.verdict(NOTICE)
    assert (verdict.status, verdict.contested) == (status, contested)


def test_a_telephone_call_announces_nothing() -> None:
    told = accepted().record(TransferNotified, transfer_date=MONDAY, channel="telephone")
    assert told.judge("2026-06-08T10:00+04:00").status(NOTICE) is Status.BREACHED


def test_a_transfer_that_nobody_announced_is_late_under_its_own_date() -> None:
    judged = accepted().at("2026-06-15T10:00+04:00").record(TransferCompleted).judge("2026-06-16T10:00+04:00")
    assert judged.status(NOTICE) is Status.BREACHED


def test_a_transfer_on_another_date_than_the_one_announced_was_not_announced() -> None:
    told = accepted().record(TransferNotified, transfer_date=MONDAY)
    judged = told.at("2026-06-17T10:00+04:00").record(TransferCompleted).judge("2026-06-18T10:00+04:00")
    assert judged.statuses(NOTICE) == [Status.FULFILLED, Status.BREACHED]


def test_an_announced_date_holds_in_the_time_of_either_state() -> None:
    told = accepted().record(TransferNotified, transfer_date=MONDAY)
    judged = told.at("2026-06-16T00:30+04:00").record(TransferCompleted).judge("2026-06-18T10:00+04:00")
    assert judged.statuses(NOTICE) == [Status.FULFILLED]


def test_a_second_notice_of_the_same_date_is_not_judged_again() -> None:
    told = accepted().record(TransferNotified, transfer_date=MONDAY)
    told.at("2026-06-14T10:00+04:00").record(TransferNotified, transfer_date=MONDAY)
    assert told.judge("2026-06-14T12:00+04:00").statuses(NOTICE) == [Status.FULFILLED]


@pytest.mark.parametrize(
    ("procedure", "fixed", "status"),
    [
        ("accelerated", "2026-06-05T09:00+04:00", Status.NOT_APPLICABLE),
        ("accelerated", "2026-06-22T09:00+04:00", Status.FULFILLED_LATE),
        ("ordinary", "2026-06-05T09:00+04:00", Status.FULFILLED_LATE),
    ],
)
def test_a_reply_that_fixes_a_near_day_takes_the_place_of_the_notice(
    procedure: str, fixed: str, status: Status
) -> None:
    told = applied(procedure=procedure).at("2026-06-03T10:00+04:00").record(ReplySent, transfer_at=fixed)
    day = fixed[:10]
    told.at(f"{day}T01:00+04:00").record(TransferNotified, transfer_date=day)
    assert told.judge("2026-06-23T10:00+04:00").status(NOTICE) is status


def test_a_late_notice_is_excused_and_a_waiver_before_the_time_releases() -> None:
    late = accepted().at("2026-06-12T10:00+03:00").record(TransferNotified, transfer_date=MONDAY)
    excused = late.at("2026-06-16T10:00+04:00").record(ExcuseAccepted, norm=NOTICE)
    assert excused.judge("2026-06-16T11:00+04:00").verdict(NOTICE).beneath is Status.FULFILLED_LATE
    waived = accepted().at("2026-06-08T10:00+03:00").record(WaiverGranted, norm=NOTICE)
    waived.at("2026-06-12T10:00+03:00").record(TransferNotified, transfer_date=MONDAY)
    assert waived.judge("2026-06-16T11:00+04:00").status(NOTICE) is Status.WAIVED


def test_a_notice_before_the_protocol_was_in_force_is_not_judged() -> None:
    told = case().at("2019-06-03T10:00+04:00").record(ApplicationSubmitted)
    told.at("2019-06-04T10:00+04:00").record(TransferNotified, transfer_date="2019-06-05")
    assert told.judge("2019-06-06T10:00+04:00").status(NOTICE) is Status.NOT_APPLICABLE


def test_another_state_is_not_bound_by_the_protocol() -> None:
    told = applied(requesting_state="DE").record(TransferNotified, transfer_date="2026-06-02")
    assert told.judge("2026-06-02T10:00+04:00").status(NOTICE) is None


# --- 8(2): what cannot be kept ---------------------------------------------------------------------------

IMPOSSIBLE = [("three_months", TERM_MISSED, DATE_MISSED), ("notified_date", DATE_MISSED, TERM_MISSED)]


@pytest.mark.parametrize(("limit", "norm", "other"), IMPOSSIBLE)
@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("2026-06-12T15:00+03:00", Status.FULFILLED),
        ("2026-06-15T23:59+03:00", Status.FULFILLED),
        ("2026-06-16T00:00+03:00", Status.REVIEW),
        (None, Status.REVIEW),
    ],
)
def test_what_cannot_be_kept_is_said_at_once(
    limit: str, norm: str, other: str, told: str | None, status: Status
) -> None:
    failed = accepted().at("2026-06-12T10:00+03:00").record(TransferBecameImpossible, limit=limit)
    if told:
        failed.at(told).record(TransferImpossibilityNotified, limit=limit)
    judged = failed.judge("2026-06-20T10:00+04:00")
    assert (judged.status(norm), judged.status(other)) == (status, None)
    assert not [item for item in judged.report.deviations if item.norm.id == norm]


def test_word_about_one_limit_is_no_word_about_the_other() -> None:
    failed = accepted().record(TransferBecameImpossible, limit="three_months")
    failed.record(TransferImpossibilityNotified, limit="notified_date")
    assert failed.judge("2026-06-20T10:00+04:00").status(TERM_MISSED) is Status.REVIEW


def test_each_failed_date_needs_its_own_word() -> None:
    failed = accepted().at("2026-06-10T10:00+03:00").record(TransferBecameImpossible)
    failed.record(TransferImpossibilityNotified).at("2026-06-17T10:00+03:00").record(TransferBecameImpossible)
    assert failed.judge("2026-06-30T10:00+04:00").statuses(DATE_MISSED) == [Status.FULFILLED, Status.REVIEW]


def test_word_without_the_known_moment_leaves_the_question_open() -> None:
    told = accepted().record(TransferImpossibilityNotified, limit="three_months")
    judged = told.judge("2026-06-20T10:00+04:00")
    assert (judged.status(TERM_MISSED), judged.status(DATE_MISSED)) == (Status.UNDETERMINED, None)


def test_a_withdrawn_application_needs_no_word() -> None:
    failed = accepted().record(TransferBecameImpossible).record(ApplicationWithdrawn)
    assert failed.judge("2026-06-20T10:00+04:00").status(DATE_MISSED) is Status.DISCHARGED


# --- 8(2): the three months ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("transferred", "status", "contested"),
    [
        ("2026-06-15T10:00+04:00", Status.FULFILLED, False),
        ("2026-09-03T23:59+03:00", Status.FULFILLED, False),
        ("2026-09-04T00:00+03:00", Status.FULFILLED_LATE, False),
    ],
)
def test_the_transfer_takes_place_within_three_months(
    transferred: str, status: Status, contested: bool
) -> None:
    verdict = (
        accepted().at(transferred).record(TransferCompleted).judge("2026-10-01T10:00+04:00").verdict(TERM)
    )
    assert (verdict.status, verdict.contested) == (status, contested)


def test_a_last_day_on_a_saturday_is_contested_until_monday() -> None:
    told = accepted("2026-06-12T10:00+04:00")
    verdict = told.judge("2026-09-13T12:00+03:00").verdict(TERM)
    assert (verdict.status, verdict.contested) == (Status.PENDING, True)
    assert told.judge("2026-09-15T12:00+03:00").status(TERM) is Status.BREACHED


def test_the_three_months_are_open_then_broken() -> None:
    told = accepted()
    pending = told.judge("2026-09-03T12:00+03:00").verdict(TERM)
    assert (pending.status, pending.awaited) == (Status.PENDING, ("TransferCompleted",))
    later = told.judge("2026-09-04T00:00+03:00")
    assert later.status(TERM) is Status.BREACHED
    assert later.report.status.code == "window_expired"
    assert pending.next_check == later.verdict(TERM).window.breach_at  # type: ignore[union-attr]


def test_an_extension_moves_the_last_day() -> None:
    told = accepted().at("2026-08-20T10:00+04:00").record(TransferTermExtended, extended_until="2026-10-08")
    assert told.judge("2026-10-08T12:00+03:00").status(TERM) is Status.PENDING
    assert told.judge("2026-10-09T12:00+03:00").status(TERM) is Status.BREACHED
    done = told.at("2026-10-08T12:00+03:00").record(TransferCompleted)
    assert done.judge("2026-10-09T12:00+03:00").status(TERM) is Status.FULFILLED


@pytest.mark.parametrize(
    "values",
    [
        {"extended_until": "2026-10-08", "agreed_by": IMMIGRATION},
        {"extended_until": "2026-08-30"},
    ],
    ids=["the requesting side extends for itself", "an extension that ends before the term"],
)
def test_an_extension_that_extends_nothing(values: dict[str, str]) -> None:
    told = accepted().at("2026-08-20T10:00+04:00").record(TransferTermExtended, **values)
    assert told.judge("2026-09-03T12:00+03:00").status(TERM) is Status.PENDING
    assert told.judge("2026-09-04T12:00+03:00").status(TERM) is Status.BREACHED


def test_a_refusal_in_time_starts_no_months() -> None:
    refused = applied().at("2026-06-03T10:00+04:00").record(ReplySent, decision="refused", grounds=["none"])
    assert refused.judge("2026-12-01T10:00+04:00").status(TERM) is None


def test_two_replies_leave_the_months_undetermined_once() -> None:
    told = accepted().record(ReplySent, decision="refused", grounds=["none"])
    assert told.judge("2026-12-01T10:00+04:00").statuses(TERM) == [Status.UNDETERMINED]


def test_a_withdrawn_application_ends_the_months() -> None:
    told = accepted().at("2026-07-01T10:00+04:00").record(ApplicationWithdrawn)
    assert told.judge("2026-12-01T10:00+04:00").status(TERM) is Status.DISCHARGED


# --- the three months after silence ----------------------------------------------------------------------


def test_silence_starts_the_three_months_when_the_reply_limit_has_run_out() -> None:
    # The twelfth day, 13 June, is a Saturday; silence is asserted after the Monday only.
    told = applied()
    assert told.judge("2026-06-15T23:59+04:00").status(TERM) is None
    assert told.judge("2026-06-16T00:00+04:00").status(TERM) is Status.PENDING
    assert told.judge("2026-09-15T23:00+03:00").status(TERM) is Status.PENDING
    broken = told.judge("2026-09-16T12:00+03:00").verdict(TERM)
    assert broken.status is Status.BREACHED
    assert [why.key for why in broken.reasons] == ["deemed_consent"]


def test_disputed_silence_founds_no_breach_until_it_is_accepted() -> None:
    told = applied().at("2026-06-20T10:00+04:00").record(DeemedConsentChallenged)
    verdict = told.judge("2026-12-01T10:00+04:00").verdict(TERM)
    assert (verdict.status, verdict.beneath) == (Status.REVIEW, Status.BREACHED)
    told.at("2026-06-25T10:00+04:00").record(DeemedConsentAccepted)
    assert told.judge("2026-12-01T10:00+04:00").status(TERM) is Status.BREACHED


def test_a_late_refusal_does_not_undo_silence_and_leaves_it_disputed() -> None:
    told = applied().at("2026-06-20T10:00+04:00").record(ReplySent, decision="refused", grounds=["none"])
    assert told.judge("2026-12-01T10:00+04:00").status(TERM) is Status.REVIEW


def test_a_late_acceptance_starts_the_months_itself() -> None:
    told = applied().at("2026-07-01T10:00+04:00").record(ReplySent)
    assert told.judge("2026-10-01T12:00+03:00").statuses(TERM) == [Status.PENDING]
    assert told.judge("2026-10-02T12:00+03:00").statuses(TERM) == [Status.BREACHED]


def test_silence_in_an_accelerated_case_is_unverified() -> None:
    told = applied(procedure="accelerated")
    verdict = told.judge("2026-12-01T10:00+04:00").verdict(TERM)
    assert (verdict.status, verdict.beneath) == (Status.REVIEW, Status.BREACHED)
    assert "silence_unverified" in [why.key for why in verdict.reasons]


def test_a_date_that_passes_in_silence_is_looked_at() -> None:
    told = accepted().at("2026-06-08T10:00+03:00").record(TransferNotified, transfer_date="2026-06-15")
    statuses = [
        told.judge(moment).status("protocol-ro/art-8/2.2")
        for moment in ("2026-06-15T12:00+03:00", "2026-07-01T10:00+03:00")
    ]
    assert statuses == [Status.HOLDING, Status.REVIEW]
    told.at("2026-06-15T10:00+04:00").record(TransferCompleted)
    assert told.judge("2026-07-01T10:00+03:00").status("protocol-ro/art-8/2.2") is None
