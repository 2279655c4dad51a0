"""Days and hours outside the ordinary: days off and holidays from the calendar, night from the provision's data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from domain.events.state_protocol.preparing import DecisionTaken
from domain.events.state_protocol.things import Subject
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.provision import Provision
from domain.law.states import GEORGIA
from domain.law.view import CaseView
from domain.law.zones import TBILISI


@dataclass(frozen=True, slots=True)
class OffHours:
    """What takes an instant out of the ordinary: ``day_off``, ``public_holiday``, ``night``; nothing when empty."""

    grounds: tuple[str, ...]
    #: It rests on a day off about which sources disagree, or only one of the planned and the actual time is off.
    contested: bool


def off_hours(case: CaseView, occasion: Occasion, law: Provision) -> OffHours:
    """Say what takes an arrival or departure out of the ordinary, by its actual and by its planned time.

    The level is prepared by the plan, so an aircraft that is late or early does not take the ground away.
    Raises OutsideCalendar for a year whose days off are not held, Contradicted for two landings.
    """
    instants = dict.fromkeys(item for item in (occasion.start, occasion.planned_start) if item is not None)
    found = [_at(case, at, law) for at in instants]
    grounds = tuple(dict.fromkeys(name for item in found for name in item.grounds))
    settled = any(item.grounds and not item.contested for item in found) and all(
        item.grounds for item in found
    )
    return OffHours(grounds, contested=bool(grounds) and not settled)


def _at(case: CaseView, at: datetime, law: Provision) -> OffHours:
    """Say what takes an instant out of the ordinary, in Tbilisi time.

    Night runs from ``night_from`` to ``night_until`` of the provision's data, the end excluded. Raises
    OutsideCalendar by day for a year whose days off are not held.
    """
    local = at.astimezone(TBILISI)
    night = ("night",) if _at_night(local.time(), law) else ()
    calendar = case.calendars[GEORGIA]
    if not calendar.covers(local.date()) and night:
        return OffHours(night, contested=False)
    off = calendar.reason_off(local.date())
    named = calendar.days_off(local.date())
    grounds = (
        *(("day_off",) if off == "weekend" else ()),
        *(("public_holiday",) if named else ()),
        *night,
    )
    firm = off == "weekend" or any(day.firm for day in named) or bool(night)
    return OffHours(grounds, contested=bool(grounds) and not firm)


def _at_night(clock: time, law: Provision) -> bool:
    begins, ends = (time.fromisoformat(str(law.parameters[name])) for name in ("night_from", "night_until"))
    return clock >= begins or clock < ends if begins > ends else begins <= clock < ends


def decided_for(case: CaseView, occasion: Occasion) -> Sequence[Fact]:
    """Return the decisions that lower the level of an arrival or departure; one without an item is about both.

    The level is decided on before it is applied: a decision taken afterwards covers nothing.
    """
    begun = min((start.occurred_at for start in occasion.starts), default=None)
    return [
        fact
        for fact in case.history.all(DecisionTaken)
        if isinstance(fact.data, DecisionTaken)
        and fact.data.subject is Subject.LOWERED_LEVEL
        and fact.data.activity in (None, Activity.VISIT, occasion.activity)
        and (begun is None or fact.occurred_at <= begun)
    ]
