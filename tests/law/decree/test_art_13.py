"""Art. 13: the transit visit of a speaker of parliament."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.ranks import BOTH, PROTOCOL_EVENTS, Told, flags, greeted, seen_off, whole

CATEGORY, RANK = "transit", "speaker"


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        (
            ("ge-deputy-speaker", "ge-chair-foreign-relations-committee", "ge-parliament-official"),
            Status.FULFILLED,
        ),
        (
            ("ge-deputy-speaker", "ge-deputy-chair-foreign-relations-committee", "ge-parliament-official"),
            Status.FULFILLED,
        ),
        (("ge-speaker", "ge-chair-foreign-relations-committee", "ge-parliament-official"), Status.BREACHED),
        (("ge-deputy-speaker", "ge-parliament-official"), Status.BREACHED),
        (("ge-deputy-speaker", "ge-chair-foreign-relations-committee"), Status.BREACHED),
    ],
)
def test_who_greets_and_sees_off(offices: tuple[str, ...], expected: Status) -> None:
    tale = whole(CATEGORY, RANK, greeted(*offices), seen_off(*offices))
    assert [item.verdict.status for item in tale.all("13.1")] == [expected, expected]


def test_the_farewell_is_judged_by_itself() -> None:
    tale = whole(
        CATEGORY,
        RANK,
        greeted(*("ge-deputy-speaker", "ge-chair-foreign-relations-committee", "ge-parliament-official")),
    )
    assert [item.verdict.status for item in tale.all("13.1")] == [Status.FULFILLED, Status.BREACHED]


@pytest.mark.parametrize("event", PROTOCOL_EVENTS, ids=lambda event: event[1])
def test_no_protocol_event_is_held_and_no_exception_helps(event: Told) -> None:
    decided: Told = ("-5 12:00", "DecisionTaken", {"subject": "exception_to_rule"})
    assert whole(CATEGORY, RANK, decided, event).status("13.2") is Status.BREACHED


def test_flags_are_neither_required_nor_forbidden() -> None:
    assert whole(CATEGORY, RANK).status("13.2") is Status.FULFILLED
    assert whole(CATEGORY, RANK, flags("airport", *BOTH)).status("13.2") is Status.FULFILLED
