"""The mandate register as it is given out."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from api.shapes.base import Shape, TextOut
from domain.law.mandates.register import Mandate, Part, answering, labels, units
from domain.law.mandates.resolving import Acting, Way, resolve
from domain.law.provision import Language, Provision, Text
from domain.law.words import term


class MandateOut(Shape):
    """A provision under which an office acts."""

    provision: str
    citation: TextOut
    title: TextOut
    part: Annotated[Part, Field(description="The office bears the duty, or is listed as taking part")]
    in_force_from: date
    in_force_until: date | None

    @classmethod
    def of(cls, item: Mandate) -> MandateOut:
        """Return the shape of a mandate."""
        provision = item.provision
        return cls(
            provision=provision.id,
            citation=TextOut.of(provision.citation),
            title=TextOut.of(provision.title),
            part=item.part,
            in_force_from=provision.in_force_from,
            in_force_until=provision.in_force_until,
        )


class OfficeOfOut(Shape):
    """An office with its place in the register."""

    office: str
    label: TextOut
    href: str

    @classmethod
    def named(cls, office: str) -> OfficeOfOut:
        """Return the shape of an office."""
        return cls(office=office, label=label_of(office), href=f"/v1/mandates?office={office}")


class OfficeMandatesOut(Shape):
    """An office, what it belongs to, and its mandates on a day."""

    office: str
    label: TextOut
    part_of: str | None
    way: Annotated[
        Way,
        Field(
            description=(
                "Named by a provision; part of a body that is; holder of a function; in a role of the agreement; "
                "bound in general; a person who needs none; none on record"
            )
        ),
    ]
    via: Annotated[tuple[str, ...], Field(description="The body, functions or roles through which it acts")]
    mandates: tuple[MandateOut, ...]

    @classmethod
    def on(cls, office: str, day: date) -> OfficeMandatesOut:
        """Return the shape of an office on a day."""
        unit, found = units().get(office), resolve(office, day)
        return cls(
            office=office,
            label=label_of(office),
            part_of=unit.part_of if unit else None,
            way=found.way,
            via=found.via,
            mandates=tuple(MandateOut.of(item) for item in found.mandates),
        )


class MandatesOut(Shape):
    """The register as it stands on a day."""

    day: date
    offices: tuple[OfficeMandatesOut, ...]


class ActingOut(OfficeOfOut):
    """An office that acted in a case, and under what."""

    way: Way
    via: tuple[str, ...]
    first_on: date
    facts: Annotated[int, Field(description="How many facts say that it acted")]
    provisions: Annotated[tuple[str, ...], Field(description="Under which it could act on that day")]

    @classmethod
    def of(cls, item: Acting) -> ActingOut:
        """Return the shape of an acting office."""
        found = item.resolution
        return cls(
            **OfficeOfOut.named(found.office).model_dump(),
            way=found.way,
            via=found.via,
            first_on=item.first_on,
            facts=item.facts,
            provisions=tuple(mandate.provision.id for mandate in found.mandates),
        )


class CaseMandatesOut(Shape):
    """Who acted in a case, in the order of the first act."""

    id: str
    acting: tuple[ActingOut, ...]


def answering_out(provision: Provision) -> tuple[OfficeOfOut, ...]:
    """Return who answers for a provision."""
    return tuple(OfficeOfOut.named(office) for office in answering(provision))


def label_of(office: str) -> TextOut:
    """Return the name of an office, else its id, in both languages."""
    found = labels().get(office)
    return TextOut.of(found or Text(term(office, Language.EN), term(office, Language.KA)))
