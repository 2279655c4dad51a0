"""Where guests are lodged (Art. 25(8)(c) and (d)): high-ranking guests in the government residence.

Only members of a delegation and companions may, where the need is recorded, stay in a hotel (Art. 25(8)(c)).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from domain.events.state_protocol.places import Place
from domain.events.state_protocol.preparing import GuestsLodged
from domain.events.state_protocol.things import Need
from domain.events.state_protocol.vocabulary import Delegation, GuestRank
from domain.facts import Fact
from domain.law.decree_386.executing import acted, wrong_body
from domain.law.decree_386.forms.duties import Duty, Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.visits import Condition, visit_of
from domain.law.decree_386.matrix import Asking, Column
from domain.law.decree_386.staying import asked, cell, need_arose, stays
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, not_applicable
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

#: Houses of the government residence.
RESIDENCE: Final = frozenset({Place.RESIDENCE, Place.GUEST_HOUSE, Place.KRTSANISI_HOUSE_2})
GUEST: Final = "main-guest"
#: Who may stay in a hotel where that is needed.
COMPANIONS: Final = frozenset({"guest-delegation", "guest-delegation-member", "accompanying-person"})
#: What delegation a guest of each rank leads, where the case does not say.
_LED_BY: Final = {
    GuestRank.HEAD_OF_STATE: Delegation.STATE,
    GuestRank.HEAD_OF_GOVERNMENT: Delegation.GOVERNMENT,
    GuestRank.SPEAKER: Delegation.PARLIAMENTARY,
    GuestRank.FOREIGN_MINISTER: Delegation.FOREIGN_AFFAIRS,
}


def delegation(case: CaseView) -> Delegation | None:
    """Return what delegation comes: as recorded, else by the rank of its head; None where neither tells."""
    visit = visit_of(case)
    return None if visit is None else visit.delegation or _LED_BY.get(visit.rank)


def comes(*kinds: Delegation) -> Condition:
    """Return the condition that a delegation of one of these kinds comes and stays."""

    def holds(case: CaseView, occasion: Occasion) -> bool:
        return stays(case, occasion) and delegation(case) in kinds

    return holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Lodged(Duty):
    """These guests must be lodged in the government residence."""

    #: Who must have a room there; the first of them must be on record.
    who: tuple[str, ...]

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Breached where one of them was lodged elsewhere, unless a companion for whom a need is on record."""
        rooms = [fact for fact in case.history.all(GuestsLodged) if _lodged(fact) & set(self.who)]
        away = next((fact for fact in rooms if not self._allowed(case, occasion, fact)), None)
        if away is not None:
            return self._reported(case, away) or self._elsewhere(away)
        if not rooms or omission(case, occasion, law) is not None:
            missing = unmet(case, occasion, law, GuestsLodged)
            over = occasion.over
            if missing.status is Status.BREACHED and over is not None and not omission(case, occasion, law):
                return self._reported(case, over) or missing
            return missing
        day = case.day(rooms[0].occurred_at)
        if not acted(rooms[0], "by", law, day):
            return wrong_body(rooms[0], "by", law, day)
        return fulfilled(*rooms)

    def _elsewhere(self, away: Fact) -> Verdict:
        assert isinstance(away.data, GuestsLodged)
        who = tuple(sorted(_lodged(away) & set(self.who)))
        return breached(away, why=reason("lodged_elsewhere", who=who, place=away.data.place.value))

    def _reported(self, case: CaseView, fact: Fact) -> Verdict | None:
        """Return that the article of the rank judges it: residence and hotel, where it rules on lodging (note-17)."""
        ruled = cell(case, Column.LODGING)
        if ruled is None or ruled.asks is not Asking.REQUIRED:
            return None
        if isinstance(fact.data, GuestsLodged) and GUEST in fact.data.who and GUEST in self.who:
            return None
        return not_applicable(fact, why=reason("superseded", by=f"decree-386/art-{ruled.by[0]}"))

    def _allowed(self, case: CaseView, occasion: Occasion, fact: Fact) -> bool:
        assert isinstance(fact.data, GuestsLodged)
        if fact.data.place in RESIDENCE:
            return True
        concerned = _lodged(fact) & set(self.who)
        if fact.data.place is not Place.HOTEL or not concerned <= COMPANIONS:
            return False
        # The articles that rule on lodging put companions into a hotel as well.
        ruled = GUEST in self.who and asked(Column.LODGING)(case, occasion)
        return ruled or need_arose(Need.HOTEL)(case, occasion)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return that the first of them was given rooms in the residence."""
        data = {"who": [self.who[0]], "place": Place.RESIDENCE.value, "by": law.bearer_keys[0]}
        return (Tap(GuestsLodged.TYPE, {**data, "activity": occasion.activity.value}),)


def _lodged(fact: Fact) -> frozenset[str]:
    assert isinstance(fact.data, GuestsLodged)
    return frozenset(fact.data.who)
