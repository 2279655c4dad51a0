"""The EU-Georgia readmission agreement of 22 November 2010, as far as its clocks are known."""

from __future__ import annotations

from functools import cache

from domain.law.book import LawPack, build_pack
from domain.law.load import load_bodies, load_instrument, load_notes, load_provisions
from domain.law.readmission.agreement import clocks
from domain.law.view import CaseView


def applies(case: CaseView) -> bool:
    """The agreement binds Georgia and the Member States; one side of the case must be Georgia."""
    return case.parties is not None and "GE" in (case.parties.requesting, case.parties.requested)


@cache
def agreement_pack() -> LawPack:
    """Return the pack of the agreement's clocks."""
    package = __package__ or ""
    bodies = load_bodies("domain.law.readmission.protocol")
    return build_pack(
        load_instrument(package),
        load_provisions(package, bodies, "clocks"),
        load_notes(package),
        [clocks.rules],
        applies,
    )
