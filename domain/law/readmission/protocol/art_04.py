"""Protocol, Art. 4: the reply to an application."""

from __future__ import annotations

from domain.events.parts import Decision
from domain.events.readmission import ApplicationReceived, ReplySent
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.forms import superseded
from domain.law.readmission.protocol.replies import ORDINARY, accelerated, answered_in_time, reply_set_by
from domain.law.templates import breached, fulfilled, one_of
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-4/1.1", ReplySent)
def a_reply_takes_one_of_three_ways(case: CaseView, reply: Fact, law: Provision) -> Verdict:
    """Art. 4(1): electronic system, official e-mail or fax; Art. 5(b) says so for the accelerated procedure."""
    assert isinstance(reply.data, ReplySent)
    if accelerated(case):
        return superseded(reply, "protocol-ro/art-5/b.2")
    return one_of(reply, reply.data.channel.value, law.words("channels"), "channel")


@rules.norm(ORDINARY, ApplicationReceived, instead=(ReplySent,))
def an_application_is_answered_in_time(case: CaseView, receipt: Fact, law: Provision) -> Verdict:
    """Art. 4(1): in writing within the time of Art. 10(2) of the agreement, unless a special provision sets it."""
    special = reply_set_by(case)
    if special != law.id:
        return superseded(receipt, special)
    return answered_in_time(case, law)


@rules.norm("protocol-ro/art-4/2", ReplySent)
def a_refusal_states_its_grounds(case: CaseView, reply: Fact, law: Provision) -> Verdict | None:
    """Art. 4(2): a refusal gives grounds."""
    assert isinstance(reply.data, ReplySent)
    if reply.data.decision is not Decision.REFUSED:
        return None
    if reply.data.grounds:
        return fulfilled(reply, why=reason("stated", what="grounds"))
    return breached(reply, why=reason("left_unstated", what="grounds"))
