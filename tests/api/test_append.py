"""What the door for facts answers when all is well."""

import httpx
import orjson
import pytest

from api.composition import Core
from tests.api.samples import CASE, application, event, receipt

SINGLE = {"content-type": "application/cloudevents+json"}
BATCH = {"content-type": "application/cloudevents-batch+json; charset=utf-8"}


def test_a_single_event_is_answered_with_its_receipt(client: httpx.Client, core: Core) -> None:
    answer = client.post("/v1/events", content=orjson.dumps(event()), headers=SINGLE)
    assert answer.status_code == 201
    (found,) = answer.json()["receipts"]
    assert found["position"] == found["version"] == 1
    assert (found["source"], found["id"], found["subject"]) == ("/test/ge", "reply-1", CASE)
    assert found["duplicate"] is False
    assert found["chain"] == core.ledger.head().chain


def test_the_same_event_again_is_answered_with_the_first_receipt(client: httpx.Client) -> None:
    first = client.post("/v1/events", json=application(family_name="Testadze")).json()["receipts"][0]
    again = client.post("/v1/events", json=application(family_name="Testadze"))
    assert again.status_code == 200
    assert again.json()["receipts"] == [{**first, "duplicate": True}]


def test_a_batch_is_stored_in_its_order(client: httpx.Client) -> None:
    batch = [application(), receipt(), event()]
    answer = client.post("/v1/events", content=orjson.dumps(batch), headers=BATCH)
    assert answer.status_code == 201
    assert [found["position"] for found in answer.json()["receipts"]] == [1, 2, 3]
    more = client.post("/v1/events", json=[event(), event(2)])
    assert more.status_code == 201
    assert [found["duplicate"] for found in more.json()["receipts"]] == [True, False]


def test_the_binary_mode_takes_attributes_from_headers(client: httpx.Client, core: Core) -> None:
    stated = event(office="ge-migration-department")
    headers = {f"ce-{name}": value for name, value in stated.items() if name != "data"}
    answer = client.post("/v1/events", json=stated["data"], headers=headers)
    assert answer.status_code == 201
    (fact,) = core.ledger.facts(CASE)
    assert fact.office == "ge-migration-department"


def test_per_item_mode_stores_the_good_ones(client: httpx.Client, core: Core) -> None:
    batch = [event(1), event(2, type="NoSuchEvent"), event(3, subject="claim-1"), event(1)]
    answer = client.post("/v1/events?mode=each", json=batch)
    assert answer.status_code == 207
    results = answer.json()["results"]
    assert [result["status"] for result in results] == [201, 422, 422, 200]
    assert results[1]["problem"]["type"] == "/problems/unknown-event-type"
    assert results[2]["problem"]["errors"][0] | {"detail": ""} == {
        "index": 2,
        "pointer": "/subject",
        "code": "wrong-case-kind",
        "detail": "",
    }
    assert core.ledger.head().position == 1


def test_extensions_reach_the_fact_and_come_out_again(client: httpx.Client) -> None:
    client.post("/v1/events", json=event())
    stated = event(
        2,
        office="ge-migration-department",
        clock="manual",
        timeprecision="day",
        correlationid="c-1",
        causationid="c-0",
        corrects="reply-1",
        expectedversion=1,
        evidencereference="letter 7",
        evidencesha256="0" * 64,
        dataschema="/v1/schemas/ReplySent/1",
        datacontenttype="application/json",
    )
    assert client.post("/v1/events", json=stated).status_code == 201
    out = client.get("/v1/events").json()["events"][1]
    given = {name: value for name, value in stated.items() if name not in ("expectedversion", "time", "data")}
    assert out | given == out
    assert out["correctssource"] == "/test/ge"
    assert (out["sequence"], out["time"]) == ("2", "2026-03-10T06:00:00Z")


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (event(1, time="2026-03-11T10:00:00+04:00"), "content-conflict"),
        (event(2, expectedversion=7), "version-conflict"),
    ],
)
def test_conflicts_store_nothing(client: httpx.Client, core: Core, second: dict, code: str) -> None:
    client.post("/v1/events", json=event())
    answer = client.post("/v1/events", json=[event(5), second])
    assert answer.status_code == 409
    assert answer.json()["type"] == f"/problems/{code}"
    assert answer.json()["errors"][0]["index"] == 1
    assert core.ledger.head().position == 1


def test_what_was_sealed_stays_sealed(client: httpx.Client) -> None:
    client.post("/v1/events", json=application(family_name="Testadze", born_on="1990-01-31"))
    text = client.get("/v1/events").text + client.get(f"/v1/cases/{CASE}/history").text
    assert "Testadze" not in text
    assert "1990-01-31" not in text
    assert text.count("sealed:1:") == 4
