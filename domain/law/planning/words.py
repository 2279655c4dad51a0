"""A run-sheet in words: why a row stands where it stands, and what a warning says."""

from __future__ import annotations

from domain.law.book import LawBook
from domain.law.explain import explain
from domain.law.planning.sheet import RunSheetRow, RunSheetWarning
from domain.law.provision import Language
from domain.law.sentences import limit_sentences
from domain.law.verdict import reason
from domain.law.words import reason_sentence, sentence


def row_sentences(row: RunSheetRow, law: LawBook, language: Language) -> list[str]:
    """Return what explains a row: by which reference it applies, when and why, the reasons held, the readings.

    The text of the provision and the verdict stand beside it; the obligation's own explanation says more.
    """
    notes = [law.notes[name] for name in row.provision.notes if name in law.notes]
    return [
        *_reference(row, language),
        *time_sentences(row, law, language),
        *(reason_sentence(why, language) for why in row.obligation.verdict.reasons),
        *(sentence("note", language, id=note.id, reading=note.reading[language]) for note in notes),
    ]


def time_sentences(row: RunSheetRow, law: LawBook, language: Language) -> list[str]:
    """Return only why the row stands where it stands: how its limit was counted, or what the plan says."""
    if row.window is not None:
        return limit_sentences(explain(row.obligation, law), language)
    if row.expected_at is None or row.activity is None:
        return []
    at, activity = row.expected_at, row.activity.value
    why = (
        reason("plan_ahead", at=at, activity=activity)
        if row.ahead
        else reason("plan_expected", at=at, activity=activity)
    )
    return [reason_sentence(why, language)]


def warning_sentence(warning: RunSheetWarning, language: Language) -> str:
    """Return what a warning says."""
    return reason_sentence(warning.why, language)


def _reference(row: RunSheetRow, language: Language) -> list[str]:
    if row.imported_by is None:
        return []
    return [reason_sentence(reason("plan_imported", provision=row.imported_by.id), language)]
