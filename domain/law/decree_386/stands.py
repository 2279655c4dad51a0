"""One and the same predetermined stand at arrival and departure (Art. 25(3)(b), note-2)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from domain.events.state_protocol.preparing import StandAssigned
from domain.events.state_protocol.programme import AircraftLanded, AircraftParked
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView


def one_stand(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """Judge the stands: assigned before the landing, and the same wherever the aircraft stood."""
    landed = case.history.first(AircraftLanded)
    assigned = _assigned(case, landed)
    parked = {activity: _parked(case, activity) for activity in (Activity.ARRIVAL, Activity.DEPARTURE)}
    stood = [fact for fact in parked.values() if fact is not None]
    known = {_stand(fact) for fact in (assigned, *stood) if fact is not None}
    if len(known) > 1:
        return breached(
            *stood,
            why=reason(
                "stands_differ",
                assigned=_stand(assigned),
                arrival=_stand(parked[Activity.ARRIVAL]),
                departure=_stand(parked[Activity.DEPARTURE]),
            ),
        )
    if omission(case, occasion, law) is not None or occasion.cancelled is not None:
        return unmet(case, occasion, law, StandAssigned)
    if assigned is None and landed is not None:
        return breached(landed, why=reason("stand_not_predetermined"))
    if len(stood) < len(parked) or assigned is None:
        return _open(case, occasion, law, assigned)
    return fulfilled(assigned, *stood)


def _open(case: CaseView, occasion: Occasion, law: Provision, assigned: Fact | None) -> Verdict:
    awaits = StandAssigned if assigned is None else AircraftParked
    return unmet(case, occasion, law, awaits)


def _assigned(case: CaseView, landed: Fact | None) -> Fact | None:
    """Return the last assignment before the landing; a later one determines nothing in advance."""
    found = [
        fact
        for fact in case.history.all(StandAssigned)
        if landed is None or fact.occurred_at < landed.occurred_at
    ]
    return found[-1] if found else None


def _parked(case: CaseView, activity: Activity) -> Fact | None:
    found = [
        fact
        for fact in case.history.all(AircraftParked)
        if isinstance(fact.data, AircraftParked) and fact.data.activity is activity
    ]
    return found[-1] if found else None


def _stand(fact: Fact | None) -> int | None:
    data = fact.data if fact is not None else None
    return data.stand if isinstance(data, StandAssigned | AircraftParked) else None


#: The stand that Art. 3(1)(c) names for the aircraft: offered where none was planned for the visit (note-2).
_STAND_OF_TEXT: Final = 3


def not_assigned(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether a stand can still be determined in advance, and is not."""
    landed = case.history.first(AircraftLanded)
    return landed is None and _assigned(case, landed) is None


def stand_due(case: CaseView, _occasion: Occasion, _law: Provision) -> datetime | None:
    """Return before when the stand has to be determined; then when the aircraft comes to stand on it."""
    programme = programme_of(case.history)
    arrival, departure = programme.sole(Activity.ARRIVAL), programme.sole(Activity.DEPARTURE)
    item = arrival if _parked(case, Activity.ARRIVAL) is None else departure
    return item.start if item is not None else None


def stand_taps(case: CaseView, occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    """Return what to record next: the stand is assigned, and that of the arrival is kept for the departure."""
    assigned = _assigned(case, case.history.first(AircraftLanded))
    if assigned is None:
        stand = {"activity": Activity.ARRIVAL.value, "stand": _STAND_OF_TEXT}
        return (Tap(StandAssigned.TYPE, stand),) if not_assigned(case, occasion) else ()
    return tuple(
        Tap(AircraftParked.TYPE, {"activity": activity.value, "stand": _stand(assigned)})
        for activity in (Activity.ARRIVAL, Activity.DEPARTURE)
        if _parked(case, activity) is None
    )[:1]
