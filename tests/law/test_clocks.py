"""The agreement's clocks C1 to C15: which are judged, for whom, and how far their marks let a verdict go."""

from __future__ import annotations

from typing import Any

import pytest

from domain.events.ledger import ExcuseAccepted
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    IrregularStayEstablished,
    PersonApprehended,
    PersonTakenBack,
    ReadmissionInErrorClaimed,
    ReplySent,
    TransferCompleted,
    TravelDocumentIssued,
)
from domain.events.transit import (
    TransitReplySent,
    TransitRequested,
    TransitRequestReceived,
    TransitRequestWithdrawn,
)
from domain.law.library import load_law
from domain.law.provision import Assessment, Mark
from domain.law.verdict import Status
from tests.law.cases import PERSON, Case, case

C1, C2, C3, C4, C7, C8, C11, C14 = (f"agreement/C{number}" for number in (1, 2, 3, 4, 7, 8, 11, 14))
LATER = "2026-12-01T10:00+04:00"
GERMANY = {"requesting_state": "DE", "requesting_authority": "de-federal-police"}
STRANGER = {"person": PERSON, "category": "third_country_national"}


def applied(moment: str = "2026-06-01T10:00+04:00", **values: object) -> Case:
    return case().at(moment).record(ApplicationSubmitted, **{**GERMANY, **values})


def received(moment: str = "2026-06-01T10:00+04:00", **values: Any) -> Case:
    return applied(moment, **values).record(ApplicationReceived)


# --- data ------------------------------------------------------------------------------------------------

MARKS = {
    "C1": Mark.T, "C2": Mark.D, "C3": Mark.D, "C4": Mark.D, "C5": Mark.V, "C6": Mark.V, "C7": Mark.V,
    "C8": Mark.D, "C9": Mark.V, "C10": Mark.V, "C11": Mark.T, "C12": Mark.V, "C13": Mark.V, "C14": Mark.T,
    "C15": Mark.V,
}  # fmt: skip
SHOWN = {"C5", "C6", "C9", "C10", "C12", "C13", "C15"}


@pytest.mark.parametrize("clock", MARKS)
def test_every_clock_has_its_mark_source_and_place(clock: str) -> None:
    law = load_law()
    provision = law.provision(f"agreement/{clock}")
    assert (provision.mark, provision.clock) == (MARKS[clock], clock)
    assert provision.source
    assert (provision.assessment is Assessment.SHOWN) == (clock in SHOWN)
    assert (provision.id in law.norm_by_id) == (clock not in SHOWN)
    for carrier in provision.parameters.get("carried_by", ()):  # type: ignore[union-attr]
        assert law.provision(str(carrier)).clock in (clock, None)


def test_clocks_stand_in_their_order() -> None:
    pack = next(pack for pack in load_law().packs if pack.instrument.id == "agreement")
    assert [provision.clock for provision in pack.provisions] == list(MARKS)


# --- C1 --------------------------------------------------------------------------------------------------


def found(submitted: str | None, category: str = "third_country_national") -> Case:
    told = case().at("2026-01-15T10:00+01:00").record(IrregularStayEstablished, state="DE")
    if submitted:
        subject = {"person": PERSON, "category": category}
        told.at(submitted).record(ApplicationSubmitted, **{**GERMANY, "subject": subject})
    return told


@pytest.mark.parametrize(
    ("submitted", "status"),
    [
        ("2026-02-01T10:00+01:00", Status.FULFILLED),
        ("2026-07-15T23:59+02:00", Status.FULFILLED),
        ("2026-07-16T00:00+02:00", Status.REVIEW),
    ],
)
def test_c1_six_months_for_third_country_nationals(submitted: str, status: Status) -> None:
    judged = found(submitted).judge(LATER)
    assert judged.status(C1) is status
    assert not [item for item in judged.report.deviations if item.norm.id == C1]


def test_c1_knows_no_limit_for_own_nationals_and_waits_for_the_category() -> None:
    assert found("2026-11-01T10:00+01:00", "national_of_requested_state").judge(LATER).status(C1) is None
    assert found(None).judge(LATER).verdict(C1).awaited == ("ApplicationSubmitted",)


def test_c1_is_excused_and_binds_romania_too_and_not_before_the_agreement() -> None:
    late = found("2026-08-16T00:00+02:00").record(ExcuseAccepted, norm=C1)
    assert late.judge(LATER).status(C1) is Status.EXCUSED
    ours = case().at("2026-01-15T10:00+02:00").record(IrregularStayEstablished)
    ours.at("2026-02-15T10:00+02:00").record(ApplicationSubmitted, subject=STRANGER)
    assert ours.judge(LATER).status(C1) is Status.FULFILLED
    old = case().at("2011-02-01T10:00+01:00").record(IrregularStayEstablished, state="DE")
    old.record(ApplicationSubmitted, **GERMANY, subject=STRANGER)
    assert old.judge(LATER).status(C1) is Status.NOT_APPLICABLE


# --- C2 --------------------------------------------------------------------------------------------------


