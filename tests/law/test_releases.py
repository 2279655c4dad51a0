"""Nobody releases himself, and a fact that changes nothing is shown to do so."""

from __future__ import annotations

import pytest

from domain.events.ledger import EventRetracted, ExcuseAccepted, ProvisionAttested, WaiverGranted
from domain.events.readmission import ApplicationReceived, ApplicationSubmitted, ReplySent, TransferCompleted
from domain.facts import EventRef
from domain.law.verdict import Status
from tests.law.cases import GEORGIA, IMMIGRATION, case

REPLY = "protocol-ro/art-4/1.2"
LATER = "2026-07-01T10:00+04:00"


def unanswered():
    told = case("readmission-1").at("2026-06-01T10:00+04:00")
    return told.record(ApplicationSubmitted).record(ApplicationReceived)


def codes(told):
    return [gap.code for gap in told.judge(LATER).report.gaps]


@pytest.mark.parametrize(("office", "status"), [(IMMIGRATION, Status.WAIVED), (GEORGIA, Status.BREACHED)])
def test_only_the_other_side_waives(office, status):
    told = unanswered().record(WaiverGranted, norm=REPLY, by=office)
    assert told.judge(LATER).status(REPLY) is status
    assert ("own_release" in codes(told)) == (status is Status.BREACHED)


@pytest.mark.parametrize(("office", "status"), [(IMMIGRATION, Status.EXCUSED), (GEORGIA, Status.BREACHED)])
def test_only_the_other_side_excuses(office, status):
    told = unanswered().at("2026-06-25T10:00+04:00").record(ExcuseAccepted, norm=REPLY, by=office)
    assert told.judge(LATER).status(REPLY) is status


def test_a_word_on_an_unknown_provision_is_shown_to_have_no_effect():
    assert codes(unanswered().record(ProvisionAttested, provision="protocol-ro/art-99")) == [
        "unknown_provision"
    ]


def test_a_word_on_a_definition_is_shown_to_have_no_effect():
    assert codes(unanswered().record(ProvisionAttested, provision="protocol-ro/preamble")) == [
        "idle_attestation"
    ]


def test_a_correction_of_what_was_retracted_is_shown_to_have_no_effect():
    told = unanswered().record(ReplySent)
    reply = told.facts[-1]
    told.record(EventRetracted, event_id=reply.event_id)
    told.record(ReplySent)
    told.facts[-1] = _corrected(told.facts[-1], reply)
    assert codes(told) == ["idle_change"]


def _corrected(fact, target):
    from dataclasses import replace

    return replace(fact, corrects=EventRef(source=target.source, event_id=target.event_id))


def test_a_transfer_after_a_refusal_shows_that_nobody_consented():
    told = (
        unanswered().record(ReplySent, decision="refused", grounds=["unknown"]).at("2026-06-20T10:00+04:00")
    )
    assert "transfer_without_consent" in codes(told.record(TransferCompleted))


def test_a_reply_before_its_application_shows_that_a_time_is_wrong():
    told = case("readmission-1").at("2026-06-01T10:00+04:00").record(ReplySent)
    told.at("2026-06-03T10:00+04:00").record(ApplicationSubmitted).record(ApplicationReceived)
    assert codes(told) == ["order_ReplySent", "order_ReplySent"]
