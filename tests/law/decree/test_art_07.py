"""Art. 7: the official visit of a head of government, in the time of the State Minister."""

from __future__ import annotations

from typing import Any

import pytest

from domain.events.state_protocol.conduct import PersonsEscorted
from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.duties import Asks
from domain.law.decree_386.forms.standing_in import standing_in
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.wanted import OneOf, Wanted
from domain.law.library import load_law
from domain.law.verdict import Status
from tests.law.decree.ranks import (
    BOTH,
    DAY_2003,
    GEORGIA,
    GUEST,
    STANDARD,
    Told,
    flags,
    greeted,
    placed,
    rode,
    seen_off,
    sides,
    whole,
)
from tests.law.decree.tale import Tale, visit

RANK = "head_of_government"
OTHERS = (
    "ge-foreign-minister",
    "ge-ambassador-to-guest-country",
    "ge-mayor",
    "ge-head-state-chancellery",
    "ge-head-international-relations",
    "ge-head-state-protocol",
    "ge-head-state-provision",
    "ge-head-press-service",
)


def chosen(*offices: str) -> Told:
    return ("-3 12:00", "DecisionTaken", {"subject": "main_greeter", "chosen": list(offices)})


def official(*facts: Told, **more: Any) -> Tale:
    return whole("official", RANK, *facts, day=DAY_2003, **more)


def statuses(tale: Tale, provision: str) -> list[Status]:
    return [item.verdict.status for item in tale.all(provision)]


PRESIDENT, MINISTER = "ge-president", "ge-state-minister"


@pytest.mark.parametrize(
    ("came", "decision", "expected"),
    [
        (PRESIDENT, PRESIDENT, Status.FULFILLED),
        (MINISTER, MINISTER, Status.FULFILLED),
        # At least one of the two: who came need not be who was chosen (note-12).
        (PRESIDENT, MINISTER, Status.FULFILLED),
        ("ge-foreign-minister", MINISTER, Status.BREACHED),
    ],
)
def test_the_president_or_the_state_minister_greets_and_sees_off(
    came: str, decision: str, expected: Status
) -> None:
    tale = official(chosen(decision), greeted(came), seen_off(came))
    assert statuses(tale, "7/1/a.1") == [expected, expected]


def test_a_choice_that_nobody_recorded_breaks_the_shipped_reading_only() -> None:
    arrival, departure = official(greeted(MINISTER), seen_off(MINISTER)).all("7/1/a.1")
    assert (arrival.verdict.status, arrival.verdict.contested) == (Status.BREACHED, True)
    assert "choice_not_recorded" in {why.key for why in arrival.verdict.reasons}
    assert departure.verdict.status is Status.FULFILLED


def test_the_choice_is_open_while_the_greeting_lasts() -> None:
    tale = visit("official", RANK, DAY_2003).tell("12:00", "AircraftLanded")
    tale.tell("12:01", "OfficialsPresent", role="greeting", present=[{"office": MINISTER}])
    arrival = tale.all("7/1/a.1", "12:10")[0].verdict
    assert (arrival.status, arrival.awaited) == (Status.PENDING, ("DecisionTaken",))


@pytest.mark.parametrize(("spouse", "expected"), [(MINISTER, Status.FULFILLED), ("", Status.BREACHED)])
def test_the_main_greeter_brings_a_spouse_where_the_guest_does(spouse: str, expected: Status) -> None:
    facts = (greeted(MINISTER, spouse=spouse), seen_off(MINISTER, spouse=spouse))
    assert statuses(official(chosen(MINISTER), *facts, with_spouse=True), "7/1/a.1") == [expected, expected]


@pytest.mark.parametrize("missing", OTHERS)
def test_each_of_the_other_officials_is_asked_for(missing: str) -> None:
    there = tuple(office for office in OTHERS if office != missing)
    tale = official(greeted(*OTHERS), seen_off(*there))
    assert statuses(tale, "7/1/a.2") == [Status.FULFILLED, Status.BREACHED]


def test_the_embassys_diplomats_join() -> None:
    tale = official(greeted("guest-embassy-diplomat"), seen_off(MINISTER))
    assert statuses(tale, "7/1/a.3") == [Status.FULFILLED, Status.BREACHED]
    assert official(embassy_in_georgia=False).all("7/1/a.3") == []


