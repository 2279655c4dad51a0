"""Every scenario under features/ is a test."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

from tests.features.steps import *  # noqa: F403

FEATURES = Path(__file__).parents[2] / "features"

scenarios(str(FEATURES))
