"""Every site of the programme: flags at each of them, and each of them made ready (Art. 25(4)(a) and (c))."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.events.state_protocol.conduct import FlagsDisplayed
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.programme import ActivityStarted, ProgrammeItemScheduled
from domain.events.state_protocol.vocabulary import Activity, Flag
from domain.facts import Fact
from domain.law.decree_386.executing import Executes
from domain.law.decree_386.forms.duties import InTime, Tap, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.wanted import Wanted, told_by_then
from domain.law.decree_386.staying import stays
from domain.law.history import History, once
from domain.law.provision import Provision
from domain.law.templates import fulfilled
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView

#: Places at the airport, where the articles of the ranks rule on flags and the airport prepares itself.
AIRPORT: Final = frozenset(
    {
        Place.AIRPORT,
        Place.AIRFIELD_POSITIONS,
        Place.CARPET_SECTOR,
        Place.RAMP_1,
        Place.RAMP_2,
        Place.AIRCRAFT_DOOR,
        Place.VIP_HALL,
        Place.CAR_PARK,
        Place.PODIUM,
        Place.BESIDE_PODIUM,
        Place.PRESS_SECTOR,
    }
)
#: A fact that names all sites at once, or no place, speaks of each.
_ALL: Final = frozenset({Place.PROGRAMME_SITES, None})
_FLIGHTS: Final = frozenset({Activity.VISIT, Activity.ARRIVAL, Activity.DEPARTURE})
_BOTH: Final = frozenset({Flag.GUEST, Flag.GEORGIA})
_NAMES: Final = (Flag.GUEST.value, Flag.GEORGIA.value)


@once
def sites(history: History) -> tuple[Place, ...]:
    """Return the places in which the programme is set, beyond the airport; one name for all where none is planned."""
    items = (item for several in programme_of(history).by_activity.values() for item in several)
    found = dict.fromkeys(
        place
        for item in items
        if item.cancelled is None
        for place in _places(item)
        if place not in AIRPORT and place not in _ALL
    )
    return tuple(found) or (Place.PROGRAMME_SITES,)


def leaves_the_airport(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether the guest goes anywhere: passing through, only where the programme or the rooms say so."""
    programme = programme_of(case.history).by_activity
    return stays(case, occasion) or any(
        item.cancelled is None and not (set(_places(item)) and set(_places(item)) <= AIRPORT)
        for activity, items in programme.items()
        if activity not in _FLIGHTS
        for item in items
    )


def _places(item: Occasion) -> list[Place]:
    data = [fact.data for fact in (item.scheduled, *item.starts) if fact is not None]
    return [
        said.place
        for said in data
        if isinstance(said, ProgrammeItemScheduled | ActivityStarted) and said.place is not None
    ]


def covering(history: History, facts: Sequence[Fact]) -> tuple[Fact | None, tuple[Place, ...]]:
    """Return the fact with which every site was covered, and the sites that none speaks of."""
    first: list[Fact] = []
    missing: list[Place] = []
    for site in sites(history):
        found = next((fact for fact in facts if getattr(fact.data, "place", None) in (_ALL | {site})), None)
        if found is None:
            missing.append(site)
        else:
            first.append(found)
    last = max(first, key=lambda fact: fact.occurred_at) if first and not missing else None
    return last, tuple(missing)


@dataclass(frozen=True, slots=True)
class BothFlags(Wanted):
    """Flags of both States, whether they were recorded by their sides or together."""

    def shortfalls(self, fact: Fact, case: CaseView, law: Provision) -> tuple[Reason, ...]:
        """Return which of the two flags did not hang there."""
        shown = {
            flag
            for item in told_by_then(fact, case)
            if isinstance(item.data, FlagsDisplayed)
            for flag in (item.data.left, item.data.right, *item.data.flags)
            if flag is not None
        }
        if not shown:
            return (reason("not_stated", what="flags", wanted=_NAMES),)
        if shown >= _BOTH:
            return ()
        return (
            reason(
                "says_otherwise",
                what="flags",
                found=tuple(sorted(flag.value for flag in shown)),
                wanted=_NAMES,
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AtSites(InTime):
    """Something must be at every site by a time limit; the last of them counts."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge by the moment at which the last site was ready, and name the sites of which nothing is recorded."""
        verdict = InTime.judge(self, case, occasion, law)
        if verdict is None or verdict.status not in (Status.BREACHED, Status.PENDING) or verdict.evidence:
            return verdict
        _, missing = covering(case.history, self._fit(case, occasion, law))
        why = reason("sites_missing", places=tuple(place.value for place in missing))
        return replace(verdict, reasons=(*verdict.reasons, why)) if missing else verdict

    def performing(self, case: CaseView, fit: Sequence[Fact]) -> Fact | None:
        """Return the fact with which every site had what is wanted."""
        return covering(case.history, fit)[0]

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return what is wanted, at all sites at once."""
        data = self.wanted.example(occasion, law)
        return (Tap(self.wanted.model.TYPE, {**data, "place": Place.PROGRAMME_SITES.value}),)

    def _fit(self, case: CaseView, occasion: Occasion, law: Provision) -> list[Fact]:
        found = self.wanted.candidates(case, occasion, law)
        return self.wanted.fitting(found, case, law)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadySites(Executes):
    """Every site must be made ready, each before or while it is used."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge who made the sites ready, and name those of which nothing is recorded."""
        verdict = Executes.judge(self, case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED:
            return verdict
        last, missing = covering(case.history, self.wanted.candidates(case, occasion, law))
        if last is not None:
            return fulfilled(last)
        why = reason("sites_missing", places=tuple(place.value for place in missing))
        lacking = unmet(case, occasion, law, self.wanted.model)
        return replace(lacking, reasons=(*lacking.reasons, why))
