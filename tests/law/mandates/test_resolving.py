"""Under what an office acted on a day: every bearer and every acting office resolves, or is said not to."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.library import load_law
from domain.law.mandates.register import answering, mandates, register
from domain.law.mandates.resolving import Way, resolve
from domain.law.provision import Assessment
from examples.cases import example_cases
from examples.year import events as year_events
from tests.law.decree.tale import Tale

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("office", "day", "way", "via"),
    [
        ("ge-security-policy-department", TODAY, Way.NAMED, ()),
        ("ge-new-threats-division", TODAY, Way.PART, ("ge-security-policy-department",)),
        ("ge-idp-health-ministry", TODAY, Way.FUNCTION, ("ge-health-ministry",)),
        ("de-federal-police", TODAY, Way.ROLE, ("requesting-authority", "requested-authority")),
        ("ge-embassy-berlin", TODAY, Way.ROLE, ("requested-mission",)),
        ("guest-spouse", TODAY, Way.PERSON, ()),
        ("ge-nobody", TODAY, Way.NONE, ()),
        ("us-embassy-tbilisi", TODAY, Way.NONE, ()),
        ("ro-harbour-office", TODAY, Way.NONE, ()),
        ("de-federal-police", date(2011, 2, 28), Way.NONE, ()),
    ],
)
def test_how_an_office_comes_to_its_mandate(office: str, day: date, way: Way, via: tuple[str, ...]) -> None:
    found = resolve(office, day)
    assert (found.way, found.via) == (way, via)
    assert bool(found.mandates) is (way not in (Way.NONE, Way.PERSON))


def test_the_department_acts_under_the_agreement_until_the_protocol_names_it() -> None:
    assert resolve("ge-migration-department", date(2019, 6, 28)).way is Way.ROLE
    assert resolve("ge-migration-department", date(2019, 6, 29)).way is Way.NAMED
    assert resolve("ge-migration-department", date(2011, 2, 28)).mandates == ()


def test_the_secretariat_has_no_mandate_since_the_chancellery_ended() -> None:
    assert resolve("ge-secretariat", date(2003, 1, 1)).way is not Way.NONE
    assert resolve("ge-secretariat", TODAY).way is Way.NONE


def test_everyone_who_answers_for_a_judged_provision_is_in_the_register() -> None:
    law = load_law()
    judged = [item for item in law.provisions.values() if item.assessment is Assessment.JUDGED]
    nobody = [item.id for item in judged if not answering(item)]
    # Art. 1(1) says what protocol is for, and names neither a bearer nor a member.
    assert nobody == ["decree-386/art-1/1"]
    assert {office for item in judged for office in answering(item)} <= {*register(), *mandates()}


def test_no_real_office_of_the_examples_is_left_without_a_mandate_in_a_readmission_case() -> None:
    acting = {
        (value, date.fromisoformat(event["time"][:10]))
        for event in (*(event for case in example_cases() for event in case.events), *year_events())
        if event["subject"].startswith(("readmission-", "transit-", "claim-"))
        for name, value in event["data"].items()
        if name in ("by", "requesting_authority", "issued_by", "received_by", "paid_by")
    }
    assert acting
    assert {office for office, day in acting if resolve(office, day).way is Way.NONE} == set()


def reply(by: str) -> list[str]:
    tale = Tale("readmission-tale-2", TODAY)
    tale.tell(
        "12:00",
        "TransferCompleted",
        crossing_point="ge-tbilisi-airport",
        received_by=by,
    )
    return [gap.code for gap in tale.report().gaps]


def test_an_office_that_no_text_knows_is_a_gap_of_a_readmission_case() -> None:
    assert "no_mandate" in reply("ge-fisheries-office")
    assert "no_mandate" not in reply("ge-migration-department")
    assert "no_mandate" not in reply("fr-border-police")
