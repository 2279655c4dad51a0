"""Steps about what readers are shown: explanations in words, and provisions in the law browser."""

from __future__ import annotations

from domain.law.explain import explain
from domain.law.library import load_law
from domain.law.provision import Assessment, Language, Provision
from domain.law.sentences import sentences
from tests.features.harness.phrases import verdict
from tests.features.harness.world import World


@verdict(
    "the law browser shows {provision} in English and Georgian",
    "სამართლის მკითხველი აჩვენებს ინგლისურად და ქართულად: {provision}",
)
def the_law_browser_shows(world: World, provision: Provision) -> None:
    shown = load_law().provision(provision.id)
    for text in (shown.citation, shown.title, shown.text):
        assert text.en.isascii() or any(letter.isalpha() for letter in text.en), shown.id
        assert not _georgian(text.en), f"{shown.id}: Georgian letters in the English text"
        assert _georgian(text.ka), f"{shown.id}: no Georgian letters in the Georgian text"


@verdict(
    "{provision} is a definition that nothing is judged by",
    "{provision} განსაზღვრებაა და მით არაფერი ფასდება",
)
def a_definition(world: World, provision: Provision) -> None:
    assert provision.assessment is Assessment.SHOWN, provision.assessment
    assert provision.id not in load_law().norm_by_id, f"{provision.id} has a rule"


@verdict("the text of {provision} says {text}", "{provision}: ტექსტში წერია {text}")
def the_text_says(world: World, provision: Provision, text: str) -> None:
    assert text in provision.text.en or text in provision.text.ka, provision.text


def _georgian(text: str) -> bool:
    return any("ა" <= letter <= "ჰ" for letter in text)


@verdict("the explanation of {provision} says {text}")
def the_explanation_says(world: World, provision: Provision, text: str) -> None:
    _says(world, provision, text, Language.EN)


@verdict("the explanation of {provision} in Georgian says {text}", "{provision}: განმარტებაში წერია {text}")
def the_georgian_explanation_says(world: World, provision: Provision, text: str) -> None:
    _says(world, provision, text, Language.KA)


def _says(world: World, provision: Provision, text: str, language: Language) -> None:
    said = [line for item in world.obligations(provision) for line in sentences(explain(item), language)]
    assert any(text in line for line in said), "\n".join(said)
