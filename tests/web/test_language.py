"""Two languages: chosen, remembered, switched; the tables of strings are complete and are all used."""

import re
import tomllib
from importlib.resources import files
from string import Formatter

import pytest
from pydantic import BaseModel

from api.shapes.matrix import BASIS
from api.web.desk import Flag
from api.web.speech import SPEECHES, strings
from domain.events import CATALOGUE
from domain.facts import ClockSource
from domain.law.decree_386.matrix import Cell
from domain.law.library import load_law
from domain.law.provision import Language
from domain.law.words import say
from projections.questions.statistics import COUNTING

WEB = files("api.web")
MKHEDRULI = re.compile("[\u10d0-\u10ff]")
MTAVRULI = re.compile("[\u1c90-\u1cbf]")


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("", "en"),
        ("ka", "ka"),
        ("ka-GE,ka;q=0.9,en;q=0.8", "ka"),
        ("en;q=0.5, ka;q=0.7", "ka"),
        ("de, fr;q=0.9", "en"),
        ("ka;q=nonsense, en;q=0.1", "en"),
    ],
)
def test_the_browser_language_is_the_default(get, accepted, expected):
    assert get("/", accepted).headers["content-language"] == expected


def test_a_chosen_language_is_remembered_and_beats_the_browser(get):
    chosen = get("/cases?lang=ka", "en")
    assert chosen.headers["content-language"] == "ka"
    cookie = chosen.headers["set-cookie"]
    assert cookie.startswith("matiane_lang=ka;")
    assert "HttpOnly" in cookie
    assert get("/", "en", headers={"Cookie": "matiane_lang=ka"}).headers["content-language"] == "ka"
    assert get("/", "ka", headers={"Cookie": "matiane_lang=xx"}).headers["content-language"] == "ka"


def test_the_switch_keeps_the_rest_of_the_address(get):
    text = get("/cases?flag=open&search=readmission-2026", "en").text
    assert 'href="/cases?flag=open&amp;search=readmission-2026&amp;lang=ka"' in text


@pytest.mark.parametrize("table", ["strings", "fields", "parameters"])
def test_a_table_is_complete_in_both_languages(table):
    for key, entry in strings(table).items():
        assert {"en", "ka"} <= set(entry), key
        assert all(words.strip() for words in entry.values()), key
        assert MKHEDRULI.search(entry["ka"]) or not re.search("[A-Za-z]", entry["en"]), key
        assert not MTAVRULI.search(entry["ka"]), key
        assert not MKHEDRULI.search(entry["en"]), key
        named = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in entry.values()]
        # The form for one may leave the number out.
        assert all(names | {"n"} == named[0] | {"n"} for names in named), key


def test_every_string_is_used_and_every_used_string_exists():
    texts = [item.read_text("utf-8") for item in (WEB / "templates").iterdir() if item.name.endswith(".html")]
    texts += [item.read_text("utf-8") for item in WEB.iterdir() if item.name.endswith(".py")]
    source = "\n".join(texts)
    used = set(re.findall(r"""\bt\(\s*["']([a-z_0-9.]+)["']""", source))
    used |= set(re.findall(r'count\([a-z.]+, "([a-z.]+)"', source))
    quoted = set(re.findall(r"""["']([a-z_]+(?:\.[a-z_0-9.]+)?)["']""", source))
    known = set(strings("strings"))
    assert used <= known
    families = ("error.", "gap.", "limit.", "clock.", "flag.", "counting.", "due.", "matrix.form.")
    assert {key for key in known - used - quoted if not key.startswith(families)} == set()
    assert {f"flag.{flag.value}" for flag in Flag} <= known
    told = {f"matrix.form.{name}" for name in Cell.model_fields if name not in BASIS}
    assert told == {key for key in known if key.startswith("matrix.form.")}
    assert {f"clock.{clock.value}" for clock in ClockSource} <= known
    assert {f"counting.{key}" for key in COUNTING} == {key for key in known if key.startswith("counting.")}


def test_every_member_of_every_fact_has_a_name():
    def members(model):
        for name, field in model.model_fields.items():
            yield name
            for part in _models(field.annotation):
                yield from members(part)

    missing = {name for model in CATALOGUE.values() for name in members(model)} - set(strings("fields"))
    assert missing == set()


def test_every_parameter_of_every_provision_has_a_name_and_its_words_are_translated():
    named = {
        (name, value) for item in load_law().provisions.values() for name, value in item.parameters.items()
    }
    assert {name for name, _ in named} == set(strings("parameters"))
    english = {
        (name, say(value, Language.KA))
        for name, value in named
        if re.search("[a-z]{4}", say(value, Language.KA))
    }
    assert {name for name, _ in english} <= {"email"}


def _models(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)


def test_numbers_follow_the_language():
    english, georgian = SPEECHES[Language.EN], SPEECHES[Language.KA]
    assert english.t("count.deviations", n=1) == "1 deviation"
    assert english.t("count.deviations", n=2547) == "2,547 deviations"
    assert georgian.t("count.deviations", n=2547) == "2\N{NO-BREAK SPACE}547 გადახრა"
    assert georgian.share(0.986) == "98,6%"


def test_the_tables_are_plain_toml_without_doubles():
    for name in ("strings", "fields", "parameters"):
        text = (WEB / "locale" / f"{name}.toml").read_text("utf-8")
        assert len(tomllib.loads(text)) == len(re.findall(r"^[^#\s][^=]* = \{", text, re.MULTILINE))
