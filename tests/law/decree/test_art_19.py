"""Art. 19: wreaths are laid on the grave of the unknown soldier."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.verdict import Status
from tests.law.decree.ceremony import begin, ceremony, end, step
from tests.law.decree.tale import Tale

#: The judged steps of the laying in the order of the text, with what each says.
STEPS = {
    "19/3.1": ("StepTaken", {"step": "wreath_carried", "by": ["ge-honour-guard-officer"], "count": 2}),
    "19/3.5": ("AnthemsPlayed", {"order": ["guest_state_anthem", "georgian_state_anthem"]}),
    "19/3.7": ("StepTaken", {"step": "guard_marches_past", "by": ["ge-honour-guard"]}),
}


def laying(**more: object) -> Tale:
    return begin(ceremony("wreath_laying", guest_state="RO", guest_rank="head_of_state", **more))


def walk(order: list[str]) -> Tale:
    """Take steps five minutes apart in an order of their provisions, then end the ceremony."""
    tale = step(laying(), "12:06", "guest_follows_wreath", by=["main-guest"])
    for number, name in enumerate(order, 1):
        event, data = STEPS[name]
        tale.tell(f"12:{5 * number:02}", event, activity="wreath_laying", **data)
    return end(tale)


@pytest.mark.parametrize(
    ("brought", "expected"),
    [("11:30", Status.FULFILLED), ("11:30:01", Status.FULFILLED_LATE)],
)
def test_the_embassy_brings_the_wreath_half_an_hour_before(brought: str, expected: Status) -> None:
    tale = step(ceremony("wreath_laying"), brought, "wreath_brought", by=["guest-embassy"])
    assert begin(tale).status("19/1.1") is expected


def test_a_wreath_that_somebody_else_brought_is_a_breach() -> None:
    tale = step(ceremony("wreath_laying"), "11:00", "wreath_brought", by=["ge-honour-guard"])
    assert begin(tale).status("19/1.1") is Status.BREACHED


def test_a_wreath_that_never_came_is_open_until_the_ceremony_begins() -> None:
    tale = ceremony("wreath_laying")
    assert tale.status("19/1.1", "11:45") is Status.PENDING
    assert begin(tale).status("19/1.1", "12:01") is Status.BREACHED


@pytest.mark.parametrize(("left", "expected"), [(4, Status.FULFILLED), (3, Status.BREACHED)])
def test_four_soldiers_stand_on_each_side(left: int, expected: Status) -> None:
    tale = laying().tell(
        "11:50", "HonourGuardFormed", formation="posted", place="memorial", right=4, left=left
    )
    assert tale.status("19/1.2") is expected


def test_the_minister_of_defence_is_there_and_brings_the_guest() -> None:
    there = [{"office": "ge-defence-minister"}]
    tale = laying().tell("12:00", "OfficialsPresent", role="attendance", present=there)
    assert tale.status("19/2.1") is Status.PENDING
    tale.tell("11:50", "PersonsEscorted", who=["main-guest"], by=["ge-defence-minister"], place="memorial")
    assert tale.status("19/2.1") is Status.FULFILLED


def test_a_guest_who_came_alone_is_a_breach_though_the_minister_was_there() -> None:
    there = [{"office": "ge-defence-minister"}]
    tale = end(laying().tell("12:00", "OfficialsPresent", role="attendance", present=there))
    assert tale.status("19/2.1") is Status.BREACHED


def test_in_the_order_of_the_text_every_step_is_kept() -> None:
    tale = walk(list(STEPS))
    assert {tale.status(name) for name in STEPS} == {Status.FULFILLED}


def test_only_the_first_step_out_of_order_is_reported() -> None:
    tale = walk(["19/3.7", "19/3.1", "19/3.5"])
    assert [tale.status(name) for name in STEPS] == [Status.FULFILLED, Status.FULFILLED, Status.BREACHED]


def test_each_missing_step_is_reported_and_nothing_else() -> None:
    tale = walk(["19/3.1"])
    assert [tale.status(name) for name in STEPS] == [Status.FULFILLED, Status.BREACHED, Status.BREACHED]


@pytest.mark.parametrize("count", [1, 3])
def test_two_officers_carry_the_wreath(count: int) -> None:
    tale = step(laying(), "12:06", "guest_follows_wreath", by=["main-guest"])
    step(tale, "12:05", "wreath_carried", by=["ge-honour-guard-officer"], count=count)
    assert tale.status("19/3.1") is Status.BREACHED


def test_a_wreath_that_the_guest_does_not_follow_is_a_breach() -> None:
    tale = step(laying(), "12:05", "wreath_carried", by=["ge-honour-guard-officer"], count=2)
    assert end(tale).status("19/3.1") is Status.BREACHED


def test_the_anthem_of_the_guest_comes_first() -> None:
    order = ["georgian_state_anthem", "guest_state_anthem"]
    tale = laying().tell("12:20", "AnthemsPlayed", activity="wreath_laying", order=order)
    assert tale.status("19/3.5") is Status.BREACHED


def test_a_recorded_silence_after_the_anthems_breaks_the_order_of_the_anthems() -> None:
    tale = laying().tell("12:15", STEPS["19/3.5"][0], activity="wreath_laying", **STEPS["19/3.5"][1])
    step(tale, "12:20", "minute_of_silence")
    assert tale.status("19/3.5") is Status.BREACHED
    assert tale.status("19/3.4") is Status.PENDING


def test_a_recorded_silence_before_the_wreath_is_out_of_place_itself() -> None:
    tale = step(laying(), "12:01", "minute_of_silence")
    step(tale, "12:05", "wreath_carried", by=["ge-honour-guard-officer"], count=2)
    assert tale.status("19/3.4") is Status.BREACHED


def test_an_officer_vouches_for_the_silence() -> None:
    tale = laying().tell(
        "12:40",
        "ProvisionAttested",
        provision="decree-386/art-19/3.4",
        outcome="kept",
        by="ge-state-protocol-service",
    )
    assert tale.status("19/3.4") is Status.FULFILLED


def test_a_wreath_of_a_speaker_is_not_governed() -> None:
    tale = begin(ceremony("wreath_laying", guest_rank="speaker"))
    assert tale.status("19/1.1") is None


def test_what_belongs_to_a_ceremony_that_was_called_off_falls_away() -> None:
    tale = ceremony("wreath_laying").tell("-1 10:00", "CaseCancelled", reason="the visit was put off")
    assert tale.status("19/1.1") is Status.DISCHARGED
    assert tale.status("19/2.1") is Status.DISCHARGED
    assert tale.status("19/3.7") is Status.DISCHARGED


def test_the_law_of_the_day_of_the_ceremony_is_asked() -> None:
    tale = begin(ceremony("wreath_laying", date(2001, 10, 20), registered="-15 10:00"))
    assert tale.status("19/3.7", "12:30") is Status.PENDING
    early = begin(ceremony("wreath_laying", date(2001, 10, 15), registered="-15 10:00"))
    assert early.status("19/3.7", "12:30") is Status.NOT_APPLICABLE
