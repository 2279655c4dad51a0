"""Art. 4: the working visit of a head of state."""

from __future__ import annotations

import pytest

from domain.law.explain import explain
from domain.law.provision import Language
from domain.law.sentences import sentences
from domain.law.verdict import Status
from tests.law.decree.ranks import (
    BOTH,
    GEORGIA,
    GUEST,
    STANDARD,
    Told,
    attended,
    flags,
    placed,
    rode,
    sides,
    whole,
)
from tests.law.decree.tale import visit

DINNER: Told = ("19:00", "ActivityStarted", {"activity": "dinner", "official": True})
DINNER_OVER: Told = ("21:00", "ActivityEnded", {"activity": "dinner"})
SPOKEN = [
    ("19:10", "SpeechDelivered", {"by": by, "activity": "dinner"}) for by in ("ge-president", "main-guest")
]
RIDE: Told = (
    "13:00",
    "PersonsEscorted",
    {"who": ["main-guest"], "by": ["ge-president"], "place": "residence", "activity": "arrival"},
)


def seat(car: int, *who: str) -> Told:
    return ("12:45", "SeatTaken", {"car": car, "who": list(who), "activity": "arrival"})


def guard(formation: str) -> Told:
    return ("12:05", "HonourGuardFormed", {"formation": formation, "activity": "arrival"})


@pytest.mark.parametrize(
    ("provision", "facts", "expected"),
    [
        ("4/1.1", [DINNER], Status.FULFILLED),
        ("4/1.1", [], Status.BREACHED),
        ("4/1.1", [("19:00", "ActivityStarted", {"activity": "dinner", "official": False})], Status.BREACHED),
        ("4/1.1", [("19:00", "ActivityStarted", {"activity": "dinner"})], Status.UNDETERMINED),
        ("4/1.1", [DINNER, ("+1 19:00", "ActivityStarted", {"activity": "performance"})], Status.BREACHED),
        # What paragraph 2 prescribes is no ceremony beside the dinner (note-10).
        ("4/1.1", [DINNER, guard("corridor"), flags("airport", *BOTH)], Status.FULFILLED),
        ("4/2.1", [flags("airport", *BOTH)], Status.FULFILLED),
        ("4/2.1", [sides("airport", GEORGIA, GUEST)], Status.FULFILLED),
        ("4/2.1", [flags("airport", GEORGIA)], Status.BREACHED),
        ("4/2.1", [flags("airport", STANDARD, GEORGIA)], Status.BREACHED),
        ("4/2.1", [flags("airport")], Status.UNDETERMINED),
        ("4/2.1", [flags("residence", *BOTH)], Status.BREACHED),
        ("4/2.2", [guard("corridor")], Status.FULFILLED),
        ("4/2.2", [guard("parade")], Status.BREACHED),
        ("4/2.2", [], Status.BREACHED),
        ("4/2.3", [], Status.FULFILLED),
        (
            "4/2.3",
            [("12:05", "AnthemsPlayed", {"order": ["guest_state_anthem"], "activity": "arrival"})],
            Status.BREACHED,
        ),
        (
            "4/2.3",
            [("20:00", "AnthemsPlayed", {"order": ["guest_state_anthem"], "activity": "dinner"})],
            Status.FULFILLED,
        ),
        ("4/2.4", [], Status.FULFILLED),
        ("4/2.4", [flags("route", *BOTH)], Status.BREACHED),
        ("4/2.4", [flags("programme_sites", *BOTH)], Status.FULFILLED),
        ("4/2.5", [rode("from_airport", 0, 2)], Status.FULFILLED),
        ("4/2.5", [rode("in_city", 1)], Status.BREACHED),
        ("4/2.6", [flags("main_car", *BOTH)], Status.FULFILLED),
        ("4/2.6", [flags("main_car", STANDARD, GEORGIA)], Status.FULFILLED),
        ("4/2.6", [sides("main_car", GUEST, GEORGIA)], Status.FULFILLED),
        ("4/2.6", [flags("main_car", GUEST)], Status.BREACHED),
        ("4/2.7", [rode("from_airport", 0, 1), rode("to_airport", 0, 2)], Status.FULFILLED),
        ("4/2.7", [rode("from_airport", 0, 1), rode("to_airport", 0)], Status.BREACHED),
        ("4/2.7", [], Status.BREACHED),
        ("4/3.1", [RIDE], Status.FULFILLED),
        ("4/3.1", [RIDE, seat(1, "main-guest", "ge-president")], Status.FULFILLED),
        ("4/3.1", [RIDE, seat(1, "main-guest"), seat(2, "ge-president")], Status.BREACHED),
        ("4/3.1", [(RIDE[0], RIDE[1], RIDE[2] | {"by": ["ge-foreign-minister"]})], Status.BREACHED),
        ("4/3.1", [], Status.BREACHED),
        ("4/3.2", [flags("residence", GUEST)], Status.FULFILLED),
        ("4/3.2", [flags("guest_house", STANDARD)], Status.FULFILLED),
        ("4/3.2", [flags("residence", GEORGIA)], Status.BREACHED),
    ],
)
def test_a_working_visit_of_a_head_of_state(provision: str, facts: list[Told], expected: Status) -> None:
    tale = whole("working", "head_of_state", *facts)
    assert tale.status(provision) is expected


