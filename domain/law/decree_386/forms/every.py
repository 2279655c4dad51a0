"""Provisions that speak of every occurrence: each recorded one must be right, not only one among them."""

from __future__ import annotations

from dataclasses import dataclass

from domain.law.decree_386.forms.duties import Asks, said, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.provision import Provision
from domain.law.templates import fulfilled
from domain.law.verdict import Verdict
from domain.law.view import CaseView


@dataclass(frozen=True, slots=True, kw_only=True)
class Every(Asks):
    """Each fact that speaks about it must say what is wanted, and there must be one."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge by those that do not say it, if there are any."""
        found = self.wanted.candidates(case, occasion, law)
        if not found:
            return unmet(case, occasion, law, self.wanted.model)
        short = [fact for fact in found if self.wanted.shortfalls(fact, case, law)]
        return said(self.wanted, short, case, law) if short else fulfilled(*found)
