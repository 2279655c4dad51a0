"""The three months for the transfer (agreement, Art. 10(4); protocol, Art. 8(2)): one count for both texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.cases.gaps import state_of
from domain.events.readmission import ApplicationWithdrawn, TransferCompleted, TransferTermExtended
from domain.facts import Fact
from domain.law.calendars import OutsideCalendar
from domain.law.provision import LimitSpec, Provision
from domain.law.readmission.consent import consent_by
from domain.law.templates import perform_by, window_of
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView


def transfer_in_term(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Judge the transfer against the months from the consent, or the day to which they were extended."""
    consent = consent_by(case, trigger)
    if consent is None:
        return None
    done = case.history.sole(TransferCompleted)
    dropped = case.history.first(ApplicationWithdrawn)
    extension = _extension(case, law, consent.since)
    if extension is None:
        verdict = perform_by(case, law, consent.since, done, awaits=TransferCompleted, dropped=dropped)
        return consent.bound(verdict)
    assert isinstance(extension.data, TransferTermExtended)
    until, office = extension.data.extended_until, extension.data.agreed_by
    verdict = perform_by(
        case, law, until, done, awaits=TransferCompleted, dropped=dropped, spec=_until_that_day(law)
    )
    return consent.bound(
        replace(
            verdict,
            evidence=(*verdict.evidence, extension),
            reasons=(*verdict.reasons, reason("extended", until=until, office=office)),
        )
    )


def _extension(case: CaseView, law: Provision, since: datetime) -> Fact | None:
    """The extension that reaches furthest, if the requested side agreed to it and it reaches past the term."""
    found: Fact | None = None
    reach = None
    for fact in case.history.all(TransferTermExtended):
        assert isinstance(fact.data, TransferTermExtended)
        agreed = case.parties is not None and state_of(fact.data.agreed_by) == case.parties.requested
        if agreed and (reach is None or fact.data.extended_until > reach):
            found, reach = fact, fact.data.extended_until
    if reach is None:
        return None
    try:
        _, window, _ = window_of(case, law, since)
    except OutsideCalendar:
        return found
    return found if reach > window.latest.last_day else None


def _until_that_day(law: Provision) -> LimitSpec:
    """A limit that ends with the day it is counted from."""
    assert law.limit is not None
    return LimitSpec(0, "calendar_day", zone=law.limit.zone)
