"""The forms of norms: asked for, in time, forbidden, permitted, vouched for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.events.state_protocol.conduct import PersonsArrived, SpeechDelivered, ThingPlaced
from domain.events.state_protocol.things import Need, Thing
from domain.events.state_protocol.vocabulary import Activity
from domain.law.book import LawBook
from domain.law.decree_386.forms.duties import Asks, Attests, Duty, Forbids, InTime, Permits
from domain.law.decree_386.forms.visits import needed, spouse_comes
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.provision import LimitSpec, Scope
from domain.law.verdict import Status
from tests.law.decree.forms import ONLY, law, minutes, only, provision, reasons, report, status, view_of
from tests.law.decree.tale import Tale, visit

BANNER = Wanted(ThingPlaced, where={"thing": Thing.BANNER}, holds={"languages": "ka"})
ASKED = law((provision(), Asks(activity=Activity.ARRIVAL, wanted=BANNER)))
COMING = Wanted(PersonsArrived, where={"who": "ge-minister"})
LIMITED = law((provision(limit=minutes(30)), InTime(activity=Activity.ARRIVAL, wanted=COMING)))
OVER = ("12:40", "ActivityEnded", {"activity": "arrival"})


def banner(*languages: str, when: str = "09:00", tale: Tale | None = None) -> Tale:
    told = {"thing": "banner", "activity": "arrival", "languages": list(languages)}
    return (tale or visit()).tell(when, "ThingPlaced", **told)


def came(when: str, tale: Tale | None = None) -> Tale:
    return (tale or visit()).tell(when, "PersonsArrived", who=["ge-minister"], place="airport")


# Asked for


def test_what_is_asked_for_is_there() -> None:
    tale = banner("ro", "ka")
    assert status(tale, ASKED) is Status.FULFILLED
    assert only(tale, ASKED).verdict.evidence == (tale.facts[-1],)


def test_a_fact_that_says_otherwise_breaks_it_until_a_right_one_comes() -> None:
    assert status(banner("ro"), ASKED) is Status.BREACHED
    assert reasons(banner("ro"), ASKED) == ["says_otherwise"]
    assert status(banner("ka", tale=banner("ro"), when="10:00"), ASKED) is Status.FULFILLED


def test_a_fact_that_does_not_say_leaves_it_undetermined() -> None:
    assert status(banner(), ASKED) is Status.UNDETERMINED
    assert reasons(banner(), ASKED) == ["not_stated"]


def test_a_wrong_word_weighs_more_than_a_missing_one() -> None:
    assert status(banner(tale=banner("ro"), when="10:00"), ASKED) is Status.BREACHED


def test_nothing_recorded_is_open_until_the_item_is_over_and_missing_afterwards() -> None:
    tale = visit()
    assert status(tale, ASKED) is Status.PENDING
    assert only(tale, ASKED).verdict.awaited == ("ThingPlaced",)
    when, event, data = OVER
    tale.tell(when, event, **data)
    assert status(tale, ASKED) is Status.BREACHED
    assert status(tale, ASKED, as_of="12:39") is Status.PENDING
    assert reasons(tale, ASKED) == ["not_recorded"]


def test_a_duty_of_a_cancelled_item_falls_away() -> None:
    tale = visit().tell("-3 12:00", "ProgrammeItemCancelled", activity="arrival", reason="by land")
    assert status(tale, ASKED) is Status.DISCHARGED
    assert status(banner("ka", tale=tale), ASKED) is Status.FULFILLED


def test_what_an_officer_says_was_not_done_is_a_breach_with_its_reason() -> None:
    tale = visit().tell("12:30", "ItemOmitted", provision=f"decree-386/art-{ONLY}", reason="the wind")
    assert status(tale, ASKED) is Status.BREACHED
    assert reasons(tale, ASKED) == ["omitted"]


def test_an_omission_of_another_item_or_provision_says_nothing() -> None:
    other = visit().tell("12:30", "ItemOmitted", provision="decree-386/art-99/2", reason="x")
    assert status(other, ASKED) is Status.PENDING
    elsewhere = visit().tell(
        "12:30", "ItemOmitted", provision=f"decree-386/art-{ONLY}", activity="departure", reason="x"
    )
    assert status(elsewhere, ASKED) is Status.PENDING


def test_a_fact_of_another_item_does_not_count() -> None:
    tale = visit().tell("09:00", "ThingPlaced", thing="banner", activity="departure", languages=["ka"])
    assert status(tale, ASKED) is Status.PENDING


def test_each_item_is_judged_on_its_own() -> None:
    book = law((provision(), Asks(activity=Activity.DINNER, wanted=Wanted(SpeechDelivered))))
    tale = visit().plan("dinner", "19:00").plan("dinner", "+1 19:00", item="dinner-2")
    tale.tell("19:30", "SpeechDelivered", activity="dinner", item="dinner-2", by="ge-president")
    found = report(tale, book).obligations
    assert [item.verdict.status for item in found] == [Status.PENDING, Status.FULFILLED]
    assert len({item.id for item in found}) == 2


def test_it_may_be_done_after_the_item_and_is_missing_when_the_case_is_over() -> None:
    book = law((provision(), Asks(activity=Activity.ARRIVAL, wanted=BANNER, afterwards=True)))
    tale = visit()
    when, event, data = OVER
    tale.tell(when, event, **data)
    assert status(tale, book) is Status.PENDING
    tale.tell("+2 11:00", "AircraftDeparted")
    assert status(tale, book) is Status.BREACHED


# Where it applies


@pytest.mark.parametrize(
    ("category", "rank", "applies"),
    [
        ("official", "head_of_state", True),
        ("state", "head_of_state", True),
        ("working", "head_of_state", False),
        ("official", "speaker", False),
    ],
)
def test_a_provision_speaks_to_its_categories_and_ranks(category: str, rank: str, applies: bool) -> None:
    scope = Scope(frozenset({"official"}), frozenset({"state"}), frozenset({"head_of_state"}))
    book = law((provision(scope=scope), Asks(activity=Activity.ARRIVAL, wanted=BANNER)))
    assert bool(report(visit(category, rank), book).obligations) is applies


@pytest.mark.parametrize("spouse", [True, False])
def test_a_condition_decides_whether_there_is_a_duty(spouse: bool) -> None:
    book = law((provision(), Asks(activity=Activity.ARRIVAL, wanted=BANNER, when=spouse_comes)))
    assert bool(report(visit(with_spouse=spouse), book).obligations) is spouse


def test_a_recorded_need_makes_the_duty_for_its_item_or_for_all() -> None:
    book = law((provision(), Asks(activity=Activity.ARRIVAL, wanted=BANNER, when=needed(Need.INTERPRETER))))
    assert report(visit(), book).obligations == ()
    everywhere = visit().tell("-3 12:00", "NeedRecorded", need="interpreter_needed")
    assert len(report(everywhere, book).obligations) == 1
    elsewhere = visit().tell("-3 12:00", "NeedRecorded", need="interpreter_needed", activity="dinner")
    assert report(elsewhere, book).obligations == ()


def test_a_duty_for_both_ends_of_the_visit_is_judged_for_each() -> None:
    book = law((provision(), Asks(activity=Activity.ARRIVAL, also=(Activity.DEPARTURE,), wanted=BANNER)))
    tale = banner("ka").tell("+2 11:30", "ActivityEnded", activity="departure")
    assert [item.verdict.status for item in report(tale, book).obligations] == [
        Status.FULFILLED,
        Status.BREACHED,
    ]


# In time


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("11:29", Status.FULFILLED),
        ("11:30", Status.FULFILLED),
        ("11:30:01", Status.FULFILLED_LATE),
        ("11:59", Status.FULFILLED_LATE),
    ],
)
def test_a_limit_in_minutes_runs_to_the_very_minute(at: str, expected: Status) -> None:
    assert status(came(at).tell("12:00", "AircraftLanded"), LIMITED) is expected


def test_before_the_anchor_the_plan_counts_and_then_what_happened() -> None:
    tale = came("11:35")
    assert status(tale, LIMITED, as_of="11:40") is Status.FULFILLED_LATE
    tale.tell("12:10", "AircraftLanded")
    assert status(tale, LIMITED) is Status.FULFILLED


def test_a_limit_that_has_run_out_by_the_plan_stays_open_until_the_landing() -> None:
    tale = visit()
    check = only(tale, LIMITED, as_of="11:00").verdict.next_check
    assert check is not None
    assert check - tale.instant("11:30") <= timedelta(microseconds=1)
    held = only(tale, LIMITED, as_of="11:45").verdict
    assert (held.status, held.contested) == (Status.PENDING, True)
    assert reasons(tale, LIMITED, as_of="11:45") == ["awaits_the_anchor"]
    tale.tell("12:00", "AircraftLanded")
    assert status(tale, LIMITED, as_of="12:01") is Status.BREACHED


def test_an_early_landing_excuses_who_was_in_time_by_the_plan() -> None:
    tale = came("11:30").tell("11:50", "AircraftLanded")
    held = only(tale, LIMITED).verdict
    assert (held.status, held.beneath) == (Status.EXCUSED, Status.FULFILLED_LATE)
    assert reasons(tale, LIMITED)[-1] == "came_early"


def test_an_early_landing_does_not_excuse_who_was_late_by_the_plan_too() -> None:
    assert status(came("11:31").tell("11:50", "AircraftLanded"), LIMITED) is Status.FULFILLED_LATE


def test_a_moved_item_moves_the_limit() -> None:
    tale = came("12:20").plan("arrival", "13:00", when="-2 12:00")
    assert status(tale, LIMITED) is Status.FULFILLED


def test_without_a_plan_the_time_limit_cannot_be_counted() -> None:
    book = law((provision(limit=minutes(30)), InTime(activity=Activity.VISIT, wanted=COMING)))
    tale = Tale("visit-1").tell(
        "-30 12:00", "VisitRegistered", category="official", rank="speaker", guest_state="RO"
    )
    assert status(tale, book) is Status.PENDING
    tale.tell("10:00", "PersonsArrived", who=["ge-minister"], place="airport")
    assert status(tale, book) is Status.UNDETERMINED
    assert reasons(tale, book) == ["anchor_unknown"]


def test_two_landings_leave_the_limit_undetermined() -> None:
    tale = came("11:30").tell("12:00", "AircraftLanded").tell("12:30", "AircraftLanded")
    assert status(tale, LIMITED) is Status.UNDETERMINED
    assert reasons(tale, LIMITED) == ["contradiction"]
    assert "several_AircraftLanded" in {gap.code for gap in report(tale, LIMITED).gaps}


def test_a_cancelled_item_discharges_an_open_limit_and_keeps_what_was_done() -> None:
    tale = visit().tell("-3 12:00", "ProgrammeItemCancelled", activity="arrival", reason="by land")
    assert status(tale, LIMITED) is Status.DISCHARGED
    assert status(came("11:00", tale), LIMITED) is Status.FULFILLED


@pytest.mark.parametrize(("everyone", "expected"), [(True, Status.FULFILLED_LATE), (False, Status.FULFILLED)])
def test_where_all_have_to_come_the_last_one_counts(everyone: bool, expected: Status) -> None:
    duty = InTime(activity=Activity.ARRIVAL, wanted=COMING, everyone=everyone)
    book = law((provision(limit=minutes(30)), duty))
    tale = came("11:50", came("11:20")).tell("12:00", "AircraftLanded")
    assert status(tale, book) is expected


def test_a_limit_in_days_is_late_by_the_plan_and_needs_no_landing() -> None:
    limit = LimitSpec(3, "calendar_day", "before", zone="georgia", roll="never")
    book = law((provision(limit=limit), InTime(activity=Activity.ARRIVAL, wanted=COMING)))
    assert status(visit(), book, as_of="-4 12:00") is Status.PENDING
    assert status(visit(), book, as_of="-1 12:00") is Status.BREACHED
    assert status(came("-3 23:59"), book) is Status.FULFILLED
    assert status(came("-2 00:00"), book) is Status.FULFILLED_LATE


def test_a_limit_may_run_from_an_item() -> None:
    book = law((provision(limit=minutes(20, "after")), InTime(activity=Activity.ARRIVAL, wanted=COMING)))
    landed = visit().tell("12:00", "AircraftLanded")
    assert status(landed, book, as_of="12:19") is Status.PENDING
    assert status(landed, book, as_of="12:21") is Status.BREACHED
    assert status(came("12:20", landed), book) is Status.FULFILLED


# Forbidden, permitted, vouched for

FORBIDDEN = law((provision(), Forbids(activity=Activity.ARRIVAL, wanted=BANNER)))
PERMITTED = law((provision(), Permits(activity=Activity.ARRIVAL, wanted=BANNER)))
VOUCHED = law((provision(), Attests(activity=Activity.ARRIVAL)))


def test_a_prohibition_holds_and_is_kept_once_the_item_is_over() -> None:
    tale = visit()
    assert status(tale, FORBIDDEN) is Status.HOLDING
    when, event, data = OVER
    assert status(tale.tell(when, event, **data), FORBIDDEN) is Status.FULFILLED
    assert status(banner("ka", tale=tale), FORBIDDEN) is Status.BREACHED


def test_a_prohibition_of_a_cancelled_item_falls_away() -> None:
    tale = visit().tell("-3 12:00", "CaseCancelled", reason="the guest stays at home")
    assert status(tale, FORBIDDEN) is Status.DISCHARGED


def test_a_permission_asks_for_nothing_and_shows_its_use() -> None:
    assert status(visit(), PERMITTED) is Status.NOT_APPLICABLE
    assert status(banner(), PERMITTED) is Status.FULFILLED


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [("kept", Status.FULFILLED), ("not_kept", Status.BREACHED), ("not_applicable", Status.NOT_APPLICABLE)],
)
def test_an_officer_vouches_for_what_no_fact_shows(outcome: str, expected: Status) -> None:
    assert status(visit(), VOUCHED) is Status.PENDING
    tale = visit().tell(
        "12:30", "ProvisionAttested", provision=f"decree-386/art-{ONLY}", outcome=outcome, by="ge-mfa"
    )
    assert status(tale, VOUCHED) is expected


def test_a_checklist_item_stays_open_after_its_item_unless_called_off() -> None:
    when, event, data = OVER
    assert status(visit().tell(when, event, **data), VOUCHED) is Status.PENDING
    off = visit().tell("-3 12:00", "CaseCancelled", reason="the guest stays at home")
    assert status(off, VOUCHED) is Status.DISCHARGED


# What one tap records


@pytest.mark.parametrize("book", [ASKED, LIMITED, PERMITTED, VOUCHED])
def test_what_a_tap_records_performs_the_duty(book: LawBook) -> None:
    tale = visit()
    (norm,) = book.norm_by_id.values()
    assert isinstance(norm.check, Duty)
    view = view_of(tale, "11:00")
    (tap,) = norm.check.taps(view, norm.check.occasions(view.history)[0], norm.provision)
    missing = {"PersonsArrived": {"place": "airport"}, "ProvisionAttested": {"by": "ge-mfa"}}
    tale.tell("11:00", tap.type, **tap.data, **missing.get(tap.type, {}))
    tale.tell("12:00", "AircraftLanded")
    assert status(tale, book) is Status.FULFILLED
