"""Art. 5: the accelerated procedure."""

from __future__ import annotations

import pytest

from domain.events.ledger import WaiverGranted
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    InterviewRequested,
    PersonApprehended,
    ReplySent,
)
from domain.law.verdict import Status
from tests.law.cases import BORDER_POLICE, GEORGIA, TBILISI_AIRPORT, Case, case

FORM = "protocol-ro/art-5/a.1"
APPLY = "protocol-ro/art-5/a.2"
CHANNEL = "protocol-ro/art-5/a.3"
ANSWER = "protocol-ro/art-5/b.1"
ANSWER_CHANNEL = "protocol-ro/art-5/b.2"
FIX = "protocol-ro/art-5/c"
LATER = "2026-12-20T12:00+04:00"
FAST = {"procedure": "accelerated", "requesting_authority": BORDER_POLICE}


def apprehended(moment: str = "2026-06-01T10:00+03:00", **values: object) -> Case:
    return case().at(moment).record(PersonApprehended, **values)


@pytest.mark.parametrize(
    ("applied", "status"),
    [
        ("2026-06-02T10:00+03:00", Status.FULFILLED),
        ("2026-06-03T23:59+03:00", Status.FULFILLED),
        ("2026-06-04T00:00+03:00", Status.FULFILLED_LATE),
    ],
)
def test_two_days_from_the_apprehension(applied: str, status: Status) -> None:
    told = apprehended().at(applied).record(ApplicationSubmitted, **FAST)
    assert told.judge(LATER).status(APPLY) is status


def test_two_days_over_a_weekend_are_contested() -> None:
    # Friday 5 June: Sunday by the letter, Monday if rolled, Tuesday with two working days guaranteed.
    told = (
        apprehended("2026-06-05T10:00+03:00")
        .at("2026-06-08T10:00+03:00")
        .record(ApplicationSubmitted, **FAST)
    )
    verdict = told.judge(LATER).verdict(APPLY)
    assert (verdict.status, verdict.contested) == (Status.FULFILLED, True)


def test_the_clock_runs_before_anybody_applies_and_the_ordinary_procedure_remains() -> None:
    assert apprehended().judge("2026-06-02T10:00+03:00").status(APPLY) is Status.PENDING
    assert apprehended().judge("2026-06-05T10:00+03:00").status(APPLY) is Status.DISCHARGED
    slow = apprehended().at("2026-06-20T10:00+03:00").record(ApplicationSubmitted)
    assert slow.judge(LATER).status(APPLY) is Status.NOT_APPLICABLE


def test_an_accelerated_application_without_an_apprehension() -> None:
    verdict = case().record(ApplicationSubmitted, **FAST).judge(LATER).verdict(APPLY)
    assert verdict.status is Status.UNDETERMINED
    assert verdict.awaited == ("PersonApprehended",)


def test_an_apprehension_outside_the_border_region() -> None:
    inland = apprehended(in_border_region=False)
    assert inland.judge("2026-06-05T10:00+03:00").status(APPLY) is None
    assert inland.record(ApplicationSubmitted, **FAST).judge(LATER).status(APPLY) is Status.UNDETERMINED


def test_an_ordinary_application_is_no_matter_of_article_5() -> None:
    judged = case().record(ApplicationSubmitted).record(ApplicationReceived).record(ReplySent).judge(LATER)
    for norm in (FORM, APPLY, CHANNEL, ANSWER, ANSWER_CHANNEL, FIX):
        assert judged.status(norm) is None


@pytest.mark.parametrize(("form", "status"), [("annex_5", Status.FULFILLED), ("letter", Status.BREACHED)])
def test_the_form(form: str, status: Status) -> None:
    assert case().record(ApplicationSubmitted, **FAST, form=form).judge(LATER).status(FORM) is status


@pytest.mark.parametrize(("channel", "status"), [("fax", Status.FULFILLED), ("in_person", Status.BREACHED)])
def test_the_channels(channel: str, status: Status) -> None:
    told = case().record(ApplicationSubmitted, **FAST, channel=channel).record(ReplySent, channel=channel)
    assert told.judge(LATER).status(CHANNEL) is status
    assert told.judge(LATER).status(ANSWER_CHANNEL) is status


def received(moment: str) -> Case:
    return case().at(moment).record(ApplicationSubmitted, **FAST).record(ApplicationReceived)


@pytest.mark.parametrize(
    ("replied", "status", "contested"),
    [
        ("2026-06-02T12:00+04:00", Status.FULFILLED, False),
        ("2026-06-03T23:59+04:00", Status.FULFILLED, False),
        ("2026-06-04T00:00+04:00", Status.FULFILLED_LATE, False),
    ],
)
def test_two_working_days(replied: str, status: Status, contested: bool) -> None:
    verdict = received("2026-06-01T10:00+04:00").at(replied).record(ReplySent).judge(LATER).verdict(ANSWER)
    assert (verdict.status, verdict.contested) == (status, contested)


@pytest.mark.parametrize(
    ("replied", "status", "contested"),
    [
        ("2026-11-24T12:00+04:00", Status.FULFILLED, False),
        ("2026-11-25T12:00+04:00", Status.FULFILLED, True),
        ("2026-11-26T00:00+04:00", Status.FULFILLED_LATE, False),
    ],
)
def test_saint_georges_day_is_off_in_one_state_only(replied: str, status: Status, contested: bool) -> None:
    verdict = received("2026-11-20T10:00+04:00").at(replied).record(ReplySent).judge(LATER).verdict(ANSWER)
    assert (verdict.status, verdict.contested) == (status, contested)
    assert verdict.window is not None
    assert str(verdict.window.proposed.last_day) == "2026-11-25"


def test_silence_in_the_accelerated_procedure() -> None:
    judged = received("2026-06-01T10:00+04:00").judge("2026-06-04T12:00+04:00")
    assert judged.status(ANSWER) is Status.BREACHED
    assert judged.report.status.code == "overdue"
    assert judged.report.consent is not None
    assert not judged.report.consent.verified


def test_a_waiver_before_the_end() -> None:
    told = received("2026-06-01T10:00+04:00").record(WaiverGranted, norm=ANSWER, by=BORDER_POLICE)
    assert told.judge(LATER).status(ANSWER) is Status.WAIVED


def test_before_the_protocol() -> None:
    assert received("2019-06-20T10:00+04:00").judge(LATER).status(ANSWER) is Status.NOT_APPLICABLE
    assert apprehended("2019-06-20T10:00+04:00").judge(LATER).status(APPLY) is Status.NOT_APPLICABLE


def test_an_interview_does_not_move_the_limit() -> None:
    told = received("2026-06-01T10:00+04:00").record(InterviewRequested).judge("2026-06-04T12:00+04:00")
    assert told.status(ANSWER) is Status.BREACHED
    assert told.verdict("protocol-ro/art-7/1.1").reasons[0].key == "collision"


def test_a_consent_may_fix_the_transfer() -> None:
    told = received("2026-06-01T10:00+04:00")
    assert told.judge(LATER).status(FIX) is None
    used = received("2026-06-01T10:00+04:00").record(ReplySent, transfer_place=TBILISI_AIRPORT)
    assert used.judge(LATER).status(FIX) is Status.FULFILLED
    unused = received("2026-06-01T10:00+04:00").record(ReplySent)
    assert unused.judge(LATER).verdict(FIX).reasons[0].key == "not_used"
    refused = received("2026-06-01T10:00+04:00").record(ReplySent, decision="refused", by=GEORGIA)
    assert refused.judge(LATER).status(FIX) is None
