"""From obligations to rows: what to record, when, where, and by whom. Imported norms are spread out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.events.state_protocol.places import Place
from domain.events.state_protocol.programme import ActivityStarted, ProgrammeItemScheduled
from domain.events.state_protocol.vocabulary import Activity
from domain.law.book import LawBook
from domain.law.decree_386.executing import Executes
from domain.law.decree_386.forms.beforehand import Beforehand
from domain.law.decree_386.forms.between import Between
from domain.law.decree_386.forms.by_list import ByTheList
from domain.law.decree_386.forms.duties import Duty, Special
from domain.law.decree_386.forms.imports import Imports, Part
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.together import Together
from domain.law.history import Contradicted, Missing
from domain.law.judge import Obligation
from domain.law.planning.records import omission_of, records_of
from domain.law.planning.sheet import Body, RecordTemplate, RunSheetRow, SheetPart
from domain.law.provision import Provision, Text
from domain.law.verdict import Status
from domain.law.view import CaseView
from domain.offices import OFFICES

#: The preparatory plan: Art. 25(11), and the items of (12) by their letters.
_PREPARATION: Final = ("decree-386/art-25/11.", "decree-386/art-25/12/")
#: Where an item takes place, unless the plan says otherwise.
_USUAL_PLACE: Final = {Activity.ARRIVAL: Place.AIRPORT, Activity.DEPARTURE: Place.AIRPORT}
#: References within references end here; the decree has none deeper than two.
_DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class _Asked:
    """A norm in one item of the programme, as a row is made of it."""

    key: str
    obligation: Obligation
    within: Obligation
    importer: Provision | None = None
    duty: Duty | None = None
    occasion: Occasion | None = None
    depth: int = 0


def rows_of(view: CaseView, obligation: Obligation, law: LawBook) -> Iterator[RunSheetRow]:
    """Yield the rows of one obligation: one, or one for each provision that it imports."""
    duty = obligation.norm.check if isinstance(obligation.norm.check, Duty) else None
    occasion = duty.occasion(view, obligation.trigger) if duty is not None else None
    asked = _Asked(obligation.id, obligation, obligation, None, duty, occasion)
    for single in _spread(view, asked, law):
        if single.obligation.verdict.status is not Status.NOT_APPLICABLE:
            yield _row(view, single)


def _spread(view: CaseView, asked: _Asked, law: LawBook) -> Iterator[_Asked]:
    if not isinstance(asked.duty, Imports) or asked.depth >= _DEEPEST:
        yield asked
        return
    occasion = asked.occasion or asked.duty.occasion(view, asked.obligation.trigger)
    parts = _parts(view, asked.duty, asked.obligation.norm.provision, occasion)
    if not parts:
        yield asked
    for part in parts:
        yield from _spread(view, _imported(asked, part, law), law)


def _parts(view: CaseView, duty: Imports, provision: Provision, occasion: Occasion | None) -> list[Part]:
    """Return the imported norms; none where the facts contradict each other, which the obligation itself says."""
    try:
        return list(duty.parts(view, provision, occasion))
    except (Contradicted, Missing):
        return []


def _imported(asked: _Asked, part: Part, law: LawBook) -> _Asked:
    own = Obligation(law.norm_by_id[part.law.id], part.occasion.trigger, part.verdict)
    return _Asked(
        key=f"{asked.key}~{part.law.id}" + (f"~{part.occasion.item}" if part.occasion.item else ""),
        obligation=own,
        within=asked.within,
        importer=asked.importer or asked.obligation.norm.provision,
        duty=part.duty,
        occasion=part.occasion,
        depth=asked.depth + 1,
    )


def _row(view: CaseView, asked: _Asked) -> RunSheetRow:
    provision = asked.obligation.norm.provision
    occasion = asked.occasion
    usual = _item_place(occasion) if occasion else None
    records = _records(view, asked, provision, usual)
    return RunSheetRow(
        key=asked.key,
        obligation=asked.obligation,
        imported_by=asked.importer,
        obligation_id=asked.within.id,
        part=SheetPart.PREPARATION if provision.id.startswith(_PREPARATION) else SheetPart.PROGRAMME,
        activity=occasion.activity if occasion else None,
        item=occasion.item if occasion else "",
        expected_at=_expected_at(view, asked, provision),
        ahead=_ahead(view, asked.duty, occasion) or any(record.options for record in records),
        place=_stated_place(records) or usual,
        bodies=_bodies(provision),
        records=records,
        omission=omission_of(occasion, provision) if occasion is not None and records else None,
    )


def _records(
    view: CaseView, asked: _Asked, provision: Provision, place: Place | None
) -> tuple[RecordTemplate, ...]:
    if asked.duty is None or asked.occasion is None:
        return ()
    try:
        return records_of(asked.duty.taps(view, asked.occasion, provision), provision, place)
    except (Contradicted, Missing):
        return ()


def _expected_at(view: CaseView, asked: _Asked, provision: Provision) -> datetime | None:
    if asked.duty is None or asked.occasion is None:
        return None
    try:
        return asked.duty.expected_at(view, asked.occasion, provision)
    except (Contradicted, Missing):
        return asked.occasion.planned_start


def _ahead(view: CaseView, duty: Duty | None, occasion: Occasion | None) -> bool:
    """Tell whether a duty has to be done before its time, without a number."""
    if isinstance(duty, Together):
        return any(_ahead(view, part, occasion) for part in duty.parts)
    if isinstance(duty, Special):
        return duty.ahead is not None and occasion is not None and duty.ahead(view, occasion)
    if isinstance(duty, Between):
        return duty.before is not None and duty.after is None
    if isinstance(duty, Executes):
        return duty.ahead_of is not None
    return isinstance(duty, Beforehand | ByTheList)


def _stated_place(records: tuple[RecordTemplate, ...]) -> Place | None:
    """Return the place that the wanted fact names."""
    stated = (record.data.get("place") or record.data.get("airport") for record in records)
    return next((Place(place) for place in stated if isinstance(place, str)), None)


def _item_place(occasion: Occasion) -> Place | None:
    """Return where an item of the programme is, as far as that is known."""
    for fact in (*occasion.starts, occasion.scheduled):
        data = fact.data if fact is not None else None
        if isinstance(data, ActivityStarted | ProgrammeItemScheduled) and data.place is not None:
            return data.place
    return _USUAL_PLACE.get(occasion.activity)


def _bodies(provision: Provision) -> tuple[Body, ...]:
    """Return who has to act; where the text names nobody else, the offices that have to be there."""
    if provision.bearers:
        keys = provision.bearer_keys or tuple(name.en for name in provision.bearers)
        return tuple(Body(key, name) for key, name in zip(keys, provision.bearers, strict=True))
    offices = dict.fromkeys(member.office for member in provision.members if member.mode != "optional")
    return tuple(Body(office, _office(office)) for office in offices)


def _office(office_id: str) -> Text:
    office = OFFICES.get(office_id)
    return Text(office.label.en, office.label.ka) if office is not None else Text(office_id, office_id)
