"""The EU-Georgia readmission agreement of 22 November 2010, as far as its clocks are known."""

from __future__ import annotations

from functools import cache

from domain.law.book import LawPack, build_pack
from domain.law.load import load_bodies, load_instrument, load_notes, load_provisions
from domain.law.readmission.agreement import clocks
from domain.law.states import GEORGIA, MEMBER_STATES
from domain.law.view import CaseView


def applies(case: CaseView) -> bool:
    """The agreement binds Georgia and the Member States of the European Union, one on each side of a case."""
    if case.parties is None:
        return False
    one, other = case.parties.requesting, case.parties.requested
    return (one == GEORGIA and other in MEMBER_STATES) or (other == GEORGIA and one in MEMBER_STATES)


@cache
def agreement_pack() -> LawPack:
    """Return the pack of the agreement's clocks."""
    package = __package__ or ""
    bodies = load_bodies(package)
    return build_pack(
        load_instrument(package),
        load_provisions(package, bodies, "clocks"),
        load_notes(package),
        [clocks.rules],
        applies,
    )
