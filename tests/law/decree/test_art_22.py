"""Art. 22: the President presents State awards."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.verdict import Status
from tests.law.decree.ceremony import begin, ceremony, end
from tests.law.decree.tale import Tale

DAY = date(2003, 9, 15)
COMPANY = [
    "ge-first-deputy-state-minister",
    "ge-deputy-head-state-chancellery",
    "ge-head-state-protocol",
]
AWARD = ["state_award_insignia"]
STEPS: dict[str, tuple[str, dict[str, object]]] = {
    "22/3.1": ("StepTaken", {"step": "act_of_award_read", "by": ["ge-first-deputy-state-minister"]}),
    "22/3.2": ("AwardHanded", {"items": AWARD, "by": COMPANY[1], "to": "ge-president"}),
    "22/3.3": ("AwardHanded", {"items": AWARD, "by": "ge-president", "to": "award-recipient"}),
    "22/3.4": ("FlowersPresented", {"to": "award-recipient", "by": "ge-head-awards-section"}),
    "22/3.5": ("SpeechDelivered", {"by": "ge-president"}),
    "22/3.6": ("StepTaken", {"step": "commemorative_photograph", "by": ["ge-president", "award-recipient"]}),
}


def award(day: date = DAY, when: str = "12:00") -> Tale:
    return begin(ceremony("state_award", day), when, place="awards_conference_hall")


def there(tale: Tale, offices: list[str], role: str) -> Tale:
    present = [{"office": office} for office in offices]
    return tale.tell("12:01", "OfficialsPresent", role=role, activity="state_award", present=present)


def whole(order: list[str], day: date = DAY) -> Tale:
    tale = award(day).tell("11:00", "NeedRecorded", need="recipient_or_companion_is_lady")
    for number, name in enumerate(order, 1):
        event, data = STEPS[name]
        tale.tell(f"12:{5 * number:02}", event, activity="state_award", **data)
    return end(tale)


@pytest.mark.parametrize(
    ("came", "began", "expected"),
    [
        ("11:30", "12:00", Status.FULFILLED),
        ("11:30:01", "12:00", Status.FULFILLED_LATE),
        ("11:40", "12:10", Status.FULFILLED),
        ("11:30", "11:55", Status.EXCUSED),
    ],
)
def test_those_honoured_come_in_thirty_minutes_before(came: str, began: str, expected: Status) -> None:
    tale = award(when=began).tell(came, "PersonsArrived", who=["award-recipient"], place="entrance_3")
    assert tale.status("22/1.2") is expected


def test_another_entrance_is_a_breach() -> None:
    tale = award().tell("11:20", "PersonsArrived", who=["award-recipient"], place="residence_entrance")
    assert tale.status("22/1.2") is Status.BREACHED


def test_the_last_of_those_honoured_counts() -> None:
    tale = award().tell("11:20", "PersonsArrived", who=["award-recipient"], place="entrance_3")
    tale.tell("11:45", "PersonsArrived", who=["award-recipient"], place="entrance_3")
    assert tale.status("22/1.2") is Status.FULFILLED_LATE


@pytest.mark.parametrize(
    ("place", "expected"),
    [("awards_conference_hall", Status.FULFILLED), ("ceremonies_hall", Status.BREACHED)],
)
def test_it_is_held_in_the_conference_hall(place: str, expected: Status) -> None:
    assert begin(ceremony("state_award", DAY), place=place).status("22/1.1") is expected


@pytest.mark.parametrize(
    ("place", "expected"), [("hall_centre", Status.FULFILLED), ("residence_entrance", Status.BREACHED)]
)
def test_the_flag_stands_in_the_central_place(place: str, expected: Status) -> None:
    tale = award().tell("11:00", "FlagsDisplayed", place=place, flags=["georgian_state_flag"])
    assert tale.status("22/1.3") is expected


@pytest.mark.parametrize("missing", COMPANY)
def test_each_of_those_who_come_in_with_the_president_is_wanted(missing: str) -> None:
    assert there(award(), COMPANY, "accompaniment").status("22/2.1") is Status.FULFILLED
    others = [*(item for item in COMPANY if item != missing), "ge-mayor"]
    assert end(there(award(), others, "accompaniment")).status("22/2.1") is Status.BREACHED


def test_offices_of_general_knowledge_only_call_for_a_review_even_where_nobody_was_recorded() -> None:
    assert end(award(date(2026, 6, 15))).status("22/2.1") is Status.REVIEW
    assert end(award()).status("22/2.1") is Status.BREACHED


def test_members_of_the_government_may_attend() -> None:
    assert end(award()).status("22/2.2") is Status.NOT_APPLICABLE
    assert there(award(), ["ge-foreign-minister"], "attendance").status("22/2.2") is Status.FULFILLED
    assert there(award(), ["journalist"], "attendance").status("22/2.2") is Status.NOT_APPLICABLE


def test_it_is_filmed_and_photographed() -> None:
    assert (
        there(award(), ["tv-operator", "photo-correspondent"], "media").status("22/2.3") is Status.FULFILLED
    )
    assert end(there(award(), ["tv-operator"], "media")).status("22/2.3") is Status.BREACHED


def test_in_the_order_of_the_text_every_step_is_kept() -> None:
    tale = whole(list(STEPS))
    assert {name: tale.status(name) for name in STEPS} == dict.fromkeys(STEPS, Status.FULFILLED)


@pytest.mark.parametrize("gone", list(STEPS))
def test_a_missing_step_is_reported_alone(gone: str) -> None:
    tale = whole([name for name in STEPS if name != gone])
    assert [name for name in STEPS if tale.status(name) is Status.BREACHED] == [gone]


def test_a_speech_before_the_award_is_the_only_step_reported() -> None:
    tale = whole(["22/3.1", "22/3.5", "22/3.2", "22/3.3", "22/3.4", "22/3.6"])
    assert [name for name in STEPS if tale.status(name) is Status.BREACHED] == ["22/3.5"]


def test_flowers_are_for_ladies_only() -> None:
    assert end(award()).status("22/3.4") is None


def test_the_section_head_who_gives_flowers_needs_no_place_on_the_list() -> None:
    tale = there(whole(list(STEPS)), COMPANY, "accompaniment")
    assert tale.status("22/2.1") is Status.FULFILLED
    assert tale.status("22/3.4") is Status.FULFILLED


def test_one_of_those_honoured_by_another_entrance_is_a_breach() -> None:
    tale = award().tell("11:20", "PersonsArrived", who=["award-recipient"], place="entrance_3")
    tale.tell("11:25", "PersonsArrived", who=["award-recipient"], place="residence_entrance")
    assert tale.status("22/1.2") is Status.BREACHED
