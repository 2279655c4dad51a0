"""The ledger's tests run against every server that can be had."""

from collections.abc import Iterator

import pytest

from domain.ledger import Ledger
from projections.postgres.appender import CoalescingAppender
from projections.postgres.factory import open_ledger
from tests.conftest import server_kinds


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "server" in metafunc.fixturenames:
        metafunc.parametrize("server", server_kinds(), indirect=True, scope="session")


@pytest.fixture
def ledger(database: str) -> Iterator[Ledger]:
    opened = open_ledger(database)
    yield opened
    opened.close()


@pytest.fixture
def appender(database: str, ledger: Ledger) -> Iterator[CoalescingAppender]:
    with CoalescingAppender(database, ledger.keyring) as running:
        yield running
