"""The law as the API shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

from api.shapes.base import Shape, TextOut
from domain.law.book import LawBook, LawPack
from domain.law.provision import Assessment, Force, LimitSpec, Mark, Note, Provision


class NoteOut(Shape):
    """The reading that ships where a text can be read in more than one way."""

    id: str
    problem: TextOut
    reading: TextOut

    @classmethod
    def of(cls, note: Note) -> NoteOut:
        """Return the shape of a note."""
        return cls(id=note.id, problem=TextOut.of(note.problem), reading=TextOut.of(note.reading))


class LimitOut(Shape):
    """A time limit as the text states it."""

    count: int
    unit: str
    direction: str
    zone: str
    calendar: str | None
    roll: str
    clear_days: bool
    unqualified: bool
    floor: bool
    number_in: str

    @classmethod
    def of(cls, limit: LimitSpec) -> LimitOut:
        """Return the shape of a time limit."""
        return cls(
            count=limit.count,
            unit=limit.unit,
            direction=limit.direction,
            zone=limit.zone,
            calendar=limit.calendar,
            roll=limit.roll,
            clear_days=limit.clear_days,
            unqualified=limit.unqualified,
            floor=limit.floor,
            number_in=limit.number_in,
        )


class ProvisionHead(Shape):
    """A provision in a list."""

    id: str
    citation: TextOut
    title: TextOut
    assessment: Assessment
    mark: Mark
    verified: bool
    href: str

    @classmethod
    def of(cls, provision: Provision) -> ProvisionHead:
        """Return the short shape of a provision."""
        return cls(**_head(provision))


def _head(provision: Provision) -> dict[str, Any]:
    return {
        "id": provision.id,
        "citation": TextOut.of(provision.citation),
        "title": TextOut.of(provision.title),
        "assessment": provision.assessment,
        "mark": provision.mark,
        "verified": provision.mark.verified,
        "href": f"/v1/law/{provision.id}",
    }


class ProvisionOut(ProvisionHead):
    """A provision with everything that is held about it."""

    instrument: str
    text: TextOut
    kind: str
    force: Force
    bearers: tuple[TextOut, ...]
    counterparties: tuple[TextOut, ...]
    in_force_from: date
    in_force_until: date | None
    aggregate: bool
    parameters: dict[str, str | int | bool | date | tuple[str, ...]]
    limit: LimitOut | None
    clock: str | None
    source: str
    notes: tuple[NoteOut, ...]
    #: Event types that trigger its norm; empty where no norm is judged.
    triggers: tuple[str, ...]

    @classmethod
    def whole(cls, provision: Provision, law: LawBook) -> ProvisionOut:
        """Return the full shape of a provision."""
        norm = law.norm_by_id.get(provision.id)
        return cls(
            **_head(provision),
            instrument=provision.instrument,
            text=TextOut.of(provision.text),
            kind=provision.kind,
            force=provision.force,
            bearers=tuple(TextOut.of(text) for text in provision.bearers),
            counterparties=tuple(TextOut.of(text) for text in provision.counterparties),
            in_force_from=provision.in_force_from,
            in_force_until=provision.in_force_until,
            aggregate=provision.aggregate,
            parameters=dict(provision.parameters),
            limit=LimitOut.of(provision.limit) if provision.limit else None,
            clock=provision.clock,
            source=provision.source,
            notes=tuple(NoteOut.of(law.notes[note]) for note in provision.notes if note in law.notes),
            triggers=tuple(model.TYPE for model in norm.on) if norm else (),
        )


class InstrumentOut(Shape):
    """A legal text and its provisions, in the order of the text."""

    id: str
    title: TextOut
    short: TextOut
    source: TextOut
    caution: TextOut
    edition: str
    provisions: tuple[ProvisionHead, ...]

    @classmethod
    def of(cls, pack: LawPack) -> InstrumentOut:
        """Return the shape of a law pack."""
        instrument = pack.instrument
        return cls(
            id=instrument.id,
            title=TextOut.of(instrument.title),
            short=TextOut.of(instrument.short),
            source=TextOut.of(instrument.source),
            caution=TextOut.of(instrument.caution),
            edition=instrument.edition,
            provisions=tuple(ProvisionHead.of(provision) for provision in pack.provisions),
        )


class LawOut(Shape):
    """The law that this release judges by."""

    instruments: tuple[InstrumentOut, ...]

    @classmethod
    def of(cls, law: LawBook) -> LawOut:
        """Return the shape of the law book."""
        return cls(instruments=tuple(InstrumentOut.of(pack) for pack in law.packs))
