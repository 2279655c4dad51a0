"""Norms that apply others by reference ("by the same scheme as for a head of state"), and copy nothing.

The imported norms are judged for this case as if they spoke to it, and their outcome is reported once, under the
provision that imports them, naming each that was not kept (note-14).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from domain.events.ledger import ProvisionAttested
from domain.law.decree_386.forms.duties import Duty, Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.standing_in import standing_in
from domain.law.decree_386.forms.together import HEAVIEST
from domain.law.provision import Assessment, Provision
from domain.law.templates import attested
from domain.law.verdict import DEVIATIONS, Status, Verdict, reason
from domain.law.view import CaseView

if TYPE_CHECKING:
    from domain.law.decree_386.forms.catalogue import JoinedDuty

#: What was kept is told before what fell away: an importing provision has many parts.
_WEIGHT = (*HEAVIEST, Status.FULFILLED, Status.DISCHARGED)


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
    #: Who stands where the imported text names somebody else, in this case (note-14).
    stand_ins: Callable[[CaseView], Mapping[str, str]] | None = None
    #: Parts for whose content the importing article asks itself: only their place in the sequence is judged here.
    only_their_place: tuple[str, ...] = ()
    #: The imported provisions are applied to this item, whatever item they were written for.
    transferred: bool = False

    def parts(self, case: CaseView, law: Provision, occasion: Occasion | None = None) -> Iterator[Part]:
        """Judge each imported provision that applies, in the order of the text; for one item, or for all."""
        if occasion is None:
            for each in self.occasions(case.history):
                yield from self.parts(case, law, each)
            return
        who = self.stand_ins(case) if self.stand_ins else {}
        for norm in _imported(law.imports, self.leaving_out):
            for item in self._items(norm.duty, case, occasion):
                part = _judged(norm.provision, norm.duty, case, item, who)
                if part is not None and not self._asked_here(part):
                    yield part

    def _asked_here(self, part: Part) -> bool:
        misplaced = any(why.key == "out_of_order" for why in part.verdict.reasons)
        return part.law.id in self.only_their_place and not misplaced

    def _items(self, duty: Duty, case: CaseView, occasion: Occasion) -> Sequence[Occasion]:
        """Return the items for which an imported duty is judged here: this one, or those that fall to it."""
        if self.transferred:
            return (occasion,)
        own = (self.activity, *self.also)
        first = programme_of(case.history).sole(occasion.activity)
        mine = occasion.activity is self.activity and first is occasion
        return [
            item
            for item in duty.occasions(case.history)
            if item is occasion or (item.activity not in own and mine)
        ]

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Report the heaviest outcome among the parts, and name each part that was not kept.

        An officer may vouch for the whole: that covers the parts for which only an officer's word is asked.
        """
        if omission(case, occasion, law) is not None or occasion.cancelled is not None:
            return unmet(case, occasion, law, ProvisionAttested)
        parts = list(self.parts(case, law, occasion))
        whole = attested(case, law)
        if whole.status is not Status.PENDING:
            parts = [part for part in parts if not _vouched(part)]
            parts.append(Part(law, self, occasion, whole))
        if not parts:
            return None
        status = min((part.verdict.status for part in parts), key=_weight)
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
            contested=any(part.verdict.contested for part in parts if part.verdict.status is status),
        )

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return nothing: the plan shows the parts, each with its own."""
        return ()


def _judged(
    law: Provision, duty: Duty, case: CaseView, item: Occasion, who: Mapping[str, str]
) -> Part | None:
    """Judge an imported duty; where somebody stands in, either person will do, and the better answer counts."""
    read = standing_in(duty, law, who) if who else (duty, law)
    part = _part(read[1], read[0], case, item)
    if read == (duty, law) or (part is not None and part.verdict.status is Status.FULFILLED):
        return part
    literal = _part(law, duty, case, item)
    return literal if literal is not None and literal.verdict.status is Status.FULFILLED else part


def _part(law: Provision, duty: Duty, case: CaseView, item: Occasion) -> Part | None:
    verdict = duty.decide(case, item, law)
    if verdict is None or verdict.status is Status.NOT_APPLICABLE:
        return None
    return Part(law, duty, item, verdict)


def _vouched(part: Part) -> bool:
    return part.law.assessment is Assessment.ATTESTED and part.verdict.status is Status.PENDING


def _weight(status: Status) -> int:
    return _WEIGHT.index(status) if status in _WEIGHT else len(_WEIGHT)


@cache
def _imported(imports: tuple[str, ...], leaving_out: tuple[str, ...]) -> tuple[JoinedDuty, ...]:
    """Return the duties under the ids that are named, found out once: every visit of a rank asks for the same."""
    # The catalogue of duties is built from the articles, which import this module.
    from domain.law.decree_386.forms.catalogue import duties  # noqa: PLC0415

    return tuple(
        norm
        for norm in duties()
        if _named(norm.provision.id, imports) and not _named(norm.provision.id, leaving_out)
    )


def _named(provision_id: str, starts: tuple[str, ...]) -> bool:
    return any(
        provision_id == start or provision_id.startswith((f"{start}/", f"{start}.")) for start in starts
    )
