"""Duties of a body that the provision names: who has to act, and what has to happen "in advance".

Art. 25 says who executes what the articles of the ranks ask for (note-17). A record that names no body is taken at
its word: the act was done. One that names another body is weighed by what the register knows of the right one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.facts import Fact
from domain.law.decree_386.forms.duties import Anchor, Asks, Tap, omission, said, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices import OFFICES, fills, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Executes(Asks):
    """An act is asked of the bearers of the provision, or of nobody in particular where ``member`` is empty."""

    #: Other acts that do as well.
    ways: tuple[Wanted, ...] = ()
    #: Which member of the fact says who acted.
    member: str = "by"
    #: It has to happen before this: "in advance" has no number, and none is made up.
    ahead_of: Anchor | None = None
    #: When the plan expects the anchor.
    expected: Anchor | None = None
    #: Where several persons or things have to be there, the last of them counts.
    everyone: bool = False

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge what was done, then by whom, then when."""
        found = list(self._found(case, occasion, law))
        if not found:
            return self._undone(case, occasion, law)
        fit = [fact for wanted, fact in found if not wanted.shortfalls(fact, case, law)]
        if not fit:
            return said(found[0][0], [fact for wanted, fact in found if wanted is found[0][0]], case, law)
        right = [fact for fact in fit if acted(fact, self.member, law, case.day(fact.occurred_at))]
        if not right:
            return wrong_body(fit[0], self.member, law, case.day(fit[0].occurred_at))
        return self._in_advance(case, occasion, right[-1 if self.everyone else 0])

    def _found(self, case: CaseView, occasion: Occasion, law: Provision) -> Iterator[tuple[Wanted, Fact]]:
        for wanted in (self.wanted, *self.ways):
            for fact in wanted.candidates(case, occasion, law):
                yield wanted, fact

    def _undone(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
        at = self.ahead_of(case, occasion) if self.ahead_of is not None else None
        if at is None or occasion.cancelled is not None or omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, self.wanted.model)
        why = reason("not_in_advance", events=(self.wanted.model.TYPE,), at=at)
        return Verdict(Status.BREACHED, reasons=(why,), awaited=(self.wanted.model.TYPE,))

    def _in_advance(self, case: CaseView, occasion: Occasion, done: Fact) -> Verdict:
        if self.ahead_of is None:
            return fulfilled(done)
        at = self.ahead_of(case, occasion)
        if at is None and occasion.over is not None:
            return undetermined(done, why=reason("anchor_unknown"))
        if at is None or done.occurred_at < at:
            return fulfilled(done)
        return Verdict(
            Status.FULFILLED_LATE,
            evidence=(done,),
            reasons=(reason("happened_after", done=done.occurred_at, at=at),),
            done_at=done.occurred_at,
        )

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the event that is wanted, by the bearer where there is one and the event can name it."""
        data = self.wanted.example(occasion, law)
        if self.member in self.wanted.model.model_fields and len(law.bearer_keys) == 1:
            data.setdefault(self.member, law.bearer_keys[0])
        return (Tap(self.wanted.model.TYPE, data),)

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the planned anchor, failing that the beginning of the item."""
        return (self.expected(case, occasion) if self.expected is not None else None) or occasion.start


def acted(fact: Fact, member: str, law: Provision, day: date) -> bool:
    """Tell whether a bearer of the provision acted, by whoever holds the office, or nobody is named."""
    named = getattr(fact.data, member, None) if member else None
    found = named if isinstance(named, tuple) else (named,) if named else ()
    return not found or any(_is(office, bearer, day) for office in found for bearer in law.bearer_keys)


def _is(office: str, bearer: str, day: date) -> bool:
    return office == bearer or (bearer in OFFICES and fills(office, bearer, day))


def wrong_body(fact: Fact, member: str, law: Provision, day: date) -> Verdict:
    """Weigh that another body acted: a bare breach only where a document says who holds the office on the day."""
    named = getattr(fact.data, member)
    why = reason("says_otherwise", what=member, found=named, wanted=law.bearer_keys)
    known: Sequence[str] = [standing(key, day) for key in law.bearer_keys if key in OFFICES]
    if any(grade in ("sourced", "class") for grade in known) or not known:
        return breached(fact, why=why)
    if all(grade == "none" for grade in known):
        unknown = reason("members_unregistered", offices=law.bearer_keys, day=day)
        return Verdict(Status.UNDETERMINED, evidence=(fact,), reasons=(why, unknown))
    return breached(fact, why=why).under(Status.REVIEW, reason("register_general", offices=law.bearer_keys))
