"""Protocol, Art. 8: transfer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from domain.events.parts import Decision, Procedure
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationWithdrawn,
    MissedLimit,
    ReplySent,
    TransferBecameImpossible,
    TransferCompleted,
    TransferImpossibilityNotified,
    TransferNotified,
)
from domain.facts import Fact
from domain.law.history import Missing
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.consent import procedure_of
from domain.law.readmission.transfer import transfer_in_term
from domain.law.templates import not_applicable, perform_by, without_delay
from domain.law.timelimit import ZONES
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.law.zones import local_day

rules = RuleSet()


@rules.norm("protocol-ro/art-8/1", TransferNotified, TransferCompleted)
def transfer_is_announced_in_time(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 8(1): through a channel, at least three working days before the date, that date not counted.

    The first notice of a date counts, and a transfer on a date that no notice named was not announced. Where a
    reply under Art. 5(c) fixed a day too near for the notice, that point takes its place (note-43).
    """
    if isinstance(trigger.data, TransferNotified):
        if trigger is not _first_notice(case, trigger):
            return None
        verdict = perform_by(case, law, trigger.data.transfer_date, trigger, awaits=TransferNotified)
        allowed = law.words("channels")
        if trigger.data.channel not in allowed:
            why = reason("one_of", what="channel", found=trigger.data.channel, allowed=allowed)
            return replace(verdict, status=Status.BREACHED, reasons=(*verdict.reasons, why))
        return _unless_fixed_by_reply(case, {trigger.data.transfer_date}, verdict)
    days = _local_days(case, trigger.occurred_at)
    if any(_date_of(notice) in days for notice in case.history.all(TransferNotified)):
        return None
    verdict = perform_by(case, law, trigger.occurred_at, None, awaits=TransferNotified)
    return _unless_fixed_by_reply(case, days, verdict)


def _date_of(notice: Fact) -> date:
    assert isinstance(notice.data, TransferNotified)
    return notice.data.transfer_date


def _first_notice(case: CaseView, notice: Fact) -> Fact:
    day = _date_of(notice)
    return next(fact for fact in case.history.all(TransferNotified) if _date_of(fact) == day)


def _local_days(case: CaseView, moment: datetime) -> set[date]:
    """The civil days that an instant falls on, in either State."""
    assert case.parties is not None
    return {local_day(moment, ZONES[state]) for state in (case.parties.requesting, case.parties.requested)}


def _unless_fixed_by_reply(case: CaseView, days: set[date], verdict: Verdict) -> Verdict:
    """Give way to Art. 5(c) if the reply fixed one of these days when a notice could no longer be in time."""
    reply = case.history.first(ReplySent)
    if reply is None or verdict.window is None:
        return verdict
    assert isinstance(reply.data, ReplySent)
    fixed = reply.data.transfer_at
    if (
        reply.data.decision is not Decision.ACCEPTED
        or fixed is None
        or reply.occurred_at < verdict.window.warn_at
    ):
        return verdict
    if procedure_of(case.history) is not Procedure.ACCELERATED or not _local_days(case, fixed) & days:
        return verdict
    return not_applicable(reply, why=reason("superseded", by="protocol-ro/art-5/c"))


@rules.norm("protocol-ro/art-8/2.1", TransferBecameImpossible, instead=(TransferImpossibilityNotified,))
def missed_term_is_told_at_once(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 8(2): at once, when the three months cannot be kept. An alert after a working day (note-42)."""
    return _told_at_once(case, trigger, law, MissedLimit.THREE_MONTHS)


@rules.norm(
    "protocol-ro/art-8/2.2",
    TransferBecameImpossible,
    TransferNotified,
    instead=(TransferImpossibilityNotified,),
)
def missed_date_is_told_at_once(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 8(2): at once, when the notified date, or the one fixed by a reply, cannot be kept (note-31).

    A date that passes in silence shows by itself that it was not kept, and is looked at like an impossibility.
    """
    if isinstance(trigger.data, TransferNotified):
        return _passed_in_silence(case, trigger, law, trigger.data.transfer_date)
    return _told_at_once(case, trigger, law, MissedLimit.NOTIFIED_DATE)


def _passed_in_silence(case: CaseView, notice: Fact, law: Provision, day: date) -> Verdict | None:
    history = case.history
    ended = history.first(TransferCompleted, ApplicationWithdrawn) or history.after(
        notice.occurred_at, TransferBecameImpossible, TransferImpossibilityNotified
    )
    if ended is not None or notice is not history.last(TransferNotified):
        return None
    verdict = perform_by(case, law, day, None, awaits=TransferImpossibilityNotified)
    if verdict.status is Status.BREACHED:
        return verdict.under(Status.REVIEW, reason("date_passed", day=day))
    if verdict.status is Status.PENDING:
        return replace(verdict, status=Status.HOLDING)
    return verdict


def _told_at_once(case: CaseView, trigger: Fact, law: Provision, limit: MissedLimit) -> Verdict | None:
    data = trigger.data
    if (
        not isinstance(data, TransferBecameImpossible | TransferImpossibilityNotified)
        or data.limit is not limit
    ):
        return None
    if isinstance(data, TransferImpossibilityNotified):
        raise Missing(TransferBecameImpossible)
    told = next(
        (
            fact
            for fact in case.history.all(TransferImpossibilityNotified)
            if isinstance(fact.data, TransferImpossibilityNotified)
            and fact.data.limit is limit
            and fact.occurred_at >= trigger.occurred_at
        ),
        None,
    )
    dropped = case.history.after(trigger.occurred_at, ApplicationWithdrawn)
    return without_delay(case, law, trigger, told, awaits=TransferImpossibilityNotified, dropped=dropped)


@rules.norm("protocol-ro/art-8/2.3", ReplySent, ApplicationReceived)
def transfer_within_three_months(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Art. 8(2) with Art. 10(4) of the agreement: three months from the consent, by a reply or by silence."""
    return transfer_in_term(case, trigger, law)
