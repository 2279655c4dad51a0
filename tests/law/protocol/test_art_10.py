"""Art. 10: duties of escorts."""

from __future__ import annotations

import pytest

from domain.events.escort import (
    DocumentsHandedOver,
    EscortChanged,
    EscortChangeNotified,
    EscortStarted,
    EscortVisasStated,
    ForceUsed,
    PersonHandedOver,
)
from domain.events.ledger import ExcuseAccepted, ProvisionAttested
from domain.events.readmission import ApplicationSubmitted, ApplicationWithdrawn, TransferCompleted
from domain.events.transit import TransitRequested
from domain.law.readmission.protocol.art_10 import CHECKLIST
from domain.law.verdict import Status
from tests.law.cases import ESCORT, GEORGIA, IMMIGRATION, Case, case

NAMES, DOCUMENTS, CHANGE = "protocol-ro/art-10/a.1", "protocol-ro/art-10/a.2", "protocol-ro/art-10/b"
PERSON, PAPERS = "protocol-ro/art-10/d", "protocol-ro/art-10/e.2"
SELF_DEFENCE, COERCION = "protocol-ro/art-10/f.2", "protocol-ro/art-10/h"
VISAS = "protocol-ro/art-10/i"
LATER = "2026-07-01T10:00+04:00"
#: What point h wants to be stated about coercion.
STATED = {
    "ground": "direct_coercion",
    "threat": "escape",
    "no_authorised_persons_present": True,
    "proportionality": "held by the arm until the door was shut",
}


def applied(**values: object) -> Case:
    return (
        case()
        .at("2026-06-01T10:00+03:00")
        .record(ApplicationSubmitted, **{"escorted": True, "escorts": [ESCORT], **values})
    )


def under_way() -> Case:
    return applied().at("2026-06-15T10:00+03:00").record(EscortStarted)


def without(*fields: str) -> dict[str, str]:
    return {name: value for name, value in ESCORT.items() if name not in fields}


@pytest.mark.parametrize("field", ["rank", "first_name", "surname"])
def test_the_application_names_each_escort(field: str) -> None:
    assert applied().judge(LATER).status(NAMES) is Status.FULFILLED
    judged = applied(escorts=[ESCORT, without(field)]).judge(LATER)
    assert (judged.status(NAMES), judged.status(DOCUMENTS)) == (Status.BREACHED, Status.FULFILLED)
    assert ("missing", (field,)) in judged.verdict(NAMES).reasons[0].values


@pytest.mark.parametrize("field", ["document_series", "document_number", "document_issued_on"])
def test_the_application_gives_each_travel_document(field: str) -> None:
    judged = applied(escorts=[without(field)]).judge(LATER)
    assert (judged.status(NAMES), judged.status(DOCUMENTS)) == (Status.FULFILLED, Status.BREACHED)


def test_a_reason_names_fields_and_never_what_stands_in_them() -> None:
    assert "Sample" not in repr(applied(escorts=[without("rank")]).judge(LATER).verdict(NAMES).reasons)


def test_an_escort_that_nobody_names_is_a_breach_and_no_escort_is_none() -> None:
    assert applied(escorts=[]).judge(LATER).status(NAMES) is Status.BREACHED
    judged = applied(escorted=False, escorts=[]).judge(LATER)
    assert (judged.status(NAMES), judged.status(DOCUMENTS)) == (None, None)


def test_the_transit_application_names_them_too() -> None:
    told = case("transit-1").record(TransitRequested, planned_on="2026-06-20", escorted=True)
    assert told.judge(LATER).status(NAMES) is Status.BREACHED


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("2026-06-12T11:00+03:00", Status.FULFILLED),
        ("2026-06-15T23:59+03:00", Status.FULFILLED),
        ("2026-06-16T00:00+03:00", Status.REVIEW),
        (None, Status.REVIEW),
    ],
)
def test_a_change_of_escorts_is_told_at_once(told: str | None, status: Status) -> None:
    changed = applied().at("2026-06-12T10:00+03:00").record(EscortChanged)
    if told:
        changed.at(told).record(EscortChangeNotified)
    assert changed.judge(LATER).status(CHANGE) is status


