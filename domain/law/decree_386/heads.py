"""Delegations of other ranks are met and seen off by those who organise the visit (Art. 25(10))."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.events.state_protocol.conduct import Attendee
from domain.events.state_protocol.vocabulary import Activity, Presence
from domain.facts import Fact
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.duties import Tap
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.visits import visit_of
from domain.law.provision import Member, Provision
from domain.law.view import CaseView

#: The member of the provision that the case itself can name.
_ORGANISER: Final = "visit-organiser"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByOrganiser(Attends):
    """The heads and representatives of the bodies that organise the visit greet on arrival and see off afterwards."""

    def facts(self, case: CaseView, occasion: Occasion) -> list[Fact]:
        """Return who greeted, or who saw off."""
        return Attends.facts(self.at(occasion), case, occasion)

    def at(self, occasion: Occasion) -> Attends:
        """Return the same duty in the role that belongs to the item."""
        role = Presence.FAREWELL if occasion.activity is Activity.DEPARTURE else Presence.GREETING
        return replace(self, role=role)

    def _there(self, case: CaseView, member: Member, present: Sequence[Attendee], day: date) -> bool:
        visit = visit_of(case)
        if member.office == _ORGANISER and visit is not None and visit.organiser is not None:
            organiser = replace(member, office=visit.organiser)
            if Attends._there(self, case, organiser, present, day):  # noqa: SLF001 (no super() with slots)
                return True
        return Attends._there(self, case, member, present, day)  # noqa: SLF001 (as above)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the attendance of the organisers, in the role that belongs to the item."""
        return Attends.taps(self.at(occasion), case, occasion, law)
