"""An officer who records every row of a run-sheet by its tap, at the row's own time, and nothing besides.

Only what no row offers is told as well: that the aircraft lands and departs on plan, and that items end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, get_origin

from domain.events import CATALOGUE
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.calendars import load_calendars
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.history import History
from domain.law.judge import judge
from domain.law.library import load_law
from domain.law.planning import RecordTemplate, RunSheet, RunSheetRow, SheetPart, run_sheet
from domain.law.planning.facts import plan_case, planned_facts
from domain.law.verdict import Status
from tests.law.planning.plans import read

MINUTE = timedelta(minutes=1)
#: How long before its time a row is recorded that the law wants in advance.
AHEAD = timedelta(hours=12)
#: How long before an aircraft lands or departs the officer looks at the sheet for the last time.
LAST_LOOK = timedelta(minutes=20)
FLIGHTS = {Activity.ARRIVAL: "AircraftLanded", Activity.DEPARTURE: "AircraftDeparted"}
#: Such rows offer nothing more.
SETTLED = {Status.FULFILLED, Status.FULFILLED_LATE, Status.DISCHARGED, Status.WAIVED, Status.EXCUSED}
#: Members that an officer adds by a choice on the sheet.
NAMED = {"by", "to", "who", "chosen"}
#: Under whose name an officer records, and whom he names, where the text names nobody.
USUAL = "ge-state-protocol-service"


class Officer:
    """Records what rows offer in the case that a plan becomes."""

    def __init__(self, plan: dict[str, Any], registered: str, exits: int | None = None) -> None:
        request = read(plan)
        self.case_id = plan_case(request)
        self.registered = datetime.fromisoformat(registered)
        self.facts = list(planned_facts(request, self.registered))
        self.exits = exits
        #: What was recorded from each row.
        self.tapped: dict[str, list[RecordTemplate]] = {}

    def record(self, at: datetime, type_name: str, **data: Any) -> None:
        """Record one event as having happened at a moment."""
        number = len(self.facts) + 1
        fact = Fact(
            case_id=self.case_id,
            version=number,
            position=number,
            source="/officer",
            event_id=str(number),
            occurred_at=at,
            recorded_at=at,
            data=CATALOGUE[type_name].model_validate(data),
        )
        self.facts.append(fact)

    def sheet(self, as_of: datetime) -> RunSheet:
        """Draw up the sheet as of a moment."""
        history = History(self.case_id, self.facts, as_of=as_of)
        law, calendars = load_law(), load_calendars()
        return run_sheet(judge(history, law, calendars, as_of), law, calendars)

    def work(self) -> RunSheet:
        """Tap every row at its time, look at the sheet anew as items begin, and return it after everything."""
        items = [item for item in self._items() if item.planned_start is not None]
        starts = sorted({item.planned_start for item in items if item.activity in FLIGHTS or len(items) == 1})
        since = self.registered
        for start in starts:
            self._tap_until(since, start - LAST_LOOK)
            self._tap_until(start - LAST_LOOK, start)
            self._fly(items, start)
            since = start
        self._tap_until(since, None)
        self._end(items)
        self._tap_until(self._last(), None)
        return self.sheet(self._last() + timedelta(days=7))

    def _last(self) -> datetime:
        return max(fact.occurred_at for fact in self.facts)

    def _items(self) -> Sequence[Occasion]:
        history = History(self.case_id, self.facts, as_of=self.registered)
        return [item for several in programme_of(history).by_activity.values() for item in several]

    def _fly(self, items: Sequence[Occasion], at: datetime) -> None:
        for item in items:
            if item.planned_start == at and item.activity in FLIGHTS:
                doors = {"exits": self.exits} if item.activity is Activity.ARRIVAL else {}
                self.record(at, FLIGHTS[item.activity], **doors)

    def _end(self, items: Sequence[Occasion]) -> None:
        for item in items:
            about = [fact for fact in self.facts if getattr(fact.data, "activity", None) is item.activity]
            last = max(fact.occurred_at for fact in about)
            key = {"item": item.item} if item.item else {}
            end = max(item.planned_end or last, last if item.activity in FLIGHTS else item.planned_start)
            self.record(end, "ActivityEnded", activity=item.activity.value, **key)

    def _tap_until(self, since: datetime, until: datetime | None) -> None:
        """Tap the rows of the sheet of a moment whose time comes before another."""
        clock: dict[datetime, int] = {}
        for row in self.sheet(since).rows:
            at = self._time(row, until)
            if at is None or (until is not None and at >= until):
                continue
            offered = list(self._offered(row))
            if offered and row.window is None:
                clock[at] = clock.get(at, -1) + 1
                at += clock[at] * MINUTE
            for record in offered:
                self.tapped.setdefault(row.key, []).append(record)
                self.record(at, record.type, **completed(record, row))

    def _offered(self, row: RunSheetRow) -> Iterator[RecordTemplate]:
        if row.status not in SETTLED or row.key not in self.tapped:
            done = self.tapped.get(row.key, [])
            yield from (
                record for record in row.records if record not in done and set(record.missing) <= NAMED
            )

    def _time(self, row: RunSheetRow, until: datetime | None) -> datetime | None:
        if row.window is not None:
            return row.window.proposed.cutoff - MINUTE
        if row.at is None:
            return (
                self.registered + MINUTE if row.part is SheetPart.PREPARATION or row.ahead else self._noon()
            )
        if row.ahead:
            return row.at - (LAST_LOOK / 2 if row.key in self.tapped else AHEAD)
        return row.at + MINUTE

    def _noon(self) -> datetime:
        """Return a moment soon after everything began, for what the plan gives no time."""
        starts = [item.planned_start for item in self._items() if item.planned_start is not None]
        return min(starts) + timedelta(hours=2)


def completed(record: RecordTemplate, row: RunSheetRow) -> dict[str, Any]:
    """Return the payload with what whoever records it has to add."""
    return {**record.data, **{name: _added(record, name, row) for name in record.missing}}


def _added(record: RecordTemplate, name: str, row: RunSheetRow) -> object:
    value = record.options[0] if record.options else USUAL
    return [value] if get_origin(CATALOGUE[record.type].model_fields[name].annotation) is tuple else value
