"""What all features share: one world per scenario, and tags that name provisions."""

from __future__ import annotations

import pytest

from tests.features.harness.gate import CASES
from tests.features.harness.world import World


def pytest_configure(config):
    config.addinivalue_line(
        "markers", "verdict_case(name): which of the cases of a time limit a scenario shows"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_apply_tag(tag, function):
    """A tag with a slash names a provision; any other stays out of pytest's own markers."""
    if "/" in tag:
        pytest.mark.norm(id=tag)(function)
    elif tag in CASES:
        pytest.mark.verdict_case(name=tag)(function)
    return True


@pytest.fixture
def world() -> World:
    return World()
