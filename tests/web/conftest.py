"""The pages through the real ASGI application, over a small invented ledger in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI

from api.web import web_pages
from tests.web.memory_desk import MemoryDesk
from tests.web.story import NOW, told

Get = Callable[..., httpx.Response]


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk(told().facts, NOW)


@pytest.fixture
def get(desk: MemoryDesk) -> Get:
    """Ask for an address; ``language`` is what the browser would say it accepts."""
    app = FastAPI()
    app.mount("/", web_pages(desk))

    def ask(address: str, language: str = "en", **kwargs: object) -> httpx.Response:
        async def run() -> httpx.Response:
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://pages") as client:
                headers = {"Accept-Language": language, **kwargs.pop("headers", {})}  # type: ignore[dict-item]
                return await client.request(kwargs.pop("method", "GET"), address, headers=headers, **kwargs)

        return asyncio.run(run())

    return ask
