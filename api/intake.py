"""From the bytes of a request to drafts: media types, limits, CloudEvents in all three content modes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from api import strictjson
from api.cloudevents import draft_of
from api.errors import BodyTooLarge, MalformedBody, Refused, UnsupportedMediaType
from api.problems import ERRORS_SHOWN
from domain.errors import MatianeError
from domain.facts import Draft

SINGLE: Final = "application/cloudevents+json"
BATCH: Final = "application/cloudevents-batch+json"
PLAIN: Final = "application/json"
#: Largest body of one request, in bytes, unless the settings say otherwise.
BODY_MAX: Final = 10_000_000
#: Most events in one request.
EVENTS_MAX: Final = 10_000

_UTF8: Final = ("", "utf-8", "utf8", '"utf-8"', "us-ascii")
Headers = Sequence[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Intake:
    """What a request states: drafts, or refusals in their places. A batch of one is still a batch."""

    items: Sequence[Draft | Refused]
    batch: bool


def read(body: bytes, headers: Headers, *, each: bool) -> Intake:
    """Return the drafts that a request states.

    All-or-nothing by default: raises Refused with the refusals of all items. With ``each`` a refused item
    takes the place of its draft. Raises MalformedBody, UnsupportedMediaType or BodyTooLarge for the whole.
    """
    named = {name: value for name, value in headers if not name.startswith(b"ce-")}
    media = _media_type(named.get(b"content-type", b""))
    if named.get(b"content-encoding", b"identity") != b"identity":
        raise UnsupportedMediaType("send the body without a content coding")
    if media == PLAIN and len(attributes := _binary_attributes(headers)) > 0:
        return Intake(
            _items([{**attributes, "data": strictjson.loads(body)}], batch=False, each=each), batch=False
        )
    content = strictjson.loads(body)
    if isinstance(content, list) and media in (BATCH, PLAIN):
        return Intake(_items(content, batch=True, each=each), batch=True)
    if isinstance(content, dict) and media in (SINGLE, PLAIN):
        return Intake(_items([content], batch=False, each=each), batch=False)
    wanted = "a list of events in brackets" if media == BATCH else "one event as an object in braces"
    raise MalformedBody(f"with this media type, send {wanted}")


def _media_type(header: bytes) -> str:
    media, *parameters = header.decode("latin-1").lower().split(";")
    media = media.strip()
    if media not in (SINGLE, BATCH, PLAIN):
        raise UnsupportedMediaType(f"send {SINGLE}, {BATCH} or {PLAIN}")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip() not in _UTF8:
            raise UnsupportedMediaType("send the body as UTF-8")
    return media


def _binary_attributes(headers: Headers) -> dict[str, str]:
    """Return the attributes that stand in headers (the binary content mode), percent-decoded."""
    found: dict[str, str] = {}
    for name, value in headers:
        if name.startswith(b"ce-"):
            attribute = name[3:].decode("latin-1")
            if attribute in found or attribute == "data":
                raise MalformedBody(f"the header ce-{attribute} cannot be taken: send each attribute once")
            try:
                found[attribute] = unquote(value.decode("ascii"), errors="strict")
            except UnicodeDecodeError:
                raise MalformedBody("percent-encode the values of ce- headers as UTF-8") from None
    return found


def _items(items: Sequence[object], *, batch: bool, each: bool) -> list[Draft | Refused]:
    if not items:
        raise MalformedBody("the list is empty: send at least one event")
    if len(items) > EVENTS_MAX:
        raise BodyTooLarge(f"send at most {EVENTS_MAX} events in one request")
    read: list[Draft | Refused] = []
    refusals: list[MatianeError] = []
    for index, item in enumerate(items):
        try:
            read.append(draft_of(item))
        except Refused as refused:
            if batch:
                refused = Refused([error.at(index) for error in refused.errors])
            read.append(refused)
            refusals.extend(refused.errors)
            if not each and len(refusals) > ERRORS_SHOWN:
                break
    if refusals and not each:
        raise Refused(refusals)
    return read
