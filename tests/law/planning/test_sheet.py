"""Run-sheets of plans: rows in the order of time, each with its limit, body, place and what to record."""

from datetime import datetime

import pytest

from domain.events import CATALOGUE
from domain.law.library import load_law
from domain.law.planning import SheetPart, row_sentences, run_sheet, time_sentences, warning_sentence
from domain.law.planning.ordering import places
from domain.law.planning.sheet import WarningKind
from domain.law.provision import Language
from domain.law.verdict import Status
from domain.law.zones import TBILISI
from tests.law import cases
from tests.law.decree.tale import Tale
from tests.law.decree.tale import visit as told
from tests.law.planning.plans import NOW, item, row, rows, sheet, visit, warned

RECEPTION = {
    "kind": "reception",
    "host": "ge-president",
    "guests": "foreign_delegation",
    "guest_state": "FR",
    "starts_at": "2026-06-22T12:00:00+04:00",
}
OUTGOING = {
    "kind": "outgoing",
    "category": "official",
    "host_state": "FR",
    "starts_at": "2026-07-10T09:00:00+04:00",
    "ends_at": "2026-07-12T18:00:00+04:00",
}
PLANS = {
    "head of state": visit(with_spouse=True, programme=[item("dinner", "2026-06-15T19:00:00+04:00")]),
    "head of government": visit(rank="head_of_government"),
    "working": visit(category="working", rank="foreign_minister"),
    "no times": visit(arrival_at=None, departure_at=None),
    "outgoing": OUTGOING,
    "reception": RECEPTION,
    "credentials": {
        "kind": "credentials",
        "form": "joint",
        "ambassadors": [
            {"sending_state": "FR", "agrement_requested_on": "2026-01-10"},
            {"sending_state": "JP"},
        ],
        "starts_at": "2026-06-22T12:00:00+04:00",
    },
    "wreath": {
        "kind": "ceremony",
        "form": "wreath_laying",
        "guest_rank": "head_of_state",
        "starts_at": "2026-06-22T12:00:00+04:00",
    },
    "inauguration": {"kind": "ceremony", "form": "inauguration", "deciding_round_on": "2026-10-25"},
}
#: What only whoever records an event can know.
ADDED = {
    "by": "ge-mfa",
    "to": "ge-mfa",
    "who": "guest-delegation",
    "chosen": "ge-president",
    "ambassador": "7b0f3c1e-5d59-4f0e-9a56-3a1f0a9d1c01",
}


def added(model, name):
    several = "tuple" in str(model.model_fields[name].annotation)
    return [ADDED[name]] if several else ADDED[name]


@pytest.fixture(params=PLANS)
def drawn(request):
    return sheet(PLANS[request.param])


def test_rows_stand_in_the_order_of_time_and_then_of_the_text(drawn):
    order = places(load_law())
    timed = [
        (found.at, not found.ahead, order[found.provision.id]) for found in drawn.rows if found.at is not None
    ]
    assert timed == sorted(timed)
    assert all(found.at is None for found in drawn.rows[len(timed) :])


def test_a_step_that_the_text_names_early_stands_after_those_that_precede_it():
    """Art. 23(1) names the oath; the flag of Art. 23(3) is brought in before it."""
    starts = "2026-11-24T12:00:00+04:00"
    found = [item.provision.id for item in sheet({**PLANS["inauguration"], "starts_at": starts}).rows]
    assert found.index("decree-386/art-23/3.1") < found.index("decree-386/art-23/1.2")
    both = [item.provision.id for item in sheet(PLANS["head of government"]).rows]
    steps = ("decree-386/art-3/1/g.1", "decree-386/art-7/1/c.1", "decree-386/art-3/1/g.4")
    assert sorted(steps, key=both.index) == list(steps)


def test_what_follows_an_item_is_expected_at_its_end():
    ends = "2026-06-15T22:30:00+04:00"
    planned = sheet(visit(programme=[item("dinner", "2026-06-15T19:00:00+04:00", ends_at=ends)]))
    assert row(planned, "3/6/g").expected_at == datetime.fromisoformat(ends)
    assert row(sheet(PLANS["head of state"]), "3/6/g").expected_at is None


def test_the_stand_is_offered_in_advance_and_flags_for_every_site_at_once():
    drawn = sheet(visit())
    assert row(drawn, "25/3/b").ahead
    assert [record.type for record in row(drawn, "25/3/b").records] == ["StandAssigned"]
    (flags,) = row(drawn, "25/4/a.1").records
    assert flags.data["flags"] == ["guest_state_flag", "georgian_state_flag"]
    assert flags.data["place"] == "programme_sites"


def test_keys_are_unique_and_nothing_that_does_not_apply_is_shown(drawn):
    keys = [found.key for found in drawn.rows]
    assert len(keys) == len(set(keys))
    assert Status.NOT_APPLICABLE not in {found.status for found in drawn.rows}