@pytest.mark.parametrize(("outcome", "expected"), [("kept", Status.FULFILLED), ("not_kept", Status.BREACHED)])
def test_further_greeters_are_vouched_for(outcome: str, expected: Status) -> None:
    stated = {
        "provision": "decree-386/art-7/1/a.4",
        "outcome": outcome,
        "by": "ge-state-protocol-service",
    }
    assert official(("11:00", "ProvisionAttested", stated)).status("7/1/a.4") is expected


def anthems(*order: str, performer: str = "ge-defence-orchestra") -> Told:
    return ("12:05", "AnthemsPlayed", {"order": list(order), "performer": performer, "activity": "arrival"})


def guard(**more: object) -> Told:
    return ("12:05", "HonourGuardFormed", {"formation": "parade", "activity": "arrival", **more})


def lodged(who: str, place: str) -> Told:
    return ("14:00", "GuestsLodged", {"who": [who], "place": place})


def gift(stage: str, **more: object) -> Told:
    return ("+1 18:00", "GiftHandled", {"stage": stage, **more})


LODGED = (
    lodged("main-guest", "residence"),
    lodged("guest-delegation", "hotel"),
    lodged("accompanying-person", "hotel"),
)
FOR_GUEST = gift("gift_presented", to=["main-guest"], on_behalf_of=PRESIDENT)
FOR_OTHERS = gift("gift_presented", to=["accompanying-person"], on_behalf_of=PRESIDENT)
ANTHEMS = ("guest_state_anthem", "georgian_state_anthem")


@pytest.mark.parametrize(
    ("provision", "facts", "expected"),
    [
        ("7/1/b.1", [sides("airport", GUEST, GEORGIA, seen_from="airfield")], Status.FULFILLED),
        ("7/1/b.1", [sides("airport", GEORGIA, GUEST, seen_from="airfield")], Status.BREACHED),
        ("7/1/b.1", [sides("airport", GUEST, GEORGIA)], Status.UNDETERMINED),
        ("7/1/b.2", [placed("banner", languages=["ro", "ka"])], Status.FULFILLED),
        ("7/1/b.2", [placed("banner", languages=["ro", "en"])], Status.BREACHED),
        ("7/1/b.2", [placed("banner", languages=["ka"])], Status.BREACHED),
        ("7/1/b.2", [placed("banner")], Status.UNDETERMINED),
        ("7/1/b.3", [placed("carpet", colour="red")], Status.FULFILLED),
        ("7/1/b.3", [placed("carpet", colour="other")], Status.BREACHED),
        ("7/1/b.4", [placed("podium")], Status.FULFILLED),
        ("7/1/b.4", [placed("podium", place="residence")], Status.BREACHED),
        ("7/1/b.4", [], Status.BREACHED),
        ("7/1/c.1", [anthems(*ANTHEMS)], Status.FULFILLED),
        ("7/1/c.1", [anthems(*reversed(ANTHEMS))], Status.BREACHED),
        ("7/1/c.1", [anthems(*ANTHEMS, performer="ge-culture-ministry")], Status.BREACHED),
        ("7/1/c.2", [guard(services=3)], Status.FULFILLED),
        ("7/1/c.2", [guard(services=2)], Status.BREACHED),
        ("7/1/c.2", [guard()], Status.UNDETERMINED),
        ("7/1/e.1", [sides("main_car", GEORGIA, GUEST)], Status.FULFILLED),
        ("7/1/e.1", [sides("main_car", GUEST, GEORGIA)], Status.BREACHED),
        ("7/1/e.1", [sides("main_car", GEORGIA, STANDARD)], Status.BREACHED),
        ("7/2.1", LODGED, Status.FULFILLED),
        # Who of them stays where, Art. 25(8) tells.
        ("7/2.1", [lodged("main-guest", "hotel"), *LODGED[1:]], Status.FULFILLED),
        ("7/2.1", [lodged("main-guest", "other_place"), *LODGED[1:]], Status.BREACHED),
        ("7/2.1", LODGED[:2], Status.BREACHED),
        ("7/2.2", [flags("residence", GUEST)], Status.FULFILLED),
        ("7/2.2", [flags("residence", *BOTH)], Status.FULFILLED),
        ("7/2.2", [flags("residence", GEORGIA)], Status.BREACHED),
        ("7/6.1", [FOR_GUEST, FOR_OTHERS], Status.FULFILLED),
        ("7/6.1", [FOR_GUEST], Status.BREACHED),
        (
            "7/6.1",
            [FOR_GUEST, gift("gift_presented", to=["accompanying-person"], on_behalf_of=MINISTER)],
            Status.BREACHED,
        ),
        ("7/6.2", [gift("selected", by="ge-state-provision-service")], Status.FULFILLED),
        ("7/6.2", [gift("selected", by="ge-state-protocol-service")], Status.BREACHED),
        ("7/6.2", [gift("selected")], Status.UNDETERMINED),
    ],
)
def test_an_official_visit_of_a_head_of_government(
    provision: str, facts: list[Told], expected: Status
) -> None:
    assert official(*facts).status(provision) is expected


