"""The application: everything it stands on is passed in, so that a test can pass something else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from typing import Final

from fastapi import FastAPI
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api.elsewhere import Elsewhere
from api.guard import Guard
from api.openapi import documented
from api.receiving import AppendEndpoint, Appender
from api.refusing import answer_refusals
from api.routes.cases import cases_router
from api.routes.events import events_router
from api.routes.health import health_router
from api.routes.law import law_router
from api.routes.mandates import mandates_router
from api.routes.obligations import obligations_router
from api.routes.offices import offices_router
from api.routes.plans import plans_router
from api.routes.problems import problems_router
from api.routes.schemas import schemas_router
from api.routes.statistics import statistics_router
from domain.law.book import LawBook
from projections.views import Views

DOOR: Final = "/v1/events"
_DESCRIPTION = """Matiane is an event-sourced compliance ledger: facts are appended and never changed, and every verdict
on them is derived from the facts, the law and the moment asked about, with its reason."""


class Service(FastAPI):
    """The application, with a short way to the door for facts.

    FastAPI's layers (telemetry, exception middleware, dependencies, routing) cost more than reading an event does.
    What every request must pass has to be put around ``door`` as well.
    """

    door: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request (ASGI)."""
        if scope["type"] == "http" and scope["path"] == DOOR and scope["method"] == "POST":
            await self.door(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_app(
    *,
    law: LawBook,
    appender: Appender,
    views: Views,
    clock: Callable[[], datetime],
    pages: ASGIApp | None = None,
) -> Service:
    """Return the application. ``clock`` gives the present; ``pages`` serves every address that is not the API's."""
    app = Service(
        title="Matiane",
        version=version("matiane"),
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.door = Guard(AppendEndpoint(appender, clock))
    app.router.routes.insert(
        0, Route(DOOR, app.door, methods=["POST"])
    )  # so that other methods are told of it
    for router in (
        events_router(views),
        cases_router(views, clock),
        obligations_router(views, clock),
        plans_router(views, clock),
        statistics_router(views, clock),
        law_router(law),
        mandates_router(views, clock),
        offices_router(),
        schemas_router(),
        problems_router(),
        health_router(views),
    ):
        app.include_router(router)
    answer_refusals(app)
    app.openapi = documented(app)  # type: ignore[method-assign]
    app.add_middleware(Guard)
    app.router.default = Elsewhere(pages)
    return app
