"""The database is killed, or a connection to it is cut, while many append: the service says so and goes on."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from projections.postgres.embedded.place import home_of
from tests.api.samples import event
from tests.faults.checking import check_attempts, check_log, check_views, check_words
from tests.faults.load import Attempt, Load
from tests.faults.service import Service, ask, pid_file, until

pytestmark = pytest.mark.fault


def check_refusal(attempt: Attempt) -> None:
    """Hold that a request which was not acknowledged was answered with a whole problem document."""
    assert attempt.status == 503
    assert attempt.problem["type"] == "/problems/unavailable"
    assert attempt.problem["status"] == 503
    assert "again" in attempt.problem["detail"]


def test_a_killed_database_comes_back_with_all_that_was_acknowledged(service: Service) -> None:
    served = service.process.pid
    with Load(service.address, "postmaster") as load:
        load.wait_for(30)
        first = pid_file(service.folder)
        assert first is not None
        os.kill(first.pid, signal.SIGKILL)
        assert service.get("/healthz").status_code == 200
        until(load.refused, service.said)
        load.wait_for(30)
    assert not load.unsure(), "a request was left without an answer"
    for attempt in load.refused():
        check_refusal(attempt)
    second = pid_file(service.folder)
    assert second is not None
    assert second.pid != first.pid
    assert service.process.pid == served
    assert service.runs
    check_attempts(check_log(service.folder), load.attempts)
    check_views(service)
    check_words(service)


def test_a_killed_server_process_takes_no_append_with_it(service: Service) -> None:
    """PostgreSQL then ends all others of its processes and recovers by itself."""
    appender = "SELECT pid FROM pg_stat_activity WHERE application_name = 'matiane appender'"
    with Load(service.address, "backend") as load:
        load.wait_for(30)
        os.kill(ask(service.folder, appender), signal.SIGKILL)
        load.wait_for(30)
    for attempt in load.refused():
        check_refusal(attempt)
    check_attempts(check_log(service.folder), load.attempts)
    check_views(service)
    check_words(service)


def test_while_the_database_cannot_be_brought_back_everything_says_so(service: Service) -> None:
    found = pid_file(service.folder)
    assert found is not None
    cluster = home_of(service.folder / "postgres") / "cluster"
    hidden = cluster.with_name("hidden")
    cluster.rename(hidden)
    try:
        os.kill(found.pid, signal.SIGKILL)
        until(lambda: service.post(event(id="away", subject="readmission-away-1")).status_code == 503)
        with ThreadPoolExecutor() as threads:
            paths = ["/v1/cases", "/v1/events", "/v1/obligations", "/v1/cases/readmission-1", "/", "/cases"]
            answers = dict(zip(paths, threads.map(service.get, paths), strict=True))
            answers["appended"] = service.post(event(id="away", subject="readmission-away-1"))
        for path, answer in answers.items():
            assert answer.status_code == 503, path
            if path not in ("/", "/cases"):
                assert answer.json()["type"] == "/problems/unavailable"
        assert service.get("/healthz").status_code == 200
        assert service.get("/v1/law").status_code == 200
        until(lambda: "bring it back" in service.said())
    finally:
        hidden.rename(cluster)
    until(service.is_ready, service.said)
    assert service.post(event(id="away", subject="readmission-away-1")).status_code == 201
    check_log(service.folder)
    check_words(service)


def test_cut_connections_are_replaced(service: Service) -> None:
    """Those that append, follow the log and hear of it, answer questions, and read facts; one after the other."""
    cut = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = %s"
    with Load(service.address, "cut") as load:
        for who in ("matiane appender", "matiane views", "matiane questions", "matiane") * 2:
            load.wait_for(5)
            # Whoever asks a question next must not notice.
            assert service.get("/v1/cases", limit=1).status_code == 200
            assert service.get("/v1/events", limit=1).status_code == 200
            until(lambda name=who: ask(service.folder, cut, name), service.said)
        load.wait_for(5)
    assert not load.unsure(), "a request was left without an answer"
    for attempt in load.refused():
        check_refusal(attempt)
    check_attempts(check_log(service.folder), load.attempts)
    check_views(service)
    check_words(service)
