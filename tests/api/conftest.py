"""The service on loopback, over real HTTP, on a real database."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from api import composition
from api.composition import Core
from api.server import address, listen
from api.settings import Settings
from tests.conftest import Server


@contextmanager
def served(app: Any) -> Iterator[str]:
    """Serve an application in a thread; give its address."""
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(
        uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=2)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield address(listening)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def settings_for(conninfo: str) -> Settings:
    return Settings(data_folder=Path("/nonexistent"), database_url=conninfo)


@pytest.fixture
def core(database: str) -> Iterator[Core]:
    with composition.core(settings_for(database)) as opened:
        yield opened


@pytest.fixture
def client(core: Core) -> Iterator[httpx.Client]:
    with (
        composition.application(core, composition.following) as app,
        served(app) as where,
        httpx.Client(base_url=where, timeout=30) as opened,
    ):
        yield opened


@pytest.fixture(scope="module")
def shared(server: Server, template: str) -> Iterator[tuple[httpx.Client, Core]]:
    """One service for all tests of a module: for tests that store nothing, or do not mind what others stored."""
    name = server.create(template)
    with (
        composition.core(settings_for(server.conninfo(name))) as core,
        composition.application(core, composition.following) as app,
        served(app) as where,
        httpx.Client(base_url=where, timeout=30) as client,
    ):
        yield client, core
    server.drop(name)


@pytest.fixture
def judged(core: Core) -> Callable[[], None]:
    """Wait until the views hold everything that was recorded."""

    def wait() -> None:
        with composition.views(core) as views:
            assert views.wait_for(core.ledger.head().position, 20)

    return wait
