"""The readmission year 2021: published totals, invented times.

Published (see README.md beside this file): 2,547 applications, 2,504 agreed, 43 refused. Everything
else (which State asked, when, by which channel, how long a reply took, what followed) is drawn from a
generator with fixed randomness: the same events, byte for byte, on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, Final

from examples.story import Story

YEAR: Final = 2021
APPLICATIONS: Final = 2547
REFUSED: Final = 43
SEED: Final = 20_210_101

#: Requesting States and their shares in percent: ours, shaped by nothing but the wish to show several.
STATES: Final = {"DE": 38, "FR": 14, "PL": 11, "GR": 8, "IT": 7, "SE": 6, "AT": 6, "NL": 5, "RO": 5}


def cases() -> Iterator[list[dict[str, Any]]]:
    """Yield the events of each case, as CloudEvents in the order in which they happened."""
    random = Random(SEED)
    refused = set(random.sample(range(APPLICATIONS), REFUSED))
    states = random.choices(list(STATES), list(STATES.values()), k=APPLICATIONS)
    for number, state in enumerate(states):
        story = Story(Random(SEED + number + 1), f"readmission-{YEAR}-{number + 1:04d}", state)
        yield story.told(day=number * 365 // APPLICATIONS, refused=number in refused)


def events() -> Iterator[dict[str, Any]]:
    """Yield every event of the year in the order of the world, as integrating systems would send them."""
    everything = [event for case in cases() for event in case]
    everything.sort(key=lambda event: (event["time"], event["id"]))
    yield from everything
