"""Composition by a list: it is approved beforehand, and nobody of the Georgian side comes who is not on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.events.state_protocol.conduct import Attendee, OfficialsPresent
from domain.events.state_protocol.preparing import ListApproved
from domain.events.state_protocol.programme import ActivityStarted
from domain.events.state_protocol.things import AttendanceList
from domain.events.state_protocol.vocabulary import Presence
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Duty, Tap, said, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.provision import Provision
from domain.law.templates import breached, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills

#: Whom a list of Georgian participants does not name: the guests, the host, and those who only serve or report.
NOT_LISTED: Final = frozenset(
    {
        "main-guest",
        "accompanying-person",
        "interpreter",
        "ge-president",
        "ge-president-spouse",
        "press-representative",
        "journalist",
        "tv-operator",
        "film-operator",
        "photo-correspondent",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByTheList(Duty):
    """A list is approved before the item begins, and those who attend stand on it."""

    attendance: AttendanceList
    #: The list has to be made with regard to the guests.
    regards_guests: bool = False

    def _wanted(self) -> Wanted:
        holds = {"regards_guests": True} if self.regards_guests else {}
        return Wanted(ListApproved, where={"attendance": self.attendance}, holds=holds)

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached by a list that came too late, that says otherwise, or that somebody present is not on."""
        wanted = self._wanted()
        lists = wanted.candidates(case, occasion, law)
        begun = occasion.starts[0].occurred_at if occasion.starts else None
        if not lists:
            if begun is not None and not occasion.cancelled:
                why = reason("not_recorded", events=(ListApproved.TYPE,), activity=occasion.activity.value)
                return breached(occasion.starts[0], why=why)
            return unmet(case, occasion, law, ListApproved)
        in_time = [fact for fact in lists if begun is None or fact.occurred_at <= begun]
        if not in_time:
            assert begun is not None
            why = reason("list_too_late", at=lists[0].occurred_at, start=begun)
            return breached(lists[0], why=why)
        verdict = said(wanted, in_time[-1:], case, law)
        return verdict if verdict.status is not Status.FULFILLED else self._followed(case, occasion, verdict)

    def _followed(self, case: CaseView, occasion: Occasion, verdict: Verdict) -> Verdict:
        present = _present(case, occasion)
        approved = verdict.evidence[0]
        assert isinstance(approved.data, ListApproved)
        if not present:
            return verdict
        if not approved.data.names:
            return undetermined(approved, why=reason("names_not_stated"), awaited=(ListApproved,))
        day = case.day(occasion.start or present[0].occurred_at)
        strangers = _strangers(approved.data.names, present, day, _hosts(occasion))
        if strangers:
            return breached(approved, *present, why=reason("not_on_the_list", offices=strangers))
        return verdict

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the approval of the list; whose names stand on it is added by whoever records it."""
        return (Tap(ListApproved.TYPE, self._wanted().example(occasion, law)),)


def _present(case: CaseView, occasion: Occasion) -> list[Fact]:
    return [
        fact
        for fact in case.history.all(OfficialsPresent)
        if isinstance(fact.data, OfficialsPresent)
        and fact.data.role is Presence.ATTENDANCE
        and fact.data.activity is occasion.activity
        and (fact.data.item or "") in ("", occasion.item, occasion.activity.value)
    ]


def _hosts(occasion: Occasion) -> frozenset[str]:
    """Return who is never looked for on the list: guests, servants, and whoever leads the item."""
    leaders = {fact.data.led_by for fact in occasion.starts if isinstance(fact.data, ActivityStarted)}
    return NOT_LISTED | {leader for leader in leaders if leader is not None}


def _strangers(
    names: Sequence[Attendee], present: Iterable[Fact], day: date, unlisted: frozenset[str]
) -> tuple[str, ...]:
    """Return the offices that came and are not on the list, or came in greater number than it says."""
    allowed: Counter[str] = Counter()
    for item in names:
        allowed[item.office] += item.count or 1
    came: Counter[str] = Counter()
    for fact in present:
        assert isinstance(fact.data, OfficialsPresent)
        for item in fact.data.present:
            if item.office not in unlisted and not item.office.startswith("guest-"):
                came[item.office] = max(came[item.office], item.count or 1)
    return tuple(office for office, count in came.items() if count > _places(office, allowed, day))


def _places(office: str, allowed: Counter[str], day: date) -> int:
    return sum(
        count
        for name, count in allowed.items()
        if name == office or fills(office, name, day) or fills(name, office, day)
    )
