"""Silence counts as consent: a derived, dated, contestable statement (agreement, Art. 10(2))."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Final, NamedTuple

from domain.events.parts import Decision, Procedure
from domain.events.readmission import (
    ApplicationReceived,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    DeemedConsentAccepted,
    DeemedConsentChallenged,
    ReplySent,
)
from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.calendars import OutsideCalendar
from domain.law.history import Contradicted, History, once
from domain.law.provision import Mark
from domain.law.templates import CalendarNotHeld, window_of
from domain.law.verdict import DEVIATIONS, Reason, Status, Verdict, reason
from domain.law.view import CaseView, DeemedConsent


@once
def procedure_of(history: History) -> Procedure:
    """Return the procedure that the application (or its receipt) names; ordinary when none does."""
    application = history.first(ApplicationSubmitted)
    if application is not None and isinstance(application.data, ApplicationSubmitted):
        return application.data.procedure
    receipt = history.first(ApplicationReceived)
    if receipt is not None and isinstance(receipt.data, ApplicationReceived) and receipt.data.procedure:
        return receipt.data.procedure
    return Procedure.ORDINARY


#: Since when Georgia and Romania have a protocol; until then only the agreement stood between them.
PROTOCOL_SINCE: Final = date(2019, 6, 29)


def protocol_binds(case: CaseView, trigger: Fact) -> bool:
    """Tell whether a duty that a fact started lies under the protocol, which then is judged instead."""
    between = case.parties is not None and case.parties.are("GE", "RO")
    return between and case.day(trigger.occurred_at) >= PROTOCOL_SINCE


def reply_limit(view: CaseView) -> str:
    """Return the provision whose limit the reply has to keep in this case."""
    accelerated = procedure_of(view.history) is Procedure.ACCELERATED
    start = view.history.first(ApplicationReceived) or view.history.first(ReplySent)
    if start is not None and protocol_binds(view, start):
        return "protocol-ro/art-5/b.1" if accelerated else "protocol-ro/art-4/1.2"
    return "agreement/C3" if accelerated else "agreement/C4"


def deemed_consent(view: CaseView, law: LawBook) -> DeemedConsent | None:
    """Return the consent that silence has produced by the moment of the view, or None.

    Asserted only after the latest reading of the reply limit. That silence is consent is stated for the
    ordinary limit by an official summary; for the accelerated one only by comparable agreements: there the
    statement is unverified. A reply after the limit does not undo it; both are shown.
    """
    receipt = _receipt(view.history)
    if receipt is None or view.parties is None:
        return None
    provision = law.provision(reply_limit(view))
    norm = law.norm_by_id[provision.id]
    if not norm.applies(view) or not provision.in_force_on(view.day(receipt.occurred_at)):
        return None
    try:
        _, window, _ = window_of(view, provision, receipt.occurred_at)
    except (OutsideCalendar, CalendarNotHeld):
        return None
    reply = view.history.first(ReplySent)
    withdrawn = view.history.first(ApplicationWithdrawn)
    settled = min((fact.occurred_at for fact in (reply, withdrawn) if fact is not None), default=None)
    if view.as_of < window.breach_at or (settled is not None and settled < window.breach_at):
        return None
    return DeemedConsent(
        provision.id,
        receipt,
        window.breach_at,
        Mark(str(provision.parameters["silence_mark"])).verified,
        reply,
        view.history.last(DeemedConsentChallenged),
        view.history.last(DeemedConsentAccepted),
    )


class Consent(NamedTuple):
    """Since when the requested side consents, as far as one fact shows it."""

    since: datetime
    #: Premises that a verdict resting on it has to name.
    premises: tuple[Reason, ...] = ()
    #: Beyond doubt. What rests on a doubtful consent alone is at most a review.
    firm: bool = True

    def bound(self, verdict: Verdict) -> Verdict:
        """Return the verdict on a duty that this consent started."""
        if not self.premises:
            return verdict
        if not self.firm and verdict.status in DEVIATIONS:
            return verdict.under(Status.REVIEW, *self.premises)
        return replace(verdict, reasons=verdict.reasons + self.premises)


def consent_by(case: CaseView, trigger: Fact) -> Consent | None:
    """Return the consent that a trigger stands for: a positive reply, or a receipt that silence followed.

    A positive reply starts the terms that follow even where silence had run out before it: that is the later
    start, and only past the latest may a breach be asserted. Raises Contradicted for several replies.
    """
    if isinstance(trigger.data, ReplySent):
        if trigger is not case.history.first(ReplySent):
            return None
        case.history.sole(ReplySent)
        return Consent(trigger.occurred_at) if trigger.data.decision is Decision.ACCEPTED else None
    silence = case.consent
    if silence is None or trigger is not silence.receipt or _accepts(silence.late_reply):
        return None
    premises = [reason("deemed_consent", norm=silence.norm_id, since=silence.since)]
    firm = _recognised(silence)
    if not firm and not silence.verified:
        premises.append(reason("silence_unverified"))
    elif not firm:
        premises.append(reason("consent_disputed"))
    return Consent(silence.since, tuple(premises), firm)


def _accepts(reply: Fact | None) -> bool:
    return (
        reply is not None and isinstance(reply.data, ReplySent) and reply.data.decision is Decision.ACCEPTED
    )


def _recognised(silence: DeemedConsent) -> bool:
    """Whether consent by silence is beyond doubt: accepted in the end, or verified law and undisputed."""
    accepted, disputed = silence.accepted_by, silence.challenged_by or silence.late_reply
    if accepted is not None:
        return disputed is None or disputed.occurred_at <= accepted.occurred_at
    return silence.verified and disputed is None


def _receipt(history: History) -> Fact | None:
    try:
        return history.sole(ApplicationReceived)
    except Contradicted:
        return None
