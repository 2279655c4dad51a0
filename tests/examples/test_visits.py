"""What the two large visits show beside their deviations: the lowered level excuses, the register leaves open."""

from __future__ import annotations

from domain.law.verdict import Status
from tests.examples.test_cases import CASES, report_of


def _with(name: str, status: Status) -> set[str]:
    return {item.norm.id for item in report_of(CASES[name]).obligations if item.verdict.status is status}


def test_the_night_departure_is_excused_and_only_it():
    assert _with("visit-official-head", Status.EXCUSED) == {
        "decree-386/art-3/1/i.3",
        "decree-386/art-3/2/d.1",
        "decree-386/art-3/2/e.1",
        "decree-386/art-3/2/e.3",
        "decree-386/art-3/2/e.4",
    }


def test_an_office_without_an_entry_on_the_day_leaves_the_list_open():
    assert _with("visit-state", Status.UNDETERMINED) == {"decree-386/art-3/1/a.1"}


def test_nearly_every_norm_of_the_official_visit_speaks():
    report = report_of(CASES["visit-official-head"])
    judged = [item for item in report.obligations if item.verdict.status is Status.FULFILLED]
    assert len(judged) > 130
    assert not report.gaps
