"""Protocol, Art. 6: other documents."""

from __future__ import annotations

from domain.events.readmission import ApplicationSubmitted, OtherDocumentsDecided
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.forms import permission
from domain.law.templates import one_of
from domain.law.verdict import Verdict
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-6/1", ApplicationSubmitted)
def other_documents_may_be_attached(case: CaseView, application: Fact, law: Provision) -> Verdict:
    """Art. 6(1): documents outside Annexes 1 to 4 may go with an application."""
    assert isinstance(application.data, ApplicationSubmitted)
    kinds = law.words("kinds")
    used = any(document.kind in kinds for document in application.data.attachments)
    return permission(application, "other_documents", used=used)


@rules.norm("protocol-ro/art-6/2", OtherDocumentsDecided)
def the_requested_authority_weighs_them(case: CaseView, decision: Fact, law: Provision) -> Verdict:
    """Art. 6(2): the requested authority decides whether such documents count."""
    assert isinstance(decision.data, OtherDocumentsDecided)
    assert case.parties is not None
    prefix = case.parties.requested.lower()
    allowed = tuple(office for office in law.words("authorities") if office[:2] == prefix)
    return one_of(decision, decision.data.by, allowed, "authority")
