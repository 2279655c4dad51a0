"""Forms of verdict that several articles of the protocol take."""

from __future__ import annotations

from domain.facts import Fact
from domain.law.provision import Provision
from domain.law.templates import fulfilled, not_applicable
from domain.law.verdict import Reason, Status, Verdict, reason


def text(law: Provision, name: str) -> str:
    """Return a parameter that is one word; raises KeyError when the provision has none of that name."""
    value = law.parameters[name]
    if not isinstance(value, str):
        raise TypeError(f"{law.id}: parameter {name} is no word")
    return value


def superseded(trigger: Fact, by: str) -> Verdict:
    """A special provision judges the same duty: it must not count twice."""
    return not_applicable(trigger, why=reason("superseded", by=by))


def discharged(cause: Fact) -> Verdict:
    """The duty fell away before it was due, with the fact given."""
    return Verdict(Status.DISCHARGED, evidence=(cause,), reasons=(reason("fell_away"),))


def permission(fact: Fact, what: str, *, used: bool) -> Verdict:
    """A permission binds nobody: it was used, or it was not."""
    if used:
        return fulfilled(fact, why=reason("used", what=what))
    return not_applicable(fact, why=reason("not_used", what=what))


def agreed_beforehand(fact: Fact, agreement: Fact | None, why_not: Reason) -> Verdict:
    """Something may be done only by agreement; an agreement reached afterwards is late."""
    if agreement is None:
        return Verdict(Status.BREACHED, evidence=(fact,), reasons=(why_not,))
    if agreement.occurred_at > fact.occurred_at:
        return Verdict(Status.FULFILLED_LATE, evidence=(agreement,), reasons=(reason("agreed_afterwards"),))
    return fulfilled(agreement, why=reason("agreed"))
