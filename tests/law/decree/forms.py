"""Made-up provisions for trying the forms of the decree's norms, one at a time and apart from the real text."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any

from domain.cases.state_protocol import protocol_cases
from domain.law.book import LawBook, build_pack
from domain.law.calendars import load_calendars
from domain.law.decree_386.forms.duties import Duty
from domain.law.decree_386.forms.rules import DecreeRules, decree
from domain.law.history import History
from domain.law.judge import Obligation, Report, judge
from domain.law.provision import Assessment, Force, Instrument, LimitSpec, Mark, Provision, Text
from domain.law.verdict import Status
from domain.law.view import CaseView
from domain.law.zones import TBILISI
from tests.law.decree.tale import Tale

_TEXT = Text("Specimen", "ნიმუში")
_INSTRUMENT = Instrument("decree-386", _TEXT, _TEXT, _TEXT, "specimen 2001-10-16", _TEXT)
#: The local id of the provision of a law that has only one.
ONLY = "99/1"


def provision(local: str = ONLY, **more: Any) -> Provision:
    """A provision that is in force since 2001; everything else can be told."""
    fields: dict[str, Any] = {
        "id": decree(local),
        "instrument": "decree-386",
        "citation": _TEXT,
        "title": _TEXT,
        "text": _TEXT,
        "kind": "obligation",
        "force": Force.MANDATORY,
        "assessment": Assessment.JUDGED,
        "mark": Mark.V,
        "bearers": (),
        "counterparties": (),
        "in_force_from": date(2001, 10, 16),
    }
    return Provision(**{**fields, **more})


def minutes(count: int, direction: str = "before") -> LimitSpec:
    """A limit in minutes, in Georgia."""
    return LimitSpec(count, "minute", direction, zone="georgia")  # type: ignore[arg-type]


def parameters(**values: Any) -> Any:
    """Numbers of a provision, as the data hold them."""
    return MappingProxyType(values)


def law(*ruled: tuple[Provision, Duty], kind: str = "visit") -> LawBook:
    """A law of these provisions, each with its duty."""
    rules = DecreeRules(kind)
    for item, duty in ruled:
        rules.duty(item.id.removeprefix("decree-386/art-"), duty)
    pack = build_pack(_INSTRUMENT, [item for item, _ in ruled], [], [rules], lambda _: True)
    return LawBook([pack], protocol_cases())


def report(tale: Tale, book: LawBook, as_of: str = "+5 12:00") -> Report:
    """Judge a tale under a made-up law."""
    moment = tale.instant(as_of)
    history = History(tale.case_id, tale.facts, as_of=moment)
    return judge(history, book, load_calendars(), moment)


def only(tale: Tale, book: LawBook, as_of: str = "+5 12:00") -> Obligation:
    """Return the only obligation of a tale."""
    (found,) = report(tale, book, as_of).obligations
    return found


def status(tale: Tale, book: LawBook, as_of: str = "+5 12:00") -> Status:
    """Return the status of the only obligation of a tale."""
    return only(tale, book, as_of).verdict.status


def reasons(tale: Tale, book: LawBook, as_of: str = "+5 12:00") -> list[str]:
    """Return the keys of the reasons of the only obligation of a tale."""
    return [why.key for why in only(tale, book, as_of).verdict.reasons]


def view_of(tale: Tale, as_of: str = "+5 12:00") -> CaseView:
    """Return the case of a tale as a norm sees it."""
    moment = tale.instant(as_of)
    history = History(tale.case_id, tale.facts, as_of=moment)
    return CaseView(history, moment, load_calendars(), None, TBILISI)
