"""Art. 21: honorary citizens receive passport, certificate and gold medal."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.verdict import Status
from tests.law.decree.ceremony import begin, ceremony, end, step
from tests.law.decree.tale import Tale

#: The State Minister's time: every office of the list is known from a document.
DAY = date(2003, 9, 15)
THINGS = ["passport", "certificate", "gold_medal"]
MEMBERS = [
    "ge-foreign-minister",
    "ge-first-deputy-state-minister",
    "ge-deputy-head-state-chancellery",
    "ge-head-international-relations",
    "ge-head-state-protocol",
    "ge-head-awards-section",
    "interpreter",
]
STEPS: dict[str, tuple[str, dict[str, object]]] = {
    "21/3.2": ("StepTaken", {"step": "act_of_award_read", "by": ["ge-first-deputy-state-minister"]}),
    "21/3.4": (
        "AwardHanded",
        {"items": THINGS, "by": "ge-deputy-head-state-chancellery", "to": "ge-president"},
    ),
    "21/3.5": ("AwardHanded", {"items": THINGS, "by": "ge-president", "to": "honorary-citizen"}),
    "21/3.6": ("FlowersPresented", {"to": "accompanying-person", "by": "ge-head-awards-section"}),
    "21/3.7": ("SpeechDelivered", {"by": "honorary-citizen"}),
    "21/4.2": (
        "StepTaken",
        {
            "step": "commemorative_photograph",
            "by": ["ge-president", "honorary-citizen"],
            "place": "at_state_flag",
        },
    ),
    "21/4.4": (
        "StepTaken",
        {"step": "president_takes_leave", "by": ["ge-president"], "place": "ceremonies_hall"},
    ),
}


def conferral(day: date = DAY, **more: object) -> Tale:
    return begin(ceremony("honorary_citizenship", day, **more), place="ceremonies_hall")


def take(tale: Tale, when: str, name: str, **other: object) -> Tale:
    event, data = STEPS[name]
    return tale.tell(when, event, activity="honorary_citizenship", **{**data, **other})


def there(tale: Tale, offices: list[str], role: str = "attendance") -> Tale:
    present = [{"office": office} for office in offices]
    return tale.tell("12:01", "OfficialsPresent", role=role, activity="honorary_citizenship", present=present)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("ceremonies_hall", Status.FULFILLED),
        ("residence", Status.BREACHED),
        (None, Status.UNDETERMINED),
    ],
)
def test_it_is_held_in_the_hall_of_ceremonies(place: str | None, expected: Status) -> None:
    assert begin(ceremony("honorary_citizenship", DAY), place=place).status("21/1.1") is expected


def test_the_state_flag_hangs_in_the_hall() -> None:
    flags = {"place": "ceremonies_hall", "flags": ["georgian_state_flag"]}
    assert conferral().tell("11:00", "FlagsDisplayed", **flags).status("21/1.2") is Status.FULFILLED
    flags["flags"] = ["guest_state_flag"]
    assert conferral().tell("11:00", "FlagsDisplayed", **flags).status("21/1.2") is Status.BREACHED


@pytest.mark.parametrize("missing", MEMBERS)
def test_each_office_of_the_list_is_wanted(missing: str) -> None:
    tale = there(conferral(), [*(item for item in MEMBERS if item != missing), "ge-mayor"])
    assert end(tale).status("21/2.1") is Status.BREACHED


def test_the_list_is_never_closed() -> None:
    assert there(conferral(), [*MEMBERS, "ge-mayor"]).status("21/2.1") is Status.FULFILLED


def test_an_office_that_the_register_does_not_know_leaves_it_undetermined() -> None:
    day = date(2026, 6, 15)
    tale = there(conferral(day), [item for item in MEMBERS if item != "ge-head-awards-section"])
    assert end(tale).status("21/2.1") is Status.UNDETERMINED


@pytest.mark.parametrize(
    ("resides", "came", "expected"),
    [
        (True, True, Status.FULFILLED),
        (True, False, Status.BREACHED),
        (None, True, Status.FULFILLED),
        (None, False, Status.UNDETERMINED),
        (False, False, None),
    ],
)
def test_the_ambassador_comes_where_the_residence_is_in_tbilisi(
    resides: bool | None, came: bool, expected: Status | None
) -> None:
    tale = conferral(ambassador_in_tbilisi=resides)
    there(tale, ["guest-ambassador"] if came else ["ge-foreign-minister"])
    assert end(tale).status("21/2.2") is expected


@pytest.mark.parametrize("missing", ["tv-operator", "photo-correspondent"])
def test_it_is_filmed_and_photographed(missing: str) -> None:
    tale = there(conferral(), ["tv-operator", "photo-correspondent"], "media")
    assert tale.status("21/2.3") is Status.FULFILLED
    other = {"tv-operator", "photo-correspondent"} - {missing}
    assert end(there(conferral(), list(other), "media")).status("21/2.3") is Status.BREACHED


def whole(order: list[str]) -> Tale:
    tale = conferral().tell("11:00", "NeedRecorded", need="recipient_or_companion_is_lady")
    for number, name in enumerate(order, 1):
        take(tale, f"12:{5 * number:02}", name)
    tale.tell("12:16", "SpeechDelivered", activity="honorary_citizenship", by="ge-president")
    return end(tale)


def test_in_the_order_of_the_text_every_step_is_kept() -> None:
    tale = whole(list(STEPS))
    assert {name: tale.status(name) for name in STEPS} == dict.fromkeys(STEPS, Status.FULFILLED)


def test_a_photograph_before_the_medal_is_the_only_step_reported() -> None:
    tale = whole(["21/3.2", "21/4.2", "21/3.4", "21/3.5", "21/3.6", "21/3.7", "21/4.4"])
    assert [name for name in STEPS if tale.status(name) is Status.BREACHED] == ["21/4.2"]


@pytest.mark.parametrize("gone", list(STEPS))
def test_a_missing_step_is_reported_alone(gone: str) -> None:
    tale = whole([name for name in STEPS if name != gone])
    assert [name for name in STEPS if tale.status(name) is Status.BREACHED] == [gone]


def test_the_president_hands_all_three_things_and_speaks() -> None:
    assert take(conferral(), "12:10", "21/3.5", items=["passport"]).status("21/3.5") is Status.BREACHED
    assert take(conferral(), "12:10", "21/3.5").status("21/3.5") is Status.PENDING
    assert end(take(conferral(), "12:10", "21/3.5")).status("21/3.5") is Status.BREACHED


def test_flowers_are_for_ladies_only() -> None:
    assert end(conferral()).status("21/3.6") is None


def test_the_decree_is_read_by_whoever_headed_the_chancellery_on_the_day() -> None:
    tale = take(conferral(), "12:05", "21/3.2", by=["ge-head-state-chancellery"])
    assert tale.status("21/3.2") is Status.FULFILLED
    assert take(conferral(), "12:05", "21/3.2", by=["ge-mayor"]).status("21/3.2") is Status.BREACHED
    later = take(conferral(date(2026, 6, 15)), "12:05", "21/3.2", by=["ge-mayor"])
    assert later.status("21/3.2") is Status.REVIEW


def test_a_companion_presented_before_the_decree_was_read_is_out_of_place() -> None:
    tale = conferral().tell(
        "12:02",
        "PersonsIntroduced",
        activity="honorary_citizenship",
        presenter="honorary-citizen",
        presented=["accompanying-person"],
        to=["ge-president"],
    )
    assert take(tale, "12:05", "21/3.2").status("21/4.1") is Status.BREACHED


def test_leave_is_taken_in_the_hall() -> None:
    tale = step(conferral(), "12:50", "president_takes_leave", by=["ge-president"], place="residence")
    assert tale.status("21/4.4") is Status.BREACHED


def test_passport_certificate_and_medal_may_be_handed_over_one_by_one() -> None:
    tale = conferral()
    for minute, thing in enumerate(THINGS):
        take(tale, f"12:2{minute}", "21/3.4", items=[thing])
    assert end(tale).status("21/3.4") is Status.FULFILLED
    without = conferral()
    for minute, thing in enumerate(THINGS[:2]):
        take(without, f"12:2{minute}", "21/3.4", items=[thing])
    assert end(without).status("21/3.4") is Status.BREACHED
