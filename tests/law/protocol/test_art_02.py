"""Art. 2: crossing points."""

from __future__ import annotations

import pytest

from domain.events.escort import CrossingPointAgreed
from domain.events.readmission import ApplicationSubmitted, TransferCompleted
from domain.events.register import ChangeNotified, CrossingPointsChanged
from domain.events.transit import TransitRequested, TransitStarted
from domain.law.library import load_law
from domain.law.verdict import Status
from tests.law.cases import BORDER_POLICE, GEORGIA, IMMIGRATION, OTOPENI, TBILISI_AIRPORT, Case, case

GEORGIAN = "protocol-ro/art-2/1.1"
ROMANIAN = "protocol-ro/art-2/1.2"
CHANGE = "protocol-ro/art-2/2"
OTHER = "protocol-ro/art-2/3"
KUTAISI = "ge-kutaisi-airport"
LATER = "2026-07-01T12:00+04:00"


def to_romania() -> Case:
    return case().record(
        ApplicationSubmitted,
        requesting_state="GE",
        requested_state="RO",
        requesting_authority=GEORGIA,
        requested_authority=BORDER_POLICE,
    )


def test_the_designated_airport_of_the_requested_state() -> None:
    told = case().record(ApplicationSubmitted).record(TransferCompleted).judge(LATER)
    assert told.status(GEORGIAN) is Status.FULFILLED
    assert told.status(ROMANIAN) is None
    assert told.status(OTHER) is None
    told = (
        to_romania().record(TransferCompleted, crossing_point=OTOPENI, received_by=BORDER_POLICE).judge(LATER)
    )
    assert told.status(ROMANIAN) is Status.FULFILLED
    assert told.status(GEORGIAN) is None


def test_one_wrong_point_is_one_deviation() -> None:
    told = case().record(ApplicationSubmitted).record(TransferCompleted, crossing_point=KUTAISI).judge(LATER)
    assert told.status(GEORGIAN) is Status.NOT_APPLICABLE
    assert told.status(OTHER) is Status.BREACHED
    of_article_2 = [item.norm.id for item in told.report.deviations if "/art-2/" in item.norm.id]
    assert of_article_2 == [OTHER]


def test_the_airport_of_the_other_state_brings_nobody_into_this_one() -> None:
    told = to_romania().record(TransferCompleted, crossing_point=TBILISI_AIRPORT).judge(LATER)
    assert told.status(ROMANIAN) is Status.BREACHED
    assert told.status(OTHER) is None


@pytest.mark.parametrize(
    ("agreement", "status"),
    [
        ({"agreed_by": [GEORGIA, IMMIGRATION]}, Status.FULFILLED),
        ({"agreed_by": [GEORGIA]}, Status.BREACHED),
        ({"agreed_by": ["ge-mfa", IMMIGRATION]}, Status.BREACHED),
        ({"crossing_point": "ge-batumi-airport"}, Status.BREACHED),
    ],
)
def test_another_point_needs_both_authorities(agreement: dict[str, object], status: Status) -> None:
    told = (
        case()
        .record(ApplicationSubmitted)
        .at("2026-06-10T10:00+04:00")
        .record(CrossingPointAgreed, **agreement)
        .at("2026-06-12T10:00+04:00")
        .record(TransferCompleted, crossing_point=KUTAISI)
    )
    assert told.judge(LATER).status(OTHER) is status


def test_an_agreement_reached_afterwards_is_late() -> None:
    told = (
        case()
        .record(ApplicationSubmitted)
        .record(TransferCompleted, crossing_point=KUTAISI)
        .at("2026-06-02T10:00+04:00")
        .record(CrossingPointAgreed)
    )
    assert told.judge(LATER).status(OTHER) is Status.FULFILLED_LATE


def test_transit_enters_there_too() -> None:
    request = case("transit-1").record(TransitRequested, planned_on="2026-06-20")
    assert request.record(TransitStarted).judge(LATER).status(GEORGIAN) is Status.FULFILLED
    request = case("transit-1").record(TransitRequested, planned_on="2026-06-20")
    assert request.record(TransitStarted, entry_point=KUTAISI).judge(LATER).status(OTHER) is Status.BREACHED


def test_a_transfer_before_the_protocol() -> None:
    told = case().at("2019-06-01T10:00+04:00").record(ApplicationSubmitted)
    told.record(TransferCompleted, crossing_point=KUTAISI)
    assert told.judge(LATER).status(OTHER) is Status.NOT_APPLICABLE


def test_a_change_of_the_list_takes_the_diplomatic_way() -> None:
    def changed() -> Case:
        return case("register-1").record(CrossingPointsChanged, effective_on="2026-06-10")

    assert changed().judge(LATER).status(CHANGE) is Status.PENDING
    notice = {"subject": "crossing_points", "by": "ge-mfa", "to": "ro-mfa"}
    good = changed().record(ChangeNotified, channel="diplomatic", **notice)
    assert good.judge(LATER).status(CHANGE) is Status.FULFILLED
    poor = changed().record(ChangeNotified, channel="fax", **notice)
    assert poor.judge(LATER).status(CHANGE) is Status.BREACHED


def test_the_lists_agree_with_each_other() -> None:
    law = load_law()
    both = law.provision(GEORGIAN).words("crossing_points") + law.provision(ROMANIAN).words("crossing_points")
    assert law.provision(OTHER).words("designated") == both
    for one, other in ((GEORGIAN, ROMANIAN), (ROMANIAN, GEORGIAN)):
        points = law.provision(other).words("crossing_points")
        assert law.provision(one).words("points_of_the_other") == points
