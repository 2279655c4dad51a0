"""Art. 4: the reply."""

from __future__ import annotations

import pytest

from domain.events.ledger import ExcuseAccepted
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    DecisionAfterInterviewRequested,
    InterviewRequested,
    ReplySent,
)
from domain.law.verdict import Status
from tests.law.cases import IMMIGRATION, Case, case

CHANNEL = "protocol-ro/art-4/1.1"
TIME = "protocol-ro/art-4/1.2"
GROUNDS = "protocol-ro/art-4/2"
LATER = "2026-08-01T12:00+04:00"


def received(moment: str = "2026-06-01T10:00+04:00") -> Case:
    return case().at(moment).record(ApplicationSubmitted).record(ApplicationReceived)


@pytest.mark.parametrize(
    ("replied", "status", "contested"),
    [
        ("2026-06-05T12:00+04:00", Status.FULFILLED, False),
        ("2026-06-13T23:59+04:00", Status.FULFILLED, False),
        ("2026-06-14T12:00+04:00", Status.FULFILLED, True),
        ("2026-06-15T23:59+04:00", Status.FULFILLED, True),
        ("2026-06-16T00:00+04:00", Status.FULFILLED_LATE, False),
    ],
)
def test_twelve_days_that_end_on_a_saturday(replied: str, status: Status, contested: bool) -> None:
    verdict = received().at(replied).record(ReplySent).judge(LATER).verdict(TIME)
    assert (verdict.status, verdict.contested) == (status, contested)


def test_twelve_days_that_end_on_a_working_day() -> None:
    told = received("2026-06-03T10:00+04:00")
    assert told.judge("2026-06-15T23:59+04:00").status(TIME) is Status.PENDING
    verdict = told.judge("2026-06-16T00:00+04:00").verdict(TIME)
    assert verdict.status is Status.BREACHED
    assert verdict.awaited == ("ReplySent",)


def test_a_reply_in_words_only_is_no_written_reply() -> None:
    told = received().at("2026-06-05T12:00+04:00").record(ReplySent, writing="oral").judge(LATER)
    assert told.status(TIME) is Status.BREACHED
    assert told.verdict(TIME).window is not None


def test_a_withdrawn_application_needs_no_reply() -> None:
    told = received().at("2026-06-05T12:00+04:00").record(ApplicationWithdrawn)
    assert told.judge(LATER).status(TIME) is Status.DISCHARGED


def test_a_withdrawal_after_the_limit_changes_nothing() -> None:
    told = received().at("2026-06-20T12:00+04:00").record(ApplicationWithdrawn)
    assert told.judge(LATER).status(TIME) is Status.BREACHED


def test_a_late_reply_excused() -> None:
    told = (
        received()
        .at("2026-06-20T12:00+04:00")
        .record(ReplySent)
        .record(ExcuseAccepted, norm=TIME, by=IMMIGRATION)
    )
    verdict = told.judge(LATER).verdict(TIME)
    assert (verdict.status, verdict.beneath) == (Status.EXCUSED, Status.FULFILLED_LATE)


def test_replies_that_contradict_each_other() -> None:
    told = received().record(ReplySent).record(ReplySent, decision="refused", grounds=["ground"])
    assert told.judge(LATER).status(TIME) is Status.UNDETERMINED


def test_a_reply_without_a_receipt() -> None:
    verdict = case().record(ApplicationSubmitted).record(ReplySent).judge(LATER).verdict(TIME)
    assert verdict.status is Status.UNDETERMINED
    assert verdict.awaited == ("ApplicationReceived",)


def test_received_before_the_protocol() -> None:
    assert received("2019-06-20T10:00+04:00").judge(LATER).status(TIME) is Status.NOT_APPLICABLE


def test_special_provisions_set_the_time_instead() -> None:
    fast = case().record(ApplicationSubmitted, procedure="accelerated").record(ApplicationReceived)
    assert dict(fast.judge(LATER).verdict(TIME).reasons[0].values) == {"by": "protocol-ro/art-5/b.1"}
    heard = received().record(InterviewRequested)
    assert dict(heard.judge(LATER).verdict(TIME).reasons[0].values) == {"by": "protocol-ro/art-7/1.2"}
    late = heard.record(DecisionAfterInterviewRequested)
    assert dict(late.judge(LATER).verdict(TIME).reasons[0].values) == {"by": "protocol-ro/art-7/3"}
    needless = received().record(InterviewRequested, annex_documents_available=True)
    assert needless.judge(LATER).status(TIME) is Status.BREACHED


@pytest.mark.parametrize(
    ("channel", "status"),
    [("fax", Status.FULFILLED), ("telephone", Status.BREACHED), ("post", Status.BREACHED)],
)
def test_the_ways_of_a_reply(channel: str, status: Status) -> None:
    assert received().record(ReplySent, channel=channel).judge(LATER).status(CHANNEL) is status


def test_an_accelerated_reply_has_its_own_provision() -> None:
    told = case().record(ApplicationSubmitted, procedure="accelerated").record(ReplySent, channel="post")
    assert told.judge(LATER).status(CHANNEL) is Status.NOT_APPLICABLE


def test_a_refusal_states_its_grounds() -> None:
    refused = received().record(ReplySent, decision="refused", grounds=["no proof of nationality"])
    assert refused.judge(LATER).status(GROUNDS) is Status.FULFILLED
    bare = received().record(ReplySent, decision="refused")
    assert bare.judge(LATER).status(GROUNDS) is Status.BREACHED
    assert received().record(ReplySent).judge(LATER).status(GROUNDS) is None
