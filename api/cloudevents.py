"""CloudEvents 1.0 in, drafts out; facts in, CloudEvents out.

| attribute | meaning here |
| --- | --- |
| id, source | the event's identity, unique for ever |
| type | name of the event type, such as ReplySent |
| subject | case id |
| time | when it happened; required |
| dataschema | /v1/schemas/{type}/{version}, if given |
| office, clock, timeprecision | who reports, who set the time, how exact it is |
| correlationid, causationid | what it belongs to |
| corrects, correctssource | id and source (its own, if not given) of the event that it corrects |
| expectedversion | number of events that the sender believes the case to have |
| evidencereference, evidencesha256 | a document that supports it |
| recordedtime, sequence | only in what the ledger gives out: when it was recorded, and its position |
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Final

import orjson
from pydantic import ValidationError

from api.errors import Refused
from api.instants import NoInstant, instant
from api.wording import faults, pointer_to
from domain.errors import InvalidEvent, MatianeError, UnknownEventType
from domain.events import CATALOGUE, EventData
from domain.facts import Draft, Envelope

SPECVERSION: Final = "1.0"
#: Name of an attribute to the member of the envelope that holds it.
_PLAIN: Final[Mapping[str, str]] = {
    "subject": "case_id",
    "source": "source",
    "id": "event_id",
    "office": "office",
    "clock": "clock",
    "timeprecision": "precision",
    "correlationid": "correlation",
    "causationid": "causation",
}
_ATTRIBUTE: Final[Mapping[tuple[str | int, ...], str]] = {
    **{(member,): attribute for attribute, member in _PLAIN.items()},
    ("corrects", "source"): "correctssource",
    ("corrects", "event_id"): "corrects",
    ("evidence", 0, "reference"): "evidencereference",
    ("evidence", 0, "sha256"): "evidencesha256",
    ("expected_version",): "expectedversion",
}
_GIVEN_OUT: Final = frozenset({"recordedtime", "sequence"})
_KNOWN: Final = frozenset(_PLAIN) | {
    *("specversion", "type", "time", "datacontenttype", "dataschema", "data"),
    *("corrects", "correctssource", "expectedversion", "evidencereference", "evidencesha256"),
}
#: CloudEvents integers have 32 bits.
_LARGEST_VERSION: Final = 2**31 - 1

#: Stands in for a time that was refused, so that the rest is looked at as well.
_SOME_TIME: Final = datetime(1970, 1, 1, tzinfo=UTC)

Errors = list[MatianeError]


def draft_of(item: object, *, strict: bool = True) -> Draft:
    """Return the draft that a CloudEvent states; raises Refused with everything that is wrong with it.

    ``strict`` wants each member of data in its JSON type; without it, text is read as numbers and truth values.
    """
    if not isinstance(item, dict):
        raise Refused([InvalidEvent("write each event as an object in braces", pointer="")])
    errors: Errors = []
    if not item.keys() <= _KNOWN:
        errors.extend(_unknown(item))
    if item.get("specversion") != SPECVERSION:
        errors.append(InvalidEvent('write "1.0": only CloudEvents 1.0 are read', pointer="/specversion"))
    model = _model(item.get("type"), errors)
    if model is not None:
        _check_schema(item, model, errors)
    occurred_at = _time(item.get("time"), errors)
    expected = _expected(item.get("expectedversion"), errors)
    envelope = _envelope(item, occurred_at, errors)
    data = _data(model, item, errors, strict=strict) if model is not None else None
    if errors or envelope is None or data is None:
        raise Refused(errors)
    return Draft(envelope=envelope, data=data, expected_version=expected)


def _unknown(item: Mapping[str, object]) -> Errors:
    errors: Errors = []
    for name in item.keys() - _KNOWN:
        if name in _GIVEN_OUT:
            message = f"remove {name}: the ledger sets it"
        elif name == "data_base64":
            message = "send data as JSON, not as base64"
        else:
            message = "there is no such attribute: remove it"
        errors.append(InvalidEvent(message, pointer=pointer_to((name,))))
    return sorted(errors, key=lambda error: error.pointer or "")


def _model(name: object, errors: Errors) -> type[EventData] | None:
    if not isinstance(name, str):
        errors.append(InvalidEvent("name the type of the event: see /v1/schemas", pointer="/type"))
        return None
    model = CATALOGUE.get(name)
    if model is None:
        near = get_close_matches(name[:80], CATALOGUE, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        message = f"no event type is called so: {hint}See /v1/schemas for the {len(CATALOGUE)} known types"
        errors.append(UnknownEventType(message, pointer="/type"))
    return model


def _check_schema(item: Mapping[str, object], model: type[EventData], errors: Errors) -> None:
    media = item.get("datacontenttype")
    if media is not None and not (isinstance(media, str) and _is_json(media)):
        errors.append(InvalidEvent("write application/json, or leave it out", pointer="/datacontenttype"))
    schema = item.get("dataschema")
    ours = schema_path(model)
    if schema is not None and not (isinstance(schema, str) and schema.endswith(ours)):
        errors.append(InvalidEvent(f"write {ours}, or leave it out", pointer="/dataschema"))


def _is_json(media: str) -> bool:
    return media.partition(";")[0].strip().lower() == "application/json"


def schema_path(model: type[EventData]) -> str:
    """Return the path of the schema of a type's current version."""
    return f"/v1/schemas/{model.TYPE}/{model.VERSION}"


