"""Composition: required members, alternatives, classes, spouses, and what the register of offices knows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.events.state_protocol.vocabulary import Activity, Presence
from domain.law.book import LawBook
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.duties import Tap
from domain.law.provision import Member
from domain.law.verdict import Status
from tests.law.decree.forms import law, only, provision, reasons, status, view_of
from tests.law.decree.tale import Tale, visit

OLD, NEW = date(2003, 6, 16), date(2026, 6, 15)
MINISTER, SPEAKER = Member("ge-state-minister", "required"), Member("ge-speaker", "required")
#: The register knows nobody who holds it in 2026.
ANALYST = Member("ge-head-policy-analysis", "required")
DUTY = Attends(activity=Activity.ARRIVAL, role=Presence.GREETING)


def wanting(*members: Member) -> LawBook:
    return law((provision(members=members), DUTY))


def greeted(*offices: str | dict[str, Any], day: date = OLD, over: bool = True, **more: Any) -> Tale:
    tale = visit(day=day, **more).tell("12:00", "AircraftLanded")
    if offices:
        present = [item if isinstance(item, dict) else {"office": item} for item in offices]
        tale.tell("12:05", "OfficialsPresent", role="greeting", activity="arrival", present=present)
    return tale.tell("12:40", "ActivityEnded", activity="arrival") if over else tale


def test_everybody_who_is_required_is_there() -> None:
    book = wanting(MINISTER, SPEAKER)
    assert status(greeted("ge-state-minister", "ge-speaker"), book) is Status.FULFILLED
    assert status(greeted("ge-state-minister"), book) is Status.BREACHED
    assert reasons(greeted("ge-state-minister"), book) == ["members_missing"]


def test_lists_are_a_minimum_and_never_closed() -> None:
    assert status(greeted("ge-speaker", "interpreter"), wanting(SPEAKER)) is Status.FULFILLED


def test_several_facts_add_up() -> None:
    tale = greeted("ge-speaker", over=False)
    tale.tell("12:06", "OfficialsPresent", role="greeting", present=[{"office": "ge-state-minister"}])
    assert status(tale, wanting(MINISTER, SPEAKER)) is Status.FULFILLED


def test_who_is_missing_is_awaited_until_the_item_is_over() -> None:
    tale = greeted("ge-speaker", over=False)
    held = only(tale, wanting(MINISTER, SPEAKER)).verdict
    assert (held.status, held.awaited) == (Status.PENDING, ("OfficialsPresent",))
    assert reasons(tale, wanting(MINISTER, SPEAKER)) == ["members_awaited"]


def test_another_role_or_another_item_does_not_count() -> None:
    tale = visit(day=OLD).tell("12:00", "AircraftLanded")
    for role, activity in (("farewell", "arrival"), ("greeting", "departure")):
        tale.tell(
            "12:05", "OfficialsPresent", role=role, activity=activity, present=[{"office": "ge-speaker"}]
        )
    assert status(tale, wanting(SPEAKER)) is Status.PENDING


def test_the_successor_of_an_office_stands_for_it_from_his_day_on() -> None:
    book = wanting(MINISTER)
    assert status(greeted("ge-prime-minister", day=NEW), book) is Status.FULFILLED
    assert status(greeted("ge-prime-minister", day=OLD), book) is Status.BREACHED


@pytest.mark.parametrize("present", [(), ("interpreter",)])
def test_an_absence_weighs_as_much_as_the_register_knows(present: tuple[str, ...]) -> None:
    assert status(greeted(*present, day=OLD), wanting(MINISTER)) is Status.BREACHED
    assert status(greeted(*present, day=NEW), wanting(MINISTER)) is Status.REVIEW
    assert status(greeted(*present, day=NEW), wanting(ANALYST)) is Status.UNDETERMINED


def test_one_office_known_by_document_makes_the_breach_and_all_who_are_missing_are_named() -> None:
    class_member = Member("guest-embassy-diplomat", "required")
    tale = greeted("interpreter", day=NEW)
    held = only(tale, wanting(ANALYST, class_member)).verdict
    assert held.status is Status.BREACHED
    assert dict(held.reasons[0].values)["offices"] == (ANALYST.office, class_member.office)


def test_of_alternatives_one_comes_and_groups_are_told_apart() -> None:
    choices = (
        Member("ge-minister", "alternative", "a"),
        Member("ge-agency-head", "alternative", "a"),
        Member("expert", "alternative", "b"),
        Member("journalist", "alternative", "b"),
    )
    book = wanting(*choices)
    assert status(greeted("ge-agency-head", "expert"), book) is Status.FULFILLED
    tale = greeted("ge-agency-head", "ge-minister")
    assert status(tale, book) is Status.BREACHED
    assert dict(only(tale, book).verdict.reasons[0].values)["offices"] == ("expert",)


def test_of_a_class_at_least_one_comes_and_an_option_is_never_missed() -> None:
    book = wanting(Member("ge-minister", "group"), Member("journalist", "optional"))
    assert status(greeted("ge-minister"), book) is Status.FULFILLED
    assert status(greeted("journalist"), book) is Status.BREACHED


@pytest.mark.parametrize(
    ("guest_with_spouse", "office", "expected"),
    [
        (False, {"office": "ge-speaker"}, Status.FULFILLED),
        (True, {"office": "ge-speaker"}, Status.BREACHED),
        (True, {"office": "ge-speaker", "with_spouse": True}, Status.FULFILLED),
    ],
)
def test_a_spouse_comes_where_the_guest_comes_with_one(
    guest_with_spouse: bool, office: dict[str, Any], expected: Status
) -> None:
    book = wanting(Member("ge-speaker", "required", spouse=True))
    assert status(greeted(office, with_spouse=guest_with_spouse), book) is expected


def test_a_spouse_may_be_recorded_beside_the_office() -> None:
    book = wanting(Member("ge-speaker", "required", spouse=True))
    assert status(greeted("ge-speaker", "ge-speaker-spouse", with_spouse=True), book) is Status.FULFILLED


def test_an_officers_word_that_it_was_not_done_outweighs_the_record() -> None:
    tale = greeted("ge-speaker")
    tale.tell("13:00", "ItemOmitted", provision="decree-386/art-99/1", reason="he left before the landing")
    assert status(tale, wanting(SPEAKER)) is Status.BREACHED


def test_what_a_tap_records_is_complete() -> None:
    members = (
        Member("ge-speaker", "required", spouse=True),
        Member("ge-minister", "alternative", "a"),
        Member("ge-agency-head", "alternative", "a"),
        Member("journalist", "optional"),
    )
    tale = visit(day=OLD, with_spouse=True)
    view = view_of(tale, "11:00")
    item = provision(members=members)
    (tap,) = DUTY.taps(view, DUTY.occasions(view.history)[0], item)
    present = [{"office": "ge-speaker", "with_spouse": True}, {"office": "ge-minister"}]
    assert tap == Tap("OfficialsPresent", {"role": "greeting", "activity": "arrival", "present": present})
    tale.tell("12:05", tap.type, **tap.data)
    assert status(tale, wanting(*members)) is Status.FULFILLED
