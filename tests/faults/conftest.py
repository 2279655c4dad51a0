"""A service to be killed, over a database made once."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.service import Service, end_server


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """A folder for data folders, which any user may pass through."""
    made = Path(tempfile.mkdtemp(prefix="matiane-fault-"))
    made.chmod(0o755)
    yield made
    for folder in made.iterdir():
        if folder.is_dir():
            end_server(folder)
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="session")
def shared(place: Path) -> Iterator[Service]:
    service = Service(place / "shared")
    yield service
    if service.runs:
        service.terminate()


@pytest.fixture
def service(shared: Service) -> Service:
    """A running service whose log other tests have filled: every test brings cases of its own."""
    shared.mark()
    if not shared.runs:
        shared.start()
    return shared
