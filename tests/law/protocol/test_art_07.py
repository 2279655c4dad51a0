"""Art. 7: interviews."""

from __future__ import annotations

import pytest

from domain.events.ledger import ExcuseAccepted
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    DecisionAfterInterviewRequested,
    IntervieweeTransported,
    InterviewHeld,
    InterviewPlaceAgreed,
    InterviewPrevented,
    InterviewRequested,
    ReplySent,
)
from domain.law.verdict import Status
from tests.law.cases import GEORGIA, IMMIGRATION, Case, case

INTERVIEW = "protocol-ro/art-7/1.1"
REPLY = "protocol-ro/art-7/1.2"
TRANSPORT = "protocol-ro/art-7/2.1"
PLACE = "protocol-ro/art-7/2.2"
COSTS = "protocol-ro/art-7/2.3"
LATE = "protocol-ro/art-7/3"
LATER = "2026-08-01T12:00+04:00"


def received(moment: str = "2026-06-01T10:00+04:00") -> Case:
    return case().at(moment).record(ApplicationSubmitted).record(ApplicationReceived)


def asked(moment: str = "2026-06-01T10:00+04:00") -> Case:
    return received(moment).record(InterviewRequested)


@pytest.mark.parametrize(
    ("held", "status"),
    [
        ("2026-06-03T10:00+04:00", Status.FULFILLED),
        ("2026-06-05T23:59+04:00", Status.FULFILLED),
        ("2026-06-06T00:00+04:00", Status.FULFILLED_LATE),
    ],
)
def test_four_days_from_the_receipt(held: str, status: Status) -> None:
    assert asked().at(held).record(InterviewHeld).judge(LATER).status(INTERVIEW) is status


def test_four_days_over_a_weekend_are_contested() -> None:
    # Received on Wednesday 3 June: Sunday by the letter, Tuesday in working days.
    told = asked("2026-06-03T10:00+04:00").at("2026-06-08T10:00+04:00").record(InterviewHeld)
    verdict = told.judge(LATER).verdict(INTERVIEW)
    assert (verdict.status, verdict.contested) == (Status.FULFILLED, True)


def test_no_interview() -> None:
    assert asked().judge("2026-06-05T12:00+04:00").status(INTERVIEW) is Status.PENDING
    assert asked().judge("2026-06-06T12:00+04:00").status(INTERVIEW) is Status.BREACHED


def test_an_interview_by_the_other_side_does_not_count() -> None:
    told = asked().record(InterviewHeld, by="ro-immigration-inspectorate")
    assert told.judge("2026-06-06T12:00+04:00").status(INTERVIEW) is Status.BREACHED


@pytest.mark.parametrize("given", ["annex_documents_available", "nationality_otherwise_established"])
def test_an_interview_that_is_not_owed(given: str) -> None:
    judged = received().record(InterviewRequested, **{given: True}).judge(LATER)
    assert judged.status(INTERVIEW) is Status.NOT_APPLICABLE
    assert judged.status(REPLY) is None
    assert judged.status(TRANSPORT) is None


def test_what_makes_the_interview_needless() -> None:
    for model in (ApplicationWithdrawn, ReplySent):
        told = asked().at("2026-06-03T10:00+04:00").record(model)
        assert told.judge(LATER).status(INTERVIEW) is Status.DISCHARGED


def test_a_refusal_does_not_replace_the_interview() -> None:
    told = asked().at("2026-06-03T10:00+04:00").record(ReplySent, decision="refused", grounds=["ground"])
    assert told.judge(LATER).status(INTERVIEW) is Status.BREACHED


def test_an_excused_interview() -> None:
    told = (
        asked()
        .at("2026-06-07T10:00+04:00")
        .record(InterviewHeld)
        .record(ExcuseAccepted, norm=INTERVIEW, by=IMMIGRATION)
    )
    assert told.judge(LATER).status(INTERVIEW) is Status.EXCUSED


def test_an_interview_without_a_receipt() -> None:
    verdict = case().record(ApplicationSubmitted).record(InterviewRequested).judge(LATER).verdict(INTERVIEW)
    assert (verdict.status, verdict.awaited) == (Status.UNDETERMINED, ("ApplicationReceived",))


def test_before_the_protocol() -> None:
    judged = asked("2019-06-20T10:00+04:00").record(DecisionAfterInterviewRequested).judge(LATER)
    for norm in (INTERVIEW, REPLY, TRANSPORT, LATE):
        assert judged.status(norm) is Status.NOT_APPLICABLE


def test_a_request_after_the_fourth_day_leads_to_the_late_interview() -> None:
    told = received().at("2026-06-06T10:00+04:00").record(InterviewRequested)
    verdict = told.judge(LATER).verdict(INTERVIEW)
    assert verdict.status is Status.NOT_APPLICABLE
    assert dict(verdict.reasons[0].values) == {"by": LATE}


def test_only_one_of_two_requests_counts() -> None:
    assert asked().record(InterviewRequested).judge(LATER).statuses(INTERVIEW) == [Status.BREACHED]


def test_the_reply_still_comes_within_twelve_days() -> None:
    assert asked().judge("2026-06-13T12:00+04:00").status(REPLY) is Status.PENDING
    assert asked().judge("2026-06-16T00:00+04:00").status(REPLY) is Status.BREACHED
    good = asked().at("2026-06-13T12:00+04:00").record(ReplySent)
    assert good.judge(LATER).status(REPLY) is Status.FULFILLED
    late = asked().at("2026-06-16T00:00+04:00").record(ReplySent)
    assert late.judge(LATER).status(REPLY) is Status.FULFILLED_LATE
    oral = asked().at("2026-06-10T00:00+04:00").record(ReplySent, writing="oral")
    assert oral.judge(LATER).status(REPLY) is Status.BREACHED


