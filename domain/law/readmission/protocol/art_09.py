"""Protocol, Art. 9: transit and the support of transit."""

from __future__ import annotations

from domain.events.parts import Decision, TransitMode
from domain.events.transit import (
    TransitReplySent,
    TransitRequested,
    TransitRequestReceived,
    TransitRequestWithdrawn,
    TransitStarted,
)
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.templates import fulfilled, one_of, perform_by, states
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-9/1.1", TransitRequested)
def transit_is_applied_for_in_time(case: CaseView, request: Fact, law: Provision) -> Verdict:
    """Art. 9(1): at least seven calendar days before the planned day, or before the actual one if it came sooner."""
    assert isinstance(request.data, TransitRequested)
    planned = request.data.planned_on
    started = case.history.first(TransitStarted)
    sooner = started is not None and case.day(started.occurred_at) < planned
    anchor = case.day(started.occurred_at) if started is not None and sooner else planned
    return perform_by(case, law, anchor, request, awaits=TransitRequested)


@rules.norm("protocol-ro/art-9/1.2", TransitRequested)
def transit_is_applied_for_on_the_form(case: CaseView, request: Fact, law: Provision) -> Verdict:
    """Art. 9(1): the form of Annex 6."""
    assert isinstance(request.data, TransitRequested)
    return one_of(request, request.data.form, law.words("forms"), "form")


@rules.norm("protocol-ro/art-9/1.3", TransitRequested)
def transit_is_applied_for_through_a_channel(case: CaseView, request: Fact, law: Provision) -> Verdict:
    """Art. 9(1): electronic system, service e-mail or fax."""
    assert isinstance(request.data, TransitRequested)
    return one_of(request, request.data.channel, law.words("channels"), "channel")


@rules.norm("protocol-ro/art-9/2.1", TransitRequestReceived, instead=(TransitReplySent,))
def transit_is_answered_in_time(case: CaseView, receipt: Fact, law: Provision) -> Verdict:
    """Art. 9(2): at most five calendar days from the receipt. "Without delay" decides nothing (note-38)."""
    received = case.history.need(TransitRequestReceived)
    reply = case.history.sole(TransitReplySent)
    dropped = case.history.first(TransitRequestWithdrawn)
    return perform_by(case, law, received.occurred_at, reply, awaits=TransitReplySent, dropped=dropped)


@rules.norm("protocol-ro/art-9/2.2", TransitReplySent)
def transit_reply_says_what_it_must(case: CaseView, reply: Fact, law: Provision) -> Verdict:
    """Art. 9(2): for consent, time, entry point, type and escort; for a refusal, its reasons."""
    assert isinstance(reply.data, TransitReplySent)
    accepted = reply.data.decision is Decision.ACCEPTED
    return states(reply, reply.data, law.words("consent_fields" if accepted else "refusal_fields"))


@rules.norm("protocol-ro/art-9/2.3", TransitReplySent)
def transit_reply_goes_through_a_channel(case: CaseView, reply: Fact, law: Provision) -> Verdict:
    """Art. 9(2): electronic system, service e-mail or fax."""
    assert isinstance(reply.data, TransitReplySent)
    return one_of(reply, reply.data.channel, law.words("channels"), "channel")


@rules.norm("protocol-ro/art-9/3", TransitRequested)
def transit_goes_by_air(case: CaseView, request: Fact, law: Provision) -> Verdict:
    """Art. 9(3): by air as a rule, else with a reason. The way actually taken counts once it is known."""
    assert isinstance(request.data, TransitRequested)
    mode, why = request.data.mode, request.data.mode_reason
    started = case.history.first(TransitStarted)
    if started is not None:
        assert isinstance(started.data, TransitStarted)
        if started.data.mode is not mode:
            return one_of(started, started.data.mode, law.words("modes"), "mode")
    if mode is not TransitMode.AIR and why is not None:
        return fulfilled(
            request, why=reason("exception_justified", what="mode", found=mode.value, ground=why)
        )
    return one_of(request, mode, law.words("modes"), "mode")


@rules.norm("protocol-ro/art-9/4.1", TransitRequested)
def wanted_assistance_is_described(case: CaseView, request: Fact, law: Provision) -> Verdict | None:
    """Art. 9(4): the application says what kind of help is needed and in what it consists."""
    assert isinstance(request.data, TransitRequested)
    if not _wants_assistance(request):
        return None
    return states(request, request.data.assistance, law.words("fields"))


@rules.norm("protocol-ro/art-9/4.2", TransitReplySent)
def reply_says_whether_assistance_is_possible(case: CaseView, reply: Fact, law: Provision) -> Verdict | None:
    """Art. 9(4): the reply says so where help was asked for; a refused transit needs none."""
    assert isinstance(reply.data, TransitReplySent)
    request = case.history.first(TransitRequested)
    if request is None or not _wants_assistance(request) or reply.data.decision is not Decision.ACCEPTED:
        return None
    return states(reply, reply.data, law.words("fields"))


def _wants_assistance(request: Fact) -> bool:
    assert isinstance(request.data, TransitRequested)
    return request.data.assistance_needed or request.data.assistance is not None
