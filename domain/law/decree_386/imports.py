"""Norms that apply others by reference ("by the same scheme as for a head of state"), and copy nothing.

The imported norms are judged for this case as if they spoke to it, and their outcome is reported once, under the
provision that imports them, naming each that was not kept (note-14).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.law.decree_386.duties import Duty, Tap
from domain.law.decree_386.occasions import Occasion
from domain.law.provision import Provision
from domain.law.verdict import DEVIATIONS, Status, Verdict, reason
from domain.law.view import CaseView

#: How heavy a verdict of a part weighs on the whole, the heaviest first.
_WEIGHT = (
    Status.BREACHED,
    Status.FULFILLED_LATE,
    Status.REVIEW,
    Status.UNDETERMINED,
    Status.PENDING,
    Status.HOLDING,
    Status.EXCUSED,
    Status.FULFILLED,
    Status.DISCHARGED,
)


@dataclass(frozen=True, slots=True)
class Part:
    """An imported provision as it was judged for one item of the programme."""

    law: Provision
    duty: Duty
    occasion: Occasion
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Imports(Duty):
    """Applies the provisions whose ids start with those in ``imports`` of the provision's data."""

    #: Ids, or starts of ids, that the importing article rules on itself.
    leaving_out: tuple[str, ...] = ()

    def parts(self, case: CaseView, law: Provision) -> Iterator[Part]:
        """Judge each imported provision that applies, in the order of the text."""
        # The catalogue of duties is built from the articles, which import this module.
        from domain.law.decree_386.catalogue import duties  # noqa: PLC0415

        for norm in duties():
            if not _named(norm.provision.id, law.imports) or _named(norm.provision.id, self.leaving_out):
                continue
            for occasion in norm.duty.occasions(case.history):
                verdict = norm.duty.decide(case, occasion, norm.provision)
                if verdict is not None and verdict.status is not Status.NOT_APPLICABLE:
                    yield Part(norm.provision, norm.duty, occasion, verdict)

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Report the heaviest outcome among the parts, and name each part that was not kept."""
        parts = list(self.parts(case, law))
        if not parts:
            return None
        status = min((part.verdict.status for part in parts), key=_WEIGHT.index)
        bad = [part for part in parts if part.verdict.status in (*DEVIATIONS, Status.REVIEW)]
        evidence = tuple(dict.fromkeys(fact for part in bad for fact in part.verdict.evidence))
        if bad:
            why = reason("imported_not_kept", provisions=tuple(dict.fromkeys(part.law.id for part in bad)))
        else:
            why = reason("imported", provisions=law.imports)
        checks = [part.verdict.next_check for part in parts if part.verdict.next_check is not None]
        awaited = tuple(dict.fromkeys(name for part in parts for name in part.verdict.awaited))
        return Verdict(
            status,
            evidence=evidence,
            reasons=(why,),
            awaited=awaited,
            next_check=min(checks, default=None),
        )

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return nothing: the plan shows the parts, each with its own."""
        return ()


def _named(provision_id: str, starts: tuple[str, ...]) -> bool:
    return any(
        provision_id == start or provision_id.startswith((f"{start}/", f"{start}.")) for start in starts
    )
