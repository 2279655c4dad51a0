"""Verdicts, severities and marks as tags: a word, and a tone that only repeats it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from api.web.pages import Tag
from api.web.speech import Speech
from domain.law.verdict import Status
from domain.law.words import label

#: Tone of each verdict; the word says the same.
TONES: Final[Mapping[Status, str]] = {
    Status.NOT_APPLICABLE: "quiet",
    Status.PENDING: "info",
    Status.HOLDING: "info",
    Status.FULFILLED: "good",
    Status.FULFILLED_LATE: "bad",
    Status.BREACHED: "bad",
    Status.WAIVED: "quiet",
    Status.EXCUSED: "quiet",
    Status.DISCHARGED: "quiet",
    Status.UNDETERMINED: "warn",
    Status.NOT_ASSESSED: "quiet",
    Status.REVIEW: "warn",
}


def word_of(value: Enum, speech: Speech) -> str:
    """Say a member of an enumeration in words."""
    return label(value, speech.language)


def verdict_tag(status: Status, speech: Speech) -> Tag:
    """Say a verdict."""
    return Tag(word_of(status, speech), TONES[status])


def contested_tag(speech: Speech) -> Tag:
    """Say that the answer differs between two readings of a limit."""
    return Tag(speech.t("contested"), "warn")


def unverified_tag(speech: Speech) -> Tag:
    """Say that the text of a rule is not verified."""
    return Tag(speech.t("unverified"), "warn")
