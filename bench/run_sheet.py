"""How soon the run-sheet page of a full official visit answers, over HTTP, beside the style sheet of the same service.

    uv run --frozen python -m bench.run_sheet [rounds]

The bound is 100 ms. Both are asked in turn over one kept-alive connection, so that a noisy machine disturbs both.
"""

from __future__ import annotations

import http.client
import json
import sys
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any, Final

from bench.http import service
from bench.sample_visit import events

BASE: Final = "/static/matiane.css"


def _get(connection: http.client.HTTPConnection, path: str) -> bytes:
    connection.request("GET", path, headers={"accept-language": "ka"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return body


def _record(connection: http.client.HTTPConnection, told: list[dict[str, Any]]) -> None:
    connection.request(
        "POST",
        "/v1/events",
        json.dumps(told),
        {"content-type": "application/cloudevents-batch+json"},
    )
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 201:
        raise RuntimeError(f"the visit was not recorded: {answer.status} {body[:300]!r}")


def main() -> None:
    """Print the percentiles of both, and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    told = events()
    # The sheet is asked about the middle of the visit, where much is open and much is done.
    middle = told[len(told) // 2]["time"].replace("+", "%2B")
    case = told[0]["subject"]
    pages = {
        "style sheet": BASE,
        "run-sheet now": f"/cases/{case}/run-sheet",
        "at the middle": f"/cases/{case}/run-sheet?as_of={middle}",
        "one place": f"/cases/{case}/run-sheet?place=airport",
    }
    with tempfile.TemporaryDirectory(prefix="matiane-bench-") as folder, service(Path(folder)) as (port, _):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        _record(connection, told)
        sizes = {name: len(_get(connection, path)) for name, path in pages.items()}
        times: dict[str, list[float]] = {name: [] for name in pages}
        for number in range(rounds + 10):
            for name, path in pages.items():
                begun = perf_counter()
                _get(connection, path)
                if number >= 10:
                    times[name].append(perf_counter() - begun)
        connection.close()
    base = sorted(times["style sheet"])[rounds // 2]
    print(f"a visit of {len(told)} events, {rounds} rounds")
    print(f"{'':16}{'p50 ms':>10}{'p99 ms':>10}{'x base':>10}{'kB':>8}")
    for name, found in times.items():
        cuts = quantiles(found, n=100)
        print(
            f"{name:16}{cuts[49] * 1e3:10.2f}{cuts[98] * 1e3:10.2f}{cuts[49] / base:10.1f}{sizes[name] / 1e3:8.0f}"
        )


if __name__ == "__main__":
    main()
