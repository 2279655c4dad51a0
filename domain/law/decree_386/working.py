"""What Arts. 4 and 8 ask of a working visit in the same words: the ride, the lists, the one dinner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.events.state_protocol.conduct import OfficialsPresent, PersonsEscorted, SeatTaken
from domain.events.state_protocol.preparing import ListApproved
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.things import AttendanceList
from domain.events.state_protocol.vocabulary import Activity, Presence
from domain.facts import Fact
from domain.law.decree_386.cells import CellDuty, cell_duty
from domain.law.decree_386.forms.beforehand import Beforehand
from domain.law.decree_386.forms.duties import Asks, Duty, Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.wanted import OneOf, Wanted
from domain.law.decree_386.lodging import RESIDENCE
from domain.law.decree_386.matrix import Column
from domain.law.decree_386.meeting import not_official
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills

TALKS: Final = (Activity.TALKS, Activity.TALKS_ONE_TO_ONE)
GUEST: Final = "main-guest"
#: With whom the talks are held: that they took part needs no record.
_GUESTS: Final = frozenset({GUEST, "guest-delegation", "guest-delegation-member"})
#: Items of a social programme that go beyond "the official dinner only" (note-10).
_BEYOND: Final = frozenset({Activity.PERFORMANCE, Activity.EVENING_RECEPTION, Activity.RECEPTION_CEREMONY})


@dataclass(frozen=True, slots=True, kw_only=True)
class RidesWithGuest(Asks):
    """Somebody rides with the main guest, in one car, to the residence."""

    by: str

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached, too, where both sat in different cars."""
        verdict = Asks.judge(self, case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED:
            return verdict
        seats = [fact for fact in case.history.all(SeatTaken) if _in(fact, occasion)]
        guest, host = (self._cars(case, seats, who) for who in (GUEST, self.by))
        if guest and host and not guest.keys() & host.keys():
            return breached(*guest.values(), *host.values(), why=reason("not_in_one_car", office=self.by))
        return verdict

    @staticmethod
    def _cars(case: CaseView, seats: list[Fact], who: str) -> dict[int, Fact]:
        return {
            fact.data.car: fact
            for fact in seats
            if isinstance(fact.data, SeatTaken)
            and any(sat == who or fills(sat, who, case.day(fact.occurred_at)) for sat in fact.data.who)
        }


def _in(fact: Fact, occasion: Occasion) -> bool:
    return isinstance(fact.data, SeatTaken) and fact.data.activity in (None, occasion.activity)


def rides(by: str) -> RidesWithGuest:
    """Return the duty of an office to ride with the main guest to the residence."""
    places = OneOf(tuple(sorted(RESIDENCE, key=lambda place: place != "residence")))
    escorted = Wanted(PersonsEscorted, where={"who": GUEST, "place": places}, holds={"by": by})
    return RidesWithGuest(activity=Activity.ARRIVAL, wanted=escorted, by=by)


def talks_list() -> Beforehand:
    """Return the duty to agree beforehand with the guest's side on who attends the talks."""
    listed = Wanted(
        ListApproved,
        where={"attendance": AttendanceList.TALKS, "activity": OneOf((None, *TALKS))},
        holds={"agreed_with": OneOf(("guest-protocol-service", "guest-protocol-head", "guest-embassy"))},
    )
    return Beforehand(
        activity=Activity.TALKS, also=(Activity.TALKS_ONE_TO_ONE,), wanted=listed, when=_talks_of_the_list
    )


def _talks_of_the_list(case: CaseView, occasion: Occasion) -> bool:
    """One list serves all talks: the private ones are asked for it only where there are no others."""
    return occasion.activity is Activity.TALKS or programme_of(case.history).sole(Activity.TALKS) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyDinner(CellDuty):
    """The official dinner is given, and no other event of ceremony stands in the social programme (note-10)."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached by a further event; by the literal reading even what paragraph 2 prescribes would be one."""
        further = [
            fact
            for fact in case.history.all(ActivityStarted)
            if isinstance(fact.data, ActivityStarted) and fact.data.activity in _BEYOND
        ]
        if further:
            names = tuple(dict.fromkeys(_activity(fact) for fact in further))
            return breached(*further, why=reason("beyond_the_dinner", activities=names))
        return CellDuty.judge(self, case, occasion, law)


def _activity(fact: Fact) -> str:
    assert isinstance(fact.data, ActivityStarted)
    return fact.data.activity.value


def only_dinner(local: str) -> OnlyDinner:
    """Return the duty to give the official dinner and nothing beside it."""
    cell = cell_duty(local, (Column.DINNER,))
    return OnlyDinner(activity=cell.activity, cells=cell.cells, besides=cell.besides)


@dataclass(frozen=True, slots=True, kw_only=True)
class DinersFromTalks(Duty):
    """The officials at the dinner are those who took part in the talks."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached by an official who was not at the talks: the text says which officials attend, and no others."""
        dined = _attending(case, occasion.activity, occasion)
        if not dined or omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, OfficialsPresent)
        talked = [fact for activity in TALKS for fact in _attending(case, activity, None)]
        if not talked:
            why = reason("talks_attendance_unknown")
            return undetermined(*dined, why=why, awaited=(OfficialsPresent,))
        known = _offices(talked) | _leaders(case) | _GUESTS
        day = case.day(dined[0].occurred_at)
        strangers = {office for office in _offices(dined) if not _is_one_of(office, known, day)}
        if strangers:
            why = reason("not_at_the_talks", offices=tuple(sorted(strangers)))
            # Read as a list of those who must come, which is a minimum (note-21), it would let others come too.
            return replace(breached(*dined, why=why), contested=True)
        if not _offices(dined):
            return breached(
                *dined,
                why=reason("members_missing", offices=("other-official",), day=day),
            )
        return fulfilled(*dined)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the attendance of those who were at the talks; that of the talks first, where nothing tells it."""
        talked = [fact for activity in TALKS for fact in _attending(case, activity, None)]
        offices = sorted(_offices(talked)) or ["other-official"]
        data = {"role": Presence.ATTENDANCE.value, "activity": occasion.activity.value}
        present = [{"office": office} for office in offices]
        dined = Tap(OfficialsPresent.TYPE, {**data, "present": present})
        held = next((item for item in TALKS if programme_of(case.history).of(item)), None)
        if talked or held is None:
            return (dined,)
        return (Tap(OfficialsPresent.TYPE, {**dined.data, "activity": held.value}), dined)


def _leaders(case: CaseView) -> frozenset[str]:
    """Return who led the talks: whoever leads them takes part in them."""
    return frozenset(
        fact.data.led_by
        for fact in case.history.all(ActivityStarted)
        if isinstance(fact.data, ActivityStarted) and fact.data.activity in TALKS and fact.data.led_by
    )


def _is_one_of(office: str, known: frozenset[str] | set[str], day: date) -> bool:
    return any(office == one or fills(office, one, day) or fills(one, office, day) for one in known)


def _attending(case: CaseView, activity: Activity, occasion: Occasion | None) -> list[Fact]:
    return [
        fact
        for fact in case.history.all(OfficialsPresent)
        if isinstance(fact.data, OfficialsPresent)
        and fact.data.role is Presence.ATTENDANCE
        and fact.data.activity is activity
        and (occasion is None or (fact.data.item or "") in ("", occasion.item, activity.value))
    ]


def _offices(facts: list[Fact]) -> set[str]:
    return {
        item.office
        for fact in facts
        if isinstance(fact.data, OfficialsPresent)
        for item in fact.data.present
        if not not_official(item.office)
    }
