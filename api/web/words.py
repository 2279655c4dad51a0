"""Verdicts, severities and marks as tags: a word, and a tone that only repeats it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from api.web.pages import Tag
from api.web.speech import Speech
from domain.law.verdict import Status

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


def word_of(value: StrEnum, speech: Speech) -> str:
    """Say a value of an enumeration in words."""
    key = f"{type(value).__name__}.{value.value}"
    return speech.t(key) if speech.has(key) else value.value.replace("_", " ")


def verdict_tag(status: Status, speech: Speech) -> Tag:
    """Say a verdict."""
    return Tag(word_of(status, speech), TONES[status])


def contested_tag(speech: Speech) -> Tag:
    """Say that the answer differs between two readings of a limit."""
    return Tag(speech.t("contested"), "warn")


def unverified_tag(speech: Speech) -> Tag:
    """Say that the text of a rule is not verified."""
    return Tag(speech.t("unverified"), "warn")
