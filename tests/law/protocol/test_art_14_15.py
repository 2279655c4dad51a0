"""Arts. 14 and 15: amendments, entry into force, end."""

from __future__ import annotations

import pytest

from domain.events.register import (
    AgreementTerminated,
    AmendmentAgreed,
    AmendmentDocumented,
    CommitteeNoticeCopied,
    CompletionNoticeSent,
    EnteredIntoForce,
    JointCommitteeNotified,
)
from domain.law.verdict import Status
from tests.law.cases import Case, case

CONSENT, DOCUMENT, AMENDMENT_FORCE = (f"protocol-ro/art-14.{number}" for number in (1, 2, 3))
FORCE = "protocol-ro/art-15/1"
COMMITTEE, COPY = "protocol-ro/art-15/2.1", "protocol-ro/art-15/2.2"
END = "protocol-ro/art-15/3.2"
LATER = "2027-06-01T10:00+04:00"


def register(moment: str = "2026-06-01T10:00+04:00") -> Case:
    return case("register-1").at(moment)


def amended(**values: object) -> Case:
    return register().record(AmendmentAgreed, **values)


@pytest.mark.parametrize(("agreed", "status"), [(["GE", "RO"], Status.FULFILLED), (["GE"], Status.BREACHED)])
def test_an_amendment_is_agreed_by_both(agreed: list[str], status: Status) -> None:
    assert amended(agreed_by=agreed).judge(LATER).status(CONSENT) is status


@pytest.mark.parametrize(("separate", "status"), [(True, Status.FULFILLED), (False, Status.BREACHED)])
def test_an_amendment_is_a_document_of_its_own(separate: bool, status: Status) -> None:
    assert amended().judge(LATER).status(DOCUMENT) is Status.PENDING
    other = amended().record(AmendmentDocumented, amendment="amendment-2")
    assert other.judge(LATER).status(DOCUMENT) is Status.PENDING
    told = amended().record(AmendmentDocumented, separate_document=separate)
    assert told.judge(LATER).status(DOCUMENT) is status
    assert register().record(AmendmentDocumented).judge(LATER).status(DOCUMENT) is Status.UNDETERMINED


def notified(told: Case, instrument: str, last: str, committee: str) -> Case:
    """Georgia's notice a month before the last one, which is Romania's, and the committee's."""
    month = int(last[5:7])
    told.at(f"{last[:5]}{month - 1:02}-01T10:00+04:00").record(CompletionNoticeSent, instrument=instrument)
    told.at(f"{last}T10:00+04:00").record(CompletionNoticeSent, instrument=instrument, party="RO")
    return told.at(f"{committee}T10:00+04:00").record(JointCommitteeNotified, instrument=instrument)


def entered(on: str, last: str = "2019-05-29", committee: str = "2019-05-30") -> Case:
    told = notified(register(), "protocol-ro", last, committee)
    return told.at("2019-08-02T10:00+04:00").record(EnteredIntoForce, on=on)


@pytest.mark.parametrize(
    ("on", "last", "committee", "status", "contested"),
    [
        ("2019-06-29", "2019-05-29", "2019-05-30", Status.FULFILLED, True),
        ("2019-07-01", "2019-05-29", "2019-05-30", Status.FULFILLED, True),
        ("2019-06-28", "2019-05-29", "2019-05-30", Status.BREACHED, False),
        ("2019-06-30", "2019-05-29", "2019-05-30", Status.BREACHED, False),
        ("2019-07-15", "2019-05-29", "2019-07-15", Status.FULFILLED, False),
        ("2019-07-14", "2019-05-29", "2019-07-15", Status.BREACHED, False),
    ],
)
def test_the_recorded_day_is_one_of_the_two_readings(
    on: str, last: str, committee: str, status: Status, contested: bool
) -> None:
    verdict = entered(on, last, committee).judge(LATER).verdict(FORCE)
    assert (verdict.status, verdict.contested) == (status, contested)


