"""The programme of a case as its norms see it: each item once, with its plan, its beginning and its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from domain.events import EventData
from domain.events.state_protocol.programme import (
    ActivityEnded,
    ActivityStarted,
    AircraftDeparted,
    AircraftLanded,
    ProgrammeItemCancelled,
    ProgrammeItemScheduled,
)
from domain.events.state_protocol.registering import (
    CaseCancelled,
    CeremonyRegistered,
    CredentialsRegistered,
    OutgoingVisitRegistered,
    ReceptionRegistered,
    VisitRegistered,
)
from domain.events.state_protocol.vocabulary import Activity, CeremonyForm
from domain.facts import Fact
from domain.kernel import PersonId
from domain.law.history import Contradicted, History, once

Key = tuple[Activity, str]

#: What opens a case stands for the item that the case is about, before any plan.
REGISTERED: Final = (
    VisitRegistered,
    OutgoingVisitRegistered,
    ReceptionRegistered,
    CredentialsRegistered,
    CeremonyRegistered,
)
#: Facts that begin an item, plan it, or stand for it.
OPENING: Final = (*REGISTERED, ProgrammeItemScheduled, ActivityStarted, AircraftLanded, AircraftDeparted)
#: The main item of a case, by its kind; of a ceremony's, by its form.
_ABOUT: Final = {
    "visit": Activity.VISIT,
    "outgoing": Activity.VISIT,
    "reception": Activity.AUDIENCE,
    "credentials": Activity.CREDENTIALS,
}
_CEREMONIES: Final = {
    CeremonyForm.WREATH_LAYING: Activity.WREATH_LAYING,
    CeremonyForm.HONORARY_CITIZENSHIP: Activity.HONORARY_CITIZENSHIP,
    CeremonyForm.STATE_AWARD: Activity.STATE_AWARD,
    CeremonyForm.INAUGURATION: Activity.INAUGURATION,
    CeremonyForm.INDEPENDENCE_DAY: Activity.INDEPENDENCE_DAY,
}


@dataclass(slots=True, eq=False)
class Occasion:
    """One item of the programme. ``trigger`` is the first fact about it; it gives the obligations their identity."""

    activity: Activity
    item: str
    trigger: Fact
    scheduled: Fact | None = None
    starts: list[Fact] = field(default_factory=list)
    ended: Fact | None = None
    cancelled: Fact | None = None
    #: The fact with which the whole case ended.
    closed: Fact | None = None
    #: The person whom it is about, where the text speaks of each of several in one item (ambassadors).
    about: PersonId | None = None

    def concerns(self, data: EventData) -> bool:
        """Tell whether a fact speaks of the person whom this is about; one that names nobody speaks of all."""
        if self.about is None:
            return True
        named = getattr(data, "ambassador", None)
        return named is None or named == self.about

    @property
    def started(self) -> Fact | None:
        """The fact with which it began; raises Contradicted where several claim to be it."""
        if len(self.starts) > 1:
            raise Contradicted(self.starts)
        return self.starts[0] if self.starts else None

    @property
    def over(self) -> Fact | None:
        """The fact after which nothing more can be done in it: its end, or that of the case."""
        return self.ended or self.closed

    @property
    def planned_start(self) -> datetime | None:
        """When it is, or was, to begin."""
        if self.scheduled is None:
            return None
        assert isinstance(self.scheduled.data, ProgrammeItemScheduled)
        return self.scheduled.data.starts_at

    @property
    def planned_end(self) -> datetime | None:
        """When it is, or was, to end."""
        if self.scheduled is None:
            return None
        assert isinstance(self.scheduled.data, ProgrammeItemScheduled)
        return self.scheduled.data.ends_at

    @property
    def start(self) -> datetime | None:
        """When it began; failing that, when it is to begin."""
        return self.started.occurred_at if self.started else self.planned_start


@dataclass(frozen=True, slots=True)
class Programme:
    """All items of a case, in the order in which they were first heard of."""

    #: The item that the case is about; None where nothing tells.
    main: Occasion | None
    by_activity: Mapping[Activity, Sequence[Occasion]]
    by_trigger: Mapping[tuple[int, Activity], Occasion]

    def of(self, activity: Activity) -> Sequence[Occasion]:
        """Return the items of an activity."""
        return self.by_activity.get(activity, ())

    def sole(self, activity: Activity) -> Occasion | None:
        """Return the first item of an activity, or None."""
        found = self.by_activity.get(activity)
        return found[0] if found else None


def main_activity(fact: Fact) -> Activity:
    """Return the item that a case is about, from the fact that opened it."""
    data = fact.data
    if isinstance(data, CeremonyRegistered):
        return _CEREMONIES[data.form]
    if isinstance(data, ReceptionRegistered):
        return Activity.AUDIENCE
    if isinstance(data, CredentialsRegistered):
        return Activity.CREDENTIALS
    return Activity.VISIT


@once
def programme_of(history: History) -> Programme:
    """Return the programme that the facts of a case make up."""
    items: dict[Key, Occasion] = {}
    opened = history.first(*REGISTERED)
    if opened is not None:
        activity = main_activity(opened)
        items[activity, ""] = Occasion(activity, "", opened)
    # What stands for an item is told by the order of recording, so that a late record changes no identity;
    # which plan is the latest is told by the order of the world.
    first: dict[Key, Fact] = {}
    for opening in sorted(history.of(OPENING), key=lambda fact: fact.position):
        if (key := _key(opening)) is not None:
            first.setdefault(key, opening)
    for opening in history.of(OPENING):
        if (key := _key(opening)) is not None:
            _open(items.setdefault(key, Occasion(*key, first[key])), opening)
    for fact in history.all(ProgrammeItemCancelled, ActivityEnded, CaseCancelled):
        _close(items, fact)
    main = _main(items, history)
    _close_case(items, history, main)
    by_activity: dict[Activity, list[Occasion]] = {}
    for occasion in items.values():
        by_activity.setdefault(occasion.activity, []).append(occasion)
    by_trigger = {(item.trigger.position, item.activity): item for item in items.values()}
    return Programme(main, by_activity, by_trigger)


def _main(items: Mapping[Key, Occasion], history: History) -> Occasion | None:
    """Return the item that the case is about; failing a registration, the one that its kind or its plan tells."""
    opened = history.first(*REGISTERED)
    if opened is not None:
        return items[main_activity(opened), ""]
    if history.kind in _ABOUT:
        return items.get((_ABOUT[history.kind], ""))
    return next((item for item in items.values() if item.activity in _CEREMONIES.values()), None)


def _key(fact: Fact) -> Key | None:
    data = fact.data
    if isinstance(data, AircraftLanded):
        return (Activity.ARRIVAL, "")
    if isinstance(data, AircraftDeparted):
        return (Activity.DEPARTURE, "")
    if isinstance(data, ProgrammeItemScheduled | ActivityStarted | ProgrammeItemCancelled | ActivityEnded):
        return (data.activity, "" if data.item in (None, data.activity.value) else data.item)
    return None


def _open(occasion: Occasion, fact: Fact) -> None:
    if isinstance(fact.data, ProgrammeItemScheduled):
        occasion.scheduled = fact
        occasion.cancelled = None
    elif isinstance(fact.data, AircraftLanded | AircraftDeparted):
        # A ceremony may begin before the take-off; the aircraft's own time is what limits run to.
        occasion.starts = [
            *(item for item in occasion.starts if not isinstance(item.data, ActivityStarted)),
            fact,
        ]
    elif not any(isinstance(item.data, AircraftLanded | AircraftDeparted) for item in occasion.starts):
        occasion.starts.append(fact)


def _close(items: dict[Key, Occasion], fact: Fact) -> None:
    if isinstance(fact.data, CaseCancelled):
        for occasion in items.values():
            occasion.cancelled = occasion.cancelled or fact
        return
    key = _key(fact)
    if key is None or (found := items.get(key)) is None:
        return
    if isinstance(fact.data, ActivityEnded):
        found.ended = fact
    elif found.scheduled is None or _moment(found.scheduled) < _moment(fact):
        found.cancelled = fact


def _moment(fact: Fact) -> tuple[datetime, int]:
    return fact.occurred_at, fact.position


def _close_case(items: Mapping[Key, Occasion], history: History, main: Occasion | None) -> None:
    """A visit to Georgia ends with the departure; everything else with the end of the item that it is about.

    The President's own visit begins with a departure.
    """
    if history.kind == "visit":
        departure = items.get((Activity.DEPARTURE, ""))
        visit = items.get((Activity.VISIT, ""))
        closed = (visit.ended if visit else None) or _last_start(departure, items.get((Activity.ARRIVAL, "")))
        if departure is not None and visit is not None and visit.ended is None:
            visit.ended = departure.ended or closed
    else:
        closed = main.ended if main else None
    for occasion in items.values():
        occasion.closed = closed


def _last_start(occasion: Occasion | None, arrival: Occasion | None) -> Fact | None:
    """Return the fact with which the guest left; a take-off before the landing is none."""
    if occasion is None or not occasion.starts:
        return None
    last = occasion.starts[-1]
    if arrival is not None and any(_moment(landed) > _moment(last) for landed in arrival.starts):
        return None
    return last if isinstance(last.data, AircraftDeparted) else occasion.ended
