"""The event sourcing library's own recorder tests, against our recorder; and its application parts over our log."""

import unittest
from uuid import uuid4

import pytest
from eventsourcing.persistence import IntegrityError, StoredEvent
from eventsourcing.tests.persistence import (
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
)

from domain.ledger import Ledger
from domain.ledger.items import item_of
from domain.ledger.mapper import ItemEvent, RecordedEvent
from domain.log.chain import Verified, verify_chain
from projections.postgres.recorder import LedgerRecorder
from tests.ledger.samples import CASE, NOW, application, chain_rows, note


def recorder_of(ledger: Ledger) -> LedgerRecorder:
    assert isinstance(ledger.recorder, LedgerRecorder)
    return ledger.recorder


def run(base: type, name: str, ledger: Ledger) -> None:
    class Case(base):  # type: ignore[misc]
        def create_recorder(self) -> LedgerRecorder:
            return recorder_of(ledger)

        def new_originator_id(self) -> str:
            return f"readmission-{uuid4()}"

    result = unittest.TestResult()
    Case(name).run(result)
    assert not result.errors + result.failures, (result.errors + result.failures)[0][1]
    assert result.testsRun == 1
    assert not result.skipped


@pytest.mark.parametrize(
    "name",
    [
        "test_insert_select",
        "test_concurrent_no_conflicts",
        "test_concurrent_throughput",
        "optional_test_insert_subscribe",
    ],
)
def test_application_recorder(ledger: Ledger, name: str) -> None:
    run(ApplicationRecorderTestCase, name, ledger)
    rows = chain_rows(ledger)
    assert isinstance(verify_chain(rows), Verified)


def test_positions_of_two_batches_do_not_interleave(ledger: Ledger) -> None:
    run(NonInterleavingNotificationIDsBaseCase, "test", ledger)


def test_versions_of_a_case_must_follow_each_other(ledger: Ledger) -> None:
    recorder = recorder_of(ledger)

    def event(version: int, case: str = "readmission-x") -> StoredEvent:
        return StoredEvent(originator_id=case, originator_version=version, topic="T.1", state=b"s")

    assert recorder.insert_events([event(1), event(2)]) == [1, 2]
    for wrong in ([event(2)], [event(4)], [event(3), event(5)], [event(0)], [event(5, "readmission-y")]):
        with pytest.raises(IntegrityError):
            recorder.insert_events(wrong)
    assert recorder.insert_events([event(3), event(0, "readmission-y"), event(1, "readmission-y")]) == [
        3,
        4,
        5,
    ]


def test_the_event_store_takes_and_gives_our_events(ledger: Ledger) -> None:
    items = [item_of(application("a"), ledger.keyring), item_of(note("b"), ledger.keyring)]
    recordings = ledger.events.put([ItemEvent(CASE, number, item) for number, item in enumerate(items, 1)])
    assert [recording.notification.id for recording in recordings] == [1, 2]
    (duplicate,) = ledger.append([application("a")], now=NOW)
    assert duplicate.duplicate  # type: ignore[union-attr]
    stored = list(ledger.events.get(CASE))
    assert all(isinstance(event, RecordedEvent) for event in stored)
    assert [notification.id for notification in ledger.notification_log.select(1, 10)] == [1, 2]
    with pytest.raises(IntegrityError):
        ledger.events.put([ItemEvent(CASE, 2, items[0])])
