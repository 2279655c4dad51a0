"""Protocol, Art. 13: language."""

from __future__ import annotations

from domain.events import CATALOGUE, EventData
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.templates import one_of
from domain.law.verdict import Verdict
from domain.law.view import CaseView

rules = RuleSet()

FIELD = "language"
#: Everything that one side says to the other has a language.
MESSAGES: tuple[type[EventData], ...] = tuple(
    model for model in CATALOGUE.values() if FIELD in model.model_fields
)


@rules.norm("protocol-ro/art-13", *MESSAGES)
def parties_write_english(case: CaseView, message: Fact, law: Provision) -> Verdict:
    """Art. 13: every message between the Parties is in English."""
    found: str = getattr(message.data, FIELD)
    return one_of(message, found, law.words("languages"), "language")
