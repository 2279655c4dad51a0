"""The run-sheet of a case: what the law asks for, by when, of whom and where, in the order of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from domain.events.state_protocol.places import Place
from domain.events.state_protocol.vocabulary import Activity
from domain.law.judge import Obligation, Report
from domain.law.provision import Provision, Text
from domain.law.timelimit import TICK, Window
from domain.law.verdict import Reason, Status


class SheetPart(StrEnum):
    """Which part of the sheet a row belongs to."""

    #: The preparatory plan of the visit (Art. 25(11) and (12)).
    PREPARATION = "preparation"
    PROGRAMME = "programme"


class WarningKind(StrEnum):
    """What an officer has to know before anything happens."""

    TOO_LATE = "too_late"
    LATE_IN_ONE_READING = "late_in_one_reading"
    READINGS_DIFFER = "readings_differ"
    LOWERED_LEVEL = "lowered_level"
    CHOICE = "choice"
    OFFICE_UNREGISTERED = "office_unregistered"
    CALENDAR_UNKNOWN = "calendar_unknown"
    NO_TIME = "no_time"
    WRONG_DAY = "wrong_day"
    #: A contradiction in the facts, or one that is missing.
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class RunSheetWarning:
    """A warning, with the rows that it concerns; none where it concerns the whole sheet."""

    kind: WarningKind
    why: Reason
    #: The provision that it rests on, if one.
    provision: str | None = None
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body that has to act, or an office that has to be there."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class RecordTemplate:
    """An event that records what a row asks for: its type and payload, without what only the recorder knows."""

    type: str
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    #: Required members that whoever records it has to add, such as ``by``.
    missing: tuple[str, ...] = ()
    #: Offices among which the missing member is chosen; any where empty.
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheetRow:
    """One thing that a provision asks for, in one item of the programme."""

    #: Stable over every re-judgement: the obligation's id, and that of the imported provision.
    key: str
    #: The obligation; for an imported provision, what it comes to here.
    obligation: Obligation
    #: The provision that applies this one by reference, if one does.
    imported_by: Provision | None = None
    #: Id of the obligation that stands in the ledger's lists.
    obligation_id: str
    part: SheetPart
    activity: Activity | None = None
    item: str = ""
    #: When the plan has it, where no time limit says when.
    expected_at: datetime | None = None
    #: It has to be there before that instant; the law says "in advance" and gives no number.
    ahead: bool = False
    place: Place | None = None
    bodies: tuple[Body, ...] = ()
    records: tuple[RecordTemplate, ...] = ()
    #: The event by which an officer vouches that it was not done; the reason is added.
    omission: RecordTemplate | None = None

    @property
    def provision(self) -> Provision:
        """The provision that asks for it."""
        return self.obligation.norm.provision

    @property
    def status(self) -> Status:
        """What is held of it at the moment of the sheet."""
        return self.obligation.verdict.status

    @property
    def window(self) -> Window | None:
        """Every reading of its time limit, if it has one."""
        return self.obligation.verdict.window

    @property
    def due_at(self) -> datetime | None:
        """First instant that is late in the reading that ships; None where no limit runs."""
        return self.obligation.due_at

    @property
    def at(self) -> datetime | None:
        """When it stands on the sheet: the last moment that is in time, else when the plan expects it."""
        if self.window is not None:
            return self.window.proposed.cutoff - TICK
        return self.expected_at

    @property
    def done_at(self) -> datetime | None:
        """When what it asks for was done, as far as that is recorded."""
        verdict = self.obligation.verdict
        if self.status not in (Status.FULFILLED, Status.FULFILLED_LATE) or not verdict.evidence:
            return verdict.done_at
        return verdict.done_at or verdict.evidence[0].occurred_at


@dataclass(frozen=True, slots=True)
class RunSheet:
    """A whole sheet. ``report`` is the judgement that it shows."""

    report: Report
    rows: tuple[RunSheetRow, ...]
    warnings: tuple[RunSheetWarning, ...]

    @property
    def as_of(self) -> datetime:
        """The moment of the sheet."""
        return self.report.as_of

    @property
    def preparation(self) -> tuple[RunSheetRow, ...]:
        """The rows of the preparatory plan."""
        return tuple(row for row in self.rows if row.part is SheetPart.PREPARATION)
