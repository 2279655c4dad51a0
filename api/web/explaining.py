"""The words of a verdict, of a consent by silence and of a gap, from the phrase books of the domain."""

from __future__ import annotations

from api.web.speech import Speech
from api.web.timeline import event_label
from domain.cases.definition import Gap
from domain.events import CATALOGUE
from domain.law.book import LawBook
from domain.law.explain import explain
from domain.law.judge import Obligation
from domain.law.sentences import consent_sentences, sentences
from domain.law.view import DeemedConsent
from domain.law.words import reason_sentence


def verdict_sentences(item: Obligation, law: LawBook, speech: Speech) -> tuple[str, ...]:
    """Explain the verdict on an obligation."""
    return tuple(sentences(explain(item, law), speech.language))


def silence_sentences(consent: DeemedConsent, law: LawBook, speech: Speech) -> tuple[str, ...]:
    """State that silence counts as consent, and what speaks for and against it."""
    return tuple(consent_sentences(consent, speech.language, law))


def gap_sentence(gap: Gap, speech: Speech) -> str:
    """Say what does not fit in the facts of a case."""
    return reason_sentence(gap.why, speech.language)


def gap_words(code: str, speech: Speech) -> str:
    """Say a contradiction or a missing fact from its stable code alone, such as ``several_ReplySent``."""
    if speech.has(f"gap.{code}"):
        return speech.t(f"gap.{code}")
    family, _, type_name = code.partition("_")
    if speech.has(f"gap.{family}") and type_name in CATALOGUE:
        return speech.t(f"gap.{family}", event=event_label(type_name, speech))
    return code.replace("_", " ")
