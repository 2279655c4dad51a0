"""What is known of the visit that a case is about: category, rank, spouse, needs."""

from __future__ import annotations

from collections.abc import Callable

from domain.events.state_protocol.preparing import NeedRecorded
from domain.events.state_protocol.registering import CeremonyRegistered, VisitRegistered
from domain.events.state_protocol.things import Need
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.history import History, once
from domain.law.provision import Provision
from domain.law.view import CaseView

#: Tells whether a provision applies to an item of the programme at all.
Condition = Callable[[CaseView, Occasion], bool]


@once
def visit_fact(history: History) -> Fact | None:
    """Return the fact that registered the visit, as it stands after corrections; None in any other case."""
    return history.first(VisitRegistered)


def visit_of(case: CaseView) -> VisitRegistered | None:
    """Return what was registered of the visit, or None in a case of another kind."""
    fact = visit_fact(case.history)
    return fact.data if fact is not None and isinstance(fact.data, VisitRegistered) else None


def in_scope(case: CaseView, law: Provision) -> bool:
    """Tell whether a provision speaks to the category and rank of this visit, or to the rank of a ceremony's guest.

    Other cases have neither, and a ceremony whose guest has no rank on record is judged.
    """
    scope = law.scope
    if not scope.categories and not scope.ranks:
        return True
    visit = visit_of(case)
    if visit is not None:
        return scope.holds(visit.category.value, visit.rank.value)
    ceremony = case.history.first(CeremonyRegistered)
    rank = ceremony.data.guest_rank if ceremony and isinstance(ceremony.data, CeremonyRegistered) else None
    return rank is None or not scope.ranks or rank.value in scope.ranks


def spouse_comes(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the main guest comes with a spouse."""
    visit = visit_of(case)
    return visit is not None and visit.with_spouse


def needed(need: Need) -> Condition:
    """Return the condition that a need was recorded, for the item or for the whole case."""

    def recorded(case: CaseView, occasion: Occasion) -> bool:
        return any(
            isinstance(fact.data, NeedRecorded)
            and fact.data.need is need
            and fact.data.activity in (None, occasion.activity)
            for fact in case.history.all(NeedRecorded)
        )

    return recorded
