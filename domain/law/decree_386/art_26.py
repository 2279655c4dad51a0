"""Decree, Art. 26: the President or the State Minister receives foreign delegations and guests."""

from __future__ import annotations

from domain.events.state_protocol.conduct import GiftHandled, PersonsArrived, PersonsEscorted, StepTaken
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import (
    AgreementReached,
    ListApproved,
    MaterialDelivered,
    MaterialPrepared,
    MaterialRequested,
    NoticeGiven,
    ServiceProvided,
)
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import AttendanceList, GiftStage, Material, Need, Service, Subject
from domain.events.state_protocol.vocabulary import Activity, Presence
from domain.law.decree_386.abroad import NotMuchEarlier
from domain.law.decree_386.executing import Executes
from domain.law.decree_386.forms.afterwards import Afterwards
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.beforehand import Beforehand
from domain.law.decree_386.forms.duties import Asks, InTime, before
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.visits import needed
from domain.law.decree_386.forms.wanted import OneOf, Wanted
from domain.law.decree_386.receptions import (
    ADVISERS,
    PRESIDENT,
    ClearedWithHost,
    ExpediencyAgreed,
    ReceptionRules,
    TalkRecordMade,
    begun_or_planned,
    final_programme,
    in_chancellery,
    meeting,
    meeting_ends,
    of_security_services,
)

rules = ReceptionRules("reception")
AUDIENCE = Activity.AUDIENCE
ANALYSIS = "ge-policy-analysis-service"
PROTOCOL = "ge-state-protocol-service"
#: Where the plan puts what comes before the meeting; the text gives no time.
DAY_BEFORE, HOUR_BEFORE = before(24 * 60), before(60)
GUESTS = OneOf(("main-guest", "guest-delegation"))

# (1) Whether the reception is expedient: agreed, not only asked for (note-24).
rules.duty(
    "26/1",
    ExpediencyAgreed(
        activity=AUDIENCE,
        wanted=Wanted(
            AgreementReached,
            where={"subject": Subject.RECEPTION_EXPEDIENCY},
            holds={"between": ADVISERS},
        ),
    ),
)

# (2), (3) Materials, endorsed by the head; the lists as a whole are not counted beside their letters.
for local, material, recipient in (
    ("2/a", Material.DRAFT_PROGRAMME, PROTOCOL),
    ("2/b", Material.FOREIGN_PARTICIPANTS, PROTOCOL),
    ("2/c", Material.GEORGIAN_PARTICIPANTS, PROTOCOL),
    ("3/a", Material.BIOGRAPHIES, ANALYSIS),
    ("3/b", Material.VISIT_PURPOSES, ANALYSIS),
    ("3/c.1", Material.PROPOSALS, ANALYSIS),
    ("3/c.2", Material.VIEWS, ANALYSIS),
):
    rules.in_time(
        f"26/{local}",
        AUDIENCE,
        Wanted(MaterialDelivered, where={"material": material}, holds={"to": recipient, "endorsed": True}),
    )
# A power of its own, without a time limit (note-25).
rules.permits(
    "26/3/d",
    AUDIENCE,
    Wanted(
        MaterialRequested,
        where={
            "material": Material.ADDITIONAL_INFORMATION,
            "by": OneOf((ANALYSIS, "ge-chancellery-sector-structure")),
        },
    ),
    when=needed(Need.ADDITIONAL_INFORMATION),
)

# (4) Who clears the reception with whom.
rules.duty("26/4.1", ClearedWithHost(activity=AUDIENCE))
rules.duty(
    "26/4.2",
    Beforehand(
        activity=AUDIENCE,
        wanted=Wanted(
            AgreementReached,
            where={"subject": Subject.RECEPTION},
            holds={"between": ("ge-security-council-secretary", PRESIDENT)},
        ),
        when=of_security_services,
    ),
)

