"""The department's page: eight tasks and two units. Nearly all of it is vouched for by an officer."""

from __future__ import annotations

from functools import cache

from domain.law.book import LawPack, build_pack
from domain.law.load import load_bodies, load_instrument, load_notes, load_provisions
from domain.law.mandates.department import tasks
from domain.law.view import CaseView


def applies(_case: CaseView) -> bool:
    """The tasks hold in every case that has facts about them."""
    return True


@cache
def department_pack() -> LawPack:
    """Return the pack of the department."""
    bodies = load_bodies(__name__)
    return build_pack(
        load_instrument(__name__),
        load_provisions(__name__, bodies),
        load_notes(__name__),
        [tasks.rules],
        applies,
    )
