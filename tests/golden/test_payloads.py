"""Stored payloads are a promise: what was written once must be readable for ever, to the byte.

A missing file is written when UPDATE_GOLDEN=1 is set; an existing one never changes: a changed payload
needs a new schema version and an upcaster.
"""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from domain.codec import decode, encode, place_of
from domain.events import CATALOGUE
from domain.facts import Draft, Envelope, EventRef, Evidence
from domain.sealing import unseal
from tests.golden.samples import SAMPLES

PAYLOADS = Path(__file__).parent / "payloads"
WHEN = datetime(2026, 6, 1, 10, 30, tzinfo=UTC)


class FixedKeys:
    """A key per person that is the same in every run."""

    def key_for(self, person: UUID) -> bytes:
        return hashlib.sha256(person.bytes).digest()

    def find(self, person: UUID) -> bytes | None:
        return self.key_for(person)


def draft(name: str) -> Draft:
    case_id, payload = SAMPLES[name]
    return Draft(
        envelope=Envelope(
            case_id=case_id,
            source="/golden",
            event_id=name,
            occurred_at=WHEN,
            office="ge-migration-department",
            correlation="letter-1",
            causation="letter-0",
            corrects=EventRef(source="/golden", event_id="0"),
            evidence=(Evidence(reference="archive/1", sha256="0" * 64),),
        ),
        data=CATALOGUE[name].model_validate(payload),
    )


def golden(name: str) -> Path:
    return PAYLOADS / f"{name}.{CATALOGUE[name].VERSION}.json"


def test_every_event_type_has_a_sample():
    assert set(SAMPLES) == set(CATALOGUE)


def test_no_golden_file_is_without_a_type():
    readable = {
        f"{name}.{version}" for name, model in CATALOGUE.items() for version in range(1, model.VERSION + 1)
    }
    assert {path.stem for path in PAYLOADS.glob("*.json")} <= readable


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_a_sample_is_stored_as_the_golden_bytes(name):
    stored = encode(draft(name), FixedKeys())
    path = golden(name)
    if os.environ.get("UPDATE_GOLDEN") == "1" and not path.exists():
        path.write_bytes(stored)
    assert stored == path.read_bytes()


@pytest.mark.parametrize("path", sorted(PAYLOADS.glob("*.json")), ids=lambda path: path.stem)
def test_golden_bytes_are_read_back_as_the_sample(path):
    name = path.stem.partition(".")[0]
    fact = decode(path.read_bytes(), version=1, position=1, recorded_at=WHEN)
    payload = fact.data.model_dump(mode="json", exclude_none=True)
    unseal(payload, type(fact.data), place_of(fact, name), FixedKeys())

    assert payload == draft(name).data.model_dump(mode="json", exclude_none=True)
    assert (fact.occurred_at, fact.office, fact.corrects) == (
        WHEN,
        "ge-migration-department",
        EventRef(source="/golden", event_id="0"),
    )


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_no_plain_personal_value_is_stored(name):
    stored = encode(draft(name), FixedKeys()).decode()
    for plain in (
        "ნიმუშიძე",
        "Exampletown",
        "1990-02-28",
        '"0000001"',
        '"inspector"',
        '"Sample"',
        '"Escort"',
    ):
        assert plain not in stored


def test_every_golden_file_counts():
    assert len(list(PAYLOADS.glob("*.json"))) >= len(CATALOGUE)
