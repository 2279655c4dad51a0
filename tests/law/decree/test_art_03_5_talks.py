"""Art. 3(5): talks with a head of state at Krtsanisi, the signing and the press conference."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.verdict import Status
from tests.law.decree.tale import Tale, visit

#: A day on which every office of the State Chancellery is sourced.
OLD_DAY = date(2003, 9, 15)


def talks(**more: object) -> Tale:
    """A visit with a reception at 14:50, a talk in private at 15:00 and talks at 15:30."""
    tale = visit(**more).plan("reception_ceremony", "14:50").plan("talks_one_to_one", "15:00")
    return tale.plan("talks", "15:30")


def began(tale: Tale, when: str, activity: str, **more: object) -> Tale:
    return tale.tell(when, "ActivityStarted", activity=activity, **more)


def over(tale: Tale, when: str, activity: str) -> Tale:
    return tale.tell(when, "ActivityEnded", activity=activity)


def stepped(tale: Tale, when: str, step: str, activity: str, **more: object) -> Tale:
    return tale.tell(when, "StepTaken", step=step, activity=activity, **more)


def gone(tale: Tale) -> Tale:
    return tale.tell("+2 11:00", "AircraftDeparted")


# (a)


def test_the_president_leads_both_the_private_talk_and_the_talks() -> None:
    tale = began(talks(), "15:00", "talks_one_to_one", led_by="ge-president")
    began(tale, "15:30", "talks", led_by="ge-foreign-minister")
    private, common = tale.all("3/5/a.1")
    assert private.verdict.status is Status.FULFILLED
    assert common.verdict.status is Status.BREACHED
    assert common.severity == "mild"


def listed(tale: Tale, when: str, *offices: str, **more: object) -> Tale:
    names = [{"office": office} for office in offices]
    more.setdefault("regards_guests", True)
    return tale.tell(when, "ListApproved", attendance="talks_list", names=names, **more)


def present(tale: Tale, *offices: str) -> Tale:
    began(tale, "15:30", "talks", led_by="ge-president")
    people = [{"office": office} for office in offices]
    return tale.tell("15:35", "OfficialsPresent", role="attendance", activity="talks", present=people)


def test_who_talks_is_limited_to_the_list_approved_beforehand() -> None:
    kept = present(listed(talks(), "-1 12:00", "ge-foreign-minister"), "ge-president", "ge-foreign-minister")
    assert kept.status("3/5/a.2") is Status.FULFILLED
    guests = present(listed(talks(), "-1 12:00", "ge-foreign-minister"), "guest-delegation", "interpreter")
    assert guests.status("3/5/a.2") is Status.FULFILLED
    more = present(listed(talks(), "-1 12:00", "ge-foreign-minister"), "ge-foreign-minister", "ge-mayor")
    verdict = more.verdict("3/5/a.2")
    assert verdict.status is Status.BREACHED
    assert ("offices", ("ge-mayor",)) in verdict.reasons[-1].values


def test_whoever_leads_the_talks_needs_no_place_on_the_list() -> None:
    tale = began(listed(talks(), "-1 12:00", "ge-mayor"), "15:30", "talks", led_by="ge-foreign-minister")
    people = [{"office": "ge-foreign-minister"}, {"office": "ge-mayor"}]
    tale.tell("15:35", "OfficialsPresent", role="attendance", activity="talks", present=people)
    assert tale.status("3/5/a.2") is Status.FULFILLED


def test_a_list_approved_after_the_talks_began_or_never_is_a_breach() -> None:
    late = listed(began(talks(), "15:30", "talks"), "15:31", "ge-foreign-minister")
    assert late.status("3/5/a.2") is Status.BREACHED
    assert began(talks(), "15:30", "talks").status("3/5/a.2") is Status.BREACHED
    assert talks().status("3/5/a.2") is Status.PENDING


def test_a_list_made_without_regard_to_the_guests_is_a_breach() -> None:
    tale = listed(talks(), "-1 12:00", "ge-foreign-minister", regards_guests=False)
    assert tale.status("3/5/a.2") is Status.BREACHED


def test_a_list_without_names_cannot_be_compared_with_those_present() -> None:
    assert present(listed(talks(), "-1 12:00"), "ge-mayor").status("3/5/a.2") is Status.UNDETERMINED


def test_a_class_may_not_come_in_greater_number_than_listed() -> None:
    names = [{"office": "ge-minister", "count": 2}]
    tale = talks().tell("-1 12:00", "ListApproved", attendance="talks_list", names=names, regards_guests=True)
    tale.tell(
        "15:35",
        "OfficialsPresent",
        role="attendance",
        activity="talks",
        present=[{"office": "ge-minister", "count": 3}],
    )
    assert tale.status("3/5/a.2") is Status.BREACHED


def spouse_programme(tale: Tale, when: str, *covers: str) -> Tale:
    return tale.tell(when, "ProgrammeApproved", programme="spouse_programme", covers=list(covers))


@pytest.mark.parametrize(
    ("covers", "expected"),
    [
        (("talks_one_to_one", "talks"), Status.FULFILLED),
        (("talks",), Status.BREACHED),
        ((), Status.UNDETERMINED),
    ],
)
def test_the_spouses_programme_covers_every_official_meeting(
    covers: tuple[str, ...], expected: Status
) -> None:
    assert spouse_programme(talks(with_spouse=True), "-1 12:00", *covers).status("3/5/a.3") is expected


def test_the_spouses_programme_is_there_before_the_meeting_and_only_for_a_spouse() -> None:
    late = began(talks(with_spouse=True), "15:00", "talks_one_to_one")
    assert spouse_programme(late, "15:10", "talks_one_to_one", "talks").status("3/5/a.3") is Status.BREACHED
    assert talks(with_spouse=True).status("3/5/a.3") is Status.PENDING
    assert talks().status("3/5/a.3") is None
    assert visit(with_spouse=True).status("3/5/a.3") is None


# (b)


def test_both_flags_hang_before_house_two() -> None:
    both = ["guest_state_flag", "georgian_state_flag"]
    kept = talks().tell("14:00", "FlagsDisplayed", place="krtsanisi_house_2", flags=both)
    assert kept.status("3/5/b.1") is Status.FULFILLED
    one = talks().tell("14:00", "FlagsDisplayed", place="krtsanisi_house_2", flags=both[:1])
    assert one.status("3/5/b.1") is Status.BREACHED


@pytest.mark.parametrize(
    ("place", "expected"), [("central_entrance", Status.FULFILLED), ("car_park", Status.BREACHED)]
)
def test_the_guests_car_stops_at_the_central_entrance(place: str, expected: Status) -> None:
    tale = stepped(talks(), "14:50", "main_guest_car_stops", "reception_ceremony", place=place)
    assert tale.status("3/5/b.2") is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"left": 1, "right": 1, "parade_uniform": True}, Status.FULFILLED),
        ({"left": 2, "right": 0, "parade_uniform": True}, Status.BREACHED),
        ({"left": 1, "right": 1, "parade_uniform": False}, Status.BREACHED),
        ({"left": 1, "right": 1}, Status.UNDETERMINED),
    ],
)
def test_guards_in_parade_uniform_stand_on_both_sides(said: dict[str, object], expected: Status) -> None:
    tale = talks().tell("14:40", "HonourGuardFormed", formation="posted", place="house_2_door", **said)
    assert tale.status("3/5/b.3") is expected


def test_the_president_meets_the_guest_at_the_threshold() -> None:
    tale = talks().tell(
        "14:51",
        "OfficialsPresent",
        role="at_threshold",
        activity="reception_ceremony",
        present=[{"office": "ge-president"}],
    )
    assert tale.status("3/5/b.5") is Status.FULFILLED
    other = talks().tell(
        "14:51",
        "OfficialsPresent",
        role="at_threshold",
        activity="reception_ceremony",
        present=[{"office": "ge-foreign-minister"}],
    )
    assert over(other, "15:00", "reception_ceremony").status("3/5/b.5") is Status.BREACHED


@pytest.mark.parametrize(
    ("place", "expected"), [("fireplace_hall", Status.FULFILLED), ("conference_hall", Status.BREACHED)]
)
def test_the_talk_in_private_is_in_the_fireplace_hall(place: str, expected: Status) -> None:
    tale = stepped(talks(), "14:55", "leaders_go_up_to_fireplace_hall", "talks_one_to_one", place=place)
    assert tale.status("3/5/b.6") is expected


@pytest.mark.parametrize(("taken", "expected"), [("15:00", Status.FULFILLED), ("15:01", Status.BREACHED)])
def test_the_photograph_is_taken_before_the_talk(taken: str, expected: Status) -> None:
    tale = began(talks(), "15:00", "talks_one_to_one")
    assert stepped(tale, taken, "commemorative_photograph", "talks_one_to_one").status("3/5/b.7") is expected


# (c)


@pytest.mark.parametrize(
    ("provision", "who", "limit"),
    [("3/5/c.1", "georgian-party", "14:30"), ("3/5/c.2", "guest-delegation", "14:45")],
)
def test_delegations_come_before_the_meeting(provision: str, who: str, limit: str) -> None:
    def came(when: str) -> Tale:
        return talks().tell(when, "PersonsArrived", who=[who], place="krtsanisi_house_2", activity="talks")

    assert came(limit).status(provision) is Status.FULFILLED
    late = came(f"{limit}:01").verdict(provision)
    assert late.status is Status.FULFILLED_LATE
    assert late.contested, "counted to the talks at 15:30 it is in time"
    assert not came("15:20").verdict(provision).contested


def test_without_a_talk_in_private_the_meeting_is_the_talks() -> None:
    tale = visit().plan("talks", "15:30")
    tale.tell("15:00", "PersonsArrived", who=["georgian-party"], place="krtsanisi_house_2")
    assert tale.status("3/5/c.1") is Status.FULFILLED
    assert not tale.verdict("3/5/c.1").contested


def test_a_meeting_that_begins_earlier_than_planned_excuses() -> None:
    tale = visit().plan("talks", "15:30")
    tale.tell("15:00", "PersonsArrived", who=["georgian-party"], place="krtsanisi_house_2")
    assert began(tale, "15:20", "talks").status("3/5/c.1") is Status.EXCUSED


# (d)


@pytest.mark.parametrize(("joined", "expected"), [("15:28", Status.BREACHED), ("15:30", Status.FULFILLED)])
def test_the_others_join_after_the_talk_in_private(joined: str, expected: Status) -> None:
    tale = over(talks(), "15:29", "talks_one_to_one")
    stepped(tale, joined, "negotiators_join_at_table", "talks", place="fireplace_hall")
    assert tale.status("3/5/d.1") is expected


def test_the_press_may_film_the_beginning() -> None:
    assert talks().status("3/5/d.2") is Status.NOT_APPLICABLE
    filmed = talks().tell("15:30", "ServiceProvided", service="press_admission", activity="talks")
    assert filmed.status("3/5/d.2") is Status.FULFILLED


# (e)-(h)


def signing(**more: object) -> Tale:
    return over(talks(**more), "16:30", "talks").plan("signing", "16:45")


@pytest.mark.parametrize(
    ("when", "place", "expected"),
    [
        ("16:40", "conference_hall", Status.FULFILLED),
        ("16:20", "conference_hall", Status.BREACHED),
        ("16:40", "fireplace_hall", Status.BREACHED),
    ],
)
def test_after_the_talks_all_go_up_to_the_signing(when: str, place: str, expected: Status) -> None:
    tale = stepped(signing(), when, "parties_go_up_to_signing", "signing", place=place)
    assert tale.status("3/5/e") is expected


def test_a_visit_without_documents_has_no_signing() -> None:
    assert gone(talks()).status("3/5/e") is None


def test_both_flags_stand_behind_the_table() -> None:
    both = ["guest_state_flag", "georgian_state_flag"]
    assert signing().tell("16:00", "FlagsDisplayed", place="signing_table", flags=both).status("3/5/f") is (
        Status.FULFILLED
    )
    only = signing().tell("16:00", "FlagsDisplayed", place="signing_table", flags=both[1:])
    assert only.status("3/5/f") is Status.BREACHED


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["ka", "ro"], Status.FULFILLED),
        (["ka"], Status.BREACHED),
        (["ro", "en"], Status.BREACHED),
        ([], Status.UNDETERMINED),
    ],
)
def test_documents_are_announced_in_two_languages(languages: list[str], expected: Status) -> None:
    tale = stepped(signing(), "16:46", "documents_and_signatories_announced", "signing", languages=languages)
    assert tale.status("3/5/g.1") is expected


SIGNATORIES = (
    "ge-president",
    "ge-state-minister",
    "ge-foreign-minister",
    "ge-head-state-chancellery",
    "ge-ambassador-to-guest-country",
    "ge-head-international-relations",
    "ge-head-state-protocol",
    "ge-head-press-service",
    "ge-mfa",
)


@pytest.mark.parametrize("absent", SIGNATORIES)
def test_each_of_the_nine_attends_the_signing(absent: str) -> None:
    def attended(*offices: str) -> Tale:
        tale = signing(day=OLD_DAY).tell(
            "16:46",
            "OfficialsPresent",
            role="attendance",
            activity="signing",
            present=[{"office": office} for office in offices],
        )
        return over(tale, "17:00", "signing")

    assert attended(*SIGNATORIES, "ge-mayor").status("3/5/h") is Status.FULFILLED
    rest = [office for office in SIGNATORIES if office != absent]
    assert attended(*rest).status("3/5/h") is Status.BREACHED


# (i), (j)


def conference(day: date = OLD_DAY, **more: object) -> Tale:
    more.setdefault("place", "conference_hall")
    more.setdefault("led_by", "ge-head-press-service")
    tale = over(signing(day=day), "17:00", "signing").plan("press_conference", "17:15")
    return began(tale, "17:15", "press_conference", **more)


def test_a_press_conference_follows_the_official_part_in_the_hall() -> None:
    assert conference().status("3/5/i.1") is Status.FULFILLED
    assert conference(place="fireplace_hall").status("3/5/i.1") is Status.BREACHED
    assert gone(visit()).status("3/5/i.1") is Status.BREACHED
    early = began(talks(), "15:10", "press_conference", place="conference_hall")
    assert over(early, "16:30", "talks").status("3/5/i.1") is Status.BREACHED


def test_the_head_of_the_press_service_chairs_it() -> None:
    assert conference().status("3/5/i.3") is Status.FULFILLED
    assert conference(led_by="ge-foreign-minister").status("3/5/i.3") is Status.BREACHED
    today = conference(day=date(2026, 6, 15), led_by="ge-foreign-minister")
    assert today.status("3/5/i.3") is Status.REVIEW


def left(tale: Tale, when: str, place: str = "house_2_threshold") -> Tale:
    return stepped(tale, when, "host_takes_leave_at_threshold", "press_conference", place=place)


def escorted(tale: Tale, when: str, by: str = "ge-head-state-protocol") -> Tale:
    return tale.tell(
        when, "PersonsEscorted", who=["main-guest"], by=[by], place="main_car", activity="press_conference"
    )


def test_leave_is_taken_after_the_press_conference_and_is_missing_only_when_the_visit_is_over() -> None:
    ended = over(conference(), "17:45", "press_conference")
    assert ended.status("3/5/j.2", as_of="18:00") is Status.PENDING
    assert left(ended, "17:50").status("3/5/j.2") is Status.FULFILLED
    assert left(conference(), "17:50", "car_park").status("3/5/j.2") is Status.BREACHED
    assert gone(over(conference(), "17:45", "press_conference")).status("3/5/j.2") is Status.BREACHED


def test_the_head_of_protocol_leads_the_guest_to_the_car_after_the_leave() -> None:
    assert escorted(left(conference(), "17:50"), "17:52").status("3/5/j.3") is Status.FULFILLED
    assert escorted(left(conference(), "17:50"), "17:49").status("3/5/j.3") is Status.BREACHED
    assert escorted(left(conference(), "17:50"), "17:52", "driver").status("3/5/j.3") is Status.BREACHED


@pytest.mark.parametrize(
    ("provision", "activity", "place"),
    [
        ("3/5/b.1", "reception_ceremony", "krtsanisi_house_2"),
        ("3/5/f", "signing", "signing_table"),
    ],
)
def test_both_flags_may_be_recorded_by_their_sides_or_one_by_one(
    provision: str, activity: str, place: str
) -> None:
    guest, georgia = "guest_state_flag", "georgian_state_flag"
    sides = talks().plan("signing", "17:00")
    sides.tell("09:00", "FlagsDisplayed", activity=activity, place=place, left=guest, right=georgia)
    assert sides.status(provision) is Status.FULFILLED
    singly = talks().plan("signing", "17:00")
    singly.tell("09:00", "FlagsDisplayed", activity=activity, place=place, flags=[guest])
    assert over(singly, "18:00", activity).status(provision) is Status.BREACHED
    singly.tell("09:05", "FlagsDisplayed", activity=activity, place=place, flags=[georgia])
    assert singly.status(provision) is Status.FULFILLED


def test_a_press_conference_that_was_not_held_is_reported_once() -> None:
    tale = gone(talks().plan("press_conference", "18:00"))
    assert tale.status("3/5/i.1") is Status.BREACHED
    assert tale.status("3/5/i.3") is Status.NOT_APPLICABLE
