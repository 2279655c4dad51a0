"""Decree, Art. 3(5): talks with a head of state at Krtsanisi, the signing and the press conference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from domain.events.state_protocol.conduct import (
    FlagsDisplayed,
    HonourGuardFormed,
    PersonsArrived,
    PersonsEscorted,
    StepTaken,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import ProgrammeApproved, ServiceProvided
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import AttendanceList, Programme, Service
from domain.events.state_protocol.vocabulary import Activity, Flag, Formation, Presence
from domain.facts import Fact
from domain.law.decree_386.arriving import Manner
from domain.law.decree_386.forms.between import Between, ReadTwice, begun
from domain.law.decree_386.forms.by_list import ByTheList
from domain.law.decree_386.forms.cell_forms import FlagsTogether
from domain.law.decree_386.forms.duties import Asks, Tap, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.rules import DecreeRules, decree
from domain.law.decree_386.forms.sequences import Order
from domain.law.decree_386.forms.visits import spouse_comes
from domain.law.decree_386.forms.wanted import AtLeast, Expected, OneOf, Wanted
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

rules = DecreeRules("visit")
RECEPTION = Activity.RECEPTION_CEREMONY
ONE_TO_ONE = Activity.TALKS_ONE_TO_ONE
TALKS = Activity.TALKS
SIGNING = Activity.SIGNING
PRESS = Activity.PRESS_CONFERENCE
#: Official meetings: a talk in private, and negotiations.
MEETINGS: Final = (ONE_TO_ONE, TALKS)
BOTH_FLAGS: Final = (Flag.GUEST, Flag.GEORGIA)

AT_KRTSANISI = Order("reception at Krtsanisi")
AT_THE_SIGNING = Order("signing")
AFTER_THE_PRESS = Order("press conference")


@dataclass(frozen=True, slots=True)
class InGeorgianAndAnother(Expected):
    """Languages among which Georgian is, in the number that the provision states."""

    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether Georgian and enough languages are there."""
        return isinstance(found, tuple) and "ka" in found and len(set(found)) >= law.whole("languages")

    def example(self, law: Provision) -> object:
        """Return Georgian and English; whoever records it puts the guest's own language instead of the latter."""
        return ("ka", "en")


def _item(case: CaseView, activity: Activity) -> Occasion | None:
    return programme_of(case.history).sole(activity)


