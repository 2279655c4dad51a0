"""A norm is a provision made checkable: what triggers it, and a pure function that judges it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from domain.events import EventData
from domain.facts import Fact
from domain.law.provision import Provision
from domain.law.verdict import Verdict

if TYPE_CHECKING:
    from domain.law.view import CaseView

#: Judges one trigger under the provision in force on its day; None means that the norm does not apply to it.
Check = Callable[["CaseView", Fact, Provision], Verdict | None]
Applies = Callable[["CaseView"], bool]
#: Covers a verdict with what an instrument itself excuses; returns the verdict as it is where nothing does.
Excuse = Callable[["CaseView", "Norm", Fact, Verdict], Verdict]
#: Tells on which day the law must be in force, where that is not the day of the trigger.
Governs = Callable[["CaseView", Fact], date]
#: Finds the facts that trigger a norm, where the types of facts alone do not tell.
Triggers = Callable[["CaseView"], Sequence[Fact]]


@dataclass(frozen=True, slots=True)
class Rule:
    """The code of a norm, before it is joined with its provision."""

    norm_id: str
    kinds: frozenset[str]
    on: tuple[type[EventData], ...]
    instead: tuple[type[EventData], ...]
    check: Check
    triggers: Triggers | None = None
    governs: Governs | None = None


@dataclass(frozen=True, slots=True)
class Norm:
    """A provision with its rule, as a law pack holds it."""

    provision: Provision
    kinds: frozenset[str]
    #: Each effective fact of these types triggers the norm once.
    on: tuple[type[EventData], ...]
    #: Where no trigger is recorded, a fact of these types shows that one is missing.
    instead: tuple[type[EventData], ...]
    check: Check
    applies: Applies
    triggers: Triggers | None = None
    excuse: Excuse | None = None
    governs: Governs | None = None

    @property
    def id(self) -> str:
        """Id of the provision."""
        return self.provision.id


class RuleSet:
    """Collects the rules of one instrument; a rule is registered under its provision's id, once."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}

    def norm(
        self,
        norm_id: str,
        *on: type[EventData],
        kinds: Iterable[str] = (),
        instead: tuple[type[EventData], ...] = (),
        triggers: Triggers | None = None,
        governs: Governs | None = None,
    ) -> Callable[[Check], Check]:
        """Register the decorated function as the check of a norm.

        ``kinds`` narrows the kinds of case; left empty, they are those that the triggers may belong to.
        ``triggers`` picks the triggers among the facts of a case, where their types alone do not tell;
        ``governs`` tells the day whose law is asked, where that is not the day of the trigger.
        """

        def register(check: Check) -> Check:
            if norm_id in self.rules:
                raise ValueError(f"{norm_id} has two rules")
            possible = frozenset().union(*(model.KINDS for model in on))
            self.rules[norm_id] = Rule(
                norm_id, frozenset(kinds) or possible, on, instead, check, triggers, governs
            )
            return check

        return register