@pytest.mark.parametrize("provision", ["4/2.1", "4/2.3", "4/1.1"])
def test_it_speaks_to_no_other_rank_or_category(provision: str) -> None:
    assert whole("working", "speaker").status(provision) is None
    assert whole("transit", "head_of_state").status(provision) is None


def test_what_is_forbidden_holds_until_the_visit_is_over() -> None:
    assert visit("working").status("4/2.3") is Status.HOLDING


def agreed(when: str, **more: object) -> Told:
    return (when, "ListApproved", {"attendance": "talks_list", **more})


GUESTS = {"agreed_with": ["guest-protocol-service"]}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([agreed("-1 12:00", **GUESTS)], Status.FULFILLED),
        ([agreed("14:59", **GUESTS)], Status.FULFILLED),
        ([agreed("15:00", **GUESTS)], Status.FULFILLED_LATE),
        ([agreed("-1 12:00")], Status.UNDETERMINED),
        ([agreed("-1 12:00", agreed_with=["ge-mfa"])], Status.BREACHED),
        ([], Status.BREACHED),
    ],
)
def test_the_list_for_the_talks_is_agreed_beforehand(facts: list[Told], expected: Status) -> None:
    talks = ("15:00", "ActivityStarted", {"activity": "talks"})
    assert whole("working", "head_of_state", *facts, talks).status("4/3.3") is expected


def test_private_talks_alone_need_the_list_too() -> None:
    private = ("15:00", "ActivityStarted", {"activity": "talks_one_to_one"})
    assert whole("working", "head_of_state", private).status("4/3.3") is Status.BREACHED
    listed = whole("working", "head_of_state", agreed("-1 12:00", **GUESTS), private)
    assert listed.status("4/3.3") is Status.FULFILLED
    both = whole("working", "head_of_state", private, ("16:00", "ActivityStarted", {"activity": "talks"}))
    assert both.status("4/3.3") is Status.BREACHED


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([attended("talks", "ge-president", "main-guest")], Status.FULFILLED),
        ([attended("talks_one_to_one", "ge-president", "main-guest")], Status.FULFILLED),
        ([attended("talks", "main-guest")], Status.BREACHED),
        ([], Status.UNDETERMINED),
    ],
)
def test_at_the_dinner_are_those_who_were_at_the_talks(facts: list[Told], expected: Status) -> None:
    dined = attended("dinner", "ge-president", "main-guest", "interpreter", when="19:30")
    tale = whole("working", "head_of_state", *facts, DINNER, dined, DINNER_OVER)
    assert tale.status("4/3.4") is expected


