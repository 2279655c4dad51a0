"""Sessions of the service on the embedded database have no way back to its owner."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from api import composition
from api.composition import Core
from api.settings import BadSetting, Settings
from projections.postgres.connection import SERVICE_ROLE, service_conninfo
from tests.conftest import Server


@pytest.fixture(scope="module")
def embedded() -> Iterator[Core]:
    place = Path(tempfile.mkdtemp(prefix="matiane-test-"))
    place.chmod(0o755)
    with composition.core(Settings(data_folder=place / "data")) as core:
        yield core
    shutil.rmtree(place, ignore_errors=True)


@pytest.mark.parametrize("escape", ["RESET ROLE", "SET ROLE NONE", "SET SESSION AUTHORIZATION DEFAULT"])
def test_a_session_of_the_service_stays_the_service(embedded: Core, escape: str) -> None:
    with psycopg.connect(service_conninfo(embedded.conninfo), autocommit=True) as session:
        session.execute(escape)
        assert session.execute("SELECT session_user, current_user").fetchone() == (SERVICE_ROLE, SERVICE_ROLE)
        for statement in ("SET ROLE postgres", "ALTER TABLE matiane.event DISABLE TRIGGER ALL"):
            with pytest.raises(InsufficientPrivilege):
                session.execute(statement)


def test_all_that_the_service_does_needs_no_more(embedded: Core) -> None:
    assert composition.caught_up(embedded) == 0
    with composition.application(embedded):
        pass


def test_an_installed_database_can_be_given_a_login_for_the_service(server: Server, template: str) -> None:
    name = server.create(template)
    owner = server.conninfo(name)
    settings = Settings(
        Path("/nonexistent"), database_url=owner, service_database_url=f"{owner} user={SERVICE_ROLE}"
    )
    with composition.database(settings) as addresses:
        assert addresses.owner == owner
        assert f"user={SERVICE_ROLE}" in addresses.service
    server.drop(name)


def test_a_login_of_the_service_alone_is_refused() -> None:
    with pytest.raises(BadSetting, match="MATIANE_DATABASE_URL"):
        Settings.from_environ({"MATIANE_SERVICE_DATABASE_URL": "postgresql://service@127.0.0.1/x"})
