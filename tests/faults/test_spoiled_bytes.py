"""A bit of a stored event flips: the chain says where, its case is shown as incomplete, and no other case minds."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest

from api.cloudevents import draft_of
from domain.codec import encode
from domain.ledger import Unreadable
from domain.ledger.mapper import entry_of
from domain.log.chain import Broken, Verified
from projections.judging import standard
from projections.rows import event_row
from tests.faults.checking import verified
from tests.faults.load import of_case
from tests.faults.service import Service, ask, database, until

pytestmark = pytest.mark.fault

CASE = "readmission-spoiled-1"
#: Bits tried out of some eight thousand; always the same ones.
SAMPLE = 1500


class OneKey:
    """Seals under a key that never changes."""

    def key_for(self, person: UUID) -> bytes:
        return bytes(32)


def test_no_flipped_bit_reaches_another_case_or_stops_the_judging() -> None:
    now = datetime(2026, 6, 1, tzinfo=UTC)
    judging = standard()
    states = [encode(draft_of(stated), OneKey()) for stated in of_case(CASE)]
    bits = [(which, bit) for which, state in enumerate(states) for bit in range(len(state) * 8)]
    unreadable = 0
    for which, bit in random.Random(1).sample(bits, SAMPLE):
        spoiled = bytearray(states[which])
        spoiled[bit // 8] ^= 1 << bit % 8
        stored = [*states[:which], bytes(spoiled), *states[which + 1 :]]
        entries = [entry_of(CASE, number, number, now, state) for number, state in enumerate(stored, 1)]
        rows = judging.rows(CASE, entries, now)
        assert {rows.status.case_id, *(row.case_id for row in map(event_row, entries))} == {CASE}
        broken = isinstance(entries[which], Unreadable)
        assert (rows.status.incomplete is not None) == broken
        unreadable += broken
    assert 0 < unreadable < SAMPLE


def flip(service: Service, position: int) -> None:
    """Flip a bit of a stored event, as only somebody with full rights over the server can; twice restores it."""
    with psycopg.connect(database(service.folder), autocommit=True) as connection:
        connection.execute("ALTER TABLE matiane.event DISABLE TRIGGER ALL")
        connection.execute(
            "UPDATE matiane.event SET state = set_byte(state, 0, get_byte(state, 0) # 1) WHERE notification_id = %s",
            (position,),
        )
        connection.execute("ALTER TABLE matiane.event ENABLE TRIGGER ALL")


def shown_as_incomplete(service: Service, case: str) -> bool:
    found = service.get("/v1/cases", incomplete=True, search=case).json()["cases"]
    return [row["id"] for row in found] == [case]


def append(service: Service, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    answer = service.post(events)
    assert answer.status_code == 201, answer.text
    return answer.json()["receipts"]


def test_an_event_that_was_spoiled_on_the_disk(service: Service) -> None:
    spoiled, sound = of_case("readmission-flipped-1"), of_case("readmission-flipped-2")
    position = append(service, spoiled[:2])[1]["position"]
    append(service, sound[:2])
    until(service.is_ready)
    assert isinstance(verified(service.folder), Verified)

    flip(service, position)
    broken = verified(service.folder)
    assert isinstance(broken, Broken)
    assert broken.position == position
    append(service, [spoiled[2], sound[2]])
    until(lambda: shown_as_incomplete(service, "readmission-flipped-1"), service.said)
    assert not shown_as_incomplete(service, "readmission-flipped-2")
    assert str(position) in service.get("/v1/cases/readmission-flipped-1").json()["incomplete"]
    refused = service.get("/v1/cases/readmission-flipped-1/obligations")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/case-incomplete")
    history = service.get("/v1/cases/readmission-flipped-1/history").json()
    assert [row["position"] for row in history["unreadable"]] == [position]
    assert service.get("/cases/readmission-flipped-1").status_code == 200
    assert service.get("/v1/cases/readmission-flipped-2").json()["incomplete"] is None
    assert ask(service.folder, "SELECT count(*) FROM matiane_view.parked") == 1

    flip(service, position)
    assert isinstance(verified(service.folder), Verified)
    append(service, [{**spoiled[2], "id": "readmission-flipped-1/again"}])
    until(lambda: not shown_as_incomplete(service, "readmission-flipped-1"), service.said)
    assert service.get("/v1/cases/readmission-flipped-1").json()["incomplete"] is None
