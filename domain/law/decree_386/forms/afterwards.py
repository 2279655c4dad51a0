"""What follows the end of something, without saying how soon: it is waited for before it is missed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.law.decree_386.forms.duties import Anchor, Asks, omission, said, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, pending
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView
from domain.law.zones import first_instant_after


def end_of_its_day(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return the end of the day on which the item ended; None while it has not."""
    over = occasion.over
    return None if over is None else first_instant_after(case.day(over.occurred_at), case.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards(Asks):
    """A fact must follow the end of the item."""

    #: Until when it is waited for; None while the item has not ended.
    awaited_until: Anchor = end_of_its_day

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Missing once the wait is over; out of order where it came before the end."""
        found = self.wanted.candidates(case, occasion, law)
        fit = self.wanted.fitting(found, case, law)
        if found and not fit:
            return said(self.wanted, found, case, law)
        if fit:
            ended = occasion.ended
            after = [fact for fact in fit if ended is None or fact.occurred_at >= ended.occurred_at]
            if after:
                return fulfilled(after[0])
            return breached(fit[-1], why=reason("before_the_end", activity=occasion.activity.value))
        wait = self.awaited_until(case, occasion)
        closed = occasion.cancelled is not None or omission(case, occasion, law) is not None
        if wait is not None and case.as_of < wait and not closed:
            return replace(pending(awaited=(self.wanted.model,)), next_check=wait)
        return unmet(case, occasion, law, self.wanted.model)

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the end of the item, for the plan's order."""
        return occasion.ended.occurred_at if occasion.ended else (occasion.planned_end or occasion.start)
