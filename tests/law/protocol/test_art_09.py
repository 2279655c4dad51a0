"""Art. 9: transit."""

from __future__ import annotations

import pytest

from domain.events.ledger import ExcuseAccepted
from domain.events.transit import (
    TransitReplySent,
    TransitRequested,
    TransitRequestReceived,
    TransitRequestWithdrawn,
    TransitStarted,
)
from domain.law.verdict import Severity, Status
from tests.law.cases import Case, case

LEAD, FORM, CHANNEL = (f"protocol-ro/art-9/1.{number}" for number in (1, 2, 3))
REPLY, CONTENT, REPLY_CHANNEL = (f"protocol-ro/art-9/2.{number}" for number in (1, 2, 3))
MODE = "protocol-ro/art-9/3"
HELP_WANTED, HELP_ANSWERED = "protocol-ro/art-9/4.1", "protocol-ro/art-9/4.2"
LATER = "2026-07-01T10:00+04:00"


def asked(moment: str = "2026-06-01T10:00+03:00", **values: object) -> Case:
    return case("transit-1").at(moment).record(TransitRequested, **{"planned_on": "2026-06-15", **values})


def received(moment: str = "2026-06-01T10:00+04:00", **values: object) -> Case:
    return asked(moment, **values).record(TransitRequestReceived)


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("2026-06-05T10:00+03:00", Status.FULFILLED),
        ("2026-06-08T23:59+03:00", Status.FULFILLED),
        ("2026-06-09T00:00+03:00", Status.FULFILLED_LATE),
        ("2019-06-14T10:00+03:00", Status.NOT_APPLICABLE),
    ],
)
def test_transit_is_applied_for_seven_calendar_days_ahead(moment: str, status: Status) -> None:
    planned = f"{moment[:4]}-06-15"
    assert asked(moment, planned_on=planned).judge(LATER).status(LEAD) is status


def test_the_lead_is_never_moved_off_a_sunday() -> None:
    verdict = asked(planned_on="2026-06-14").judge(LATER).verdict(LEAD)
    assert verdict.window is not None
    assert {str(reading.last_day) for reading in verdict.window.readings} == {"2026-06-07"}


def test_a_late_application_is_excused() -> None:
    late = asked("2026-06-10T10:00+03:00").record(ExcuseAccepted, norm=LEAD)
    assert late.judge(LATER).status(LEAD) is Status.EXCUSED


@pytest.mark.parametrize(("form", "status"), [("annex_6", Status.FULFILLED), ("letter", Status.BREACHED)])
def test_the_form_is_annex_6(form: str, status: Status) -> None:
    assert asked(form=form).judge(LATER).status(FORM) is status


@pytest.mark.parametrize(
    ("channel", "status"),
    [
        ("authorised_electronic_system", Status.FULFILLED),
        ("official_email", Status.FULFILLED),
        ("fax", Status.FULFILLED),
        ("messenger", Status.BREACHED),
        ("post", Status.BREACHED),
    ],
)
def test_three_channels_are_permitted(channel: str, status: Status) -> None:
    judged = received(channel=channel).record(TransitReplySent, channel=channel).judge(LATER)
    assert judged.status(CHANNEL) is status
    assert judged.status(REPLY_CHANNEL) is status


@pytest.mark.parametrize(
    ("moment", "status", "contested"),
    [
        ("2026-06-03T10:00+04:00", Status.FULFILLED, False),
        ("2026-06-05T23:59+04:00", Status.FULFILLED, False),
        ("2026-06-06T00:00+04:00", Status.FULFILLED_LATE, False),
    ],
)
def test_transit_is_answered_within_five_calendar_days(moment: str, status: Status, contested: bool) -> None:
    told = received("2026-05-31T10:00+04:00").at(moment).record(TransitReplySent)
    verdict = told.judge(LATER).verdict(REPLY)
    assert (verdict.status, verdict.contested) == (status, contested)


