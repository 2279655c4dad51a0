"""The database itself holds that the log is append-only."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.errors import InsufficientPrivilege

from domain.ledger import Ledger
from projections.postgres.connection import SERVICE_ROLE, service_conninfo
from projections.postgres.migrate import let_service_log_in
from tests.ledger.samples import NOW, PERSON, application, count_events, note

MEMBER = "matiane_test_member"


@pytest.fixture
def filled(ledger: Ledger, database: str) -> str:
    ledger.append([application("a"), note("b")], now=NOW)
    return database


@pytest.fixture(params=["own login", "login that is a member", "role of the owner"])
def service(filled: str, request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """A session of the service. One that logged in by itself also drops the role that it was given."""
    if request.param == "role of the owner":
        with psycopg.connect(service_conninfo(filled), autocommit=True) as connection:
            yield connection
        return
    login = SERVICE_ROLE if request.param == "own login" else MEMBER
    with psycopg.connect(filled, autocommit=True) as owner:
        if login == MEMBER:
            owner.execute(f"CREATE ROLE {MEMBER} LOGIN IN ROLE {SERVICE_ROLE}")
        else:
            let_service_log_in(filled)
        try:
            with psycopg.connect(
                service_conninfo(make_conninfo(filled, user=login)), autocommit=True
            ) as connection:
                connection.execute("RESET ROLE")
                yield connection
        finally:
            if login == MEMBER:
                owner.execute(f"DROP ROLE {MEMBER}")
            else:
                owner.execute(f"ALTER ROLE {SERVICE_ROLE} NOLOGIN")


REFUSED_TO_THE_SERVICE = [
    "UPDATE matiane.event SET topic = 'x'",
    "DELETE FROM matiane.event",
    "TRUNCATE matiane.event",
    "INSERT INTO matiane.event SELECT * FROM matiane.event",
    "COPY matiane.event FROM STDIN",
    "ALTER TABLE matiane.event DISABLE TRIGGER ALL",
    "DROP TABLE matiane.event CASCADE",
    "CREATE TRIGGER x BEFORE INSERT ON matiane.event FOR EACH ROW EXECUTE FUNCTION matiane.refuse_change()",
    "UPDATE matiane.ledger_head SET position = 0",
    "SELECT * FROM matiane.ledger_head FOR UPDATE",
    "DELETE FROM matiane.case_head",
    "INSERT INTO matiane.person_key (person, key) VALUES (gen_random_uuid(), sha256('x'))",
    "UPDATE matiane.person_key SET key = NULL, destroyed_at = now()",
    "DELETE FROM matiane.person_key",
    "SELECT matiane.store_items(0, '', now(), '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')",
    "CREATE OR REPLACE FUNCTION matiane.refuse_change() RETURNS trigger LANGUAGE sql AS ''",
    "CREATE TABLE matiane.mine ()",
    "SET session_replication_role = replica",
    "UPDATE matiane.schema_migration SET sha256 = ''",
]


@pytest.mark.parametrize("statement", REFUSED_TO_THE_SERVICE)
def test_the_service_can_change_nothing(service: psycopg.Connection, filled: str, statement: str) -> None:
    with pytest.raises((InsufficientPrivilege, psycopg.errors.WrongObjectType)):
        service.execute(statement)
    assert count_events(filled) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE matiane.event SET topic = 'x'",
        "DELETE FROM matiane.event",
        "TRUNCATE matiane.event",
        "DELETE FROM matiane.ledger_head",
    ],
)
@pytest.mark.parametrize("role", ["origin", "replica"])
def test_not_even_the_owner_can_by_accident(filled: str, statement: str, role: str) -> None:
    with psycopg.connect(filled, autocommit=True) as owner:
        owner.execute(f"SET session_replication_role = {role}")
        with pytest.raises(InsufficientPrivilege, match="append-only"):
            owner.execute(statement)
    assert count_events(filled) == 2


def test_others_can_neither_read_nor_append(filled: str) -> None:
    with psycopg.connect(filled, autocommit=True) as owner:
        owner.execute(
            "DO $$ BEGIN CREATE ROLE matiane_test_stranger; EXCEPTION WHEN duplicate_object THEN END $$"
        )
        try:
            owner.execute("SET ROLE matiane_test_stranger")
            for statement in ("SELECT FROM matiane.event", f"SELECT matiane.destroy_person_key('{PERSON}')"):
                with pytest.raises(InsufficientPrivilege):
                    owner.execute(statement)
        finally:
            owner.execute("RESET ROLE")
            owner.execute("DROP ROLE matiane_test_stranger")


def test_a_search_path_cannot_lead_the_append_function_astray(ledger: Ledger, database: str) -> None:
    with psycopg.connect(service_conninfo(database), autocommit=True) as service:
        service.execute("CREATE TEMP TABLE event (LIKE matiane.event)")
        service.execute(
            "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$SELECT 'x'::bytea$$"
        )
        service.execute("SET search_path = pg_temp, matiane")
        service.execute(
            "SELECT matiane.append_events('{1}', '{readmission-1}', '{NULL}', '{NULL}', '{T.1}', '{x}', '{s}', '{e}', '{d}',"
            " '{}', '{}', '{}', '{}', '{}', '{}', '{}')"
        )
        assert service.execute("SELECT count(*) FROM pg_temp.event").fetchone() == (0,)
    assert count_events(database) == 1
