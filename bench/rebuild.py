"""How fast all rows are made anew: one million events in cases of fifteen, one process, an embedded server.

    uv run --frozen python -m bench.rebuild [events]
    uv run --frozen python -m bench.rebuild visits [visits]

The second fills the log with full official visits instead; 10,000 of them are to be made anew in three minutes.

Filling the log is not part of the figure (the rows go in by COPY, past the append function, with chain
hashes that mean nothing here). The bound is 15,000 events a second for one process and 500 MB of memory.
Beside it, in the same run, the same rows are only read, read and parsed as plain JSON, and read and decoded:
the floor under any rebuild on this machine. On a busy machine read the ratios, and the rate per second of
processor time.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time
from typing import Any, Final

import orjson
import psycopg

from bench import sample_visit
from bench.sample_case import STEPS, stored
from projections import scan
from projections.judging import standard
from projections.postgres.embedded import EmbeddedPostgres
from projections.postgres.factory import open_ledger
from projections.postgres.migrate import migrate
from projections.rebuild import Progress, Rebuild

RECORDED: Final = datetime(2026, 1, 1, tzinfo=UTC)
SIZE: Final = len(STEPS)
#: Distinct cases; the others repeat their bytes under other ids.
PATTERNS: Final = 1200


@dataclass(frozen=True, slots=True)
class Sample:
    """A case that is written many times over, under other ids."""

    kind: str
    types: tuple[str, ...]
    stored: Callable[[str, int], list[bytes]]
    patterns: int


READMISSION: Final = Sample("readmission", tuple(step[1] for step in STEPS), stored, PATTERNS)


def visits() -> Sample:
    """Return a full official visit, on forty days."""
    return Sample("visit", sample_visit.types(), sample_visit.stored, 40)


def fill(conninfo: str, cases: int, sample: Sample) -> None:
    """Write the events of many cases into the log: one after the other, as a year's import would."""
    statement = (
        "COPY matiane.event (originator_id, originator_version, topic, state, notification_id, recorded_at,"
        " source, event_id, digest, chain) FROM STDIN (FORMAT BINARY)"
    )
    size = len(sample.types)
    patterns = [
        sample.stored(f"{sample.kind}-{number:08d}", number) for number in range(min(sample.patterns, cases))
    ]
    with psycopg.connect(conninfo) as connection:
        with connection.cursor().copy(statement) as copy:
            copy.set_types(
                ["text", "int8", "text", "bytea", "int8", "timestamptz", "text", "text", "bytea", "bytea"]
            )
            for number in range(cases):
                case_id = f"{sample.kind}-{number:08d}"
                pattern = number % sample.patterns
                for place, state in enumerate(patterns[pattern]):
                    own = state.replace(f"{sample.kind}-{pattern:08d}".encode(), case_id.encode())
                    position = number * size + place + 1
                    recorded = RECORDED + timedelta(milliseconds=position)
                    topic = f"{sample.types[place]}.1"
                    digest = sha256(own).digest()
                    copy.write_row(
                        (
                            case_id,
                            place + 1,
                            topic,
                            own,
                            position,
                            recorded,
                            "/bench/ro",
                            f"{case_id}.{place:03d}",
                            digest,
                            digest,
                        )
                    )
        connection.execute(
            "INSERT INTO matiane.case_head SELECT originator_id, max(originator_version), max(notification_id)"
            " FROM matiane.event GROUP BY originator_id"
        )
        connection.execute(
            "UPDATE matiane.ledger_head SET position = %s, recorded_at = %s",
            (cases * size, RECORDED + timedelta(days=2)),
        )
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE matiane.event, matiane.case_head")


def nothing(page: scan.Page) -> None:
    pass


def parse(page: scan.Page) -> None:
    for row in page.rows:
        orjson.loads(row[4])


def decode(page: scan.Page) -> None:
    for _ in scan.cases(page):
        pass


def floor(conninfo: str, work: Callable[[scan.Page], None]) -> tuple[float, float]:
    """Read the whole log case by case; return events a second, and a second of processor time of this process."""
    begun, cpu = perf_counter(), process_time()
    events = 0
    with psycopg.connect(conninfo, autocommit=True) as connection:
        page = scan.page(connection, "", None, 1 << 40)
        while page is not None:
            events += len(page.rows)
            work(page)
            page = scan.page(connection, page.last_case_id, None, 1 << 40)
    return events / (perf_counter() - begun), events / (process_time() - cpu)


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(conninfo: str, cases: int, sample: Sample) -> None:
    fill(conninfo, cases, sample)
    events = cases * len(sample.types)
    print(f"{events:,} events in {cases:,} cases; memory before {peak_megabytes():.0f} MB")
    print(f"{'':18}{'events/s':>10}{'per s of processor':>20}")
    for name, work in (("only read", nothing), ("parsed as JSON", parse), ("decoded", decode)):
        rate, of_processor = floor(conninfo, work)
        print(f"{name:18}{rate:10,.0f}{of_processor:20,.0f}")
    marks: list[tuple[float, Progress]] = []
    ledger = open_ledger(conninfo)
    begun, cpu = perf_counter(), process_time()
    Rebuild(
        conninfo,
        ledger,
        standard(),
        lambda: datetime(2027, 6, 1, tzinfo=UTC),
        report=lambda progress: marks.append((perf_counter(), progress)),
    ).run()
    took, used = perf_counter() - begun, process_time() - cpu
    ledger.close()
    print(f"{'rebuilt':18}{events / took:10,.0f}{events / used:20,.0f}")
    print(f"  {took:.1f} s, {used:.1f} s of processor in this process")
    report_pages([when for when, progress in marks if progress.phase == "judging"])
    for (_, progress), (then, following) in pairwise(marks):
        if progress.phase != following.phase:
            print(f"  {progress.phase} -> {following.phase} at {then - begun:.1f} s")
    print(f"memory at its peak {peak_megabytes():.0f} MB")
    with psycopg.connect(conninfo) as connection:
        for name in ("case_status", "obligation", "event_search"):
            row: Any = connection.execute(
                f"SELECT count(*), pg_total_relation_size('matiane_view.{name}') / 1048576 FROM matiane_view.{name}"
            ).fetchone()
            print(f"  {name}: {row[0]:,} rows, {row[1]} MB")


def report_pages(times: list[float]) -> None:
    """Print how long a page of cases takes."""
    laps = [later - earlier for earlier, later in pairwise(times)]
    if len(laps) > 2:
        cuts = quantiles(laps, n=100)
        print(
            f"  a page of {scan.CASES_PER_PAGE} cases: p50 {cuts[49] * 1e3:.0f} ms, p99 {cuts[98] * 1e3:.0f} ms"
        )


def main() -> None:
    named = sys.argv[1:]
    sample = visits() if named[:1] == ["visits"] else READMISSION
    wanted = [int(text.replace("_", "")) for text in named if text[0].isdigit()]
    cases = (wanted or [1000])[0] if sample.kind == "visit" else max(1, (wanted or [1_000_000])[0] // SIZE)
    with (
        tempfile.TemporaryDirectory(prefix="matiane-bench-", ignore_cleanup_errors=True) as folder,
        EmbeddedPostgres(Path(folder) / "data") as server,
    ):
        migrate(server.dsn())
        run(server.dsn(), cases, sample)


if __name__ == "__main__":
    main()
