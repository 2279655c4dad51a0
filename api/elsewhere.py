"""Addresses that the API does not know: the pages', or nobody's."""

from __future__ import annotations

from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import NoSuchPath
from api.problems import problem_response

_OURS: Final = ("/v1/", "/problems/")


class Elsewhere:
    """Serves what no route of the API matches (ASGI)."""

    def __init__(self, pages: ASGIApp | None) -> None:
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on to the pages, or refuse it."""
        if scope["type"] != "http":
            return
        if self._pages is not None and not scope["path"].startswith(_OURS):
            await self._pages(scope, receive, send)
        else:
            refusal = NoSuchPath("nothing is served here: see /openapi.json for what is")
            await problem_response(refusal)(scope, receive, send)
