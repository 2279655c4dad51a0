"""Decree, Art. 27: what ministries and agencies do for the President's visits abroad."""

from __future__ import annotations

from domain.events.state_protocol.conduct import GiftHandled
from domain.events.state_protocol.preparing import (
    AgreementReached,
    CostRecorded,
    MaterialDelivered,
    MaterialPrepared,
    ProgrammeApproved,
    ServiceProvided,
)
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.things import (
    CostPurpose,
    CostStage,
    GiftStage,
    Material,
    Programme,
    Service,
    Subject,
)
from domain.events.state_protocol.vocabulary import Activity, Presence
from domain.law.decree_386.abroad import (
    Account,
    BeforeTheGroup,
    EveryCountry,
    NotMuchEarlier,
    group_and_treaties,
    left,
    official,
    visit_start,
    with_group,
    with_treaties,
)
from domain.law.decree_386.analysis import AnswersRequest, TalkingPoints
from domain.law.decree_386.forms.beforehand import Beforehand
from domain.law.decree_386.forms.duties import Asks
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.wanted import OneOf, Wanted

rules = DecreeRules("outgoing")
VISIT = Activity.VISIT
PROTOCOL = "ge-state-protocol-service"
RELATIONS = "ge-international-relations-service"
GROUP = "ge-advance-group"
FINANCE = "ge-chancellery-financial-service"
AVIATION = "ge-air-transport-department"


def _service(service: Service, **holds: object) -> Wanted:
    return Wanted(ServiceProvided, where={"service": service}, holds=holds)


def _before_leaving(local: str, wanted: Wanted) -> None:
    """What must be there when the aircraft takes off; the latest moment is the beginning of the visit itself."""
    rules.duty(local, Beforehand(activity=VISIT, wanted=wanted, until=left))


# (1) Dates and draft programme.
rules.asks(
    "27/1.1",
    VISIT,
    Wanted(
        AgreementReached,
        where={"subject": Subject.VISIT_CHARACTER_AND_DATES},
        holds={"between": (PROTOCOL, "ge-mfa", "host-embassy")},
    ),
    when=official,
)
rules.attests("27/1.2", VISIT, when=official)

# (2) The group that goes ahead.
rules.duty(
    "27/2.1",
    NotMuchEarlier(
        activity=VISIT,
        wanted=Wanted(ActivityStarted, where={"activity": Activity.ADVANCE_GROUP}),
        anchor=visit_start,
        when=official,
    ),
)
rules.attends("27/2.2", Activity.ADVANCE_GROUP, Presence.ACCOMPANIMENT)

# (3) What the group does.
rules.asks(
    "27/3/a.1",
    VISIT,
    Wanted(
        ProgrammeApproved,
        where={"programme": Programme.HOURLY},
        holds={"by": GROUP, "agreed_with": ("host-mfa", "ge-embassy-in-host-country")},
    ),
    when=with_group,
)
rules.asks("27/3/a.2", VISIT, _service(Service.SITE_INSPECTION, by=GROUP), when=with_group)
rules.asks(
    "27/3/b",
    VISIT,
    Wanted(
        AgreementReached,
        where={"subject": Subject.TREATY_TEXTS},
        holds={"between": (GROUP, "host-mfa")},
    ),
    when=group_and_treaties,
)
rules.asks("27/3/c.1", VISIT, _service(Service.LODGING, by=GROUP, agreed_with="host-mfa"), when=with_group)
rules.asks(
    "27/3/c.2",
    VISIT,
    Wanted(
        AgreementReached,
        where={"subject": Subject.SEATING_SCHEME},
        holds={"between": (GROUP, "host-mfa")},
    ),
    when=with_group,
)
rules.attests("27/3/d", VISIT, when=with_group)

