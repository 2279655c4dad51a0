"""Composition: who must be present. Lists are minimum, never closed (note-21); offices come from the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.events.state_protocol.conduct import Attendee, OfficialsPresent
from domain.events.state_protocol.vocabulary import Presence
from domain.facts import Fact
from domain.law.decree_386.duties import Duty, Tap, omission, unmet
from domain.law.decree_386.occasions import Occasion
from domain.law.decree_386.visits import visit_of
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
        if not facts or omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, OfficialsPresent)
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

    def facts(self, case: CaseView, occasion: Occasion) -> list[Fact]:
        """Return the facts that say who was present in the role, in this item."""
        return [
            fact
            for fact in case.history.all(OfficialsPresent)
            if isinstance(fact.data, OfficialsPresent)
            and fact.data.role is self.role
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
            for group in dict.fromkeys(item.group for item in members if item.mode == mode):
                choices = [item for item in members if item.mode == mode and item.group == group]
                if not any(self._there(case, item, present, day) for item in choices):
                    absent.append(choices[0].office)
        return tuple(absent)

    def _there(self, case: CaseView, member: Member, present: Sequence[Attendee], day: date) -> bool:
        visit = visit_of(case)
        spouse = member.spouse and (
            not self.spouses_follow_guest or (visit is not None and visit.with_spouse)
        )
        return any(
            (item.office == member.office or fills(item.office, member.office, day))
            and (item.with_spouse or not spouse)
            for item in present
        )

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the attendance of everybody who is wanted."""
        visit = visit_of(case)
        spouse = visit is not None and visit.with_spouse
        wanted = [item for item in self.members(law) if item.mode in ("required", "alternative")]
        present = [
            {"office": item.office, "with_spouse": True}
            if item.spouse and spouse
            else {"office": item.office}
            for item in _first_of_groups(wanted) or self.members(law)[:1]
        ]
        data: dict[str, object] = {
            "role": self.role.value,
            "activity": occasion.activity.value,
            "present": present,
        }
        if occasion.item:
            data["item"] = occasion.item
        if occasion.about is not None:
            data["ambassador"] = str(occasion.about)
        return (Tap(OfficialsPresent.TYPE, data),)


def _first_of_groups(members: Sequence[Member]) -> list[Member]:
    seen: set[str] = set()
    chosen = []
    for item in members:
        if item.mode == "alternative":
            if item.group in seen:
                continue
            seen.add(item.group)
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
