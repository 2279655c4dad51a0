"""Each hand-written case holds exactly the deviations that are listed beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.events import CATALOGUE
from domain.facts import Draft, Envelope, Fact, admit
from domain.law.calendars import load_calendars
from domain.law.history import History
from domain.law.judge import judge
from domain.law.library import load_law
from domain.law.verdict import Status
from examples.cases import example_cases

NOW = datetime(2026, 11, 1, tzinfo=UTC)
CASES = {case.name: case for case in example_cases()}


def report_of(case):
    facts = []
    for position, event in enumerate(case.events, 1):
        data = CATALOGUE[event["type"]].model_validate(event["data"])
        at = datetime.fromisoformat(event["time"])
        envelope = Envelope(
            case_id=event["subject"], source=event["source"], event_id=event["id"], occurred_at=at
        )
        admit(Draft(envelope=envelope, data=data), NOW)
        facts.append(Fact(event["subject"], position, position, event["source"], event["id"], at, NOW, data))
    return judge(History(case.case_id, facts, as_of=NOW), load_law(), load_calendars(), NOW)


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_listed_deviations_are_the_computed_ones(name):
    case, report = CASES[name], report_of(CASES[name])
    review = [item.norm.id for item in report.obligations if item.verdict.status is Status.REVIEW]

    assert sorted(item.norm.id for item in report.deviations) == sorted(case.deviations)
    assert sorted(review) == sorted(case.review)


def test_the_two_replies_show_as_a_contradiction():
    report = report_of(CASES["contradiction"])
    assert report.status.code == "contradictory"
    assert [gap.code for gap in report.gaps] == ["several_ReplySent"]
    assert any(item.verdict.status is Status.UNDETERMINED for item in report.obligations)


def test_a_reply_without_an_application_shows_what_is_missing():
    codes = {gap.code for gap in report_of(CASES["never-opened"]).gaps}
    assert codes == {"no_ApplicationSubmitted", "no_ApplicationReceived"}


def test_silence_is_consent_in_spite_of_a_late_refusal():
    consent = report_of(CASES["silence"]).consent
    assert consent is not None
    assert consent.verified
    assert consent.late_reply is not None
    assert consent.challenged_by is not None
