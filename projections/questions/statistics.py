"""The figures of a year: applications and what became of them, and how each time limit was kept.

How it counts (the keys of ``COUNTING`` name the sentences that say so beside the figures):

* A case counts in the year in which its application was submitted, by the calendar of Tbilisi; where the
  submission was not recorded, its receipt stands for it.
* Every application is in exactly one of: agreed, refused, contradictory, withdrawn, pending. A reply decides;
  without one, a withdrawal; without that, silence that verified text makes a consent; else it is pending.
* Consents by silence are counted whether or not a reply came afterwards.
* A limit is counted once it is decided: done, or late under every reading. What a waiver, an excuse or an
  unverified text covers is counted as what lies beneath.
* The time taken runs from the event that started the limit to the act, in days of 24 hours, to one decimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

from psycopg.rows import dict_row, tuple_row

from domain.law.zones import TBILISI
from projections.views import Views

COUNTING: Final = (
    "counted_by_submission",
    "one_outcome_each",
    "silence_counted_beside",
    "limits_counted_when_decided",
    "time_in_days",
)


@dataclass(frozen=True, slots=True)
class ClockFigures:
    """How one time limit was kept."""

    #: Clock of the agreement, such as C4; the id of the provision where it runs none.
    clock: str
    #: Provisions that carry the clock in these cases.
    norms: tuple[str, ...]
    decided: int
    in_time: int
    late: int
    #: Still running.
    open: int
    undetermined: int
    #: Days from the start of the limit to the act, one decimal; None where nothing was done or it counts backwards.
    median_days: Decimal | None
    p90_days: Decimal | None

    @property
    def share_in_time(self) -> Decimal | None:
        """Share of the decided that was in time, from 0 to 1, four decimals."""
        return (Decimal(self.in_time) / self.decided).quantize(Decimal("0.0001")) if self.decided else None


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The figures of one year, of all requesting States or of one."""

    year: int
    requesting_state: str | None
    applications: int
    agreed_by_reply: int
    agreed_by_silence: int
    refused: int
    contradictory: int
    withdrawn: int
    pending: int
    #: Consents by silence that verified text supports, also where a reply came later.
    deemed_consents: int
    transfers: int
    clocks: tuple[ClockFigures, ...]

    @property
    def agreed(self) -> int:
        """By reply or by silence."""
        return self.agreed_by_reply + self.agreed_by_silence


_CASES: Final = """
    SELECT count(*) AS applications,
           count(*) FILTER (WHERE decision = 'accepted') AS agreed_by_reply,
           count(*) FILTER (WHERE decision IS NULL AND NOT withdrawn AND silence_verified) AS agreed_by_silence,
           count(*) FILTER (WHERE decision = 'refused') AS refused,
           count(*) FILTER (WHERE decision = 'contradictory') AS contradictory,
           count(*) FILTER (WHERE decision IS NULL AND withdrawn) AS withdrawn,
           count(*) FILTER (WHERE decision IS NULL AND NOT withdrawn AND NOT silence_verified) AS pending,
           count(*) FILTER (WHERE silence_verified) AS deemed_consents,
           count(transferred_at) AS transfers
    FROM matiane_view.application
    WHERE submitted_at >= %s AND submitted_at < %s AND (%s::text IS NULL OR requesting = %s)
"""

_CLOCKS: Final = """
    WITH limited AS (
        SELECT m.clock, o.norm, coalesce(o.beneath, o.status) AS held, o.done_at - o.trigger_at AS took
        FROM matiane_view.application a
        JOIN matiane_view.obligation o USING (case_id)
        JOIN unnest(%s::text[], %s::text[]) AS m(norm, clock) ON m.norm = o.norm
        WHERE a.submitted_at >= %s AND a.submitted_at < %s AND (%s::text IS NULL OR a.requesting = %s)
    )
    SELECT clock, array_agg(DISTINCT norm ORDER BY norm),
           count(*) FILTER (WHERE held IN ('fulfilled', 'fulfilled_late', 'breached')),
           count(*) FILTER (WHERE held = 'fulfilled'),
           count(*) FILTER (WHERE held IN ('fulfilled_late', 'breached')),
           count(*) FILTER (WHERE held IN ('pending', 'holding')),
           count(*) FILTER (WHERE held = 'undetermined'),
           percentile_cont(0.5) WITHIN GROUP (ORDER BY took) FILTER (WHERE took > interval '0'),
           percentile_cont(0.9) WITHIN GROUP (ORDER BY took) FILTER (WHERE took > interval '0')
    FROM limited GROUP BY clock ORDER BY clock
"""


def statistics(views: Views, now: datetime, year: int, requesting_state: str | None = None) -> YearFigures:
    """Return the figures of a year between 1900 and 2199."""
    views.freshen(now)
    law = views.judging.law
    clocks = {
        norm.id: norm.provision.clock or norm.id
        for norm in law.norm_by_id.values()
        if norm.provision.limit is not None or norm.provision.clock is not None
    }
    first, end = (datetime(day, 1, 1, tzinfo=TBILISI).astimezone(UTC) for day in (year, year + 1))
    span = (first, end, requesting_state, requesting_state)
    with views.connect() as connection:
        with connection.cursor(row_factory=dict_row) as cursor:
            counts = cursor.execute(_CASES, span).fetchall()[0]
        with connection.cursor(row_factory=tuple_row) as cursor:
            found = cursor.execute(_CLOCKS, (list(clocks), list(clocks.values()), *span)).fetchall()
    figures = tuple(sorted(map(_clock, found), key=_natural))
    return YearFigures(year=year, requesting_state=requesting_state, clocks=figures, **counts)


def years(views: Views) -> tuple[int, ...]:
    """Return the years of Tbilisi in which applications were submitted, the latest first."""
    query = (
        "SELECT DISTINCT extract(year FROM submitted_at AT TIME ZONE 'Asia/Tbilisi')::int AS year"
        " FROM matiane_view.application ORDER BY year DESC"
    )
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        return tuple(year for (year,) in cursor.execute(query))


def _clock(found: tuple[Any, ...]) -> ClockFigures:
    clock, norms, decided, in_time, late, still_open, undetermined, median, p90 = found
    return ClockFigures(
        clock, tuple(norms), decided, in_time, late, still_open, undetermined, _days(median), _days(p90)
    )


def _days(span: Any) -> Decimal | None:  # noqa: ANN401  # a timedelta or None
    if span is None:
        return None
    return (Decimal(round(span.total_seconds())) / 86400).quantize(Decimal("0.1"))


def _natural(figures: ClockFigures) -> tuple[bool, int, str]:
    """Clocks by their number, then limits that run no clock."""
    number = figures.clock.removeprefix("C")
    return (not number.isdigit(), int(number) if number.isdigit() else 0, figures.clock)