def test_both_readings_and_the_recorded_day_are_shown() -> None:
    (why,) = entered("2019-06-29").judge(LATER).verdict(FORCE).reasons
    assert {name: str(value) for name, value in why.values} == {
        "rolling": "2019-06-29",
        "calendar": "2019-07-01",
        "recorded": "2019-06-29",
    }


def test_the_official_day_without_the_notices_is_neither_kept_nor_broken() -> None:
    told = register("2019-06-29T10:00+04:00").record(EnteredIntoForce)
    verdict = told.judge(LATER).verdict(FORCE)
    assert (verdict.status, verdict.awaited) == (Status.UNDETERMINED, ("CompletionNoticeSent",))


def test_a_committee_that_was_never_notified_leaves_it_open() -> None:
    told = register("2019-05-01T10:00+04:00").record(CompletionNoticeSent)
    told.record(CompletionNoticeSent, party="RO").at("2019-07-01T10:00+04:00").record(EnteredIntoForce)
    assert told.judge(LATER).verdict(FORCE).awaited == ("JointCommitteeNotified",)


def test_an_entry_before_the_protocol_was_in_force_is_not_judged_by_it() -> None:
    told = register("2019-06-28T10:00+04:00").record(EnteredIntoForce, on="2019-06-28")
    assert told.judge(LATER).status(FORCE) is Status.NOT_APPLICABLE


def test_an_amendment_waits_for_its_notices_then_for_its_entry() -> None:
    told = amended()
    assert told.judge(LATER).verdict(AMENDMENT_FORCE).awaited[0] == "CompletionNoticeSent"
    notified(told, "amendment-1", "2026-09-10", "2026-09-20")
    assert told.judge(LATER).verdict(AMENDMENT_FORCE).awaited == ("EnteredIntoForce",)


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2026-10-10", Status.FULFILLED),
        ("2026-11-01", Status.FULFILLED),
        ("2026-10-01", Status.BREACHED),
    ],
)
def test_an_amendment_enters_into_force_as_the_protocol_did(on: str, status: Status) -> None:
    told = notified(amended(), "amendment-1", "2026-09-10", "2026-09-20")
    told.at("2026-11-02T10:00+04:00").record(EnteredIntoForce, instrument="amendment-1", on=on)
    judged = told.judge(LATER)
    assert (judged.status(AMENDMENT_FORCE), judged.status(FORCE)) == (status, None)


def in_force() -> Case:
    return register("2019-06-29T10:00+04:00").record(EnteredIntoForce)


@pytest.mark.parametrize(
    ("norm", "model", "right", "wrong"),
    [(COMMITTEE, JointCommitteeNotified, "RO", "GE"), (COPY, CommitteeNoticeCopied, "GE", "RO")],
)
def test_romania_notifies_and_georgia_gets_the_copy(norm: str, model: type, right: str, wrong: str) -> None:
    assert in_force().judge(LATER).status(norm) is Status.PENDING
    told = in_force().record(model, party=wrong)
    assert told.judge(LATER).status(norm) is Status.BREACHED
    assert told.record(model, party=right).judge(LATER).status(norm) is Status.FULFILLED
    foreign = in_force().record(model, party=right, instrument="amendment-1")
    assert foreign.judge(LATER).status(norm) is Status.PENDING


def test_the_protocol_ends_with_the_agreement() -> None:
    told = register().record(AgreementTerminated, on="2027-01-01")
    open_ = told.judge("2026-12-31T12:00+04:00").verdict(END)
    assert (open_.status, str(open_.next_check)) == (Status.HOLDING, "2027-01-01 20:00:00+00:00")
    assert told.judge("2027-01-02T00:00+04:00").status(END) is Status.FULFILLED
    told.record(EnteredIntoForce, instrument="amendment-1", on="2027-02-01")
    assert told.judge(LATER).status(END) is Status.BREACHED


def test_an_end_beyond_all_calendars_is_still_ahead() -> None:
    told = register().record(AgreementTerminated, on="9999-12-31")
    assert told.judge(LATER).status(END) is Status.HOLDING
