"""Art. 10: the unofficial visit of a head of government."""

from __future__ import annotations

import pytest

from domain.law.verdict import Severity, Status
from tests.law.decree.ranks import (
    BOTH,
    DAY_2003,
    GEORGIA,
    GUEST,
    PROTOCOL_EVENTS,
    Told,
    flags,
    greeted,
    seen_off,
    whole,
)

RANK = "head_of_government"
BEFORE: Told = ("-5 12:00", "DecisionTaken", {"subject": "exception_to_rule", "ground": "an old friend"})
AFTER: Told = ("+1 12:00", "DecisionTaken", {"subject": "exception_to_rule"})


@pytest.mark.parametrize("event", PROTOCOL_EVENTS, ids=lambda event: event[1])
def test_as_a_rule_no_protocol_event_is_held(event: Told) -> None:
    (found,) = whole("unofficial", RANK, event).all("10.1")
    assert found.verdict.status is Status.BREACHED
    assert found.severity is Severity.MILD


def test_an_exception_that_was_decided_beforehand_excuses() -> None:
    event = PROTOCOL_EVENTS[0]
    assert whole("unofficial", RANK, BEFORE, event).status("10.1") is Status.EXCUSED
    assert whole("unofficial", RANK, event, AFTER).status("10.1") is Status.BREACHED


def test_nothing_is_held() -> None:
    assert whole("unofficial", RANK).status("10.1") is Status.FULFILLED


@pytest.mark.parametrize("outcome", ["kept", "not_kept"])
def test_the_programme_of_each_visit_is_vouched_for(outcome: str) -> None:
    stated = {"provision": "decree-386/art-10.2", "outcome": outcome, "by": "ge-state-protocol-service"}
    tale = whole("unofficial", RANK, ("10:00", "ProvisionAttested", stated))
    assert tale.status("10.2") is (Status.FULFILLED if outcome == "kept" else Status.BREACHED)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("airport", Status.BREACHED),
        ("route", Status.BREACHED),
        ("programme_sites", Status.BREACHED),
        ("residence", Status.FULFILLED),
        ("main_car", Status.FULFILLED),
    ],
)
def test_flags_are_not_displayed(place: str, expected: Status) -> None:
    verdict = whole("unofficial", RANK, flags(place, *BOTH)).verdict("10.3")
    assert verdict.status is expected
    assert verdict.contested is (place in ("residence", "main_car"))


def test_without_flags_nothing_is_contested() -> None:
    verdict = whole("unofficial", RANK).verdict("10.3")
    assert (verdict.status, verdict.contested) == (Status.FULFILLED, False)


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        (("ge-state-minister",), Status.FULFILLED),
        (("ge-deputy-state-minister",), Status.FULFILLED),
        (("ge-foreign-minister",), Status.BREACHED),
    ],
)
def test_who_greets_and_sees_off(offices: tuple[str, ...], expected: Status) -> None:
    tale = whole("unofficial", RANK, greeted(*offices), seen_off(*offices), day=DAY_2003)
    assert [item.verdict.status for item in tale.all("10.4")] == [expected, expected]


def test_flags_that_hang_for_another_rank_are_another_matter() -> None:
    assert whole("official", RANK, flags("airport", GUEST, GEORGIA)).status("10.3") is None
