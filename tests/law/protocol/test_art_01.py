"""Art. 1: who speaks for whom, and how changes are told."""

from __future__ import annotations

import pytest

from domain.events.readmission import (
    AdditionalInformationRequested,
    ApplicationReceived,
    ApplicationSubmitted,
    ReplySent,
    TransferNotified,
)
from domain.events.register import AuthorityChanged, ChangeNotified, ContactChanged
from domain.events.transit import TransitReplySent, TransitRequested
from domain.law.verdict import Status
from tests.law.cases import BORDER_POLICE, GEORGIA, IMMIGRATION, PERSON, Case, case

DIVISION = "protocol-ro/art-1/1.1"
ASKS = "protocol-ro/art-1/1/a.1"
ASKED = "protocol-ro/art-1/1/a.2"
BY_LAND = "protocol-ro/art-1/1/a.3"
NATIONALS = "protocol-ro/art-1/1/b.1"
BY_AIR = "protocol-ro/art-1/1/b.2"
ACCELERATED = "protocol-ro/art-1/1/b.3"
CONTACTS = "protocol-ro/art-1/2"
AUTHORITIES = "protocol-ro/art-1/3"
LATER = "2026-07-01T12:00+04:00"


def from_georgia(to: str, category: str, **values: object) -> Case:
    return case().record(
        ApplicationSubmitted,
        requesting_state="GE",
        requested_state="RO",
        requesting_authority=GEORGIA,
        requested_authority=to,
        subject={"person": PERSON, "category": category},
        **values,
    )


@pytest.mark.parametrize("category", ["national_of_requested_state", "third_country_national", "stateless"])
def test_romania_asks_through_the_immigration_inspectorate(category: str) -> None:
    subject = {"person": PERSON, "category": category}
    right = case().record(ApplicationSubmitted, subject=subject).judge(LATER)
    wrong = (
        case().record(ApplicationSubmitted, subject=subject, requesting_authority=BORDER_POLICE).judge(LATER)
    )
    assert right.status(ASKS) is Status.FULFILLED
    assert wrong.status(ASKS) is Status.BREACHED
    for other in (ASKED, NATIONALS, ACCELERATED):
        assert right.status(other) is None


@pytest.mark.parametrize(
    ("category", "point", "right", "wrong"),
    [
        ("national_of_requested_state", NATIONALS, BORDER_POLICE, IMMIGRATION),
        ("third_country_national", ASKED, IMMIGRATION, BORDER_POLICE),
        ("stateless", ASKED, IMMIGRATION, BORDER_POLICE),
    ],
)
def test_romania_is_asked_by_nationality(category: str, point: str, right: str, wrong: str) -> None:
    assert from_georgia(right, category).judge(LATER).status(point) is Status.FULFILLED
    assert from_georgia(wrong, category).judge(LATER).status(point) is Status.BREACHED
    assert from_georgia(right, category).judge(LATER).status(ASKS) is None


def test_the_accelerated_procedure_supersedes_nationality() -> None:
    told = from_georgia(BORDER_POLICE, "third_country_national", procedure="accelerated").judge(LATER)
    assert told.status(ACCELERATED) is Status.FULFILLED
    assert told.status(ASKED) is Status.NOT_APPLICABLE
    assert told.verdict(ASKED).reasons[0].values == (("by", ACCELERATED),)
    wrong = from_georgia(IMMIGRATION, "third_country_national", procedure="accelerated").judge(LATER)
    assert wrong.status(ACCELERATED) is Status.BREACHED


@pytest.mark.parametrize(
    ("sender", "status"),
    [(BORDER_POLICE, Status.FULFILLED), (IMMIGRATION, Status.UNDETERMINED), ("ro-mfa", Status.BREACHED)],
)
def test_who_sends_accelerated_applications_differs_between_the_texts(sender: str, status: Status) -> None:
    told = case().record(ApplicationSubmitted, procedure="accelerated", requesting_authority=sender)
    assert told.judge(LATER).status(ACCELERATED) is status


def test_one_wrong_office_is_one_fault_in_the_messages_that_repeat_it() -> None:
    told = (
        case()
        .record(ApplicationSubmitted, requesting_authority=BORDER_POLICE, requested_authority="ge-mfa")
        .record(ApplicationReceived, authority="ge-mfa")
        .record(ReplySent, to=BORDER_POLICE)
        .judge(LATER)
    )
    assert told.statuses(ASKS) == [Status.BREACHED]
    assert told.statuses(DIVISION) == [Status.BREACHED, Status.FULFILLED]


def test_an_answer_to_another_romanian_office_is_a_fault_of_its_own() -> None:
    told = case().record(ApplicationSubmitted).record(ReplySent, to=BORDER_POLICE).judge(LATER)
    assert told.statuses(ASKS) == [Status.FULFILLED, Status.BREACHED]


def test_every_message_of_the_georgian_side_is_judged() -> None:
    told = (
        case()
        .record(ApplicationSubmitted)
        .record(AdditionalInformationRequested, by="ge-mfa", by_side="requested")
        .record(ReplySent, by="ge-mfa")
        .record(TransferNotified, to="ge-mfa", transfer_date="2026-06-20")
        .judge(LATER)
    )
    assert told.statuses(DIVISION) == [Status.FULFILLED, Status.BREACHED, Status.BREACHED, Status.BREACHED]


@pytest.mark.parametrize(
    ("mode", "point", "right", "wrong"),
    [("land", BY_LAND, IMMIGRATION, BORDER_POLICE), ("air", BY_AIR, BORDER_POLICE, IMMIGRATION)],
)
def test_transit_goes_by_its_means(mode: str, point: str, right: str, wrong: str) -> None:
    for office, status in ((right, Status.FULFILLED), (wrong, Status.BREACHED)):
        told = case("transit-1").record(
            TransitRequested, mode=mode, requesting_authority=office, planned_on="2026-06-20"
        )
        assert told.judge(LATER).status(point) is status


