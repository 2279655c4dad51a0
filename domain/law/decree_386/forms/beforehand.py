"""What the text wants in advance, without saying how long: it must be there before something begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.law.decree_386.forms.duties import Anchor, Asks, omission, said, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView


def begun(_case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the item really began; None while it has not."""
    return occasion.started.occurred_at if occasion.started else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beforehand(Asks):
    """A fact must be there before something begins. No plan makes it late, only the beginning itself."""

    #: The beginning that counts; None while it has not come.
    until: Anchor = begun

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Fulfilled by the first fact that says all of it and came in time."""
        found = self.wanted.candidates(case, occasion, law)
        fit = self.wanted.fitting(found, case, law)
        if found and not fit:
            return said(self.wanted, found, case, law)
        began = self.until(case, occasion)
        if fit:
            done = fit[0].occurred_at
            if began is None or done < began:
                return fulfilled(fit[0])
            why = reason("done_afterwards", at=began, done=done)
            return Verdict(Status.FULFILLED_LATE, evidence=(fit[0],), reasons=(why,), done_at=done)
        awaits = self.wanted.model
        if began is None or occasion.cancelled is not None or omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, awaits)
        why = reason("not_beforehand", at=began, events=(awaits.TYPE,))
        return replace(breached(why=why), awaited=(awaits.TYPE,))
