"""Decree, Art. 2: arrivals and departures on days off, holidays and at night lower the level of greeting."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.calendars import OutsideCalendar
from domain.law.decree_386.forms.duties import Duty
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.hours import decided_for, off_hours
from domain.law.history import Contradicted
from domain.law.norm import Norm
from domain.law.provision import Provision
from domain.law.templates import unknown_days
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

#: Where greetings and farewells are ruled on: Arts. 3(1), 3(2) and 4 to 18.
_CEREMONIAL: Final = re.compile(r"decree-386/art-(3/[12]/|([4-9]|1[0-8])(/|\.|$))")


def excused_by_lowering(case: CaseView, norm: Norm, trigger: Fact, verdict: Verdict) -> Verdict:
    """Cover a deviation from the greeting or farewell where a lowered level was decided and recorded (note-5).

    A decision without a day off, a holiday or night excuses nothing. Outside the calendar nobody can tell.
    """
    occasion = _ceremony(case, norm, trigger)
    if occasion is None or not (decided := decided_for(case, occasion)):
        return verdict
    try:
        found = off_hours(case, occasion, _principle())
    except Contradicted:
        return verdict
    except OutsideCalendar as unknown:
        return verdict.under(Status.UNDETERMINED, unknown_days(unknown), evidence=(decided[0],))
    if not found.grounds:
        return verdict
    why = reason("level_lowered", grounds=found.grounds)
    covered = verdict.under(Status.EXCUSED, why, evidence=(decided[0],))
    return replace(covered, contested=verdict.contested or found.contested)


def _ceremony(case: CaseView, norm: Norm, trigger: Fact) -> Occasion | None:
    """Return the arrival or departure to which a norm on greeting or farewell speaks."""
    if not isinstance(norm.check, Duty) or not _CEREMONIAL.match(norm.id):
        return None
    occasion = norm.check.occasion(case, trigger)
    if occasion is None or occasion.activity not in (Activity.ARRIVAL, Activity.DEPARTURE):
        return None
    return occasion


@cache
def _principle() -> Provision:
    # The pack is built with this module in hand.
    from domain.law.decree_386.forms.catalogue import duties  # noqa: PLC0415

    return next(item.provision for item in duties() if item.provision.id == "decree-386/art-2.2")
