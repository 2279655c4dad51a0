"""The sixteen activities: each must show a delivery of its kind before the programme ends."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.cases.programme_figures import deliveries, ended
from domain.events.programmes import DeliveryRecorded, ProgrammeRegistered
from domain.events.readmission import TransferCompleted
from domain.facts import Fact
from domain.law.norm import Check, RuleSet
from domain.law.provision import Provision
from domain.law.templates import attested, breached, fulfilled, pending
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()

ACTIVITIES: Final = range(1, 17)
#: Activities that follow a transfer under readmission: the Mobility Centre, and help for the vulnerable.
AFTER_TRANSFER: Final = (12, 13)
#: The years within which the programme ran (frame.1); a transfer outside them has no part in it.
FIRST, LAST = date(2013, 1, 1), date(2017, 12, 31)


def _delivered(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    """Fulfilled by a delivery of the right kind to the right body; without one when the programme ends, missing."""
    if trigger is not case.history.first(ProgrammeRegistered):
        return None
    found = [fact for fact in deliveries(case.history, law.whole("number")) if _fits(fact, law)]
    if len(found) > 1 and law.parameters.get("once"):
        return breached(*found, why=reason("more_than_once", count=len(found)))
    if found:
        return fulfilled(found[0])
    other = deliveries(case.history, law.whole("number"))
    end = ended(case.history)
    if end is not None:
        return breached(end, *other, why=reason("no_delivery"))
    return pending(awaited=(DeliveryRecorded,))


def _fits(fact: Fact, law: Provision) -> bool:
    data = fact.data
    assert isinstance(data, DeliveryRecorded)
    if data.delivery.value != law.parameters["delivery"]:
        return False
    wanted = law.parameters.get("to")
    return wanted is None or data.to in (None, wanted)


def _after_transfer(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
    if isinstance(trigger.data, TransferCompleted):
        if not FIRST <= case.day(trigger.occurred_at) <= LAST:
            return None
        return attested(case, law, trigger)
    return _delivered(case, trigger, law)


def _check(number: int) -> Check:
    return _after_transfer if number in AFTER_TRANSFER else _delivered


for _number in ACTIVITIES:
    _types = (ProgrammeRegistered, TransferCompleted) if _number in AFTER_TRANSFER else (ProgrammeRegistered,)
    rules.norm(f"iom-project/activity-{_number}", *_types)(_check(_number))
