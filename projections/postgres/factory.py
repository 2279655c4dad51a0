"""The library's infrastructure over one connection string, and the way to open a ledger."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Final, cast

import psycopg
from eventsourcing.postgres import PostgresFactory
from eventsourcing.utils import Environment, EnvType
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import dict_row

from domain.ledger import Ledger
from projections.postgres.connection import CONNECT_SECONDS, SCHEMA, service_conninfo
from projections.postgres.faults import unavailable_when_lost
from projections.postgres.keyring import PostgresKeyring
from projections.postgres.pools import lively_pool
from projections.postgres.recorder import LedgerRecorder

#: Connections kept open, and opened at need beyond them. A subscription and a reader each pin one.
POOL_SIZE: Final = 3
POOL_OVERFLOW: Final = 9


class LedgerFactory(PostgresFactory):
    """Builds recorders over the connection string in ``LEDGER_CONNINFO``; takes nothing from the surroundings."""

    application_recorder_class = LedgerRecorder
    LEDGER_CONNINFO = "LEDGER_CONNINFO"

    def __init__(self, env: Environment | EnvType | None) -> None:
        given = env if isinstance(env, Environment) else Environment(env=env)
        conninfo = service_conninfo(given.get(self.LEDGER_CONNINFO, ""))
        parts = {name: str(value) for name, value in conninfo_to_dict(conninfo).items()}
        settings = {
            self.POSTGRES_DBNAME: parts.get("dbname", ""),
            self.POSTGRES_HOST: parts.get("host", ""),
            self.POSTGRES_PORT: parts.get("port", "5432"),
            self.POSTGRES_USER: parts.get("user", ""),
            self.POSTGRES_PASSWORD: parts.get("password", ""),
            self.POSTGRES_SCHEMA: SCHEMA,
            self.POSTGRES_CONNECT_TIMEOUT: str(CONNECT_SECONDS),
            self.ORIGINATOR_ID_TYPE: "text",
            self.CREATE_TABLE: "n",
        }
        super().__init__(Environment(given.name, {**settings, **given}))
        # The library passes on five parameters; TLS, several hosts and our role stand in the whole string.
        self.datastore.pool = cast(
            "Any",
            lively_pool(
                conninfo,
                smallest=POOL_SIZE,
                largest=POOL_SIZE + POOL_OVERFLOW,
                patience=CONNECT_SECONDS,
                open_now=False,
                configure=self.datastore.after_connect_func(),
                row_factory=dict_row,
            ),
        )

    def application_recorder(self) -> LedgerRecorder:
        """Return the recorder of the one log; its table does not depend on the application's name."""
        return LedgerRecorder(self.datastore)


def open_ledger(conninfo: str) -> Ledger:
    """Open the ledger of a migrated database. Close it with ``ledger.close()``.

    Raises Unavailable when the database cannot be reached.
    """

    def connect() -> AbstractContextManager[psycopg.Connection[Any]]:
        return cast("LedgerRecorder", ledger.recorder).datastore.get_connection()

    env = {
        "PERSISTENCE_MODULE": f"{LedgerFactory.__module__}:{LedgerFactory.__qualname__}",
        LedgerFactory.LEDGER_CONNINFO: conninfo,
    }
    with unavailable_when_lost():
        ledger = Ledger(env, PostgresKeyring(connect))
    return ledger
