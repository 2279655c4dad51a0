"""The list of duties that were triggered; of it, what is due when, and what deviates."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Literal, LiteralString

from psycopg import sql
from psycopg.rows import tuple_row

from domain.law.book import LawBook
from domain.law.judge import severity_of
from domain.law.norm import Norm
from domain.law.provision import Provision
from domain.law.verdict import DEVIATIONS, Severity, Status
from projections.questions.page import Conditions, Page, clamp, cursor_of, keys_of, split
from projections.rows import ObligationRow, outstanding
from projections.tables import OBLIGATION
from projections.views import Views

#: Orders of a list: as in the log; by due instant, the next one first; by when it counts, the latest first.
Order = Literal["log", "due", "latest"]
_LATE: Final = "(o.status = 'breached' OR (o.status = 'review' AND o.beneath = 'breached'))"


@dataclass(frozen=True, slots=True)
class ObligationFilter:
    """Which obligations to list; what is None or False asks for nothing."""

    case_id: str | None = None
    status: tuple[Status, ...] = ()
    #: Id of a provision.
    norm: str | None = None
    #: A clock of the agreement, such as C4, whichever provision carries it.
    clock: str | None = None
    instrument: str | None = None
    #: One of the two States of the case.
    state: str | None = None
    severity: Severity | None = None
    #: Due at or after, and before.
    due_from: datetime | None = None
    due_before: datetime | None = None
    #: With a time limit, and not done: still open, or late.
    outstanding: bool = False
    #: Not done, and late under every reading.
    overdue: bool = False
    contested: bool = False

    def norms(self, law: LawBook) -> list[str]:
        """Return the norms asked for.

        Rows of norms that this release does not know were left by another one; a rebuild removes them.
        """
        return [norm.id for norm in law.norm_by_id.values() if self._asks_for(norm)]

    def _asks_for(self, norm: Norm) -> bool:
        provision = norm.provision
        return (
            self.norm in (None, norm.id)
            and self.clock in (None, provision.clock)
            and self.instrument in (None, provision.instrument)
            and self.severity in (None, severity_of(provision))
        )

    def holds(self, row: ObligationRow, norms: Container[str], states: tuple[str | None, ...]) -> bool:
        """Tell whether an obligation is asked for; ``norms`` are those asked for, ``states`` those of its case."""
        late = outstanding(row)
        return (
            self.case_id in (None, row.case_id)
            and (not self.status or row.status in self.status)
            and row.norm in norms
            and (self.state is None or self.state in states)
            and (self.due_from is None or (row.due_at is not None and row.due_at >= self.due_from))
            and (self.due_before is None or (row.due_at is not None and row.due_at < self.due_before))
            and not (
                self.outstanding and not (late or (row.status == Status.PENDING and row.due_at is not None))
            )
            and not (self.overdue and not late)
            and not (self.contested and not row.contested)
        )


@dataclass(frozen=True, slots=True)
class ObligationSummary:
    """An obligation in a list; judge its case for the explanation."""

    row: ObligationRow
    provision: Provision
    requesting: str | None
    requested: str | None
    #: The State whose guest comes, in a case of state protocol.
    foreign_state: str | None = None
    #: The verdict waits to be judged again: an instant has passed.
    stale: bool = False

    @property
    def id(self) -> str:
        """Stable id: position of the trigger, and norm."""
        return f"{self.row.position}:{self.row.norm}"

    @property
    def status(self) -> Status:
        """The verdict."""
        return Status(self.row.status)

    @property
    def is_deviation(self) -> bool:
        """Breached, or fulfilled late."""
        return self.status in DEVIATIONS

    @property
    def is_overdue(self) -> bool:
        """Not done, and late under every reading."""
        return outstanding(self.row)

    @property
    def severity(self) -> Severity:
        """How heavy a deviation from this norm weighs."""
        return severity_of(self.provision)


_COLUMNS: Final = sql.SQL(", ").join(sql.Identifier("o", name) for name in OBLIGATION.columns)
_SELECT: Final = sql.SQL(
    "SELECT {}, c.requesting, c.requested, c.foreign_state, coalesce(c.next_check <= %s, false)"
    " FROM matiane_view.obligation o JOIN matiane_view.case_status c USING (case_id)"
).format(_COLUMNS)
_ORDERS: Final[dict[Order, LiteralString]] = {
    "log": 'o."position", o.norm',
    "due": 'o.due_at, o."position", o.norm',
    "latest": 'coalesce(o.due_at, o.trigger_at) DESC, o."position" DESC, o.norm DESC',
}
_AFTER: Final[dict[Order, LiteralString]] = {
    "log": '(o."position", o.norm) > (%s, %s)',
    "due": '(o.due_at, o."position", o.norm) > (%s, %s, %s)',
    "latest": '(coalesce(o.due_at, o.trigger_at), o."position", o.norm) < (%s, %s, %s)',
}


def obligations(
    views: Views,
    now: datetime,
    wanted: ObligationFilter | None = None,
    after: str | None = None,
    limit: int = 100,
    *,
    order: Order = "log",
) -> Page[ObligationSummary]:
    """Return obligations. In the order "due" only those with a time limit. Raises BadCursor and Unavailable."""
    limit = clamp(limit)
    law = views.judging.law
    where = _conditions(wanted or ObligationFilter(), law)
    if order == "due":
        where.add("o.due_at IS NOT NULL")
    if after is not None:
        kinds = (int, str) if order == "log" else (datetime, int, str)
        where.add(_AFTER[order], *keys_of(after, *kinds))
    stale = views.freshen(now)
    query = _SELECT + where.clause() + sql.SQL(" ORDER BY ") + sql.SQL(_ORDERS[order]) + sql.SQL(" LIMIT %s")
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        found = cursor.execute(query, [now, *where.values, limit + 1]).fetchall()
    rows, more = split([_summary(row, law) for row in found], limit)
    return Page(rows, _cursor(rows[-1].row, order) if more else None, stale)


def due(
    views: Views,
    now: datetime,
    wanted: ObligationFilter | None = None,
    after: str | None = None,
    limit: int = 100,
) -> Page[ObligationSummary]:
    """Return what has a time limit and is not done, the next one first; what is late stands at the head."""
    wanted = replace(wanted or ObligationFilter(), outstanding=True)
    return obligations(views, now, wanted, after, limit, order="due")


def deviations(
    views: Views,
    now: datetime,
    wanted: ObligationFilter | None = None,
    after: str | None = None,
    limit: int = 100,
    *,
    with_review: bool = False,
) -> Page[ObligationSummary]:
    """Return what was breached or fulfilled late, the latest first; with the reviews if asked for."""
    wanted = wanted or ObligationFilter()
    statuses = tuple(sorted({*DEVIATIONS, Status.REVIEW} if with_review else DEVIATIONS))
    chosen = tuple(status for status in statuses if not wanted.status or status in wanted.status)
    if not chosen:
        return Page((), None)
    return obligations(views, now, replace(wanted, status=chosen), after, limit, order="latest")


def verdicts(views: Views, now: datetime, norm_id: str) -> dict[Status, int]:
    """Return how often each verdict stands for a norm."""
    views.freshen(now)
    query = "SELECT status, count(*) FROM matiane_view.obligation WHERE norm = %s GROUP BY status"
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        return {Status(status): count for status, count in cursor.execute(query, (norm_id,))}


def _summary(found: tuple[Any, ...], law: LawBook) -> ObligationSummary:
    *columns, requesting, requested, foreign_state, stale = found
    row = ObligationRow(*columns)
    return ObligationSummary(row, law.provisions[row.norm], requesting, requested, foreign_state, stale)


def _cursor(row: ObligationRow, order: Order) -> str:
    if order == "log":
        return cursor_of(row.position, row.norm)
    return cursor_of(row.due_at or row.trigger_at, row.position, row.norm)


def _conditions(wanted: ObligationFilter, law: LawBook) -> Conditions:
    where = Conditions()
    where.add("o.norm = ANY(%s)", wanted.norms(law))
    where.given("o.case_id = %s", wanted.case_id)
    if wanted.status:
        where.add("o.status = ANY(%s)", [status.value for status in wanted.status])
        if set(wanted.status) <= {*DEVIATIONS, Status.REVIEW}:
            where.add(
                "o.status IN ('breached', 'fulfilled_late', 'review')"
            )  # tells the planner which index fits
    where.given("%s IN (c.requesting, c.requested, c.foreign_state)", wanted.state)
    where.given("o.due_at >= %s", wanted.due_from)
    where.given("o.due_at < %s", wanted.due_before)
    if wanted.outstanding:
        where.add("o.due_at IS NOT NULL AND o.done_at IS NULL AND (o.status = 'pending' OR " + _LATE + ")")
    if wanted.overdue:
        where.add("o.due_at IS NOT NULL AND o.done_at IS NULL AND " + _LATE)
    if wanted.contested:
        where.add("o.contested")
    return where
