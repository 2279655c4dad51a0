"""Services of Art. 25 that take more than one fact to judge: press cards, bouquets, ramp and carpet, costs, dinners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.events.state_protocol.conduct import FlowersPresented, PersonsArrived, ThingPlaced
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import AgreementReached, NeedRecorded, ServiceProvided
from domain.events.state_protocol.programme import ActivityStarted, AircraftDeparted, AircraftLanded
from domain.events.state_protocol.things import Need, Service, Subject, Thing
from domain.events.state_protocol.vocabulary import GuestRank
from domain.facts import Fact
from domain.law.decree_386.executing import Executes
from domain.law.decree_386.forms.duties import Asks, Duty, InTime, Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.visits import visit_of
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.decree_386.lodging import GUEST
from domain.law.decree_386.staying import with_protocol
from domain.law.provision import Provision
from domain.law.templates import attested, breached, fulfilled, not_applicable, pending, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

#: Offices whose journalists come with the guest and need no card.
_WITH_THE_GUEST: Final = frozenset({"accompanying-person", "guest-delegation", "guest-delegation-member"})
#: Ranks whose own article rules on the ramp and on the carpet's colour.
_RULED_ELSEWHERE: Final = frozenset({GuestRank.HEAD_OF_STATE, GuestRank.HEAD_OF_GOVERNMENT})
_STATE_PROTOCOL: Final = "ge-state-protocol-service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accredited(Executes):
    """Journalists are admitted by cards of the press service; those who come with the guest need none."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached where journalists were admitted before any card was issued."""
        cards = self.wanted.candidates(case, occasion, law)
        admitted = next((fact for fact in case.history.all(ServiceProvided) if _admits(fact)), None)
        if admitted is not None and not any(card.occurred_at <= admitted.occurred_at for card in cards):
            return breached(admitted, why=reason("admitted_unaccredited"))
        return Executes.judge(self, case, occasion, law)


def _admits(fact: Fact) -> bool:
    data = fact.data
    return (
        isinstance(data, ServiceProvided)
        and data.service is Service.PRESS_ADMISSION
        and not (data.to and set(data.to) <= _WITH_THE_GUEST)
    )


