"""Stored bytes: canonical JSON (sorted keys, no spaces, UTF-8, no floats) of envelope and payload.

The bytes are the record: they are hashed, never parsed by the database, and never rewritten. A payload
of an older schema version is upcast on read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import orjson

from domain.events import CATALOGUE
from domain.facts import ClockSource, Draft, Envelope, EventRef, Evidence, Fact, Precision
from domain.sealing import Keyring, Place, seal

Payload = dict[str, Any]
#: (type, version) to a function that turns the payload into that of the next version.
UPCASTERS: Final[dict[tuple[str, int], Callable[[Payload], Payload]]] = {}

_DEFAULT_PRECISION = Precision.INSTANT
_DEFAULT_CLOCK = ClockSource.SENDER


class UnreadableRecord(Exception):
    """Stored bytes that no model of this release can read; the case is shown as incomplete."""


def topic(draft: Draft) -> str:
    """Return the stored name of type and schema version, such as ``ReplySent.1``."""
    return f"{draft.data.TYPE}.{draft.data.VERSION}"


def place_of(envelope: Envelope | Fact, type_name: str) -> Place:
    """Return the place to which an event's sealed values are bound."""
    return Place(envelope.case_id, envelope.source, envelope.event_id, type_name)


def encode(draft: Draft, keyring: Keyring) -> bytes:
    """Return the stored bytes of a draft with its personal fields sealed.

    Raises PersonErased when a person's key was destroyed, InvalidEvent for an unsealable value.
    """
    envelope = draft.envelope
    payload: Payload = draft.data.model_dump(mode="json", exclude_none=True)
    seal(payload, type(draft.data), place_of(envelope, draft.data.TYPE), keyring)
    record = envelope.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    record["data"] = payload
    record["type"] = draft.data.TYPE
    record["version"] = draft.data.VERSION
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS)


def content_digest(state: bytes) -> bytes:
    """Return the digest that binds an idempotency key to its content; it covers ciphertext only."""
    return hashlib.sha256(state).digest()


def decode(state: bytes, *, version: int, position: int, recorded_at: datetime) -> Fact:
    """Return the fact held by stored bytes; raises UnreadableRecord when no model can read them."""
    try:
        record = orjson.loads(state)
        model = CATALOGUE[record["type"]]
        payload = record["data"]
        if record["version"] != model.VERSION:
            payload = _upcast(record["type"], record["version"], model.VERSION, payload)
        corrects = record.get("corrects")
        evidence = record.get("evidence")
        return Fact(
            case_id=record["case_id"],
            version=version,
            position=position,
            source=record["source"],
            event_id=record["event_id"],
            occurred_at=_utc(datetime.fromisoformat(record["occurred_at"])),
            recorded_at=recorded_at,
            data=model.model_validate(payload),
            precision=Precision(record["precision"]) if "precision" in record else _DEFAULT_PRECISION,
            clock=ClockSource(record["clock"]) if "clock" in record else _DEFAULT_CLOCK,
            office=record.get("office"),
            correlation=record.get("correlation"),
            causation=record.get("causation"),
            corrects=EventRef(**corrects) if corrects else None,
            evidence=tuple(Evidence(**item) for item in evidence) if evidence else (),
        )
    except (KeyError, ValueError, TypeError, OverflowError) as error:
        # The message of a validation error quotes its input: only its kind may leave this function.
        raise UnreadableRecord(f"{type(error).__name__} at position {position}") from None


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)


def _upcast(type_name: str, stored: int, current: int, payload: Payload) -> Payload:
    for version in range(stored, current):
        payload = UPCASTERS[type_name, version](payload)
    if stored > current:
        raise KeyError(f"{type_name}.{stored}")
    return payload
