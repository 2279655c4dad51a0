"""The law as this release ships it: every pack and every kind of case, joined once."""

from __future__ import annotations

from functools import cache

from domain.cases.claim import ClaimCase
from domain.cases.programme import ProgrammeCase
from domain.cases.readmission import ReadmissionCase
from domain.cases.register import RegisterCase
from domain.cases.state_protocol import protocol_cases
from domain.cases.transit import TransitCase
from domain.cases.treaty import CooperationCase, TreatyCase
from domain.law.book import LawBook
from domain.law.decree_386 import decree_pack
from domain.law.mandates.border_programme import programme_pack
from domain.law.mandates.department import department_pack
from domain.law.readmission.agreement import agreement_pack
from domain.law.readmission.protocol import protocol_pack


@cache
def load_law() -> LawBook:
    """Return the law book; raises ValueError when a pack's data and code do not fit together."""
    return LawBook(
        (decree_pack(), protocol_pack(), agreement_pack(), department_pack(), programme_pack()),
        (
            ReadmissionCase(),
            TransitCase(),
            ClaimCase(),
            RegisterCase(),
            *protocol_cases(),
            TreatyCase(),
            CooperationCase(),
            ProgrammeCase(),
        ),
    )
