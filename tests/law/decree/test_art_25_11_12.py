"""Art. 25(11) and (12): the plan of preparatory work, the programme, and what the plan settles."""

from __future__ import annotations

from typing import Any

import pytest

from domain.events.state_protocol.things import PlanItem
from domain.law.library import load_law
from domain.law.verdict import Status
from tests.law.decree.tale import Tale, visit

ALL = [item.value for item in PlanItem]


def planned(items: list[str] | None = None, when: str = "-20 12:00", **more: Any) -> Tale:
    """A visit with a plan that settles these items, and a programme."""
    tale = visit(**more)
    tale.tell(when, "PreparationPlanApproved", items=ALL if items is None else items)
    return tale.tell("-10 12:00", "ProgrammeApproved", programme="main_programme")


def ended(tale: Tale) -> Tale:
    """The aircraft came and went as planned."""
    return tale.tell("12:00", "AircraftLanded").tell("+2 11:00", "AircraftDeparted")


def test_every_part_of_the_plan_has_its_provision() -> None:
    ids = {provision.id for pack in load_law().packs for provision in pack.provisions}
    parts = {part for part in ids if part.startswith("decree-386/art-25/12/")}
    assert parts == {f"decree-386/art-25/12/{item.value}" for item in PlanItem}
    assert len(parts) == 26
    assert len({part.split("/")[-1][0] for part in parts}) == 19


@pytest.mark.parametrize("item", ALL)
def test_a_part_is_kept_when_planned_and_done(item: str) -> None:
    tale = planned()
    provision = f"25/12/{item}"
    assert tale.status(provision) is Status.PENDING
    assert ended(planned()).status(provision) is Status.BREACHED
    assert tale.tell("-1 12:00", "PlanTaskCompleted", task=item).status(provision) is Status.FULFILLED


def test_several_tasks_may_be_reported_together() -> None:
    tale = planned().tell("-1 12:00", "PlanTaskCompleted", task="b", further=["c", "d"])
    assert [tale.status(f"25/12/{item}") for item in "bcd"] == [Status.FULFILLED] * 3
    assert tale.status("25/12/f") is Status.PENDING


def test_a_part_that_the_plan_leaves_out_is_a_breach_even_when_done() -> None:
    tale = planned(ALL[1:]).tell("-1 12:00", "PlanTaskCompleted", task="a.1")
    assert tale.status("25/12/a.1") is Status.BREACHED


def test_a_part_that_does_not_arise_is_attested_as_such() -> None:
    tale = ended(planned(["b"])).tell(
        "-3 12:00",
        "ProvisionAttested",
        provision="decree-386/art-25/12/c",
        outcome="not_applicable",
        by="ge-state-protocol-service",
    )
    assert tale.status("25/12/c") is Status.NOT_APPLICABLE


def test_a_plan_whose_items_are_unknown_leaves_its_parts_undetermined() -> None:
    assert planned([]).status("25/12/b") is Status.UNDETERMINED


def test_a_plan_that_is_missing_is_reported_once() -> None:
    deviations = [item.norm.id for item in ended(visit()).report().deviations]
    assert "decree-386/art-25/11.1" in deviations
    assert not [norm for norm in deviations if norm.startswith("decree-386/art-25/12")]


@pytest.mark.parametrize(
    ("when", "expected"),
    [("11:59", Status.FULFILLED), ("12:00", Status.FULFILLED_LATE)],
)
def test_the_plan_is_drawn_up_before_the_visit(when: str, expected: Status) -> None:
    assert ended(planned(when=when)).status("25/11.1") is expected


def test_a_plan_without_a_programme_is_not_enough() -> None:
    tale = ended(visit().tell("-20 12:00", "PreparationPlanApproved", items=ALL))
    assert tale.status("25/11.1") is Status.BREACHED


def test_whatever_the_channel_a_plan_is_due_and_missing_once() -> None:
    tale = ended(visit(channel="channel_of_ministry_or_agency"))
    tale.tell("-10 12:00", "ProgrammeApproved", programme="main_programme")
    assert tale.status("25/11.1") is Status.FULFILLED
    assert tale.status("25/11.2") is Status.BREACHED
    assert ended(planned(channel="parliamentary_channel")).status("25/11.2") is Status.FULFILLED
    assert ended(planned()).status("25/11.2") is None


def test_for_every_task_somebody_is_responsible_in_advance() -> None:
    tale = planned(["b", "c"]).tell("-9 12:00", "PlanTaskAssigned", task="b", to="ge-head-state-provision")
    assert tale.status("25/11.3") is Status.PENDING
    ended(tale)
    assert tale.status("25/11.3") is Status.BREACHED
    tale.tell("-9 12:00", "PlanTaskAssigned", task="c", to="ge-head-state-provision")
    assert tale.status("25/11.3") is Status.FULFILLED


def test_one_who_is_responsible_for_the_whole_plan_answers_for_every_task() -> None:
    tale = planned().tell("-9 12:00", "PlanTaskAssigned", to="ge-head-state-protocol")
    assert ended(tale).status("25/11.3") is Status.FULFILLED


def test_the_inferred_executor_stands_beside_the_organiser_and_says_that_it_is_inferred() -> None:
    found = {provision.id: provision for pack in load_law().packs for provision in pack.provisions}
    ramp = found["decree-386/art-25/12/a.1"]
    assert ramp.bearer_keys == ("visit-organiser", "ge-tbilisi-airport")
    assert ramp.bearer_basis == "inferred"
    assert found["decree-386/art-25/12/a.2"].bearer_keys == ("visit-organiser",)
