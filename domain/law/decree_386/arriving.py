"""What the greeting at the airport asks for beyond a single fact: stands, ramps, presentations, cars, escorts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.events.state_protocol.conduct import (
    AnthemsPlayed,
    EscortRode,
    PersonsIntroduced,
    SeatTaken,
    StepTaken,
    ThingPlaced,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import ProgrammeApproved, StandAssigned
from domain.events.state_protocol.programme import AircraftLanded, AircraftParked
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import Thing
from domain.events.state_protocol.vocabulary import Activity, Anthem, GuestRank, Leg
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Asks, Duty, Tap, kept_so_far, said, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.sequences import AttestedStep
from domain.law.decree_386.forms.visits import visit_of
from domain.law.decree_386.forms.wanted import Expected, Wanted
from domain.law.decree_386.meeting import stand_ins
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, not_applicable
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills


def embassy_here(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the guest's country has an embassy accredited in Georgia."""
    visit = visit_of(case)
    return visit is not None and visit.embassy_in_georgia


def _exits(case: CaseView) -> int | None:
    landed = case.history.first(AircraftLanded)
    return landed.data.exits if landed is not None and isinstance(landed.data, AircraftLanded) else None


def one_exit(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the aircraft is known to have one exit only."""
    return _exits(case) == 1


def more_exits(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the second ramp is called for: the text makes the aircraft with one exit the exception."""
    return _exits(case) != 1


@dataclass(frozen=True, slots=True)
class Tongues(Expected):
    """Languages, Georgian among them, as many as a parameter says: which the guest's is, the record does not tell."""

    number: str

    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether there are enough of them, and Georgian is one."""
        return isinstance(found, tuple) and "ka" in found and len(set(found)) >= law.whole(self.number)

    def example(self, law: Provision) -> object:
        """Return Georgian and one other."""
        return ("en", "ka")


@dataclass(frozen=True, slots=True)
class GuestFirst(Wanted):
    """Of two anthems the guest's comes first, be they recorded together or apart; one alone is in no order."""

    def shortfalls(self, fact: Fact, case: CaseView, law: Provision) -> tuple[Reason, ...]:
        """Return what else is wrong, and whether the Georgian anthem preceded the guest's."""
        short = Wanted.shortfalls(self, fact, case, law)
        played = tuple(
            anthem
            for other in case.history.all(AnthemsPlayed)
            if isinstance(other.data, AnthemsPlayed) and _in_one_item(other, fact)
            for anthem in other.data.order
        )
        if not set(_GUEST_FIRST) <= set(played) or played.index(Anthem.GUEST) < played.index(Anthem.GEORGIA):
            return short
        return (*short, reason("says_otherwise", what="order", found=played, wanted=_GUEST_FIRST))


_GUEST_FIRST: Final = (Anthem.GUEST, Anthem.GEORGIA)


def _in_one_item(one: Fact, other: Fact) -> bool:
    return all(
        getattr(one.data, name, None) == getattr(other.data, name, None) for name in ("activity", "item")
    )


def stand_assigned(case: CaseView) -> int | None:
    """Return the stand that was assigned for the arrival, the last assignment counting."""
    stands = [
        fact.data.stand
        for fact in case.history.all(StandAssigned)
        if isinstance(fact.data, StandAssigned) and fact.data.activity is Activity.ARRIVAL
    ]
    return stands[-1] if stands else None


def stand_of_visit(case: CaseView) -> int | None:
    """Return the stand on which the aircraft stopped at the arrival; before that, the assigned one."""
    stands = [
        fact.data.stand
        for fact in case.history.all(AircraftParked)
        if isinstance(fact.data, AircraftParked) and fact.data.activity is Activity.ARRIVAL
    ]
    return stands[-1] if stands else stand_assigned(case)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnStand(Asks):
    """Something has its place on the stand of this visit; the number in the text is for information (note-2)."""

    #: Compare with the assigned stand only: this is about the aircraft itself.
    assigned: bool = False

    def reference(self, case: CaseView) -> int | None:
        """Return the stand that counts; None while none is known."""
        return stand_assigned(case) if self.assigned else stand_of_visit(case)

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge what must be there, then where it stands."""
        found = self.wanted.candidates(case, occasion, law)
        fit = self.wanted.fitting(found, case, law)
        if not found:
            return unmet(case, occasion, law, self.wanted.model)
        if not fit:
            return said(self.wanted, found, case, law)
        wanted = self.reference(case)
        right = next((fact for fact in fit if wanted is None or _stand(fact) == wanted), None)
        return _off_stand(fit[0], wanted) if right is None else _for_information(right, law)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the event that is wanted, on the stand that counts."""
        stand = self.reference(case) or law.whole("stand")
        return (Tap(self.wanted.model.TYPE, {**self.wanted.example(occasion, law), "stand": stand}),)


def _stand(fact: Fact) -> int | None:
    data = fact.data
    return data.stand if isinstance(data, ThingPlaced | AircraftParked) else None


def _off_stand(fact: Fact, wanted: int | None) -> Verdict:
    stand = _stand(fact)
    if stand is None:
        why = reason("not_stated", what="stand", wanted=wanted)
        return Verdict(Status.UNDETERMINED, evidence=(fact,), reasons=(why,))
    return breached(fact, why=reason("stand_differs", found=stand, wanted=wanted))


def _for_information(fact: Fact, law: Provision) -> Verdict:
    stand = _stand(fact)
    if stand is None or stand == law.whole("stand"):
        return fulfilled(fact)
    return fulfilled(fact, why=reason("stand_of_text", text=law.whole("stand"), found=stand))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner(Asks):
    """How something is done. That it was not done at all, another provision reports."""

    reported_by: str

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge what was recorded of it."""
        found = self.wanted.candidates(case, occasion, law)
        if found:
            return said(self.wanted, found, case, law)
        verdict = unmet(case, occasion, law, self.wanted.model)
        if verdict.status is Status.BREACHED and occasion.over in verdict.evidence:
            return not_applicable(why=reason("superseded", by=self.reported_by))
        return verdict

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return nothing: the act is recorded, once, where it is asked for."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentsHost(AttestedStep):
    """The host is presented to the guest; the text may be read the other way round (note-29)."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Return what the officer vouches for; a presentation recorded the other way round is for a person to see."""
        verdict = AttestedStep.judge(self, case, occasion, law)
        turned = self._turned(case, occasion)
        if verdict is None or verdict.status is not Status.PENDING or turned is None:
            return verdict
        seen = breached(turned, why=reason("reading_of_presentation")).under(Status.REVIEW)
        return replace(seen, contested=True)

    def _turned(self, case: CaseView, occasion: Occasion) -> Fact | None:
        return next(
            (
                fact
                for fact in case.history.all(PersonsIntroduced)
                if isinstance(fact.data, PersonsIntroduced)
                and fact.data.activity in (None, occasion.activity)
                and "main-guest" in fact.data.presented
                and "ge-president" in fact.data.to
            ),
            None,
        )


def _steps(case: CaseView, occasion: Occasion, *wanted: Step) -> list[Fact]:
    return [
        fact
        for fact in case.history.all(StepTaken)
        if isinstance(fact.data, StepTaken)
        and fact.data.step in wanted
        and fact.data.activity in (None, occasion.activity)
    ]


_SECOND_RAMP: Final = Wanted(ThingPlaced, where={"thing": Thing.RAMP_2})


def second_ramp(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """Ramp 2 comes after the aircraft has stopped, and the accompanying persons descend by it."""
    ramps = _SECOND_RAMP.candidates(case, occasion, law)
    if not ramps:
        return unmet(case, occasion, law, ThingPlaced)
    parked = [
        fact
        for fact in case.history.all(AircraftParked)
        if isinstance(fact.data, AircraftParked) and fact.data.activity is occasion.activity
    ]
    if parked and ramps[0].occurred_at < parked[0].occurred_at:
        return breached(ramps[0], parked[0], why=reason("before_it_stopped"))
    for fact in _steps(case, occasion, Step.COMPANIONS_DESCEND):
        assert isinstance(fact.data, StepTaken)
        if fact.data.place not in (None, Place.RAMP_2):
            found, wanted = fact.data.place.value, Place.RAMP_2.value
            return breached(fact, why=reason("descended_by", found=found, wanted=wanted))
    return fulfilled(ramps[0])


def second_ramp_taps(_case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
    """Return the ramp, and the descent by it."""
    descent = {
        "activity": occasion.activity.value,
        "step": Step.COMPANIONS_DESCEND.value,
        "place": Place.RAMP_2.value,
    }
    return (Tap(ThingPlaced.TYPE, _SECOND_RAMP.example(occasion, law)), Tap(StepTaken.TYPE, descent))


def guest_leaves_first(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """From an aircraft with one exit the others descend after the main guest."""
    guest = _steps(case, occasion, Step.GUEST_DESCENDS)
    others = _steps(case, occasion, Step.DELEGATION_DESCENDS, Step.COMPANIONS_DESCEND)
    if not guest or not others:
        return unmet(case, occasion, law, StepTaken)
    if others[0].occurred_at < guest[0].occurred_at:
        return breached(others[0], guest[0], why=reason("before_the_guest"))
    return fulfilled(guest[0], others[0])


def descent_taps(_case: CaseView, occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    """Return the two descents in their order."""
    activity = occasion.activity.value
    return tuple(
        Tap(StepTaken.TYPE, {"activity": activity, "step": step.value})
        for step in (Step.GUEST_DESCENDS, Step.DELEGATION_DESCENDS)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Escorts(Duty):
    """Every ride in the city has its escort of exactly so many motorcycles; the ride of the item itself must be there.

    The ride from the airport and those in the city belong to the arrival, the ride to the airport to the departure.
    """

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached by the first escort of another number."""
        wanted = law.whole("motorcycles")
        own = _leg(occasion)
        legs = (own, Leg.CITY) if own is Leg.ARRIVAL else (own,)
        rides = [(fact, data) for fact, data in _rides(case) if data.leg in legs]
        wrong = next(((fact, data) for fact, data in rides if data.motorcycles != wanted), None)
        if wrong is not None:
            fact, data = wrong
            why = reason("escort_of", found=data.motorcycles, wanted=wanted, leg=data.leg.value)
            return breached(fact, why=why)
        if not any(data.leg is own for _, data in rides):
            return unmet(case, occasion, law, EscortRode)
        return fulfilled(*(fact for fact, _ in rides))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the ride of the item with its full escort."""
        leg, count = _leg(occasion).value, law.whole("motorcycles")
        data = {"activity": occasion.activity.value, "leg": leg, "motorcycles": count}
        return (Tap(EscortRode.TYPE, data),)


def _leg(occasion: Occasion) -> Leg:
    return Leg.DEPARTURE if occasion.activity is Activity.DEPARTURE else Leg.ARRIVAL


def _rides(case: CaseView) -> Iterator[tuple[Fact, EscortRode]]:
    for fact in case.history.all(EscortRode):
        assert isinstance(fact.data, EscortRode)
        yield fact, fact.data


#: Whoever of these sits with guests must be attached to them by the programme; the President's place is the first car.
GREETERS: Final = (
    "ge-speaker",
    "ge-state-minister",
    "ge-foreign-minister",
    "ge-ambassador-to-guest-country",
    "ge-mayor",
    "ge-first-deputy-state-minister",
    "ge-head-international-relations",
    "ge-head-state-protocol",
    "ge-head-state-provision",
    "ge-head-press-service",
    "ge-minister",
    "ge-parliament-member",
    "ge-agency-head",
    "ge-city-head",
    "other-official",
)
_GUESTS: Final = frozenset(
    {
        "main-guest",
        "guest-spouse",
        "guest-delegation",
        "guest-delegation-member",
        "guest-protocol-head",
        "guest-protocol-service",
        "accompanying-person",
        "journalist",
    }
)


def only_attached_ride(case: CaseView, occasion: Occasion, _law: Provision) -> Verdict | None:
    """In a car with guests sit only those greeters whom the approved programme attaches to them."""
    seats = [
        (fact, fact.data)
        for fact in case.history.all(SeatTaken)
        if isinstance(fact.data, SeatTaken) and fact.data.activity in (None, occasion.activity)
    ]
    with_guests = {data.car for _, data in seats if _GUESTS & set(data.who)}
    attached = [*_attached(case), *_hosts(case)]
    for fact, data in seats:
        day = case.day(fact.occurred_at)
        strange = tuple(who for who in data.who if _greets(who, day) and not _is_any(who, attached, day))
        if data.car in with_guests and strange:
            return breached(fact, why=reason("not_attached", offices=strange))
    return kept_so_far(occasion)


def _attached(case: CaseView) -> Sequence[str]:
    return [
        office
        for fact in case.history.all(ProgrammeApproved)
        if isinstance(fact.data, ProgrammeApproved)
        for office in fact.data.permanent_escorts
    ]


def _hosts(case: CaseView) -> Sequence[str]:
    """Return who takes the President's seat beside a head of government, by the scheme for a head of state."""
    visit = visit_of(case)
    if visit is None or visit.rank is not GuestRank.HEAD_OF_GOVERNMENT:
        return ()
    return tuple(stand_ins(case).values())


def _greets(who: str, day: date) -> bool:
    return who != "ge-president" and _is_any(who, GREETERS, day)


def _is_any(who: str, offices: Sequence[str], day: date) -> bool:
    return any(who == office or fills(who, office, day) for office in offices)