def motorcade_at_airport(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the main guest came to the airport to leave."""
    landed = case.history.first(AircraftLanded)
    return next(
        (
            fact.occurred_at
            for fact in case.history.all(PersonsArrived)
            if isinstance(fact.data, PersonsArrived)
            and GUEST in fact.data.who
            and fact.data.place is Place.AIRPORT
            and fact.data.activity in (None, occasion.activity)
            and (landed is None or fact.occurred_at > landed.occurred_at)
        ),
        None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitsMotorcade(Executes):
    """Journalists are there before the main motorcade comes: when it came has to be on record too."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Keep it open until the motorcade has come, to which "in advance" runs."""
        verdict = Executes.judge(self, case, occasion, law)
        waits = motorcade_at_airport(case, occasion) is None and occasion.over is None
        if verdict is None or verdict.status is not Status.FULFILLED or not waits:
            return verdict
        awaited = pending(awaited=(PersonsArrived,))
        return replace(awaited, evidence=verdict.evidence, reasons=(reason("awaits_the_motorcade"),))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the coming of the journalists; once they are there, that of the guest."""
        if not self.wanted.candidates(case, occasion, law):
            return Executes.taps(self, case, occasion, law)
        guest = Wanted(PersonsArrived, where={"who": GUEST, "place": Place.AIRPORT})
        return (Tap(PersonsArrived.TYPE, guest.example(occasion, law)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class RopedOff(InTime):
    """Three hours before is a latest moment; a rope that stood much earlier is pointed out, no more (note-28)."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the limit, and say where the act came much earlier."""
        verdict = InTime.judge(self, case, occasion, law)
        if verdict is None or verdict.window is None or verdict.done_at is None:
            return verdict
        ahead = verdict.window.proposed.cutoff - verdict.done_at
        if ahead <= timedelta(hours=law.whole("early_hours")):
            return verdict
        why = reason("much_earlier", day=case.day(verdict.done_at), latest=verdict.window.proposed.last_day)
        return replace(verdict, reasons=(*verdict.reasons, why))


@dataclass(frozen=True, slots=True, kw_only=True)
class CarpetedRamp(Asks):
    """A ramp covered with carpet; where the article of the rank judges it, it is reported there, once."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the ramp itself only where no article of the rank does."""
        verdict = Asks.judge(self, case, occasion, law)
        visit = visit_of(case)
        if verdict is None or visit is None or visit.rank not in _RULED_ELSEWHERE:
            return verdict
        if verdict.status in (Status.BREACHED, Status.UNDETERMINED) and omission(case, occasion, law) is None:
            return not_applicable(*verdict.evidence, why=reason("superseded", by="decree-386/art-3/1/d.1"))
        return verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class RedCarpet(Asks):
    """Rugs beside the carpet, and the carpet red; that it lies there at all, the article of the rank judges."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the colour where no article of the rank does, then the rugs."""
        carpets = Wanted(ThingPlaced, where={"thing": Thing.CARPET}, holds={"colour": "red"})
        visit = visit_of(case)
        if visit is not None and visit.rank not in _RULED_ELSEWHERE:
            for fact in carpets.candidates(case, occasion, law):
                if isinstance(fact.data, ThingPlaced) and fact.data.colour == "other":
                    return breached(fact, why=carpets.shortfalls(fact, case, law)[0])
        return Asks.judge(self, case, occasion, law)


@dataclass(frozen=True, slots=True, kw_only=True)
class Punctual(Duty):
    """Nothing on the airport's side delays the guest. A delay alone is a signal: an officer says whose fault it was."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Compare the take-off with the plan; a recorded judgement of an officer goes before."""
        vouched = attested(case, law)
        if vouched.evidence:
            return vouched
        if omission(case, occasion, law) is not None or occasion.cancelled is not None:
            return unmet(case, occasion, law, AircraftDeparted)
        actual = occasion.started
        if actual is None or not isinstance(actual.data, AircraftDeparted):
            return pending(awaited=(AircraftDeparted,))
        if occasion.planned_start is None:
            return undetermined(actual, why=reason("anchor_unknown"))
        if actual.occurred_at <= occasion.planned_start:
            return fulfilled(actual)
        why = reason("departure_delayed", planned=occasion.planned_start, actual=actual.occurred_at)
        return breached(actual, why=why).under(Status.REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bouquets(Executes):
    """As many bouquets as are needed: as many as the organiser put on record, or as were handed over."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Compare the bouquets prepared with those needed."""
        verdict = Executes.judge(self, case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED:
            return verdict
        made = self.wanted.candidates(case, occasion, law)
        counts = [fact.data.count for fact in made if isinstance(fact.data, ServiceProvided)]
        wanted = _bouquets_needed(case)
        if None in counts:
            return undetermined(*made, why=reason("not_stated", what="count", wanted=wanted))
        found = sum(count for count in counts if count is not None)
        if found < wanted:
            return breached(*made, why=reason("bouquets_short", found=found, wanted=wanted))
        return fulfilled(*made)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the service with the number that is needed."""
        (tap,) = Executes.taps(self, case, occasion, law)
        return (replace(tap, data=tap.data | {"count": _bouquets_needed(case)}),)


def _bouquets_needed(case: CaseView) -> int:
    needs = [
        fact.data.count
        for fact in case.history.all(NeedRecorded)
        if isinstance(fact.data, NeedRecorded) and fact.data.need is Need.BOUQUETS and fact.data.count
    ]
    return needs[-1] if needs else max(1, len(case.history.all(FlowersPresented)))


def official_dinner(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether a dinner is official: where there is protocol, unless it was recorded as not official."""
    said = [fact.data.official for fact in occasion.starts if isinstance(fact.data, ActivityStarted)]
    return with_protocol(case, occasion) and False not in said


@dataclass(frozen=True, slots=True, kw_only=True)
class TripDinner(Executes):
    """On a trip through Georgia the dinner is organised with the agreement of State Protocol."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge who organised the dinner, then whether State Protocol agreed."""
        verdict = Executes.judge(self, case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED:
            return verdict
        agreed = Wanted(ServiceProvided, holds={"agreed_with": _STATE_PROTOCOL})
        if any(not agreed.shortfalls(fact, case, law) for fact in verdict.evidence):
            return verdict
        dealt = Wanted(
            AgreementReached,
            where={"subject": Subject.DINNER_ON_TRIP},
            holds={"between": _STATE_PROTOCOL},
            anywhere=True,
        )
        deals = dealt.candidates(case, occasion, law)
        if deals and all(dealt.shortfalls(fact, case, law) == () for fact in deals[:1]):
            return fulfilled(*verdict.evidence, deals[0])
        lacking = unmet(case, occasion, law, AgreementReached)
        return replace(lacking, evidence=(*verdict.evidence, *lacking.evidence))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the dinner with the agreement."""
        (tap,) = Executes.taps(self, case, occasion, law)
        return (replace(tap, data=tap.data | {"agreed_with": [_STATE_PROTOCOL]}),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Executes):
    """The sources of funding are settled with the agencies concerned."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Ask that somebody besides the State Provision Service takes part."""
        verdict = Executes.judge(self, case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED:
            return verdict
        agreed = self.wanted.candidates(case, occasion, law)
        partners = [_partners(fact) for fact in agreed]
        if any(set(parties) - set(law.bearer_keys) for parties in partners):
            return fulfilled(*agreed)
        if not any(partners):
            wanted = "ge-ministries-and-agencies"
            return undetermined(*agreed, why=reason("not_stated", what="between", wanted=wanted))
        return breached(*agreed, why=reason("only_provision_service"))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the agreement with the agencies."""
        (tap,) = Executes.taps(self, case, occasion, law)
        return (replace(tap, data=tap.data | {"between": ["ge-ministries-and-agencies"]}),)


def _partners(fact: Fact) -> Sequence[str]:
    assert isinstance(fact.data, AgreementReached)
    return fact.data.between
