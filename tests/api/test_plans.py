"""Run-sheets over HTTP: of plans, which are stored nowhere, and of recorded cases at any moment."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from api.composition import Core
from tests.law.planning.plans import NOW, item, visit

Shared = tuple[httpx.Client, Core]
CASE = "visit-2026-api"


def posted(client: httpx.Client, plan: object, **query: str) -> httpx.Response:
    return client.post("/v1/plans", json=plan, params={"as_of": NOW, **query})


def test_a_plan_is_answered_with_its_run_sheet(shared: Shared) -> None:
    client, _ = shared
    answer = posted(client, visit(with_spouse=True, arrival_at="2026-06-13T23:00:00+04:00"))
    assert answer.status_code == 200
    sheet = answer.json()
    assert (sheet["subject"], sheet["kind"], sheet["as_of"]) == (None, "visit", "2026-06-01T06:00:00Z")
    (row,) = [row for row in sheet["rows"] if row["norm"] == "decree-386/art-3/1/a.4"]
    assert row["at"] == "2026-06-13T18:30:00Z"
    assert row["place"]["id"] == "airport"
    assert row["words"][0] == "Time limit: 30 minutes, counted backwards."
    assert row["omit"]["missing"] == ["reason"]
    assert {"lowered_level"} <= {warning["kind"] for warning in sheet["warnings"]}


def test_words_come_in_the_language_asked_for(shared: Shared) -> None:
    client, _ = shared
    sheet = posted(client, visit(), lang="ka").json()
    (row,) = [row for row in sheet["rows"] if row["norm"] == "decree-386/art-3/1/a.4"]
    assert row["words"][0].startswith("ვადა: 30 წუთი")


def test_a_plan_stores_nothing(shared: Shared) -> None:
    client, core = shared
    before = core.ledger.head().position
    assert posted(client, visit()).status_code == 200
    assert posted(client, visit(rank="emperor")).status_code == 422
    assert core.ledger.head().position == before
    assert client.get("/v1/cases/visit-plan").status_code == 404


@pytest.mark.parametrize(
    ("changes", "pointer", "words"),
    [
        ({"category": "friendly"}, "/category", "'state', 'official'"),
        ({"rank": "emperor"}, "/rank", "'head_of_state'"),
        ({"organiser": "Ministry of Magic"}, "/organiser", "unknown office: see /v1/offices"),
        ({"departure_at": "2026-06-15T11:00:00+04:00"}, "/departure_at", "departure_at lies before"),
        ({"arrival_at": "tomorrow"}, "/arrival_at", "write an instant"),
        ({"arrival_at": "2026-06-15T12:00:00"}, "/arrival_at", "has no zone"),
        ({"programme": [item("falconry", NOW)]}, "/programme/0/activity", "write one of"),
        ({"programme": [item("talks", "2026-06-30T10:00:00+04:00")]}, "/programme/0/starts_at", "after"),
        ({"kind": "picnic"}, "/kind", "write one of visit"),
        ({"host": "ge-president"}, "/host", "no such member"),
    ],
)
def test_a_refusal_names_the_member_and_quotes_nothing(
    shared: Shared, changes: dict[str, Any], pointer: str, words: str
) -> None:
    client, _ = shared
    answer = posted(client, visit(**changes))
    assert answer.status_code == 422
    problem = answer.json()
    assert problem["type"] == "/problems/invalid-plan"
    assert [error["pointer"] for error in problem["errors"]] == [pointer]
    assert words in problem["detail"]
    assert not any(value in answer.text for value in ("friendly", "emperor", "Magic", "falconry", "picnic"))


def test_an_unknown_office_is_named_where_it_is_written_as_an_id(shared: Shared) -> None:
    client, _ = shared
    answer = posted(client, visit(organiser="ge-ministry-of-magic"))
    assert "unknown office 'ge-ministry-of-magic': see /v1/offices" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("content", "media", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 422),
        (b'{"kind": "visit", "kind": "visit"}', "application/json", 400),
        (b"kind=visit", "application/x-www-form-urlencoded", 415),
        (b" " * 100_001, "application/json", 413),
    ],
)
def test_a_body_that_is_no_plan_is_a_problem(shared: Shared, content: bytes, media: str, status: int) -> None:
    client, _ = shared
    answer = client.post("/v1/plans", content=content, headers={"content-type": media})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def told(number: int, type_name: str, time: str, **data: Any) -> dict[str, Any]:
    return {
        "specversion": "1.0",
        "id": f"run-sheet-{number}",
        "source": "/test/protocol",
        "type": type_name,
        "subject": CASE,
        "time": time,
        "data": data,
    }


def test_a_case_has_a_run_sheet_at_every_moment(shared: Shared) -> None:
    client, _ = shared
    events = [
        told(
            1,
            "VisitRegistered",
            "2025-06-01T10:00:00+04:00",
            category="official",
            rank="head_of_state",
            guest_state="RO",
        ),
        told(
            2,
            "ProgrammeItemScheduled",
            "2025-06-01T10:00:00+04:00",
            activity="arrival",
            starts_at="2025-06-16T12:00:00+04:00",
        ),
        told(
            3,
            "FlagsDisplayed",
            "2025-06-16T11:00:00+04:00",
            place="airport",
            left="guest_state_flag",
            right="georgian_state_flag",
            seen_from="airfield",
            activity="arrival",
        ),
    ]
    assert client.post("/v1/events", json=events).status_code == 201

    def status(moment: str) -> str:
        sheet = client.get(f"/v1/cases/{CASE}/run-sheet", params={"as_of": moment}).json()
        assert sheet["subject"] == CASE
        (row,) = [row for row in sheet["rows"] if row["norm"] == "decree-386/art-3/1/b.1"]
        return str(row["status"])

    assert status("2025-06-16T10:00:00+04:00") == "pending"
    assert status("2025-06-16T12:00:00+04:00") == "fulfilled"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/v1/cases/visit-nobody-knows/run-sheet", 404),
        ("/v1/cases/nonsense/run-sheet", 422),
        ("/v1/cases/visit-nobody-knows/run-sheet?as_of=soon", 422),
        ("/v1/cases/visit-nobody-knows/run-sheet?body=x", 422),
    ],
)
def test_a_case_that_is_not_there_has_none(shared: Shared, address: str, status: int) -> None:
    client, _ = shared
    assert client.get(address).status_code == status
