"""Officials who stay with the guests throughout the visit, by a list (Art. 7(1)(f))."""

from __future__ import annotations

from dataclasses import dataclass

from domain.events.state_protocol.conduct import Attendee, OfficialsPresent
from domain.events.state_protocol.preparing import ProgrammeApproved
from domain.events.state_protocol.things import Programme
from domain.events.state_protocol.vocabulary import Presence
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Duty, Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills


@dataclass(frozen=True, slots=True, kw_only=True)
class Accompanies(Duty):
    """The officials on the list accompany the guests; the list is the programme's permanent escorts."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Compare those who accompanied the guests with the list; nobody can, where there is no list."""
        came = [fact for fact in case.history.all(OfficialsPresent) if _accompanied(fact)]
        if not came or omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, OfficialsPresent)
        lists = [fact for fact in case.history.all(ProgrammeApproved) if _listed(fact)]
        if not lists:
            why = reason("escorts_not_listed")
            if occasion.over is not None:
                return breached(*came, why=why)
            return Verdict(
                Status.PENDING, evidence=tuple(came), reasons=(why,), awaited=(ProgrammeApproved.TYPE,)
            )
        day = case.day(came[0].occurred_at)
        present = {item.office for fact in came for item in _present(fact)}
        absent = tuple(
            office
            for office in _listed(lists[-1])
            if office not in present and not any(fills(item, office, day) for item in present)
        )
        if not absent:
            return fulfilled(lists[-1], *came)
        if occasion.over is None:
            why = reason("members_awaited", offices=absent)
            return Verdict(
                Status.PENDING, evidence=tuple(came), reasons=(why,), awaited=(OfficialsPresent.TYPE,)
            )
        return breached(*came, why=reason("members_missing", offices=absent, day=day))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the list, where there is none yet, and the attendance of those on it."""
        lists = [fact for fact in case.history.all(ProgrammeApproved) if _listed(fact)]
        offices = _listed(lists[-1]) if lists else ("other-official",)
        data = {"role": Presence.ACCOMPANIMENT.value, "present": [{"office": office} for office in offices]}
        came = Tap(OfficialsPresent.TYPE, data)
        if lists:
            return (came,)
        named = {"programme": Programme.MAIN.value, "permanent_escorts": list(offices)}
        return (Tap(ProgrammeApproved.TYPE, named), came)


def _accompanied(fact: Fact) -> bool:
    return isinstance(fact.data, OfficialsPresent) and fact.data.role is Presence.ACCOMPANIMENT


def _present(fact: Fact) -> tuple[Attendee, ...]:
    assert isinstance(fact.data, OfficialsPresent)
    return fact.data.present


def _listed(fact: Fact) -> tuple[str, ...]:
    return fact.data.permanent_escorts if isinstance(fact.data, ProgrammeApproved) else ()
