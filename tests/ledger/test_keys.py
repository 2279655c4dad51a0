"""Personal data is ciphertext wherever the database can see it, and a destroyed key ends it."""

from uuid import UUID

import psycopg
import pytest

from domain.codec import place_of
from domain.errors import PersonErased
from domain.ledger import Ledger, Receipt
from domain.sealing import ERASED, unseal
from projections.postgres.appender import CoalescingAppender
from projections.postgres.factory import open_ledger
from projections.postgres.keyring import PostgresKeyring
from tests.ledger.samples import CASE, NOW, PERSON, application, note


def keyring_of(ledger: Ledger) -> PostgresKeyring:
    assert isinstance(ledger.keyring, PostgresKeyring)
    return ledger.keyring


def shown(ledger: Ledger) -> list[str]:
    """The family names a reader sees."""
    names = []
    for fact in ledger.facts(CASE):
        payload = fact.data.model_dump(mode="json")
        unseal(payload, type(fact.data), place_of(fact, fact.type), ledger.keyring)
        names.append(payload["subject"]["family_name"])
    return names


def test_nothing_personal_stands_in_any_table(ledger: Ledger, database: str) -> None:
    ledger.append([application("a"), application("b", family_name="მოგონილაძე")], now=NOW)
    with psycopg.connect(database) as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'matiane'"
        )
        dump = "\n".join(
            str(row)
            for (table,) in tables
            for row in connection.execute(f"SELECT to_jsonb(t)::text FROM {table} t")
        )
        states = b"\n".join(row[0] for row in connection.execute("SELECT state FROM matiane.event"))
    for name in ("Inventedson", "მოგონილაძე", "1990-05-17"):
        assert name.encode() not in states
        assert name not in dump
        assert name.encode().hex() not in dump
    assert shown(ledger) == ["Inventedson", "მოგონილაძე"]


def test_a_server_error_quotes_nothing_personal(ledger: Ledger, database: str) -> None:
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute("ALTER TABLE matiane.event ADD CONSTRAINT odd CHECK (originator_version < 1) NOT VALID")
    with pytest.raises(Exception) as caught:
        ledger.append([application("a")], now=NOW)
    text = str(caught.value) + str(caught.value.__cause__)
    assert "odd" in text
    assert "Inventedson" not in text
    assert b"Inventedson".hex() not in text


def test_the_key_is_stored_with_the_first_event_or_not_at_all(ledger: Ledger, database: str) -> None:
    ledger.append([note("taken")], now=NOW)
    with pytest.raises(Exception, match="used before"):
        ledger.append([application("a"), note("taken", place="Elsewhere")], now=NOW)
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM matiane.person_key").fetchone() == (0,)
    ledger.append([application("a")], now=NOW)
    assert keyring_of(ledger).find(PERSON) == keyring_of(ledger).key_for(PERSON)


def test_another_process_seals_under_the_recorded_key(ledger: Ledger, database: str) -> None:
    ledger.append([application("a")], now=NOW)
    other = open_ledger(database)
    other.append([application("b"), note("c")], now=NOW)
    (again,) = other.append([application("a")], now=NOW)
    assert isinstance(again, Receipt)
    assert again.duplicate
    third = open_ledger(database)
    (first,) = third.append([application("a")], now=NOW, per_item=True)
    assert isinstance(first, Receipt)
    assert first.duplicate
    assert [fact.event_id for fact in ledger.facts(CASE)] == ["a", "b", "c"]
    other.close()
    third.close()


def test_the_appender_seals_anew_without_disturbing_its_group(
    ledger: Ledger, database: str, appender: CoalescingAppender
) -> None:
    other = open_ledger(database)
    people = [UUID(int=number + 1) for number in range(10)]
    other.append(
        [application(f"first{number}", person=person) for number, person in enumerate(people)], now=NOW
    )
    futures = [
        appender.submit([application(f"a{number}", person=person)], now=NOW)
        for number, person in enumerate(people)
    ]
    futures += [appender.submit([note(f"n{number}")], now=NOW) for number in range(10)]
    results = [future.result(20)[0] for future in futures]
    assert sorted(result.position for result in results if isinstance(result, Receipt)) == list(range(11, 31))
    other.close()


def test_destroying_the_key_is_the_erasure(ledger: Ledger, database: str) -> None:
    ledger.append([application("a")], now=NOW)
    other = open_ledger(database)
    other.append([application("b")], now=NOW)
    state = ledger.facts(CASE)
    assert keyring_of(other).destroy(PERSON)
    assert not keyring_of(other).destroy(UUID(int=99))
    assert ledger.facts(CASE) == state
    assert shown(ledger) == [ERASED, ERASED]
    for opened in (ledger, other, open_ledger(database)):
        with pytest.raises(PersonErased) as caught:
            opened.append([note("n"), application("c")], now=NOW)
        assert caught.value.index == 1
    with psycopg.connect(database) as connection:
        row = connection.execute("SELECT key, destroyed_at IS NULL FROM matiane.person_key").fetchall()
    assert row == [(None, False)]
    assert keyring_of(ledger).find(PERSON) is None
    assert ledger.head().position == 2
    other.close()


def test_keys_forgotten_by_a_small_cache_are_learned_again(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("projections.postgres.keyring.CACHE_MAX", 2)
    people = [UUID(int=number + 1) for number in range(5)]
    for turn in range(2):
        for number, person in enumerate(people):
            ledger.append([application(f"{turn}-{number}", person=person)], now=NOW)
    assert ledger.head().position == 10
