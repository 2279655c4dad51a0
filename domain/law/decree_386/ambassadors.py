"""Credentials: what the text asks of each ambassador is judged once for each of those who were named.

A fact says by its member ``ambassador`` of whom it speaks. Where one ambassador only is named, it need not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from domain.events.state_protocol.registering import AmbassadorNamed, CredentialsRegistered
from domain.events.state_protocol.vocabulary import Activity, CredentialsForm
from domain.facts import Fact
from domain.kernel import PersonId
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.duties import Anchor, Asks, Duty, Tap, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.visits import Condition
from domain.law.history import History, once
from domain.law.provision import Provision
from domain.law.templates import breached, undetermined
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView

CEREMONY = Activity.CREDENTIALS
#: Looks at a fact that says what is wanted, and returns what is wrong with it nevertheless.
Objection = Callable[[CaseView, Occasion, Fact], Reason | None]


@once
def named(history: History) -> Mapping[PersonId, Fact]:
    """Return the ambassadors of a case in the order of their naming; of two facts about one, the later."""
    return {
        fact.data.ambassador.person: fact
        for fact in history.all(AmbassadorNamed)
        if isinstance(fact.data, AmbassadorNamed)
    }


def several(case: CaseView) -> bool:
    """Tell whether more than one ambassador is named, so that a fact has to say of whom it speaks."""
    return len(named(case.history)) > 1


def form_is(form: CredentialsForm) -> Condition:
    """Return the condition that credentials are presented in this form."""

    def holds(case: CaseView, _occasion: Occasion) -> bool:
        registered = case.history.first(CredentialsRegistered)
        return (
            registered is not None
            and isinstance(registered.data, CredentialsRegistered)
            and registered.data.form is form
        )

    return holds


def each(case: CaseView) -> Mapping[int, Occasion]:
    """Return the ceremony as it concerns each ambassador, by the place in the log of the fact that named him."""
    if each not in case.noted:
        ceremony = programme_of(case.history).sole(CEREMONY)
        case.noted[each] = (
            {}
            if ceremony is None
            else {
                fact.position: replace(ceremony, trigger=fact, about=person)
                for person, fact in named(case.history).items()
            }
        )
    found = case.noted[each]
    assert isinstance(found, dict)
    return found


class ForEach:
    """A duty that is owed for each ambassador: one obligation for every fact that named one."""

    __slots__ = ()

    def triggers(self, case: CaseView) -> Sequence[Fact]:
        """Return the facts that named the ambassadors; failing these, the one that opened the case."""
        ceremony = programme_of(case.history).sole(CEREMONY)
        if ceremony is None:
            return ()
        return [occasion.trigger for occasion in each(case).values()] or [ceremony.trigger]

    def occasion(self, case: CaseView, trigger: Fact) -> Occasion | None:
        """Return the ceremony as it concerns the ambassador whom a fact named."""
        found = each(case).get(trigger.position)
        return found or programme_of(case.history).by_trigger.get((trigger.position, CEREMONY))


def anonymous(case: CaseView, occasion: Occasion, verdict: Verdict | None) -> Verdict | None:
    """Leave open what was kept by a fact that does not say of which of several ambassadors it speaks."""
    if verdict is None or verdict.status is not Status.FULFILLED or not several(case):
        return verdict
    silent = [fact for fact in verdict.evidence if getattr(fact.data, "ambassador", occasion.about) is None]
    if occasion.about is None or not silent:
        return verdict
    return undetermined(*silent, why=reason("which_ambassador"))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfEach(ForEach, Asks):
    """Something that must be done by, for or with each ambassador."""

    activity: Activity = CEREMONY
    #: What a fact may be wrong in besides what it says.
    objection: Objection | None = None
    #: When the plan expects it, where that is not the beginning of the ceremony.
    expected: Anchor | None = None

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge as for any fact that is asked for, then ask for the objection."""
        found = self.wanted.candidates(case, occasion, law)
        fit = self.wanted.fitting(found, case, law)
        if self.objection is not None and fit:
            wrong = {fact: self.objection(case, occasion, fact) for fact in fit}
            good = [fact for fact, why in wrong.items() if why is None]
            if not good and (why := wrong[fit[0]]) is not None:
                return breached(fit[0], why=why)
        return anonymous(case, occasion, Asks.judge(self, case, occasion, law))

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return when the plan expects it."""
        return self.expected(case, occasion) if self.expected is not None else occasion.start


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendsEach(ForEach, Attends):
    """The members must be present for each ambassador."""

    activity: Activity = CEREMONY

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge as any composition; a fact that does not say of which ambassador it speaks leaves it open."""
        return anonymous(case, occasion, Attends.judge(self, case, occasion, law))


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherForEach(ForEach, Together):
    """Several parts for each ambassador."""

    activity: Activity = CEREMONY


@dataclass(frozen=True, slots=True, kw_only=True)
class InTurn(ForEach, Duty):
    """Several facts about each ambassador, each of which must be there, in this order."""

    activity: Activity = CEREMONY
    parts: tuple[Asks, ...]
    #: Facts that must not come after the parts; whether they are there, another provision judges.
    after: tuple[Asks, ...] = ()
    #: Facts that must not come before the parts.
    until: tuple[Asks, ...] = ()
    #: When the plan expects it, where that is not the beginning of the ceremony.
    expected: Anchor | None = None

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Report the first part that is missing or wrong, then the first that is out of order."""
        taken: list[Fact] = []
        for part in self.parts:
            verdict = part.judge(case, occasion, law)
            if verdict is not None and verdict.status is not Status.FULFILLED:
                return self._missing(case, occasion, law, part, verdict)
            taken.extend(part.wanted.candidates(case, occasion, law)[:1])
        before, behind = (
            [fact for part in parts for fact in part.wanted.candidates(case, occasion, law)[:1]]
            for parts in (self.after, self.until)
        )
        chain = [*before, *taken, *behind]
        for earlier, later in pairwise(chain):
            if later.occurred_at < earlier.occurred_at:
                why = reason("turned_round", first=_named_step(earlier), then=_named_step(later))
                return breached(earlier, later, why=why)
        return anonymous(case, occasion, Verdict(Status.FULFILLED, evidence=tuple(taken)))

    def _missing(
        self, case: CaseView, occasion: Occasion, law: Provision, part: Asks, verdict: Verdict
    ) -> Verdict:
        """What had to come first is missing as soon as what follows it has happened."""
        if verdict.status is not Status.PENDING:
            return verdict
        followed = [fact for item in self.until for fact in item.wanted.candidates(case, occasion, law)]
        if not followed:
            return verdict
        ended = replace(occasion, ended=followed[0])
        missed = unmet(case, ended, law, part.wanted.model)
        why = reason("missing_before", first=_wanted_step(part), then=_named_step(followed[0]))
        return replace(missed, reasons=(why,))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the event of each part."""
        return tuple(tap for part in self.parts for tap in part.taps(case, occasion, law))

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return when the plan expects the parts."""
        return self.expected(case, occasion) if self.expected is not None else occasion.start


def _named_step(fact: Fact) -> str:
    """Return the word for what a fact reports: its step where it has one, else its type."""
    step = getattr(fact.data, "step", None)
    return fact.type if step is None else str(step.value)


def _wanted_step(part: Asks) -> str:
    step = part.wanted.where.get("step")
    return part.wanted.model.TYPE if step is None else str(getattr(step, "value", step))
