"""The order among several ambassadors: by the dates on which their agréments were asked for (note-20)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from domain.events.state_protocol.preparing import DecisionTaken
from domain.events.state_protocol.registering import AmbassadorNamed
from domain.events.state_protocol.things import Subject
from domain.facts import Fact
from domain.kernel import PersonId
from domain.law.decree_386.ambassadors import named
from domain.law.decree_386.forms.duties import Tap, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.sequences import InOrderStep
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView


class _Turn(NamedTuple):
    """One ambassador's turn: the State stands for the person, whom no reason may name."""

    fact: Fact
    person: PersonId
    state: str | None
    asked: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ByAgrement(InOrderStep):
    """A step that the ambassadors take one after the other, in the order of their agréments."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the order among the ambassadors, then the place of the step in the ceremony."""
        found = self.wanted.candidates(case, occasion, law)
        if not found:
            return unmet(case, occasion, law, self.wanted.model)
        verdict = self._among(case, occasion, law, found)
        broken = self.order.first_break(case, occasion, law)
        if verdict.status is Status.FULFILLED and broken is not None and broken[0] == law.id:
            why = reason("out_of_order", earlier=broken[1])
            return replace(verdict, status=Status.BREACHED, reasons=(*verdict.reasons, why))
        return verdict

    def _among(self, case: CaseView, occasion: Occasion, law: Provision, found: Sequence[Fact]) -> Verdict:
        turns = _turns(case, found)
        if silent := [fact for fact in found if _person(fact) is None]:
            return undetermined(*silent, why=reason("which_ambassador"))
        if (wrong := _wrong(turns)) is not None:
            return wrong
        absent = [fact for person, fact in named(case.history).items() if person not in _persons(turns)]
        if absent:
            return self._absent(case, occasion, law, absent)
        if unknown := [turn for turn in turns if turn.asked is None]:
            states = tuple(turn.state for turn in unknown if turn.state)
            why = reason("agrement_unknown", states=states or None)
            return undetermined(*found, why=why, awaited=(AmbassadorNamed,))
        return _tied(case, turns) or fulfilled(*(turn.fact for turn in turns))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return one event for each ambassador, in the order in which they are due."""
        due = sorted(named(case.history).values(), key=_asked)
        fields = self.wanted.model.model_fields
        return tuple(
            Tap(
                self.wanted.model.TYPE,
                {
                    **self.wanted.example(occasion, law),
                    "ambassador": str(_who(fact).ambassador.person),
                    **({"number": place} if "number" in fields else {}),
                },
            )
            for place, fact in enumerate(due, 1)
        )

    def _absent(self, case: CaseView, occasion: Occasion, law: Provision, absent: Sequence[Fact]) -> Verdict:
        missing = unmet(case, occasion, law, self.wanted.model)
        why = reason("ambassadors_missing", states=tuple(_state(fact) for fact in absent))
        return replace(missing, reasons=(*missing.reasons, why))


def _person(fact: Fact) -> PersonId | None:
    person: PersonId | None = getattr(fact.data, "ambassador", None)
    return person


def _number(fact: Fact) -> int | None:
    number = getattr(fact.data, "number", None)
    return number if isinstance(number, int) else None


def _who(fact: Fact) -> AmbassadorNamed:
    assert isinstance(fact.data, AmbassadorNamed)
    return fact.data


def _state(fact: Fact) -> str:
    return _who(fact).sending_state


def _asked(fact: Fact) -> date:
    """Return the day of the request; unknown ones go last, until they are known."""
    return _who(fact).agrement_requested_on or date.max


def _persons(turns: Sequence[_Turn]) -> set[PersonId]:
    return {turn.person for turn in turns}


def _turns(case: CaseView, found: Sequence[Fact]) -> list[_Turn]:
    """Return each ambassador's first turn, by the places in the row where all are numbered, else by time."""
    known = named(case.history)
    first: dict[PersonId, _Turn] = {}
    for fact in found:
        person = _person(fact)
        if person is None or person in first:
            continue
        who = known[person].data if person in known else None
        if isinstance(who, AmbassadorNamed):
            first[person] = _Turn(fact, person, who.sending_state, who.agrement_requested_on)
        else:
            first[person] = _Turn(fact, person, None, None)
    turns = list(first.values())
    numbered = [(number, turn) for turn in turns if (number := _number(turn.fact)) is not None]
    if len(numbered) == len(turns):
        return [turn for _, turn in sorted(numbered, key=lambda pair: pair[0])]
    return turns


def _wrong(turns: Sequence[_Turn]) -> Verdict | None:
    """Find the first ambassador who came before one whose agrément was asked for earlier."""
    dated = [turn for turn in turns if turn.asked is not None]
    for earlier, later in pairwise(dated):
        if earlier.asked is not None and later.asked is not None and earlier.asked > later.asked:
            why = reason(
                "agrement_order",
                ahead=earlier.state,
                asked_ahead=earlier.asked,
                behind=later.state,
                asked_behind=later.asked,
            )
            return breached(earlier.fact, later.fact, why=why)
    return None


def _tied(case: CaseView, turns: Sequence[_Turn]) -> Verdict | None:
    """Between equal dates a person decides and records the reason; without one the order is open."""
    tie = [(one, two) for one, two in pairwise(turns) if one.asked == two.asked]
    if not tie:
        return None
    states = tuple(dict.fromkeys(turn.state for pair in tie for turn in pair if turn.state))
    settled = [
        fact
        for fact in case.history.all(DecisionTaken)
        if isinstance(fact.data, DecisionTaken)
        and fact.data.subject is Subject.AMBASSADOR_ORDER
        and fact.data.ground
    ]
    if settled:
        why = reason("agrement_tie_settled", states=states)
        return fulfilled(*(turn.fact for turn in turns), settled[0], why=why)
    why = reason("agrement_tie", states=states)
    return undetermined(*(turn.fact for turn in turns), why=why, awaited=(DecisionTaken,))
