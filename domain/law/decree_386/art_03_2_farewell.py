"""Decree, Art. 3(2)-(4): how a head of state is seen off, broadcast and lodged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.events.state_protocol.conduct import (
    AnthemsPlayed,
    BroadcastAired,
    FlagsDisplayed,
    PersonsArrived,
    PersonsEscorted,
    StepTaken,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import AgreementReached, GuestsLodged
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import Subject
from domain.events.state_protocol.vocabulary import Activity, Anthem, Flag, Medium
from domain.law.decree_386.arriving import GREETERS
from domain.law.decree_386.art_03_1_greeting import HALF_AN_HOUR
from domain.law.decree_386.departing import (
    DEPARTURE,
    comes_alone,
    farewell_planned,
    farewell_start,
    farewell_step,
    guest_sets_out,
    leaves_from_residence,
    one_entrance,
    several_entrances,
    take_off,
)
from domain.law.decree_386.forms.between import ReadTwice
from domain.law.decree_386.forms.duties import Asks, Duty, Tap, before, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.sequences import Order, ended
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.visits import spouse_comes
from domain.law.decree_386.forms.wanted import InOrder, OneOf, Wanted
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, undetermined
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = DecreeRules("visit")
CEREMONIES: Final = (Activity.ARRIVAL, DEPARTURE)
LODGINGS: Final = OneOf((Place.RESIDENCE, Place.HOTEL))
FAREWELL = Order("farewell")


def _ride(by: str) -> Wanted:
    return Wanted(PersonsEscorted, where={"who": "main-guest", "place": Place.AIRPORT}, holds={"by": by})


_MAIN_PERSON_COMES: Final = Wanted(PersonsArrived, where={"place": Place.AIRPORT, "who": "ge-president"})


# (a) As at the greeting; who comes when. The President fetches the guest from the residence.
rules.attests("3/2/a.1", DEPARTURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched(Together):
    """The President rides along; the same tap records when the guest set out, to which another limit runs."""

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the guest's setting out and who rode along."""
        step = Wanted(StepTaken, where={"step": Step.GUEST_SETS_OUT, "place": Place.RESIDENCE})
        sets_out = Tap(StepTaken.TYPE, step.example(occasion, law))
        return (sets_out, *Together.taps(self, case, occasion, law))


rules.duty(
    "3/2/a.2",
    Fetched(
        activity=DEPARTURE,
        parts=(
            Asks(activity=DEPARTURE, wanted=_ride("ge-president")),
            Asks(activity=DEPARTURE, wanted=_ride("ge-president-spouse"), when=spouse_comes),
        ),
        when=leaves_from_residence,
    ),
)
rules.step("3/2/a.3", DEPARTURE, FAREWELL, Wanted(StepTaken, where={"step": Step.LEADERS_GO_TO_VIP_HALL}))
rules.duty(
    "3/2/a.4",
    ReadTwice(
        activity=DEPARTURE,
        wanted=Wanted(
            PersonsArrived,
            where={
                "place": Place.AIRPORT,
                "who": OneOf(HALF_AN_HOUR),
            },
        ),
        anchor=farewell_start,
        planned=farewell_planned,
        other=take_off,
        everyone=True,
    ),
)
rules.duty(
    "3/2/a.5",
    ReadTwice(
        activity=DEPARTURE,
        wanted=_MAIN_PERSON_COMES,
        anchor=farewell_start,
        planned=farewell_planned,
        other=take_off,
        when=comes_alone,
    ),
)
rules.duty(
    "3/2/a.6",
    ReadTwice(
        activity=DEPARTURE,
        wanted=Wanted(
            PersonsArrived,
            where={
                "place": Place.AIRFIELD_POSITIONS,
                "who": OneOf(("other-official", "guest-embassy-diplomat", *GREETERS)),
            },
        ),
        anchor=farewell_start,
        planned=farewell_planned,
        other=take_off,
        everyone=True,
    ),
)
rules.attests("3/2/a.7", DEPARTURE)


