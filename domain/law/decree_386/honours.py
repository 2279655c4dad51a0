"""Who provides anthems and honour guards (Art. 25(1)). That they are there at all, the articles of the ranks judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.events.state_protocol.conduct import AnthemsPlayed, HonourGuardFormed
from domain.events.state_protocol.vocabulary import Activity, Formation
from domain.facts import Fact
from domain.law.decree_386.executing import acted, wrong_body
from domain.law.decree_386.forms.duties import Duty, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.decree_386.matrix import Column
from domain.law.decree_386.staying import cell
from domain.law.provision import Provision
from domain.law.templates import fulfilled, not_applicable, pending
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

#: The orchestra that the articles of the ranks name belongs to the ministry.
_ORCHESTRA = "ge-defence-orchestra"


@dataclass(frozen=True, slots=True, kw_only=True)
class Honours(Duty):
    """The ministry provides what the article of the rank asks for; one that is missing is reported there, once."""

    #: The column of the table that asks for it.
    column: Column
    anthems: bool
    #: Formations that the provision speaks of.
    formations: tuple[Formation, ...]

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge who provided what was recorded."""
        if omission(case, occasion, law) is not None or occasion.cancelled is not None:
            return unmet(case, occasion, law, HonourGuardFormed)
        anthems = list(self._anthems(case, occasion, law))
        guards = list(self._guards(case, occasion, law))
        for fact, member in (*((item, "performer") for item in anthems), *((item, "by") for item in guards)):
            if not self._provided(case, occasion, law, fact, member):
                return wrong_body(fact, member, law, case.day(fact.occurred_at))
        if guards and (anthems or not self.anthems):
            return fulfilled(*anthems, *guards)
        return self._missing(case, occasion)

    def _anthems(self, case: CaseView, occasion: Occasion, law: Provision) -> Iterator[Fact]:
        if self.anthems:
            yield from Wanted(AnthemsPlayed).candidates(case, occasion, law)

    def _guards(self, case: CaseView, occasion: Occasion, law: Provision) -> Iterator[Fact]:
        for fact in Wanted(HonourGuardFormed).candidates(case, occasion, law):
            if isinstance(fact.data, HonourGuardFormed) and fact.data.formation in self.formations:
                yield fact

    def _provided(self, case: CaseView, occasion: Occasion, law: Provision, fact: Fact, member: str) -> bool:
        # On arrival the article of the rank names the orchestra, and judges it.
        if member == "performer" and (
            occasion.activity is Activity.ARRIVAL or getattr(fact.data, member) == _ORCHESTRA
        ):
            return True
        return acted(fact, member, law, case.day(fact.occurred_at))

    def _missing(self, case: CaseView, occasion: Occasion) -> Verdict | None:
        found = cell(case, self.column)
        if found is None or not found.by:
            return None
        if occasion.over is None:
            return pending(
                awaited=(AnthemsPlayed, HonourGuardFormed) if self.anthems else (HonourGuardFormed,)
            )
        why = reason("superseded", by=f"decree-386/art-{found.by[0]}")
        return not_applicable(occasion.over, why=why)


def other_guard(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether a guard other than a parade is asked for, or stood, at an item."""
    found = cell(case, Column.HONOUR_GUARD)
    wanted = found is not None and found.formation not in (None, Formation.PARADE)
    return wanted or any(
        isinstance(fact.data, HonourGuardFormed)
        and fact.data.formation is not Formation.PARADE
        and fact.data.activity in (None, occasion.activity)
        for fact in case.history.all(HonourGuardFormed)
    )
