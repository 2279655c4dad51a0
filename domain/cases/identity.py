"""Case ids carry their kind: ``readmission-2021-00042`` is a readmission and can be nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from domain.errors import InvalidEvent, WrongCaseKind
from domain.events import CASE_KINDS, EventData

_CASE_ID = re.compile(r"[a-z]+-[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


@lru_cache(maxsize=4096)
def case_kind(case_id: str) -> str:
    """Return the kind of case that an id names; raises InvalidEvent when it names none.

    An id is the kind, a hyphen, and up to 64 small letters, digits and inner hyphens. It must
    hold no personal data: it stands in clear in the log and in addresses.
    """
    kind = case_id.partition("-")[0]
    if kind not in CASE_KINDS:
        message = f"a case id starts with its kind and a hyphen; the kinds are {', '.join(CASE_KINDS)}"
        raise InvalidEvent(message, pointer="/subject")
    if not _CASE_ID.fullmatch(case_id):
        message = f"write the case id as {kind}- and up to 64 small letters, digits and inner hyphens"
        raise InvalidEvent(message, pointer="/subject")
    return kind


def require_kind(model: type[EventData], case_id: str) -> None:
    """Refuse an event in a case of another kind; raises WrongCaseKind naming the kinds it belongs to."""
    kind = case_kind(case_id)
    if kind not in model.KINDS:
        kinds = " or ".join(sorted(model.KINDS))
        message = f"{model.TYPE} belongs to a case of kind {kinds}, and {case_id!r} is of kind {kind}"
        raise WrongCaseKind(message, pointer="/subject")
