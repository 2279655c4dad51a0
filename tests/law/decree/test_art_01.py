"""Art. 1: once per tenure, and what an official visit's programme holds."""

from __future__ import annotations

import pytest

from domain.law.verdict import Severity, Status
from tests.law.decree.tale import Tale, visit


def landed(tale: Tale) -> Tale:
    return tale.tell("12:00", "AircraftLanded")


def departed(tale: Tale) -> Tale:
    return landed(tale).tell("+2 11:00", "AircraftDeparted")


@pytest.mark.parametrize(
    ("earlier", "expected"), [(None, Status.UNDETERMINED), (0, Status.FULFILLED), (1, Status.BREACHED)]
)
def test_one_state_visit_in_a_tenure(earlier: int | None, expected: Status) -> None:
    more = {} if earlier is None else {"earlier_state_visits": earlier}
    assert landed(visit("state", **more)).status("1/2.2") is expected


def test_a_second_state_visit_waits_for_a_special_case_until_it_begins() -> None:
    assert visit("state", earlier_state_visits=1).status("1/2.2") is Status.PENDING


def test_a_special_case_permits_another_and_is_then_vouched_for() -> None:
    tale = landed(visit("state", earlier_state_visits=2))
    assert tale.status("1/2.3") is None
    tale.tell("-9 12:00", "DecisionTaken", subject="special_case")
    assert tale.status("1/2.2") is Status.FULFILLED
    assert tale.status("1/2.3") is Status.PENDING


def test_the_limit_does_not_speak_of_official_visits() -> None:
    assert visit("official", earlier_state_visits=3).status("1/2.2") is None


def programme(tale: Tale, *items: str) -> Tale:
    return tale.tell("-9 12:00", "ProgrammeApproved", programme="main_programme", items=list(items))


def test_the_programme_holds_dinner_performance_and_sights() -> None:
    tale = programme(visit(), "dinner", "performance")
    assert tale.status("1/3.3") is Status.PENDING
    assert tale.plan("sightseeing", "+1 10:00").status("1/3.3") is Status.FULFILLED


def test_what_neither_stands_in_it_nor_was_left_out_is_missing_at_the_end() -> None:
    verdict = departed(programme(visit(), "dinner")).verdict("1/3.3")
    assert verdict.status is Status.BREACHED
    assert dict(verdict.reasons[0].values)["items"] == ("performance", "sightseeing")


@pytest.mark.parametrize("rank", ["head_of_state", "head_of_government", "speaker", "foreign_minister"])
def test_what_was_expressly_left_out_is_no_shortfall(rank: str) -> None:
    tale = programme(visit(rank=rank), "dinner", "sightseeing")
    tale.tell("-8 12:00", "DecisionTaken", subject="exception_to_rule", activity="performance")
    assert departed(tale).status("1/3.3") is Status.FULFILLED


def test_an_item_taken_out_with_a_reason_was_left_out() -> None:
    tale = programme(visit(), "dinner", "sightseeing").plan("performance", "+1 19:00")
    tale.tell("+1 15:00", "ProgrammeItemCancelled", activity="performance", reason="Sample reason")
    assert departed(tale).status("1/3.3") is Status.FULFILLED


def test_a_missing_signing_weighs_little() -> None:
    (found,) = departed(visit()).all("1/3.5")
    assert (found.verdict.status, found.severity) == (Status.BREACHED, Severity.MILD)


def test_a_planned_signing_is_enough() -> None:
    assert visit().plan("signing", "+1 12:00").status("1/3.5") is Status.FULFILLED


def test_more_may_be_in_the_programme() -> None:
    assert visit().status("1/3.4") is Status.NOT_APPLICABLE
    assert programme(visit(), "wreath_laying").status("1/3.4") is Status.FULFILLED


def test_a_visit_called_off_owes_no_programme() -> None:
    tale = visit().tell("-5 12:00", "CaseCancelled", reason="Sample reason")
    assert tale.status("1/3.3") is Status.DISCHARGED
