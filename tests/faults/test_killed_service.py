"""The service is killed or ended while many append.

An append is one outside write. Killed before it persists, nothing of it is there; killed after, only the answer is
lost, and the same ids bring the first receipt.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess

import httpx
import psycopg
import pytest

from projections.edition import fingerprint
from projections.scan import CASES_PER_PAGE
from tests.faults.checking import check_attempts, check_log, check_views, check_words, rows_of
from tests.faults.load import Load, of_case, send_all_again
from tests.faults.service import MATIANE, Service, ask, database, pid_file, surroundings, until

pytestmark = pytest.mark.fault

#: Several of the pages in which a rebuild judges.
CASES = 3 * CASES_PER_PAGE


def test_a_killed_service_loses_nothing_but_answers(service: Service) -> None:
    until(service.is_ready, service.said)
    record_many(service, "judging")
    with Load(service.address, "killed") as load:
        load.wait_for(80)
        service.kill()
    reached = ask(service.folder, "SELECT notification_id FROM matiane_view.tracking")
    assert reached < ask(service.folder, "SELECT position FROM matiane.ledger_head"), "all was judged by then"
    assert load.unsure(), "nothing was on its way when the service was killed"
    service.start()
    log = check_log(service.folder)
    check_attempts(log, load.attempts)

    again = send_all_again(service.address, load.attempts)
    for first, second in zip(load.attempts, again, strict=True):
        assert second.acknowledged
        stored = (first.events[0]["source"], first.events[0]["id"]) in log
        assert [receipt["duplicate"] for receipt in second.receipts] == [stored] * len(first.events)
    after = check_log(service.folder)
    check_attempts(after, again)
    wanted = {(item["source"], item["id"]) for attempt in load.attempts for item in attempt.events}
    assert {key for key in after if key[1].startswith("readmission-killed-")} == wanted
    check_views(service)
    check_words(service)


def test_an_ended_service_answers_what_it_took_and_leaves_a_stopped_database(service: Service) -> None:
    url = httpx.URL(service.address)
    with Load(service.address, "ended") as load, socket.create_connection((url.host, url.port)) as endless:
        endless.sendall(b"POST /v1/events HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100\r\n\r\n{")
        load.wait_for(40)
        assert service.terminate() == 0
        assert endless.recv(12) == b"HTTP/1.1 503"
    assert pid_file(service.folder) is None
    server_log = service.folder / "postgres" / "server.log"
    before = len(server_log.read_text())
    assert "database system is shut down" in server_log.read_text()[-500:]
    service.start()
    assert "not properly shut down" not in server_log.read_text()[before:]
    check_attempts(check_log(service.folder), load.attempts)
    assert all(attempt.acknowledged for attempt in send_all_again(service.address, load.unsure()))
    check_views(service)
    check_words(service)


def test_the_process_that_keeps_the_views_is_replaced_when_it_is_killed(service: Service) -> None:
    with Load(service.address, "views") as load:
        for _ in range(2):
            load.wait_for(15)
            os.kill(until(service.children)[0], signal.SIGKILL)
        load.wait_for(5)
    assert not load.unsure()
    assert not load.refused()
    check_views(service)
    check_words(service)


def test_a_killed_rebuild_is_resumed_and_readers_saw_the_old_rows(service: Service) -> None:
    if ask(service.folder, "SELECT count(*) FROM matiane.case_head") < CASES:
        record_many(service, "rebuilding")
    until(service.is_ready, service.said)
    with psycopg.connect(database(service.folder), autocommit=True) as connection:
        followed = rows_of(connection)
        rebuilding = subprocess.Popen(
            [MATIANE, "rebuild"], env=surroundings(service.folder), stdout=subprocess.DEVNULL
        )
        begun = "SELECT cases FROM matiane_view.rebuild WHERE cases > 0 AND NOT done"
        until(lambda: connection.execute(begun).fetchone())
        rebuilding.kill()
        rebuilding.wait()
        assert rows_of(connection) == followed
        assert connection.execute(begun).fetchone(), "it was too quick"
        tables = {name: oid_of(connection, "matiane_view_next", name) for name in followed}
        fingerprint.cache_clear()  # a file may have been edited since this process looked at them
        check_views(service)
        assert {name: oid_of(connection, "matiane_view", name) for name in followed} == tables, (
            "it began anew"
        )
    check_words(service)


def record_many(service: Service, name: str) -> None:
    """Record so many cases that judging them takes a while."""
    events = [item for number in range(CASES) for item in of_case(f"readmission-{name}-{number}")]
    assert service.post(events).status_code == 201


def oid_of(connection: psycopg.Connection, schema: str, table: str) -> object:
    row = connection.execute("SELECT %s::regclass::oid", (f"{schema}.{table}",)).fetchone()
    return row and row[0]
