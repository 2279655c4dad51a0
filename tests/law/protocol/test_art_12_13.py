"""Arts. 12 and 13: meetings of experts, language."""

from __future__ import annotations

import pytest

from domain.events import EventData
from domain.events.ledger import ProvisionAttested
from domain.events.register import (
    CompetentAuthorityRegistered,
    ExpertMeetingHeld,
    ExpertMeetingRequested,
    ProblemRaised,
)
from domain.law.readmission.protocol.art_13 import MESSAGES
from domain.law.verdict import Status
from tests.law.cases import Case, case

TOGETHER, MEETING, EXPERTS = (f"protocol-ro/art-12.{number}" for number in (1, 2, 3))
ENGLISH = "protocol-ro/art-13"
LATER = "2026-12-01T10:00+04:00"


def register() -> Case:
    return case("register-1").at("2026-06-01T10:00+04:00")


def test_cooperation_on_a_problem_is_vouched_for() -> None:
    raised = register().record(ProblemRaised)
    assert raised.judge(LATER).status(TOGETHER) is Status.PENDING
    for outcome, status in {"kept": Status.FULFILLED, "not_kept": Status.BREACHED}.items():
        told = register().record(ProblemRaised).record(ProvisionAttested, provision=TOGETHER, outcome=outcome)
        assert told.judge(LATER).status(TOGETHER) is status


def test_each_problem_has_its_own_word() -> None:
    raised = register().record(ProblemRaised).record(ProvisionAttested, provision=TOGETHER)
    raised.at("2026-07-01T10:00+04:00").record(ProblemRaised)
    assert raised.judge(LATER).statuses(TOGETHER) == [Status.FULFILLED, Status.PENDING]


def test_a_meeting_follows_a_request_at_any_time() -> None:
    asked = register().record(ExpertMeetingRequested)
    open_ = asked.judge("2028-01-01T10:00+04:00").verdict(MEETING)
    assert (open_.status, open_.next_check) == (Status.PENDING, None)
    held = asked.at("2026-11-30T10:00+04:00").record(ExpertMeetingHeld)
    assert held.judge(LATER).status(MEETING) is Status.FULFILLED


def test_an_officer_may_vouch_that_no_meeting_was_convened() -> None:
    asked = (
        register()
        .record(ExpertMeetingRequested)
        .record(ProvisionAttested, provision=MEETING, outcome="not_kept")
    )
    assert asked.judge(LATER).status(MEETING) is Status.BREACHED
    assert asked.record(ExpertMeetingHeld).judge(LATER).status(MEETING) is Status.FULFILLED


def test_a_meeting_held_before_the_request_answers_nothing() -> None:
    told = register().record(ExpertMeetingHeld).at("2026-07-01T10:00+04:00").record(ExpertMeetingRequested)
    assert told.judge(LATER).status(MEETING) is Status.PENDING


def test_experts_come_from_the_competent_authorities() -> None:
    assert register().record(ExpertMeetingHeld).judge(LATER).status(EXPERTS) is Status.FULFILLED
    mixed = ["ge-migration-department", "ro-border-police", "ro-tourism-board"]
    stranger = register().record(ExpertMeetingHeld, participants=mixed)
    assert stranger.judge(LATER).status(EXPERTS) is Status.BREACHED


@pytest.mark.parametrize(
    ("registered", "status"),
    [("2026-05-01T10:00+04:00", Status.FULFILLED), ("2026-06-02T10:00+04:00", Status.BREACHED)],
)
def test_an_authority_designated_before_the_meeting_counts(registered: str, status: Status) -> None:
    told = register().record(ExpertMeetingHeld, participants=["ge-new-agency"])
    told.at(registered).record(CompetentAuthorityRegistered, authority="ge-new-agency")
    assert told.judge(LATER).status(EXPERTS) is status


#: What a message of each type needs beyond its sample.
EXTRA = {
    "TransferNotified": {"transfer_date": "2026-06-15"},
    "TransitRequested": {"planned_on": "2026-06-15"},
}
#: A fact that names the two States, where the message does not.
OPENED_BY = {"readmission": "ApplicationSubmitted", "transit": "TransitRequested"}


@pytest.mark.parametrize("model", MESSAGES, ids=lambda model: model.TYPE)
@pytest.mark.parametrize(
    ("language", "status"), [("en", Status.FULFILLED), ("ka", Status.BREACHED), ("ro", Status.BREACHED)]
)
def test_every_message_is_in_english(model: type[EventData], language: str, status: Status) -> None:
    kind = min(model.KINDS)
    told = case(f"{kind}-1").at("2026-06-02T10:00+04:00")
    told.record(model, language=language, **EXTRA.get(model.TYPE, {}))
    opening = next((item for item in MESSAGES if OPENED_BY.get(kind) == item.TYPE), None)
    if opening is not None and opening is not model:
        told.at("2026-06-01T10:00+04:00").record(opening, **EXTRA.get(opening.TYPE, {}))
    found = [item for item in told.judge(LATER).all(ENGLISH) if item.trigger.data.TYPE == model.TYPE]
    assert [item.verdict.status for item in found] == [status]


def test_what_is_no_message_has_no_language() -> None:
    assert register().record(ProblemRaised).judge(LATER).all(ENGLISH) == []


def test_a_message_before_the_protocol_was_in_force() -> None:
    told = case("register-1").at("2019-06-28T23:59+04:00").record(ExpertMeetingRequested, language="ka")
    assert told.judge("2019-07-01T10:00+04:00").status(ENGLISH) is Status.NOT_APPLICABLE
