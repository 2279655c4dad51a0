"""Which office of a party a message names, as Art. 1(1) needs it."""

from __future__ import annotations

from domain.events.parts import PersonCategory, Procedure
from domain.events.readmission import ApplicationReceived, ApplicationSubmitted, ReplySent
from domain.events.transit import TransitReplySent, TransitRequested, TransitRequestReceived
from domain.facts import Fact
from domain.law.view import CaseView

Application = ApplicationSubmitted | TransitRequested
APPLICATIONS = (ApplicationSubmitted, TransitRequested)
RECEIPTS = (ApplicationReceived, TransitRequestReceived)
REPLIES = (ReplySent, TransitReplySent)


def application_of(case: CaseView, message: Fact) -> Application | None:
    """Return the application that a message makes, or belongs to."""
    data = message.data
    if isinstance(data, APPLICATIONS):
        return data
    first = case.history.first(ApplicationSubmitted) or case.history.first(TransitRequested)
    return first.data if first is not None and isinstance(first.data, APPLICATIONS) else None


def office_of(case: CaseView, state: str, message: Fact) -> str | None:
    """Return the office that stands for a State in an application, its receipt or its answer.

    None where the message names none, or only repeats the office to which, or from which, the application
    went: a wrong office is one fault, not one with every message that follows.
    """
    requesting = case.parties is not None and case.parties.requesting == state
    data = message.data
    if isinstance(data, APPLICATIONS):
        return data.requesting_authority if requesting else data.requested_authority
    application = application_of(case, message)
    if isinstance(data, RECEIPTS):
        known = application is not None and application.requested_authority == data.authority
        return None if requesting or known else data.authority
    if isinstance(data, REPLIES):
        if not requesting:
            return data.by
        known = application is not None and application.requesting_authority == data.to
        return None if known else data.to
    return None


def point_for(application: ApplicationSubmitted) -> str:
    """Return the point of Art. 1(1) that names Romania's authority, the procedure left aside.

    Romania asks through one authority; asked, it answers through another for its own nationals.
    """
    if application.requesting_state == "RO":
        return "protocol-ro/art-1/1/a.1"
    if application.subject.category is PersonCategory.OWN_NATIONAL:
        return "protocol-ro/art-1/1/b.1"
    return "protocol-ro/art-1/1/a.2"


def is_accelerated(application: ApplicationSubmitted) -> bool:
    """Tell whether the application was made in the accelerated procedure."""
    return application.procedure is Procedure.ACCELERATED
