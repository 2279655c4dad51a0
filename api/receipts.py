"""What the door for facts answers when it has recorded something."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

import orjson
from starlette.types import Receive, Scope, Send

from api.errors import Refused
from api.instants import rfc3339
from api.problems import kind_of, problem
from domain.errors import MatianeError
from domain.facts import Draft
from domain.ledger import Receipt

Result = Receipt | MatianeError | Refused


class Answer:
    """A JSON answer, sent with as little ado as possible (ASGI)."""

    __slots__ = ("content", "status")

    def __init__(self, status: int, content: bytes) -> None:
        self.status = status
        self.content = content

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        length = str(len(self.content)).encode()
        headers = [(b"content-length", length), (b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.content})


def receipt_body(receipt: Receipt) -> dict[str, object]:
    """Return a receipt as it is given out."""
    return {
        "source": receipt.source,
        "id": receipt.event_id,
        "subject": receipt.case_id,
        "version": receipt.version,
        "position": receipt.position,
        "recordedtime": rfc3339(receipt.recorded_at),
        "chain": receipt.chain,
        "duplicate": receipt.duplicate,
    }


def receipts_answer(results: Sequence[Receipt | MatianeError]) -> Answer:
    """Answer a request whose events are all recorded: 201 when any of them is new, else 200."""
    receipts = [result for result in results if isinstance(result, Receipt)]
    new = any(not receipt.duplicate for receipt in receipts)
    content = orjson.dumps({"receipts": [receipt_body(receipt) for receipt in receipts]})
    return Answer(HTTPStatus.CREATED if new else HTTPStatus.OK, content)


def each_answer(read: Sequence[Draft | Refused], results: Sequence[Receipt | MatianeError]) -> Answer:
    """Answer per item, in the order of the request; 207 when any was refused."""
    answers = iter(results)
    merged: list[Result] = [next(answers) if isinstance(item, Draft) else item for item in read]
    bodies: list[dict[str, object]] = []
    refused = new = False
    for index, result in enumerate(merged):
        if isinstance(result, Receipt):
            new = new or not result.duplicate
            status = HTTPStatus.OK if result.duplicate else HTTPStatus.CREATED
            bodies.append({"index": index, "status": status, "receipt": receipt_body(result)})
        else:
            refused = True
            bodies.append({"index": index, **_problem_body(result, index)})
    status = HTTPStatus.MULTI_STATUS if refused else HTTPStatus.CREATED if new else HTTPStatus.OK
    return Answer(status, orjson.dumps({"results": bodies}))


def _problem_body(result: MatianeError | Refused, index: int) -> dict[str, object]:
    errors = result.errors if isinstance(result, Refused) else (result,)
    for error in errors:
        error.at(index)
    document = problem(errors)
    return {
        "status": kind_of(errors[0])[1].status,
        "problem": document.model_dump(mode="json", exclude_none=True),
    }
