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
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(client: httpx.Client, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
