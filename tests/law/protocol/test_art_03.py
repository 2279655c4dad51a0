"""Art. 3: handing in an application, and asking about it."""

from __future__ import annotations

import pytest

from domain.events.parts import Channel
from domain.events.readmission import AdditionalInformationRequested, ApplicationSubmitted
from domain.law.verdict import Status
from tests.law.cases import GEORGIA, IMMIGRATION, case

CHANNEL = "protocol-ro/art-3/1"
QUESTION = "protocol-ro/art-3/2"
LATER = "2026-07-01T12:00+04:00"
ALLOWED = (Channel.ELECTRONIC_SYSTEM, Channel.OFFICIAL_EMAIL, Channel.FAX)


@pytest.mark.parametrize("channel", list(Channel))
def test_three_channels_and_no_other(channel: Channel) -> None:
    told = case().record(ApplicationSubmitted, channel=channel).judge(LATER)
    assert told.status(CHANNEL) is (Status.FULFILLED if channel in ALLOWED else Status.BREACHED)


def test_the_accelerated_application_has_its_own_provision() -> None:
    told = case().record(ApplicationSubmitted, procedure="accelerated", channel="post").judge(LATER)
    assert told.status(CHANNEL) is Status.NOT_APPLICABLE


def test_an_application_before_the_protocol() -> None:
    told = case().at("2019-06-28T12:00+04:00").record(ApplicationSubmitted, channel="post").judge(LATER)
    assert told.status(CHANNEL) is Status.NOT_APPLICABLE
    told = case().at("2019-06-29T00:00+04:00").record(ApplicationSubmitted, channel="post").judge(LATER)
    assert told.status(CHANNEL) is Status.BREACHED


@pytest.mark.parametrize(
    ("side", "by", "to", "literal"),
    [("requesting", IMMIGRATION, GEORGIA, "yes"), ("requested", GEORGIA, IMMIGRATION, "no")],
)
def test_both_directions_are_accepted_and_the_literal_one_is_marked(
    side: str, by: str, to: str, literal: str
) -> None:
    told = (
        case().record(ApplicationSubmitted).record(AdditionalInformationRequested, by_side=side, by=by, to=to)
    )
    verdict = told.judge(LATER).verdict(QUESTION)
    assert verdict.status is Status.FULFILLED
    assert dict(verdict.reasons[0].values)["literal"] == literal


def test_a_question_put_to_somebody_else() -> None:
    told = case().record(ApplicationSubmitted)
    told.record(
        AdditionalInformationRequested, by_side="requesting", by=IMMIGRATION, to="ge-embassy-bucharest"
    )
    judged = told.judge(LATER)
    assert judged.status(QUESTION) is Status.BREACHED
    assert [item.norm.id for item in judged.report.deviations] == [QUESTION]
