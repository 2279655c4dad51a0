"""Art. 15: the official visit of a foreign minister."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.ranks import BOTH, GEORGIA, GUEST, Told, flags, greeted, placed, rode, seen_off, whole

RANK = "foreign_minister"
ALL = (
    "ge-foreign-minister",
    "ge-ambassador-to-guest-country",
    "ge-chair-foreign-relations-committee",
    "ge-director-diplomatic-protocol",
    "ge-mfa-official",
    "guest-ambassador",
)


@pytest.mark.parametrize(
    ("provision", "facts", "expected"),
    [
        (
            "15/1.1",
            [
                flags("airport", *BOTH, activity="arrival"),
                flags("airport", *BOTH, when="+2 09:00", activity="departure"),
            ],
            [Status.FULFILLED, Status.FULFILLED],
        ),
        ("15/1.1", [flags("airport", GUEST, activity="arrival")], [Status.BREACHED, Status.BREACHED]),
        ("15/1.2", [placed("carpet")], [Status.FULFILLED, Status.BREACHED]),
        ("15/1.2", [placed("carpet"), placed("carpet", "departure", "+2 10:00")], [Status.FULFILLED] * 2),
        ("15/2.1", [greeted(*ALL), seen_off(*ALL)], [Status.FULFILLED] * 2),
        ("15/2.1", [greeted(*ALL), seen_off(*ALL[1:])], [Status.FULFILLED, Status.BREACHED]),
        ("15/2.1", [greeted(*ALL[:5]), seen_off(*ALL[:4], ALL[5])], [Status.BREACHED] * 2),
        ("15/2.3", [greeted(*ALL, "guest-embassy-diplomat")], [Status.FULFILLED]),
        ("15/2.3", [greeted(*ALL)], [Status.BREACHED]),
        ("15/3.1", [flags("main_car", *BOTH)], [Status.FULFILLED]),
        ("15/3.1", [flags("main_car", GUEST)], [Status.BREACHED]),
        ("15/3.2", [rode("from_airport", 3), rode("to_airport", 3)], [Status.FULFILLED] * 2),
        ("15/3.2", [rode("from_airport", 7), rode("to_airport", 2)], [Status.BREACHED] * 2),
        ("15/4", [flags("residence", GUEST)], [Status.FULFILLED]),
        ("15/4", [flags("residence", GEORGIA)], [Status.BREACHED]),
    ],
)
def test_an_official_visit_of_a_foreign_minister(
    provision: str, facts: list[Told], expected: list[Status]
) -> None:
    found = whole("official", RANK, *facts).all(provision)
    assert [item.verdict.status for item in found] == expected


@pytest.mark.parametrize(
    ("spouse", "expected"), [("ge-foreign-minister", Status.FULFILLED), ("", Status.BREACHED)]
)
def test_the_foreign_minister_brings_a_spouse_where_the_guest_does(spouse: str, expected: Status) -> None:
    facts = (greeted(*ALL, spouse=spouse), seen_off(*ALL, spouse=spouse))
    found = whole("official", RANK, *facts, with_spouse=True).all("15/2.2")
    assert [item.verdict.status for item in found] == [expected, expected]


def test_a_guest_without_spouse_asks_for_none() -> None:
    assert whole("official", RANK, greeted(*ALL)).all("15/2.2") == []


def test_without_an_embassy_neither_ambassador_nor_diplomat_is_asked_for() -> None:
    tale = whole("official", RANK, greeted(*ALL[:5]), seen_off(*ALL[:5]), embassy_in_georgia=False)
    assert [item.verdict.status for item in tale.all("15/2.1")] == [Status.FULFILLED, Status.FULFILLED]
    assert tale.all("15/2.3") == []


@pytest.mark.parametrize(("outcome", "expected"), [("kept", Status.FULFILLED), ("not_kept", Status.BREACHED)])
def test_further_greeters_are_vouched_for(outcome: str, expected: Status) -> None:
    stated = {"provision": "decree-386/art-15/2.4", "outcome": outcome, "by": "ge-mfa"}
    assert whole("official", RANK, ("11:00", "ProvisionAttested", stated)).status("15/2.4") is expected
