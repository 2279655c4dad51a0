"""Art. 16: the working visit of a foreign minister."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.ranks import BOTH, GEORGIA, Told, flags, greeted, whole


@pytest.mark.parametrize(
    ("provision", "facts", "expected"),
    [
        ("16.1", [greeted("ge-foreign-minister", "ge-mfa-official")], Status.FULFILLED),
        ("16.1", [greeted("ge-foreign-minister")], Status.BREACHED),
        ("16.1", [greeted("ge-deputy-foreign-minister", "ge-mfa-official")], Status.BREACHED),
        ("16.1", [], Status.BREACHED),
        ("16.2", [flags("airport", *BOTH)], Status.FULFILLED),
        ("16.2", [flags("airport", GEORGIA)], Status.BREACHED),
        ("16.2", [], Status.BREACHED),
    ],
)
def test_a_working_visit_of_a_foreign_minister(provision: str, facts: list[Told], expected: Status) -> None:
    assert whole("working", "foreign_minister", *facts).status(provision) is expected
