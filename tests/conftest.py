"""Real PostgreSQL servers for tests: the embedded one, and an installed one where there is one.

``database`` is a migrated, empty database for each test: the schema is dropped and made anew, which is quicker
than a database of its own. Tests run against the first server that
can be had; those under ``tests/ledger`` against all of them.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from projections.postgres.migrate import migrate

URL = os.environ.get("MATIANE_TEST_DATABASE_URL", "")
_numbers = count(1)


@dataclass(frozen=True)
class Server:
    """A running server on which this test run may do as it likes with databases of its own."""

    kind: str
    conninfo: Callable[[str], str]
    #: Prefix of all databases of this run.
    prefix: str

    def create(self, template: str | None = None) -> str:
        """Make a database and return its name."""
        name = f"{self.prefix}_{next(_numbers)}"
        suffix = f" TEMPLATE {template}" if template else ""
        with psycopg.connect(self.conninfo("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}{suffix}")
        return name

    def drop(self, name: str) -> None:
        with psycopg.connect(self.conninfo("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def installed_programs() -> Path | None:
    """The newest installed PostgreSQL of version 15 or later."""
    found = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    fit = [path for path in found if path.parent.name.isdigit() and int(path.parent.name) >= 15]
    return max(fit, key=lambda path: int(path.parent.name), default=None)


def server_kinds() -> list[str]:
    """Kinds of server that can be had here, the default first."""
    kinds = ["embedded"]
    if URL or installed_programs():
        kinds.append("installed")
    return kinds


def _start_embedded(stack: ExitStack, place: Path) -> Callable[[str], str]:
    from projections.postgres.embedded import EmbeddedPostgres

    server = stack.enter_context(EmbeddedPostgres(place / "data"))
    return server.dsn


def _start_installed(stack: ExitStack, place: Path) -> Callable[[str], str]:
    programs = installed_programs()
    assert programs is not None
    # The server refuses root: there it runs as nobody.
    user = "nobody" if os.geteuid() == 0 else None
    if user:
        shutil.chown(place, user)
    data, log = str(place / "data"), str(place / "log")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", data, *arguments]
        subprocess.run(
            command,
            check=True,
            cwd="/",
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            user=user,
            extra_groups=[] if user else None,
        )

    run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    settings = f"-c listen_addresses= -c unix_socket_directories={place} -c max_connections=200"
    run("pg_ctl", "-w", "-l", log, "-o", settings, "start")
    stack.callback(run, "pg_ctl", "-w", "-m", "immediate", "stop")
    return lambda dbname: make_conninfo(host=str(place), user="postgres", dbname=dbname)


def start(kind: str, stack: ExitStack) -> Server:
    """Start a server; it goes when the stack is closed."""
    prefix = f"matiane_test_{uuid4().hex[:8]}"
    if kind == "installed" and URL:
        return Server(kind, lambda dbname: make_conninfo(URL, dbname=dbname), prefix)
    place = Path(tempfile.mkdtemp(prefix="matiane-test-"))
    stack.callback(shutil.rmtree, place, ignore_errors=True)
    conninfo = (_start_embedded if kind == "embedded" else _start_installed)(stack, place)
    with psycopg.connect(conninfo("postgres"), autocommit=True) as connection:
        # Nothing here has to survive a power cut.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    return Server(kind, conninfo, prefix)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    with ExitStack() as stack:
        yield start(getattr(request, "param", server_kinds()[0]), stack)


@pytest.fixture(scope="session")
def template(server: Server) -> Iterator[str]:
    """Name of a migrated database that nobody is connected to, for tests that need several."""
    name = server.create()
    migrate(server.conninfo(name))
    yield name
    server.drop(name)


@pytest.fixture(scope="session")
def own_database(server: Server) -> Iterator[str]:
    """A database of this run; tests take turns with it."""
    name = server.create()
    yield server.conninfo(name)
    server.drop(name)


@pytest.fixture
def empty_database(own_database: str) -> Iterator[str]:
    """Connection parameters, as its owner, of a database without any schema of ours."""
    yield own_database
    with psycopg.connect(own_database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        schemas = connection.execute(
            "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'matiane%'"
        ).fetchall()
        for (schema,) in schemas:
            connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def database(empty_database: str) -> str:
    """Connection parameters, as its owner, of a migrated and empty database."""
    migrate(empty_database)
    return empty_database
