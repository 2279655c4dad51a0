"""The questions over HTTP: pages, moments, languages, and refusals of what cannot be asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from api import composition
from api.composition import Core
from tests.api.samples import CASE, application, event, receipt

Shared = tuple[httpx.Client, Core]
LATE = "readmission-2026-late"


def other(stated: dict[str, Any], case: str, **changes: Any) -> dict[str, Any]:
    return {**stated, "id": f"{case}-{stated['id']}", "subject": case, **changes}


@pytest.fixture(scope="module")
def told(shared: Shared) -> Iterator[httpx.Client]:
    """A case in time, one with a late reply and a retraction, and one that was never opened."""
    client, core = shared
    retraction = event(
        id=f"{LATE}-gone",
        type="EventRetracted",
        subject=LATE,
        data={"event_id": f"{LATE}-reply-9", "reason": "entered in the wrong case"},
    )
    stated = [
        application(),
        receipt(),
        event(time="2026-03-05T10:00:00+04:00"),
        other(application(), LATE),
        other(receipt(), LATE),
        other(event(), LATE, time="2026-03-30T10:00:00+04:00"),
        other(event(9), LATE, time="2026-03-31T10:00:00+04:00"),
        retraction,
        other(event(), "readmission-2026-never-opened"),
    ]
    assert client.post("/v1/events", json=stated).status_code == 201
    with composition.views(core) as views:
        assert views.wait_for(len(stated), 20)
    yield client


def test_the_log_is_read_page_by_page(told: httpx.Client) -> None:
    path: str | None = "/v1/events?limit=4"
    positions = []
    while path:
        page = told.get(path).json()
        positions += [int(found["sequence"]) for found in page["events"]]
        path = page["next"]
    assert positions == list(range(1, 10))


@pytest.mark.parametrize(
    ("query", "positions"),
    [
        ("type=ReplySent", [3, 6, 7, 9]),
        (f"case={LATE}", [4, 5, 6, 7, 8]),
        (f"case={LATE}&type=ReplySent", [6, 7]),
        ("source=/test/ro", [1, 4]),
        ("source=/test/ro&after=1", [4]),
        (f"source=/test/ge&case={CASE}&limit=1", [2]),
        ("after=9", []),
        ("after=4611686018427387904", []),
    ],
)
def test_the_log_can_be_filtered(told: httpx.Client, query: str, positions: list[int]) -> None:
    answer = told.get(f"/v1/events?{query}")
    assert [int(found["sequence"]) for found in answer.json()["events"]] == positions


def test_a_filtered_page_leads_to_the_next_one(told: httpx.Client) -> None:
    first = told.get("/v1/events?source=/test/ge&limit=2").json()
    second = told.get(first["next"]).json()
    assert [found["sequence"] for found in first["events"] + second["events"]] == ["2", "3", "5", "6"]


def test_cases_are_listed_and_filtered(told: httpx.Client) -> None:
    everything = told.get("/v1/cases").json()
    assert [found["id"] for found in everything["cases"]] == [LATE, "readmission-2026-never-opened", CASE]
    assert everything["next"] is None
    with_gaps = told.get("/v1/cases?gaps=true").json()["cases"]
    assert [found["id"] for found in with_gaps] == ["readmission-2026-never-opened"]
    assert told.get("/v1/cases?state=PL").json()["cases"] == []
    assert len(told.get("/v1/cases?state=RO&kind=readmission").json()["cases"]) == 3
    assert told.get("/v1/cases?state=RO&kind=claim").json()["cases"] == []
    page = told.get("/v1/cases?limit=1").json()
    assert told.get(page["next"]).json()["cases"][0]["id"] == "readmission-2026-never-opened"


def test_a_case_is_judged_for_the_moment_asked_about(told: httpx.Client) -> None:
    now = told.get(f"/v1/cases/{LATE}").json()
    silent = told.get(f"/v1/cases/{LATE}?as_of=2026-03-28T00:00:00%2B04:00").json()
    before = told.get(f"/v1/cases/{LATE}?as_of=2026-03-03T00:00:00Z").json()
    assert now["counts"]["deviations"] > 0
    assert silent["statements"][0]["kind"] == "deemed_consent"
    assert silent["statements"][0]["words"]["ka"]
    assert before["counts"]["deviations"] == 0
    assert before["statements"] == []
    assert silent["as_of"] == "2026-03-27T20:00:00Z"
    plus_as_space = told.get(f"/v1/cases/{LATE}?as_of=2026-03-28T00:00:00+04:00").json()
    assert plus_as_space["as_of"] == silent["as_of"]


def test_a_case_is_judged_from_what_was_known(told: httpx.Client) -> None:
    events = told.get("/v1/events").json()["events"]
    earlier = datetime.fromisoformat(events[0]["recordedtime"]) - timedelta(seconds=1)
    assert told.get(f"/v1/cases/{CASE}", params={"known_at": earlier.isoformat()}).status_code == 404
    assert told.get("/v1/cases", params={"known_at": earlier.isoformat()}).json()["cases"] == []
    known = told.get(f"/v1/cases/{CASE}", params={"known_at": events[-1]["recordedtime"]}).json()
    assert known["status"] == told.get(f"/v1/cases/{CASE}").json()["status"]


def test_the_history_says_what_became_of_each_event(told: httpx.Client) -> None:
    history = told.get(f"/v1/cases/{LATE}/history").json()
    assert [found["standing"] for found in history["events"]] == [
        "effective",
        "effective",
        "effective",
        "retracted",
        "retraction",
    ]
    assert history["events"][3]["changed_by"] == 8
    assert history["unreadable"] == []


def test_obligations_come_with_reasons_in_both_languages(told: httpx.Client) -> None:
    english = told.get(f"/v1/cases/{LATE}/obligations").json()["obligations"]
    georgian = told.get(f"/v1/cases/{LATE}/obligations?lang=ka").json()["obligations"]
    assert [found["id"] for found in english] == [found["id"] for found in georgian]
    assert all(found["words"] for found in english)
    assert all(any("\u10d0" <= letter <= "\u10ff" for letter in found["words"][0]) for found in georgian)
    late = next(found for found in english if found["deviation"])
    assert late["due_at"]
    assert late["explanation"]["limit"]["readings"]


def test_deviations_lead_to_their_own_address(told: httpx.Client) -> None:
    listed = told.get("/v1/deviations?status=fulfilled_late").json()["deviations"]
    assert {found["subject"] for found in listed} == {LATE}
    alone = told.get(listed[0]["href"]).json()
    assert alone["id"] == listed[0]["id"]
    assert alone["words"]
    then = told.get(listed[0]["href"], params={"as_of": "2026-03-03T00:00:00Z"})
    assert then.json()["deviation"] is False
    assert told.get("/v1/deviations?as_of=2026-03-03T00:00:00Z").json()["deviations"] == []
    recorded = alone["explanation"]["trigger"]["recorded_at"]
    same = told.get("/v1/deviations", params={"as_of": recorded, "status": "fulfilled_late"})
    assert [found["id"] for found in same.json()["deviations"]] == [found["id"] for found in listed]


def test_obligations_of_all_cases_are_filtered_and_ordered(told: httpx.Client) -> None:
    due = told.get("/v1/obligations?order=due").json()["obligations"]
    instants = [found["due_at"] for found in due]
    assert instants == sorted(instants)
    norm = due[0]["norm"]
    same = told.get("/v1/obligations", params={"norm": norm}).json()["obligations"]
    assert {found["norm"] for found in same} == {norm}


def test_statistics_count_the_year(told: httpx.Client) -> None:
    figures = told.get("/v1/statistics").json()
    assert (figures["year"], figures["applications"], figures["agreed"]) == (2026, 2, 2)
    assert told.get("/v1/statistics?year=2020&state=RO").json()["applications"] == 0


def test_the_law_and_the_schemas_are_served(told: httpx.Client) -> None:
    law = told.get("/v1/law").json()["instruments"]
    assert [found["id"] for found in law] == [
        "decree-386",
        "protocol-ro",
        "agreement",
        "mfa-dept",
        "iom-project",
    ]
    for instrument in law:
        for provision in instrument["provisions"]:
            assert told.get(provision["href"]).json()["text"]["ka"]
    for found in told.get("/v1/schemas").json()["types"]:
        assert told.get(found["href"]).json()["$id"] == found["href"]


def test_the_register_of_offices_is_served_whole_and_of_a_day(told: httpx.Client) -> None:
    whole = {found["id"]: found for found in told.get("/v1/offices").json()["offices"]}
    minister = whole["ge-state-minister"]
    assert minister["label"]["ka"] == "საქართველოს სახელმწიფო მინისტრი"
    assert minister["held"][0]["by"] == "ge-state-minister"
    assert {"since", "until", "sourced", "source"} < set(minister["held"][0])
    assert minister["standing"] is None

    asked = told.get("/v1/offices?day=2026-06-15").json()
    of_day = {found["id"]: found for found in asked["offices"]}
    assert asked["day"] == "2026-06-15"
    assert set(of_day) == set(whole)
    assert "ge-state-minister" not in {held["by"] for held in of_day["ge-state-minister"]["held"]}
    assert of_day["interpreter"]["standing"] == "class"
    assert all(
        held["until"] is None or held["until"] > "2026-06-15" for held in of_day["ge-president"]["held"]
    )


def test_every_kind_of_problem_has_its_page(told: httpx.Client) -> None:
    for found in told.get("/problems").json()["problems"]:
        assert told.get(found["type"]).json() == found


TOMORROW = quote((datetime.now(UTC) + timedelta(days=1)).isoformat())


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("/v1/cases?colour=red", 422, "colour"),
        ("/v1/law?x=1", 422, "x"),
        ("/v1/offices?day=2026-02-30", 422, "day"),
        ("/v1/offices?day=2026-W25-1", 422, "day"),
        ("/v1/offices?on=2026-06-15", 422, "on"),
        ("/healthz?x=1", 422, "x"),
        ("/v1/events?limit=0", 422, "limit"),
        ("/v1/events?limit=1001", 422, "limit"),
        ("/v1/events?after=-1", 422, "after"),
        ("/v1/events?after=99999999999999999999", 422, "after"),
        ("/v1/events?type=Nothing", 422, "type"),
        ("/v1/events?case=person-1", 422, "case_id"),
        ("/v1/events?source=%00", 422, "source"),
        ("/v1/cases?search=%00", 422, "search"),
        ("/v1/cases?after=x", 422, "after"),
        ("/v1/cases?after=W10", 422, "after"),
        ("/v1/cases?as_of=yesterday", 422, "as_of"),
        ("/v1/cases?as_of=2026-03-28T00:00:00", 422, "as_of"),
        ("/v1/cases?as_of=9999-12-31T23:59:59Z", 422, "as_of"),
        ("/v1/cases?as_of=0001-01-01T00:00:00%2B04:00", 422, "as_of"),
        (f"/v1/cases?known_at={TOMORROW}", 422, "known_at"),
        (f"/v1/cases/{CASE}?known_at={TOMORROW}", 422, "known_at"),
        (f"/v1/deviations?known_at={TOMORROW}", 422, "known_at"),
        (f"/v1/obligations?known_at={TOMORROW}", 422, "known_at"),
        ("/v1/cases/person-1", 422, "case_id"),
        ("/v1/cases/readmission-%00", 422, "case_id"),
        ("/v1/cases/readmission-none", 404, None),
        ("/v1/cases/readmission-none/history", 404, None),
        ("/v1/cases/readmission-none/obligations", 404, None),
        ("/v1/deviations/1:nothing", 404, None),
        ("/v1/deviations/nothing", 404, None),
        ("/v1/deviations/99999999999999999999:agreement/C4", 404, None),
        ("/v1/deviations?status=nothing", 422, "status"),
        ("/v1/cases?kind=bogus", 422, "kind"),
        ("/v1/cases?status=bogus", 422, "status"),
        ("/v1/cases?kind=transit&status=deemed_accepted", 422, "status"),
        *(
            (f"/v1/{kind}?{name}=bogus{more}", 422, name)
            for kind in ("deviations", "obligations")
            for name in ("norm", "clock", "instrument")
            for more in ("", "&as_of=2026-03-28T00:00:00Z")
        ),
        ("/v1/obligations?order=random", 422, "order"),
        (f"/v1/cases/{CASE}/obligations?lang=fr", 422, "lang"),
        ("/v1/statistics?year=1", 422, "year"),
        ("/v1/law/nothing", 404, None),
        ("/v1/schemas/Nothing", 404, None),
        ("/v1/schemas/ReplySent/2", 404, None),
        ("/problems/nothing", 404, None),
        ("/v1/nothing", 404, None),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(
    told: httpx.Client, path: str, status: int, parameter: str | None
) -> None:
    answer = told.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    errors = answer.json()["errors"]
    assert [error["parameter"] for error in errors] == ([parameter] if parameter else [])


@pytest.mark.parametrize(
    "path",
    [
        "/v1/cases?kind=readmission&status=deemed_accepted",
        "/v1/cases?status=incomplete",
        "/v1/obligations?norm=protocol-ro/art-8/1&instrument=protocol-ro",
        "/v1/deviations?clock=C4",
    ],
)
def test_a_filter_that_could_match_is_answered(told: httpx.Client, path: str) -> None:
    assert told.get(path).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8386", "localhost.evil.example", "192.0.2.1", "[2001:db8::1]:80", ""],
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/v1/cases"), ("POST", "/v1/events"), ("GET", "/")])
def test_another_host_is_refused(told: httpx.Client, method: str, path: str, host: str) -> None:
    answer = told.request(method, path, headers={"host": host})
    assert (answer.status_code, answer.json()["type"]) == (421, "/problems/wrong-host")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:65535", "[::1]", "[::1]:8386"])
def test_this_machine_is_answered_under_each_of_its_names(told: httpx.Client, host: str) -> None:
    assert told.get("/healthz", headers={"host": host}).status_code == 200


def test_another_method_is_refused(told: httpx.Client) -> None:
    for method, path in (("PUT", "/v1/events"), ("DELETE", f"/v1/cases/{CASE}"), ("POST", "/v1/cases")):
        answer = told.request(method, path)
        assert answer.status_code == 405
        assert answer.json()["type"] == "/problems/method-not-allowed"


def test_pages_are_served_beside_the_api(told: httpx.Client) -> None:
    assert told.get("/").headers["content-type"].startswith("text/html")
    assert told.get("/nothing").status_code == 404
