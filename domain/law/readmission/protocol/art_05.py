"""Protocol, Art. 5: the accelerated procedure."""

from __future__ import annotations

from dataclasses import replace

from domain.events.parts import Decision, Procedure
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    PersonApprehended,
    ReplySent,
)
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.forms import permission
from domain.law.readmission.protocol.replies import ACCELERATED, accelerated, answered_in_time
from domain.law.templates import not_applicable, one_of, perform_by, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-5/a.1", ApplicationSubmitted)
def an_accelerated_application_uses_the_form(
    case: CaseView, application: Fact, law: Provision
) -> Verdict | None:
    """Art. 5(a): the form of Annex 5."""
    data = application.data
    assert isinstance(data, ApplicationSubmitted)
    if data.procedure is not Procedure.ACCELERATED:
        return None
    return one_of(application, data.form.value, law.words("forms"), "form")


@rules.norm("protocol-ro/art-5/a.2", PersonApprehended, instead=(ApplicationSubmitted,))
def an_accelerated_application_comes_in_time(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 5(a): within the time of Art. 6(3) of the agreement, from the apprehension in the border region.

    Who lets it pass loses the accelerated procedure, not the ordinary one.
    """
    application = case.history.first(ApplicationSubmitted)
    fast = application is not None and accelerated(case)
    if not fast and isinstance(trigger.data, ApplicationSubmitted):
        return None
    apprehension = case.history.need(PersonApprehended)
    assert isinstance(apprehension.data, PersonApprehended)
    if not apprehension.data.in_border_region:
        return undetermined(apprehension, why=reason("not_in_border_region")) if fast else None
    if application is not None and not fast:
        return not_applicable(application, why=reason("ordinary_procedure"))
    withdrawn = case.history.first(ApplicationWithdrawn)
    verdict = perform_by(
        case, law, apprehension.occurred_at, application, awaits=ApplicationSubmitted, dropped=withdrawn
    )
    if verdict.status is Status.BREACHED:
        return replace(
            verdict,
            status=Status.DISCHARGED,
            awaited=(),
            reasons=(*verdict.reasons, reason("ordinary_procedure")),
        )
    return verdict


@rules.norm("protocol-ro/art-5/a.3", ApplicationSubmitted)
def an_accelerated_application_takes_one_of_three_ways(
    case: CaseView, application: Fact, law: Provision
) -> Verdict | None:
    """Art. 5(a): electronic system, official e-mail or fax."""
    data = application.data
    assert isinstance(data, ApplicationSubmitted)
    if data.procedure is not Procedure.ACCELERATED:
        return None
    return one_of(application, data.channel.value, law.words("channels"), "channel")


@rules.norm(ACCELERATED, ApplicationReceived, instead=(ReplySent,))
def an_accelerated_application_is_answered_in_time(
    case: CaseView, receipt: Fact, law: Provision
) -> Verdict | None:
    """Art. 5(b): within the time of Art. 10(2)(a) of the agreement; a request for an interview does not move it."""
    return answered_in_time(case, law) if accelerated(case) else None


@rules.norm("protocol-ro/art-5/b.2", ReplySent)
def an_accelerated_reply_takes_one_of_three_ways(
    case: CaseView, reply: Fact, law: Provision
) -> Verdict | None:
    """Art. 5(b): electronic system, official e-mail or fax."""
    assert isinstance(reply.data, ReplySent)
    if not accelerated(case):
        return None
    return one_of(reply, reply.data.channel.value, law.words("channels"), "channel")


@rules.norm("protocol-ro/art-5/c", ReplySent)
def a_consent_may_fix_the_transfer(case: CaseView, reply: Fact, law: Provision) -> Verdict | None:
    """Art. 5(c): a positive accelerated reply may state time and place of the transfer."""
    data = reply.data
    assert isinstance(data, ReplySent)
    if data.decision is not Decision.ACCEPTED or not accelerated(case):
        return None
    used = data.transfer_at is not None or data.transfer_place is not None
    return permission(reply, "transfer_fixed_in_reply", used=used)
