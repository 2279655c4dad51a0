"""The application: everything it stands on is passed in, so that a test can pass something else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version

from fastapi import FastAPI
from starlette.routing import Route
from starlette.types import ASGIApp

from api.elsewhere import Elsewhere
from api.guard import Guard
from api.openapi import documented
from api.receiving import AppendEndpoint, Appender
from api.refusing import answer_refusals
from api.routes.cases import cases_router
from api.routes.events import events_router
from api.routes.health import health_router
from api.routes.law import law_router
from api.routes.obligations import obligations_router
from api.routes.problems import problems_router
from api.routes.schemas import schemas_router
from api.routes.statistics import statistics_router
from domain.law.book import LawBook
from projections.views import Views

_DESCRIPTION = """Matiane is an event-sourced compliance ledger: facts are appended and never changed, and every verdict
on them is derived from the facts, the law and the moment asked about, with its reason."""


def create_app(
    *,
    law: LawBook,
    appender: Appender,
    views: Views,
    clock: Callable[[], datetime],
    pages: ASGIApp | None = None,
) -> FastAPI:
    """Return the application. ``clock`` gives the present; ``pages`` serves every address that is not the API's."""
    app = FastAPI(
        title="Matiane",
        version=version("matiane"),
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.router.routes.insert(0, Route("/v1/events", AppendEndpoint(appender, clock), methods=["POST"]))
    for router in (
        events_router(views),
        cases_router(views, clock),
        obligations_router(views, clock),
        statistics_router(views, clock),
        law_router(law),
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