def test_the_accelerated_limit_stays() -> None:
    told = case().record(ApplicationSubmitted, procedure="accelerated").record(ApplicationReceived)
    judged = told.record(InterviewRequested).record(DecisionAfterInterviewRequested).judge(LATER)
    assert judged.status(INTERVIEW) is Status.UNDETERMINED
    assert judged.status(REPLY) is Status.NOT_APPLICABLE
    assert judged.status(LATE) is Status.NOT_APPLICABLE


def test_one_late_reply_is_one_deviation() -> None:
    told = asked().at("2026-06-05T10:00+04:00").record(InterviewHeld).record(IntervieweeTransported)
    judged = told.at("2026-06-20T10:00+04:00").record(ReplySent).judge("2026-06-20T12:00+04:00")
    assert [item.norm.id for item in judged.report.deviations] == [REPLY]


def late() -> Case:
    return (
        asked()
        .at("2026-06-05T10:00+04:00")
        .record(InterviewPrevented)
        .at("2026-06-06T10:00+04:00")
        .record(DecisionAfterInterviewRequested)
    )


@pytest.mark.parametrize(
    ("replied", "status"),
    [
        ("2026-06-10T12:00+04:00", Status.FULFILLED),
        ("2026-06-13T23:59+04:00", Status.FULFILLED),
        ("2026-06-16T00:00+04:00", Status.FULFILLED_LATE),
    ],
)
def test_a_decision_after_a_late_interview(replied: str, status: Status) -> None:
    judged = (
        late().at("2026-06-09T10:00+04:00").record(InterviewHeld).at(replied).record(ReplySent).judge(LATER)
    )
    assert judged.status(LATE) is status
    assert judged.status(INTERVIEW) is Status.NOT_APPLICABLE
    assert judged.status(REPLY) is Status.NOT_APPLICABLE


def test_a_late_decision_contested_over_the_weekend() -> None:
    told = late().record(InterviewHeld).at("2026-06-15T12:00+04:00").record(ReplySent)
    assert told.judge(LATER).verdict(LATE).contested


def test_an_interview_after_the_twelfth_day() -> None:
    told = late().at("2026-06-20T10:00+04:00").record(InterviewHeld)
    assert told.judge(LATER).status(LATE) is Status.BREACHED


def test_a_refusal_before_the_interview() -> None:
    refused = late().at("2026-06-08T10:00+04:00").record(ReplySent, decision="refused", grounds=["ground"])
    assert refused.judge(LATER).verdict(LATE).reasons[-1].key == "not_heard"
    assert refused.judge(LATER).status(LATE) is Status.BREACHED
    accepted = late().at("2026-06-08T10:00+04:00").record(ReplySent)
    assert accepted.judge(LATER).status(LATE) is Status.FULFILLED


@pytest.mark.parametrize("fault", [{"writing": "oral"}, {"by": GEORGIA}])
def test_the_late_decision_needs_a_written_request_of_the_requesting_side(fault: dict[str, str]) -> None:
    told = asked().record(InterviewPrevented).record(DecisionAfterInterviewRequested, **fault)
    judged = told.judge("2026-06-08T12:00+04:00")
    assert judged.status(LATE) is Status.NOT_APPLICABLE
    assert judged.status(REPLY) is Status.PENDING
    assert judged.status(INTERVIEW) is Status.BREACHED


def test_a_withdrawal_ends_the_late_decision() -> None:
    told = late().at("2026-06-08T10:00+04:00").record(ApplicationWithdrawn)
    assert told.judge(LATER).status(LATE) is Status.DISCHARGED


@pytest.mark.parametrize(
    ("side", "status"), [("requesting", Status.FULFILLED), ("requested", Status.BREACHED)]
)
def test_who_brings_the_person_and_who_pays(side: str, status: Status) -> None:
    told = asked().record(IntervieweeTransported, by_side=side, cost_borne_by=side).judge(LATER)
    assert told.status(TRANSPORT) is status
    assert told.status(COSTS) is status


def test_transport_that_nobody_recorded() -> None:
    assert asked().judge(LATER).status(TRANSPORT) is Status.PENDING
    assert asked().record(InterviewHeld).judge(LATER).status(TRANSPORT) is Status.UNDETERMINED
    assert asked().record(ReplySent).judge(LATER).status(TRANSPORT) is Status.DISCHARGED
    assert asked().record(ApplicationWithdrawn).judge(LATER).status(TRANSPORT) is Status.DISCHARGED
    assert asked().record(InterviewPlaceAgreed).judge(LATER).status(TRANSPORT) is Status.NOT_APPLICABLE


def test_costs_that_nobody_stated() -> None:
    told = asked().record(IntervieweeTransported, cost_borne_by=None).judge(LATER)
    assert told.status(COSTS) is Status.UNDETERMINED


def test_an_interview_elsewhere() -> None:
    agreed = asked().record(InterviewPlaceAgreed).record(InterviewHeld, venue="elsewhere")
    assert agreed.judge(LATER).status(PLACE) is Status.FULFILLED
    alone = asked().record(InterviewHeld, venue="elsewhere")
    assert alone.judge(LATER).status(PLACE) is Status.BREACHED
    alone.at("2026-06-04T10:00+04:00").record(InterviewPlaceAgreed)
    assert alone.judge(LATER).status(PLACE) is Status.FULFILLED_LATE
    assert asked().record(InterviewHeld).judge(LATER).verdict(PLACE).reasons[0].key == "not_used"
