"""Warnings from the calendar: days off, holidays and night hours lower the level of a greeting (Art. 2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Final

from domain.events.state_protocol.vocabulary import Activity
from domain.law.calendars import OutsideCalendar
from domain.law.decree_386.occasions import Occasion, programme_of
from domain.law.history import Contradicted
from domain.law.planning.sheet import RunSheetWarning, WarningKind
from domain.law.states import GEORGIA
from domain.law.verdict import reason
from domain.law.view import CaseView

PROVISION: Final = "decree-386/art-2.2"
#: Night hours as note-5 reads them, Tbilisi time.
NIGHT: Final = (time(22), time(6))


def level_warnings(view: CaseView) -> Iterator[RunSheetWarning]:
    """Yield what lowers the level, and the flights whose time is not known yet."""
    if view.history.kind != "visit" or not view.history.facts:
        return
    programme = programme_of(view.history)
    for activity in (Activity.ARRIVAL, Activity.DEPARTURE):
        occasion = programme.sole(activity)
        at = _start(occasion) if occasion is not None else None
        if at is None:
            why = reason("plan_no_time", activity=activity.value)
            yield RunSheetWarning(WarningKind.NO_TIME, why)
        else:
            yield from _lowered(view, activity, at)


def _start(occasion: Occasion) -> datetime | None:
    try:
        return occasion.start
    except Contradicted:
        return occasion.planned_start


def _lowered(view: CaseView, activity: Activity, at: datetime) -> Iterator[RunSheetWarning]:
    clock = at.astimezone(view.zone).time()
    if clock >= NIGHT[0] or clock < NIGHT[1]:
        why = reason("plan_lowered_night", activity=activity.value, at=at)
        yield RunSheetWarning(WarningKind.LOWERED_LEVEL, why, PROVISION)
    day, calendar = view.day(at), view.calendars[GEORGIA]
    try:
        if not calendar.is_working(day):
            why = reason("plan_lowered_day", activity=activity.value, day=day)
            yield RunSheetWarning(WarningKind.LOWERED_LEVEL, why, PROVISION)
    except OutsideCalendar as outside:
        why = reason("plan_calendar_unknown", day=day, first=outside.first, last=outside.last)
        yield RunSheetWarning(WarningKind.CALENDAR_UNKNOWN, why, PROVISION)
