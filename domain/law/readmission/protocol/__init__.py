"""The protocol between Georgia and Romania of 16 October 2018: one TOML and one Python file per article."""

from __future__ import annotations

from functools import cache

from domain.law.book import LawPack, build_pack
from domain.law.load import load_bodies, load_instrument, load_notes, load_provisions
from domain.law.readmission.protocol import (
    art_01,
    art_02,
    art_03,
    art_04,
    art_05,
    art_06,
    art_07,
    art_08,
    art_09,
    art_10,
    art_11,
    art_12,
    art_13,
    art_14,
    art_15,
)
from domain.law.view import CaseView

PARTIES = ("GE", "RO")


#: The articles that are judged, one module each.
ARTICLES = (
    art_01,
    art_02,
    art_03,
    art_04,
    art_05,
    art_06,
    art_07,
    art_08,
    art_09,
    art_10,
    art_11,
    art_12,
    art_13,
    art_14,
    art_15,
)


def applies(case: CaseView) -> bool:
    """The protocol binds Georgia and Romania only; a case that names no States falls under none."""
    return case.parties is not None and case.parties.are(*PARTIES)


@cache
def protocol_pack() -> LawPack:
    """Return the pack of the protocol."""
    bodies = load_bodies(__package__ or "")
    return build_pack(
        load_instrument(__package__ or ""),
        load_provisions(__package__ or "", bodies),
        load_notes(__package__ or ""),
        [article.rules for article in ARTICLES],
        applies,
    )
