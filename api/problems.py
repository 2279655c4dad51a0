"""RFC 9457 problem documents: the one place that knows which refusal has which HTTP status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from types import MappingProxyType
from typing import Annotated, Final

import orjson
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from api.errors import InvalidParameter
from domain.errors import MatianeError
from projections.questions.page import BadCursor

MEDIA_TYPE: Final = "application/problem+json"
#: Seconds after which a client may come again when the database was lost.
RETRY_AFTER: Final = 2
#: No problem document lists more errors than this.
ERRORS_SHOWN: Final = 100


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its status and its title. The code is the last part of its ``type``."""

    status: int
    title: str


#: Every kind of problem by its code. A code is a promise: it is never renamed.
KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "malformed-body": Kind(HTTPStatus.BAD_REQUEST, "The body cannot be read"),
        "unsupported-media-type": Kind(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of another media type"
        ),
        "body-too-large": Kind(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large"),
        "invalid-event": Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "The event cannot be a fact"),
        "unknown-event-type": Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "The event type is not known"),
        "wrong-case-kind": Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "The case is of another kind"),
        "future-time": Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "The time lies in the future"),
        "unknown-target": Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "The corrected event was never recorded"),
        "invalid-plan": Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "The plan cannot be drawn up"),
        "invalid-parameter": Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "A parameter cannot be used"),
        "bad-cursor": Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "The cursor is not of this list"),
        "case-incomplete": Kind(HTTPStatus.CONFLICT, "The case cannot be judged"),
        "conflict": Kind(HTTPStatus.CONFLICT, "The ledger holds something that excludes this"),
        "content-conflict": Kind(HTTPStatus.CONFLICT, "The id was used before with other content"),
        "version-conflict": Kind(HTTPStatus.CONFLICT, "The case has moved on"),
        "person-erased": Kind(HTTPStatus.CONFLICT, "The person was erased"),
        "not-found": Kind(HTTPStatus.NOT_FOUND, "There is no such thing"),
        "no-such-path": Kind(HTTPStatus.NOT_FOUND, "Nothing is served at this address"),
        "method-not-allowed": Kind(HTTPStatus.METHOD_NOT_ALLOWED, "The address does not take this method"),
        "wrong-host": Kind(HTTPStatus.MISDIRECTED_REQUEST, "The request is for another host"),
        "unavailable": Kind(HTTPStatus.SERVICE_UNAVAILABLE, "The ledger cannot be reached now"),
        "internal": Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "A fault of ours"),
    }
)


class ItemError(BaseModel):
    """One error of a problem: which item of the request, which member of it, and what to do."""

    model_config = ConfigDict(extra="forbid")

    index: Annotated[int, Field(ge=0, description="Place of the item in its batch, from 0")] | None = None
    pointer: (
        Annotated[str, Field(description="JSON pointer within the item, such as /data/channel")] | None
    ) = None
    parameter: Annotated[str, Field(description="Name of the parameter of the address")] | None = None
    code: Annotated[str, Field(description="Code of the kind of problem")]
    detail: Annotated[
        str, Field(description="What is wrong and what to do next; quotes no value of the request")
    ]


class Problem(BaseModel):
    """A problem document (RFC 9457)."""

    model_config = ConfigDict(extra="forbid")

    type: Annotated[str, Field(description="Stable URI of the kind of problem: /problems/ and its code")]
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    errors: tuple[ItemError, ...] = ()


def kind_of(error: MatianeError) -> tuple[str, Kind]:
    """Return the code under which a refusal is published, and its kind: its own, or its nearest parent's."""
    for parent in type(error).__mro__:
        code = getattr(parent, "code", None)
        if isinstance(code, str) and code in KINDS:
            return code, KINDS[code]
    return "internal", KINDS["internal"]


def item_error(error: MatianeError) -> ItemError:
    """Return what a problem document says of one refusal."""
    place: dict[str, object] = {"index": error.index, "pointer": error.pointer}
    if isinstance(error, InvalidParameter | BadCursor) and error.pointer is not None:
        place = {"parameter": error.pointer.removeprefix("/")}
    return ItemError.model_validate({**place, "code": kind_of(error)[0], "detail": error.message})


def problem(errors: Sequence[MatianeError]) -> Problem:
    """Return the document for one or more refusals; the first one gives it its kind."""
    first = errors[0]
    code, kind = kind_of(first)
    where = [f"item {first.index}"] if first.index is not None else []
    where += [first.pointer] if first.pointer else []
    detail = f"{', '.join(where)}: {first.message}" if where else first.message
    if len(errors) > 1:
        detail = f"{detail} (and {len(errors) - 1} more: see errors)"
    located = [item_error(error) for error in errors[:ERRORS_SHOWN] if where or len(errors) > 1]
    return Problem(
        type=f"/problems/{code}", title=kind.title, status=kind.status, detail=detail, errors=tuple(located)
    )


def problem_response(*errors: MatianeError) -> Response:
    """Return the answer to a refused request."""
    document = problem(errors)
    headers = {"cache-control": "no-store"}
    if document.status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["retry-after"] = str(RETRY_AFTER)
    content = orjson.dumps(document.model_dump(mode="json", exclude_none=True))
    return Response(content, document.status, headers, MEDIA_TYPE)
