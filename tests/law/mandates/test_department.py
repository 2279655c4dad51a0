"""Tasks of the department: mandates, opinions after consultation, due days, chapters of talking points."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.mandates.register import mandates, units
from domain.law.mandates.resolving import resolve
from domain.law.verdict import Status, Verdict
from tests.law.decree.tale import Tale

DEPARTMENT = "ge-security-policy-department"
OPINION = "mfa-dept/task-7.2"


def opinion(**more: object) -> Tale:
    tale = Tale("treaty-tale-1")
    return tale.tell(
        "09:00",
        "TreatyWorkRegistered",
        work="ratification",
        field="defence",
        treaty="sample treaty",
        responsible=DEPARTMENT,
        **more,
    )


def status(tale: Tale, norm: str, as_of: str = "+30 12:00") -> Status:
    (found,) = [item for item in tale.report(as_of).obligations if item.norm.id == norm]
    return found.verdict.status


def consult(tale: Tale, when: str) -> Tale:
    return tale.tell(
        when, "CoordinationStepTaken", by=DEPARTMENT, bodies=["ge-defence-ministry"], consulted=True
    )


def prepared(tale: Tale, when: str) -> Tale:
    return tale.tell(when, "TreatyOpinionStageReached", stage="opinion_prepared", by=DEPARTMENT)


def test_an_opinion_after_consultation_is_kept() -> None:
    assert status(prepared(consult(opinion(), "+1 10:00"), "+2 10:00"), OPINION) is Status.FULFILLED


def test_a_consultation_after_the_opinion_does_not_count() -> None:
    assert status(consult(prepared(opinion(), "+1 10:00"), "+2 10:00"), OPINION) is Status.BREACHED


@pytest.mark.parametrize(
    ("when", "expected"),
    [("+5 23:59:59", Status.FULFILLED), ("+6 00:00", Status.FULFILLED_LATE)],
)
def test_the_due_day_ends_at_midnight_in_tbilisi(when: str, expected: Status) -> None:
    assert status(prepared(consult(opinion(due_on="2026-06-20"), "+1 10:00"), when), OPINION) is expected


def test_an_undertaking_past_its_day_is_overdue_without_any_fact() -> None:
    tale = Tale("treaty-tale-2").tell(
        "09:00",
        "TreatyWorkRegistered",
        work="undertaking",
        field="arms_control",
        treaty="sample treaty",
        responsible=DEPARTMENT,
        due_on="2026-06-20",
    )
    before, after = tale.report("+5 12:00"), tale.report("+6 00:00")
    assert (before.status.code, after.status.code) == ("registered", "overdue")
    assert before.next_check == after.status.since


def undertaking(**more: object) -> Tale:
    return Tale("treaty-tale-3").tell(
        "09:00",
        "TreatyWorkRegistered",
        work="undertaking",
        field="arms_control",
        treaty="sample treaty",
        responsible=DEPARTMENT,
        due_on="2026-06-20",
        **more,
    )


def coordination(tale: Tale, as_of: str) -> Verdict:
    (found,) = [item for item in tale.report(as_of).obligations if item.norm.id == "mfa-dept/task-6"]
    return found.verdict


def test_the_day_of_an_undertaking_is_due_and_its_passing_is_said_without_blame() -> None:
    before, after = coordination(undertaking(), "+5 12:00"), coordination(undertaking(), "+6 00:00")
    assert before.window is not None
    assert before.next_check == before.window.proposed.cutoff
    assert (before.status, after.status) == (Status.PENDING, Status.PENDING)
    assert "due_day_passed" in [item.key for item in after.reasons]
    assert "due_day_passed" not in [item.key for item in before.reasons]


@pytest.mark.parametrize(("when", "late"), [("+5 12:00", False), ("+6 12:00", True)])
def test_an_undertaking_that_was_performed_is_no_longer_due(when: str, late: bool) -> None:
    verdict = coordination(undertaking().tell(when, "UndertakingPerformed", by=DEPARTMENT), "+9 12:00")
    assert verdict.window is None
    assert ("performed_after_due_day" in [item.key for item in verdict.reasons]) is late


def test_an_opinion_adopted_that_nobody_prepared_is_a_gap() -> None:
    tale = opinion().tell("+2 10:00", "TreatyOpinionStageReached", stage="opinion_adopted", by=DEPARTMENT)
    assert [gap.code for gap in tale.report().gaps] == ["opinion_not_prepared"]
    assert tale.report().status.code == "opinion_adopted"


def test_a_unit_works_under_the_mandates_of_its_department() -> None:
    day = date(2026, 6, 15)
    assert resolve("ge-nato-division", day).mandates == resolve(DEPARTMENT, day).mandates != ()


def test_an_office_without_a_mandate_is_said_to_have_none() -> None:
    tale = prepared(opinion(), "+1 10:00").tell(
        "+2 10:00", "TreatyOpinionStageReached", stage="opinion_adopted", by="ge-nobody"
    )
    assert [gap.code for gap in tale.report().gaps] == ["no_mandate"]


def test_every_unit_is_part_of_something_known() -> None:
    known = {*units(), *mandates(), "ge-mfa"}
    assert {unit.part_of for unit in units().values() if unit.part_of} <= known


def test_talking_points_without_the_chapter_show_a_gap() -> None:
    tale = Tale("reception-tale-1")
    tale.tell(
        "-9 09:00",
        "ReceptionRegistered",
        host="ge-president",
        guests="foreign_delegation",
        guest_state="RO",
    )
    tale.tell("-2 09:00", "MaterialDelivered", material="talking_points")
    assert "no_security_chapter" in [gap.code for gap in tale.report().gaps]
    tale.tell("-2 10:00", "TalkingPointsChapterGiven", by=DEPARTMENT)
    assert "no_security_chapter" not in [gap.code for gap in tale.report().gaps]
