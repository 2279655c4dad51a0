"""Art. 11: the official visit of a parliamentary delegation led by its speaker."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.ranks import (
    BOTH,
    GEORGIA,
    GUEST,
    STANDARD,
    Told,
    flags,
    greeted,
    placed,
    rode,
    seen_off,
    whole,
)
from tests.law.decree.tale import Tale

RANK = "speaker"
ALL = ("ge-speaker", "ge-chair-foreign-relations-committee", "ge-parliament-member", "guest-embassy-diplomat")


@pytest.mark.parametrize(
    ("provision", "facts", "expected"),
    [
        (
            "11/1.1",
            [
                flags("airport", *BOTH, activity="arrival"),
                flags("airport", *BOTH, when="+2 09:00", activity="departure"),
            ],
            [Status.FULFILLED, Status.FULFILLED],
        ),
        (
            "11/1.1",
            [
                flags("airport", *BOTH, activity="arrival"),
                flags("airport", GEORGIA, when="+2 09:00", activity="departure"),
            ],
            [Status.FULFILLED, Status.BREACHED],
        ),
        ("11/1.2", [placed("carpet")], [Status.FULFILLED, Status.BREACHED]),
        ("11/1.2", [placed("carpet"), placed("carpet", "departure", "+2 10:00")], [Status.FULFILLED] * 2),
        ("11/2.1", [greeted(*ALL)], [Status.FULFILLED]),
        ("11/2.1", [greeted(*ALL[1:])], [Status.BREACHED]),
        ("11/2.1", [greeted(*ALL[:2], ALL[3])], [Status.BREACHED]),
        ("11/2.1", [greeted(*ALL[:3])], [Status.BREACHED]),
        ("11/3.1", [flags("main_car", *BOTH)], [Status.FULFILLED]),
        ("11/3.1", [flags("main_car", STANDARD, GEORGIA)], [Status.BREACHED]),
        ("11/3.2", [rode("from_airport", 7, 1), rode("to_airport", 7, 1)], [Status.FULFILLED] * 2),
        ("11/3.2", [rode("from_airport", 7, 1), rode("to_airport", 7)], [Status.FULFILLED, Status.BREACHED]),
        ("11/3.3", [rode("from_airport", 7, 1), rode("to_airport", 7)], [Status.FULFILLED] * 2),
        ("11/3.3", [rode("from_airport", 8, 1), rode("to_airport", 6)], [Status.BREACHED] * 2),
        ("11/4", [flags("residence", GUEST)], [Status.FULFILLED]),
        ("11/4", [flags("residence", GEORGIA)], [Status.BREACHED]),
        ("11/4", [], [Status.BREACHED]),
    ],
)
def test_an_official_visit_of_a_speaker(provision: str, facts: list[Told], expected: list[Status]) -> None:
    found = whole("official", RANK, *facts).all(provision)
    assert [item.verdict.status for item in found] == expected


@pytest.mark.parametrize(
    ("came", "seen", "expected"),
    [
        ("ge-speaker", "ge-speaker", [Status.FULFILLED, Status.FULFILLED]),
        ("ge-speaker", "", [Status.FULFILLED, Status.BREACHED]),
        ("", "ge-speaker", [Status.BREACHED, Status.FULFILLED]),
    ],
)
def test_the_speaker_brings_a_spouse_where_the_guest_does(
    came: str, seen: str, expected: list[Status]
) -> None:
    facts = (greeted(*ALL, spouse=came), seen_off("ge-speaker", spouse=seen))
    found = whole("official", RANK, *facts, with_spouse=True).all("11/5")
    assert [item.verdict.status for item in found] == expected


def test_a_guest_without_spouse_asks_for_none() -> None:
    assert whole("official", RANK, greeted(*ALL)).all("11/5") == []


def test_the_spouse_named_by_an_office_of_its_own_will_do() -> None:
    facts = (greeted(*ALL, "ge-speaker-spouse"), seen_off("ge-speaker", "ge-speaker-spouse"))
    found = whole("official", RANK, *facts, with_spouse=True).all("11/5")
    assert [item.verdict.status for item in found] == [Status.FULFILLED, Status.FULFILLED]


def test_the_absence_of_the_speaker_counts_once() -> None:
    tale = whole("official", RANK, greeted(*ALL[1:]), with_spouse=True)
    assert tale.status("11/2.1") is Status.BREACHED
    assert next(item.verdict.status for item in tale.all("11/5")) is Status.NOT_APPLICABLE


def test_without_an_embassy_no_diplomat_is_asked_for() -> None:
    tale = whole("official", RANK, greeted(*ALL[:3]), embassy_in_georgia=False)
    assert tale.status("11/2.1") is Status.FULFILLED


@pytest.mark.parametrize(("outcome", "expected"), [("kept", Status.FULFILLED), ("not_kept", Status.BREACHED)])
def test_further_greeters_are_vouched_for(outcome: str, expected: Status) -> None:
    stated = {"provision": "decree-386/art-11/2.2", "outcome": outcome, "by": "ge-parliament"}
    assert whole("official", RANK, ("11:00", "ProvisionAttested", stated)).status("11/2.2") is expected


def test_anthem_and_guard_are_neither_required_nor_forbidden() -> None:
    played = ("12:05", "AnthemsPlayed", {"order": ["guest_state_anthem"], "activity": "arrival"})
    with_anthem, without = whole("official", RANK, played), whole("official", RANK)

    def deviations(tale: Tale) -> list[str]:
        return [
            item.id for item in tale.report().obligations if "/art-11/" in item.norm.id and item.is_deviation
        ]

    assert len(deviations(with_anthem)) == len(deviations(without))
