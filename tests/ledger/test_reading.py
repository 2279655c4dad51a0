"""Reading: nothing is skipped, and what cannot be read stops its own case only."""

import threading
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from domain.codec import UnreadableRecord
from domain.facts import Fact
from domain.ledger import Ledger, Unreadable
from projections.postgres.factory import open_ledger
from tests.ledger.samples import CASE, NOW, OTHER, application, log_rows, note, tamper


def test_the_log_is_read_in_order_and_in_pages(ledger: Ledger) -> None:
    ledger.append([note(f"n{number}", case=CASE if number % 2 else OTHER) for number in range(7)], now=NOW)
    assert [entry.position for entry in ledger.read(0, 3)] == [1, 2, 3]
    assert [entry.position for entry in ledger.read(3, 100)] == [4, 5, 6, 7]
    assert [entry.position for entry in ledger.read(2, 100, stop=5)] == [3, 4, 5]
    assert ledger.read(7, 10) == []
    assert ledger.read(0, 10, topics=["ReplySent.1"]) == []
    assert len(ledger.read(0, 10, topics=["InterviewPlaceAgreed.1", "ReplySent.1"])) == 7


def test_a_fact_comes_back_as_it_was_sent(ledger: Ledger) -> None:
    draft = note("a", place="თბილისი", office="ge-migration", correlation="c-1", causation="c-0")
    ledger.append([draft], now=NOW)
    (fact,) = ledger.facts(CASE)
    assert (fact.data, fact.occurred_at, fact.office, fact.correlation, fact.causation) == (
        draft.data,
        NOW,
        "ge-migration",
        "c-1",
        "c-0",
    )
    assert fact.recorded_at.tzinfo is not None
    assert ledger.read(0, 1) == [fact]


def test_several_cases_in_one_query(ledger: Ledger) -> None:
    ledger.append([note("a"), note("b", case=OTHER), note("c")], now=NOW)
    found = ledger.facts_of([CASE, OTHER, "readmission-none"])
    assert {case: [entry.position for entry in entries] for case, entries in found.items()} == {
        CASE: [1, 3],
        OTHER: [2],
    }
    assert {case: len(entries) for case, entries in ledger.facts_of([CASE, OTHER], upto=2).items()} == {
        CASE: 1,
        OTHER: 1,
    }
    assert ledger.facts("readmission-none") == ()


def test_cases_are_listed_by_id(ledger: Ledger) -> None:
    ledger.append([note("a", case=OTHER), note("b"), note("c", case=OTHER)], now=NOW)
    assert ledger.cases() == [(CASE, 1, 2), (OTHER, 2, 3)]
    assert ledger.cases(after=CASE, limit=1) == [(OTHER, 2, 3)]


@pytest.mark.parametrize(
    "state",
    [
        "not json",
        "{}",
        "[]",
        '"text"',
        '{"type":"Unheard","version":1}',
        '{"type":"ReplySent","version":99,"data":{}}',
    ],
)
def test_an_unreadable_record_stops_its_own_case_only(ledger: Ledger, database: str, state: str) -> None:
    ledger.append([note("a"), note("b", case=OTHER), note("c")], now=NOW)
    tamper(
        database, f"UPDATE matiane.event SET state = convert_to('{state}', 'UTF8') WHERE notification_id = 1"
    )
    broken, other, third = ledger.read(0, 10)
    assert isinstance(broken, Unreadable)
    assert (broken.position, broken.case_id, broken.version) == (1, CASE, 1)
    assert isinstance(other, Fact)
    assert isinstance(third, Fact)
    assert ledger.history(CASE) == (broken, third)
    assert ledger.facts_of([CASE, OTHER]) == {CASE: (broken, third), OTHER: (other,)}
    assert ledger.facts(OTHER) == (other,)
    with pytest.raises(UnreadableRecord):
        ledger.facts(CASE)


def test_a_position_is_found_by_the_time_it_was_recorded(ledger: Ledger) -> None:
    assert ledger.position_at(NOW) == 0
    times = []
    for number in range(9):
        receipts = ledger.append([note(f"n{number}-{part}") for part in range(number % 3 + 1)], now=NOW)
        times.append((receipts[-1].recorded_at, receipts[-1].position))  # type: ignore[union-attr]
    for recorded_at, position in times:
        assert ledger.position_at(recorded_at) == position
        assert ledger.position_at(recorded_at - timedelta(microseconds=1)) < position
    assert ledger.position_at(datetime(1999, 1, 1, tzinfo=UTC)) == 0
    assert ledger.position_at(datetime(2999, 1, 1, tzinfo=UTC)) == times[-1][1]


@pytest.mark.fault
def test_a_slow_transaction_hides_nothing_from_a_reader_who_follows(ledger: Ledger, database: str) -> None:
    """An append is held open between its position and its commit: later ones wait, no reader passes it."""
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute(
            "CREATE FUNCTION matiane.hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " IF new.event_id = 'slow' THEN PERFORM pg_advisory_xact_lock(7); END IF; RETURN new; END $$"
        )
        owner.execute(
            "CREATE TRIGGER hold AFTER INSERT ON matiane.event FOR EACH ROW EXECUTE FUNCTION matiane.hold()"
        )
    seen: list[int] = []
    stop = threading.Event()
    follower = open_ledger(database)

    def follow() -> None:
        while not stop.is_set() or follower.head().position > (seen[-1] if seen else 0):
            seen.extend(entry.position for entry in follower.read(seen[-1] if seen else 0, 3))

    threads = [threading.Thread(target=follow)]
    with psycopg.connect(database, autocommit=True) as holder:
        holder.execute("SELECT pg_advisory_lock(7)")
        ledger.append([note("before")], now=NOW)
        threads[0].start()
        threads.append(threading.Thread(target=ledger.append, args=([note("slow")],), kwargs={"now": NOW}))
        threads[-1].start()
        waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        while holder.execute(waiting).fetchone() != (1,):
            pass
        for number in range(6):
            quick = threading.Thread(target=ledger.append, args=([note(f"n{number}")],), kwargs={"now": NOW})
            quick.start()
            threads.append(quick)
        while holder.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone() < (2,):  # type: ignore[operator]
            pass
        assert ledger.head().position == 1
        holder.execute("SELECT pg_advisory_unlock(7)")
    for thread in threads[1:]:
        thread.join()
    stop.set()
    threads[0].join()
    follower.close()
    assert seen == list(range(1, 9))
    assert [row.position for row in log_rows(ledger)] == seen


def test_the_surroundings_do_not_leak_in(database: str) -> None:
    with pytest.MonkeyPatch.context() as surroundings:
        for name in (
            "POSTGRES_DBNAME",
            "POSTGRES_HOST",
            "LEDGER_POSTGRES_USER",
            "PGDATABASE",
            "PGHOST",
            "PGUSER",
        ):
            surroundings.setenv(name, "nowhere")
        for name, value in (
            ("PERSISTENCE_MODULE", "eventsourcing.popo"),
            ("CREATE_TABLE", "y"),
            ("CIPHER_TOPIC", "eventsourcing.cipher:AESCipher"),
            ("PGOPTIONS", "-c search_path=nowhere"),
            ("PGTARGETSESSIONATTRS", "read-only"),
            ("IS_SNAPSHOTTING_ENABLED", "y"),
        ):
            surroundings.setenv(name, value)
        opened = open_ledger(database)
        opened.append([application("a")], now=NOW)
        assert opened.head().position == 1
        opened.close()
    with psycopg.connect(database) as connection:
        tables = connection.execute(
            "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'ledger\\_events%'"
        ).fetchone()
    assert tables == (0,)
