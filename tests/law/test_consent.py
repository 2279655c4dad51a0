"""Silence counts as consent: derived, dated, contestable, and right even if nothing ran on that day."""

from __future__ import annotations

import pytest

from domain.events.ledger import EventRetracted
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    DeemedConsentAccepted,
    DeemedConsentChallenged,
    ReplySent,
)
from domain.law.library import load_law
from domain.law.readmission.consent import PROTOCOL_SINCE
from tests.law.cases import Case, case

CARRIED = ("protocol-ro/art-4/1.2", "protocol-ro/art-5/b.1", "protocol-ro/art-8/2.3", "protocol-ro/art-9/2.1")
#: The twelfth day from Monday 1 June is a Saturday; silence is asserted after the Monday.
SINCE = "2026-06-15 20:00:00+00:00"
LATER = "2028-12-01T10:00+04:00"


def received(**values: object) -> Case:
    told = case().at("2026-06-01T10:00+04:00")
    return told.record(ApplicationSubmitted, **values).record(ApplicationReceived)


@pytest.mark.parametrize("as_of", ["2026-06-16T00:00+04:00", "2026-06-20T10:00+04:00", LATER])
def test_it_has_the_same_date_whenever_somebody_looks(as_of: str) -> None:
    judged = received().judge(as_of)
    consent = judged.report.consent
    assert consent is not None
    assert (str(consent.since), consent.verified) == (SINCE, True)
    assert consent.norm_id == "protocol-ro/art-4/1.2"


def test_it_is_not_asserted_between_the_readings() -> None:
    judged = received().judge("2026-06-15T23:59+04:00")
    assert judged.report.consent is None
    assert str(judged.report.next_check) == SINCE


def test_looking_back_before_it_shows_none() -> None:
    told = received().at("2026-07-01T10:00+04:00").record(ReplySent)
    assert told.judge("2026-06-10T10:00+04:00").report.consent is None


@pytest.mark.parametrize(
    ("model", "moment", "deemed"),
    [
        (ReplySent, "2026-06-15T23:59+04:00", False),
        (ReplySent, "2026-06-16T00:00+04:00", True),
        (ApplicationWithdrawn, "2026-06-10T10:00+04:00", False),
        (ApplicationWithdrawn, "2026-06-20T10:00+04:00", True),
    ],
)
def test_only_an_answer_or_a_withdrawal_in_time_prevents_it(model: type, moment: str, deemed: bool) -> None:
    consent = received().at(moment).record(model).judge(LATER).report.consent
    assert (consent is not None) is deemed


def test_a_late_reply_a_challenge_and_an_acceptance_are_shown_beside_it() -> None:
    told = received().at("2026-06-20T10:00+04:00").record(ReplySent, decision="refused", grounds=["none"])
    told.at("2026-06-21T10:00+04:00").record(DeemedConsentChallenged)
    told.at("2026-06-22T10:00+04:00").record(DeemedConsentAccepted)
    consent = told.judge(LATER).report.consent
    assert consent is not None
    shown = (consent.late_reply, consent.challenged_by, consent.accepted_by)
    assert [fact.type for fact in shown if fact] == [
        "ReplySent",
        "DeemedConsentChallenged",
        "DeemedConsentAccepted",
    ]


def test_a_reply_that_was_recorded_late_undoes_what_was_held_before() -> None:
    told = received()
    assert told.judge(LATER).report.consent is not None
    told.at("2026-06-10T10:00+04:00").record(ReplySent)
    assert told.judge(LATER).report.consent is None
    told.at("2026-12-01T10:00+04:00").record(EventRetracted, event_id="3")
    assert told.judge(LATER).report.consent is not None


def test_without_a_receipt_or_with_two_nothing_runs() -> None:
    assert case().record(ApplicationSubmitted).judge(LATER).report.consent is None
    twice = received().at("2026-06-03T10:00+04:00").record(ApplicationReceived)
    assert twice.judge(LATER).report.consent is None


def test_in_the_accelerated_procedure_it_is_unverified() -> None:
    judged = received(procedure="accelerated").judge(LATER)
    consent = judged.report.consent
    assert consent is not None
    assert (consent.norm_id, consent.verified) == ("protocol-ro/art-5/b.1", False)
    assert judged.report.status.code != "deemed_accepted"


@pytest.mark.parametrize(
    ("state", "norm"), [("RO", "protocol-ro/art-4/1.2"), ("DE", "agreement/C4"), ("TR", None)]
)
def test_it_rests_on_the_limit_that_binds_the_two_states(state: str, norm: str | None) -> None:
    consent = received(requesting_state=state).judge(LATER).report.consent
    assert (consent.norm_id if consent else None) == norm


def test_before_the_protocol_was_in_force_the_agreement_alone_gave_silence_a_meaning() -> None:
    told = case().at("2019-06-01T10:00+04:00").record(ApplicationSubmitted).record(ApplicationReceived)
    consent = told.judge("2019-12-01T10:00+04:00").report.consent
    assert consent is not None
    assert consent.norm_id == "agreement/C4"


def test_the_day_from_which_the_protocol_binds_is_that_of_its_provisions() -> None:
    assert {load_law().provision(norm).in_force_from for norm in CARRIED} == {PROTOCOL_SINCE}