def test_a_change_is_excused_falls_away_or_cannot_be_timed() -> None:
    changed = applied().at("2026-06-12T10:00+03:00").record(EscortChanged)
    assert changed.judge("2026-06-12T12:00+03:00").status(CHANGE) is Status.PENDING
    excused = applied().record(EscortChanged).at("2026-06-29T10:00+03:00").record(ExcuseAccepted, norm=CHANGE)
    assert excused.judge(LATER).status(CHANGE) is Status.EXCUSED
    assert changed.record(ApplicationWithdrawn).judge(LATER).status(CHANGE) is Status.DISCHARGED
    assert applied().record(EscortChangeNotified).judge(LATER).status(CHANGE) is Status.UNDETERMINED


def test_a_change_before_the_protocol_was_in_force() -> None:
    told = case().at("2019-06-03T10:00+04:00").record(ApplicationSubmitted).record(EscortChanged)
    assert told.judge("2019-07-10T10:00+04:00").status(CHANGE) is Status.NOT_APPLICABLE


@pytest.mark.parametrize("norm", CHECKLIST)
def test_an_officer_vouches_for_the_checklist(norm: str) -> None:
    assert applied().judge(LATER).status(norm) is None
    assert under_way().judge(LATER).status(norm) is Status.PENDING
    outcomes = {
        "kept": Status.FULFILLED,
        "not_kept": Status.BREACHED,
        "not_applicable": Status.NOT_APPLICABLE,
    }
    for outcome, status in outcomes.items():
        told = under_way().record(ProvisionAttested, provision=norm, outcome=outcome)
        assert told.judge(LATER).status(norm) is status


def test_the_checklist_opens_once_and_with_an_escorted_transfer_too() -> None:
    assert under_way().record(EscortStarted).judge(LATER).statuses(CHECKLIST[0]) == [Status.PENDING]
    assert applied().record(TransferCompleted).judge(LATER).statuses(CHECKLIST[0]) == [Status.PENDING]
    alone = applied(escorted=False, escorts=[]).record(TransferCompleted)
    assert alone.judge(LATER).status(CHECKLIST[0]) is None


def test_the_person_is_delivered_to_the_state_of_destination() -> None:
    assert under_way().judge(LATER).status(PERSON) is Status.PENDING
    assert under_way().record(PersonHandedOver).judge(LATER).status(PERSON) is Status.FULFILLED
    assert under_way().record(TransferCompleted).judge(LATER).status(PERSON) is Status.FULFILLED
    wrong = under_way().record(PersonHandedOver, to="tr-border-police")
    assert wrong.judge(LATER).status(PERSON) is Status.BREACHED


@pytest.mark.parametrize(
    ("to", "status"), [("am-border-guard", Status.FULFILLED), (GEORGIA, Status.BREACHED)]
)
def test_a_transit_ends_in_a_third_country(to: str, status: Status) -> None:
    told = case("transit-1").record(TransitRequested, planned_on="2026-06-20").record(EscortStarted)
    assert told.record(PersonHandedOver, to=to).judge(LATER).status(PERSON) is status


@pytest.mark.parametrize(
    ("to", "moment", "status"),
    [
        (GEORGIA, "2026-06-15T12:00+04:00", Status.FULFILLED),
        (GEORGIA, "2026-06-16T23:59+04:00", Status.FULFILLED),
        (GEORGIA, "2026-06-17T00:00+04:00", Status.REVIEW),
        (IMMIGRATION, "2026-06-15T12:00+04:00", Status.BREACHED),
    ],
)
def test_the_papers_go_where_the_person_goes(to: str, moment: str, status: Status) -> None:
    told = under_way().at("2026-06-15T12:00+04:00").record(PersonHandedOver)
    told.at(moment).record(DocumentsHandedOver, to=to)
    assert told.judge(LATER).status(PAPERS) is status


def test_papers_that_never_came_are_looked_at() -> None:
    told = under_way().at("2026-06-15T12:00+04:00").record(TransferCompleted)
    assert told.judge("2026-06-15T13:00+04:00").status(PAPERS) is Status.PENDING
    assert told.judge(LATER).status(PAPERS) is Status.REVIEW
    alone = applied(escorted=False, escorts=[]).record(TransferCompleted)
    assert alone.judge(LATER).status(PAPERS) is None


