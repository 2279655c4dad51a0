"""The OpenAPI 3.1 document: FastAPI's, with the plain endpoint added and every refusal a problem document."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api import append_docs
from api.planning import plan_schemas

_LEFT_OVERS: Final = ("HTTPValidationError", "ValidationError")
_METHODS: Final = frozenset({"get", "post", "put", "patch", "delete"})


def documented(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """Return the function that makes the document, once."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    return openapi


def _document(app: FastAPI) -> dict[str, Any]:
    document: dict[str, Any] = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        routes=app.routes,
        tags=app.openapi_tags,
    )
    document["paths"].setdefault("/v1/events", {})["post"] = deepcopy(append_docs.OPERATION)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in _LEFT_OVERS:
        schemas.pop(name, None)
    schemas.update(append_docs.schemas())
    schemas.update(plan_schemas())
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in _METHODS:
                _refusals(operation["responses"], names_one="{" in path)
    return document


def _refusals(responses: dict[str, Any], *, names_one: bool) -> None:
    if names_one:
        responses["404"] = {"description": "There is no such thing, or none was known then"}
        responses["409"] = {"description": "An event of the case cannot be read by this release"}
    for status, response in responses.items():
        if status.startswith(("4", "5")) and status != "503":
            response["content"] = append_docs.problem_content()
    responses.setdefault("422", {"description": "A parameter cannot be used"})["content"] = (
        append_docs.problem_content()
    )
    unavailable = responses.setdefault("503", {"description": "The ledger cannot be reached now"})
    unavailable["content"] = append_docs.problem_content()
    unavailable["headers"] = {
        "Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait"}
    }
