"""Mandates and the programme over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from api.composition import Core
from tests.api.samples import event

Shared = tuple[httpx.Client, Core]
PROGRAMME = "programme-2026-api"


def told(number: int, type_name: str, data: dict[str, Any], time: str) -> dict[str, Any]:
    return event(id=f"{PROGRAMME}-{number}", type=type_name, subject=PROGRAMME, data=data, time=time)


@pytest.fixture(scope="module")
def client(shared: Shared) -> Iterator[httpx.Client]:
    client, _core = shared
    registered = {
        "funder": "eu-european-union",
        "partner": "un-iom",
        "budget": {"amount": "4800000.00", "currency": "EUR"},
        "months": 42,
        "not_before": "2013-01-01",
        "not_after": "2017-12-31",
        "activities": 16,
    }
    spending = {"amount": {"amount": "5000000.10", "currency": "EUR"}, "number": 3}
    stated = [
        told(1, "ProgrammeRegistered", registered, "2014-01-10T10:00:00+04:00"),
        told(2, "SpendingRecorded", spending, "2014-03-10T10:00:00+04:00"),
        told(3, "DeliveryRecorded", {"number": 99, "delivery": "training"}, "2014-03-11T10:00:00+04:00"),
    ]
    assert client.post("/v1/events", json=stated).status_code == 201
    yield client


def test_spending_beyond_the_budget_is_recorded_and_flagged(client: httpx.Client) -> None:
    found = client.get(f"/v1/programmes/{PROGRAMME}").json()
    assert found["spent"] == {"amount": "5000000.10", "currency": "EUR"}
    assert found["left"] == {"amount": "-200000.10", "currency": "EUR"}
    assert len(found["undelivered"]) == 16
    gaps = client.get(f"/v1/cases/{PROGRAMME}").json()["gaps"]
    assert sorted(gaps) == ["overspent", "unknown_activity"]


def test_before_the_spending_nothing_was_spent(client: httpx.Client) -> None:
    found = client.get(f"/v1/programmes/{PROGRAMME}", params={"as_of": "2014-02-01T00:00:00+04:00"}).json()
    assert found["spent"]["amount"] == "0"
    assert found["burn_down"] == []


def test_a_unit_has_the_mandates_of_its_department(client: httpx.Client) -> None:
    answer = client.get("/v1/mandates", params={"office": "ge-nato-division", "day": "2026-06-15"}).json()
    (office,) = answer["offices"]
    assert office["part_of"] == "ge-security-policy-department"
    assert "mfa-dept/task-1" in [item["provision"] for item in office["mandates"]]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/v1/mandates?office=ge-nobody", 422),
        ("/v1/mandates?day=yesterday", 422),
        ("/v1/programmes/readmission-1", 404),
        ("/v1/programmes/programme-none", 404),
        ("/v1/programmes/nonsense", 422),
        ("/v1/programmes/programme-none/closing-report", 404),
        ("/v1/cases/programme-none/mandates", 404),
        ("/v1/mandates?day=0001-01-01T", 422),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(client: httpx.Client, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")


def test_the_register_is_searched_in_both_languages(client: httpx.Client) -> None:
    for words in ("NATO Division", "ნატოს სამმართველო"):
        found = client.get("/v1/mandates", params={"search": words}).json()["offices"]
        assert [item["office"] for item in found] == ["ge-nato-division"]
    (office,) = client.get("/v1/mandates?office=ge-idp-health-ministry&day=2026-06-15").json()["offices"]
    assert (office["way"], office["via"]) == ("function", ["ge-health-ministry"])


def test_the_closing_report_is_a_draft_until_the_programme_ends(client: httpx.Client) -> None:
    found = client.get(f"/v1/programmes/{PROGRAMME}/closing-report").json()
    assert found["final"] is False
    assert len(found["activities"]) == 16
    assert found["activities"][2]["spent"] == {"amount": "5000000.10", "currency": "EUR"}
    assert [item["norm"] for item in found["deviations"]] == ["iom-project/frame.4"]
    assert found["programme"]["pace"] is None


def test_an_obligation_names_who_answers_for_it(client: httpx.Client) -> None:
    items = client.get(f"/v1/cases/{PROGRAMME}/obligations").json()["obligations"]
    assert {office["office"] for item in items for office in item["answering"]} == {"un-iom"}
    assert client.get(items[0]["answering"][0]["href"]).status_code == 200


def test_who_acted_in_a_case_is_told_with_the_mandate_or_its_absence(client: httpx.Client) -> None:
    subject = "cooperation-2026-api"
    data = {"by": "ge-nobody", "field": "new_threats", "counterpart": "foreign_state", "country": "FR"}
    stated = event(
        id="cooperation-1",
        type="CooperationRecorded",
        subject=subject,
        data=data,
        time="2026-03-10T10:00:00+04:00",
    )
    assert client.post("/v1/events", json=[stated]).status_code == 201
    (office,) = client.get(f"/v1/cases/{subject}/mandates").json()["acting"]
    assert (office["office"], office["way"], office["provisions"]) == ("ge-nobody", "none", [])
