"""Whatever cannot be a fact is refused with the place of the fault, and nothing of it is stored."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import orjson
import pytest

from api.composition import Core
from api.intake import BODY_MAX, EVENTS_MAX
from tests.api.samples import CASE, application, event

Shared = tuple[httpx.Client, Core]
SECRET = "Kapanadze-Testadze"
TOMORROW = (datetime.now(UTC) + timedelta(days=1)).isoformat()


def data(**changes: Any) -> dict[str, Any]:
    stated = {**event()["data"], **changes}
    return event(data={name: value for name, value in stated.items() if value is not None})


def post(shared: Shared, content: bytes, media: str = "application/json", **headers: str) -> httpx.Response:
    """Send a body, and hold that nothing was stored and that the answer is a whole problem document."""
    client, core = shared
    before = core.ledger.head()
    answer = client.post("/v1/events", content=content, headers={"content-type": media, **headers})
    assert core.ledger.head() == before
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["type"].startswith("/problems/")
    assert problem["title"]
    assert problem["detail"]
    return answer


#: What is wrong, status, code, pointer of the first error.
WRONG_EVENTS = {
    "unknown type": (event(type="ReplySend"), 422, "unknown-event-type", "/type"),
    "no type": (event(type=None), 422, "invalid-event", "/type"),
    "type of a wrong form": (event(type=7), 422, "invalid-event", "/type"),
    "wrong value of a field": (data(decision="perhaps"), 422, "invalid-event", "/data/decision"),
    "missing field": (data(channel=None), 422, "invalid-event", "/data/channel"),
    "unknown field": (data(colour="red"), 422, "invalid-event", "/data/colour"),
    "field of another type": (data(grounds="none"), 422, "invalid-event", "/data/grounds"),
    "number where text belongs": (data(language=7), 422, "invalid-event", "/data/language"),
    "text where truth belongs": (
        event(
            type="PersonApprehended",
            data={"person": "7d0a5e0e-4a57-4b3c-9a0e-0d8f7f5a1c11", "state": "RO", "in_border_region": "yes"},
        ),
        422,
        "invalid-event",
        "/data/in_border_region",
    ),
    "data of another form": (event(data=[1]), 422, "invalid-event", "/data"),
    "no data": (event(data=None), 422, "invalid-event", "/data"),
    "no time": (event(time=None), 422, "invalid-event", "/time"),
    "a date without time and zone": (event(time="2026-03-10"), 422, "invalid-event", "/time"),
    "a time without zone": (event(time="2026-03-10T10:00:00"), 422, "invalid-event", "/time"),
    "a wrong zone": (event(time="2026-03-10T10:00:00+25:00"), 422, "invalid-event", "/time"),
    "a zone by name": (event(time="2026-03-10T10:00:00 Asia/Tbilisi"), 422, "invalid-event", "/time"),
    "a count of seconds": (event(time="1773136800"), 422, "invalid-event", "/time"),
    "a time as number": (event(time=1773136800), 422, "invalid-event", "/time"),
    "a day that is not": (event(time="2026-02-30T10:00:00Z"), 422, "invalid-event", "/time"),
    "the first year of all": (event(time="0001-01-01T00:00:00+04:00"), 422, "invalid-event", "/time"),
    "a future time": (event(time=TOMORROW), 422, "future-time", "/time"),
    "a time without zone in data": (
        data(transfer_at="2026-03-10T10:00:00"),
        422,
        "invalid-event",
        "/data/transfer_at",
    ),
    "a time out of range in data": (
        data(transfer_at="0001-01-01T00:00:00+04:00"),
        422,
        "invalid-event",
        "/data",
    ),
    "a case of another kind": (event(subject="claim-2026-1"), 422, "wrong-case-kind", "/subject"),
    "a case of no kind": (event(subject="person-2026-1"), 422, "invalid-event", "/subject"),
    "a case id of a wrong form": (event(subject="readmission-A_1"), 422, "invalid-event", "/subject"),
    "no case": (event(subject=None), 422, "invalid-event", "/subject"),
    "no id": (event(id=None), 422, "invalid-event", "/id"),
    "an id with spaces": (event(id="a b"), 422, "invalid-event", "/id"),
    "an unknown attribute": (event(colour="red"), 422, "invalid-event", "/colour"),
    "an attribute that the ledger sets": (
        event(recordedtime="2026-03-10T10:00:00Z"),
        422,
        "invalid-event",
        "/recordedtime",
    ),
    "another version of the envelope": (event(specversion="0.3"), 422, "invalid-event", "/specversion"),
    "another schema": (event(dataschema="/v1/schemas/ReplySent/9"), 422, "invalid-event", "/dataschema"),
    "another content type": (event(datacontenttype="text/xml"), 422, "invalid-event", "/datacontenttype"),
    "base64": (event(data_base64="e30="), 422, "invalid-event", "/data_base64"),
    "a wrong office": (event(office="Migration!"), 422, "invalid-event", "/office"),
    "a wrong digest": (
        event(evidencereference="a", evidencesha256="x"),
        422,
        "invalid-event",
        "/evidencesha256",
    ),
    "a digest without document": (event(evidencesha256="0" * 64), 422, "invalid-event", "/evidencereference"),
    "a source without what it corrects": (event(correctssource="/x"), 422, "invalid-event", "/corrects"),
    "a correction of nothing": (event(corrects="never"), 422, "unknown-target", "/corrects"),
    "a negative version": (event(expectedversion=-1), 422, "invalid-event", "/expectedversion"),
    "a sealed value": (
        application(family_name="sealed:1:AAAA"),
        422,
        "invalid-event",
        "/data/subject/family_name",
    ),
    "a personal value that is too long": (
        application(family_name="x" * 401),
        422,
        "invalid-event",
        "/data/subject/family_name",
    ),
}


@pytest.mark.parametrize("name", WRONG_EVENTS)
def test_a_wrong_event_names_its_field(shared: Shared, name: str) -> None:
    stated, status, code, pointer = WRONG_EVENTS[name]
    answer = post(shared, orjson.dumps(stated))
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (status, f"/problems/{code}")
    assert problem["errors"][0]["pointer"] == pointer
    assert "index" not in problem["errors"][0]


WHOLE = orjson.dumps(event())
#: What is wrong, body, media type, status, code.
WRONG_BODIES: dict[str, tuple[bytes, str, int, str]] = {
    "nothing": (b"", "application/json", 400, "malformed-body"),
    "no JSON": (b'{"id": ', "application/json", 400, "malformed-body"),
    "not UTF-8": (WHOLE.replace(b"reply-1", b"reply-\xff"), "application/json", 400, "malformed-body"),
    "UTF-16": (WHOLE.decode().encode("utf-16"), "application/json", 400, "malformed-body"),
    "a lone surrogate": (WHOLE.replace(b"reply-1", b"\\ud800"), "application/json", 400, "malformed-body"),
    "NaN": (b'{"id": NaN}', "application/json", 400, "malformed-body"),
    "an infinite number": (b'{"id": 1e999}', "application/json", 400, "malformed-body"),
    "very deep": (b"[" * 500 + b"]" * 500, "application/json", 400, "malformed-body"),
    "deeper than anything": (b"[" * 100_000, "application/json", 400, "malformed-body"),
    "text": (b'"event"', "application/json", 400, "malformed-body"),
    "an empty list": (b"[]", "application/json", 400, "malformed-body"),
    "a list as a single event": (b"[" + WHOLE + b"]", "application/cloudevents+json", 400, "malformed-body"),
    "an event as a list": (WHOLE, "application/cloudevents-batch+json", 400, "malformed-body"),
    "a form": (b"a=b", "application/x-www-form-urlencoded", 415, "unsupported-media-type"),
    "another charset": (WHOLE, "application/json; charset=utf-16", 415, "unsupported-media-type"),
}


@pytest.mark.parametrize("name", WRONG_BODIES)
def test_a_wrong_body_is_refused_whole(shared: Shared, name: str) -> None:
    content, media, status, code = WRONG_BODIES[name]
    answer = post(shared, content, media)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{code}")


def test_no_media_type_and_a_content_coding_are_refused(shared: Shared) -> None:
    client, _ = shared
    assert client.post("/v1/events", content=WHOLE).status_code == 415
    assert post(shared, WHOLE, **{"content-encoding": "gzip"}).status_code == 415


@pytest.mark.parametrize(
    ("content", "index", "pointer"),
    [
        (b'{"id": "a", "id": "b"}', None, "/id"),
        (b'{"id":"a","data":{"grounds":[{"x":1,"x":1}]}}', None, "/data/grounds/0/x"),
        (b"[" + WHOLE + b',{"data": {"by": "a", "by": "a"}}]', 1, "/data/by"),
    ],
)
def test_a_doubled_member_is_named(shared: Shared, content: bytes, index: int | None, pointer: str) -> None:
    answer = post(shared, content)
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert (error.get("index"), error["pointer"]) == (index, pointer)


def test_a_body_over_the_limit_is_refused(shared: Shared) -> None:
    answer = post(shared, b" " * (BODY_MAX + 1))
    assert answer.status_code == 413
    assert str(BODY_MAX) in answer.json()["detail"]


def test_a_body_over_the_limit_is_refused_without_a_stated_length(shared: Shared) -> None:
    client, core = shared
    before = core.ledger.head()
    chunks = (b" " * 1_000_000 for _ in range(BODY_MAX // 1_000_000 + 1))
    answer = client.post("/v1/events", content=chunks, headers={"content-type": "application/json"})
    assert answer.status_code == 413
    assert core.ledger.head() == before


def test_too_many_events_are_refused(shared: Shared) -> None:
    answer = post(shared, b"[" + b",".join([b"{}"] * (EVENTS_MAX + 1)) + b"]")
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("place", "wrong", "code", "pointer"),
    [
        (7_777, {"data": {}}, "invalid-event", "/data/decision"),
        (9_999, {"time": TOMORROW}, "future-time", "/time"),
        (0, {"corrects": "never"}, "unknown-target", "/corrects"),
    ],
)
def test_one_bad_event_among_ten_thousand_keeps_out_all(
    shared: Shared, place: int, wrong: dict[str, Any], code: str, pointer: str
) -> None:
    batch = [event(number) for number in range(EVENTS_MAX)]
    batch[place].update(wrong)
    answer = post(shared, orjson.dumps(batch))
    assert answer.status_code == 422
    problem = answer.json()
    assert problem["type"] == f"/problems/{code}"
    error = problem["errors"][0]
    assert (error["index"], error["pointer"]) == (place, pointer)


def test_every_bad_event_of_a_batch_is_named(shared: Shared) -> None:
    batch = [event(1), event(2, type="Nothing"), event(3), event(4, time="today", id=None)]
    errors = post(shared, orjson.dumps(batch)).json()["errors"]
    assert [(error["index"], error["pointer"]) for error in errors] == [
        (1, "/type"),
        (3, "/time"),
        (3, "/id"),
    ]


@pytest.mark.parametrize("query", ["mode=some", "mode=each&x=1", "x=1"])
def test_an_unknown_parameter_is_refused(shared: Shared, query: str) -> None:
    client, _ = shared
    answer = client.post(f"/v1/events?{query}", content=WHOLE, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/invalid-parameter"


def test_headers_of_the_binary_mode_are_checked(shared: Shared) -> None:
    headers = {f"ce-{name}": value for name, value in event().items() if name not in ("data", "id")}
    answer = post(shared, orjson.dumps(event()["data"]), **headers)
    assert answer.json()["errors"][0]["pointer"] == "/id"
    assert post(shared, WHOLE, **headers, **{"ce-id": "%ff"}).status_code == 400


#: Bodies that hold something personal where it does not belong.
TELLING = {
    "in a wrong date": application(born_on=SECRET),
    "in an unknown field": application(**{SECRET: "x"}),
    "in the name of an attribute": event(**{SECRET: "x"}),
    "in the type": event(type=SECRET),
    "in the time": event(time=SECRET),
    "in the case id": event(subject=f"readmission-{SECRET}"),
    "in the kind of case": event(subject=f"{SECRET}-1"),
    "in a UUID": application(person=SECRET),
    "in a choice": data(decision=SECRET),
    "in the id": event(id=f"{SECRET} x"),
    "in a sealed value": application(family_name=f"sealed:1:{SECRET}"),
    "beside a future time": application(family_name=SECRET) | {"time": TOMORROW},
    "beside an unknown target": application(family_name=SECRET) | {"corrects": "never"},
}


@pytest.mark.parametrize("name", TELLING)
def test_no_problem_and_no_log_line_quotes_what_was_sent(
    shared: Shared, name: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        single = post(shared, orjson.dumps(TELLING[name]))
        batch = post(shared, orjson.dumps([event(), TELLING[name]]))
        broken = post(shared, orjson.dumps(TELLING[name])[:-1] + b",}")
    told = single.text + batch.text + broken.text + caplog.text + "".join(capfd.readouterr())
    assert SECRET.lower() not in told.lower()


def test_a_refused_conflict_quotes_nothing(shared: Shared, caplog: pytest.LogCaptureFixture) -> None:
    client, _ = shared
    with caplog.at_level(logging.DEBUG):
        first = client.post("/v1/events", json=application(99, family_name=SECRET))
        answer = client.post("/v1/events", json=application(99, family_name=SECRET + "x"))
    assert (first.status_code, answer.status_code) == (201, 409)
    assert SECRET not in first.text + answer.text + caplog.text
    assert CASE in first.text


def test_an_unknown_office_is_named_and_nothing_else_is_said_of_its_list(client: httpx.Client) -> None:
    stated = event(
        id="unknown-office",
        type="OfficialsPresent",
        subject="visit-2026-bad",
        data={"role": "greeting", "present": [{"office": "ge-nobody"}]},
    )
    answer = client.post("/v1/events", json=stated)
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert fault["pointer"] == "/data/present/0/office"
    assert fault["detail"].startswith("unknown office 'ge-nobody': see /v1/offices for the known ones")
