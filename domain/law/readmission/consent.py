"""Silence counts as consent: a derived, dated, contestable statement (agreement, Art. 10(2))."""

from __future__ import annotations

from domain.events.parts import Procedure
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
from domain.law.history import Contradicted, History
from domain.law.provision import Mark
from domain.law.templates import window_of
from domain.law.view import CaseView, DeemedConsent


def procedure_of(history: History) -> Procedure:
    """Return the procedure that the application (or its receipt) names; ordinary when none does."""
    application = history.first(ApplicationSubmitted)
    if application is not None and isinstance(application.data, ApplicationSubmitted):
        return application.data.procedure
    receipt = history.first(ApplicationReceived)
    if receipt is not None and isinstance(receipt.data, ApplicationReceived) and receipt.data.procedure:
        return receipt.data.procedure
    return Procedure.ORDINARY


def reply_limit(view: CaseView) -> str:
    """Return the provision whose limit the reply has to keep in this case."""
    accelerated = procedure_of(view.history) is Procedure.ACCELERATED
    if view.parties is not None and view.parties.are("GE", "RO"):
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
    if not provision.in_force_on(view.day(receipt.occurred_at)):
        return None
    try:
        _, window, _ = window_of(view, provision, receipt.occurred_at)
    except OutsideCalendar:
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


def _receipt(history: History) -> Fact | None:
    try:
        return history.sole(ApplicationReceived)
    except Contradicted:
        return None
