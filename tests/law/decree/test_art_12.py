"""Art. 12: the working visit of a speaker of parliament."""

from __future__ import annotations

import pytest

from domain.law.verdict import Status
from tests.law.decree.ranks import BOTH, GEORGIA, Told, flags, greeted, seen_off, whole

RANK = "speaker"
ALL = ("ge-speaker", "ge-chair-foreign-relations-committee", "ge-mfa-official")
HUNG = (
    flags("airport", *BOTH, activity="arrival"),
    flags("airport", *BOTH, when="+2 09:00", activity="departure"),
)


@pytest.mark.parametrize(
    ("provision", "facts", "expected"),
    [
        ("12/1", [greeted(*ALL)], Status.FULFILLED),
        ("12/1", [greeted("ge-deputy-speaker", *ALL[1:])], Status.FULFILLED),
        ("12/1", [greeted(*ALL[1:])], Status.BREACHED),
        ("12/1", [greeted(ALL[0], ALL[2])], Status.BREACHED),
        ("12/1", [greeted(*ALL[:2])], Status.BREACHED),
        ("12/2", [flags("airport", *BOTH)], Status.FULFILLED),
        ("12/2", [flags("airport", GEORGIA)], Status.BREACHED),
        ("12/3", [*HUNG, seen_off(*ALL)], Status.FULFILLED),
        ("12/3", [*HUNG, seen_off("ge-deputy-speaker", *ALL[1:])], Status.FULFILLED),
        ("12/3", [HUNG[0], seen_off(*ALL)], Status.BREACHED),
        ("12/3", [*HUNG, seen_off(*ALL[1:])], Status.BREACHED),
        ("12/3", [*HUNG, greeted(*ALL)], Status.BREACHED),
    ],
)
def test_a_working_visit_of_a_speaker(provision: str, facts: list[Told], expected: Status) -> None:
    assert whole("working", RANK, *facts).status(provision) is expected


def test_the_farewell_names_what_was_not_kept() -> None:
    (why,) = whole("working", RANK, *HUNG).verdict("12/3").reasons
    assert dict(why.values)["provisions"] == ("decree-386/art-12/1",)
