"""The mandate register as a page: every office, what it belongs to, who holds it, what it acts under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from api.web.desk import Desk
from api.web.mandate_lines import LONG, office_name, via_words
from api.web.query import Query
from api.web.render import Page
from api.web.speech import Speech
from domain.law.mandates.register import Mandate, Part, Unit, register, units
from domain.law.mandates.resolving import Way, resolve
from domain.law.zones import TBILISI, local_day
from domain.offices import OFFICES, holders


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office of the register as the page shows it."""

    id: str
    name: str
    part_of: str | None
    source: str | None
    #: Who holds it on the day, where another office does.
    held_by: tuple[str, ...]
    #: The register says nothing of the day.
    unheld: bool
    #: How it comes to its mandates, where no provision names it.
    way: str | None
    missing: bool
    mandates: Sequence[Mandate]


def offices(desk: Desk, request: Request, speech: Speech) -> Page:
    """Every office, or one of them, with what it acts under on a day."""
    query = Query(request.query_params, speech)
    asked = query.asked(desk.now())
    day = local_day(asked.as_of or desk.now(), TBILISI)
    search, only = query.text("search").casefold(), query.given("office")
    # An office that acted and that the register does not know has its page too: it says that nothing is on record.
    chosen = register() if only is None else (only,)
    named = [(office_name(office, speech), office) for office in chosen]
    entries = [
        _entry(office, name, day, speech)
        for name, office in sorted(named)
        if not search or search in office or search in name.casefold()
    ]
    return Page(
        "register.html",
        {"entries": entries, "day": day, "search": search, "only": only, "member": Part.MEMBER},
        asked=asked,
    )


def _entry(office: str, name: str, day: date, speech: Speech) -> OfficeEntry:
    unit: Unit | None = units().get(office)
    known = OFFICES.get(office)
    held = holders(office, day) if known is not None else ()
    found = resolve(office, day)
    return OfficeEntry(
        office,
        name,
        office_name(unit.part_of, speech) if unit and unit.part_of else None,
        speech.text(unit.source) if unit else None,
        (
            *(office_name(item.by, speech) for item in held if item.by != office),
            *(speech.text(item.label) for item in units().values() if office in item.acts_as),
        ),
        known is not None and not known.is_class and not held,
        None if found.way is Way.NAMED else speech.t(LONG[found.way], via=via_words(found, speech)),
        found.way is Way.NONE,
        found.mandates,
    )
