"""How long judging takes: a readmission case of fifteen events, beside decoding its JSON.

    uv run --frozen python -m bench.judge [rounds]

The bound is 0.5 ms for the judgement. The ratio to plain JSON decoding, measured in turn with it, says the
same on a machine of any speed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from statistics import quantiles
from time import perf_counter
from typing import Final

import orjson

from bench.sample_case import FIRST_DAY, STEPS, stored
from domain.codec import decode
from domain.facts import Fact
from domain.law.history import History
from domain.law.judge import judge
from projections.judging import standard
from projections.rows import rows_of

CASES: Final = 200
AS_OF: Final = FIRST_DAY + timedelta(days=2000)


def measure(work: dict[str, Callable[[int], object]], rounds: int) -> dict[str, list[float]]:
    """Time each piece of work, in turn, on every case; in seconds."""
    times: dict[str, list[float]] = {name: [] for name in work}
    for number in range(rounds):
        for name, run in work.items():
            begun = perf_counter()
            run(number % CASES)
            times[name].append(perf_counter() - begun)
    return times


def told(times: dict[str, list[float]]) -> None:
    """Print the times of each piece of work, and their ratio to decoding plain JSON."""
    base = sorted(times["plain JSON"])[len(times["plain JSON"]) // 2]
    print(f"{'':12}{'p50 ms':>10}{'p99 ms':>10}{'x JSON':>10}")
    for name, found in times.items():
        cuts = quantiles(found, n=100)
        print(f"{name:12}{cuts[49] * 1e3:10.3f}{cuts[98] * 1e3:10.3f}{cuts[49] / base:10.1f}")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    judging = standard()
    ids = [f"readmission-bench-{number}" for number in range(CASES)]
    states = [stored(case_id, number) for number, case_id in enumerate(ids)]

    def decoded(number: int) -> list[Fact]:
        return [
            decode(state, version=place, position=number * 15 + place, recorded_at=AS_OF)
            for place, state in enumerate(states[number], 1)
        ]

    facts = [decoded(number) for number in range(CASES)]

    def judged(number: int) -> object:
        history = History(ids[number], facts[number], as_of=AS_OF)
        return judge(history, judging.law, judging.calendars, AS_OF)

    reports = [judging.report(ids[number], facts[number], AS_OF) for number in range(CASES)]
    work: dict[str, Callable[[int], object]] = {
        "plain JSON": lambda number: [orjson.loads(state) for state in states[number]],
        "decode": decoded,
        "judge": judged,
        "rows": lambda number: rows_of(reports[number], None),
    }
    measure(work, CASES)
    times = measure(work, rounds)
    print(f"a case of {len(STEPS)} events, {len(reports[0].obligations)} obligations, {rounds} rounds")
    told(times)


if __name__ == "__main__":
    main()