def test_transit_by_sea_belongs_to_nobody() -> None:
    told = (
        case("transit-1")
        .record(TransitRequested, mode="sea", planned_on="2026-06-20")
        .record(TransitReplySent, to=IMMIGRATION)
        .judge(LATER)
    )
    assert told.verdict(BY_LAND).status is Status.UNDETERMINED
    assert told.verdict(BY_LAND).reasons[0].key == "nobody_designated"
    assert told.status(BY_AIR) is None


def test_a_case_with_another_state_is_not_the_protocols() -> None:
    told = case().record(
        ApplicationSubmitted, requesting_state="DE", requesting_authority="de-federal-police"
    )
    assert told.judge(LATER).statuses(DIVISION) == []


def change() -> Case:
    return case("register-1").at("2026-06-01T10:00+04:00").record(ContactChanged, effective_on="2026-06-10")


@pytest.mark.parametrize(
    ("told_at", "status", "contested"),
    [
        ("2026-06-03T10:00+04:00", Status.FULFILLED, False),
        ("2026-06-10T23:59+04:00", Status.FULFILLED, False),
        ("2026-06-11T00:30+04:00", Status.FULFILLED, True),
        ("2026-06-11T01:00+04:00", Status.FULFILLED_LATE, False),
    ],
)
def test_new_contacts_are_told_by_their_first_day(told_at: str, status: Status, contested: bool) -> None:
    verdict = change().at(told_at).record(ChangeNotified).judge(LATER).verdict(CONTACTS)
    assert (verdict.status, verdict.contested) == (status, contested)


def test_new_contacts_untold() -> None:
    assert change().judge("2026-06-10T12:00+04:00").status(CONTACTS) is Status.PENDING
    assert change().judge("2026-06-11T12:00+04:00").status(CONTACTS) is Status.BREACHED


@pytest.mark.parametrize(
    "fault", [{"writing": "oral"}, {"channel": "diplomatic", "by": "ge-mfa"}, {"channel": "telephone"}]
)
def test_new_contacts_told_in_another_way(fault: dict[str, str]) -> None:
    told = change().at("2026-06-05T10:00+04:00").record(ChangeNotified, **fault)
    verdict = told.judge("2026-06-11T12:00+04:00").verdict(CONTACTS)
    assert verdict.status is Status.BREACHED
    assert [reason.key for reason in verdict.reasons] == ["one_of"]
    told.at("2026-06-09T10:00+04:00").record(ChangeNotified)
    assert told.judge("2026-06-11T12:00+04:00").status(CONTACTS) is Status.FULFILLED


def test_each_change_of_contacts_has_its_own_notice() -> None:
    told = (
        change()
        .at("2026-07-01T10:00+04:00")
        .record(ContactChanged, effective_on="2026-07-20")
        .at("2026-07-10T10:00+04:00")
        .record(ChangeNotified)
    )
    statuses = [item.verdict.status for item in told.judge("2026-08-01T12:00+04:00").all(CONTACTS)]
    assert statuses == [Status.BREACHED, Status.FULFILLED]


def test_another_authoritys_notice_does_not_count() -> None:
    told = (
        case("register-1")
        .record(ContactChanged, party="RO", authority=IMMIGRATION, effective_on="2026-06-10")
        .record(ContactChanged, party="RO", authority=BORDER_POLICE, effective_on="2026-06-10")
        .record(ChangeNotified, party="RO", by=BORDER_POLICE, to=GEORGIA)
        .judge(LATER)
    )
    assert told.statuses(CONTACTS) == [Status.BREACHED, Status.FULFILLED]


def test_contacts_changed_before_the_protocol() -> None:
    told = case("register-1").at("2019-06-01T10:00+04:00").record(ContactChanged, effective_on="2019-06-10")
    assert told.judge("2019-08-01T12:00+04:00").status(CONTACTS) is Status.NOT_APPLICABLE


def authority_changed() -> Case:
    return case("register-1").record(AuthorityChanged, effective_on="2026-06-10")


def test_a_change_of_authority_stays_open_until_it_is_told() -> None:
    verdict = authority_changed().judge("2027-06-01T12:00+04:00").verdict(AUTHORITIES)
    assert verdict.status is Status.PENDING
    assert verdict.awaited == ("ChangeNotified",)


@pytest.mark.parametrize(
    ("notice", "status"),
    [
        ({"channel": "diplomatic", "by": "ge-mfa", "to": "ro-mfa"}, Status.FULFILLED),
        ({"channel": "diplomatic", "by": "ge-mfa", "to": "ro-mfa", "writing": "oral"}, Status.BREACHED),
        ({"channel": "official_email"}, Status.BREACHED),
        ({"channel": "diplomatic", "party": "RO", "by": "ro-mfa", "to": "ge-mfa"}, Status.PENDING),
        ({"channel": "diplomatic", "subject": "crossing_points"}, Status.PENDING),
    ],
)
def test_a_change_of_authority_takes_the_diplomatic_way(notice: dict[str, str], status: Status) -> None:
    told = authority_changed().record(ChangeNotified, **{"subject": "authority", **notice})
    assert told.judge(LATER).status(AUTHORITIES) is status


def test_a_wrong_way_can_be_made_good() -> None:
    told = authority_changed().record(ChangeNotified, subject="authority")
    told.record(ChangeNotified, subject="authority", channel="diplomatic")
    assert told.judge(LATER).status(AUTHORITIES) is Status.FULFILLED