# (4) Texts and interpretation. A record that does not speak of translation or printing leaves them open.
rules.asks(
    "27/4/a.1",
    VISIT,
    Wanted(
        MaterialPrepared,
        where={"material": Material.SPEECH_TEXT, "translated": OneOf((True, False))},
        holds={"by": RELATIONS, "translated": True},
    ),
)
rules.in_time(
    "27/4/a.2",
    VISIT,
    Wanted(MaterialDelivered, where={"material": Material.SPEECH_TEXT}),
    anchor=visit_start,
)
rules.attests("27/4/b", VISIT)
rules.asks(
    "27/4/c.1",
    VISIT,
    Wanted(
        MaterialPrepared,
        where={"material": Material.SPEECH_TEXT, "printed": OneOf((True, False))},
        holds={"by": RELATIONS, "printed": True},
    ),
)
rules.asks(
    "27/4/c.2",
    VISIT,
    Wanted(
        MaterialPrepared,
        where={"material": Material.LETTERS},
        holds={"by": RELATIONS, "printed": True},
    ),
)

# (5), (6) Materials and talking points.
rules.duty("27/5", AnswersRequest(activity=VISIT))
rules.duty(
    "27/6",
    TalkingPoints(
        activity=VISIT,
        wanted=Wanted(
            MaterialPrepared,
            where={"material": Material.TALKING_POINTS},
            holds={"by": "ge-policy-analysis-service"},
        ),
        anchor=visit_start,
    ),
)

# (7) State Protocol Service.
rules.asks(
    "27/7/a",
    VISIT,
    Wanted(ProgrammeApproved, where={"programme": Programme.FINAL}, holds={"by": PROTOCOL}),
)
rules.asks("27/7/b", VISIT, _service(Service.PROTOCOL_OFFICERS, by=PROTOCOL))

# (8) Foreign Ministry.
rules.asks(
    "27/8/a.1",
    VISIT,
    Wanted(MaterialPrepared, where={"material": Material.TREATY_DRAFTS}, holds={"by": "ge-mfa"}),
    when=with_treaties,
)
rules.duty(
    "27/8/a.2",
    BeforeTheGroup(
        activity=VISIT,
        wanted=Wanted(MaterialDelivered, where={"material": Material.TREATY_DRAFTS}),
        when=group_and_treaties,
    ),
)
_before_leaving("27/8/b", _service(Service.VISAS_AND_PASSPORTS, by="ge-mfa"))
rules.duty("27/8/c", EveryCountry(activity=VISIT, member="permit"))

# (9) State Provision Service.
rules.attests("27/9/a", VISIT)
rules.asks(
    "27/9/b",
    VISIT,
    Wanted(
        GiftHandled,
        where={"stage": GiftStage.PREPARED},
        holds={"by": "ge-state-provision-service"},
    ),
)


# (10) Financial Service.
def _cost(purpose: CostPurpose, stage: CostStage) -> Wanted:
    return Wanted(CostRecorded, where={"purpose": purpose, "stage": stage}, holds={"by": FINANCE})


rules.asks("27/10/a", VISIT, _cost(CostPurpose.ADVANCE_GROUP_MISSION, CostStage.ALLOTTED), when=with_group)
rules.duty(
    "27/10/b",
    Account(
        activity=VISIT,
        wanted=_cost(CostPurpose.ADVANCE_GROUP_TRAVEL, CostStage.REIMBURSED),
        when=with_group,
    ),
)
rules.duty(
    "27/10/c",
    Account(activity=VISIT, wanted=_cost(CostPurpose.SPECIAL_AIRCRAFT, CostStage.REIMBURSED)),
)
rules.duty(
    "27/10/d",
    Together(
        activity=VISIT,
        parts=(
            Asks(activity=VISIT, wanted=_cost(CostPurpose.DELEGATION_MISSION, CostStage.ALLOTTED)),
            Account(activity=VISIT, wanted=_cost(CostPurpose.DELEGATION_MISSION, CostStage.SETTLED)),
        ),
    ),
)

# (11), (12) The aircraft: ordered by one body, made ready by another.
_before_leaving("27/11/a", _service(Service.AIRCRAFT, by=AVIATION))
_before_leaving("27/11/b.1", _service(Service.FLIGHT_PLAN, by=AVIATION))
rules.duty("27/11/b.2", EveryCountry(activity=VISIT, member="flight_plan"))
_before_leaving(
    "27/12", _service(Service.AIRCRAFT_ORDER, by="ge-state-protection-service", agreed_with=PROTOCOL)
)
