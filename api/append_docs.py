"""The description of ``POST /v1/events`` in the OpenAPI document; its endpoint is plain ASGI."""

from __future__ import annotations

from typing import Any, Final

from api import intake
from api.problems import ItemError, Problem
from domain.facts import ClockSource, Precision

_ID: Final = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[\\x21-\\x7e]+$"}
_TEXT: Final = {"type": "string"}
_INSTANT: Final = {"type": "string", "format": "date-time"}

CLOUD_EVENT: Final[dict[str, Any]] = {
    "type": "object",
    "title": "CloudEvent",
    "description": "A fact as a CloudEvent 1.0. The schema of data is at /v1/schemas/{type}.",
    "required": ["specversion", "id", "source", "type", "subject", "time", "data"],
    "additionalProperties": False,
    "properties": {
        "specversion": {"const": "1.0"},
        "id": {**_ID, "description": "Unique for ever within the source"},
        "source": {**_ID, "description": "The reporting system, as a URI reference"},
        "type": {**_TEXT, "description": "Name of an event type, such as ReplySent"},
        "subject": {
            **_TEXT,
            "description": "Case id: its kind, a hyphen, and up to 64 letters, digits, hyphens",
        },
        "time": {**_INSTANT, "description": "When it happened, with its offset"},
        "datacontenttype": {"const": "application/json"},
        "dataschema": {**_TEXT, "description": "/v1/schemas/{type}/{version}"},
        "office": {**_TEXT, "description": "Acting office, such as ro-border-police"},
        "clock": {"enum": [value.value for value in ClockSource]},
        "timeprecision": {"enum": [value.value for value in Precision]},
        "correlationid": _ID,
        "causationid": _ID,
        "corrects": {**_ID, "description": "Id of the event of the same case that this one corrects"},
        "correctssource": {**_ID, "description": "Source of the corrected event; its own if left out"},
        "expectedversion": {
            "type": "integer",
            "minimum": 0,
            "maximum": 2**31 - 1,
            "description": "Number of events that the sender believes the case to have",
        },
        "evidencereference": {"type": "string", "maxLength": 500},
        "evidencesha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "data": {"type": "object"},
    },
}

RECEIPT: Final[dict[str, Any]] = {
    "type": "object",
    "title": "Receipt",
    "description": "Proof of recording; the same event sent again is answered with the same receipt, for ever.",
    "additionalProperties": False,
    "required": ["source", "id", "subject", "version", "position", "recordedtime", "chain", "duplicate"],
    "properties": {
        "source": _TEXT,
        "id": _TEXT,
        "subject": _TEXT,
        "version": {"type": "integer", "minimum": 1, "description": "Place in the case, from 1"},
        "position": {
            "type": "integer",
            "minimum": 1,
            "description": "Place in the log, from 1, without gaps",
        },
        "recordedtime": _INSTANT,
        "chain": {"type": "string", "description": "Chain hash at this position, in hex"},
        "duplicate": {"type": "boolean", "description": "The event had been recorded before this request"},
    },
}

_RECEIPTS: Final = {
    "type": "object",
    "required": ["receipts"],
    "additionalProperties": False,
    "properties": {"receipts": {"type": "array", "items": {"$ref": "#/components/schemas/Receipt"}}},
}

_RESULT: Final = {
    "type": "object",
    "required": ["index", "status"],
    "additionalProperties": False,
    "properties": {
        "index": {"type": "integer", "minimum": 0},
        "status": {"type": "integer"},
        "receipt": {"$ref": "#/components/schemas/Receipt"},
        "problem": {"$ref": "#/components/schemas/Problem"},
    },
}
_RESULTS: Final = {
    "type": "object",
    "required": ["results"],
    "additionalProperties": False,
    "properties": {"results": {"type": "array", "items": _RESULT}},
}
_ANSWER: Final = {"oneOf": [_RECEIPTS, _RESULTS]}

_EVENT_REF: Final = {"$ref": "#/components/schemas/CloudEvent"}
_BATCH: Final = {"type": "array", "items": _EVENT_REF, "minItems": 1, "maxItems": intake.EVENTS_MAX}

_DESCRIPTION: Final = f"""Records facts; the answer comes when they are durable.

All events of a request or none: one that is refused keeps out the others, and the problem names each of them by
index and pointer. With `mode=each` every event stands alone, and the answer lists a receipt or a problem per event
(207 when any was refused). Sending the same event again is answered with its first receipt.

A body has at most {intake.BODY_MAX:,} bytes, a batch at most {intake.EVENTS_MAX:,} events. The binary content mode
(`ce-` headers) is understood with `application/json`."""


def problem_content() -> dict[str, Any]:
    """Return the media type of problem documents and a reference to their schema."""
    return {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def _answer(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _refusal(description: str) -> dict[str, Any]:
    return {"description": description, "content": problem_content()}


OPERATION: Final[dict[str, Any]] = {
    "operationId": "append_events",
    "tags": ["events"],
    "summary": "Record facts",
    "description": _DESCRIPTION,
    "parameters": [
        {
            "name": "mode",
            "in": "query",
            "required": False,
            "description": "all: all events or none; each: every event stands alone",
            "schema": {"enum": ["all", "each"], "default": "all"},
        }
    ],
    "requestBody": {
        "required": True,
        "content": {
            intake.SINGLE: {"schema": _EVENT_REF},
            intake.BATCH: {"schema": _BATCH},
            intake.PLAIN: {"schema": {"oneOf": [_EVENT_REF, _BATCH]}},
        },
    },
    "responses": {
        "200": _answer("Every event had been recorded before", _ANSWER),
        "201": _answer("At least one event was recorded now", _ANSWER),
        "207": _answer("With mode=each: at least one event was refused", _RESULTS),
        "400": _refusal("The body cannot be read"),
        "409": _refusal("The ledger holds something that excludes an event"),
        "413": _refusal("The body or the batch is too large"),
        "415": _refusal("The body is of another media type"),
        "422": _refusal("An event cannot be a fact, or a parameter cannot be used"),
        "503": _refusal("The ledger cannot be reached now; see Retry-After"),
    },
}


def schemas() -> dict[str, Any]:
    """Return the component schemas that the operation refers to."""
    template = "#/components/schemas/{model}"
    problem = Problem.model_json_schema(ref_template=template)
    problem.pop("$defs", None)
    return {
        "CloudEvent": CLOUD_EVENT,
        "Receipt": RECEIPT,
        "Problem": problem,
        "ItemError": ItemError.model_json_schema(ref_template=template),
    }
