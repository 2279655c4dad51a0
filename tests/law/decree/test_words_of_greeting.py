"""Every reason of Arts. 1 to 3(1) can be said in both languages, with all its values."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from domain.law.explain import explain
from domain.law.judge import Report
from domain.law.provision import Language
from domain.law.sentences import sentences
from tests.law.decree.greeting import greeting
from tests.law.decree.tale import Tale, visit

KEYS = tomllib.loads(files("domain.law.phrases").joinpath("greeting_reasons.toml").read_text("utf-8")).keys()
NIGHT = {"subject": "lowered_level", "activity": "arrival"}


def tales() -> list[Tale]:
    """Cases that between them give every reason of the book."""
    refused = {"by": "ge-mfa", "complied": False}
    wrong = greeting(
        flags=("", {"left": "georgian_state_flag"}),
        carpet=("", {"stand": 3}),
        ramp_2="12:01",
        escort=("", {"motorcycles": 5}),
        presented=("", {"presented": ["main-guest"], "to": ["ge-president"]}),
        scheme="12:01",
        over=False,
    )
    wrong.tell("12:29", "SeatTaken", car=4, who=["guest-delegation", "ge-mayor"], activity="arrival")
    at_night = visit(day=date(2026, 6, 15)).plan("arrival", "23:00", when="-19 12:00")
    late = {"subject": "visit_character_and_dates"}
    one_exit = greeting(landing=("", {"exits": 1}), companions="12:06")
    return [
        wrong,
        one_exit,
        greeting(carpet=("", {"stand": 5}), podium=("", {"stand": 5}), parking=("", {"stand": 5})),
        greeting(companions=("", {"place": "ramp_1"})),
        visit("state").tell("12:00", "AircraftLanded").tell("12:01", "AgreementReached", **late),
        visit("state", earlier_state_visits=1).tell("-9 12:00", "DecisionTaken", subject="special_case"),
        visit()
        .tell("-9 12:00", "InstructionIssued", to="ge-mfa")
        .tell("-8 12:00", "InstructionAnswered", **refused),
        visit()
        .plan("dinner", "19:00")
        .plan("performance", "+1 19:00")
        .tell("-1 12:00", "DecisionTaken", subject="exception_to_rule", activity="sightseeing"),
        at_night.tell("23:00", "AircraftLanded").tell("23:30", "ActivityEnded", activity="arrival"),
        visit().plan("arrival", "23:00", when="-19 12:00").tell("-9 12:00", "DecisionTaken", **NIGHT),
        visit().tell("-9 12:00", "DecisionTaken", **NIGHT).tell("12:00", "AircraftLanded"),
    ]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [tale.report("+5 12:00") for tale in tales()]


def test_every_reason_of_the_book_is_given_by_some_case(reports: list[Report]) -> None:
    given = {why.key for report in reports for item in report.obligations for why in item.verdict.reasons}
    assert KEYS - given == set()


@pytest.mark.parametrize("language", list(Language))
def test_every_obligation_can_be_explained(reports: list[Report], language: Language) -> None:
    for report in reports:
        for item in report.obligations:
            assert all(line.strip() and "{" not in line for line in sentences(explain(item), language))
