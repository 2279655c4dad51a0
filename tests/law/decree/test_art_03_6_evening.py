"""Art. 3(6)-(9): the official dinner, the theatre, trips within Georgia, souvenirs."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import Tale, visit

#: A day on which every office of the State Chancellery is sourced.
OLD_DAY = date(2003, 9, 15)


def dinner(**more: object) -> Tale:
    return visit(**more).plan("dinner", "20:00")


def began(tale: Tale, when: str, activity: str = "dinner", **more: object) -> Tale:
    return tale.tell(when, "ActivityStarted", activity=activity, **more)


def over(tale: Tale, when: str, activity: str = "dinner") -> Tale:
    return tale.tell(when, "ActivityEnded", activity=activity)


def stepped(tale: Tale, when: str, step: str, **more: object) -> Tale:
    return tale.tell(when, "StepTaken", step=step, activity="dinner", **more)


def gone(tale: Tale) -> Tale:
    return tale.tell("+2 11:00", "AircraftDeparted")


# 6 (a)-(c)


def test_the_president_gives_an_official_dinner() -> None:
    given = began(dinner(), "20:00", led_by="ge-president", official=True)
    assert given.status("3/6/a.1") is Status.FULFILLED
    assert began(dinner(), "20:00", led_by="ge-president", official=False).status("3/6/a.1") is (
        Status.BREACHED
    )
    assert began(dinner(), "20:00", led_by="ge-foreign-minister", official=True).status("3/6/a.1") is (
        Status.BREACHED
    )


def test_a_visit_without_any_dinner_breaks_the_rule_when_it_is_over() -> None:
    assert visit().status("3/6/a.1") is Status.PENDING
    assert gone(visit()).status("3/6/a.1") is Status.BREACHED


def test_those_at_dinner_stand_on_the_special_list() -> None:
    def at_table(office: str) -> Tale:
        tale = dinner().tell(
            "-2 12:00", "ListApproved", attendance="dinner_list", names=[{"office": "ge-minister"}]
        )
        people = [{"office": office}]
        return tale.tell("20:05", "OfficialsPresent", role="attendance", activity="dinner", present=people)

    assert at_table("ge-minister").status("3/6/a.2") is Status.FULFILLED
    assert at_table("business-representative").status("3/6/a.2") is Status.BREACHED
    assert began(dinner(), "20:00").status("3/6/a.2") is Status.BREACHED


def admitted(tale: Tale, basis: str, **more: object) -> Tale:
    return tale.tell("19:40", "InviteeAdmitted", activity="dinner", basis=basis, **more)


def test_invitees_are_let_in_by_card() -> None:
    assert admitted(dinner(), "invitation_card").status("3/6/a.5") is Status.FULFILLED
    assert admitted(dinner(), "list_checked").status("3/6/a.5") is Status.FULFILLED
    assert admitted(admitted(dinner(), "invitation_card"), "neither").status("3/6/a.5") is Status.BREACHED
    assert over(dinner(), "23:00").status("3/6/a.5") is Status.BREACHED


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"checked_by": "ge-security-officer"}, Status.FULFILLED),
        ({"checked_by": "ge-state-protection-service"}, Status.FULFILLED),
        ({"checked_by": "driver"}, Status.BREACHED),
        ({}, Status.UNDETERMINED),
    ],
)
def test_without_a_card_security_looks_into_the_list(said: dict[str, object], expected: Status) -> None:
    assert admitted(dinner(), "list_checked", **said).status("3/6/a.6") is expected
    assert admitted(dinner(), "invitation_card").status("3/6/a.6") is None


@pytest.mark.parametrize(
    ("late", "warned", "mandatory", "gross"),
    [
        (False, False, Status.HOLDING, Status.BREACHED),
        (False, True, Status.BREACHED, Status.HOLDING),
        (True, False, Status.HOLDING, Status.BREACHED),
        (True, True, Status.HOLDING, Status.REVIEW),
    ],
)
def test_who_stays_away_or_comes_late_is_counted_once(
    late: bool, warned: bool, mandatory: Status, gross: Status
) -> None:
    tale = dinner().tell("20:10", "InviteeMissed", activity="dinner", late=late, warned=warned)
    assert tale.status("3/6/b.1") is mandatory
    assert tale.status("3/6/b.2") is gross


def test_a_dinner_at_which_nobody_is_missing_keeps_both_rules() -> None:
    for provision in ("3/6/b.1", "3/6/b.2"):
        assert over(dinner(), "23:00").status(provision) is Status.FULFILLED


@pytest.mark.parametrize(("provision", "who"), [("3/6/c.1", "men"), ("3/6/c.2", "ladies")])
def test_dress_is_attested_and_an_invitation_to_another_dress_goes_before(provision: str, who: str) -> None:
    kept = {"provision": f"decree-386/art-{provision}", "outcome": "kept", "by": "ge-mfa"}
    right = dinner().tell("-2 12:00", "InvitationsIssued", men="dark_suit", ladies="evening_dress")
    assert right.status(provision) is Status.PENDING
    assert right.tell("21:00", "ProvisionAttested", **kept).status(provision) is Status.FULFILLED
    wrong = dinner().tell("-2 12:00", "InvitationsIssued", **{who: "other_dress"})
    assert wrong.tell("21:00", "ProvisionAttested", **kept).status(provision) is Status.BREACHED


# 6 (d)


def guest(tale: Tale, when: str) -> Tale:
    return tale.tell(when, "PersonsArrived", who=["main-guest"], place="krtsanisi_house_2", activity="dinner")


@pytest.mark.parametrize(
    ("came", "expected"),
    [
        ("19:49:59", Status.BREACHED),
        ("19:50", Status.FULFILLED),
        ("19:55", Status.FULFILLED),
        ("20:00", Status.FULFILLED),
        ("20:00:01", Status.FULFILLED_LATE),
    ],
)
def test_the_guest_comes_five_minutes_before_within_a_tolerance(came: str, expected: Status) -> None:
    assert guest(dinner(), came).status("3/6/d.1") is expected


def test_a_dinner_that_was_moved_excuses_the_guest() -> None:
    assert began(guest(dinner(), "19:55"), "20:15").status("3/6/d.1") is Status.EXCUSED
    assert began(guest(dinner(), "19:55"), "19:50").status("3/6/d.1") is Status.EXCUSED
    assert began(guest(dinner(), "19:30"), "20:15").status("3/6/d.1") is Status.BREACHED


def test_a_guest_who_never_came_is_missing_at_the_end() -> None:
    assert dinner().status("3/6/d.1") is Status.PENDING
    assert over(dinner(), "23:00").status("3/6/d.1") is Status.BREACHED


@pytest.mark.parametrize(
    ("came", "expected"), [("19:45", Status.FULFILLED), ("19:45:01", Status.FULFILLED_LATE)]
)
def test_other_invitees_gather_fifteen_minutes_before(came: str, expected: Status) -> None:
    tale = dinner().tell(
        came, "PersonsArrived", who=["other-official"], place="banquet_hall", activity="dinner"
    )
    assert tale.status("3/6/d.3") is expected


def test_an_interval_before_a_dinner_whose_beginning_nobody_recorded_has_run_out_when_it_is_over() -> None:
    assert dinner().status("3/6/d.3", as_of="20:30") is Status.PENDING
    assert over(dinner(), "23:00").status("3/6/d.3") is Status.BREACHED


# 6 (d)-(g)


def test_the_president_meets_the_guest_and_both_enter_the_hall() -> None:
    tale = stepped(dinner(), "19:56", "host_meets_guest_and_leads_to_banquet", place="house_2_threshold")
    stepped(tale, "19:59", "leaders_enter_banquet_hall")
    assert tale.status("3/6/d.2") is Status.FULFILLED
    assert tale.status("3/6/e.3") is Status.FULFILLED
    wrong = stepped(dinner(), "19:50", "leaders_enter_banquet_hall")
    stepped(wrong, "19:56", "host_meets_guest_and_leads_to_banquet", place="banquet_hall")
    assert wrong.status("3/6/d.2") is Status.BREACHED
    assert wrong.status("3/6/e.3") is Status.BREACHED


def speech(tale: Tale, when: str, by: str) -> Tale:
    return tale.tell(when, "SpeechDelivered", by=by, activity="dinner")


def test_president_and_guest_both_speak() -> None:
    tale = speech(dinner(), "20:05", "ge-president")
    assert tale.status("3/6/f.1") is Status.PENDING
    assert over(speech(dinner(), "20:05", "ge-president"), "23:00").status("3/6/f.1") is Status.BREACHED
    assert speech(tale, "20:10", "main-guest").status("3/6/f.1") is Status.FULFILLED


@pytest.mark.parametrize(("begins", "expected"), [("20:09", Status.BREACHED), ("20:10", Status.FULFILLED)])
def test_music_follows_the_speeches(begins: str, expected: Status) -> None:
    tale = speech(speech(dinner(), "20:05", "ge-president"), "20:10", "main-guest")
    assert stepped(tale, begins, "musical_numbers_begin").status("3/6/f.3") is expected


def test_translated_speeches_are_asked_for_only_where_needed() -> None:
    assert dinner().status("3/6/f.2") is None
    needed = dinner().tell("-1 12:00", "NeedRecorded", need="translation_needed", activity="dinner")
    assert needed.status("3/6/f.2") is Status.PENDING


def test_the_president_leads_the_guest_out_after_the_dinner() -> None:
    def seen_off(when: str, place: str = "house_2_threshold") -> Tale:
        return stepped(over(dinner(), "23:00"), when, "host_escorts_guest_to_threshold", place=place)

    assert seen_off("23:05").status("3/6/g") is Status.FULFILLED
    assert seen_off("22:30").status("3/6/g") is Status.BREACHED
    assert seen_off("23:05", "banquet_hall").status("3/6/g") is Status.BREACHED
    assert over(dinner(), "23:00").status("3/6/g", as_of="23:30") is Status.PENDING
    assert gone(over(dinner(), "23:00")).status("3/6/g") is Status.BREACHED


# 7


def theatre(**more: object) -> Tale:
    return visit(**more).plan("performance", "+1 19:00")


@pytest.mark.parametrize(
    ("place", "with_spouse", "expected"),
    [
        ("central_box", True, Status.FULFILLED),
        ("central_box", False, Status.BREACHED),
        ("theatre_stage", True, Status.BREACHED),
    ],
)
def test_the_president_and_spouse_sit_in_the_central_box(
    place: str, with_spouse: bool, expected: Status
) -> None:
    tale = theatre(with_spouse=True).tell(
        "+1 19:00",
        "OfficialsPresent",
        role="attendance",
        activity="performance",
        place=place,
        present=[{"office": "ge-president", "with_spouse": with_spouse}],
    )
    assert over(tale, "+1 21:00", "performance").status("3/7/a") is expected


def flags(tale: Tale, place: str, **sides: str) -> Tale:
    wanted = {"left": "guest_state_flag", "right": "georgian_state_flag", "seen_from": "stalls"}
    return tale.tell("+1 18:00", "FlagsDisplayed", place=place, activity="performance", **{**wanted, **sides})


def test_flags_hang_above_the_stage_and_on_the_box() -> None:
    assert flags(flags(theatre(), "theatre_stage"), "presidential_box").status("3/7/b.1") is Status.FULFILLED
    only = over(flags(theatre(), "theatre_stage"), "+1 21:00", "performance")
    assert only.status("3/7/b.1") is Status.BREACHED
    swapped = {"left": "georgian_state_flag", "right": "guest_state_flag"}
    assert flags(flags(theatre(), "theatre_stage"), "presidential_box", **swapped).status("3/7/b.1") is (
        Status.BREACHED
    )


@pytest.mark.parametrize(
    ("when", "verses", "expected"),
    [
        ("+1 18:58", 1, Status.FULFILLED),
        ("+1 18:58", 2, Status.BREACHED),
        ("+1 19:05", 1, Status.BREACHED),
    ],
)
def test_one_verse_of_each_anthem_precedes_the_performance(when: str, verses: int, expected: Status) -> None:
    tale = theatre().tell(
        when,
        "AnthemsPlayed",
        order=["guest_state_anthem", "georgian_state_anthem"],
        verses=verses,
        activity="performance",
    )
    assert began(tale, "+1 19:00", "performance").status("3/7/b.2") is expected


def test_without_a_performance_nothing_is_asked_of_the_theatre() -> None:
    assert gone(visit()).status("3/7/b.1") is None


# 8, 9

COMPANIONS = (
    "ge-state-minister",
    "ge-foreign-minister",
    "ge-ambassador-to-guest-country",
    "ge-mfa-official",
    "ge-state-protocol-officer",
)


def test_a_trip_may_be_planned_on_the_guests_wish() -> None:
    assert visit().status("3/8.1") is Status.NOT_APPLICABLE
    planned = visit().plan("regional_trip", "+1 09:00")
    assert planned.status("3/8.1") is Status.UNDETERMINED
    wished = planned.tell("-15 12:00", "NeedRecorded", need="guest_wishes_trip")
    assert wished.status("3/8.1") is Status.FULFILLED


def trip(*offices: str) -> Tale:
    tale = visit(day=OLD_DAY).plan("regional_trip", "+1 09:00")
    tale.tell(
        "+1 09:00",
        "OfficialsPresent",
        role="accompaniment",
        activity="regional_trip",
        present=[{"office": office} for office in offices],
    )
    return over(tale, "+1 18:00", "regional_trip")


@pytest.mark.parametrize("absent", COMPANIONS)
def test_each_of_the_five_goes_along_on_the_trip(absent: str) -> None:
    assert trip(*COMPANIONS).status("3/8.2") is Status.FULFILLED
    rest = [office for office in COMPANIONS if office != absent]
    assert trip(*rest).status("3/8.2") is Status.BREACHED


def test_others_may_go_along() -> None:
    assert trip(*COMPANIONS).status("3/8.3") is Status.NOT_APPLICABLE
    assert trip(*COMPANIONS, "ge-parliament-member").status("3/8.3") is Status.FULFILLED


def gift(tale: Tale, to: str, in_the_name_of: str = "ge-president") -> Tale:
    return tale.tell("+1 12:00", "GiftHandled", stage="gift_presented", to=[to], on_behalf_of=in_the_name_of)


def test_guest_spouse_and_companions_get_souvenirs_in_the_presidents_name() -> None:
    both = gift(gift(visit(), "main-guest"), "accompanying-person")
    assert both.status("3/9.1") is Status.FULFILLED
    wife = gift(gift(visit(with_spouse=True), "main-guest"), "accompanying-person")
    assert gone(wife).status("3/9.1") is Status.BREACHED
    other = gift(gift(visit(), "main-guest", "ge-foreign-minister"), "accompanying-person")
    assert other.status("3/9.1") is Status.BREACHED


def test_the_state_provision_service_selects_the_souvenirs() -> None:
    def selected(by: str, day: date) -> Tale:
        return visit(day=day).tell("-3 12:00", "GiftHandled", stage="selected", by=by)

    assert selected("ge-state-provision-service", OLD_DAY).status("3/9.2") is Status.FULFILLED
    assert selected("ge-tbilisi-city-hall", OLD_DAY).status("3/9.2") is Status.BREACHED
    today = selected("ge-tbilisi-city-hall", date(2026, 6, 15))
    assert today.status("3/9.2") is Status.UNDETERMINED
