"""Clients that break off, are slow or send too much: nothing of theirs is stored by half, and others are served."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from threading import Thread
from typing import Any

import httpx
import psycopg
import pytest

from tests.api.samples import event
from tests.faults.checking import check_log, check_words
from tests.faults.load import of_case
from tests.faults.service import PATIENCE, Service, ask, database, until

pytestmark = pytest.mark.fault


@pytest.fixture(autouse=True)
def healthy(service: Service) -> Iterator[None]:
    """Hold that the service is well after every such client."""
    yield
    until(service.is_ready, service.said)
    check_words(service)


@pytest.fixture(autouse=True, scope="module")
def whole(shared: Service) -> Iterator[None]:
    """Hold that the log is whole after all of them."""
    yield
    check_log(shared.folder)


def talk(service: Service, *lines: str) -> socket.socket:
    """Begin a request by hand."""
    url = httpx.URL(service.address)
    talking = socket.create_connection((url.host, url.port), timeout=PATIENCE)
    head = ["POST /v1/events HTTP/1.1", f"host: {url.host}", "content-type: application/json", *lines, "", ""]
    talking.sendall("\r\n".join(head).encode())
    return talking


def answer(talking: socket.socket) -> str:
    """The status line of the answer."""
    with talking.makefile("rb") as file:
        return file.readline().decode().strip()


def stated(name: str) -> bytes:
    return json.dumps(event(id=name, subject=f"readmission-{name}")).encode()


def stored(service: Service, name: str) -> bool:
    return bool(ask(service.folder, "SELECT count(*) FROM matiane.event WHERE event_id = %s", name))


def long_batch(size: int) -> list[dict[str, Any]]:
    """Events that together make a body of about so many bytes."""
    place = "x" * 1_900
    one = event(id="long", subject="readmission-long-1", type="InterviewPlaceAgreed", data={"place": place})
    count = size // (len(json.dumps(one)) + 10)
    return [{**one, "id": f"long-{number}"} for number in range(count)]


def test_ten_megabytes_are_stored_while_others_are_served(service: Service) -> None:
    batch = long_batch(9_900_000)
    told: list[httpx.Response] = []
    sending = Thread(target=lambda: told.append(service.post(batch)))
    sending.start()
    served = 0
    while sending.is_alive():
        assert service.post(event(id=f"beside-{served}", subject="readmission-beside-1")).status_code == 201
        served += 1
    assert served > 1
    assert told[0].status_code == 201
    assert len(told[0].json()["receipts"]) == len(batch)
    assert service.post(batch).status_code == 200


def test_a_body_that_is_said_to_be_too_large_is_refused_before_it_comes(service: Service) -> None:
    with closing(talk(service, "content-length: 900000000")) as talking:
        assert answer(talking) == "HTTP/1.1 413 Request Entity Too Large"


def test_a_body_without_an_end_is_refused_at_the_limit(service: Service) -> None:
    with closing(talk(service, "transfer-encoding: chunked")) as talking:
        chunk = b"F4240\r\n" + b" " * 1_000_000 + b"\r\n"
        for _ in range(11):
            talking.sendall(chunk)
        assert answer(talking) == "HTTP/1.1 413 Request Entity Too Large"


@pytest.mark.parametrize("kept", [0.0, 0.5, 1.0], ids=["before", "within", "after"])
def test_a_sender_who_breaks_off_before_the_end_has_sent_nothing(service: Service, kept: float) -> None:
    # Even where what came is a whole event: more was announced, so nobody knows what the rest would have said.
    name = f"broken-off-{kept}"
    body = stated(name)
    talking = talk(service, f"content-length: {len(body) + 1}")
    talking.sendall(body[: int(len(body) * kept)])
    talking.close()
    assert service.post(event(id=f"{name}-next", subject="readmission-broken-1")).status_code == 201
    assert not stored(service, name)


def test_a_sender_who_does_not_wait_for_the_answer_gets_the_receipt_later(service: Service) -> None:
    body = of_case("readmission-impatient-1")
    content = json.dumps(body).encode()
    for _ in range(20):
        talking = talk(service, f"content-length: {len(content)}")
        talking.sendall(content)
        talking.close()
    until(lambda: stored(service, body[0]["id"]))
    again = service.post(body)
    assert again.status_code == 200
    assert [receipt["version"] for receipt in again.json()["receipts"]] == [1, 2, 3]


def test_slow_senders_keep_nobody_waiting(service: Service) -> None:
    body = stated("slow")
    slow = [talk(service, f"content-length: {len(body)}") for _ in range(60)]
    for talking in slow:
        talking.sendall(body[:20])
    for number in range(20):
        assert service.post(event(id=f"quick-{number}", subject="readmission-quick-1")).status_code == 201
        assert service.get("/v1/cases", limit=1).status_code == 200
    for talking in slow:
        talking.sendall(body[20:])
    answers = sorted(answer(talking) for talking in slow)
    assert answers == ["HTTP/1.1 200 OK"] * 59 + ["HTTP/1.1 201 Created"]
    for talking in slow:
        talking.close()


@pytest.mark.parametrize(
    "nonsense",
    [b"\x16\x03\x01\x02\x00\x01", b"GET /\x00 HTTP/1.1\r\n\r\n", b"A" * 200_000],
    ids=["tls", "zero", "endless"],
)
def test_nonsense_instead_of_http_is_refused(service: Service, nonsense: bytes) -> None:
    url = httpx.URL(service.address)
    with (
        socket.create_connection((url.host, url.port), timeout=PATIENCE) as talking,
        suppress(ConnectionError),
    ):
        talking.sendall(nonsense)
        assert talking.recv(12) == b"HTTP/1.1 400"


def test_a_clock_that_went_back_never_makes_the_time_of_recording_fall(service: Service) -> None:
    """The clock of the server cannot be set here: so the time of the last record is put ahead of it."""
    with psycopg.connect(database(service.folder)) as connection:
        connection.execute("UPDATE matiane.ledger_head SET recorded_at = now() + interval '1 hour'")
    ahead = ask(service.folder, "SELECT recorded_at FROM matiane.ledger_head")
    case = "readmission-backwards-1"
    assert service.post(of_case(case)).status_code == 201
    until(service.is_ready, service.said)
    found = "SELECT DISTINCT recorded_at FROM matiane.event WHERE originator_id = %s"
    assert ask(service.folder, found, case) == ahead
    assert service.get(f"/v1/cases/{case}").status_code == 200
    assert len(service.get(f"/v1/cases/{case}/history").json()["events"]) == 3
