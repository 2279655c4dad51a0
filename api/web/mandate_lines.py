"""Says under what an office acts: in the register, beside a case, beside a duty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from zoneinfo import ZoneInfo

from api.web.asked import Asked
from api.web.pages import ActingLine, Link
from api.web.speech import Speech
from domain.law.history import History
from domain.law.mandates.register import answering, labels
from domain.law.mandates.resolving import Resolution, Way, acting_in
from domain.law.provision import Provision

#: A few words for each way, beside a case.
SHORT: Final[Mapping[Way, str]] = {
    Way.NAMED: "acting.named",
    Way.PART: "acting.part",
    Way.FUNCTION: "acting.function",
    Way.ROLE: "acting.role",
    Way.GENERAL: "acting.general",
    Way.PERSON: "acting.person",
    Way.NONE: "acting.none",
}
#: A sentence for each, in the register; a provision that names the office needs none.
LONG: Final[Mapping[Way, str]] = {
    Way.PART: "register.way.part",
    Way.FUNCTION: "register.way.function",
    Way.ROLE: "register.way.role",
    Way.GENERAL: "register.way.general",
    Way.PERSON: "register.way.person",
    Way.NONE: "register.way.none",
}


def office_name(office: str, speech: Speech) -> str:
    """Return the name of an office, else its id."""
    label = labels().get(office)
    return speech.text(label) if label else speech.term(office)


def office_href(office: str, asked: Asked) -> str:
    """Return the address of an office in the register."""
    return asked.to("/register", office=office)


def answering_links(provision: Provision, speech: Speech, asked: Asked) -> tuple[Link, ...]:
    """Return who answers for a provision, each with its place in the register."""
    return tuple(
        Link(office_name(office, speech), office_href(office, asked)) for office in answering(provision)
    )


def acting_lines(history: History, zone: ZoneInfo, speech: Speech, asked: Asked) -> tuple[ActingLine, ...]:
    """Say who acted in a case and under what; whoever has no mandate on record comes first."""
    lines = [
        ActingLine(
            Link(office_name(item.resolution.office, speech), office_href(item.resolution.office, asked)),
            resolution_words(item.resolution, speech),
            speech.t("acting.first", day=speech.day(item.first_on)),
            item.resolution.way is Way.NONE,
        )
        for item in acting_in(history, zone)
    ]
    return tuple(sorted(lines, key=lambda line: not line.missing))


def resolution_words(found: Resolution, speech: Speech) -> str:
    """Say in a few words under what an office acts."""
    place = speech.text(found.mandates[0].provision.citation) if found.mandates else ""
    if found.way is Way.NAMED and len(found.mandates) > 1:
        return speech.t("acting.named_more", place=place, n=speech.number(len(found.mandates) - 1))
    return speech.t(SHORT[found.way], place=place, via=via_words(found, speech))


def via_words(found: Resolution, speech: Speech) -> str:
    """Name the bodies, functions or roles through which an office acts."""
    return "; ".join(dict.fromkeys(office_name(name, speech) for name in found.via))
