"""The duties of the decree joined with their provisions, for norms that import others and for the plan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from domain.law.decree_386.forms.duties import Duty
from domain.law.provision import Provision


@dataclass(frozen=True, slots=True)
class JoinedDuty:
    """A provision and the duty that judges it."""

    provision: Provision
    duty: Duty


@cache
def duties() -> tuple[JoinedDuty, ...]:
    """Return every duty of the decree, in the order of the text."""
    # The pack is built from articles that import others through this module.
    from domain.law.decree_386 import decree_pack  # noqa: PLC0415

    return tuple(
        JoinedDuty(norm.provision, norm.check) for norm in decree_pack().norms if isinstance(norm.check, Duty)
    )