def test_every_offered_event_can_be_recorded_in_the_case(drawn):
    for found in drawn.rows:
        for record in found.records:
            model = CATALOGUE[record.type]
            assert drawn.report.kind in model.KINDS, found.key
            assert set(record.missing) <= set(ADDED), found.key
            model.model_validate({**record.data, **{name: added(model, name) for name in record.missing}})


def test_every_row_and_warning_has_words_in_both_languages(drawn):
    law = load_law()
    for language in Language:
        for found in drawn.rows:
            words = row_sentences(found, law, language)
            assert all(words)
            assert bool(time_sentences(found, law, language)) or found.at is None
        assert all(warning_sentence(warning, language) for warning in drawn.warnings)


def test_a_limit_gives_the_last_moment_and_says_how_it_was_counted():
    found = row(sheet(visit()), "3/1/a.4")
    assert found.at == datetime(2026, 6, 15, 11, 30, tzinfo=TBILISI)
    assert found.place == "airport"
    assert [body.id for body in found.bodies][:2] == ["ge-minister", "ge-parliament-member"]
    words = time_sentences(found, load_law(), Language.EN)
    assert words == [
        "Time limit: 30 minutes, counted backwards.",
        "The last moment in time is Mon 15 Jun 2026, 11:30 (Tbilisi).",
    ]


def test_what_has_no_limit_is_expected_when_its_item_begins():
    drawn = sheet(visit())
    found = row(drawn, "3/1/b.1")
    assert found.window is None
    assert found.at == found.expected_at == datetime(2026, 6, 15, 12, 0, tzinfo=TBILISI)
    assert [record.type for record in found.records] == ["FlagsDisplayed"]
    assert found.omission is not None
    assert found.omission.data == {"provision": "decree-386/art-3/1/b.1", "activity": "arrival"}
    assert found.omission.missing == ("reason",)


def test_what_the_law_wants_in_advance_stands_before_what_happens_then():
    drawn = sheet(visit())
    found = row(drawn, "25/11.1")
    assert found.ahead
    assert found.at == row(drawn, "3/1/b.1").at
    assert drawn.rows.index(found) < drawn.rows.index(row(drawn, "3/1/b.1"))
    words = time_sentences(found, load_law(), Language.EN)
    assert words == ["It has to be there before Mon 15 Jun 2026, 12:00 (Tbilisi): visit"]


def test_a_composition_is_asked_of_the_offices_that_it_names():
    found = row(sheet(visit(with_spouse=True)), "3/1/a.1")
    assert found.bodies[0].id == "ge-president"
    assert found.bodies[0].label.ka == "საქართველოს პრეზიდენტი"
    assert found.records[0].data["present"][0] == {"office": "ge-president", "with_spouse": True}


@pytest.mark.parametrize(
    ("arrival", "expected"),
    [
        ("2026-06-15T21:59:00+04:00", []),
        ("2026-06-15T22:00:00+04:00", ["plan_lowered_night"]),
        ("2026-06-16T05:59:00+04:00", ["plan_lowered_night"]),
        ("2026-06-16T06:00:00+04:00", []),
        ("2026-06-13T12:00:00+04:00", ["plan_lowered_day"]),
        ("2026-05-26T12:00:00+04:00", ["plan_lowered_day"]),
        ("2026-06-14T02:00:00+04:00", ["plan_lowered_night", "plan_lowered_day"]),
    ],
)
def test_night_and_days_off_lower_the_level(arrival, expected):
    found = sheet(visit(arrival_at=arrival), "2026-05-01T10:00:00+04:00")
    assert warned(found, WarningKind.LOWERED_LEVEL) == expected
    assert {warning.provision for warning in found.warnings if warning.kind is WarningKind.LOWERED_LEVEL} <= {
        "decree-386/art-2.2"
    }


def test_a_day_outside_the_calendar_is_said_to_be_unknown():
    found = sheet(visit(arrival_at="2035-06-13T12:00:00+04:00", departure_at="2035-06-14T12:00:00+04:00"))
    assert warned(found, WarningKind.CALENDAR_UNKNOWN) == ["plan_calendar_unknown"] * 2


def test_flights_without_a_time_are_named():
    assert warned(sheet(PLANS["no times"]), WarningKind.NO_TIME) == ["plan_no_time"] * 2


def test_an_office_without_an_entry_on_the_day_is_named_once():
    found = sheet(visit())
    offices = [
        dict(warning.why.values)["office"]
        for warning in found.warnings
        if warning.kind is WarningKind.OFFICE_UNREGISTERED
    ]
    assert "ge-head-state-provision" in offices
    assert len(offices) == len(set(offices))


def test_a_plan_is_judged_by_the_same_norms_as_the_case_it_becomes():
    planned = sheet(visit())
    tale = told()
    recorded = run_sheet(tale.report("-15 10:00"), load_law(), cases.load_calendars())
    assert [(found.provision.id, found.at) for found in planned.rows] == [
        (found.provision.id, found.at) for found in recorded.rows
    ]


