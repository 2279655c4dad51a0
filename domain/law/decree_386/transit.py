"""What decides whether further duties of a transit visit arise: a stop in another city, time for a dinner."""

from __future__ import annotations

from domain.events.state_protocol.places import Place
from domain.events.state_protocol.programme import AircraftDeparted, AircraftLanded, ProgrammeItemScheduled
from domain.events.state_protocol.things import Need
from domain.events.state_protocol.vocabulary import Activity
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.staying import need_arose
from domain.law.view import CaseView


def stops_elsewhere(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether the guest stops outside Tbilisi: as recorded for the visit, or by the place of the item."""
    return need_arose(Need.STOP_OUTSIDE_TBILISI)(case, occasion) or _place(occasion) not in (
        None,
        Place.AIRPORT,
    )


def _place(occasion: Occasion) -> Place | None:
    last = occasion.starts[-1] if occasion.starts else occasion.scheduled
    data = last.data if last is not None else None
    if isinstance(data, AircraftLanded | AircraftDeparted):
        return data.airport
    return data.place if isinstance(data, ProgrammeItemScheduled) else None


def time_for_dinner(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether there is time for an unofficial dinner: as recorded, or because one is in the programme."""
    planned = programme_of(case.history).sole(Activity.DINNER)
    return need_arose(Need.TIME_FOR_DINNER)(case, occasion) or (
        planned is not None and planned.cancelled is None
    )
