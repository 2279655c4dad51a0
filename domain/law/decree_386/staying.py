"""What Art. 25 asks of a visit as a whole: when it begins, whether the press comes, whether guests stay overnight."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from domain.events.state_protocol.conduct import PersonsArrived, ThingPlaced
from domain.events.state_protocol.preparing import GuestsLodged, NeedRecorded, NoticeGiven, ServiceProvided
from domain.events.state_protocol.things import Need, Service, Subject, Thing
from domain.events.state_protocol.vocabulary import Activity, VisitCategory
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.visits import Condition, visit_of
from domain.law.decree_386.matrix import Asking, Cell, Column, matrix
from domain.law.view import CaseView

PRESS: Final = frozenset({"journalist", "press-representative"})
_PRESS_SERVICES: Final = frozenset(
    {
        Service.PRESS_ACCREDITATION,
        Service.PRESS_ADMISSION,
        Service.PRESS_POSITION,
        Service.PRESS_BRIEFING,
        Service.DUTY_PRESS,
    }
)


def begun(case: CaseView, _occasion: Occasion) -> datetime | None:
    """Return when the visit began: with the guest's arrival, or with the first thing recorded as begun."""
    starts = [item.start for item in _beginnings(case) if item.starts and item.start is not None]
    if starts:
        return min(starts)
    over = programme_of(case.history).sole(Activity.VISIT)
    return planned(case, _occasion) if over is not None and over.over is not None else None


def planned(case: CaseView, _occasion: Occasion) -> datetime | None:
    """Return when the visit is, or was, to begin."""
    return min((item.planned_start for item in _beginnings(case) if item.planned_start), default=None)


def _beginnings(case: CaseView) -> list[Occasion]:
    programme = programme_of(case.history)
    return [*programme.of(Activity.VISIT), *programme.of(Activity.ARRIVAL)]


def of_category(*categories: VisitCategory) -> Condition:
    """Return the condition that the visit is of one of these categories."""

    def holds(case: CaseView, _occasion: Occasion) -> bool:
        visit = visit_of(case)
        return visit is not None and visit.category in categories

    return holds


#: There is protocol at all: transit and unofficial visits have no protocol events.
with_protocol: Final = of_category(VisitCategory.STATE, VisitCategory.OFFICIAL, VisitCategory.WORKING)


def cell(case: CaseView, column: Column) -> Cell | None:
    """Return what the article of the guest's rank asks for in a column of the table."""
    visit = visit_of(case)
    return matrix().of(visit.category, visit.rank).cells[column] if visit is not None else None


def asked(column: Column) -> Condition:
    """Return the condition that the article of the rank asks for it: Art. 25 says only who executes (note-17)."""

    def holds(case: CaseView, _occasion: Occasion) -> bool:
        found = cell(case, column)
        return found is not None and found.asks is Asking.REQUIRED

    return holds


def stays(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the guest stays in Georgia: passing through, only where rooms were given."""
    visit = visit_of(case)
    return visit is not None and (
        visit.category is not VisitCategory.TRANSIT or case.history.first(GuestsLodged) is not None
    )


def press_comes(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether the press works at the visit: where there is protocol, else only where it is on record."""
    return with_protocol(case, occasion) or any(
        _of_press(fact)
        for fact in case.history.all(ServiceProvided, NoticeGiven, PersonsArrived, ThingPlaced)
    )


def _of_press(fact: Fact) -> bool:
    data = fact.data
    if isinstance(data, ServiceProvided):
        return data.service in _PRESS_SERVICES
    if isinstance(data, NoticeGiven):
        return data.subject is Subject.PRESS_CONDITIONS
    if isinstance(data, PersonsArrived):
        return bool(PRESS & set(data.who))
    return isinstance(data, ThingPlaced) and data.thing in (Thing.ROPE, Thing.EQUIPMENT)


def need_arose(need: Need) -> Condition:
    """Return the condition that a need was recorded anywhere in the case."""

    def recorded(case: CaseView, _occasion: Occasion) -> bool:
        return any(
            isinstance(fact.data, NeedRecorded) and fact.data.need is need
            for fact in case.history.all(NeedRecorded)
        )

    return recorded


def with_embassy(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether an embassy of the guest's country is there to agree with."""
    visit = visit_of(case)
    return visit is not None and visit.embassy_in_georgia
