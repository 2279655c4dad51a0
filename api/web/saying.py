"""How templates say the rows of lists: norms, kinds of case, verdicts."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from api.web.pages import Tag
from api.web.speech import Speech
from api.web.words import contested_tag, verdict_tag
from domain.law.book import LawBook
from domain.law.states import GEORGIA
from domain.law.timelimit import ZONES
from domain.law.verdict import Status
from domain.law.zones import TBILISI
from projections.questions.obligations import ObligationSummary


def saying(law: LawBook, speech: Speech) -> dict[str, object]:
    """Return the functions that a list template calls."""

    def kind_of(kind: str) -> str:
        found = law.definitions.get(kind)
        return speech.text(found.label) if found else kind

    def tag_of(status: Status) -> Tag:
        return verdict_tag(status, speech)

    return {
        "kind_of": kind_of,
        "tag_of": tag_of,
        "contested_tag": contested_tag(speech),
        "zone_of": zone_of,
    }


def zone_of(item: ObligationSummary) -> ZoneInfo:
    """Return the zone whose midnight ends the time limit of a row, as the proposed reading has it.

    Tbilisi where the provision has no limit or the case does not name its States.
    """
    limit = item.provision.limit
    if limit is None:
        return TBILISI
    # Of both States the requested one is proposed; a State without a zone leaves it to the other.
    roles = {
        "requested": (item.requested,),
        "requesting": (item.requesting,),
        "both": (item.requested, item.requesting),
        "georgia": (GEORGIA,),
    }[limit.zone]
    return next((ZONES[state] for state in roles if state is not None and state in ZONES), TBILISI)
