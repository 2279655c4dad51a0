"""A reading that extends a provision to another category is told where the case rests on it, and nowhere else."""

from __future__ import annotations

import pytest

from domain.law.explain import explain
from domain.law.library import load_law
from tests.law.decree.tale import visit


@pytest.mark.parametrize(("category", "told"), [("state", True), ("official", False)])
def test_the_note_on_state_visits_stands_under_state_visits_only(category: str, told: bool) -> None:
    (item,) = visit(category).all("3/1/b.2")
    assert ("note-3" in [note.id for note in explain(item, load_law()).notes]) is told
    assert ("by_analogy" in [why.key for why in item.verdict.reasons]) is told
