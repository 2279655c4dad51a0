"""Decree, the enacting part and the facts of the edition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.events.ledger import ProvisionAttested
from domain.events.state_protocol.preparing import InstructionAnswered, InstructionIssued
from domain.events.state_protocol.vocabulary import PROTOCOL_KINDS
from domain.facts import Fact
from domain.law.decree_386.forms.rules import DecreeRules, decree
from domain.law.provision import Provision
from domain.law.templates import attested, breached, fulfilled, pending
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills

rules = DecreeRules("visit")


@rules.norm(decree("decree/2"), InstructionIssued, kinds=PROTOCOL_KINDS.split())
def instructions_bind(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Each instruction is complied with by the body it is given to.

    Whether it lay within the competence of the Service only an officer can say: an attestation prevails.
    """
    if any(
        isinstance(fact.data, ProvisionAttested) and fact.data.provision == law.id
        for fact in case.history.all(ProvisionAttested)
    ):
        return attested(case, law, trigger)
    answer = _answers(case, trigger).get(trigger.position)
    if answer is None:
        return pending(awaited=(InstructionAnswered,))
    assert isinstance(answer.data, InstructionAnswered)
    if answer.data.complied:
        return fulfilled(answer)
    return breached(
        answer, why=reason("instruction_refused", office=answer.data.by, ground=answer.data.reason)
    )


def _answers(case: CaseView, trigger: Fact) -> dict[int, Fact]:
    """Return the answer to each instruction that went to the same body, by the instruction's position.

    An answer does not name its instruction: it belongs to the earliest open one, or after a refusal corrects it.
    """
    assert isinstance(trigger.data, InstructionIssued)
    body, day = trigger.data.to, case.day(trigger.occurred_at)
    issued = [
        fact
        for fact in case.history.all(InstructionIssued)
        if isinstance(fact.data, InstructionIssued) and fact.data.to == body
    ]
    found: dict[int, Fact] = {}
    for answer in _given_by(case, body, day):
        before = [fact for fact in issued if fact.occurred_at <= answer.occurred_at]
        unanswered = [fact for fact in before if fact.position not in found]
        refused = [fact for fact in before if fact.position in found and not _complied(found[fact.position])]
        for instruction in (unanswered or refused[-1:])[:1]:
            found[instruction.position] = answer
    return found


def _given_by(case: CaseView, body: str, day: date) -> Sequence[Fact]:
    return [
        fact
        for fact in case.history.all(InstructionAnswered)
        if isinstance(fact.data, InstructionAnswered)
        and (fact.data.by == body or fills(fact.data.by, body, day))
    ]


def _complied(answer: Fact) -> bool:
    return isinstance(answer.data, InstructionAnswered) and answer.data.complied
