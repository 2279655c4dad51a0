"""Protocol, Art. 14: amendments and supplements."""

from __future__ import annotations

from domain.events.register import AmendmentAgreed, AmendmentDocumented
from domain.facts import Fact
from domain.law.history import Missing
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.entry import enters_into_force
from domain.law.templates import lacking, pending, required
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-14.1", AmendmentAgreed)
def amendment_is_agreed_by_both(case: CaseView, agreement: Fact, law: Provision) -> Verdict:
    """Art. 14: by mutual consent."""
    assert isinstance(agreement.data, AmendmentAgreed)
    agreed = agreement.data.agreed_by
    wanted = law.words("parties")
    missing = tuple(state for state in wanted if state not in agreed)
    return required(agreement, ok=not missing, why=lacking("consent_of", wanted, missing))


@rules.norm("protocol-ro/art-14.2", AmendmentAgreed, instead=(AmendmentDocumented,))
def amendment_is_a_separate_document(case: CaseView, agreement: Fact, law: Provision) -> Verdict:
    """Art. 14: in a document of its own; there is no time limit."""
    if not isinstance(agreement.data, AmendmentAgreed):
        raise Missing(AmendmentAgreed)
    for fact in case.history.all(AmendmentDocumented):
        assert isinstance(fact.data, AmendmentDocumented)
        if fact.data.amendment == agreement.data.amendment:
            separate = fact.data.separate_document
            return required(fact, ok=separate, why=reason("separate_document", found=separate))
    return pending(awaited=(AmendmentDocumented,), why=reason("no_limit_in_text"))


@rules.norm("protocol-ro/art-14.3", AmendmentAgreed)
def amendment_enters_into_force_likewise(case: CaseView, agreement: Fact, law: Provision) -> Verdict:
    """Art. 14: by the procedure of Art. 15(1)."""
    assert isinstance(agreement.data, AmendmentAgreed)
    return enters_into_force(case, agreement.data.amendment)