def caught(submitted: str, **values: object) -> Case:
    told = case().at("2026-06-01T10:00+02:00").record(PersonApprehended, state="DE")
    return told.at(submitted).record(
        ApplicationSubmitted, **{**GERMANY, "procedure": "accelerated", **values}
    )


@pytest.mark.parametrize(
    ("submitted", "status"),
    [
        ("2026-06-02T10:00+02:00", Status.FULFILLED),
        ("2026-06-03T23:59+02:00", Status.FULFILLED),
        ("2026-06-04T00:00+02:00", Status.FULFILLED_LATE),
    ],
)
def test_c2_two_days_for_an_accelerated_application(submitted: str, status: Status) -> None:
    assert caught(submitted).judge(LATER).status(C2) is status


def test_c2_gives_way_to_the_protocol_and_to_the_ordinary_procedure() -> None:
    ours = case().at("2026-06-01T10:00+03:00").record(PersonApprehended)
    ours.record(ApplicationSubmitted, procedure="accelerated")
    assert ours.judge(LATER).status(C2) is None
    assert caught("2026-06-10T10:00+02:00", procedure="ordinary").judge(LATER).status(C2) in (
        None,
        Status.NOT_APPLICABLE,
    )


# --- C3, C4 ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("replied", "status"),
    [
        ("2026-06-02T10:00+04:00", Status.FULFILLED),
        ("2026-06-03T23:59+04:00", Status.FULFILLED),
        ("2026-06-04T00:00+04:00", Status.FULFILLED_LATE),
    ],
)
def test_c3_two_working_days_for_an_accelerated_reply(replied: str, status: Status) -> None:
    told = received(procedure="accelerated").at(replied).record(ReplySent, to="de-federal-police")
    judged = told.judge(LATER)
    assert (judged.status(C3), judged.status(C4)) == (status, None)


def test_c3_is_undetermined_where_the_days_off_are_not_held() -> None:
    told = case().at("2026-06-01T10:00+04:00")
    told.record(
        ApplicationSubmitted,
        requesting_state="GE",
        requested_state="DE",
        requesting_authority="ge-migration-department",
        requested_authority="de-federal-police",
        procedure="accelerated",
    )
    told.record(ApplicationReceived, requested_state="DE", authority="de-federal-police")
    judged = told.judge(LATER)
    verdict = judged.verdict(C3)
    assert verdict.status is Status.UNDETERMINED
    assert verdict.reasons[0].key == "calendar_not_held"
    assert judged.report.consent is None


@pytest.mark.parametrize(
    ("replied", "status", "contested"),
    [
        ("2026-06-05T10:00+04:00", Status.FULFILLED, False),
        ("2026-06-13T23:59+04:00", Status.FULFILLED, False),
        ("2026-06-15T23:59+04:00", Status.FULFILLED, True),
        ("2026-06-16T00:00+04:00", Status.FULFILLED_LATE, False),
    ],
)
def test_c4_twelve_calendar_days_for_an_ordinary_reply(replied: str, status: Status, contested: bool) -> None:
    verdict = received().at(replied).record(ReplySent, to="de-federal-police").judge(LATER).verdict(C4)
    assert (verdict.status, verdict.contested) == (status, contested)


def test_c3_and_c4_give_way_to_the_protocol() -> None:
    for procedure in ("ordinary", "accelerated"):
        told = case().record(ApplicationSubmitted, procedure=procedure).record(ApplicationReceived)
        judged = told.judge(LATER)
        assert (judged.status(C3), judged.status(C4)) == (None, None)


def test_before_the_protocol_romania_was_bound_by_the_agreement_alone() -> None:
    told = case().at("2018-06-01T10:00+04:00").record(ApplicationSubmitted).record(ApplicationReceived)
    judged = told.at("2018-06-15T10:00+04:00").record(ReplySent).judge("2018-12-01T10:00+04:00")
    assert (judged.status(C4), judged.status("protocol-ro/art-4/1.2")) == (
        Status.FULFILLED_LATE,
        Status.NOT_APPLICABLE,
    )
    assert judged.status(C8) is Status.BREACHED
    assert set(judged.statuses("protocol-ro/art-8/2.3")) == {Status.NOT_APPLICABLE}


def test_a_state_outside_the_union_is_not_bound() -> None:
    judged = received(requesting_state="TR").judge(LATER)
    assert (judged.report.obligations, judged.report.consent) == ((), None)


# --- C7 --------------------------------------------------------------------------------------------------


def agreed(**values: Any) -> Case:
    return received(**values).at("2026-06-05T10:00+04:00").record(ReplySent)


@pytest.mark.parametrize("state", ["DE", "RO"])
@pytest.mark.parametrize(
    ("issued", "status"),
    [
        ("2026-06-05T12:00+04:00", Status.FULFILLED),
        ("2026-06-10T23:59+04:00", Status.FULFILLED),
        ("2026-06-11T00:00+04:00", Status.FULFILLED_LATE),
    ],
)
def test_c7_a_travel_document_within_three_working_days(state: str, issued: str, status: Status) -> None:
    told = agreed(requesting_state=state).at(issued).record(TravelDocumentIssued)
    assert told.judge(LATER).status(C7) is status