def test_seven_motorcycles_ride_on_arrival_and_departure() -> None:
    tale = official(rode("from_airport", 7), rode("to_airport", 5), rode("in_city", 0))
    assert statuses(tale, "7/1/e.2") == [Status.FULFILLED, Status.BREACHED]


LISTED: Told = (
    "-5 12:00",
    "ProgrammeApproved",
    {"programme": "main_programme", "permanent_escorts": ["ge-minister", "ge-state-protocol-officer"]},
)


def accompanied(*offices: str) -> Told:
    present = [{"office": office} for office in offices]
    return ("+1 10:00", "OfficialsPresent", {"role": "accompaniment", "present": present})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([LISTED, accompanied("ge-minister", "ge-state-protocol-officer")], Status.FULFILLED),
        ([LISTED, accompanied("ge-minister")], Status.BREACHED),
        ([accompanied("ge-minister")], Status.BREACHED),
        ([LISTED], Status.BREACHED),
    ],
)
def test_officials_on_the_list_stay_with_the_guests(facts: list[Told], expected: Status) -> None:
    assert official(*facts).status("7/1/f") is expected


def parts_not_kept(tale: Tale, provision: str, number: int = 0) -> tuple[str, ...]:
    values = {
        name: value for why in tale.all(provision)[number].verdict.reasons for name, value in why.values
    }
    found = values["provisions"]
    assert isinstance(found, tuple)
    return tuple(item.removeprefix("decree-386/art-") for item in found)


def test_the_scheme_of_a_head_of_state_is_imported_for_greeting_and_farewell() -> None:
    tale = official(
        ("11:40", "PersonsArrived", {"who": ["ge-minister"], "place": "airport", "activity": "arrival"})
    )
    assert statuses(tale, "7/1/d") == [Status.BREACHED, Status.BREACHED]
    greeting, farewell = parts_not_kept(tale, "7/1/d"), parts_not_kept(tale, "7/1/d", 1)
    assert "3/1/a.4" in greeting
    assert "3/1/e.2" in greeting
    assert "3/2/d.1" in farewell
    assert "3/2/d.1" not in greeting
    assert "3/1/e.2" not in farewell
    # Art. 7 rules on these itself, and street flags are not asked for (note-13).
    assert not {"3/1/a.1", "3/1/b.1", "3/1/b.7", "3/1/i.1", "3/1/i.2", "3/1/i.3"} & set(greeting)


def rides(by: str) -> Told:
    data = {"who": ["main-guest"], "by": [by], "place": "residence", "activity": "arrival"}
    return ("12:50", "PersonsEscorted", data)


@pytest.mark.parametrize(
    ("decision", "by", "kept"),
    [
        (PRESIDENT, PRESIDENT, True),
        (PRESIDENT, MINISTER, False),
        (MINISTER, MINISTER, True),
        # The President may do himself what the State Minister would do for him.
        (MINISTER, PRESIDENT, True),
        (MINISTER, "ge-foreign-minister", False),
    ],
)
def test_the_main_greeter_stands_where_the_text_names_the_president(
    decision: str, by: str, kept: bool
) -> None:
    tale = official(chosen(decision), rides(by))
    assert ("3/1/h.5" not in parts_not_kept(tale, "7/1/d")) is kept