# (b) The delegation.
@dataclass(frozen=True, slots=True, kw_only=True)
class SetsOut(ReadTwice):
    """A limit to the guest's setting out, for which there is no plan before it happens."""

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the last moment that is in time in both readings, as long as the guest has not set out."""
        if self.anchor(case, occasion) is not None or law.limit is None:
            return None
        return before(law.limit.count)(case, occasion)


rules.duty(
    "3/2/b.1",
    SetsOut(
        activity=DEPARTURE,
        wanted=Wanted(StepTaken, where={"step": Step.DELEGATION_SETS_OUT}),
        anchor=guest_sets_out,
        planned=guest_sets_out,
        other=take_off,
        everyone=True,
    ),
)
rules.attests("3/2/b.2", DEPARTURE)
rules.asks("3/2/b.3", DEPARTURE, Wanted(StepTaken, where={"step": Step.REST_BOARDS}))

# (c)-(e) Hall, guard, line, podium, anthems.
rules.step("3/2/c.1", DEPARTURE, FAREWELL, Wanted(StepTaken, where={"step": Step.LEADERS_ENTER_VIP_HALL}))
rules.attests("3/2/c.2", DEPARTURE)
rules.step("3/2/d.1", DEPARTURE, FAREWELL, Wanted(StepTaken, where={"step": Step.GUARD_REPORTS}))
for _local, _stepped in (
    ("3/2/d.2", Step.GUEST_BOWS_TO_FLAG),
    ("3/2/d.3", Step.LEADERS_APPROACH_LINE),
    ("3/2/d.4", Step.GUEST_WALKS_LINE),
):
    rules.attested_step(_local, DEPARTURE, FAREWELL, Wanted(StepTaken, where={"step": _stepped}))
rules.attests("3/2/d.5", DEPARTURE)
rules.step("3/2/e.1", DEPARTURE, FAREWELL, Wanted(StepTaken, where={"step": Step.LEADERS_MOUNT_PODIUM}))
rules.attests("3/2/e.2", DEPARTURE, when=spouse_comes)
rules.step(
    "3/2/e.3",
    DEPARTURE,
    FAREWELL,
    Wanted(AnthemsPlayed, holds={"order": InOrder((Anthem.GUEST, Anthem.GEORGIA))}),
)
rules.step("3/2/e.4", DEPARTURE, FAREWELL, Wanted(StepTaken, where={"step": Step.GUARD_MARCHES_PAST}))

# (f) At the ramp. "At the same time" lets boarding begin with the walk to the ramp, not before it.
_BOARDING: Final = Wanted(StepTaken, where={"step": Step.DELEGATION_BOARDS})
rules.step("3/2/f.1", DEPARTURE, FAREWELL, Wanted(StepTaken, where={"step": Step.LEADERS_GO_TO_RAMP}))
rules.attests("3/2/f.2", DEPARTURE, when=spouse_comes)
rules.step(
    "3/2/f.3",
    DEPARTURE,
    FAREWELL,
    Wanted(StepTaken, where={"step": Step.DELEGATION_BOARDS}, holds={"place": Place.RAMP_2}),
    when=several_entrances,
)


def _boarding_taps(_case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
    leave = Wanted(StepTaken, where={"step": Step.LEADERS_TAKE_LEAVE})
    return tuple(Tap(StepTaken.TYPE, item.example(occasion, law)) for item in (leave, _BOARDING))


@rules.judged("3/2/f.4", DEPARTURE, when=one_entrance, records=_boarding_taps)
def boards_during_leave(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """By the only door the delegation boards while guest and President take leave of each other."""
    found = _BOARDING.candidates(case, occasion, law)
    if not found:
        return unmet(case, occasion, law, StepTaken)
    boarded, leave = found[0], farewell_step(case, Step.LEADERS_TAKE_LEAVE)
    if leave is None:
        if occasion.over is None:
            return unmet(case, occasion, law, StepTaken)
        return undetermined(boarded, why=reason("end_unknown", events=(Step.LEADERS_TAKE_LEAVE.value,)))
    if boarded.occurred_at < leave.occurred_at:
        why = reason("done_too_soon", at=boarded.occurred_at, after=leave.occurred_at)
        return breached(boarded, leave, why=why)
    if leave.occurred_at < ended(leave) < boarded.occurred_at:
        return breached(
            boarded, leave, why=reason("done_too_late", at=boarded.occurred_at, before=ended(leave))
        )
    return fulfilled(boarded, leave)


# (g), (h) Both ceremonies.
rules.attests("3/2/g", DEPARTURE)
_AGREED: Final = Wanted(
    AgreementReached, where={"subject": Subject.CEREMONY_DETAILS, "between": "guest-protocol-service"}
)


def _agreement_taps(_case: CaseView, _occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    return (
        Tap(AgreementReached.TYPE, {"subject": "ceremony_details", "between": ["guest-protocol-service"]}),
    )


def _visit_begins(case: CaseView, occasion: Occasion) -> datetime | None:
    arrival = programme_of(case.history).sole(Activity.ARRIVAL)
    return arrival.start if arrival else occasion.start


@rules.judged(
    "3/2/h",
    Activity.VISIT,
    records=_agreement_taps,
    due=lambda case, occasion, _law: _visit_begins(case, occasion),
    ahead=lambda _case, _occasion: True,
)
def agreed_beforehand(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """Each of the two ceremonies must be agreed on before it begins; one agreement may cover both."""
    programme = programme_of(case.history)
    items = [item for activity in CEREMONIES for item in programme.of(activity) if item.cancelled is None]
    if not items:
        return None
    settled, open_items, late = [], [], []
    for item in items:
        found = _AGREED.candidates(case, item, law)
        begun = item.starts[0].occurred_at if item.starts else None
        if found and (begun is None or found[0].occurred_at <= begun):
            settled.append(found[0])
        elif begun is not None:
            late.append(item)
        else:
            open_items.append(item)
    if late:
        why = reason("not_agreed_for", activities=tuple(item.activity.value for item in late))
        return breached(*(item.starts[0] for item in late), why=why)
    if open_items:
        return unmet(case, occasion, law, AgreementReached)
    return fulfilled(*dict.fromkeys(settled))


# 3. Broadcast.
rules.duty(
    "3/3",
    Asks(
        activity=Activity.ARRIVAL,
        also=(DEPARTURE,),
        wanted=Wanted(BroadcastAired, holds={"media": (Medium.TELEVISION, Medium.RADIO), "live": True}),
    ),
)

# 4. Lodging.


def _lodged(who: OneOf | str) -> Duty:
    wanted = Wanted(GuestsLodged, where={"who": who}, holds={"place": LODGINGS})
    return Asks(activity=Activity.VISIT, wanted=wanted)


rules.duty(
    "3/4.1",
    Together(
        activity=Activity.VISIT,
        parts=(
            _lodged("main-guest"),
            _lodged(OneOf(("guest-delegation", "guest-delegation-member"))),
            _lodged("accompanying-person"),
        ),
    ),
)
rules.asks(
    "3/4.2",
    Activity.VISIT,
    Wanted(
        FlagsDisplayed,
        where={"place": OneOf((Place.RESIDENCE, Place.GUEST_HOUSE, Place.HOTEL))},
        holds={"flags": OneOf((Flag.GUEST, Flag.STANDARD))},
    ),
)
