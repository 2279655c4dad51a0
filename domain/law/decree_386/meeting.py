"""Who greets the guest and sees the guest off, in the articles that speak of both in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.events.state_protocol.conduct import Attendee, OfficialsPresent
from domain.events.state_protocol.preparing import DecisionTaken
from domain.events.state_protocol.things import Subject
from domain.events.state_protocol.vocabulary import Activity, Presence
from domain.facts import Fact
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.duties import Tap
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.visits import visit_of
from domain.law.provision import Member, Provision
from domain.law.templates import not_applicable
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills

_ROLE: Final[Mapping[Activity, Presence]] = MappingProxyType(
    {Activity.ARRIVAL: Presence.GREETING, Activity.DEPARTURE: Presence.FAREWELL}
)
#: Persons of the guest's side: they are no "other officials" of the receiving side.
_GUESTS: Final = frozenset(
    {
        "accompanying-person",
        "embassy-diplomat",
        "guest-ambassador",
        "guest-delegation",
        "guest-delegation-member",
        "guest-embassy",
        "guest-embassy-diplomat",
        "guest-protocol-head",
        "guest-protocol-service",
        "invited-person",
        "main-guest",
    }
)
#: Whom no list of officials means, on either side.
_UNLISTED: Final = frozenset(
    {
        "artist",
        "couple-in-national-dress",
        "driver",
        "film-operator",
        "ge-security-officer",
        "interpreter",
        "journalist",
        "photo-correspondent",
        "press-representative",
        "tv-operator",
    }
)
OTHER: Final = "other-official"
#: Members who can come only where the guest's country has an embassy in Georgia.
_OF_EMBASSY: Final = frozenset({"guest-ambassador", "guest-embassy", "guest-embassy-diplomat"})
#: The two who may be main greeter of a head of government, and their spouses.
_STANDS_FOR: Final = MappingProxyType(
    {"ge-president": "ge-state-minister", "ge-president-spouse": "ge-state-minister-spouse"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meets(Attends):
    """The members of the provision must be present: greeting on the arrival, seeing off on the departure."""

    role: Presence = Presence.GREETING
    #: Members that another provision asks for at the greeting already.
    asked_elsewhere: tuple[str, ...] = ()

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Compare those present with those who can be wanted; nobody is, where the guest has no embassy."""
        able = self._able(case, occasion, law)
        return Attends.judge(self, case, occasion, able) if able.members else None

    def _able(self, case: CaseView, occasion: Occasion, law: Provision) -> Provision:
        visit = visit_of(case)
        left_out = {*_OF_EMBASSY} if visit is not None and not visit.embassy_in_georgia else set()
        if occasion.activity is Activity.ARRIVAL:
            left_out |= {*self.asked_elsewhere}
        if not any(item.office in left_out for item in law.members):
            return law
        return replace(law, members=tuple(item for item in law.members if item.office not in left_out))

    def role_in(self, occasion: Occasion) -> Presence:
        """Return greeting or farewell, by the item."""
        return _ROLE.get(occasion.activity, self.role)

    def absent(
        self, case: CaseView, law: Provision, present: Sequence[Attendee], day: date
    ) -> tuple[str, ...]:
        """Return who is wanted and not there; "other officials" are any whom the provision does not name."""
        named = tuple(item for item in law.members if item.office != OTHER)
        absent = Attends.absent(self, case, replace(law, members=named), present, day)
        if named == law.members or _others(present, named, day):
            return absent
        return (*absent, OTHER)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the attendance of everybody who can be wanted."""
        return Attends.taps(self, case, occasion, self._able(case, occasion, law))


def not_official(office: str) -> bool:
    """Tell whether an office stands for nobody whom a list of officials means: press, interpreters, spouses."""
    return office.endswith("-spouse") or office in _UNLISTED


def _others(present: Sequence[Attendee], named: Sequence[Member], day: date) -> bool:
    offices = {item.office for item in present if not not_official(item.office)} - _GUESTS
    return any(
        not any(office == item.office or fills(office, item.office, day) for item in named)
        for office in offices
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenGreeter(Meets):
    """The President or the State Minister comes: at least one of them, and the choice is on record (note-12)."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge who came; where the choice was never recorded, only the shipped reading holds that against it."""
        verdict = Meets.judge(self, case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED or choice(case) is not None:
            return verdict
        if occasion.activity is Activity.DEPARTURE:
            return verdict
        why = reason("choice_not_recorded")
        if occasion.over is None:
            return replace(
                verdict,
                status=Status.PENDING,
                reasons=(*verdict.reasons, why),
                awaited=(DecisionTaken.TYPE,),
            )
        return replace(
            verdict,
            status=Status.BREACHED,
            reasons=(*verdict.reasons, why),
            awaited=(DecisionTaken.TYPE,),
            contested=True,
        )

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the decision, where it is still open, and the attendance."""
        taps = Meets.taps(self, case, occasion, law)
        if choice(case) is not None or occasion.activity is Activity.DEPARTURE:
            return taps
        chosen = {"subject": Subject.MAIN_GREETER.value, "chosen": ["ge-president"]}
        return (Tap(DecisionTaken.TYPE, chosen), *taps)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpouseOfGreeter(Meets):
    """The main greeter comes with a spouse; whether the main greeter comes at all, another provision asks."""

    #: The provision that asks for the main greeter, and the items for which it does.
    asked_by: str
    asked_at: tuple[Activity, ...]

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Leave the absence of the main greeter to the provision that asks for the person."""
        if occasion.over is not None and occasion.activity in self.asked_at:
            present = [item for fact in self.facts(case, occasion) for item in _attendees(fact)]
            day = case.day(occasion.start or occasion.trigger.occurred_at)
            alone = [replace(item, spouse=False) for item in law.members]
            if present and not all(self._there(case, item, present, day) for item in alone):
                return not_applicable(why=reason("superseded", by=self.asked_by))
        return Meets.judge(self, case, occasion, law)


def _attendees(fact: Fact) -> tuple[Attendee, ...]:
    assert isinstance(fact.data, OfficialsPresent)
    return fact.data.present


def choice(case: CaseView) -> Fact | None:
    """Return the last decision on who is the main greeter."""
    decided = [
        fact
        for fact in case.history.all(DecisionTaken)
        if isinstance(fact.data, DecisionTaken) and fact.data.subject is Subject.MAIN_GREETER
    ]
    return decided[-1] if decided else None


def stand_ins(case: CaseView) -> Mapping[str, str]:
    """Return who stands where the text names the President: the State Minister, where he is main greeter (note-14).

    The decision tells; where none is recorded, who came without the President.
    """
    decided = choice(case)
    if decided is not None:
        assert isinstance(decided.data, DecisionTaken)
        if decided.data.chosen:
            return {} if "ge-president" in decided.data.chosen else _STANDS_FOR
    greeters = {
        item.office
        for fact in case.history.all(OfficialsPresent)
        if isinstance(fact.data, OfficialsPresent) and fact.data.role is Presence.GREETING
        for item in fact.data.present
    }
    return (
        _STANDS_FOR
        if greeters & {"ge-state-minister", "ge-prime-minister"} - {"ge-president"}
        and ("ge-president" not in greeters)
        else {}
    )