def test_self_defence_is_vouched_for() -> None:
    used = under_way().record(ForceUsed)
    judged = used.judge(LATER)
    assert (judged.status(SELF_DEFENCE), judged.status(COERCION)) == (Status.PENDING, None)
    used.record(ProvisionAttested, provision=SELF_DEFENCE, outcome="not_kept")
    assert used.judge(LATER).status(SELF_DEFENCE) is Status.BREACHED


def test_coercion_with_both_statements_is_judged_by_its_own_point_only() -> None:
    used = under_way().record(ForceUsed, **STATED)
    judged = used.judge(LATER)
    assert (judged.status(SELF_DEFENCE), judged.status(COERCION)) == (Status.NOT_APPLICABLE, Status.PENDING)
    used.record(ProvisionAttested, provision=COERCION, outcome="not_kept")
    assert [item.norm.id for item in used.judge(LATER).report.deviations] == [COERCION]


def test_coercion_beside_people_who_could_help_breaks_the_limit_once() -> None:
    judged = under_way().record(ForceUsed, **{**STATED, "no_authorised_persons_present": False}).judge(LATER)
    assert [item.norm.id for item in judged.report.deviations] == [SELF_DEFENCE]
    assert judged.status(COERCION) is None


@pytest.mark.parametrize("field", ["threat", "no_authorised_persons_present", "proportionality"])
def test_coercion_that_does_not_state_its_circumstances_stays_open(field: str) -> None:
    used = under_way().record(ForceUsed, **{**STATED, field: None})
    judged = used.judge(LATER)
    assert (judged.status(SELF_DEFENCE), judged.status(COERCION)) == (Status.UNDETERMINED, None)
    used.record(ProvisionAttested, provision=SELF_DEFENCE, outcome="kept")
    assert used.judge(LATER).status(SELF_DEFENCE) is Status.FULFILLED


def test_each_use_of_force_has_its_own_word() -> None:
    used = under_way().record(ForceUsed).at("2026-06-15T11:00+03:00")
    used.record(ProvisionAttested, provision=SELF_DEFENCE).at("2026-06-15T12:00+03:00").record(ForceUsed)
    assert used.judge(LATER).statuses(SELF_DEFENCE) == [Status.FULFILLED, Status.PENDING]
    used.at("2026-06-15T13:00+03:00").record(ProvisionAttested, provision=SELF_DEFENCE, outcome="not_kept")
    assert used.judge(LATER).statuses(SELF_DEFENCE) == [Status.FULFILLED, Status.BREACHED]


@pytest.mark.parametrize(
    ("route", "status"),
    [
        ([{"country": "TR", "visa_required": True, "visa_held": True}], Status.FULFILLED),
        ([{"country": "TR", "visa_required": True, "visa_held": False}], Status.BREACHED),
        ([{"country": "TR", "visa_required": True}], Status.UNDETERMINED),
        (
            [{"country": "TR", "visa_required": True, "visa_held": True, "valid_until": "2026-06-14"}],
            Status.BREACHED,
        ),
        (
            [{"country": "TR", "visa_required": True, "visa_held": True, "valid_until": "2026-06-15"}],
            Status.FULFILLED,
        ),
        ([{"country": "TR", "visa_required": False}], Status.NOT_APPLICABLE),
        ([{"country": "GE", "visa_required": True, "visa_held": False}], Status.NOT_APPLICABLE),
    ],
)
def test_escorts_hold_the_visas_of_third_countries(route: list[dict[str, object]], status: Status) -> None:
    told = applied().at("2026-06-12T10:00+03:00").record(EscortVisasStated, route=route)
    told.at("2026-06-15T10:00+03:00").record(EscortStarted)
    assert told.judge(LATER).status(VISAS) is status


def test_the_last_statement_about_visas_counts() -> None:
    missing = [{"country": "TR", "visa_required": True, "visa_held": False}]
    told = applied().record(EscortVisasStated, route=missing)
    told.record(EscortVisasStated, route=[{**missing[0], "visa_held": True}])
    assert told.judge(LATER).statuses(VISAS) == [Status.FULFILLED]
