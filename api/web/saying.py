"""How templates say the rows of lists: norms, kinds of case, verdicts."""

from __future__ import annotations

from api.web.pages import Tag
from api.web.speech import Speech
from api.web.words import contested_tag, verdict_tag
from domain.law.book import LawBook
from domain.law.verdict import Status


def saying(law: LawBook, speech: Speech) -> dict[str, object]:
    """Return the functions that a list template calls."""

    def kind_of(kind: str) -> str:
        found = law.definitions.get(kind)
        return speech.text(found.label) if found else kind

    def tag_of(status: Status) -> Tag:
        return verdict_tag(status, speech)

    return {"kind_of": kind_of, "tag_of": tag_of, "contested_tag": contested_tag(speech)}
