"""Waivers and excuses: the other side releases the bearer before the time is up, or forgives a breach afterwards."""

from __future__ import annotations

from domain.cases.gaps import state_of
from domain.events.ledger import ExcuseAccepted, WaiverGranted
from domain.law.provision import Provision
from domain.law.verdict import DEVIATIONS, Status, Verdict, reason
from domain.law.view import CaseView

_STATES = {"ge": "GE", "georgian": "GE", "ro": "RO", "romanian": "RO"}


def bearer_states(view: CaseView, provision: Provision) -> frozenset[str]:
    """Return the States whose duty a provision states in this case; empty where it binds both alike."""
    states = set()
    for key in provision.bearer_keys:
        first = key.partition("-")[0]
        if first in _STATES:
            states.add(_STATES[first])
        elif view.parties is not None and first in ("requesting", "escort"):
            states.add(view.parties.requesting)
        elif view.parties is not None and first == "requested":
            states.add(view.parties.requested)
        else:
            return frozenset()
    return frozenset(states)


def may_release(view: CaseView, provision: Provision, office: str) -> bool:
    """Tell whether an office can release the bearer: nobody releases himself.

    Between two States the other State releases; where a case has no two sides, an office other than the bearers.
    """
    if view.parties is None:
        return office not in provision.bearer_keys
    return state_of(office) not in bearer_states(view, provision)


def released(view: CaseView, provision: Provision, verdict: Verdict) -> Verdict:
    """Apply a waiver, granted before the time was up, or an excuse, accepted afterwards."""
    if verdict.status not in DEVIATIONS and verdict.status not in (Status.PENDING, Status.REVIEW):
        return verdict
    limit_end = verdict.window.breach_at if verdict.window else None
    for fact in view.history.all(WaiverGranted):
        data = fact.data
        assert isinstance(data, WaiverGranted)
        in_time = limit_end is None or fact.occurred_at < limit_end
        if data.norm == provision.id and in_time and may_release(view, provision, data.by):
            why = reason("waived", office=data.by, ground=data.ground)
            return verdict.under(Status.WAIVED, why, evidence=(fact,))
    if verdict.status is Status.PENDING:
        return verdict
    for fact in view.history.all(ExcuseAccepted):
        data = fact.data
        assert isinstance(data, ExcuseAccepted)
        if data.norm == provision.id and may_release(view, provision, data.by):
            why = reason("excused", office=data.by, ground=data.ground)
            return verdict.under(Status.EXCUSED, why, evidence=(fact,))
    return verdict
