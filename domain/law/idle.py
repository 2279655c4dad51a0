"""Facts that were recorded and change nothing: shown as gaps, so that nobody takes them for effective."""

from __future__ import annotations

from collections.abc import Iterator

from domain.cases.definition import Gap
from domain.events.ledger import ExcuseAccepted, ProvisionAttested, WaiverGranted
from domain.law.book import LawBook
from domain.law.provision import Assessment
from domain.law.releases import may_release
from domain.law.verdict import reason
from domain.law.view import CaseView


def idle_facts(view: CaseView, law: LawBook) -> Iterator[Gap]:
    """Yield a gap for each change of something that no longer stands, and each word on a norm it cannot reach."""
    for fact in view.history.idle:
        yield Gap("idle_change", reason("idle_change", event=fact.type), (fact,))
    for fact in view.history.all(ProvisionAttested):
        assert isinstance(fact.data, ProvisionAttested)
        provision = law.provisions.get(fact.data.provision)
        if provision is None:
            yield Gap(
                "unknown_provision", reason("unknown_provision", provision=fact.data.provision), (fact,)
            )
        elif provision.assessment is Assessment.SHOWN:
            yield Gap("idle_attestation", reason("idle_attestation", provision=provision.id), (fact,))
    for fact in view.history.all(WaiverGranted, ExcuseAccepted):
        assert isinstance(fact.data, WaiverGranted | ExcuseAccepted)
        provision = law.provisions.get(fact.data.norm)
        if provision is None:
            yield Gap("unknown_provision", reason("unknown_provision", provision=fact.data.norm), (fact,))
        elif not may_release(view, provision, fact.data.by):
            yield Gap("own_release", reason("own_release", office=fact.data.by), (fact,))
