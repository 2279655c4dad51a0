"""Art. 5: the transit visit of a head of state."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.ranks import BOTH, PROTOCOL_EVENTS, Told, flags, greeted, seen_off, whole
from tests.law.decree.tale import visit

STOP: Told = ("-1 12:00", "NeedRecorded", {"need": "stop_outside_tbilisi"})
TIME: Told = ("-1 12:00", "NeedRecorded", {"need": "time_for_dinner"})
KEPT: Told = (
    "+2 09:00",
    "ProvisionAttested",
    {"provision": "decree-386/art-5/3.1", "outcome": "kept", "by": "ge-state-provision-service"},
)
LOCAL = "ge-local-authority-representative"


@pytest.mark.parametrize(
    ("provision", "facts", "expected"),
    [
        ("5/1.2", [greeted("ge-president", "ge-foreign-minister")], Status.FULFILLED),
        ("5/1.2", [greeted("ge-president", "other-official")], Status.FULFILLED),
        ("5/1.2", [greeted("ge-president")], Status.BREACHED),
        ("5/1.2", [greeted("ge-president", "guest-embassy-diplomat", "interpreter")], Status.BREACHED),
        ("5/1.2", [greeted("ge-foreign-minister")], Status.BREACHED),
        ("5/1.2", [], Status.BREACHED),
        ("5/1.3", [], Status.FULFILLED),
        ("5/1.3", [flags("airport", *BOTH)], Status.BREACHED),
        ("5/1.3", [flags("vip_hall", *BOTH)], Status.BREACHED),
        ("5/1.3", [flags("residence", *BOTH)], Status.FULFILLED),
        ("5/3.1", [], None),
        ("5/3.1", [TIME], Status.PENDING),
        ("5/3.1", [TIME, KEPT], Status.FULFILLED),
        ("5/3.1", [TIME, (KEPT[0], KEPT[1], KEPT[2] | {"outcome": "not_kept"})], Status.BREACHED),
        ("5/3.2", [], Status.FULFILLED),
    ],
)
def test_a_head_of_state_passing_through(provision: str, facts: list[Told], expected: Status | None) -> None:
    assert whole("transit", "head_of_state", *facts).status(provision) is expected


@pytest.mark.parametrize("event", PROTOCOL_EVENTS, ids=lambda event: event[1])
def test_no_protocol_event_is_held_and_no_exception_helps(event: Told) -> None:
    decided: Told = ("-5 12:00", "DecisionTaken", {"subject": "exception_to_rule"})
    assert whole("transit", "head_of_state", decided, event).status("5/3.2") is Status.BREACHED


@pytest.mark.parametrize(
    ("facts", "arrival", "departure"),
    [
        (
            [STOP, greeted(LOCAL), seen_off("ge-president", "ge-mayor", LOCAL)],
            Status.FULFILLED,
            Status.FULFILLED,
        ),
        ([STOP, greeted("ge-president"), seen_off("ge-president", LOCAL)], Status.BREACHED, Status.BREACHED),
    ],
)
def test_local_authorities_join_in_another_city(
    facts: list[Told], arrival: Status, departure: Status
) -> None:
    found = whole("transit", "head_of_state", *facts).all("5/2")
    assert [item.verdict.status for item in found] == [arrival, departure]


def test_in_tbilisi_no_local_authority_is_asked_for() -> None:
    assert whole("transit", "head_of_state").all("5/2") == []


def test_a_landing_elsewhere_is_a_stop_in_another_city() -> None:
    tale = visit("transit").tell("12:00", "AircraftLanded", airport="other_place")
    assert tale.status("5/2") is Status.PENDING


def test_of_the_farewell_in_tbilisi_the_text_is_silent() -> None:
    assert len(whole("transit", "head_of_state").all("5/1.2")) == 1
