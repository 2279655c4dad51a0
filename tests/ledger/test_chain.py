"""The chain that the database computes is the one anybody can compute."""

from datetime import UTC, datetime
from itertools import pairwise

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ledger import Ledger
from domain.log.chain import GENESIS, Broken, ChainRow, Verified, leaf, link, micros, verify_chain
from tests.ledger.samples import NOW, application, chain_rows, note, tamper

ROW = ChainRow(
    1, "readmission-1", 1, "ReplySent.1", datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC), b"{}", b""
)


def test_the_encoding_is_fixed_for_ever() -> None:
    digest = leaf(*ROW[:6])
    assert digest.hex() == "c78e7908b8d03c30b7edaa4a018f666d0537e6c41fc78126393946348507f708"
    assert link(GENESIS, digest).hex() == "fbc6b3b651414e141d0ecab58b42bea50e0081327f291d3d29f6c87ca0d890f8"


def test_micros_are_exact() -> None:
    assert micros(ROW.recorded_at) == 1772443800123456
    assert micros(datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)) == -1


@given(
    st.integers(1, 2**62),
    st.integers(0, 2**62),
    st.text(st.characters(exclude_characters="\0", codec="utf-8")),
    st.binary(),
)
def test_no_two_rows_share_a_leaf(position: int, version: int, text: str, state: bytes) -> None:
    one = leaf(position, text + "a", version, "b" + text, NOW, state)
    assert one != leaf(position, text, version, "ab" + text, NOW, state)
    assert one != leaf(position + 1, text + "a", version, "b" + text, NOW, state)
    assert one != leaf(position, text + "a", version, "b" + text, NOW, state + b"\0")


def test_the_database_computes_the_same_bytes(ledger: Ledger, database: str) -> None:
    for number in range(5):
        ledger.append([note(f"n{number}-{part}", place="თბილისი") for part in range(number + 1)], now=NOW)
        ledger.append([application(f"a{number}")], now=NOW)
    rows = chain_rows(ledger)
    assert verify_chain(rows) == Verified(20, 20, rows[-1].chain)
    assert ledger.head().chain == rows[-1].chain.hex()
    with psycopg.connect(database) as connection:
        for case, topic in (("readmission-1", "ReplySent.1"), ("თბილისი", "Ж")):
            for at in (ROW.recorded_at, datetime(2001, 1, 1, 0, 0, 0, 1, tzinfo=UTC)):
                got = connection.execute(
                    "SELECT matiane.event_leaf(%s, %s, %s, %s, %s, %s)",
                    (7, 3, micros(at), case, topic, b"\0\xff"),
                ).fetchone()
                assert got == (leaf(7, case, 3, topic, at, b"\0\xff"),)


def test_verifying_may_start_in_the_middle(ledger: Ledger) -> None:
    ledger.append([note(f"n{number}") for number in range(6)], now=NOW)
    rows = chain_rows(ledger)
    assert verify_chain(rows[3:], after=3, chain=rows[2].chain) == Verified(3, 6, rows[-1].chain)
    assert verify_chain(rows[3:]) == Broken(1, "position 1 is missing: the next row is 4")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE matiane.event SET state = set_byte(state, 17, get_byte(state, 17) # 1) WHERE notification_id = 3",
        "UPDATE matiane.event SET recorded_at = recorded_at - interval '1 microsecond' WHERE notification_id = 3",
        "UPDATE matiane.event SET topic = topic || 'x' WHERE notification_id = 3",
        "UPDATE matiane.event SET originator_id = 'readmission-9' WHERE notification_id = 3",
        "UPDATE matiane.event SET originator_version = 99 WHERE notification_id = 3",
        "DELETE FROM matiane.event WHERE notification_id = 3",
        "UPDATE matiane.event SET chain = set_byte(chain, 0, get_byte(chain, 0) # 1) WHERE notification_id = 3",
    ],
    ids=["state", "time", "topic", "case", "version", "removed", "chain"],
)
def test_any_change_to_a_stored_event_is_found_where_it_was_made(
    ledger: Ledger, database: str, statement: str
) -> None:
    ledger.append([note(f"n{number}") for number in range(6)], now=NOW)
    tamper(database, statement)
    result = verify_chain(chain_rows(ledger))
    assert isinstance(result, Broken)
    assert result.position == 3


def test_time_never_falls_along_the_log(ledger: Ledger, database: str) -> None:
    ledger.append([note("a")], now=NOW)
    with psycopg.connect(database) as connection:
        connection.execute("UPDATE matiane.ledger_head SET recorded_at = recorded_at + interval '1 day'")
    ahead = ledger.head().recorded_at
    ledger.append([note("b")], now=NOW)
    rows = chain_rows(ledger)
    assert rows[1].recorded_at == ahead
    assert all(one.recorded_at <= two.recorded_at for one, two in pairwise(rows))