# (5) In the building of the State Chancellery.
rules.duty(
    "26/5.1",
    Together(
        activity=AUDIENCE,
        parts=tuple(
            Asks(activity=AUDIENCE, wanted=Wanted(StepTaken, where={"step": step}, holds={"place": place}))
            for step, place in (
                (Step.GUEST_CARS_ENTER, Place.CHANCELLERY_LEFT_GATE),
                (Step.GUEST_CARS_STOP, Place.CHANCELLERY_ENTRANCE_2),
            )
        ),
        when=in_chancellery,
    ),
)
OFFICER = "ge-state-protocol-officer"
rules.duty(
    "26/5.2",
    Together(
        activity=AUDIENCE,
        parts=(
            Attends(activity=AUDIENCE, role=Presence.GREETING),
            Asks(
                activity=AUDIENCE,
                wanted=Wanted(
                    PersonsEscorted,
                    where={"who": GUESTS, "place": Place.RECEPTION_ROOM},
                    holds={"by": OFFICER},
                ),
            ),
        ),
        when=in_chancellery,
    ),
)
rules.duty(
    "26/5.3",
    Afterwards(
        activity=AUDIENCE,
        wanted=Wanted(
            PersonsEscorted,
            where={"who": GUESTS, "place": Place.CHANCELLERY_YARD},
            holds={"by": OFFICER},
        ),
        when=in_chancellery,
    ),
)
rules.in_time(
    "26/5.4",
    AUDIENCE,
    Wanted(
        PersonsArrived,
        where={
            "who": GUESTS,
            "place": OneOf((Place.CHANCELLERY_ENTRANCE_2, Place.CHANCELLERY_ENTRANCE)),
        },
    ),
    when=in_chancellery,
)

# (6) The Foreign Policy Analysis Service.
rules.in_time(
    "26/6/a",
    AUDIENCE,
    Wanted(MaterialDelivered, where={"material": Material.TALKING_POINTS}, holds={"to": "ge-secretariat"}),
)
rules.duty(
    "26/6/b",
    Executes(
        activity=AUDIENCE,
        wanted=Wanted(
            MaterialDelivered,
            where={"material": Material.EXPERT_REVIEW},
            holds={"to": "ge-chancellery-structures"},
        ),
        when=needed(Need.EXPERT_REVIEW),
    ),
)
RECORD = Wanted(MaterialDelivered, where={"material": Material.TALK_RECORD})
rules.duty(
    "26/6/c.1",
    TalkRecordMade(
        activity=AUDIENCE,
        wanted=Wanted(MaterialPrepared, where={"material": Material.TALK_RECORD}),
        ways=(RECORD,),
        expected=meeting_ends,
    ),
)
rules.duty(
    "26/6/c.2",
    InTime(
        activity=AUDIENCE,
        wanted=Wanted(
            RECORD.model, where=RECORD.where, holds={"to": "ge-secret-records-group", "certified": True}
        ),
        anchor=meeting,
    ),
)


# (7) The State Protocol Service.
def _told(subject: Subject, to: str) -> Wanted:
    return Wanted(NoticeGiven, where={"subject": subject, "to": to})


rules.duty(
    "26/7/a",
    Executes(
        activity=AUDIENCE,
        wanted=_told(Subject.MEETING_TIME, "ge-ministries-and-agencies"),
        ahead_of=final_programme,
        expected=DAY_BEFORE,
    ),
)
rules.duty(
    "26/7/b",
    Together(
        activity=AUDIENCE,
        parts=tuple(
            Executes(
                activity=AUDIENCE,
                wanted=Wanted(ListApproved, where={"attendance": OneOf((side, AttendanceList.MEETING))}),
                expected=DAY_BEFORE,
            )
            for side in (AttendanceList.MEETING_GUESTS, AttendanceList.MEETING_GEORGIA)
        ),
    ),
)
for local, body in (("7/c", "ge-president-press-service"), ("7/d", "ge-state-protection-service")):
    rules.duty(
        f"26/{local}", Executes(activity=AUDIENCE, wanted=_told(Subject.MEETING, body), expected=DAY_BEFORE)
    )
rules.duty(
    "26/7/e",
    NotMuchEarlier(
        activity=AUDIENCE,
        wanted=_told(Subject.GUESTS_RECEPTION, "ge-state-provision-service"),
    ),
)

# (8), (9) Interpretation, the room, hospitality, souvenirs.
rules.duty(
    "26/8",
    Executes(activity=AUDIENCE, wanted=Wanted(ServiceProvided, where={"service": Service.INTERPRETATION})),
)
rules.duty(
    "26/9/a",
    Executes(
        activity=AUDIENCE,
        wanted=Wanted(ServiceProvided, where={"service": Service.ROOM}),
        ahead_of=begun_or_planned,
        expected=HOUR_BEFORE,
    ),
)
rules.attests("26/9/b", AUDIENCE)
rules.duty(
    "26/9/c",
    Executes(
        activity=AUDIENCE,
        wanted=Wanted(GiftHandled, where={"stage": GiftStage.PREPARED}),
        expected=DAY_BEFORE,
    ),
)
