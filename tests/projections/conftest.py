"""A ledger in a fresh database, and the means to follow it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import psycopg
import pytest

from domain.events import CATALOGUE
from domain.facts import Draft, Envelope, EventRef
from domain.ledger import Ledger, Receipt
from projections.follow import Follower
from projections.judging import Judging, standard
from projections.postgres.connection import service_conninfo
from projections.postgres.factory import open_ledger
from projections.tables import ALL, CURRENT
from projections.views import Views
from tests.law.cases import SAMPLES

SOURCE = "/test"


def instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None
    return moment


def draft(
    case: str, number: object, type_name: str, at: str, corrects: object = None, **values: Any
) -> Draft:
    data = {key: value for key, value in {**SAMPLES[type_name], **values}.items() if value is not None}
    envelope = Envelope(
        case_id=case,
        source=SOURCE,
        event_id=f"{case}/{number}",
        occurred_at=instant(at),
        corrects=None if corrects is None else EventRef(source=SOURCE, event_id=f"{case}/{corrects}"),
    )
    return Draft(envelope=envelope, data=CATALOGUE[type_name].model_validate(data))


@dataclass
class World:
    """One database with its ledger, followed by hand."""

    conninfo: str
    ledger: Ledger
    judging: Judging
    now: datetime = field(default_factory=lambda: instant("2026-06-01T12:00+04:00"))
    connection: psycopg.Connection = field(init=False)

    def __post_init__(self) -> None:
        self.connection = psycopg.connect(service_conninfo(self.conninfo), autocommit=True)
        self.follower = Follower(self.ledger, self.judging)

    def at(self, moment: str) -> "World":
        self.now = instant(moment)
        return self

    def clock(self) -> datetime:
        return self.now

    @contextmanager
    def connect(self) -> Iterator[psycopg.Connection]:
        with psycopg.connect(service_conninfo(self.conninfo), autocommit=True) as connection:
            yield connection

    def append(self, *drafts: Draft) -> list[Receipt]:
        return self.ledger.append(drafts, now=max(self.now, *(item.envelope.occurred_at for item in drafts)))

    def record(self, case: str, number: object, type_name: str, at: str, **values: Any) -> Receipt:
        return self.append(draft(case, number, type_name, at, **values))[0]

    def follow(self) -> None:
        """Bring the rows up to the log and the clock."""
        while self.follower.step(self.connection, self.now).events:
            pass
        while self.follower.due(self.connection, self.now):
            pass

    def rows(self, schema: str = CURRENT) -> dict[str, list[tuple[Any, ...]]]:
        """All rows of all read tables, sorted."""
        found = {}
        for table in ALL:
            columns = psycopg.sql.SQL(", ").join(map(psycopg.sql.Identifier, table.columns))
            query = psycopg.sql.SQL("SELECT {} FROM {}").format(columns, table.at(schema))
            found[table.name] = sorted(self.connection.execute(query).fetchall(), key=repr)
        return found

    def one(self, query: str, *params: object) -> Any:
        row = self.connection.execute(query, params).fetchone()
        return None if row is None else row[0] if len(row) == 1 else row


@pytest.fixture(scope="session")
def judging() -> Judging:
    return standard()


@pytest.fixture
def ledger(database: str) -> Iterator[Ledger]:
    opened = open_ledger(database)
    yield opened
    opened.close()


@pytest.fixture
def world(database: str, ledger: Ledger, judging: Judging) -> Iterator[World]:
    made = World(database, ledger, judging)
    yield made
    made.connection.close()


ROMANIAN = "readmission-2026-1"


def application(world: World, case: str = ROMANIAN) -> None:
    """An application from Romania, received in Tbilisi on Tuesday 2 June 2026."""
    world.record(case, 1, "ApplicationSubmitted", "2026-06-02T10:00+04:00")
    world.record(case, 2, "ApplicationReceived", "2026-06-02T11:00+04:00")


@pytest.fixture
def views(world: World) -> Iterator[Views]:
    with Views(world.conninfo, world.ledger, world.judging) as opened:
        yield opened
