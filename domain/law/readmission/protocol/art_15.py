"""Protocol, Art. 15: entry into force, duration and end."""

from __future__ import annotations

from domain.events.register import (
    AgreementTerminated,
    CommitteeNoticeCopied,
    CompletionNoticeSent,
    EnteredIntoForce,
    JointCommitteeNotified,
)
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.entry import PROTOCOL, enters_into_force
from domain.law.templates import one_of, pending, required
from domain.law.timelimit import CIVIL
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.law.zones import first_instant_after

rules = RuleSet()

_SIGNS = (CompletionNoticeSent, JointCommitteeNotified, CommitteeNoticeCopied)


def _of_the_protocol(fact: Fact) -> bool:
    data = fact.data
    return isinstance(data, (EnteredIntoForce, *_SIGNS)) and data.instrument == PROTOCOL


@rules.norm("protocol-ro/art-15/1", EnteredIntoForce, instead=(CompletionNoticeSent,))
def protocol_enters_into_force(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 15(1): the second month from the last notice, not before the committee's (note-30)."""
    return enters_into_force(case, PROTOCOL) if _of_the_protocol(trigger) else None


@rules.norm("protocol-ro/art-15/2.1", EnteredIntoForce, instead=_SIGNS)
def romania_notifies_the_committee(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 15(2): Romania and nobody else; there is no time limit."""
    return _done_by(case, trigger, law, JointCommitteeNotified)


@rules.norm("protocol-ro/art-15/2.2", EnteredIntoForce, instead=_SIGNS)
def georgia_gets_a_copy(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 15(2): a copy of the notice reaches Georgia; there is no time limit."""
    return _done_by(case, trigger, law, CommitteeNoticeCopied)


def _done_by(
    case: CaseView,
    trigger: Fact,
    law: Provision,
    model: type[JointCommitteeNotified | CommitteeNoticeCopied],
) -> Verdict | None:
    if not _of_the_protocol(trigger):
        return None
    wanted = law.words("parties")
    by_party = {_party(fact): fact for fact in case.history.all(model) if _of_the_protocol(fact)}
    if not by_party:
        return pending(awaited=(model,), why=reason("no_limit_in_text"))
    party = next((state for state in wanted if state in by_party), min(by_party))
    return one_of(by_party[party], party, wanted, "party")


def _party(fact: Fact) -> str:
    assert isinstance(fact.data, JointCommitteeNotified | CommitteeNoticeCopied)
    return fact.data.party


@rules.norm("protocol-ro/art-15/3.2", AgreementTerminated)
def protocol_ends_with_the_agreement(case: CaseView, end: Fact, law: Provision) -> Verdict:
    """Art. 15(3): nothing enters into force under a protocol that has ended."""
    assert isinstance(end.data, AgreementTerminated)
    why = reason("ended_with_agreement", on=end.data.on)
    for fact in case.history.all(EnteredIntoForce):
        assert isinstance(fact.data, EnteredIntoForce)
        if fact.data.on > end.data.on:
            return required(fact, ok=False, why=why)
    passed = first_instant_after(min(end.data.on, CIVIL[1]), case.zone)
    if case.as_of < passed:
        return Verdict(Status.HOLDING, reasons=(why,), next_check=passed)
    return required(end, ok=True, why=why)