def meeting(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return the start of the one-to-one talk, or of the talks where there is none; the text says "the meeting"."""
    private = _item(case, ONE_TO_ONE)
    return private.start if private and private.cancelled is None else occasion.start


def meeting_planned(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the meeting is, or was, to start."""
    private = _item(case, ONE_TO_ONE)
    return private.planned_start if private and private.cancelled is None else occasion.planned_start


def talks_start(_case: CaseView, occasion: Occasion) -> datetime | None:
    """Return the start of the talks of the delegations: the other reading of "the meeting"."""
    return occasion.start


def _end(case: CaseView, *activities: Activity) -> datetime | None:
    """Return the latest recorded end of items of these activities."""
    programme = programme_of(case.history)
    ends = [
        item.ended for activity in activities for item in programme.of(activity) if item.ended is not None
    ]
    return max((fact.occurred_at for fact in ends), default=None)


def one_to_one_over(case: CaseView, _occasion: Occasion) -> datetime | None:
    """Return when the one-to-one talk ended."""
    return _end(case, ONE_TO_ONE)


def talks_over(case: CaseView, _occasion: Occasion) -> datetime | None:
    """Return when the talks ended."""
    return _end(case, TALKS)


def official_part_over(case: CaseView, _occasion: Occasion) -> datetime | None:
    """Return when talks and signing had ended."""
    return _end(case, *MEETINGS, SIGNING)


def press_conference_planned(case: CaseView, _occasion: Occasion) -> datetime | None:
    """Return when the press conference is, or was, to begin."""
    item = _item(case, PRESS)
    return item.start if item else None


# (a) Who leads, who takes part, and what the spouse does meanwhile.
rules.duty(
    "3/5/a.1",
    Asks(
        activity=ONE_TO_ONE,
        also=(TALKS,),
        wanted=Wanted(ActivityStarted, holds={"led_by": "ge-president"}),
    ),
)
rules.duty("3/5/a.2", ByTheList(activity=TALKS, attendance=AttendanceList.TALKS, regards_guests=True))
_SPOUSE_PROGRAMME: Final = Wanted(ProgrammeApproved, where={"programme": Programme.SPOUSE})


def _meetings(case: CaseView) -> list[Occasion]:
    programme = programme_of(case.history)
    items = [item for activity in MEETINGS for item in programme.of(activity)]
    return [item for item in items if item.cancelled is None]


def _spouse_taps(case: CaseView, _occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    covers = [item.activity.value for item in _meetings(case)]
    return (Tap(ProgrammeApproved.TYPE, {"programme": Programme.SPOUSE.value, "covers": covers}),)


def _first_meeting(case: CaseView, _occasion: Occasion, _law: Provision) -> datetime | None:
    return min((item.start for item in _meetings(case) if item.start is not None), default=None)


@rules.judged(
    "3/5/a.3",
    Activity.VISIT,
    when=spouse_comes,
    records=_spouse_taps,
    due=_first_meeting,
    ahead=lambda _case, _occasion: True,
)
def programme_of_the_spouse(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """For the time of each official meeting the spouse has a programme, drawn up before the meeting begins."""
    meetings = _meetings(case)
    if not meetings:
        return None
    found = _SPOUSE_PROGRAMME.candidates(case, occasion, law)
    begun_items = [item for item in meetings if item.starts]
    for item in begun_items or meetings:
        at = item.starts[0].occurred_at if item.starts else None
        drawn_up = [fact for fact in found if at is None or fact.occurred_at <= at]
        if item.starts and not drawn_up:
            return breached(
                item.starts[0], why=reason("meetings_not_covered", activities=(item.activity.value,))
            )
    if not found:
        return unmet(case, occasion, law, ProgrammeApproved)
    return _covered(found[-1].data, found, meetings)


def _covered(data: object, found: list[Fact], meetings: list[Occasion]) -> Verdict:
    assert isinstance(data, ProgrammeApproved)
    if not data.covers:
        why = reason("not_stated", what="covers", wanted=tuple(item.activity.value for item in meetings))
        return Verdict(Status.UNDETERMINED, evidence=tuple(found[-1:]), reasons=(why,))
    missing = tuple(item.activity.value for item in meetings if item.activity not in data.covers)
    if missing:
        return breached(*found[-1:], why=reason("meetings_not_covered", activities=missing))
    return fulfilled(*found[-1:])


# (b) The reception at House II, up to the talk in private.
rules.asks(
    "3/5/b.1",
    RECEPTION,
    FlagsTogether(FlagsDisplayed, {"place": Place.KRTSANISI_HOUSE_2}, flags=BOTH_FLAGS),
)
rules.step(
    "3/5/b.2",
    RECEPTION,
    AT_KRTSANISI,
    Wanted(StepTaken, where={"step": Step.GUEST_CAR_STOPS}, holds={"place": Place.CENTRAL_ENTRANCE}),
)
rules.asks(
    "3/5/b.3",
    RECEPTION,
    Wanted(
        HonourGuardFormed,
        where={"place": Place.HOUSE_2_DOOR},
        holds={
            "formation": Formation.POSTED,
            "parade_uniform": True,
            "left": AtLeast(1),
            "right": AtLeast(1),
        },
    ),
)
rules.attests("3/5/b.4", RECEPTION)
rules.attends("3/5/b.5", RECEPTION, Presence.THRESHOLD)
rules.duty(
    "3/5/b.6",
    Asks(
        activity=ONE_TO_ONE,
        wanted=Wanted(StepTaken, where={"step": Step.LEADERS_GO_UP}, holds={"place": Place.FIREPLACE_HALL}),
    ),
)
rules.duty(
    "3/5/b.7",
    Between(
        activity=ONE_TO_ONE,
        wanted=Wanted(StepTaken, where={"step": Step.COMMEMORATIVE_PHOTOGRAPH}),
        before=begun,
    ),
)

# (c) When the delegations come. "The meeting" can be the talk in private or the talks.
_HOUSE: Final = {"place": Place.KRTSANISI_HOUSE_2, "activity": OneOf((TALKS, ONE_TO_ONE, None))}
for _local, _who in (
    ("3/5/c.1", OneOf(("georgian-party", "ge-minister", "ge-mfa-official"))),
    ("3/5/c.2", OneOf(("guest-delegation", "guest-delegation-member"))),
):
    rules.duty(
        _local,
        ReadTwice(
            activity=TALKS,
            wanted=Wanted(PersonsArrived, where={**_HOUSE, "who": _who}),
            anchor=meeting,
            planned=meeting_planned,
            other=talks_start,
            everyone=True,
        ),
    )

# (d) The talks.
rules.duty(
    "3/5/d.1",
    Between(
        activity=TALKS,
        wanted=Wanted(
            StepTaken, where={"step": Step.NEGOTIATORS_JOIN}, holds={"place": Place.FIREPLACE_HALL}
        ),
        after=one_to_one_over,
    ),
)
rules.permits("3/5/d.2", TALKS, Wanted(ServiceProvided, where={"service": Service.PRESS_ADMISSION}))
rules.attests("3/5/d.3", TALKS)

# (e)-(h) The signing, where documents are to be signed.
rules.duty(
    "3/5/e",
    Between(
        activity=SIGNING,
        wanted=Wanted(
            StepTaken, where={"step": Step.PARTIES_GO_TO_SIGNING}, holds={"place": Place.CONFERENCE_HALL}
        ),
        after=talks_over,
    ),
)
rules.asks(
    "3/5/f",
    SIGNING,
    FlagsTogether(FlagsDisplayed, {"place": Place.SIGNING_TABLE}, flags=BOTH_FLAGS),
)
rules.step(
    "3/5/g.1",
    SIGNING,
    AT_THE_SIGNING,
    Wanted(StepTaken, where={"step": Step.DOCUMENTS_ANNOUNCED}, holds={"languages": InGeorgianAndAnother()}),
)
rules.attests("3/5/g.2", SIGNING, afterwards=True)
rules.attends("3/5/h", SIGNING, Presence.ATTENDANCE)

# (i), (j) The press conference, and the leave that follows it.
_IN_THE_HALL: Final = {"place": Place.CONFERENCE_HALL}
_LED_BY: Final = {"led_by": "ge-head-press-service"}
rules.duty(
    "3/5/i.1",
    Between(
        activity=Activity.VISIT,
        wanted=Wanted(ActivityStarted, where={"activity": PRESS}, holds=_IN_THE_HALL, besides=_LED_BY),
        after=official_part_over,
        expected=press_conference_planned,
    ),
)
rules.attests("3/5/i.2", PRESS)
rules.duty(
    "3/5/i.3",
    Manner(
        activity=PRESS,
        wanted=Wanted(ActivityStarted, holds=_LED_BY, besides=_IN_THE_HALL),
        reported_by=decree("3/5/i.1"),
    ),
)
rules.attests("3/5/j.1", PRESS, afterwards=True)
rules.step(
    "3/5/j.2",
    PRESS,
    AFTER_THE_PRESS,
    Wanted(StepTaken, where={"step": Step.HOST_TAKES_LEAVE}, holds={"place": Place.HOUSE_2_THRESHOLD}),
    afterwards=True,
)
rules.step(
    "3/5/j.3",
    PRESS,
    AFTER_THE_PRESS,
    Wanted(
        PersonsEscorted,
        where={"who": "main-guest", "place": Place.MAIN_CAR},
        holds={"by": "ge-head-state-protocol"},
    ),
    afterwards=True,
)
