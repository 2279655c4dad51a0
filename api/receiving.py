"""``POST /v1/events``: the one door for facts, kept lean because every integrating system stands before it.

A plain ASGI endpoint: body, drafts, appender, receipts. Its documentation is in ``append_docs``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, Protocol

from starlette.types import ASGIApp, Receive, Scope, Send

from api import intake
from api.errors import BodyTooLarge, InvalidParameter, MalformedBody, Refused
from api.problems import problem_response
from api.receipts import each_answer, receipts_answer
from domain.errors import MatianeError
from domain.facts import Draft
from domain.ledger import Receipt

#: A body larger than this is read beside the event loop, so that others need not wait for it.
_LARGE: Final = 100_000


class Appender(Protocol):
    """Where drafts go: a group commit that answers one result per draft."""

    async def append(
        self, drafts: Sequence[Draft], *, now: datetime, per_item: bool = False
    ) -> Sequence[Receipt | MatianeError]:
        """Record drafts; all-or-nothing raises the first refusal, ``per_item`` answers it in its place."""


class AppendEndpoint:
    """Receives facts. Every answer is a list of receipts or a problem document."""

    def __init__(
        self, appender: Appender, clock: Callable[[], datetime], *, body_max: int = intake.BODY_MAX
    ) -> None:
        self._appender = appender
        self._clock = clock
        self._body_max = body_max

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request (ASGI)."""
        try:
            each = _each(scope["query_string"])
            body = await self._body(scope, receive)
            answer: ASGIApp = await self._append(body, scope["headers"], each=each)
        except MatianeError as error:
            answer = problem_response(error)
        except Refused as refused:
            answer = problem_response(*refused.errors)
        await answer(scope, receive, send)

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        for name, value in scope["headers"]:
            if name == b"content-length" and int(value) > self._body_max:
                raise self._too_large()
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise MalformedBody("the sender went away before the end of the body")
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self._body_max:
                raise self._too_large()
            if not message.get("more_body"):
                return parts[0] if len(parts) == 1 else b"".join(parts)

    def _too_large(self) -> BodyTooLarge:
        return BodyTooLarge(f"a body has at most {self._body_max} bytes: send the events in several requests")

    async def _append(self, body: bytes, headers: intake.Headers, *, each: bool) -> ASGIApp:
        if len(body) > _LARGE:
            read = await asyncio.to_thread(intake.read, body, headers, each=each)
        else:
            read = intake.read(body, headers, each=each)
        drafts = [draft for draft in read.items if isinstance(draft, Draft)]
        try:
            results = await self._appender.append(drafts, now=self._clock(), per_item=each) if drafts else ()
        except MatianeError as error:
            if not read.batch:
                error.index = None
            raise
        if each:
            return each_answer(read.items, results)
        return receipts_answer(results)


def _each(query: bytes) -> bool:
    match query:
        case b"" | b"mode=all":
            return False
        case b"mode=each":
            return True
        case _:
            raise InvalidParameter("the only parameter here is mode, and it is all or each", pointer="mode")
