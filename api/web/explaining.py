"""The reasons for a verdict, from the phrase book of the domain, and the words of a gap."""

from __future__ import annotations

from api.web.speech import Speech
from api.web.timeline import event_label
from domain.events import CATALOGUE
from domain.law.book import LawBook
from domain.law.judge import Obligation


def sentences_of(item: Obligation, law: LawBook, speech: Speech) -> tuple[str, ...]:
    """Explain an obligation in sentences."""
    return tuple(why.key for why in item.verdict.reasons)


def gap_words(code: str, speech: Speech) -> str:
    """Say a contradiction or a missing fact from its stable code, such as ``several_ReplySent``."""
    if speech.has(f"gap.{code}"):
        return speech.t(f"gap.{code}")
    family, _, type_name = code.partition("_")
    if speech.has(f"gap.{family}") and type_name in CATALOGUE:
        return speech.t(f"gap.{family}", event=event_label(type_name, speech))
    return code.replace("_", " ")
