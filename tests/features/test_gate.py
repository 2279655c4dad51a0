"""The coverage gate over features/: every provision has its scenarios, and no scenario is lost or empty."""

from __future__ import annotations

import pytest

from api.coverage import FEATURES
from domain.law.library import load_law
from tests.features.harness import gate


@pytest.fixture(scope="module")
def features():
    return gate.Features(FEATURES, load_law())


@pytest.mark.parametrize("check", gate.CHECKS, ids=lambda check: check.__name__)
def test_gate(features, check):
    problems = check(features)
    assert not problems, "\n" + "\n".join(problems)
