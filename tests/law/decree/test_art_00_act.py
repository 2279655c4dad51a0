"""The enacting clause: instructions of the State Protocol Service bind whom they are given to, in any kind of case."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import Tale

CLAUSE = "decree-386/decree/2"
CASES = ["visit-i-1", "outgoing-i-1", "reception-i-1", "credentials-i-1", "ceremony-i-1"]


def instructed(case_id: str = "visit-i-1") -> Tale:
    return Tale(case_id).tell("-5 10:00", "InstructionIssued", to="ge-tbilisi-city-hall")


@pytest.mark.parametrize("case_id", CASES)
def test_an_instruction_waits_for_its_answer_in_every_kind_of_case(case_id: str) -> None:
    assert instructed(case_id).status(CLAUSE) is Status.PENDING


@pytest.mark.parametrize("case_id", CASES)
@pytest.mark.parametrize(("complied", "expected"), [(True, Status.FULFILLED), (False, Status.BREACHED)])
def test_the_answer_decides(case_id: str, complied: bool, expected: Status) -> None:
    tale = instructed(case_id)
    tale.tell("-4 10:00", "InstructionAnswered", by="ge-tbilisi-city-hall", complied=complied)
    assert tale.status(CLAUSE) is expected


def test_another_body_cannot_answer_it() -> None:
    tale = instructed().tell("-4 10:00", "InstructionAnswered", by="ge-mfa", complied=True)
    assert tale.status(CLAUSE) is Status.PENDING


def test_what_was_said_before_the_instruction_answers_nothing() -> None:
    tale = instructed().tell("-6 10:00", "InstructionAnswered", by="ge-tbilisi-city-hall", complied=True)
    assert tale.status(CLAUSE) is Status.PENDING


def test_a_body_that_first_refuses_may_comply_later() -> None:
    tale = instructed().tell("-4 10:00", "InstructionAnswered", by="ge-tbilisi-city-hall", complied=False)
    tale.tell("-3 10:00", "InstructionAnswered", by="ge-tbilisi-city-hall", complied=True)
    assert tale.status(CLAUSE) is Status.FULFILLED


def test_two_instructions_to_one_body_are_answered_in_turn() -> None:
    tale = instructed().tell("-5 11:00", "InstructionIssued", to="ge-tbilisi-city-hall")
    tale.tell("-4 10:00", "InstructionAnswered", by="ge-tbilisi-city-hall", complied=False)
    tale.tell("-4 11:00", "InstructionAnswered", by="ge-tbilisi-city-hall", complied=True)
    assert [item.verdict.status for item in tale.all(CLAUSE)] == [Status.BREACHED, Status.FULFILLED]


def test_an_officer_can_say_that_it_lay_outside_the_competence() -> None:
    tale = instructed().tell("-4 10:00", "InstructionAnswered", by="ge-tbilisi-city-hall", complied=False)
    tale.tell(
        "-3 10:00",
        "ProvisionAttested",
        provision=CLAUSE,
        outcome="not_applicable",
        by="ge-state-protocol-service",
    )
    assert tale.status(CLAUSE) is Status.NOT_APPLICABLE
