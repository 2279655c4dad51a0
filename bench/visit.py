"""How long a full official visit takes: decode, judge, rows and run-sheet, beside decoding its JSON.

    uv run --frozen python -m bench.visit [rounds]

The bound is 15 ms for the judgement of about 150 events with all norms of Arts. 3 and 25.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

import orjson

from bench.judge import measure, told
from bench.sample_visit import events, stored
from domain.codec import decode
from domain.facts import Fact
from domain.law.history import History
from domain.law.judge import judge
from projections.judging import standard
from projections.rows import rows_of

CASE: Final = "visit-bench-0"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    judging = standard()
    states = stored(CASE, 0)
    as_of = datetime.fromisoformat(events()[-1]["time"]).astimezone(UTC) + timedelta(days=30)

    def decoded(_number: int) -> list[Fact]:
        return [
            decode(state, version=place, position=place, recorded_at=as_of)
            for place, state in enumerate(states, 1)
        ]

    facts = decoded(0)

    def judged(_number: int) -> object:
        return judge(History(CASE, facts, as_of=as_of), judging.law, judging.calendars, as_of)

    report = judging.report(CASE, facts, as_of)
    work: dict[str, Callable[[int], object]] = {
        "plain JSON": lambda _number: [orjson.loads(state) for state in states],
        "decode": decoded,
        "judge": judged,
        "rows": lambda _number: rows_of(report, None),
    }
    measure(work, 20)
    times = measure(work, rounds)
    print(f"a visit of {len(states)} events, {len(report.obligations)} obligations, {rounds} rounds")
    told(times)


if __name__ == "__main__":
    main()