def test_without_a_decision_whoever_came_stands_in() -> None:
    tale = official(greeted(MINISTER), rides(MINISTER))
    assert "3/1/h.5" not in parts_not_kept(tale, "7/1/d")


def test_an_officers_word_for_the_whole_covers_what_only_an_officer_can_say() -> None:
    stated = {
        "provision": "decree-386/art-7/5",
        "outcome": "not_kept",
        "by": "ge-state-protocol-service",
    }
    performance: Told = ("20:00", "ActivityStarted", {"activity": "performance"})
    tale = official(performance, ("+1 09:00", "ProvisionAttested", stated))
    assert "7/5" in parts_not_kept(tale, "7/5")


@pytest.mark.parametrize(
    ("provision", "activity", "part"),
    [
        ("7/3", "talks", "3/5/"),
        ("7/3", "signing", "3/5/"),
        ("7/4", "dinner", "3/6/"),
        ("7/5", "performance", "3/7/"),
    ],
)
def test_talks_dinner_and_theatre_follow_the_scheme_of_a_head_of_state(
    provision: str, activity: str, part: str
) -> None:
    tale = official(
        ("16:00", "ActivityStarted", {"activity": activity}),
        ("18:00", "ActivityEnded", {"activity": activity}),
    )
    assert statuses(tale, provision) == [Status.BREACHED]
    assert all(item.startswith(part) for item in parts_not_kept(tale, provision))


def test_without_talks_and_dinner_nothing_of_them_is_asked() -> None:
    tale = official()
    assert [tale.all(provision) for provision in ("7/3", "7/4", "7/5")] == [[], [], []]


def test_a_duty_can_be_read_with_somebody_else_in_it() -> None:
    law = load_law().provision("decree-386/art-7/1/a.1")
    wanted = Wanted(PersonsEscorted, {"who": "main-guest"}, {"by": OneOf(("ge-president", "ge-mayor"))})
    duty = Together(activity=Activity.ARRIVAL, parts=(Asks(activity=Activity.ARRIVAL, wanted=wanted),))
    read, provision = standing_in(duty, law, {PRESIDENT: MINISTER})
    assert isinstance(read, Together)
    assert isinstance(read.parts[0], Asks)
    assert read.parts[0].wanted.holds["by"] == OneOf((MINISTER, "ge-mayor"))
    assert [item.office for item in provision.members] == [MINISTER, MINISTER]
    assert standing_in(duty, law, {"ge-speaker": MINISTER}) == (duty, law)


def test_anthems_that_were_not_played_are_reported_once() -> None:
    assert official().status("7/1/c.1") is Status.BREACHED
    assert "3/1/g.3" not in parts_not_kept(official(), "7/1/d")


def test_anthems_out_of_their_place_are_reported_under_the_scheme() -> None:
    mounted = {"step": "leaders_mount_podium", "by": ["main-guest", PRESIDENT], "activity": "arrival"}
    played = {"order": ANTHEMS, "performer": "ge-defence-orchestra", "activity": "arrival"}
    tale = official(("12:10", "AnthemsPlayed", played), ("12:15", "StepTaken", mounted))
    assert tale.status("7/1/c.1") is Status.FULFILLED
    assert "3/1/g.3" in parts_not_kept(tale, "7/1/d")


@pytest.mark.parametrize(("decision", "kept"), [(MINISTER, True), (PRESIDENT, False)])
def test_a_state_minister_who_is_main_greeter_is_due_fifteen_minutes_before(
    decision: str, kept: bool
) -> None:
    came = [
        (at, "PersonsArrived", {"who": [who], "place": "airport", "activity": "arrival"})
        for at, who in (("11:30", "ge-minister"), ("11:45", MINISTER))
    ]
    greeting = parts_not_kept(official(chosen(decision), *came), "7/1/d")
    assert ("3/1/a.4" not in greeting) is kept
    assert ("3/1/a.5" not in greeting) is kept
