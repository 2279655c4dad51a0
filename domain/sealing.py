"""Personal fields are sealed one by one under their person's key; the log holds only ciphertext.

AES-256-GCM. The nonce is derived from the key, the place and the plain text (a synthetic nonce),
so that sending the same event again seals to the same bytes: the ledger can tell a repetition from
a conflict without keeping any digest of plain personal data. Place and event id go into the
derivation, so equal values in two events do not look equal. Destroying the key is the erasure.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import urlsafe_b64decode
from binascii import b2a_base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol, get_args
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import BaseModel

from domain.errors import InvalidEvent
from domain.events import EventData
from domain.kernel import SEALED_PREFIX, PersonalField

KEY_BYTES = 32
_NONCE_BYTES = 12
_URLSAFE = bytes.maketrans(b"+/", b"-_")
#: Longest plain personal value, in characters; the schema says the same.
PLAIN_CHARACTERS_MAX = 400
#: What a reader sees where the key is gone.
ERASED = "erased"


class Keyring(Protocol):
    """Where person keys live. Implementations keep them apart from the events."""

    def key_for(self, person: UUID) -> bytes:
        """Return the person's key, making one if there is none; raises PersonErased after an erasure."""

    def find(self, person: UUID) -> bytes | None:
        """Return the person's key, or None when there is none or it was destroyed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value stands: it cannot be moved to another event or field."""

    case_id: str
    source: str
    event_id: str
    type: str

    def associated(self, path: str, person: str) -> bytes:
        """Return the associated data of one field."""
        return "\x1f".join((self.case_id, self.source, self.event_id, self.type, path, person)).encode()


@lru_cache(maxsize=4096)
def _ciphers(key: bytes) -> tuple[AESGCM, hmac.HMAC]:
    """Return the cipher of a key, and its keyed hash for nonces, to be copied: keying it anew costs more."""
    return AESGCM(key), hmac.new(hmac.digest(key, b"matiane nonce", "sha256"), digestmod="sha256")


def seal_text(plain: str, key: bytes, associated: bytes) -> str:
    """Seal one value; the same input gives the same output."""
    cipher, nonces = _ciphers(key)
    text = plain.encode()
    keyed = nonces.copy()
    keyed.update(hashlib.sha256(associated).digest() + text)
    nonce = keyed.digest()[:_NONCE_BYTES]
    sealed = b2a_base64(nonce + cipher.encrypt(nonce, text, associated), newline=False)
    return SEALED_PREFIX + sealed.translate(_URLSAFE).decode()


def open_text(sealed: str, key: bytes, associated: bytes) -> str:
    """Open one value; raises ValueError when it was not sealed with this key at this place."""
    cipher, _ = _ciphers(key)
    raw = urlsafe_b64decode(sealed.removeprefix(SEALED_PREFIX))
    try:
        return cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], associated).decode()
    except InvalidTag:
        raise ValueError("the sealed value does not belong to this key and place") from None


@dataclass(frozen=True, slots=True)
class _Site:
    """A member of a payload that holds one person (or a list of persons) and its personal fields."""

    name: str
    many: bool
    fields: tuple[str, ...]


def _personal_fields(model: type[BaseModel]) -> tuple[str, ...]:
    marked = []
    for name, field in model.model_fields.items():
        metadata = list(field.metadata)
        for option in get_args(field.annotation):
            metadata.extend(getattr(option, "__metadata__", ()))
        if any(isinstance(mark, PersonalField) for mark in metadata):
            marked.append(name)
    return tuple(marked)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for option in get_args(annotation):
        yield from _models_in(option)


@lru_cache(maxsize=4096)
def _uuid(person: str) -> UUID:
    return UUID(person)


@lru_cache
def personal_sites(model: type[EventData]) -> tuple[_Site, ...]:
    """Return where an event type holds personal fields; each site also has the member ``person``."""
    sites = []
    for name, field in model.model_fields.items():
        for part in _models_in(field.annotation):
            if fields := _personal_fields(part):
                many = "tuple" in str(field.annotation)
                sites.append(_Site(name, many, fields))
    return tuple(sites)


def _boxes(payload: Mapping[str, Any], site: _Site) -> Iterator[tuple[str, dict[str, Any]]]:
    value = payload.get(site.name)
    if value is None:
        return
    if site.many:
        for number, box in enumerate(value):
            yield f"{site.name}/{number}", box
    else:
        yield site.name, value


def seal(payload: dict[str, Any], model: type[EventData], place: Place, keyring: Keyring) -> None:
    """Replace the plain personal values of a JSON payload by sealed ones, in place.

    Raises InvalidEvent for a value that is too long or already looks sealed, without quoting it.
    """
    for site in personal_sites(model):
        for path, box in _boxes(payload, site):
            present = [name for name in site.fields if box.get(name) is not None]
            if not present:
                continue
            person = box["person"]
            key = keyring.key_for(_uuid(person))
            for name in present:
                plain = box[name]
                pointer = f"/data/{path}/{name}"
                if plain.startswith(SEALED_PREFIX):
                    raise InvalidEvent(
                        "send personal values in plain: the ledger seals them", pointer=pointer
                    )
                if len(plain) > PLAIN_CHARACTERS_MAX:
                    message = f"a personal value has at most {PLAIN_CHARACTERS_MAX} characters"
                    raise InvalidEvent(message, pointer=pointer)
                box[name] = seal_text(plain, key, place.associated(f"{path}/{name}", person))


def unseal(payload: dict[str, Any], model: type[EventData], place: Place, keyring: Keyring) -> None:
    """Replace sealed values by plain ones, or by the word for erased where the key is gone, in place."""
    for site in personal_sites(model):
        for path, box in _boxes(payload, site):
            person = box["person"]
            key = keyring.find(_uuid(person))
            for name in site.fields:
                sealed = box.get(name)
                if sealed is None:
                    continue
                associated = place.associated(f"{path}/{name}", person)
                box[name] = ERASED if key is None else open_text(sealed, key, associated)
