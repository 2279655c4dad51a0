"""Durable appends through HTTP, against bare PostgreSQL on the same server.

Rounds of ours and of the base alternate, so that a noisy machine disturbs both; the figure is the median of the
rounds' ratios. The service runs as it is shipped, in a process of its own, and so do the clients.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import median
from time import time
from typing import Any, Final

import orjson

from bench import baseline
from bench.baseline import Rate, Row
from bench.input import fresh_events, request

CLIENTS: Final = 64
#: Connections that send batches.
BATCH_CLIENTS: Final = 8
BATCH: Final = 100
ROUNDS: Final = 5
SECONDS: Final = 4.0
_SINGLE: Final = b"application/cloudevents+json"
_BATCHED: Final = b"application/cloudevents-batch+json"
#: More than a round can use.
_PREPARED: Final = int(6000 * SECONDS)
_PREPARED_BATCHES: Final = int(300 * SECONDS)


@contextmanager
def service(folder: Path) -> Iterator[tuple[int, str]]:
    """Start the service on an embedded database in a folder; give its port and the connection string."""
    command = [sys.executable, "-m", "bench.service", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            found = json.loads(process.stdout.readline())
            yield found["port"], found["conninfo"]
        finally:
            process.stdin.close()
            process.wait(60)


def _clients(port: int, clients: int, requests: Iterator[bytes], per_request: int) -> Rate:
    with tempfile.NamedTemporaryFile() as file:
        file.writelines(requests)
        file.flush()
        command = [sys.executable, "-m", "bench.clients", str(port), str(clients), str(SECONDS), file.name]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found = json.loads(done.stdout)
    if found["refused"] or found["exhausted"]:
        raise RuntimeError(f"the round is void: {found}")
    return Rate(found["requests"] * per_request / found["seconds"], found["p50_ms"], found["p99_ms"])


def _row(event: dict[str, Any], number: int) -> Row:
    return (
        event["subject"],
        number,
        f"{event['type']}.1",
        orjson.dumps(event),
        event["source"],
        event["id"],
    )


def _singles(port: int, conninfo: str, mark: str) -> tuple[Rate, Rate]:
    events = fresh_events(mark)
    rows = [_row(event, number) for number, event in enumerate(islice(events, _PREPARED))]
    base = baseline.single_commits(conninfo, rows, SECONDS)
    requests = (request(orjson.dumps(event), _SINGLE) for event in islice(events, _PREPARED))
    return _clients(port, CLIENTS, requests, 1), base


def _batches(port: int, conninfo: str, mark: str) -> tuple[Rate, Rate]:
    events = fresh_events(mark)
    rows = [_row(event, number) for number, event in enumerate(islice(events, 100_000))]
    base = baseline.copies(conninfo, rows, SECONDS, BATCH)
    batches = (list(islice(events, BATCH)) for _ in range(_PREPARED_BATCHES))
    requests = (request(orjson.dumps(batch), _BATCHED) for batch in batches)
    return _clients(port, BATCH_CLIENTS, requests, BATCH), base


def _figure(name: str, rounds: list[tuple[Rate, Rate]], wanted: float, goal: float | None) -> dict[str, Any]:
    return {
        "figure": name,
        "ratio": round(median(ours.events_per_second / base.events_per_second for ours, base in rounds), 3),
        "wanted": wanted,
        "goal": goal,
        "events_per_second": round(median(ours.events_per_second for ours, _ in rounds)),
        "base_per_second": round(median(base.events_per_second for _, base in rounds)),
        "p50_ms": round(median(ours.p50_ms for ours, _ in rounds), 2),
        "p99_ms": round(median(ours.p99_ms for ours, _ in rounds), 2),
        "base_p50_ms": round(median(base.p50_ms for _, base in rounds), 2),
        "base_p99_ms": round(median(base.p99_ms for _, base in rounds), 2),
    }


def run() -> list[dict[str, Any]]:
    """Measure both figures."""
    with (
        tempfile.TemporaryDirectory(prefix="matiane-bench-") as folder,
        service(Path(folder)) as (port, conninfo),
    ):
        baseline.prepare(conninfo)
        run_id = f"{int(time()):x}"
        singles = [_singles(port, conninfo, f"{run_id}s{number}") for number in range(ROUNDS)]
        batches = [_batches(port, conninfo, f"{run_id}b{number}") for number in range(ROUNDS)]
    return [
        _figure("single appends over 64 clients : one-row commits over 8 threads", singles, 0.35, 1.0),
        _figure("batches of 100 : binary COPY in transactions of 100", batches, 0.15, None),
    ]


def main() -> None:
    """Print the figures, one line of JSON each."""
    for figure in run():
        print(json.dumps(figure))


if __name__ == "__main__":
    main()
