"""Composition: who must be present. Lists are minimum, never closed (note-21); offices come from the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.events.state_protocol.conduct import Attendee, OfficialsPresent
from domain.events.state_protocol.vocabulary import Presence
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Duty, Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.visits import visit_of
from domain.law.provision import Member, Provision
from domain.law.templates import breached, fulfilled
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Attends(Duty):
    """The members of the provision must be present in a role."""

    role: Presence
    #: Members that are asked for here, where one list serves several provisions; all when empty.
    only: tuple[str, ...] = ()
    #: Spouses are asked for only where the guest comes with one.
    spouses_follow_guest: bool = True

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Compare those present with those wanted, by whoever holds each office on the day."""
        facts = self.facts(case, occasion)
        if omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, OfficialsPresent)
        if not facts:
            return self._unrecorded(case, occasion, law)
        day = case.day(occasion.start or facts[0].occurred_at)
        present = [item for fact in facts for item in _attendees(fact)]
        absent = self.absent(case, law, present, day)
        if not absent:
            return fulfilled(*facts)
        if occasion.over is None:
            why = reason("members_awaited", offices=absent)
            return Verdict(
                Status.PENDING, evidence=tuple(facts), reasons=(why,), awaited=(OfficialsPresent.TYPE,)
            )
        return _missing(absent, facts, day)

    def role_in(self, occasion: Occasion) -> Presence:
        """Return the role that counts in an item of the programme."""
        return self.role

    def _unrecorded(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
        """Nobody was recorded: a breach only where at least one of those wanted is known by a document."""
        verdict = unmet(case, occasion, law, OfficialsPresent)
        if verdict.status is not Status.BREACHED or occasion.over is None:
            return verdict
        day = case.day(occasion.start or occasion.over.occurred_at)
        weighed = _missing(self.absent(case, law, (), day), (occasion.over,), day)
        if weighed.status is Status.BREACHED:
            return verdict
        return replace(weighed, reasons=(*verdict.reasons, *weighed.reasons), awaited=verdict.awaited)

    def facts(self, case: CaseView, occasion: Occasion) -> list[Fact]:
        """Return the facts that say who was present in the role, in this item."""
        return [
            fact
            for fact in case.history.all(OfficialsPresent)
            if isinstance(fact.data, OfficialsPresent)
            and fact.data.role is self.role_in(occasion)
            and fact.data.activity in (None, occasion.activity)
            and (fact.data.item or "") in ("", occasion.item, occasion.activity.value)
            and occasion.concerns(fact.data)
        ]

    def members(self, law: Provision) -> Sequence[Member]:
        """Return the members asked for."""
        return [item for item in law.members if not self.only or item.office in self.only]

    def absent(
        self, case: CaseView, law: Provision, present: Sequence[Attendee], day: date
    ) -> tuple[str, ...]:
        """Return the offices that are wanted and not there; of alternatives, the first of their group."""
        members = self.members(law)
        absent = [
            item.office
            for item in members
            if item.mode == "required" and not self._there(case, item, present, day)
        ]
        for mode in ("alternative", "group"):
            for group in dict.fromkeys(_group(item) for item in members if item.mode == mode):
                choices = [item for item in members if item.mode == mode and _group(item) == group]
                if not any(self._there(case, item, present, day) for item in choices):
                    absent.append(choices[0].office)
        return tuple(absent)

    def _there(self, case: CaseView, member: Member, present: Sequence[Attendee], day: date) -> bool:
        visit = visit_of(case)
        offices = {item.office for item in present}
        spouse = member.spouse and (
            not self.spouses_follow_guest or (visit is not None and visit.with_spouse)
        )
        return any(
            (item.office == member.office or fills(item.office, member.office, day))
            and (item.with_spouse or not spouse or f"{item.office}-spouse" in offices)
            for item in present
        )

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the attendance of everybody who is wanted."""
        visit = visit_of(case)
        spouse = visit is not None and visit.with_spouse
        wanted = [item for item in self.members(law) if item.mode != "optional"]
        present = [
            {"office": item.office, "with_spouse": True}
            if item.spouse and spouse
            else {"office": item.office}
            for item in _first_of_groups(wanted) or self.members(law)[:1]
        ]
        data: dict[str, object] = {
            "role": self.role_in(occasion).value,
            "activity": occasion.activity.value,
            "present": present,
        }
        if occasion.item:
            data["item"] = occasion.item
        if occasion.about is not None:
            data["ambassador"] = str(occasion.about)
        return (Tap(OfficialsPresent.TYPE, data),)


@dataclass(frozen=True, slots=True, kw_only=True)
class MayAttend(Attends):
    """The members of the provision may be present: shown as used, or as not used."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Fulfilled where one of them was there; otherwise it does not ask for anything."""
        for fact in self.facts(case, occasion):
            day = case.day(occasion.start or fact.occurred_at)
            if any(self._there(case, member, _attendees(fact), day) for member in self.members(law)):
                return fulfilled(fact, why=reason("permission_used"))
        return Verdict(Status.NOT_APPLICABLE, reasons=(reason("permission_unused"),))


def _group(member: Member) -> str:
    """Return to which choice a member belongs; a class that names no group stands for itself."""
    return member.group or (member.office if member.mode == "group" else "")


def _first_of_groups(members: Sequence[Member]) -> list[Member]:
    seen: set[str] = set()
    chosen = []
    for item in members:
        if item.mode != "required":
            if _group(item) in seen:
                continue
            seen.add(_group(item))
        chosen.append(item)
    return chosen


def _attendees(fact: Fact) -> tuple[Attendee, ...]:
    assert isinstance(fact.data, OfficialsPresent)
    return fact.data.present


def _missing(absent: tuple[str, ...], facts: Sequence[Fact], day: date) -> Verdict:
    """Weigh an absence by what the register knows of the office on the day.

    A sourced office that was absent is a breach. One of which the register holds nothing leaves the verdict
    undetermined; one that rests on general knowledge only calls for a review.
    """
    known = {office: standing(office, day) for office in absent}
    sourced = tuple(office for office in absent if known[office] in ("sourced", "class"))
    if sourced:
        return breached(*facts, why=reason("members_missing", offices=absent, day=day))
    unknown = tuple(office for office in absent if known[office] == "none")
    if unknown:
        why = reason("members_unregistered", offices=unknown, day=day)
        return Verdict(Status.UNDETERMINED, evidence=tuple(facts), reasons=(why,))
    why = reason("members_missing", offices=absent, day=day)
    general = reason("register_general", offices=absent)
    return breached(*facts, why=why).under(Status.REVIEW, general)
