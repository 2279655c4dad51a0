"""The programme on borders and migration: frame, objectives, sixteen activities."""

from __future__ import annotations

from functools import cache

from domain.law.book import LawPack, build_pack
from domain.law.load import load_bodies, load_instrument, load_notes, load_provisions
from domain.law.mandates.border_programme import activities, frame
from domain.law.view import CaseView


def applies(_case: CaseView) -> bool:
    """The programme is looked at in its own case, and after transfers within its years."""
    return True


@cache
def programme_pack() -> LawPack:
    """Return the pack of the programme."""
    bodies = load_bodies(__name__)
    return build_pack(
        load_instrument(__name__),
        load_provisions(__name__, bodies),
        load_notes(__name__),
        [frame.rules, activities.rules],
        applies,
    )
