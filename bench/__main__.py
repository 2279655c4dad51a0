"""All figures in one run: ``./run bench``, or ``./run bench http judge`` for some of them.

Each figure is a ratio to a base that is measured in the same run, taking turns with it, so that a noisy machine
disturbs both. ``docs/performance.md`` says what bounds each.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Final

#: What can be measured, and with which arguments.
PARTS: Final = {
    "http": ("bench.http",),
    "append": ("bench.append",),
    "judge": ("bench.judge",),
    "visit": ("bench.visit",),
    "run-sheet": ("bench.run_sheet",),
    "rebuild": ("bench.rebuild",),
    "visits": ("bench.rebuild", "visits"),
}


def main() -> int:
    """Run the parts that are named, or all of them, each in a process of its own."""
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"bench: no part is called {unknown[0]!r}; choose from {', '.join(PARTS)}", file=sys.stderr)
        return 2
    worst = 0
    for name in wanted:
        print(f"== {name}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", *PARTS[name]], check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
