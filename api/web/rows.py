"""What the pages ask of the ledger, and the rows that answer. No language here, and no way to the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.calendars import Calendars
from domain.law.provision import Text
from domain.law.verdict import Severity, Status

Row_co = TypeVar("Row_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Slice(Generic[Row_co]):
    """One page of a list, and the key after which the next page starts."""

    rows: tuple[Row_co, ...]
    next_after: str | None = None
    #: How many rows the filter holds in all, where that is known.
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Freshness:
    """How much of the log the lists have taken in."""

    #: Last position of the log.
    head: int
    #: Last position that the lists contain.
    projected: int
    recorded_at: datetime | None = None

    @property
    def behind(self) -> int:
        """Recorded facts that the lists do not contain yet."""
        return max(0, self.head - self.projected)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list."""

    case_id: str
    kind: str
    status: str
    status_label: Text
    since: datetime | None
    final: bool
    requesting: str | None = None
    requested: str | None = None
    next_due: datetime | None = None
    open: int = 0
    overdue: int = 0
    deviations: int = 0
    review: int = 0
    contested: int = 0
    gaps: int = 0
    #: A fact could not be handled: what is shown may lack it.
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class ObligationRow:
    """An obligation in a list, of whatever verdict."""

    id: str
    case_id: str
    norm_id: str
    status: Status
    severity: Severity
    triggered_at: datetime | None
    due_at: datetime | None
    requesting: str | None = None
    requested: str | None = None
    contested: bool = False
    #: Not yet performed: something is still awaited.
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapRow:
    """A contradiction or a missing fact in a case."""

    case_id: str
    #: Stable name of what does not fit, such as ``several_ReplySent``.
    code: str


class Flag(StrEnum):
    """What a case can be marked with."""

    OPEN = "open"
    OVERDUE = "overdue"
    DEVIATIONS = "deviations"
    REVIEW = "review"
    CONTESTED = "contested"
    GAPS = "gaps"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list; an empty member asks for nothing."""

    kind: str = ""
    status: str = ""
    state: str = ""
    flag: Flag | None = None
    search: str = ""


@dataclass(frozen=True, slots=True)
class DeviationFilter:
    """Which deviations to list."""

    norm: str = ""
    state: str = ""
    severity: Severity | None = None
    status: Status | None = None
    #: Due from this day on, and before the day after that one; local days of the ledger's zone.
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class DueFilter:
    """Which open obligations to list."""

    norm: str = ""
    state: str = ""
    #: Only those whose time is up, or only those whose time is not.
    overdue: bool | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """The key figures of the overview."""

    open_cases: int
    due_soon: int
    overdue: int
    deviations: int
    review: int
    gaps: int
    incomplete: int
    contested: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What occurs in the ledger, for the filters."""

    statuses: Mapping[str, Text]
    states: tuple[str, ...]
    norms: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClockFigures:
    """How one time limit was kept in a year."""

    norm_id: str
    counted: int
    in_time: int
    late: int
    #: From the trigger to the act, of acts that were done.
    median: timedelta | None
    p90: timedelta | None

    @property
    def share(self) -> float | None:
        """Share kept in time, of one."""
        return self.in_time / self.counted if self.counted else None


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The figures of one year."""

    year: int
    applications: int
    agreed: int
    refused: int
    deemed_consents: int
    withdrawn: int
    pending: int
    transfers: int
    clocks: tuple[ClockFigures, ...]


class Desk(Protocol):
    """Everything that a page can ask. Each list is ordered and paged by key; ``after`` is an earlier answer's key."""

    law: LawBook
    calendars: Calendars

    def now(self) -> datetime:
        """Return the present."""

    def freshness(self) -> Freshness:
        """Return how far the lists have read."""

    def totals(self, now: datetime) -> Totals:
        """Return the key figures."""

    def choices(self) -> Choices:
        """Return what the filters may offer."""

    def cases(self, wanted: CaseFilter, after: str, limit: int) -> Slice[CaseRow]:
        """Return cases by id."""

    def facts(self, case_id: str) -> Sequence[Fact]:
        """Return all recorded facts of a case, sealed as stored; raises NotFound."""

    def case_at(self, position: int) -> str:
        """Return the id of the case to which the fact at a position belongs; raises NotFound."""

    def due(self, wanted: DueFilter, now: datetime, after: str, limit: int) -> Slice[ObligationRow]:
        """Return obligations not yet performed, by due instant."""

    def deviations(self, wanted: DeviationFilter, after: str, limit: int) -> Slice[ObligationRow]:
        """Return deviations and reviews, the latest due first."""

    def gaps(self, after: str, limit: int) -> Slice[GapRow]:
        """Return contradictions and missing facts by case."""

    def verdicts(self, norm_id: str) -> Mapping[Status, int]:
        """Return how often each verdict stands for a norm."""

    def scenarios(self, norm_id: str) -> Sequence[str]:
        """Return the names of the scenarios that mirror a provision."""

    def statistics(self, year: int) -> YearFigures:
        """Return the figures of a year."""