def _time(value: object, errors: Errors) -> datetime | None:
    try:
        return instant(value)
    except NoInstant as error:
        message = "say when it happened: " if value is None else ""
        errors.append(InvalidEvent(f"{message}{error}", pointer="/time"))
        return None


def _expected(value: object, errors: Errors) -> int | None:
    if (
        isinstance(value, str)
        and value.isascii()
        and value.isdigit()
        and len(value) <= len(str(_LARGEST_VERSION))
    ):
        value = int(value)
    if value is None or (type(value) is int and 0 <= value <= _LARGEST_VERSION):
        return value
    errors.append(InvalidEvent("write the number of events of the case, from 0", pointer="/expectedversion"))
    return None


def _envelope(item: Mapping[str, object], occurred_at: datetime | None, errors: Errors) -> Envelope | None:
    stated = {member: value for name, member in _PLAIN.items() if (value := item.get(name)) is not None}
    stated["occurred_at"] = occurred_at or _SOME_TIME
    if item.get("corrects") is not None:
        source = item.get("correctssource")
        stated["corrects"] = {
            "source": item.get("source") if source is None else source,
            "event_id": item["corrects"],
        }
    elif item.get("correctssource") is not None:
        errors.append(InvalidEvent("name the corrected event's id as well, in corrects", pointer="/corrects"))
    evidence = {
        member: item[name]
        for name, member in (("evidencereference", "reference"), ("evidencesha256", "sha256"))
        if item.get(name) is not None
    }
    if evidence:
        stated["evidence"] = (evidence,)
    try:
        return Envelope.model_validate(stated)
    except ValidationError as error:
        errors.extend(_envelope_faults(error))
        return None


def _envelope_faults(error: ValidationError) -> Errors:
    return [
        InvalidEvent(words, pointer=f"/{_ATTRIBUTE.get(place, place[0])}") for place, words in faults(error)
    ]


def _data(
    model: type[EventData], item: Mapping[str, object], errors: Errors, *, strict: bool
) -> EventData | None:
    try:
        return model.model_validate_json(orjson.dumps(item.get("data")), strict=strict)
    except ValidationError as error:
        for place, words in faults(error):
            errors.append(
                InvalidEvent(f"{words}; see {schema_path(model)}", pointer=pointer_to(("data", *place)))
            )
    except OverflowError:
        errors.append(
            InvalidEvent(f"a time in data is out of range; see {schema_path(model)}", pointer="/data")
        )
    return None
