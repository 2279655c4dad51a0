"""``matiane plan``: from options, a file, standard input, and of a recorded case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_line
from tests.law.planning.plans import NOW, visit

OPTIONS = (
    *("--kind", "visit", "--category", "official", "--rank", "head_of_state", "--guest-state", "RO"),
    *("--arrival", "2026-06-15T12:00:00+04:00", "--departure", "2026-06-17T11:00:00+04:00"),
)


def test_options_a_file_and_standard_input_give_the_same_sheet(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(visit()))
    told = [
        run("plan", *OPTIONS, "--as-of", NOW, "--json"),
        run("plan", str(path), "--as-of", NOW, "--json"),
        run("plan", "-", "--as-of", NOW, "--json", stdin=json.dumps(visit())),
    ]
    assert [done.returncode for done in told] == [0, 0, 0], told[0].stderr
    sheets = [json.loads(done.stdout) for done in told]
    assert sheets[0] == sheets[1] == sheets[2]
    assert any(row["norm"] == "decree-386/art-3/1/a.4" for row in sheets[0]["rows"])


def test_a_plan_needs_no_database(run: Run) -> None:
    done = run("plan", *OPTIONS, "--lang", "ka", MATIANE_DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert done.returncode == 0, done.stderr
    assert "ორშაბათი, 15 ივნისი 2026" in done.stdout
    assert "ბოლო დრო: 11:30" in done.stdout


def test_a_recorded_case_has_a_sheet_at_any_moment(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    envelope = {"specversion": "1.0", "source": "/test", "subject": "visit-2025-cli"}
    events = [
        {
            **envelope,
            "id": "1",
            "type": "VisitRegistered",
            "time": "2025-06-01T10:00:00+04:00",
            "data": {"category": "official", "rank": "head_of_state", "guest_state": "RO"},
        },
        {
            **envelope,
            "id": "2",
            "type": "ProgrammeItemScheduled",
            "time": "2025-06-01T10:00:00+04:00",
            "data": {"activity": "arrival", "starts_at": "2025-06-16T12:00:00+04:00"},
        },
    ]
    path.write_text("\n".join(json.dumps(item) for item in events))
    assert run("append", str(path)).returncode == 0
    done = run("plan", "--case", "visit-2025-cli", "--as-of", "2025-06-10T10:00:00+04:00", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["subject"] == "visit-2025-cli"
    missing = run("plan", "--case", "visit-nobody-knows")
    assert (missing.returncode, one_line(missing)) == (4, one_line(missing))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "give one of the three"),
        ((*OPTIONS, "--case", "visit-1"), 2, "give one of the three"),
        ((*OPTIONS, "--as-of", "soon"), 2, "--as-of"),
        ((*OPTIONS[:4], "--rank", "emperor", "--guest-state", "RO"), 1, "/rank: write one of"),
        ((*OPTIONS[:-1], "2026-06-14T11:00:00+04:00"), 1, "/departure_at"),
        (("no-such-plan.json",), 4, "there is no file"),
    ],
)
def test_what_cannot_be_planned_is_one_line(
    run: Run, arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = run("plan", *arguments)
    assert done.returncode == code
    assert words in one_line(done)
