"""Turns what FastAPI and Starlette raise into problem documents, without a value of the request."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.errors import (
    Internal,
    InvalidParameter,
    MalformedBody,
    MethodNotAllowed,
    NoSuchPath,
    Refused,
)
from api.problems import problem_response
from api.wording import pointer_to, words
from domain.errors import MatianeError

_EXTRA = "extra_forbidden"


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, MatianeError)
    return problem_response(error)


async def _several(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return problem_response(*error.errors)


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    refusals: list[MatianeError] = []
    for detail in error.errors():
        name = pointer_to(detail["loc"][1:]).removeprefix("/")
        if detail["type"] == _EXTRA:
            message = (
                "there is no such parameter: remove it" if name else "one of the parameters is not known"
            )
        else:
            message = words(detail)
        refusals.append(InvalidParameter(message, pointer=name or None))
    return problem_response(*refusals)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.NOT_FOUND:
        response = problem_response(NoSuchPath("nothing is served here: see /openapi.json for what is"))
    elif error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        message = f"{request.method} is not taken here: see /openapi.json for what is"
        response = problem_response(MethodNotAllowed(message))
    elif error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
        response = problem_response(MalformedBody("the request cannot be read"))
    else:
        response = problem_response(Internal("a fault of ours: report it to the operator"))
    response.headers.update(error.headers or {})
    return response


def answer_refusals(app: FastAPI) -> None:
    """Register the handlers."""
    app.add_exception_handler(MatianeError, _refused)
    app.add_exception_handler(Refused, _several)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
