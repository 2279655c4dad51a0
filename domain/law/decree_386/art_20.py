"""Decree, Art. 20: ambassadors present their credentials, one at the President's residence or several at Krtsanisi."""

from __future__ import annotations

from domain.events.state_protocol.conduct import (
    AmbassadorAnnounced,
    CredentialsPresented,
    EscortRode,
    HonourGuardFormed,
    PersonsEscorted,
    SpeechDelivered,
    StepTaken,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import (
    AgreementReached,
    ListApproved,
    MaterialDelivered,
    NoticeGiven,
)
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.registering import CredentialsRegistered
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import AttendanceList, Material, Subject
from domain.events.state_protocol.vocabulary import CredentialsForm, Formation, Leg, Presence
from domain.law.decree_386.agrement import ByAgrement
from domain.law.decree_386.ambassadors import (
    AttendsEach,
    InTurn,
    OfEach,
    TogetherForEach,
    form_is,
)
from domain.law.decree_386.credentials import (
    CEREMONY,
    DAY_BEFORE,
    TALK,
    EscortOfTheColumn,
    FetchedOnTheDay,
    RecallCopy,
    SeveralTogether,
    SpeechToAll,
    after_agreement,
    at_the_meeting,
    day_of_the_talk,
    on_the_set_day,
)
from domain.law.decree_386.executing import Executes
from domain.law.decree_386.forms.afterwards import Afterwards
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.beforehand import Beforehand
from domain.law.decree_386.forms.duties import Asks
from domain.law.decree_386.forms.every import Every
from domain.law.decree_386.forms.rules import DecreeRules, decree
from domain.law.decree_386.forms.sequences import InOrderStep, Order
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.wanted import OneOf, Param, Wanted

rules = DecreeRules("credentials")
AMBASSADOR = "presenting-ambassador"
DIRECTOR = "ge-director-diplomatic-protocol"
MINISTER = "ge-foreign-minister"
single = form_is(CredentialsForm.SINGLE)
joint = form_is(CredentialsForm.JOINT)
SINGLE = Order("credentials of one ambassador")
JOINT = Order("credentials of several ambassadors")

PRESENTED = Asks(activity=CEREMONY, wanted=Wanted(CredentialsPresented, holds={"to": "ge-president"}))
ANNOUNCED = Asks(activity=CEREMONY, wanted=Wanted(AmbassadorAnnounced))


def _step(step: Step) -> Asks:
    return Asks(activity=CEREMONY, wanted=Wanted(StepTaken, where={"step": step}))


# (1) Before the ceremony; of each ambassador, in both forms.
rules.duty(
    "20/1.1",
    InTurn(
        parts=(_step(Step.AMBASSADOR_CALLS_ON_DIRECTOR), _step(Step.AMBASSADOR_CALLS_ON_MINISTER)),
        until=(Asks(activity=CEREMONY, wanted=Wanted(CredentialsPresented)),),
        expected=DAY_BEFORE,
    ),
)
rules.duty(
    "20/1.2",
    OfEach(
        wanted=Wanted(
            NoticeGiven,
            where={"subject": Subject.CEREMONY_DETAILS, "to": AMBASSADOR},
            holds={"by": DIRECTOR},
        ),
        expected=DAY_BEFORE,
    ),
)


def _paper(material: Material) -> OfEach:
    return OfEach(
        wanted=Wanted(MaterialDelivered, where={"material": material}, holds={"to": MINISTER}),
        objection=at_the_meeting,
        expected=DAY_BEFORE,
    )


rules.duty("20/1.3", _paper(Material.CREDENTIALS_COPY))


rules.duty(
    "20/1.4",
    RecallCopy(
        wanted=Wanted(MaterialDelivered, where={"material": Material.RECALL_COPY}, holds={"to": MINISTER}),
        objection=at_the_meeting,
        expected=DAY_BEFORE,
    ),
)
rules.duty("20/1.5", _paper(Material.CEREMONY_SPEECH))
rules.duty(
    "20/1.6",
    Executes(
        activity=CEREMONY,
        wanted=Wanted(
            AgreementReached,
            where={"subject": Subject.CREDENTIALS_DATE},
            holds={"between": ("ge-diplomatic-protocol-department", "ge-state-protocol-service")},
        ),
        member="",
        expected=DAY_BEFORE,
    ),
)


rules.duty(
    "20/1.7",
    OfEach(
        wanted=Wanted(
            NoticeGiven,
            where={"subject": Subject.CREDENTIALS_DATE, "to": "guest-embassy"},
            holds={"by": "ge-diplomatic-protocol-department"},
        ),
        objection=after_agreement,
        expected=DAY_BEFORE,
    ),
)


# (2) One ambassador, at the President's residence.
def _in_order(local: str, order: Order, step: InOrderStep) -> None:
    order.steps.append((decree(local), step))
    rules.duty(local, step)


_in_order(
    "20/2/a.1",
    SINGLE,
    FetchedOnTheDay(
        activity=CEREMONY,
        wanted=Wanted(
            PersonsEscorted,
            where={"who": AMBASSADOR, "place": Place.RESIDENCE_ENTRANCE},
            holds={"by": DIRECTOR},
        ),
        order=SINGLE,
        when=single,
    ),
)
ESCORT = Wanted(
    EscortRode,
    where={"leg": Leg.CREDENTIALS},
    holds={"motorcycles": Param("motorcycles"), "police_cars": Param("police_cars")},
)
rules.duty("20/2/a.2", Every(activity=CEREMONY, wanted=ESCORT, when=single))


def _guard(place: Place) -> Wanted:
    return Wanted(
        HonourGuardFormed, holds={"formation": Formation.POSTED, "place": place, "parade_uniform": True}
    )


rules.asks("20/2/a.3", CEREMONY, _guard(Place.RESIDENCE_ENTRANCE), when=single)
rules.duty(
    "20/2/a.4",
    Together(
        activity=CEREMONY,
        when=single,
        parts=(
            Attends(activity=CEREMONY, role=Presence.GREETING),
            Asks(
                activity=CEREMONY,
                wanted=Wanted(
                    PersonsEscorted,
                    where={"who": AMBASSADOR, "place": Place.CEREMONIES_HALL},
                    holds={"by": ("ge-honour-guard-commander", "ge-state-protocol-officer")},
                ),
            ),
        ),
    ),
)
rules.step(
    "20/2/b.1",
    CEREMONY,
    SINGLE,
    Wanted(
        StepTaken,
        where={"step": Step.ATTENDEES_ENTER_HALL},
        holds={"by": ("embassy-diplomat", "georgian-party")},
    ),
    when=single,
)
for local in ("b.2", "c.1", "c.2", "c.3", "c.4"):
    rules.attests(f"20/2/{local}", CEREMONY, when=single)
rules.step("20/2/c.5", CEREMONY, SINGLE, Wanted(SpeechDelivered, where={"by": AMBASSADOR}), when=single)
rules.attests("20/2/c.6", CEREMONY, when=single)
rules.step("20/2/d.1", CEREMONY, SINGLE, PRESENTED.wanted, when=single)
rules.step("20/2/d.2", CEREMONY, SINGLE, Wanted(SpeechDelivered, where={"by": "ge-president"}), when=single)
for local in ("d.3", "d.4", "e.1", "e.2"):
    rules.attests(f"20/2/{local}", CEREMONY, when=single)
PHOTOGRAPH = Wanted(
    StepTaken,
    where={"step": Step.COMMEMORATIVE_PHOTOGRAPH},
    holds={"place": Place.AT_STATE_FLAG, "by": "ge-head-state-protocol"},
)
rules.step("20/2/f.1", CEREMONY, SINGLE, PHOTOGRAPH, when=single)
rules.attests("20/2/f.2", CEREMONY, when=single)


rules.duty(
    "20/2/f.3",
    Afterwards(
        activity=CEREMONY,
        wanted=Wanted(ActivityStarted, where={"activity": TALK}),
        awaited_until=day_of_the_talk,
        when=single,
    ),
)
rules.duty(
    "20/2/f.4",
    Beforehand(
        activity=TALK,
        wanted=Wanted(ListApproved, where={"attendance": AttendanceList.CREDENTIALS_TALK}),
        when=single,
    ),
)

# (3) Several ambassadors, at Krtsanisi.
rules.duty(
    "20/3.1",
    SeveralTogether(
        activity=CEREMONY, wanted=Wanted(CredentialsRegistered, where={"form": CredentialsForm.JOINT})
    ),
)
rules.asks("20/3.2", CEREMONY, Wanted(ActivityStarted, holds={"place": Place.FIREPLACE_HALL}), when=joint)
rules.duty(
    "20/3/a.1",
    OfEach(
        wanted=Wanted(
            PersonsEscorted,
            where={"who": AMBASSADOR, "place": Place.KRTSANISI_HOUSE_2},
            # The director is of the department too, though the text sends its officers here.
            holds={"by": OneOf(("ge-diplomatic-protocol-officer", DIRECTOR))},
        ),
        objection=on_the_set_day,
        when=joint,
    ),
)


rules.duty("20/3/a.2", EscortOfTheColumn(activity=CEREMONY, wanted=ESCORT, when=joint))
rules.asks("20/3/a.3", CEREMONY, _guard(Place.HOUSE_2_DOOR), when=joint)
rules.duty(
    "20/3/a.4",
    TogetherForEach(
        when=joint,
        parts=(
            AttendsEach(role=Presence.GREETING),
            OfEach(
                wanted=Wanted(
                    PersonsEscorted,
                    where={"who": AMBASSADOR, "place": Place.FIREPLACE_HALL},
                    holds={"by": "ge-state-protocol-officer"},
                )
            ),
        ),
    ),
)
rules.step(
    "20/3/b.1",
    CEREMONY,
    JOINT,
    Wanted(StepTaken, where={"step": Step.OFFICIALS_TAKE_PLACES}),
    when=joint,
)
_in_order(
    "20/3/b.2",
    JOINT,
    ByAgrement(
        activity=CEREMONY,
        wanted=Wanted(StepTaken, where={"step": Step.AMBASSADOR_TAKES_PLACE}),
        order=JOINT,
        when=joint,
    ),
)
rules.attests("20/3/c.1", CEREMONY, when=joint)
_in_order("20/3/c.2", JOINT, ByAgrement(activity=CEREMONY, wanted=ANNOUNCED.wanted, order=JOINT, when=joint))
rules.duty(
    "20/3/c.3",
    InTurn(
        after=(ANNOUNCED,),
        parts=(Asks(activity=CEREMONY, wanted=Wanted(SpeechDelivered, where={"by": AMBASSADOR})), PRESENTED),
        when=joint,
    ),
)


_in_order(
    "20/3/c.4",
    JOINT,
    SpeechToAll(
        activity=CEREMONY,
        wanted=Wanted(SpeechDelivered, where={"by": "ge-president"}),
        order=JOINT,
        when=joint,
    ),
)
rules.step("20/3/d.1", CEREMONY, JOINT, PHOTOGRAPH, when=joint)
rules.attests("20/3/d.2", CEREMONY, when=joint)

# (4) Who attends from the Georgian side, in both forms; the list as a whole is not counted beside its members.
for local in "abcdefgh":
    rules.attends(f"20/4/{local}", CEREMONY, Presence.ATTENDANCE)
