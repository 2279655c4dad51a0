"""Art. 26: receptions by the President or the State Minister."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.law.verdict import Status
from tests.law.decree.receptions import (
    MATERIALS,
    Test,
    changed,
    has,
    lawful,
    opened,
    told,
    without,
)

LATER = "+20 12:00"
ALWAYS = [
    "1", "2/a", "2/b", "2/c", "3/a", "3/b", "3/c.1", "3/c.2", "4.1", "5.1", "5.2", "5.3", "5.4", "6/a",
    "6/c.1", "6/c.2", "7/a", "7/b", "7/c", "7/d", "7/e", "8", "9/a", "9/c",
]  # fmt: skip
BUILDING = ["5.1", "5.2", "5.3", "5.4"]
EXPEDIENCY = has("AgreementReached", subject="reception_expediency")
CLEARED = has("AgreementReached", subject="reception_with_host")
RECORD = has("MaterialDelivered", material="record_of_talk")
TALKING_POINTS = has("MaterialDelivered", material="talking_points")
PROVISION_SERVICE = has("NoticeGiven", subject="guests_reception")


def test_a_lawful_reception_keeps_everything() -> None:
    tale = told().tell("-2 09:00", "TalkingPointsChapterGiven", by="ge-security-policy-department")
    for provision in ALWAYS:
        assert tale.status(f"26/{provision}", LATER) is Status.FULFILLED, provision
    assert not tale.report(LATER).deviations
    assert not tale.report(LATER).gaps


def test_the_state_minister_may_be_the_host_too() -> None:
    tale = told(lawful("ge-state-minister"), host="ge-state-minister")
    assert tale.status("26/4.1", LATER) is Status.FULFILLED
    assert told(lawful("ge-president"), host="ge-state-minister").status("26/4.1", LATER) is Status.REVIEW


def test_receptions_by_others_are_not_what_the_article_speaks_of() -> None:
    report = told([], host="ge-foreign-minister").report(LATER)
    assert not [item.norm.id for item in report.obligations if "/art-26/" in item.norm.id]


def test_the_wholes_are_not_counted_beside_their_letters() -> None:
    assert not told([]).all("26/2", LATER)
    assert not told([]).all("26/3", LATER)


NOT_DONE = [
    ("1", EXPEDIENCY),
    *((local, has("MaterialDelivered", material=material)) for material, (local, _) in MATERIALS.items()),
    ("4.1", CLEARED),
    ("5.1", has("StepTaken", step="guest_cars_enter")),
    ("5.1", has("StepTaken", step="guest_cars_stop")),
    ("5.2", has("PersonsEscorted", place="reception_room")),
    ("5.3", has("PersonsEscorted", place="chancellery_yard")),
    ("5.4", has("PersonsArrived")),
    ("6/a", TALKING_POINTS),
    ("6/c.2", RECORD),
    ("7/a", has("NoticeGiven", subject="meeting_time")),
    ("7/b", has("ListApproved", attendance="meeting_list_of_guests")),
    ("7/b", has("ListApproved", attendance="meeting_list_of_georgian_side")),
    ("7/c", has("NoticeGiven", to=["ge-president-press-service"])),
    ("7/d", has("NoticeGiven", to=["ge-state-protection-service"])),
    ("7/e", PROVISION_SERVICE),
    ("8", has("ServiceProvided", service="interpretation")),
    ("9/a", has("ServiceProvided", service="room")),
    ("9/c", has("GiftHandled")),
]


@pytest.mark.parametrize(("provision", "left_out"), NOT_DONE)
def test_what_is_not_done_at_all_is_a_breach(provision: str, left_out: Test) -> None:
    assert told(without(left_out)).status(f"26/{provision}", LATER) is Status.BREACHED


OTHERWISE: list[tuple[str, Test, dict[str, Any]]] = [
    *(
        (local, has("MaterialDelivered", material=material), {"endorsed": False})
        for material, (local, _) in MATERIALS.items()
    ),
    ("2/a", has("MaterialDelivered", material="draft_programme_of_stay"), {"to": "ge-mfa"}),
    ("5.1", has("StepTaken", step="guest_cars_enter"), {"place": "other_place"}),
    ("5.1", has("StepTaken", step="guest_cars_stop"), {"place": "chancellery_entrance"}),
    ("6/c.2", RECORD, {"certified": False}),
]


@pytest.mark.parametrize(("provision", "which", "data"), OTHERWISE)
def test_what_is_done_otherwise_is_a_breach(provision: str, which: Test, data: dict[str, Any]) -> None:
    status = told(changed(which, **data)).status(f"26/{provision}", LATER)
    expected = Status.REVIEW if data.get("to") == "ge-mfa" else Status.BREACHED
    assert status is expected


def test_an_endorsement_that_nobody_noted_is_undetermined() -> None:
    story = changed(has("MaterialDelivered", material="short_biographies"), endorsed=None)
    assert told(story).status("26/3/a", LATER) is Status.UNDETERMINED


#: (provision, fact, the last instant in time by the proposed reading, its day, the day by the working-day reading).
LIMITS = [
    ("1", EXPEDIENCY, "-5 23:59", date(2026, 6, 10), date(2026, 6, 8)),
    *(
        (local, has("MaterialDelivered", material=material), "-3 23:59", date(2026, 6, 12), date(2026, 6, 10))
        for material, (local, _) in MATERIALS.items()
    ),
    ("6/a", TALKING_POINTS, "-1 23:59", date(2026, 6, 14), date(2026, 6, 12)),
    ("7/e", PROVISION_SERVICE, "-1 23:59", date(2026, 6, 14), date(2026, 6, 12)),
]


@pytest.mark.parametrize(("provision", "which", "last", "day", "working"), LIMITS)
def test_days_are_calendar_days_and_the_working_days_are_shown_beside(
    provision: str, which: Test, last: str, day: date, working: date
) -> None:
    verdict = told(changed(which, last)).verdict(f"26/{provision}", LATER)
    assert verdict.status is Status.FULFILLED
    assert verdict.contested
    assert verdict.window is not None
    assert verdict.window.proposed.last_day == day
    assert verdict.window.earliest.last_day == working


@pytest.mark.parametrize(("provision", "which", "last", "day", "working"), LIMITS)
def test_the_day_after_is_late(provision: str, which: Test, last: str, day: date, working: date) -> None:
    shift = int(last.split(maxsplit=1)[0]) + 1
    late = f"{shift} 00:00" if shift else "00:00"
    assert told(changed(which, late)).status(f"26/{provision}", LATER) is Status.FULFILLED_LATE


@pytest.mark.parametrize(("provision", "which", "last", "day", "working"), LIMITS)
def test_what_keeps_both_readings_is_not_contested(
    provision: str, which: Test, last: str, day: date, working: date
) -> None:
    verdict = told(changed(which, f"{(working - date(2026, 6, 15)).days} 23:59")).verdict(
        f"26/{provision}", LATER
    )
    assert verdict.status is Status.FULFILLED
    assert not verdict.contested


def test_asked_in_time_and_agreed_late_is_the_chancellery_s_delay() -> None:
    late = changed(EXPEDIENCY, "-3 10:00")
    asked = ("-7 10:00", "AgreementRequested", {"subject": "reception_expediency"})
    tardy = ("-4 10:00", "AgreementRequested", {"subject": "reception_expediency"})
    verdict = told([asked, *late]).verdict("26/1", LATER)
    assert verdict.status is Status.FULFILLED_LATE
    assert "at_risk" in [why.key for why in verdict.reasons]
    assert "at_risk" not in [why.key for why in told([tardy, *late]).verdict("26/1", LATER).reasons]
    assert "at_risk" not in [why.key for why in told([asked, *lawful()]).verdict("26/1", LATER).reasons]


def test_asked_in_time_and_never_agreed_is_the_chancellery_s_delay_too() -> None:
    asked = ("-7 10:00", "AgreementRequested", {"subject": "reception_expediency"})
    verdict = told([asked]).verdict("26/1", "-4 12:00")
    assert verdict.status is Status.BREACHED
    assert [why.key for why in verdict.reasons] == ["at_risk"]


def test_the_agreement_is_with_both_bodies() -> None:
    story = changed(EXPEDIENCY, between=["ge-international-relations-service"])
    assert told(story).status("26/1", LATER) is Status.REVIEW


@pytest.mark.parametrize(
    ("came", "began", "expected"),
    [
        ("11:45", "12:00", Status.FULFILLED),
        ("11:45:01", "12:00", Status.FULFILLED_LATE),
        ("11:50", "12:05", Status.FULFILLED),
        ("11:45", "11:55", Status.EXCUSED),
    ],
)
def test_guests_are_brought_fifteen_minutes_before(came: str, began: str, expected: Status) -> None:
    story = changed(has("PersonsArrived"), came)
    story = [(began if item[1] == "ActivityStarted" else item[0], *item[1:]) for item in story]
    assert told(story).status("26/5.4", LATER) is expected


def test_outside_the_building_gate_and_entrance_are_nobody_s_concern() -> None:
    report = told([], in_chancellery=False).report(LATER)
    judged = {item.norm.id for item in report.obligations}
    assert not judged & {f"decree-386/art-26/{local}" for local in BUILDING}


def test_nobody_of_the_protocol_greets() -> None:
    nobody = without(has("OfficialsPresent"))
    assert told(nobody).status("26/5.2", LATER) is Status.REVIEW
    assert told(nobody, date(2003, 9, 15)).status("26/5.2", LATER) is Status.BREACHED


def test_guests_are_seen_off_after_the_audience() -> None:
    story = changed(has("PersonsEscorted", place="chancellery_yard"), "12:30")
    assert told(story).status("26/5.3", LATER) is Status.BREACHED
    tale = told(without(has("PersonsEscorted", place="chancellery_yard")))
    assert tale.status("26/5.3", "20:00") is Status.PENDING
    assert tale.status("26/5.3", "+1 00:00") is Status.BREACHED


@pytest.mark.parametrize(
    ("when", "expected"),
    [("+7 23:59", Status.FULFILLED), ("+8 00:00", Status.FULFILLED_LATE)],
)
def test_the_record_is_handed_over_within_a_week(when: str, expected: Status) -> None:
    verdict = told(changed(RECORD, when)).verdict("26/6/c.2", LATER)
    assert verdict.status is expected
    assert verdict.window is not None
    assert verdict.window.proposed.last_day == date(2026, 6, 22)
    assert not verdict.window.contested


def test_the_record_is_missing_only_once_the_week_is_over() -> None:
    tale = told(without(RECORD, has("MaterialPrepared")))
    for provision in ("26/6/c.1", "26/6/c.2"):
        assert tale.status(provision, "+7 23:59") is Status.PENDING
        assert tale.status(provision, "+8 00:00") is Status.BREACHED


def test_a_record_that_was_handed_over_was_made() -> None:
    assert told(without(has("MaterialPrepared"))).status("26/6/c.1", LATER) is Status.FULFILLED


def test_a_reception_that_never_began_asks_for_no_record() -> None:
    tale = opened()
    assert tale.status("26/6/c.2", LATER) is Status.PENDING
    assert tale.status("26/6/c.1", LATER) is Status.PENDING


def test_the_first_deputy_clears_the_reception_with_regard_to_two_views() -> None:
    only_one = without(has("MaterialDelivered", by="ge-chancellery-sector-structure"))
    assert told(only_one).status("26/4.1", LATER) is Status.REVIEW
    in_force = told(only_one, date(2003, 9, 15)).verdict("26/4.1", LATER)
    assert in_force.status is Status.BREACHED
    assert [why.key for why in in_force.reasons] == ["views_missing"]
    late = changed(has("MaterialDelivered", material="opinion"), "-5 16:00")
    assert told(late, date(2003, 9, 15)).status("26/4.1", LATER) is Status.BREACHED


def test_a_reception_is_cleared_before_it_begins() -> None:
    assert told(changed(CLEARED, "12:30")).status("26/4.1", LATER) is Status.FULFILLED_LATE


SECURITY = {"guests": "military_or_security_service_representative"}


@pytest.mark.parametrize("host", ["ge-president", "ge-state-minister"])
def test_security_services_are_cleared_by_the_secretary_with_the_president(host: str) -> None:
    tale = told(lawful(security=True), host=host, **SECURITY)
    assert tale.status("26/4.2", LATER) is Status.FULFILLED
    assert tale.status("26/4.1", LATER) is Status.NOT_APPLICABLE
    by_others = told(lawful("ge-president"), date(2003, 9, 15), host=host, **SECURITY)
    assert by_others.status("26/4.2", LATER) is Status.BREACHED


def test_an_office_that_the_register_does_not_have_leaves_it_open() -> None:
    assert told(lawful(), **SECURITY).status("26/4.2", LATER) is Status.UNDETERMINED


def test_other_guests_need_no_secretary() -> None:
    assert told().status("26/4.2", LATER) is None


def test_additional_information_may_be_asked_for_when_needed() -> None:
    need = ("-5 10:00", "NeedRecorded", {"need": "additional_information_needed"})
    asked = (
        "-5 11:00",
        "MaterialRequested",
        {"material": "additional_information", "by": "ge-policy-analysis-service"},
    )
    assert told([need, asked]).status("26/3/d", LATER) is Status.FULFILLED
    assert told([need]).status("26/3/d", LATER) is Status.NOT_APPLICABLE
    assert told([]).status("26/3/d", LATER) is None


def test_materials_go_to_experts_when_needed() -> None:
    need = ("-5 10:00", "NeedRecorded", {"need": "expert_review_needed"})
    sent = (
        "-2 11:00",
        "MaterialDelivered",
        {"material": "materials_for_expert_review", "to": "ge-chancellery-structures"},
    )
    assert told([need, sent, *lawful()]).status("26/6/b", LATER) is Status.FULFILLED
    assert told([need, *lawful()]).status("26/6/b", LATER) is Status.BREACHED
    assert told().status("26/6/b", LATER) is None


def test_the_exact_time_is_told_before_the_final_programme() -> None:
    story = changed(has("NoticeGiven", subject="meeting_time"), "-2 13:00")
    assert told(story).status("26/7/a", LATER) is Status.FULFILLED_LATE


def test_the_room_is_ready_before_the_meeting() -> None:
    story = changed(has("ServiceProvided", service="room"), "12:10")
    assert told(story).status("26/9/a", LATER) is Status.FULFILLED_LATE


@pytest.mark.parametrize(
    ("ready", "expected"), [("11:59", Status.FULFILLED), ("12:10", Status.FULFILLED_LATE)]
)
def test_a_reception_that_nobody_recorded_as_begun_began_by_the_plan_once_it_is_over(
    ready: str, expected: Status
) -> None:
    story = changed(has("ServiceProvided", service="room"), ready)
    unbegun = [item for item in story if item[1] != "ActivityStarted"]
    assert told(unbegun).status("26/9/a", LATER) is expected


def test_a_notice_much_earlier_than_a_day_is_marked_for_information() -> None:
    verdict = told(changed(PROVISION_SERVICE, "-12 10:00")).verdict("26/7/e", LATER)
    assert verdict.status is Status.FULFILLED
    assert [why.key for why in verdict.reasons] == ["much_earlier"]


@pytest.mark.parametrize(("outcome", "expected"), [("kept", Status.FULFILLED), ("not_kept", Status.BREACHED)])
def test_an_officer_vouches_for_the_hospitality(outcome: str, expected: Status) -> None:
    word = {"provision": "decree-386/art-26/9/b", "outcome": outcome, "by": "ge-mfa"}
    assert told([("14:00", "ProvisionAttested", word)]).status("26/9/b", LATER) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # Before the decree was published there was no rule at all.
        (date(2001, 10, 15), Status.NOT_APPLICABLE),
        (date(2001, 10, 16), Status.UNDETERMINED),
        (date(2003, 7, 29), Status.UNDETERMINED),
        (date(2003, 7, 30), Status.FULFILLED),
    ],
)
def test_the_article_is_known_from_30_july_2003(day: date, expected: Status) -> None:
    tale = told(day=day)
    assert tale.status("26/7/c", LATER) is expected
    keys = [why.key for why in tale.verdict("26/7/c", LATER).reasons]
    assert ("wording_unknown" in keys) is (expected is Status.UNDETERMINED)


def test_in_a_year_without_a_calendar_the_days_of_the_week_decide_what_they_can() -> None:
    verdict = told(day=date(2003, 9, 15)).verdict("26/2/a", LATER)
    assert verdict.status is Status.FULFILLED
    assert [why.key for why in verdict.reasons] == ["outside_calendar"]


def test_a_reception_called_off_discharges_what_is_open() -> None:
    tale = opened().tell("-6 12:00", "CaseCancelled", reason="the guests do not come")
    report = tale.report(LATER)
    assert not report.deviations
    assert tale.status("26/2/a", LATER) is Status.DISCHARGED
    assert tale.status("26/6/c.2", LATER) is Status.DISCHARGED


def test_a_reception_that_is_moved_moves_the_limits() -> None:
    tale = told([]).plan("audience", "+7 12:00", when="-4 12:00")
    verdict = tale.verdict("26/2/a", "-3 12:00")
    assert verdict.window is not None
    assert verdict.window.proposed.last_day == date(2026, 6, 19)