def test_a_stranger_at_the_dinner_depends_on_whether_lists_are_closed() -> None:
    dined = attended("dinner", "ge-mayor", when="19:30")
    tale = whole("working", "head_of_state", attended("talks", "ge-president"), DINNER, dined, DINNER_OVER)
    (found,) = tale.all("4/3.4")
    assert found.verdict.status is Status.BREACHED
    assert found.verdict.contested
    first = sentences(explain(found), Language.EN)[0]
    assert (
        first
        == "Verdict: breached; contested, because another reading of the provision gives another answer."
    )


@pytest.mark.parametrize(
    ("spoken", "expected"), [(2, Status.FULFILLED), (1, Status.BREACHED), (0, Status.BREACHED)]
)
def test_short_speeches_are_made_at_the_dinner(spoken: int, expected: Status) -> None:
    tale = whole("working", "head_of_state", DINNER, *SPOKEN[:spoken], DINNER_OVER)
    assert tale.status("4/3.5") is expected


def test_one_speech_leaves_the_dinner_open_while_it_lasts() -> None:
    tale = visit("working").tell("19:00", "ActivityStarted", activity="dinner", official=True)
    tale.tell("19:10", "SpeechDelivered", by="ge-president", activity="dinner")
    assert tale.status("4/3.5", "19:20") is Status.PENDING


def test_a_carpet_is_neither_required_nor_forbidden() -> None:
    tale = whole("working", "head_of_state", placed("carpet"))
    mine = [item for item in tale.report().obligations if "/art-4/" in item.norm.id]
    assert not [
        item for item in mine if item.verdict.evidence and item.verdict.evidence[0].type == "ThingPlaced"
    ]


def test_flags_at_the_airport_may_be_recorded_one_by_one() -> None:
    tale = visit("working").tell("12:00", "AircraftLanded").tell("13:00", "ActivityEnded", activity="arrival")
    shown = {"activity": "arrival", "place": "airport"}
    tale.tell("09:00", "FlagsDisplayed", flags=["guest_state_flag"], **shown)
    assert tale.status("4/2.1") is Status.BREACHED
    tale.tell("09:05", "FlagsDisplayed", flags=["georgian_state_flag"], **shown)
    assert tale.status("4/2.1") is Status.FULFILLED


def test_two_speeches_by_one_person_are_one_welcome_too_few() -> None:
    tale = visit("working").plan("dinner", "19:00")
    for at in ("19:05", "19:10"):
        tale.tell(at, "SpeechDelivered", activity="dinner", by="ge-president")
    tale.tell("22:00", "ActivityEnded", activity="dinner")
    assert tale.status("4/3.5") is Status.BREACHED
    tale.tell("19:12", "SpeechDelivered", activity="dinner", by="main-guest")
    assert tale.status("4/3.5") is Status.FULFILLED


@pytest.mark.parametrize(
    ("dined", "expected"),
    [
        (["ge-foreign-minister", "main-guest", "guest-delegation"], Status.FULFILLED),
        # Whoever leads the talks takes part in them.
        (["ge-foreign-minister", "ge-president"], Status.FULFILLED),
        # Another name of the office that was at the talks.
        (["ge-prime-minister"], Status.FULFILLED),
        (["ge-foreign-minister", "ge-mayor"], Status.BREACHED),
    ],
)
def test_guests_and_whoever_led_the_talks_are_no_strangers_at_the_dinner(
    dined: list[str], expected: Status
) -> None:
    tale = visit("working").plan("talks", "15:00").plan("dinner", "19:00")
    tale.tell("15:00", "ActivityStarted", activity="talks", led_by="ge-president")
    talked = ["ge-foreign-minister", "ge-state-minister"]
    for at, activity, offices in (("15:05", "talks", talked), ("19:05", "dinner", dined)):
        present = [{"office": office} for office in offices]
        tale.tell(at, "OfficialsPresent", role="attendance", activity=activity, present=present)
    assert tale.tell("22:00", "ActivityEnded", activity="dinner").status("4/3.4") is expected
