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
