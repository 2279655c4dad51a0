"""The mandate register and the programme's money and time, as a reader sees them."""

from __future__ import annotations

import pytest

PROGRAMME = "/cases/programme-2026-00001/programme"


@pytest.mark.parametrize(("language", "words"), [("en", "NATO Division"), ("ka", "ნატოს სამმართველო")])
def test_the_register_names_a_unit_and_what_it_belongs_to(get, language, words):
    page = get("/register?search=nato", language).text
    assert words in page
    assert "ge-nato-division" in page
    assert "ge-president" not in page


def test_the_register_of_another_day_leaves_out_what_was_not_in_force(get):
    assert "/law/protocol-ro/art-4/1.2" not in get("/register?as_of=2018-01-01").text


def test_an_office_that_nobody_knows_is_said_to_be_none(get):
    assert "No office has such a name" in get("/register?search=zzzz").text


def test_the_dashboard_tells_money_in_words_beside_the_chart(get):
    page = get(PROGRAMME).text
    assert "€4,800,000.00" in page
    assert "<polyline" in page
    assert "-€200,000.00" in page
    assert "none recorded" in page


def test_the_dashboard_of_an_earlier_day_knows_less(get):
    assert "-€200,000.00" not in get(f"{PROGRAMME}?as_of=2026-01-01").text


def test_only_a_programme_has_a_dashboard(get):
    assert get("/cases/readmission-2026-00001/programme").status_code == 404
    assert get("/cases/programme-none/programme").status_code == 404
    assert "/cases/programme-2026-00001/programme" in get("/cases/programme-2026-00001").text


@pytest.mark.parametrize("language", ["en", "ka"])
def test_the_closing_report_holds_money_deliveries_outcomes_and_what_departs(get, language):
    text = get("/cases/programme-2026-00001/closing-report", language).text
    words = {"en": "Draft: the end of the programme is not recorded.", "ka": "პროექტი: პროგრამის დასრულება"}
    assert words[language] in text
    assert {"en": "€5,000,000.00", "ka": "5\xa0000\xa0000,00\xa0€"}[language] in text
    assert text.count('class="report-item"') == 16 + 6


def test_only_a_registered_programme_has_a_closing_report(get):
    assert get("/cases/readmission-2026-00001/closing-report").status_code == 404
    assert get("/cases/programme-none/closing-report").status_code == 404


def test_the_dashboard_sets_time_used_beside_budget_used(get):
    text = get(PROGRAMME).text
    assert "time used" in text
    assert "104.2%" in text
    assert "More was spent than the budget holds." in text
    assert "Without any recorded delivery: 1, 2, 4," in text


def test_an_obligation_leads_from_its_bearer_to_the_register(get):
    address = "/register?office=ge-migration-department"
    assert address in get("/cases/readmission-2026-00001").text
    assert "/register?office=" in get("/deviations/24:protocol-ro/art-8/1").text
    assert get(address).status_code == 200


def test_a_case_tells_who_acted_under_what(get):
    text = get("/cases/readmission-2026-00001").text
    assert "Who acted, and under what" in text
    assert "acts as Diplomatic mission or consular post" in text


def test_an_office_that_the_register_does_not_know_is_said_to_have_no_mandate(get):
    assert "No mandate is on record for this day." in get("/register?office=ge-nobody").text


def test_an_office_of_the_decree_that_no_provision_names_is_in_the_register(get):
    text = get("/register?search=ge-idp-health-ministry&as_of=2026-06-15").text
    assert "it holds the function of" in text
    assert "/law/decree-386/" in text
