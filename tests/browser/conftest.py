"""A real browser before a real server. Where no Chromium is installed these tests are skipped, never failed."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from fastapi import FastAPI

from api.web import web_pages
from tests.web.memory_desk import MemoryDesk
from tests.web.story import NOW, told

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-quic",
)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The pages over a small invented ledger, on a free port of this machine alone."""
    app = FastAPI()
    app.mount("/", web_pages(MemoryDesk(told().facts, NOW)))
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A headless Chromium that this machine already has; its event loop must end before other tests start theirs."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed: install the package chromium to run the browser tests")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    arguments = [*QUIET, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()
