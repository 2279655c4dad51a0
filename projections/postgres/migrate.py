"""Brings a database to the schema of this release: numbered SQL files, each applied once, whole or not at all."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from domain.errors import MatianeError
from projections.postgres.connection import SERVICE_ROLE

FOLDER: Final = Path(__file__).parent / "migrations"
#: Names the advisory lock that makes concurrent runs wait for each other.
_LOCK: Final = 0x6D617469616E65
_OLDEST_SERVER: Final = 150000


class MigrationRefused(MatianeError):
    """The database and the migration files do not fit together; nothing was changed."""

    code = "migration-refused"


def migrate(conninfo: str, folder: Path = FOLDER) -> list[str]:
    """Apply the files that the database lacks, in order; return their names.

    Connects as the user given, who becomes the owner of the log. Raises MigrationRefused when an applied
    file was edited or is missing, or the server is too old; a file that fails leaves no trace.
    """
    with psycopg.connect(conninfo, autocommit=True) as connection:
        if connection.info.server_version < _OLDEST_SERVER:
            raise MigrationRefused("this server is too old: Matiane needs PostgreSQL 15 or newer")
        connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
        applied = _applied(connection)
        files = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.sql"))}
        for version, digest in applied.items():
            if version not in files:
                raise MigrationRefused(
                    f"the database is newer than this release: it has {version}; use that release"
                )
            if sha256(files[version]).digest() != digest:
                message = (
                    f"{version}.sql was edited after it was applied: restore it and write a new file instead"
                )
                raise MigrationRefused(message)
        missing = [version for version in files if version not in applied]
        for version in missing:
            _apply(connection, version, files[version])
        return missing


def let_service_log_in(conninfo: str) -> None:
    """Let the service's role log in by itself, so that its sessions have no other role to go back to.

    For a server that only its owner can reach: the role has no password. Connects as a superuser.
    """
    with psycopg.connect(conninfo, autocommit=True) as connection:
        able = connection.execute(
            "SELECT FROM pg_catalog.pg_roles WHERE rolname = %s AND rolcanlogin", (SERVICE_ROLE,)
        ).fetchone()
        if able is None:
            connection.execute(sql.SQL("ALTER ROLE {} LOGIN").format(sql.Identifier(SERVICE_ROLE)))


def _applied(connection: psycopg.Connection) -> dict[str, bytes]:
    connection.execute("CREATE SCHEMA IF NOT EXISTS matiane")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS matiane.schema_migration (version text PRIMARY KEY,"
        " sha256 bytea NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())"
    )
    rows = connection.execute("SELECT version, sha256 FROM matiane.schema_migration ORDER BY version")
    return {str(version): bytes(digest) for version, digest in rows}


def _apply(connection: psycopg.Connection, version: str, content: bytes) -> None:
    with connection.transaction():
        connection.execute(content)
        connection.execute(
            "INSERT INTO matiane.schema_migration (version, sha256) VALUES (%s, %s)",
            (version, sha256(content).digest()),
        )
