"""What an officer has to know from the sheet before anything happens: lateness, choices, offices, the night."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from domain.events.state_protocol.preparing import DecisionTaken
from domain.law.book import LawBook
from domain.law.decree_386.forms.attendance import Attends
from domain.law.judge import Report
from domain.law.planning.level import PRINCIPLE, level_warnings
from domain.law.planning.sheet import RunSheetRow, RunSheetWarning, WarningKind
from domain.law.timelimit import Reading
from domain.law.verdict import OPEN, Status, reason
from domain.law.view import CaseView
from domain.offices import standing

#: What a verdict that is still open points out as going wrong: a request, or a plan, for another day.
POINTED_OUT: Final = {
    "request_cannot_be_met": WarningKind.TOO_LATE,
    "request_overdue": WarningKind.TOO_LATE,
    "planned_for_another_day": WarningKind.WRONG_DAY,
}


def warnings_of(
    view: CaseView, report: Report, rows: Sequence[RunSheetRow], law: LawBook
) -> Iterator[RunSheetWarning]:
    """Yield all warnings of a sheet, those of the whole sheet first."""
    for gap in report.gaps:
        yield RunSheetWarning(WarningKind.GAP, gap.why)
    yield from level_warnings(view, law.provision(PRINCIPLE))
    yield from _choices(rows)
    yield from _offices(view, rows)
    for row in rows:
        yield from _lateness(view, row)
        yield from _pointed_out(row)


def _lateness(view: CaseView, row: RunSheetRow) -> Iterator[RunSheetWarning]:
    window, verdict = row.window, row.obligation.verdict
    if window is None or verdict.done_at is not None:
        return
    first, last = _last(window.earliest), _last(window.latest)
    norm = row.provision.id
    if Status.BREACHED in (verdict.status, verdict.beneath):
        why = reason("plan_too_late", last=last, provision=norm)
        yield RunSheetWarning(WarningKind.TOO_LATE, why, norm, (row.key,))
    elif verdict.status in OPEN and window.contested:
        if view.as_of >= window.warn_at:
            kind = WarningKind.LATE_IN_ONE_READING
            why = reason("plan_late_in_one_reading", first=first, last=last, provision=norm)
        else:
            kind = WarningKind.READINGS_DIFFER
            why = reason("plan_readings_differ", first=first, last=last, provision=norm)
        yield RunSheetWarning(kind, why, norm, (row.key,))


def _pointed_out(row: RunSheetRow) -> Iterator[RunSheetWarning]:
    if row.status in OPEN:
        for why in row.obligation.verdict.reasons:
            if why.key in POINTED_OUT:
                yield RunSheetWarning(POINTED_OUT[why.key], why, row.provision.id, (row.key,))


def _last(reading: Reading) -> datetime | date:
    """Return the last moment that is in time, or the last day."""
    return reading.last_moment or reading.last_day


def _choices(rows: Sequence[RunSheetRow]) -> Iterator[RunSheetWarning]:
    """A choice between offices that has to be on record, and any other decision."""
    for row in _once(rows):
        norm = row.provision.id
        record = next((item for item in row.records if item.type == DecisionTaken.TYPE), None)
        if record is None or row.status not in OPEN:
            continue
        if record.options:
            why = reason("plan_choice", offices=record.options, provision=norm)
        else:
            why = reason("plan_decision", provision=norm)
        yield RunSheetWarning(WarningKind.CHOICE, why, norm, (row.key,))


def _offices(view: CaseView, rows: Sequence[RunSheetRow]) -> Iterator[RunSheetWarning]:
    """Offices of which the register holds nothing on the day: who has to come is not known."""
    found: dict[tuple[str, date], list[RunSheetRow]] = {}
    for row in rows:
        duty = row.obligation.norm.check
        if row.status not in OPEN or not isinstance(duty, Attends):
            continue
        day = view.day(row.expected_at or view.as_of)
        for member in duty.members(row.provision):
            if member.mode in ("required", "alternative") and standing(member.office, day) == "none":
                found.setdefault((member.office, day), []).append(row)
    for (office, day), concerned in found.items():
        provisions = tuple(dict.fromkeys(row.provision.id for row in concerned))
        why = reason("plan_office_unregistered", office=office, day=day, provisions=provisions)
        keys = tuple(row.key for row in concerned)
        yield RunSheetWarning(WarningKind.OFFICE_UNREGISTERED, why, provisions[0], keys)


def _once(rows: Sequence[RunSheetRow]) -> Iterator[RunSheetRow]:
    """Yield the first row of each provision."""
    seen: set[str] = set()
    for row in rows:
        if row.provision.id not in seen:
            seen.add(row.provision.id)
            yield row
