"""Migrations are applied once, whole, in order, and never change behind anybody's back."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from projections.postgres.migrate import FOLDER, MigrationRefused, migrate
from tests.conftest import Server

NAMES = sorted(path.stem for path in FOLDER.glob("*.sql"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "migrations"
    shutil.copytree(FOLDER, copy)
    return copy


def tables(database: str) -> set[str]:
    with psycopg.connect(database) as connection:
        return {
            str(row[0])
            for row in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'matiane'")
        }


def test_a_second_run_finds_nothing_to_do(empty_database: str) -> None:
    assert migrate(empty_database) == NAMES
    assert migrate(empty_database) == []


def test_eight_runs_at_once_apply_each_file_once(empty_database: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: migrate(empty_database), range(8)))
    assert sorted(name for names in done for name in names) == NAMES


def test_several_databases_of_one_server_at_once(server: Server) -> None:
    names = [server.create() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda name: migrate(server.conninfo(name)), names))
    assert done == [NAMES] * 4
    for name in names:
        server.drop(name)


def test_an_edited_file_is_refused_and_nothing_is_changed(empty_database: str, folder: Path) -> None:
    migrate(empty_database, folder)
    before = tables(empty_database)
    (folder / "9001_new.sql").write_text("CREATE TABLE matiane.new ();")
    edited = folder / f"{NAMES[0]}.sql"
    edited.write_text(edited.read_text() + "\n-- a word more\n")
    with pytest.raises(MigrationRefused, match=rf"{NAMES[0]}\.sql was edited"):
        migrate(empty_database, folder)
    assert tables(empty_database) == before


def test_a_newer_database_is_refused(empty_database: str, folder: Path) -> None:
    (folder / "9001_new.sql").write_text("CREATE TABLE matiane.new ();")
    migrate(empty_database, folder)
    with pytest.raises(MigrationRefused, match="newer"):
        migrate(empty_database)


def test_a_failing_file_is_rolled_back_whole(empty_database: str, folder: Path) -> None:
    failing = folder / "9001_half.sql"
    failing.write_text("CREATE TABLE matiane.half (); SELECT 1/0;")
    (folder / "9002_after.sql").write_text("CREATE TABLE matiane.after ();")
    with pytest.raises(psycopg.errors.DivisionByZero):
        migrate(empty_database, folder)
    assert not tables(empty_database) & {"half", "after"}
    failing.write_text("CREATE TABLE matiane.half ();")
    assert migrate(empty_database, folder) == ["9001_half", "9002_after"]


def test_an_owner_who_is_no_superuser(server: Server) -> None:
    """The schema asks for no more than CREATEROLE, or a role that an administrator granted."""
    name = server.create()
    with psycopg.connect(server.conninfo("postgres"), autocommit=True) as admin:
        admin.execute("DROP ROLE IF EXISTS matiane_test_owner")
        admin.execute("CREATE ROLE matiane_test_owner LOGIN CREATEROLE")
        if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = 'matiane_service'").fetchone():
            admin.execute("CREATE ROLE matiane_service NOLOGIN")
        admin.execute("GRANT matiane_service TO matiane_test_owner WITH ADMIN OPTION")
        admin.execute(f"ALTER DATABASE {name} OWNER TO matiane_test_owner")
    try:
        owner = psycopg.conninfo.make_conninfo(server.conninfo(name), options="-c role=matiane_test_owner")
        assert migrate(owner) == NAMES
    finally:
        server.drop(name)
        with psycopg.connect(server.conninfo("postgres"), autocommit=True) as admin:
            admin.execute("REVOKE matiane_service FROM matiane_test_owner CASCADE")
            admin.execute("DROP ROLE matiane_test_owner")