def test_c7_only_a_document_of_the_requested_state_performs_it() -> None:
    told = agreed().record(TravelDocumentIssued, kind="eu_standard_document", by="de-federal-police")
    assert told.judge(LATER).status(C7) is Status.BREACHED


def test_c7_falls_away_and_binds_nobody_for_third_country_nationals_or_after_a_refusal() -> None:
    assert agreed().record(TransferCompleted).judge(LATER).status(C7) is Status.DISCHARGED
    assert agreed().record(ApplicationWithdrawn).judge(LATER).status(C7) is Status.DISCHARGED
    assert agreed(subject=STRANGER).judge(LATER).status(C7) is None
    refused = received().record(ReplySent, decision="refused", grounds=["none"])
    assert refused.judge(LATER).status(C7) is None


def test_c7_after_silence_is_due_from_the_lapse_of_the_reply_limit() -> None:
    told = received()
    assert told.judge("2026-06-15T23:59+04:00").status(C7) is None
    assert told.judge("2026-06-18T12:00+04:00").status(C7) is Status.PENDING
    assert told.judge("2026-06-20T12:00+04:00").status(C7) is Status.BREACHED


def test_c7_after_an_unverified_silence_is_at_most_a_review() -> None:
    verdict = received(procedure="accelerated").judge(LATER).verdict(C7)
    assert (verdict.status, verdict.beneath) == (Status.REVIEW, Status.BREACHED)


# --- C8 --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("transferred", "status"),
    [
        ("2026-07-01T10:00+02:00", Status.FULFILLED),
        ("2026-09-07T23:59+02:00", Status.FULFILLED),
        ("2026-09-08T00:00+02:00", Status.FULFILLED_LATE),
    ],
)
def test_c8_three_months_for_the_transfer(transferred: str, status: Status) -> None:
    # The fifth of September is a Saturday; a breach is asserted after the Monday only.
    told = agreed().at(transferred).record(TransferCompleted)
    assert told.judge(LATER).status(C8) is status


def test_c8_says_whose_days_off_are_not_held_and_gives_way_to_the_protocol() -> None:
    assert "calendar_not_held" in [why.key for why in agreed().judge(LATER).verdict(C8).reasons]
    assert agreed(requesting_state="RO").judge(LATER).status(C8) is None


# --- C11 -------------------------------------------------------------------------------------------------


def transit(state: str = "DE") -> Case:
    told = case("transit-1").at("2026-06-01T10:00+04:00")
    told.record(TransitRequested, planned_on="2026-06-20", requesting_state=state)
    return told.record(TransitRequestReceived)


@pytest.mark.parametrize(
    ("replied", "status", "contested"),
    [
        ("2026-06-03T10:00+04:00", Status.FULFILLED, False),
        ("2026-06-06T23:59+04:00", Status.FULFILLED, False),
        ("2026-06-08T10:00+04:00", Status.FULFILLED, True),
        ("2026-06-09T00:00+04:00", Status.REVIEW, False),
    ],
)
def test_c11_five_days_for_a_reply_on_transit(replied: str, status: Status, contested: bool) -> None:
    verdict = transit().at(replied).record(TransitReplySent).judge(LATER).verdict(C11)
    assert (verdict.status, verdict.contested) == (status, contested)


def test_c11_falls_away_and_gives_way_to_the_protocol() -> None:
    assert transit().record(TransitRequestWithdrawn).judge(LATER).status(C11) is Status.DISCHARGED
    assert transit("RO").judge(LATER).status(C11) is None


# --- C14 -------------------------------------------------------------------------------------------------


def claimed(moment: str) -> Case:
    told = received("2025-12-20T10:00+04:00").at("2026-01-15T10:00+04:00").record(TransferCompleted)
    return told.at(moment).record(ReadmissionInErrorClaimed)


@pytest.mark.parametrize(
    ("moment", "status", "contested"),
    [
        ("2026-03-01T10:00+04:00", Status.PENDING, False),
        ("2026-07-15T23:59+04:00", Status.PENDING, False),
        ("2026-07-16T00:00+04:00", Status.NOT_APPLICABLE, False),
    ],
)
def test_c14_a_claim_within_six_months_founds_the_duty(moment: str, status: Status, contested: bool) -> None:
    verdict = claimed(moment).judge(LATER).verdict(C14)
    assert (verdict.status, verdict.contested) == (status, contested)


def test_c14_is_met_when_the_person_is_taken_back_and_needs_the_transfer() -> None:
    back = claimed("2026-03-01T10:00+04:00").record(PersonTakenBack)
    assert back.judge(LATER).status(C14) is Status.FULFILLED
    nowhere = received().record(ReadmissionInErrorClaimed)
    assert nowhere.judge(LATER).status(C14) is Status.UNDETERMINED
