"""Protocol, Art. 3: handing in an application."""

from __future__ import annotations

from domain.events.parts import Procedure, Side
from domain.events.readmission import AdditionalInformationRequested, ApplicationSubmitted
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.forms import superseded
from domain.law.templates import fulfilled, one_of
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-3/1", ApplicationSubmitted)
def an_application_takes_one_of_three_ways(case: CaseView, application: Fact, law: Provision) -> Verdict:
    """Art. 3(1): electronic system, official e-mail or fax; Art. 5(a) says so for the accelerated procedure."""
    assert isinstance(application.data, ApplicationSubmitted)
    if application.data.procedure is Procedure.ACCELERATED:
        return superseded(application, "protocol-ro/art-5/a.3")
    return one_of(application, application.data.channel.value, law.words("channels"), "channel")


@rules.norm("protocol-ro/art-3/2", AdditionalInformationRequested)
def a_question_goes_to_the_other_authority(case: CaseView, question: Fact, law: Provision) -> Verdict:
    """Art. 3(2): in either direction; the text names the requesting authority as the one that asks."""
    data = question.data
    assert isinstance(data, AdditionalInformationRequested)
    assert case.parties is not None
    literal = data.by_side is Side.REQUESTING
    state = case.parties.requested if literal else case.parties.requesting
    prefix = state.lower()
    allowed = tuple(office for office in law.words("authorities") if office[:2] == prefix)
    direction = reason("direction", by_side=data.by_side.value, literal="yes" if literal else "no")
    if data.to in allowed:
        return fulfilled(question, why=direction)
    return one_of(question, data.to, allowed, "addressee")
