"""Decree, Art. 3(6)-(9): the official dinner, the theatre, trips within Georgia, souvenirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.events.state_protocol.conduct import (
    AnthemsPlayed,
    Attendee,
    FlagsDisplayed,
    GiftHandled,
    OfficialsPresent,
    PersonsArrived,
    SpeechDelivered,
    StepTaken,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import InvitationsIssued, NeedRecorded
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.steps import Step
from domain.events.state_protocol.things import AttendanceList, GiftStage, Need
from domain.events.state_protocol.vocabulary import Activity, Anthem, Dress, Flag, Presence, Viewpoint
from domain.facts import Fact
from domain.law.decree_386.dining import (
    DINNER,
    admission,
    attendance,
    came_without_card,
    checked,
    dinner_starts,
    etiquette,
    guest_comes,
    guest_due,
    guest_taps,
    last_speech,
)
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.between import AttestsUnless, Between, begun
from domain.law.decree_386.forms.by_list import ByTheList
from domain.law.decree_386.forms.duties import Asks, Duty, Tap, item_over
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.sequences import Order
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.visits import needed, spouse_comes
from domain.law.decree_386.forms.wanted import Expected, InOrder, OneOf, Param, Wanted
from domain.law.provision import Provision
from domain.law.templates import fulfilled, not_applicable, undetermined
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills

rules = DecreeRules("visit")
VISIT = Activity.VISIT
PERFORMANCE = Activity.PERFORMANCE
TRIP = Activity.REGIONAL_TRIP

AT_DINNER = Order("dinner")

# 6. Official dinner. (a) Who gives it, who comes, how they are let in.
rules.duty(
    "3/6/a.1",
    Between(
        activity=VISIT,
        wanted=Wanted(
            ActivityStarted, where={"activity": DINNER}, holds={"led_by": "ge-president", "official": True}
        ),
        expected=dinner_starts,
    ),
)
rules.duty("3/6/a.2", ByTheList(activity=DINNER, attendance=AttendanceList.DINNER))
rules.attests("3/6/a.3", DINNER)
rules.attests("3/6/a.4", DINNER)


def _admission_taps(_case: CaseView, _occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    return (Tap("InviteeAdmitted", {"activity": DINNER.value, "basis": "invitation_card"}),)


def _check_taps(_case: CaseView, _occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    checked_by = {"basis": "list_checked", "checked_by": "ge-security-officer"}
    return (Tap("InviteeAdmitted", {"activity": DINNER.value, **checked_by}),)


rules.judged("3/6/a.5", DINNER, records=_admission_taps)(admission)
rules.judged("3/6/a.6", DINNER, when=came_without_card, records=_check_taps)(checked)

# (b), (c) What is asked of the invitees.
rules.judged("3/6/b.1", DINNER)(attendance)
rules.judged("3/6/b.2", DINNER)(etiquette)
_MEN: Final = {"men": Dress.DARK_SUIT}
_LADIES: Final = {"ladies": Dress.EVENING_DRESS}
for _local, _dress, _other in (("3/6/c.1", _MEN, _LADIES), ("3/6/c.2", _LADIES, _MEN)):
    _invitation = Wanted(InvitationsIssued, holds=_dress, besides=_other)
    rules.duty(_local, AttestsUnless(activity=DINNER, wanted=_invitation))

# (d) Who comes when.
rules.judged("3/6/d.1", DINNER, records=guest_taps, due=guest_due)(guest_comes)
rules.step(
    "3/6/d.2",
    DINNER,
    AT_DINNER,
    Wanted(StepTaken, where={"step": Step.HOST_LEADS_TO_BANQUET}, holds={"place": Place.HOUSE_2_THRESHOLD}),
)
rules.in_time(
    "3/6/d.3",
    DINNER,
    Wanted(
        PersonsArrived,
        where={"place": Place.BANQUET_HALL, "who": OneOf(("other-official", "invited-person"))},
    ),
    everyone=True,
)

# (e), (f) In the hall. Speeches stand at the start, music after them.
rules.attests("3/6/e.1", DINNER)
rules.attests("3/6/e.2", DINNER)
rules.step("3/6/e.3", DINNER, AT_DINNER, Wanted(StepTaken, where={"step": Step.LEADERS_ENTER_BANQUET}))
rules.attests("3/6/e.4", DINNER)


def _speech(by: str) -> Duty:
    return Asks(activity=DINNER, wanted=Wanted(SpeechDelivered, where={"by": by}))


rules.duty("3/6/f.1", Together(activity=DINNER, parts=(_speech("ge-president"), _speech("main-guest"))))
rules.attests("3/6/f.2", DINNER, when=needed(Need.TRANSLATION))
rules.duty(
    "3/6/f.3",
    Between(
        activity=DINNER,
        wanted=Wanted(StepTaken, where={"step": Step.MUSIC_BEGINS}),
        after=last_speech,
    ),
)
_SEEING_OFF: Final = Wanted(
    StepTaken, where={"step": Step.HOST_SEES_OFF}, holds={"place": Place.HOUSE_2_THRESHOLD}
)
rules.duty("3/6/g", Between(activity=DINNER, wanted=_SEEING_OFF, after=item_over, afterwards=True))


# 7. Theatre.
@dataclass(frozen=True, slots=True, kw_only=True)
class InTheBox(Attends):
    """Presence counts only in the box, where a place is stated."""

    def facts(self, case: CaseView, occasion: Occasion) -> list[Fact]:
        """Return the facts that speak of the box."""
        boxes = (None, Place.CENTRAL_BOX, Place.PRESIDENTIAL_BOX)
        return [
            fact
            for fact in Attends.facts(self, case, occasion)
            if isinstance(fact.data, OfficialsPresent) and fact.data.place in boxes
        ]


def _flags_at(place: Place) -> Duty:
    sides = {"left": Flag.GUEST, "right": Flag.GEORGIA, "seen_from": Viewpoint.STALLS}
    return Asks(activity=PERFORMANCE, wanted=Wanted(FlagsDisplayed, where={"place": place}, holds=sides))


rules.duty("3/7/a", InTheBox(activity=PERFORMANCE, role=Presence.ATTENDANCE))
rules.duty(
    "3/7/b.1",
    Together(activity=PERFORMANCE, parts=(_flags_at(Place.STAGE), _flags_at(Place.PRESIDENTIAL_BOX))),
)
rules.duty(
    "3/7/b.2",
    Between(
        activity=PERFORMANCE,
        wanted=Wanted(
            AnthemsPlayed,
            holds={"order": InOrder((Anthem.GUEST, Anthem.GEORGIA)), "verses": Param("verses")},
        ),
        before=begun,
    ),
)
rules.attests("3/7/c", PERFORMANCE, afterwards=True)


# 8. Trips.
wishes: Final = needed(Need.GUEST_WISHES_TRIP)


def _trip_taps(_case: CaseView, _occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    return (Tap("NeedRecorded", {"need": Need.GUEST_WISHES_TRIP.value}),)


@rules.judged("3/8.1", VISIT, records=_trip_taps)
def trip_on_the_guests_wish(case: CaseView, _occasion: Occasion, _law: Provision) -> Verdict | None:
    """A trip may be in the programme where the guest wishes it; nothing obliges to plan one."""
    trips = [item for item in programme_of(case.history).of(TRIP) if item.cancelled is None]
    if not trips:
        return not_applicable(why=reason("permission_unused"))
    if not any(wishes(case, trip) for trip in trips):
        return undetermined(trips[0].trigger, why=reason("wish_not_recorded"), awaited=(NeedRecorded,))
    return fulfilled(trips[0].trigger, why=reason("permission_used"))


rules.attends("3/8.2", TRIP, Presence.ACCOMPANIMENT)


#: Ministers who go along in any case, under the sentence before.
_ALONG_ANYWAY: Final = frozenset({"ge-state-minister", "ge-prime-minister", "ge-foreign-minister"})


@dataclass(frozen=True, slots=True)
class AnyMember(Expected):
    """Attendees among whom at least one holds an office that the provision names."""

    def met(self, found: object, law: Provision, day: date) -> bool:
        """Tell whether one of them is there."""
        attendees = found if isinstance(found, tuple) else ()
        offices = {item.office for item in attendees if isinstance(item, Attendee)} - _ALONG_ANYWAY
        return any(
            office == member.office or fills(office, member.office, day)
            for office in offices
            for member in law.members
        )

    def example(self, law: Provision) -> object:
        """Return the first office that the provision names."""
        return ({"office": law.members[0].office},)


rules.permits(
    "3/8.3",
    TRIP,
    Wanted(OfficialsPresent, where={"role": Presence.ACCOMPANIMENT, "present": AnyMember()}),
)

# 9. Souvenirs.


def _souvenir(to: OneOf | str) -> Wanted:
    return Wanted(
        GiftHandled,
        where={"stage": GiftStage.PRESENTED, "to": to},
        holds={"on_behalf_of": "ge-president"},
    )


rules.duty(
    "3/9.1",
    Together(
        activity=VISIT,
        parts=(
            Asks(activity=VISIT, wanted=_souvenir("main-guest")),
            Asks(activity=VISIT, wanted=_souvenir("guest-spouse"), when=spouse_comes),
            Asks(
                activity=VISIT,
                wanted=_souvenir(
                    OneOf(("accompanying-person", "guest-delegation", "guest-delegation-member"))
                ),
            ),
        ),
    ),
)
rules.asks(
    "3/9.2",
    VISIT,
    Wanted(GiftHandled, where={"stage": GiftStage.SELECTED}, holds={"by": "ge-state-provision-service"}),
)
