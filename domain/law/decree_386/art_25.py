"""Decree, Art. 25: what ministries and agencies carry out to receive high-ranking guests.

The article says who executes; it demands no anthem, flag or podium where the article of the rank is silent or
forbids it (note-17), and speaks to all four ranks (note-18).
"""

from __future__ import annotations

from domain.events.state_protocol.conduct import (
    FlagsDisplayed,
    PersonsArrived,
    ThingPlaced,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import (
    AgreementReached,
    CostRecorded,
    GuestsLodged,
    NoticeGiven,
    PlanTaskAssigned,
    PreparationPlanApproved,
    ProgrammeApproved,
    ServiceFailed,
    ServiceProvided,
)
from domain.events.state_protocol.things import (
    CostPurpose,
    CostStage,
    Need,
    PlanItem,
    Service,
    Subject,
    Thing,
)
from domain.events.state_protocol.vocabulary import Activity, Delegation, Flag, Formation, Presence
from domain.law.decree_386.executing import Executes
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.wanted import OneOf, Wanted
from domain.law.decree_386.heads import ByOrganiser
from domain.law.decree_386.honours import Honours, other_guard
from domain.law.decree_386.lodging import COMPANIONS, GUEST, Lodged, comes
from domain.law.decree_386.matrix import Column
from domain.law.decree_386.preparing_plan import (
    DrawnUp,
    Responsible,
    Settled,
    by_another_channel,
    by_the_usual_channel,
)
from domain.law.decree_386.services import (
    Accredited,
    AwaitsMotorcade,
    Bouquets,
    CarpetedRamp,
    Funding,
    Punctual,
    RedCarpet,
    RopedOff,
    TripDinner,
    motorcade_at_airport,
    official_dinner,
)
from domain.law.decree_386.sites import AtSites, BothFlags, ReadySites, leaves_the_airport
from domain.law.decree_386.stands import not_assigned, one_stand, stand_due, stand_taps
from domain.law.decree_386.staying import (
    asked,
    begun,
    need_arose,
    planned,
    press_comes,
    stays,
    with_embassy,
    with_protocol,
)

rules = DecreeRules("visit")
VISIT, ARRIVAL, DEPARTURE = Activity.VISIT, Activity.ARRIVAL, Activity.DEPARTURE
JOURNALISTS = OneOf(("journalist", "press-representative"))


def provided(service: Service, **holds: object) -> Wanted:
    """Look for a service, in whatever item of the programme it was provided."""
    return Wanted(ServiceProvided, where={"service": service}, holds=holds, anywhere=True)


# (1) The Ministry of Defence.
rules.duty(
    "25/1/a",
    Honours(
        activity=ARRIVAL,
        also=(DEPARTURE,),
        when=asked(Column.ANTHEMS),
        column=Column.ANTHEMS,
        anthems=True,
        formations=(Formation.PARADE,),
    ),
)
rules.duty(
    "25/1/b",
    Honours(
        activity=ARRIVAL,
        also=(DEPARTURE, Activity.WREATH_LAYING),
        when=other_guard,
        column=Column.HONOUR_GUARD,
        anthems=False,
        formations=(Formation.CORRIDOR, Formation.POSTED),
    ),
)

# (2) Press and television.
rules.duty(
    "25/2/a",
    Accredited(activity=VISIT, wanted=provided(Service.PRESS_ACCREDITATION), when=press_comes),
)
rules.attests("25/2/b.1", VISIT, when=press_comes)
rules.permits(
    "25/2/b.2", VISIT, Wanted(ThingPlaced, where={"thing": Thing.EQUIPMENT}, anywhere=True), when=press_comes
)
rules.duty(
    "25/2/c",
    Executes(
        activity=VISIT,
        wanted=Wanted(NoticeGiven, where={"subject": Subject.PRESS_CONDITIONS}, anywhere=True),
        ways=(provided(Service.PRESS_BRIEFING),),
        ahead_of=begun,
        expected=planned,
        when=press_comes,
    ),
)
rules.duty(
    "25/2/d",
    AwaitsMotorcade(
        activity=DEPARTURE,
        wanted=Wanted(
            PersonsArrived,
            where={
                "who": JOURNALISTS,
                "place": OneOf((Place.AIRPORT, Place.PRESS_SECTOR)),
                "activity": DEPARTURE,
            },
        ),
        member="",
        ahead_of=motorcade_at_airport,
        everyone=True,
        when=press_comes,
    ),
)

# (3) The airport administration.
ROPE = Wanted(ThingPlaced, where={"thing": Thing.ROPE})
rules.duty("25/3/a.1", RopedOff(activity=ARRIVAL, wanted=ROPE, when=press_comes))
rules.duty("25/3/a.2", RopedOff(activity=DEPARTURE, wanted=ROPE, when=press_comes))
rules.judged("25/3/b", VISIT, records=stand_taps, due=stand_due, ahead=not_assigned)(one_stand)
rules.duty(
    "25/3/c.1",
    CarpetedRamp(
        activity=ARRIVAL,
        wanted=Wanted(ThingPlaced, where={"thing": Thing.RAMP_1}, holds={"carpeted": True}),
        when=asked(Column.CARPET),
    ),
)
rules.duty(
    "25/3/c.2",
    RedCarpet(
        activity=ARRIVAL,
        wanted=Wanted(ThingPlaced, where={"thing": Thing.RUGS}),
        when=asked(Column.CARPET),
    ),
)
rules.attests("25/3/d.1", VISIT)
rules.attests("25/3/d.2", VISIT)
rules.duty("25/3/e.1", Punctual(activity=DEPARTURE))
rules.duty(
    "25/3/e.2",
    Executes(
        activity=VISIT,
        wanted=Wanted(
            CostRecorded,
            where={"purpose": CostPurpose.AIRPORT_SERVICES, "stage": CostStage.ESTIMATED},
            holds={"reciprocity": True},
            anywhere=True,
        ),
        ahead_of=begun,
        expected=planned,
    ),
)

# (4) Tbilisi City Hall. Flags at the airport are the rank article's; elsewhere both flags hang where it asks for those.
FLAGS = BothFlags(FlagsDisplayed, besides={"flags": (Flag.GUEST, Flag.GEORGIA)})
rules.duty("25/4/a.1", AtSites(activity=ARRIVAL, wanted=FLAGS, when=asked(Column.AIRPORT_FLAGS)))
rules.duty("25/4/a.2", AtSites(activity=DEPARTURE, wanted=FLAGS, when=asked(Column.AIRPORT_FLAGS)))
rules.duty(
    "25/4/b",
    Executes(
        activity=ARRIVAL,
        wanted=Wanted(
            AgreementReached, where={"subject": Subject.PODIUM}, holds={"between": "ge-tbilisi-airport"}
        ),
        member="",
        when=asked(Column.PODIUM),
    ),
)
rules.duty(
    "25/4/c.1", ReadySites(activity=VISIT, wanted=provided(Service.SITE_READY), when=leaves_the_airport)
)
rules.forbids("25/4/c.2", VISIT, Wanted(ServiceFailed, where={"service": Service.UTILITIES}, anywhere=True))
rules.duty("25/4/d", Bouquets(activity=VISIT, wanted=provided(Service.BOUQUETS), when=with_protocol))

# (5) The Ministry of Transport and Communications.
rules.attests("25/5.1", VISIT)
rules.attests("25/5.2", VISIT)

# (6) The Ministry of Labour, Health and Social Protection.
rules.duty("25/6/a.1", Executes(activity=VISIT, wanted=provided(Service.MEDICAL_POINT), when=stays))
rules.attests("25/6/a.2", VISIT, when=need_arose(Need.MEDICAL))
rules.duty(
    "25/6/b", Executes(activity=VISIT, wanted=provided(Service.AMBULANCE), when=need_arose(Need.AMBULANCE))
)

# (7) The Ministry of Culture.
rules.duty(
    "25/7/a",
    Executes(
        activity=Activity.DINNER,
        wanted=Wanted(ServiceProvided, where={"service": Service.CONCERT_PROGRAMME}),
        when=official_dinner,
    ),
)
rules.duty(
    "25/7/b",
    Executes(
        activity=Activity.PERFORMANCE,
        wanted=Wanted(ServiceProvided, where={"service": Service.PERFORMANCE}),
    ),
)

# (8) The State Provision Service.
rules.duty(
    "25/8/a",
    Executes(
        activity=Activity.DINNER,
        wanted=Wanted(ServiceProvided, where={"service": Service.DINNER}),
        when=official_dinner,
    ),
)
rules.duty(
    "25/8/b",
    TripDinner(
        activity=Activity.REGIONAL_TRIP, wanted=Wanted(ServiceProvided, where={"service": Service.DINNER})
    ),
)
rules.duty("25/8/c.1", Executes(activity=VISIT, wanted=provided(Service.HOSPITALITY), when=stays))
rules.duty(
    "25/8/c.2",
    Executes(
        activity=VISIT,
        wanted=Wanted(GuestsLodged, where={"place": Place.HOTEL}, anywhere=True),
        when=need_arose(Need.HOTEL),
    ),
)
MEMBERS = tuple(sorted(COMPANIONS - {"accompanying-person"}))
rules.duty("25/8/d.1", Lodged(activity=VISIT, who=(GUEST, "guest-spouse", "accompanying-person"), when=stays))
rules.duty("25/8/d.2", Lodged(activity=VISIT, who=MEMBERS, when=comes(Delegation.STATE)))
rules.duty("25/8/d.3", Lodged(activity=VISIT, who=MEMBERS, when=comes(Delegation.GOVERNMENT)))
rules.duty("25/8/d.4", Lodged(activity=VISIT, who=MEMBERS, when=comes(Delegation.PARLIAMENTARY)))
rules.duty(
    "25/8/d.5",
    Lodged(activity=VISIT, who=(GUEST, "accompanying-person"), when=comes(Delegation.FOREIGN_AFFAIRS)),
)
rules.duty(
    "25/8/d.6", Lodged(activity=VISIT, who=(GUEST, "accompanying-person"), when=comes(Delegation.DEFENCE))
)
rules.attests("25/8/d.7", VISIT, when=comes(Delegation.PROMINENT))
rules.duty("25/8/e", Executes(activity=VISIT, wanted=provided(Service.TRANSPORT), when=leaves_the_airport))

# (9) Costs.
rules.duty(
    "25/9.1",
    Executes(
        activity=VISIT,
        wanted=Wanted(
            AgreementReached,
            where={"subject": Subject.COST_SHARING},
            holds={"between": "guest-embassy", "reciprocity": True},
            anywhere=True,
        ),
        member="",
        when=with_embassy,
    ),
)
rules.duty(
    "25/9.2",
    Executes(
        activity=VISIT,
        wanted=Wanted(
            CostRecorded,
            where={"purpose": CostPurpose.RECEPTION_OF_GUESTS, "stage": CostStage.ESTIMATED},
            anywhere=True,
        ),
        ahead_of=begun,
        expected=planned,
    ),
)
rules.duty(
    "25/9.3",
    Funding(
        activity=VISIT,
        wanted=Wanted(AgreementReached, where={"subject": Subject.FUNDING_SOURCE}, anywhere=True),
        member="",
    ),
)

# (10) Delegations of other ranks.
rules.duty("25/10", ByOrganiser(activity=ARRIVAL, also=(DEPARTURE,), role=Presence.GREETING))

# (11) The plan and the programme.
PLAN = Wanted(PreparationPlanApproved)
rules.duty(
    "25/11.1",
    Together(
        activity=VISIT,
        parts=(
            DrawnUp(
                activity=VISIT,
                wanted=PLAN,
                member="",
                ahead_of=begun,
                expected=planned,
                when=by_the_usual_channel,
            ),
            Executes(
                activity=VISIT,
                wanted=Wanted(ProgrammeApproved, anywhere=True),
                member="",
                ahead_of=begun,
                expected=planned,
            ),
        ),
    ),
)
rules.duty(
    "25/11.2",
    DrawnUp(
        activity=VISIT, wanted=PLAN, member="", ahead_of=begun, expected=planned, when=by_another_channel
    ),
)
rules.duty(
    "25/11.3",
    Responsible(activity=VISIT, wanted=Wanted(PlanTaskAssigned), member="", ahead_of=begun, expected=planned),
)

# (12) What the plan settles; the paragraph itself is the sum of these.
for part in PlanItem:
    rules.duty(f"25/12/{part.value}", Settled(activity=VISIT, task=part))
