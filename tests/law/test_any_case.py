"""Whatever is recorded, in whatever order: judging never fails, and a report holds until its next check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from domain.events import CASE_KINDS, CATALOGUE
from domain.law.explain import explain
from domain.law.judge import Report
from domain.law.library import load_law
from domain.law.provision import Language
from domain.law.sentences import sentences
from tests.law.cases import ESCORT, OFFICER, PERSON, Case, case

START = datetime(2026, 6, 1, tzinfo=UTC)
DAYS = ("2026-06-15", "2019-06-29", "2027-12-31", "9999-12-31", "0001-01-01")
STATES = ("RO", "DE", "GE", "TR")
CATEGORIES = ("third_country_national", "stateless", "national_of_requested_state")
LIMITS = ("three_months", "notified_date")


def _values(chance: Random) -> dict[str, Callable[[], dict[str, Any]]]:
    """What may vary about a fact, beyond its lawful sample."""

    def day(name: str) -> Callable[[], dict[str, Any]]:
        return lambda: {name: chance.choice(DAYS)}

    def norm(name: str) -> Callable[[], dict[str, Any]]:
        return lambda: {name: chance.choice(list(load_law().provisions))}

    return {
        "TransferNotified": day("transfer_date"),
        "TransferTermExtended": day("extended_until"),
        "AgreementTerminated": day("on"),
        "AuthorityChanged": day("effective_on"),
        "ContactChanged": day("effective_on"),
        "CrossingPointsChanged": day("effective_on"),
        "ProvisionAttested": norm("provision"),
        "WaiverGranted": norm("norm"),
        "ExcuseAccepted": norm("norm"),
        "EventRetracted": lambda: {"event_id": str(chance.randint(1, 8))},
        "TransferBecameImpossible": lambda: {"limit": chance.choice(LIMITS)},
        "TransferImpossibilityNotified": lambda: {"limit": chance.choice(LIMITS)},
        "PersonApprehended": lambda: {"state": chance.choice(STATES)},
        "IrregularStayEstablished": lambda: {"state": chance.choice(STATES)},
        "EnteredIntoForce": lambda: {
            "on": chance.choice(DAYS),
            "instrument": chance.choice(["protocol-ro", "amendment-1"]),
        },
        "TransitRequested": lambda: {
            "planned_on": chance.choice(DAYS),
            "mode": chance.choice(["air", "land", "sea"]),
            "requesting_state": chance.choice(STATES),
        },
        "ApplicationSubmitted": lambda: {
            "requesting_state": chance.choice(STATES),
            "requested_state": chance.choice(STATES),
            "procedure": chance.choice(["ordinary", "accelerated"]),
            "subject": {"person": PERSON, "category": chance.choice(CATEGORIES)},
            "escorts": chance.choice([[], [ESCORT], [{"person": OFFICER}]]),
        },
        "ReplySent": lambda: {
            "decision": chance.choice(["accepted", "refused"]),
            "transfer_at": chance.choice([None, "2026-06-15T10:00+04:00"]),
        },
        "ForceUsed": lambda: {
            "ground": chance.choice(["self_defence", "direct_coercion"]),
            "threat": chance.choice([None, "escape"]),
            "no_authorised_persons_present": chance.choice([None, True, False]),
        },
    }


def told(chance: Random, *, years: int) -> Case:
    """A case of random facts, within some weeks or over many years."""
    kind = chance.choice(CASE_KINDS)
    models = [model for model in CATALOGUE.values() if kind in model.KINDS]
    values = _values(chance)
    found = case(f"{kind}-1")
    for _ in range(chance.randint(1, 12)):
        start = START - timedelta(days=365 * chance.randint(0, years))
        found.at((start + timedelta(hours=chance.randint(0, 24 * 30))).isoformat())
        model = chance.choice(models)
        found.record(model, **values.get(model.TYPE, dict)())
    return found


@pytest.mark.parametrize("seed", range(40))
def test_any_case_is_judged_and_explained(seed: int) -> None:
    chance = Random(seed)
    report = told(chance, years=18).judge("2026-12-01T00:00+00:00").report
    for obligation in report.obligations:
        for language in Language:
            assert sentences(explain(obligation), language)


def _held(report: Report) -> object:
    obligations = [(item.id, item.verdict.status, item.verdict.contested) for item in report.obligations]
    return obligations, report.status.code, report.consent and report.consent.since


@pytest.mark.parametrize("seed", range(60))
def test_a_report_holds_until_its_next_check(seed: int) -> None:
    chance = Random(seed)
    found = told(chance, years=0)
    moment = START + timedelta(hours=chance.randint(0, 24 * 150))
    first = found.judge(moment.isoformat()).report
    end = first.next_check or moment + timedelta(days=900)
    assert end > moment
    for later in (moment + (end - moment) * chance.random(), end - timedelta(microseconds=1)):
        assert _held(found.judge(later.isoformat()).report) == _held(first)
