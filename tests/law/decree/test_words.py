"""Words of state protocol: every member that an event may hold has its words in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from domain.events import CATALOGUE, EventData
from domain.law.provision import Language
from domain.law.words import labels, term, terms

EVENTS = [model for model in CATALOGUE.values() if "state_protocol" in model.__module__]


def _leaves(annotation: Any) -> Iterator[Any]:
    inner = get_args(annotation)
    if get_origin(annotation) is Literal or not inner:
        yield annotation
    else:
        for item in inner:
            yield from _leaves(item)


def _of(model: type[BaseModel]) -> Iterator[Any]:
    for field in model.model_fields.values():
        for leaf in _leaves(field.annotation):
            yield leaf
            if isinstance(leaf, type) and issubclass(leaf, BaseModel):
                yield from _of(leaf)


LEAVES = {leaf for model in EVENTS for leaf in _of(model)}
ENUMERATIONS = sorted(
    {leaf for leaf in LEAVES if isinstance(leaf, type) and issubclass(leaf, Enum)},
    key=lambda item: item.__name__,
)
LITERALS = sorted({value for leaf in LEAVES if get_origin(leaf) is Literal for value in get_args(leaf)})


def test_the_enumerations_are_found() -> None:
    assert {"Activity", "Place", "Step", "Thing", "Service", "PlanItem"} <= {
        item.__name__ for item in ENUMERATIONS
    }
    assert "invitation_card" in LITERALS


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda item: item.__name__)
def test_every_member_has_words_in_both_languages(enumeration: type[Enum]) -> None:
    values = {str(member.value) for member in enumeration}
    named = {value for kind, value in labels() if kind == enumeration.__name__}
    assert values - set(terms()) - named == set()


@pytest.mark.parametrize("enumeration", ENUMERATIONS, ids=lambda item: item.__name__)
@pytest.mark.parametrize("language", Language)
def test_members_of_one_enumeration_have_words_of_their_own(
    enumeration: type[Enum], language: Language
) -> None:
    words = [term(str(member.value), language) for member in enumeration]
    assert sorted(set(words)) == sorted(words)


def test_every_literal_has_words() -> None:
    assert set(LITERALS) - set(terms()) == set()


@pytest.mark.parametrize("model", EVENTS, ids=lambda item: item.__name__)
def test_a_reason_can_name_every_member_of_an_event(model: type[EventData]) -> None:
    assert set(model.model_fields) - set(terms()) == set()
