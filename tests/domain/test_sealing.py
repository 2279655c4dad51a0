"""Personal fields are sealed under their person's key, at their place, the same way every time."""

from __future__ import annotations

import os
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidEvent
from domain.events.readmission import ApplicationSubmitted, ReplySent
from domain.kernel import SEALED_PREFIX
from domain.sealing import (
    ERASED,
    PLAIN_CHARACTERS_MAX,
    Place,
    open_text,
    personal_sites,
    seal,
    seal_text,
    unseal,
)

ANNA, BEKA = UUID(int=1), UUID(int=2)
PLACE = Place("readmission-1", "/ro", "1", "ApplicationSubmitted")


class Keys:
    def __init__(self):
        self.held: dict[UUID, bytes] = {}

    def key_for(self, person):
        return self.held.setdefault(person, os.urandom(32))

    def find(self, person):
        return self.held.get(person)


def payload(person=ANNA, name="Sample"):
    return {
        "subject": {"person": str(person), "family_name": name},
        "escorts": [{"person": str(BEKA), "rank": "x"}],
    }


def sealed(keys, **kwargs):
    data = payload(**kwargs)
    seal(data, ApplicationSubmitted, PLACE, keys)
    return data


def test_every_personal_field_of_an_application_is_found():
    sites = {site.name: set(site.fields) for site in personal_sites(ApplicationSubmitted)}

    assert sites["subject"] == {"family_name", "given_names", "born_on", "birth_place", "nationality"}
    assert sites["escorts"] == {
        "rank",
        "first_name",
        "surname",
        "document_series",
        "document_number",
        "document_issued_on",
    }
    assert personal_sites(ReplySent) == ()


def test_a_sealed_value_opens_again():
    keys = Keys()
    data = sealed(keys)
    assert data["subject"]["family_name"].startswith(SEALED_PREFIX)
    unseal(data, ApplicationSubmitted, PLACE, keys)
    assert data == payload()


def test_sealing_again_gives_the_same_bytes():
    keys = Keys()
    assert sealed(keys) == sealed(keys)


def test_equal_values_do_not_look_equal_elsewhere():
    key = os.urandom(32)
    here = seal_text("Sample", key, PLACE.associated("subject/family_name", str(ANNA)))
    there = seal_text("Sample", key, Place("readmission-2", "/ro", "2", "X").associated("a", str(ANNA)))
    assert here != there


def test_a_value_moved_to_another_field_does_not_open():
    key = os.urandom(32)
    value = seal_text("Sample", key, PLACE.associated("subject/family_name", str(ANNA)))
    with pytest.raises(ValueError, match="does not belong"):
        open_text(value, key, PLACE.associated("subject/given_names", str(ANNA)))


def test_a_destroyed_key_reads_as_erased_and_spares_the_others():
    keys = Keys()
    data = sealed(keys)
    del keys.held[ANNA]
    unseal(data, ApplicationSubmitted, PLACE, keys)
    assert data["subject"]["family_name"] == ERASED
    assert data["escorts"][0]["rank"] == "x"


def test_a_value_that_looks_sealed_is_refused_without_being_quoted():
    with pytest.raises(InvalidEvent) as refused:
        sealed(Keys(), name=SEALED_PREFIX + "secret")
    assert refused.value.pointer == "/data/subject/family_name"
    assert "secret" not in str(refused.value)


def test_a_value_that_is_too_long_is_refused():
    with pytest.raises(InvalidEvent, match=str(PLAIN_CHARACTERS_MAX)):
        sealed(Keys(), name="x" * (PLAIN_CHARACTERS_MAX + 1))


@given(st.text(min_size=1, max_size=400), st.binary(min_size=32, max_size=32))
def test_any_text_survives_sealing(plain, key):
    if plain.startswith(SEALED_PREFIX) or any("\ud800" <= character <= "\udfff" for character in plain):
        return
    associated = PLACE.associated("subject/family_name", str(ANNA))
    assert open_text(seal_text(plain, key, associated), key, associated) == plain
