"""Presidential Decree 386 of 27 September 2001 on state protocol: one TOML and one Python file per article."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from domain.law.book import LawPack, build_pack
from domain.law.decree_386.lowering import excused_by_lowering
from domain.law.load import load_bodies, load_instrument, load_notes, load_provisions
from domain.law.norm import RuleSet
from domain.law.view import CaseView

#: The modules that judge, in the order of the text.
ARTICLES = (
    "art_00_act",
    "art_01",
    "art_02",
    "art_03_1_greeting",
    "art_03_2_farewell",
    "art_03_5_talks",
    "art_03_6_evening",
    "art_04",
    "art_05",
    "art_06",
    "art_07",
    "art_08",
    "art_09",
    "art_10",
    "art_11",
    "art_12",
    "art_13",
    "art_14",
    "art_15",
    "art_16",
    "art_17",
    "art_18",
    "art_19",
    "art_20",
    "art_21",
    "art_22",
    "art_23",
    "art_24",
    "art_25",
    "art_26",
    "art_27",
)


def applies(_case: CaseView) -> bool:
    """The decree binds Georgia's bodies in every case of state protocol."""
    return True


def _rules(article: str) -> RuleSet:
    rules = import_module(f"{__name__}.{article}").rules
    assert isinstance(rules, RuleSet)
    return rules


@cache
def decree_pack() -> LawPack:
    """Return the pack of the decree."""
    bodies = load_bodies(__name__)
    return build_pack(
        load_instrument(__name__),
        load_provisions(__name__, bodies),
        load_notes(__name__),
        [_rules(article) for article in ARTICLES],
        applies,
        excuse=excused_by_lowering,
    )
