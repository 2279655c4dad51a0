"""Warnings from the calendar: days off, holidays and night hours lower the level of a greeting (Art. 2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from domain.events.state_protocol.vocabulary import Activity
from domain.law.calendars import OutsideCalendar
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.hours import off_hours
from domain.law.history import Contradicted
from domain.law.planning.sheet import RunSheetWarning, WarningKind
from domain.law.provision import Provision
from domain.law.verdict import reason
from domain.law.view import CaseView

PRINCIPLE: Final = "decree-386/art-2.2"


def level_warnings(view: CaseView, principle: Provision) -> Iterator[RunSheetWarning]:
    """Yield what lowers the level by Art. 2, ``principle``, and the flights whose time is not known yet."""
    if view.history.kind != "visit" or not view.history.facts:
        return
    programme = programme_of(view.history)
    for activity in (Activity.ARRIVAL, Activity.DEPARTURE):
        occasion = programme.sole(activity)
        at = _start(occasion) if occasion is not None else None
        if occasion is None or at is None:
            yield RunSheetWarning(WarningKind.NO_TIME, reason("plan_no_time", activity=activity.value))
        else:
            yield from _lowered(view, occasion, at, principle)


def _start(occasion: Occasion) -> datetime | None:
    try:
        return occasion.start
    except Contradicted:
        return occasion.planned_start


def _lowered(
    view: CaseView, occasion: Occasion, at: datetime, principle: Provision
) -> Iterator[RunSheetWarning]:
    activity, day = occasion.activity.value, view.day(at)
    try:
        grounds = off_hours(view, occasion, principle).grounds
    except OutsideCalendar as outside:
        why = reason("plan_calendar_unknown", day=day, first=outside.first, last=outside.last)
        yield RunSheetWarning(WarningKind.CALENDAR_UNKNOWN, why, principle.id)
        return
    except Contradicted:
        return  # the sheet says so among its gaps
    if "night" in grounds:
        why = reason("plan_lowered_night", activity=activity, at=at)
        yield RunSheetWarning(WarningKind.LOWERED_LEVEL, why, principle.id)
    if {"day_off", "public_holiday"} & set(grounds):
        why = reason("plan_lowered_day", activity=activity, day=day)
        yield RunSheetWarning(WarningKind.LOWERED_LEVEL, why, principle.id)
