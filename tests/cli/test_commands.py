"""The commands, by what they print and how they exit."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path
from time import sleep

import psycopg
import pytest

from api.commands.appending import GROUP
from tests.api.samples import CASE, application, event, receipt
from tests.cli.conftest import COMMAND, Run, environment, one_line

SECRET = "Kapanadze-Testadze"


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    stated = [application(family_name=SECRET), receipt(), event(time="2026-03-30T10:00:00+04:00")]
    path.write_text("\n".join(json.dumps(item) for item in stated) + "\n\n")
    return path


def test_append_judge_report_and_rebuild(run: Run, lines: Path) -> None:
    first = run("append", str(lines), "--json")
    assert (first.returncode, json.loads(first.stdout)) == (
        0,
        {"appended": 3, "duplicates": 0, "refused": []},
    )
    again = run("append", str(lines))
    assert (again.returncode, again.stdout) == (0, "0 appended, 3 recorded before, 0 refused\n")

    judged = run("judge", CASE, "--as-of", "2026-03-28T00:00:00+04:00", "--json")
    assert judged.returncode == 0
    found = json.loads(judged.stdout)
    assert found["statements"][0]["kind"] == "deemed_consent"
    assert found["obligations"][0]["words"]
    told = run("judge", CASE, "--lang", "ka")
    assert told.returncode == 0
    assert "შეფასება" in told.stdout
    assert SECRET not in judged.stdout + told.stdout

    report = run("report", "--json", "--check")
    assert report.returncode == 5
    assert json.loads(report.stdout)["statistics"]["applications"] == 1
    assert json.loads(report.stdout)["deviations"]
    other = run("report", "--year", "2025", "--json", "--check")
    assert other.returncode == 0, other.stderr
    assert json.loads(other.stdout)["deviations"] == []
    same = run("report", "--year", "2026", "--json", "--check")
    assert same.returncode == 5
    assert json.loads(same.stdout)["deviations"] == json.loads(report.stdout)["deviations"]
    assert "1 applications, 1 agreed" in run("report").stdout

    rebuilt = run("rebuild", "--json")
    assert rebuilt.returncode == 0
    assert json.loads(rebuilt.stdout) | {"seconds": 0} == {
        "phase": "done",
        "cases": 1,
        "events": 3,
        "seconds": 0,
    }
    assert json.loads(run("migrate", "--json").stdout) == {"applied": []}


def test_append_refuses_a_file_with_a_bad_line_whole(run: Run, lines: Path) -> None:
    with lines.open("a") as file:
        file.write(json.dumps(event(7, data={"decision": SECRET})) + "\nno json\n")
    refused = run("append", str(lines))
    assert refused.returncode == 1
    assert refused.stdout.endswith("0 appended, 0 recorded before, 6 refused\n")
    assert "line 5, /data/decision: write one of" in refused.stderr
    assert "line 6: the body is not JSON" in refused.stderr
    assert SECRET not in refused.stderr
    rest = run("append", str(lines), "--per-item", "--json")
    assert rest.returncode == 1
    assert json.loads(rest.stdout)["appended"] == 3
    assert {item["line"] for item in json.loads(rest.stdout)["refused"]} == {5, 6}


def test_append_reads_standard_input_and_csv(run: Run, tmp_path: Path) -> None:
    assert run("append", "-", stdin=json.dumps(application())).stdout.startswith("1 appended")
    table = tmp_path / "events.csv"
    table.write_text(
        "id,source,type,subject,time,data.decision,data.by,data.to,data.channel,data.language,data.grounds\n"
        f"r,/t,ReplySent,{CASE},2026-03-05T10:00:00Z,refused,ge-migration-department,"
        'ro-immigration-inspectorate,fax,en,"[""a, b""]"\n',
        encoding="utf-8-sig",
    )
    assert run("append", str(table)).stdout.startswith("1 appended")
    with table.open("a") as file:
        file.write("\n  \n")
    assert run("append", str(table)).stdout == "0 appended, 1 recorded before, 0 refused\n"
    table.write_text("name\nx\n")
    assert "the first line names the columns" in one_line(run("append", str(table)))


def test_an_interrupted_append_says_what_it_stored(run: Run, database: str, tmp_path: Path) -> None:
    held = "readmission-2026-held"
    assert run("append", "-", stdin=json.dumps(event(1, id="held-1", subject=held))).returncode == 0
    path = tmp_path / "events.jsonl"
    stated = [event(1, id=f"{number}") for number in range(GROUP)] + [event(1, id="held-2", subject=held)]
    path.write_text("\n".join(json.dumps(item) for item in stated))
    with (
        psycopg.connect(database) as owner,
        psycopg.connect(database, autocommit=True) as watching,
    ):
        owner.execute("SELECT FROM matiane.case_head WHERE case_id = %s FOR UPDATE", (held,))
        with subprocess.Popen(
            [*COMMAND, "append", str(path)],
            env=environment(MATIANE_DATABASE_URL=database),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            while process.poll() is None and not watching.execute(waits).fetchone():
                sleep(0.02)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        assert (process.returncode, out) == (130, ""), err
        (line,) = err.splitlines()
        assert f"{GROUP} appended" in line
        assert "run it again" in line
    assert run("append", str(path)).stdout == f"1 appended, {GROUP} recorded before, 0 refused\n"


def test_a_conflict_names_its_line(run: Run, lines: Path) -> None:
    assert run("append", str(lines)).returncode == 0
    changed = lines.read_text().replace("2026-03-30", "2026-03-29")
    lines.write_text(changed)
    refused = run("append", str(lines))
    assert refused.returncode == 1
    assert "line 3, /id: this source and id were used before with other content" in refused.stderr


def test_errors_are_one_line_with_an_exit_code(run: Run, tmp_path: Path) -> None:
    assert run("judge", "readmission-none").returncode == 4
    assert "starts with its kind" in one_line(run("judge", "person-1"))
    assert "--as-of" in one_line(run("judge", CASE, "--as-of", "yesterday"))
    assert "no file" in one_line(run("append", str(tmp_path / "none.jsonl")))
    assert run("append", str(tmp_path / "none.jsonl")).returncode == 4
    assert "no access control" in one_line(run("serve", "--host", "0.0.0.0"))
    assert run("serve", "--host", "example.org").returncode == 2
    assert "No such command" in one_line(run("nothing"))
    assert run("judge").returncode == 2
    lost = run("migrate", MATIANE_DATABASE_URL="postgresql://127.0.0.1:1/x")
    assert lost.returncode == 3
    assert "cannot be reached" in one_line(lost)
    wrong = run("migrate", MATIANE_DATABASE_URL="postgresql://user:" + SECRET + "@x y")
    assert wrong.returncode == 2
    assert SECRET not in one_line(wrong)
    told = run("judge", "readmission-none", "--json")
    assert json.loads(told.stderr)["error"]["code"] == "not-found"
    assert "MATIANE_PORT" in one_line(run("serve", MATIANE_PORT="many"))


def test_the_law_is_listed_and_shown(run: Run) -> None:
    listed = json.loads(run("law", "list", "--json").stdout)
    assert [len(found["provisions"]) for found in listed["instruments"]] == [504, 85, 15, 16, 26]
    assert "protocol-ro/art-8/1" in run("law", "list", "--lang", "ka").stdout
    shown = run("law", "show", "protocol-ro/art-8/1")
    assert "Art. 8(1)" in shown.stdout
    assert run("law", "show", "nothing").returncode == 4
    lines = {line.split()[0]: line for line in run("law", "coverage").stdout.splitlines()}
    for whole in ("art-1/1", "art-2/1", "art-5"):
        assert lines[f"protocol-ro/{whole}"].endswith("through its parts")
    offices = run("law", "offices", "--day", "2003-06-16").stdout.splitlines()
    assert "  2001-10-16 - 2004-02-17  State Minister of Georgia" in offices
    assert not [line for line in offices if line.startswith("  ") and "Prime Minister" in line]
    of_day = json.loads(run("law", "offices", "--day", "2003-06-16", "--json").stdout)
    assert of_day["day"] == "2003-06-16"
    covered = json.loads(run("law", "coverage", "--json").stdout)
    assert set(covered[0]) == {
        *("instrument", "provisions", "judged", "attested", "shown", "with_scenario", "without"),
    }


def test_help_tells_every_command(run: Run) -> None:
    told = run("--help")
    assert told.returncode == 0
    for command in ("demo", "serve", "migrate", "append", "judge", "report", "rebuild", "law"):
        assert command in told.stdout
        assert "--json" in run(command, "--help").stdout or command == "law"
