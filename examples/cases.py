"""Hand-written cases, one for each branch of the law, with the deviations that are really in them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ExampleCase:
    """One case: what it shows, the events that an office would record, and what is wrong in it."""

    name: str
    case_id: str
    shows_en: str
    shows_ka: str
    #: Provisions that were breached or fulfilled late; no more and no fewer.
    deviations: tuple[str, ...]
    #: Provisions on which a person has to look.
    review: tuple[str, ...]
    events: tuple[Event, ...]


@cache
def _defaults() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("cases", "_defaults.toml").read_text("utf-8"))


def example_cases() -> Iterator[ExampleCase]:
    """Yield every hand-written case, by name."""
    folder = files(__package__).joinpath("cases")
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.endswith(".toml") and not item.name.startswith("_"):
            yield _case(item.name.removesuffix(".toml"), tomllib.loads(item.read_text("utf-8")))


def _case(name: str, raw: dict[str, Any]) -> ExampleCase:
    events = tuple(_event(raw["case"], number, event) for number, event in enumerate(raw["event"], 1))
    shows = raw["shows"]
    return ExampleCase(
        name, raw["case"], shows["en"], shows["ka"], tuple(raw["deviations"]), tuple(raw["review"]), events
    )


def _event(case_id: str, number: int, raw: dict[str, Any]) -> Event:
    data = {**_defaults().get(raw["type"], {}), **raw.get("data", {})}
    return {
        "specversion": "1.0",
        "id": f"{case_id}.{number:02d}",
        "source": "/example/cases",
        "type": raw["type"],
        "subject": case_id,
        "time": datetime.fromisoformat(raw["at"]).isoformat(),
        "data": _plain(data),
    }


def _plain(value: Any) -> Any:
    """Return a TOML value as JSON has it: dates become text."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value