def test_a_fifth_day_on_a_saturday_is_contested_until_monday() -> None:
    told = received("2026-06-08T10:00+04:00", planned_on="2026-06-20")
    open_ = told.judge("2026-06-14T12:00+04:00").verdict(REPLY)
    assert (open_.status, open_.contested) == (Status.PENDING, True)
    assert str(open_.window.proposed.last_day) == "2026-06-13"  # type: ignore[union-attr]
    assert told.judge("2026-06-16T00:00+04:00").status(REPLY) is Status.BREACHED


def test_silence_is_no_consent_to_transit() -> None:
    judged = received().judge(LATER)
    assert (judged.status(REPLY), judged.report.consent) == (Status.BREACHED, None)


def test_a_withdrawn_transit_needs_no_reply() -> None:
    assert received().record(TransitRequestWithdrawn).judge(LATER).status(REPLY) is Status.DISCHARGED


def test_a_reply_without_a_receipt_cannot_be_timed() -> None:
    assert asked().record(TransitReplySent).judge(LATER).status(REPLY) is Status.UNDETERMINED


@pytest.mark.parametrize("field", ["transfer_at", "entry_point", "transit_type", "escort_needed"])
def test_a_consent_says_time_place_type_and_escort(field: str) -> None:
    assert received().record(TransitReplySent).judge(LATER).status(CONTENT) is Status.FULFILLED
    verdict = received().record(TransitReplySent, **{field: None}).judge(LATER).verdict(CONTENT)
    assert verdict.status is Status.BREACHED
    assert ("missing", (field,)) in verdict.reasons[0].values


def test_a_refusal_says_why() -> None:
    bare = received().record(TransitReplySent, decision="refused")
    assert bare.judge(LATER).status(CONTENT) is Status.BREACHED
    reasoned = received().record(TransitReplySent, decision="refused", refusal_reason="public order")
    assert reasoned.judge(LATER).status(CONTENT) is Status.FULFILLED


def test_transit_goes_by_air_or_for_a_reason() -> None:
    assert asked().judge(LATER).status(MODE) is Status.FULFILLED
    assert asked(mode="land", mode_reason="cannot fly").judge(LATER).status(MODE) is Status.FULFILLED
    (mild,) = asked(mode="land").judge(LATER).all(MODE)
    assert (mild.verdict.status, mild.severity) == (Status.BREACHED, Severity.MILD)


def test_wanted_assistance_is_described_in_kind_and_in_substance() -> None:
    assert asked().judge(LATER).status(HELP_WANTED) is None
    assert asked(assistance_needed=True).judge(LATER).status(HELP_WANTED) is Status.BREACHED
    half = asked(assistance_needed=True, assistance={"nature": "medical"})
    assert half.judge(LATER).status(HELP_WANTED) is Status.BREACHED
    whole = asked(assistance={"nature": "medical", "substance": "a nurse at the gate"})
    assert whole.judge(LATER).status(HELP_WANTED) is Status.FULFILLED


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        ({"assistance_possible": False}, Status.FULFILLED),
        ({}, Status.BREACHED),
        ({"decision": "refused", "refusal_reason": "public order"}, None),
    ],
)
def test_the_reply_says_whether_it_can_help(reply: dict[str, object], status: Status | None) -> None:
    told = received(assistance={"nature": "medical", "substance": "a nurse"}).record(
        TransitReplySent, **reply
    )
    assert told.judge(LATER).status(HELP_ANSWERED) is status


def test_nobody_asked_for_help() -> None:
    assert received().record(TransitReplySent).judge(LATER).status(HELP_ANSWERED) is None


def test_a_transit_that_starts_sooner_than_planned_shortens_the_lead() -> None:
    told = asked(planned_on="2026-06-15")
    assert told.judge(LATER).status("protocol-ro/art-9/1.1") is Status.FULFILLED
    told.at("2026-06-05T10:00+04:00").record(TransitStarted)
    assert told.judge(LATER).status("protocol-ro/art-9/1.1") is Status.FULFILLED_LATE


def test_the_way_actually_taken_counts() -> None:
    told = asked(planned_on="2026-06-15").at("2026-06-15T10:00+04:00").record(TransitStarted, mode="sea")
    assert told.judge(LATER).status("protocol-ro/art-9/3") is Status.BREACHED
