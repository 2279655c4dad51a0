"""Every reason, label and term has words in both languages, and every phrase gets the values it names."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import string
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

import pytest

import domain
import domain.events
from domain.law.library import load_law
from domain.law.provision import Assessment, Force, Language, Mark
from domain.law.verdict import Severity, Status, reason
from domain.law.words import kind_label, label, labels, phrases, reason_sentence, say, terms

ROOT = Path(domain.__file__).parent
GEORGIAN = range(ord("ა"), ord("ჰ") + 1)
CAPITALS = range(0x1C90, 0x1CC0)


def _calls(name):
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield pytest.param(node, id=f"{file.relative_to(ROOT)}:{node.lineno}")


def _placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


REASONS = list(_calls("reason"))


@pytest.mark.parametrize("call", REASONS)
def test_a_reason_has_a_phrase_for_its_values(call):
    assert call.args, "give the key as the first argument"
    assert isinstance(call.args[0], ast.Constant), "give the key as it stands, not computed"
    key = call.args[0].value
    given = {item.arg for item in call.keywords}
    assert None not in given, "name the values one by one"
    assert key in phrases("reasons"), f"no phrase for the reason {key!r} with {sorted(given)}"
    phrase = phrases("reasons")[key]
    assert _placeholders(phrase.en) == given
    assert _placeholders(phrase.ka) == given


def test_no_reason_phrase_is_left_unused():
    used = {call.values[0].args[0].value for call in REASONS}
    assert {key.removesuffix("?") for key in phrases("reasons")} - used == set()


def test_a_phrase_for_an_absent_value_names_only_values_of_its_reason():
    book = phrases("reasons")
    for key in book:
        if key.endswith("?"):
            whole = _placeholders(book[key.removesuffix("?")].en)
            assert _placeholders(book[key].en) == _placeholders(book[key].ka) < whole


@pytest.mark.parametrize("book", ["reasons", "explanation"])
def test_both_languages_say_the_same_values_in_their_own_letters(book):
    for key, phrase in phrases(book).items():
        assert _placeholders(phrase.en) == _placeholders(phrase.ka), key
        _in_own_letters(key, phrase)


def test_labels_and_terms_are_in_both_languages():
    for key, text in [*labels().items(), *terms().items()]:
        _in_own_letters(key, text)


def _in_own_letters(key, text):
    assert text.en, key
    assert not any(ord(letter) in GEORGIAN for letter in text.en), key
    assert any(ord(letter) in GEORGIAN for letter in text.ka), key
    assert not any(ord(letter) in CAPITALS for letter in text.ka), key


def _enumerations():
    for module in pkgutil.iter_modules(domain.events.__path__, "domain.events."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
                yield value
    yield from (Status, Severity, Mark, Force, Assessment, Language)


@pytest.mark.parametrize("enumeration", sorted(set(_enumerations()), key=lambda item: item.__name__))
def test_every_member_of_an_enumeration_has_a_label(enumeration):
    for member in enumeration:
        assert label(member, Language.EN)
        assert label(member, Language.KA)


def test_every_kind_of_provision_has_a_label():
    for provision in load_law().provisions.values():
        assert kind_label(provision.kind, Language.KA)


def _literal_whats():
    for param in [*_calls("one_of"), *REASONS]:
        call = param.values[0]
        stated = [item.value for item in call.keywords if item.arg in ("what", "missing", "stated")]
        if call.func.id == "one_of" and len(call.args) > 3:
            stated.append(call.args[3])
        for node in stated:
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield pytest.param(part.value, id=f"{param.id}-{part.value}")


@pytest.mark.parametrize("what", list(_literal_whats()))
def test_what_a_reason_is_about_has_words(what):
    assert say(what, Language.KA) != what, f"add {what!r} to terms.toml"


@pytest.mark.parametrize(
    ("value", "en", "ka"),
    [
        (None, "not stated", "არ არის მითითებული"),
        (True, "yes", "კი"),
        (12, "12", "12"),
        ("official_email", "official e-mail", "ოფიციალური ელფოსტა"),
        ("RO", "Romania", "რუმინეთი"),
        ("en", "English", "ინგლისური"),
        ("ReplySent", '"Reply sent"', "„პასუხი გაგზავნილია“"),
        ("protocol-ro/art-8/1", "Protocol, Art. 8(1)", "ოქმი, მუხლი 8(1)"),
        ("Flight cancelled", "Flight cancelled", "Flight cancelled"),
        (("fax", "post"), "fax, post", "ფაქსი, ფოსტა"),
        ((), "not stated", "არ არის მითითებული"),
        (date(2026, 11, 25), "Wed 25 Nov 2026", "ოთხშაბათი, 25 ნოემბერი 2026"),
        (
            datetime(2026, 11, 24, 20, 30, tzinfo=UTC),
            "Wed 25 Nov 2026, 00:30 (Tbilisi)",
            "ოთხშაბათი, 25 ნოემბერი 2026, 00:30 (თბილისი)",
        ),
    ],
)
def test_values_are_said_in_both_languages(value, en, ka):
    assert say(value, Language.EN) == en
    assert say(value, Language.KA) == ka


def test_an_absent_value_has_its_own_phrase():
    first = date(2019, 6, 29)
    open_ended = reason("not_in_force", day=date(2019, 5, 2), first=first, until=None)
    ended = reason("not_in_force", day=date(2019, 5, 2), first=first, until=date(2030, 1, 1))
    assert "before" not in reason_sentence(open_ended, Language.EN)
    assert "before Tue 1 Jan 2030" in reason_sentence(ended, Language.EN)
