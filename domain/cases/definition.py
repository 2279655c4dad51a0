"""What every kind of case must say about itself: parties, status, gaps."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol
from zoneinfo import ZoneInfo

from domain.facts import Fact
from domain.law.provision import Text
from domain.law.verdict import Reason
from domain.law.zones import TBILISI

if TYPE_CHECKING:
    from domain.law.book import LawBook
    from domain.law.history import History
    from domain.law.judge import Obligation
    from domain.law.view import CaseView, DeemedConsent, Parties


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """Where a case stands."""

    code: str
    label: Text
    #: When the case came to stand there; None when nothing has happened yet.
    since: datetime | None
    #: Nothing more is expected.
    final: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A contradiction in the facts, or a fact that must have happened and was not recorded."""

    code: str
    why: Reason
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseSubject:
    """What a list says a case is about, beside its kind: words of its events, as they are stored."""

    #: The foreign State that it concerns.
    foreign_state: str | None = None
    #: Category of a visit, or form of a ceremony.
    category: str | None = None
    #: Rank of the guest.
    rank: str | None = None


#: A case of which its two States say all.
NO_SUBJECT: Final = CaseSubject()


class CaseDefinition(Protocol):
    """One kind of case. A kind states what is its own; the rest holds for a case of which nothing more is to say."""

    kind: str
    label: Text
    #: Zone of the local days in which the case is told.
    zone: ZoneInfo = TBILISI

    def parties(self, history: History) -> Parties | None:  # kinds with two States read it
        """Return the two States, or None while no fact names them, and where there are none."""
        return None

    def subject(self, history: History) -> CaseSubject:
        """Return what the case is about, as far as its two States do not say it."""
        return NO_SUBJECT

    def category_and_rank(self, history: History) -> tuple[str, str] | None:
        """Return the category and rank that decide which provisions speak to the case; None where none do."""
        return None

    def consent(self, view: CaseView, law: LawBook) -> DeemedConsent | None:
        """Return the consent that silence has produced by the moment of the view, if any."""
        return None

    @abstractmethod
    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """Return the status, and the next instant at which it can change without a new fact."""

    @abstractmethod
    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Return contradictions and missing facts."""
