"""A lost database: 503 while it is away, nothing half, and back to work by itself."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api import composition
from api.composition import Core
from projections.postgres.embedded import EmbeddedPostgres
from tests.api.conftest import served, settings_for
from tests.api.samples import CASE, application, event, receipt

pytestmark = pytest.mark.fault


@pytest.fixture
def cluster() -> Iterator[EmbeddedPostgres]:
    with (
        tempfile.TemporaryDirectory(prefix="matiane-test-") as folder,
        EmbeddedPostgres(Path(folder) / "d") as started,
    ):
        yield started


@pytest.fixture
def lost(cluster: EmbeddedPostgres) -> Iterator[tuple[httpx.Client, Core]]:
    with (
        composition.core(settings_for(cluster.dsn())) as core,
        composition.application(core, composition.following) as app,
        served(app) as where,
        httpx.Client(base_url=where, timeout=60) as client,
    ):
        yield client, core


def eventually(client: httpx.Client, path: str, status: int) -> httpx.Response:
    """Ask until the answer has a status; the service may take its time to come back, but not for ever."""
    deadline = time.monotonic() + 60
    while (answer := client.get(path)).status_code != status and time.monotonic() < deadline:
        time.sleep(0.2)
    assert answer.status_code == status
    return answer


READS = ("/readyz", "/v1/events", "/v1/cases", f"/v1/cases/{CASE}", "/v1/deviations", "/v1/statistics")


def test_a_lost_database_is_told_and_survived(
    lost: tuple[httpx.Client, Core], cluster: EmbeddedPostgres
) -> None:
    client, core = lost
    first = client.post("/v1/events", json=[application(), receipt()])
    assert first.status_code == 201

    cluster.stop()
    refused = client.post("/v1/events", json=event())
    answers = [client.get(path) for path in READS]
    assert client.get("/healthz").status_code == 200
    assert client.get("/v1/law").status_code == 200
    for answer in (refused, *answers):
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert int(answer.headers["retry-after"]) > 0
        assert answer.json()["type"] == "/problems/unavailable"

    cluster.start()
    ready = eventually(client, "/readyz", 200)
    assert ready.json()["position"] == 2
    deadline = time.monotonic() + 60
    while (
        answer := client.post("/v1/events", json=event())
    ).status_code == 503 and time.monotonic() < deadline:
        time.sleep(0.2)
    # What was refused may or may not have been on its way: sent again, it is there once.
    assert answer.status_code in (200, 201)
    assert core.ledger.head().position == 3
    assert eventually(client, f"/v1/cases/{CASE}", 200).json()["status"]["code"]
    with composition.views(core) as views:
        assert views.wait_for(3, 60)
