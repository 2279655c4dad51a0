"""Art. 9: the transit visit of a head of government, in the time of the State Minister."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.ranks import BOTH, DAY_2003, PROTOCOL_EVENTS, Told, flags, greeted, seen_off, whole

RANK = "head_of_government"
STOP: Told = ("-1 12:00", "NeedRecorded", {"need": "stop_outside_tbilisi"})
TIME: Told = ("-1 12:00", "NeedRecorded", {"need": "time_for_dinner"})
KEPT: Told = (
    "+2 09:00",
    "ProvisionAttested",
    {"provision": "decree-386/art-9.5", "outcome": "kept", "by": "ge-state-provision-service"},
)
LOCAL = "ge-local-authority-representative"


@pytest.mark.parametrize(
    ("provision", "facts", "expected"),
    [
        ("9.2", [greeted("ge-state-minister", "ge-foreign-minister")], Status.FULFILLED),
        ("9.2", [greeted("ge-state-minister")], Status.BREACHED),
        ("9.2", [greeted("ge-president", "ge-foreign-minister")], Status.BREACHED),
        ("9.2", [], Status.BREACHED),
        ("9.3", [], Status.FULFILLED),
        ("9.3", [flags("airport", *BOTH)], Status.BREACHED),
        ("9.5", [], None),
        ("9.5", [TIME], Status.PENDING),
        ("9.5", [TIME, KEPT], Status.FULFILLED),
        ("9.5", [TIME, (KEPT[0], KEPT[1], KEPT[2] | {"outcome": "not_kept"})], Status.BREACHED),
        ("9.6", [], Status.FULFILLED),
    ],
)
def test_a_head_of_government_passing_through(
    provision: str, facts: list[Told], expected: Status | None
) -> None:
    assert whole("transit", RANK, *facts, day=DAY_2003).status(provision) is expected


@pytest.mark.parametrize("event", PROTOCOL_EVENTS, ids=lambda event: event[1])
def test_no_protocol_event_is_held(event: Told) -> None:
    assert whole("transit", RANK, event).status("9.6") is Status.BREACHED


@pytest.mark.parametrize(
    ("facts", "arrival", "departure"),
    [
        (
            [STOP, greeted(LOCAL), seen_off("ge-state-minister", "ge-mayor", LOCAL)],
            Status.FULFILLED,
            Status.FULFILLED,
        ),
        ([STOP, greeted("ge-state-minister"), seen_off("ge-mayor", LOCAL)], Status.BREACHED, Status.BREACHED),
    ],
)
def test_local_authorities_join_in_another_city(
    facts: list[Told], arrival: Status, departure: Status
) -> None:
    found = whole("transit", RANK, *facts, day=DAY_2003).all("9.4")
    assert [item.verdict.status for item in found] == [arrival, departure]


def test_today_the_prime_minister_stands_where_the_state_minister_stood() -> None:
    came = greeted("ge-prime-minister", "ge-foreign-minister")
    assert whole("transit", RANK, came).status("9.2") is Status.FULFILLED
    # Who holds the office today is general knowledge, so an absence is for a person to look at.
    assert whole("transit", RANK, greeted("ge-foreign-minister")).status("9.2") is Status.REVIEW
