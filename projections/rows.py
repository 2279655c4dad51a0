"""Report to rows: pure, and the same for one event, a passed instant and a rebuild."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from domain.cases.definition import NO_SUBJECT, CaseSubject
from domain.cases.identity import case_kind
from domain.events.parts import Decision
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    ReplySent,
    TransferCompleted,
)
from domain.facts import Fact
from domain.law.judge import Report
from domain.law.provision import Text
from domain.law.readmission.consent import procedure_of
from domain.law.verdict import DEVIATIONS, OPEN, Status
from domain.law.view import Parties
from domain.ledger import Entry, Unreadable

#: Status of a case of which not every event can be judged: nothing is asserted about it.
INCOMPLETE: Final = "incomplete"
INCOMPLETE_LABEL: Final = Text("Incomplete: an event cannot be judged", "არასრული: მოვლენა ვერ ფასდება")
#: How soon a case is looked at again whose report named an instant that is not ahead of it.
_AGAIN: Final = timedelta(hours=1)


class CaseStatusRow(NamedTuple):
    """Where a case stands."""

    case_id: str
    kind: str
    requesting: str | None
    requested: str | None
    procedure: str | None
    status: str
    since: datetime | None
    final: bool
    next_check: datetime | None
    next_due: datetime | None
    incomplete: str | None
    gaps: tuple[str, ...]
    open_count: int
    overdue_count: int
    deviation_count: int
    review_count: int
    contested_count: int
    undetermined_count: int
    first_at: datetime | None
    last_at: datetime | None
    events: int
    position: int
    #: What the case is about, where its two States do not say it.
    foreign_state: str | None = None
    category: str | None = None
    rank: str | None = None

    @property
    def states(self) -> tuple[str | None, str | None, str | None]:
        """The States of the case: requesting, requested, and that of a guest."""
        return (self.requesting, self.requested, self.foreign_state)


class ObligationRow(NamedTuple):
    """A norm that was triggered and binds, with its verdict."""

    position: int
    norm: str
    case_id: str
    trigger_type: str
    trigger_at: datetime
    status: str
    beneath: str | None
    contested: bool
    due_at: datetime | None
    warn_at: datetime | None
    breach_at: datetime | None
    next_check: datetime | None
    done_at: datetime | None


class ApplicationRow(NamedTuple):
    """What the statistics count of a readmission case."""

    case_id: str
    requesting: str | None
    requested: str | None
    procedure: str
    submitted_at: datetime
    decision: str | None
    replied_at: datetime | None
    silent_since: datetime | None
    silence_verified: bool
    withdrawn: bool
    transferred_at: datetime | None


class StatementRow(NamedTuple):
    """A consent by silence."""

    case_id: str
    norm: str
    receipt: int
    since: datetime
    verified: bool
    late_reply_at: datetime | None
    challenged_at: datetime | None
    accepted_at: datetime | None


class GapRow(NamedTuple):
    """A contradiction, or a missing fact."""

    case_id: str
    number: int
    code: str
    positions: tuple[int, ...]


class ParkedRow(NamedTuple):
    """An event that stopped its case."""

    case_id: str
    position: int
    version: int
    reason: str


class EventRow(NamedTuple):
    """What an event can be found by."""

    position: int
    case_id: str
    type: str | None
    source: str | None
    occurred_at: datetime | None
    office: str | None
    correlation: str | None


@dataclass(frozen=True, slots=True)
class CaseRows:
    """All rows of one case, except those of its events."""

    status: CaseStatusRow
    obligations: Sequence[ObligationRow] = ()
    applications: Sequence[ApplicationRow] = ()
    statements: Sequence[StatementRow] = ()
    gaps: Sequence[GapRow] = ()
    parked: Sequence[ParkedRow] = ()


def rows_of(report: Report, parties: Parties | None, subject: CaseSubject = NO_SUBJECT) -> CaseRows:
    """Return the rows of a judged case. Norms that were found not to apply leave no row."""
    obligations = _obligations(report)
    history = report.history
    recorded = history.recorded
    procedure = procedure_of(history).value if report.kind == "readmission" else None
    next_check = report.next_check
    if next_check is not None and next_check <= report.as_of:
        # It should lie ahead; judging again at once would only say the same.
        next_check = report.as_of + _AGAIN
    opened, overdue, deviations, review, contested, undetermined = _counts(obligations)
    status = CaseStatusRow(
        report.case_id,
        report.kind,
        parties.requesting if parties else None,
        parties.requested if parties else None,
        procedure,
        report.status.code,
        report.status.since,
        report.status.final,
        next_check,
        min((row.due_at for row in obligations if row.status == "pending" and row.due_at), default=None),
        None,
        tuple(gap.code for gap in report.gaps),
        opened,
        overdue,
        deviations,
        review,
        contested,
        undetermined,
        history.facts[0].occurred_at if history.facts else None,
        history.facts[-1].occurred_at if history.facts else None,
        len(recorded),
        max((fact.position for fact in recorded), default=0),
        subject.foreign_state,
        subject.category,
        subject.rank,
    )
    return CaseRows(status, obligations, _application(report, status), _statements(report), _gaps(report))


def incomplete_rows(case_id: str, entries: Sequence[Entry], parked: Sequence[ParkedRow]) -> CaseRows:
    """Return the rows of a case that cannot be judged: no verdict of it is shown, old or new."""
    times = [entry.occurred_at for entry in entries if isinstance(entry, Fact)]
    status = CaseStatusRow(
        case_id,
        case_kind(case_id),
        None,
        None,
        None,
        INCOMPLETE,
        None,
        False,
        None,
        None,
        parked[0].reason,
        (),
        *(0,) * 6,
        min(times, default=None),
        max(times, default=None),
        len(entries),
        max((entry.position for entry in entries), default=0),
    )
    return CaseRows(status, parked=parked)


def event_row(entry: Entry) -> EventRow:
    """Return what an event can be found by; of one that cannot be read, only its place."""
    if isinstance(entry, Unreadable):
        return EventRow(entry.position, entry.case_id, None, None, None, None, None)
    return EventRow(
        entry.position,
        entry.case_id,
        entry.data.TYPE,
        entry.source,
        entry.occurred_at,
        entry.office,
        entry.correlation,
    )


def _obligations(report: Report) -> list[ObligationRow]:
    case_id = report.case_id
    rows = []
    for item in report.obligations:
        verdict = item.verdict
        status = verdict.status
        if status is Status.NOT_APPLICABLE:
            continue
        trigger = item.trigger
        window = verdict.window
        if window is None:
            due = warn = breach = None
        else:
            due, warn, breach = window.readings[0].cutoff, window.earliest.cutoff, window.latest.cutoff
        rows.append(
            ObligationRow(
                trigger.position,
                item.norm.provision.id,
                case_id,
                trigger.data.TYPE,
                trigger.occurred_at,
                str(status),
                None if verdict.beneath is None else str(verdict.beneath),
                verdict.contested,
                due,
                warn,
                breach,
                verdict.next_check,
                verdict.done_at,
            )
        )
    return rows


def outstanding(row: ObligationRow) -> bool:
    """Tell whether something with a time limit was not done and is late under every reading."""
    return (
        row.due_at is not None
        and row.done_at is None
        and (
            row.status == Status.BREACHED or (row.status == Status.REVIEW and row.beneath == Status.BREACHED)
        )
    )


def _counts(rows: Sequence[ObligationRow]) -> tuple[int, int, int, int, int, int]:
    opened = overdue = deviations = review = contested = undetermined = 0
    for row in rows:
        status = row.status
        if row.contested:
            contested += 1
        if status == "fulfilled":
            continue
        if status in OPEN:
            opened += 1
        elif status in DEVIATIONS:
            deviations += 1
        elif status == Status.REVIEW:
            review += 1
        elif status == Status.UNDETERMINED:
            undetermined += 1
        if outstanding(row):
            overdue += 1
    return opened, overdue, deviations, review, contested, undetermined


def _application(report: Report, case: CaseStatusRow) -> Sequence[ApplicationRow]:
    if report.kind != "readmission":
        return ()
    history = report.history
    application = history.first(ApplicationSubmitted) or history.first(ApplicationReceived)
    if application is None:
        return ()
    replies = history.all(ReplySent)
    transfer = history.first(TransferCompleted)
    consent = report.consent
    row = ApplicationRow(
        report.case_id,
        case.requesting,
        case.requested,
        case.procedure or "",
        application.occurred_at,
        _decision(replies),
        replies[0].occurred_at if replies else None,
        consent.since if consent else None,
        consent is not None and consent.verified,
        history.has(ApplicationWithdrawn),
        transfer.occurred_at if transfer else None,
    )
    return (row,)


def _decision(replies: Sequence[Fact]) -> str | None:
    if not replies:
        return None
    found = {fact.data.decision for fact in replies if isinstance(fact.data, ReplySent)}
    if len(found) > 1:
        return "contradictory"
    return Decision(found.pop()).value


def _statements(report: Report) -> Sequence[StatementRow]:
    consent = report.consent
    if consent is None:
        return ()
    row = StatementRow(
        report.case_id,
        consent.norm_id,
        consent.receipt.position,
        consent.since,
        consent.verified,
        consent.late_reply.occurred_at if consent.late_reply else None,
        consent.challenged_by.occurred_at if consent.challenged_by else None,
        consent.accepted_by.occurred_at if consent.accepted_by else None,
    )
    return (row,)


def _gaps(report: Report) -> Sequence[GapRow]:
    return tuple(
        GapRow(report.case_id, number, gap.code, tuple(fact.position for fact in gap.facts))
        for number, gap in enumerate(report.gaps)
    )
