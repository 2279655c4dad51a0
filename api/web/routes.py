"""The web pages as routes: each asks the desk, speaks the reader's language, and answers every failure in a line."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from traceback import extract_tb
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from api.web import lists, mandate_pages, matrix_page, one, plan_page, programme_pages, sheet_page
from api.web.desk import Desk
from api.web.query import BadQuery, UnknownThen
from api.web.render import HEADERS, Page, render, speech_of
from api.web.speech import Speech
from domain.errors import InvalidEvent, MatianeError, NotFound, Unavailable
from projections.questions.page import BadCursor

logger = logging.getLogger(__name__)

View = Callable[[Desk, Request, Speech], Page]
_FAULT: Final = 500
#: An id that can be no case's is as little there as one that is no case's.
_STATUS: Final[tuple[tuple[type[MatianeError], int], ...]] = (
    (NotFound, 404),
    (InvalidEvent, 404),
    (BadCursor, 422),
    (Unavailable, 503),
)
#: Address of the worker that keeps run-sheets at hand without a network.
WORKER: Final = "/run-sheet-worker.js"
#: Every page by its address.
VIEWS: Final[tuple[tuple[str, View], ...]] = (
    ("/", lists.overview),
    ("/cases", lists.cases),
    ("/cases/{case_id}", one.case),
    ("/cases/{case_id}/run-sheet", sheet_page.case_run_sheet),
    ("/cases/{case_id}/programme", programme_pages.programme),
    ("/cases/{case_id}/closing-report", programme_pages.closing),
    ("/register", mandate_pages.offices),
    ("/due", lists.due),
    ("/plan", plan_page.plan),
    ("/deviations", lists.deviations),
    ("/deviations/{obligation_id:path}", one.deviation),
    ("/gaps", lists.gaps),
    ("/law", one.law_browser),
    ("/matrix", matrix_page.matrix),
    ("/law/{provision_id:path}", one.provision),
    ("/statistics", one.statistics),
)


class Static(StaticFiles):
    """Style, scripts, fonts and the icon, from the installed package."""

    def __init__(self) -> None:
        super().__init__(packages=[("api.web", "static")])

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """Let readers keep a file for a day, but ask about scripts."""
        answer = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        # Scripts import each other by plain names, so each is asked for anew; the style sheet's address changes.
        script = answer.headers.get("content-type", "").startswith(
            ("text/javascript", "application/javascript")
        )
        answer.headers["Cache-Control"] = "no-cache" if script else "public, max-age=86400"
        answer.headers["X-Content-Type-Options"] = HEADERS["X-Content-Type-Options"]
        return answer


def web_pages(desk: Desk) -> ASGIApp:
    """Return the application that serves every address which is not the API's."""
    routes: list[BaseRoute] = [
        Route(path, _endpoint(desk, view), methods=["GET"], include_in_schema=False) for path, view in VIEWS
    ]
    routes.append(Route(WORKER, _worker(Static()), methods=["GET"], include_in_schema=False))
    return Router(
        [*routes, Mount("/static", Static(), name="static")], redirect_slashes=False, default=_nothing
    )


def _worker(files: Static) -> Callable[[Request], Awaitable[Response]]:
    """Serve the worker from the root: a worker serves only what lies beneath its own address."""

    async def endpoint(request: Request) -> Response:
        return await files.get_response("run-sheet/worker.js", request.scope)

    return endpoint


def error_page(request: Request, status: int, message: str | None = None, *, then: bool = False) -> Response:
    """Answer a failure with a page: one line that says what to do, in the reader's language.

    ``then`` offers the page about the present, because only the moment asked about has nothing to show.
    """
    speech = speech_of(request)
    known = status if speech.has(f"error.{status}") else (_FAULT if status >= _FAULT else 400)
    words = message or speech.t(f"error.{known}")
    return render(
        request,
        Page(
            "error.html",
            {"status": status, "then": then, "title": speech.t(f"error.{known}.title"), "words": words},
            status,
        ),
        speech,
    )


def _endpoint(desk: Desk, view: View) -> Callable[[Request], object]:
    def answer(request: Request) -> Response:
        speech = speech_of(request)
        try:
            return render(request, view(desk, request, speech), speech)
        except MatianeError as refusal:
            return _refusal_page(request, refusal)
        except Exception as fault:  # noqa: BLE001  # a reader gets a page, whatever went wrong
            # A message may quote what a fact holds: only the kind of fault and its lines are logged.
            lines = extract_tb(fault.__traceback__)[-6:]
            trail = " < ".join(f"{line.filename}:{line.lineno}" for line in reversed(lines))
            name = type(fault).__name__
            logger.error("a page failed: %s at %s", name, trail)  # noqa: TRY400  # its message stays out
            return error_page(request, _FAULT)

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return endpoint


def _refusal_page(request: Request, refusal: MatianeError) -> Response:
    """A refusal that was written for the reader is said as it is; any other by the words of its status."""
    if isinstance(refusal, BadQuery):
        return error_page(request, 422, refusal.message)
    if isinstance(refusal, UnknownThen):
        return error_page(request, 404, refusal.message, then=True)
    for kind, status in _STATUS:
        if isinstance(refusal, kind):
            return error_page(request, status)
    return error_page(request, _FAULT)


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """No page has this address; what lies under the API's is left to the API's own problem documents."""
    if scope["type"] != "http" or scope["path"].startswith("/v1"):
        raise HTTPException(404)
    await error_page(Request(scope), 404)(scope, receive, send)