def test_what_was_recorded_by_its_template_is_fulfilled():
    tale = told()
    drawn = run_sheet(tale.report("-1 12:00"), load_law(), cases.load_calendars())
    (record,) = row(drawn, "3/1/b.1").records
    tale.tell("12:00", record.type, **record.data)
    after = row(run_sheet(tale.report("12:30"), load_law(), cases.load_calendars()), "3/1/b.1")
    assert after.status is Status.FULFILLED
    assert after.done_at == tale.instant("12:00")
    assert after.key == row(drawn, "3/1/b.1").key


def test_what_is_vouched_as_not_done_is_breached():
    tale = told()
    drawn = run_sheet(tale.report("-1 12:00"), load_law(), cases.load_calendars())
    omission = row(drawn, "3/1/b.1").omission
    tale.tell("12:00", omission.type, **omission.data, reason="the poles were not delivered")
    after = row(run_sheet(tale.report("12:30"), load_law(), cases.load_calendars()), "3/1/b.1")
    assert after.status is Status.BREACHED
    assert after.done_at is None


def test_a_readmission_has_a_run_sheet_too():
    case = cases.case("readmission-1")
    for name in ("ApplicationSubmitted", "ApplicationReceived"):
        case.record(CATALOGUE[name])
    report = case.judge("2026-06-03T10:00:00+04:00").report
    found = run_sheet(report, load_law(), cases.load_calendars())
    assert any(item.window is not None and item.bodies for item in found.rows)
    assert all(not item.records and item.activity is None for item in found.rows)


def test_facts_that_contradict_each_other_leave_a_sheet():
    tale = told()
    tale.tell("11:58", "AircraftLanded").tell("12:03", "AircraftLanded")
    found = run_sheet(tale.report("12:30"), load_law(), cases.load_calendars())
    assert row(found, "3/1/a.1")
    assert WarningKind.GAP in {warning.kind for warning in found.warnings}


def test_an_empty_case_has_an_empty_sheet():
    report = Tale("visit-empty").report("12:00")
    found = run_sheet(report, load_law(), cases.load_calendars())
    assert found.rows == ()


def test_planning_reads_nothing_but_its_arguments():
    one, other = sheet(visit()), sheet(visit())
    assert [found.key for found in one.rows] == [found.key for found in other.rows]
    assert one.as_of == datetime.fromisoformat(NOW)


def test_the_choice_of_the_main_greeter_has_to_be_recorded_until_it_is():
    planned = sheet(PLANS["head of government"])
    offices = [dict(found.why.values).get("offices") for found in planned.warnings]
    assert ("ge-president", "ge-state-minister") in offices
    tale = told(rank="head_of_government")
    tale.tell("-5 12:00", "DecisionTaken", subject="main_greeter", chosen=["ge-state-minister"])
    recorded = run_sheet(tale.report("-1 12:00"), load_law(), cases.load_calendars())
    assert "plan_choice" not in warned(recorded, WarningKind.CHOICE)


def test_a_choice_is_offered_and_never_made_for_the_officer():
    before, _ = rows(sheet(PLANS["head of government"]), "7/1/a.1")
    (record,) = before.records
    assert (record.type, record.missing) == ("DecisionTaken", ("chosen",))
    assert record.options == ("ge-president", "ge-state-minister")
    assert "chosen" not in record.data


def test_alternatives_that_need_no_decision_are_no_choice():
    assert warned(sheet(visit()), WarningKind.CHOICE) == []


def test_what_is_late_already_cannot_be_met_any_more():
    """Materials are asked for a month before: with nine days left that has passed."""
    late = [found for found in sheet(OUTGOING, "2026-07-01T10:00:00+04:00").warnings if found.provision]
    kinds = {found.provision: found.kind for found in late}
    assert kinds["decree-386/art-27/2.1"] is WarningKind.TOO_LATE
    early = sheet(OUTGOING, "2026-06-01T10:00:00+04:00")
    assert "plan_too_late" not in warned(early, WarningKind.TOO_LATE)


def test_limits_whose_readings_differ_say_by_when_to_be_safe():
    assert "plan_readings_differ" in warned(sheet(RECEPTION), WarningKind.READINGS_DIFFER)
    late = sheet(RECEPTION, "2026-06-16T10:00:00+04:00")
    assert "plan_late_in_one_reading" in warned(late, WarningKind.LATE_IN_ONE_READING)


def test_the_preparatory_plan_is_a_part_with_its_nineteen_letters():
    found = sheet(visit()).preparation
    letters = {item.provision.id.split("/")[-1][0] for item in found if "/12/" in item.provision.id}
    assert len(letters) == 19
    assert {item.part for item in found} == {SheetPart.PREPARATION}


def test_an_imported_norm_is_a_row_that_cites_both_articles():
    found = sheet(PLANS["head of government"])
    imported = [item for item in found.rows if item.imported_by is not None]
    assert imported
    assert all(item.provision.id.startswith("decree-386/art-3/") for item in imported)
    assert all("/art-7/" in item.imported_by.id for item in imported)
    words = row_sentences(imported[0], load_law(), Language.EN)[0]
    assert words == f"Applies by reference: {imported[0].imported_by.citation.en}"
