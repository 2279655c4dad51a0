"""The gate: what a feature must not be, and what the features together must show. Each check lists problems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from gherkin.dialect import Dialect

from api.coverage import UnreadableFeature, parse_feature, read_scenarios
from domain.law.book import LawBook
from domain.law.coverage import Scenario
from domain.law.provision import Assessment, Force, Provision
from domain.law.verdict import Status
from tests.features.harness.phrases import STATUSES, TYPES, provision

Node = Mapping[str, Any]
CASES = (
    "in-time",
    "last-day",
    "first-day-late",
    "not-applicable",
    "excused",
    "contested",
    "not-yet-in-force",
)
#: What a provision with a time limit must show; either of the pair will do.
WANTED = (
    {"in-time"},
    {"last-day"},
    {"first-day-late"},
    {"not-applicable"},
    {"excused", "contested"},
    {"not-yet-in-force"},
)
#: What a provision of the decree with a time limit must show: its limits run to a plan, and are few in kind.
WANTED_OF_THE_DECREE = ({"in-time"}, {"last-day"}, {"first-day-late"})
KEPT = {Status.FULFILLED, Status.HOLDING}
NOT_KEPT = {Status.BREACHED, Status.FULFILLED_LATE, Status.REVIEW}
#: Nothing of this force can be broken: two different answers show it as well.
UNBREAKABLE = {Force.PERMISSIVE, Force.CONSTITUTIVE, Force.PROGRAMMATIC}

_NAMED = TYPES["provision"][0]
_CLAIM = re.compile(
    rf"(?P<provision>{_NAMED}) (?:is |would otherwise be |სხვაგვარად )?"
    rf"(?P<status>{TYPES['status'][0]}|does not apply|არ ვრცელდება)(?: for the \w+ trigger|, \w+ შემთხვევა)?"
)


@dataclass(frozen=True)
class Features:
    """All feature files of a folder, and the law that they mirror."""

    folder: Path
    law: LawBook

    @cached_property
    def files(self) -> tuple[Path, ...]:
        return tuple(sorted(self.folder.rglob("*.feature")))

    @cached_property
    def scenarios(self) -> tuple[Scenario, ...]:
        return read_scenarios(self.folder)

    @cached_property
    def trees(self) -> dict[Path, Node]:
        return {file: parse_feature(file) for file in self.files}

    def nodes(self) -> Iterator[tuple[Path, str, Node]]:
        """Yield every feature, rule, background, scenario and examples table with its kind."""
        for file, feature in self.trees.items():
            if feature:
                yield file, "feature", feature
                yield from ((file, kind, node) for kind, node in _below(feature))

    def of(self, wanted: Provision) -> list[Scenario]:
        """Return the scenarios tagged with a provision."""
        return [scenario for scenario in self.scenarios if wanted.id in scenario.tags]

    @property
    def atomic(self) -> list[Provision]:
        return [item for item in self.law.provisions.values() if not item.aggregate]


def _below(node: Node) -> Iterator[tuple[str, Node]]:
    for child in node["children"]:
        for kind, inner in child.items():
            yield kind, inner
            if kind == "rule":
                yield from _below(inner)
            for table in inner.get("examples", ()):
                yield "examples", table


def _at(file: Path, node: Node) -> str:
    return f"{file.name}:{node['location']['line']}"


def not_gherkin(features: Features) -> list[str]:
    """Files that no parser reads, and those that start with a byte order mark."""
    problems = [f"{file.name}: starts with a byte order mark" for file in features.files if _has_mark(file)]
    for file in features.files:
        try:
            if not parse_feature(file):
                problems.append(f"{file.name}: holds no feature")
        except UnreadableFeature as error:
            problems.append(str(error))
    return problems


def _has_mark(file: Path) -> bool:
    return file.read_bytes().startswith(b"\xef\xbb\xbf")


def unknown_tags(features: Features) -> list[str]:
    """Tags that are neither a provision of the law nor the name of a case."""
    known = {item.id for item in features.law.provisions.values()} | set(CASES)
    return [
        f"{_at(file, node)}: unknown {tag['name']}"
        for file, _, node in features.nodes()
        for tag in node.get("tags", ())
        if tag["name"].removeprefix("@") not in known
    ]


def misplaced_tags(features: Features) -> list[str]:
    """Provision tags on a feature (too wide) or on Examples (they bypass the tag hook), and any on Examples."""
    return [
        f"{_at(file, node)}: {tag['name']} stands on {kind}; tag the Rule or the Scenario"
        for file, kind, node in features.nodes()
        if kind in ("feature", "examples")
        for tag in node.get("tags", ())
    ]


def names_used_twice(features: Features) -> list[str]:
    """Scenario names that stand twice in a file, or nowhere: only the last of them would be collected."""
    counted = Counter((scenario.file, scenario.name) for scenario in features.scenarios)
    return [
        f"{file}: {count} scenarios named {name!r}"
        for (file, name), count in counted.items()
        if count > 1 or not name
    ]


def without_steps(features: Features) -> list[str]:
    """Scenarios without steps, and those that claim nothing."""
    empty = [
        f"{_at(file, node)}: no steps"
        for file, kind, node in features.nodes()
        if kind == "scenario" and not node["steps"]
    ]
    return empty + [f"{item.file}:{item.line}: no Then" for item in features.scenarios if not item.claims]


def outlines_without_rows(features: Features) -> list[str]:
    """Outlines that would run once with their placeholders unfilled."""
    return [
        f"{_at(file, node)}: no rows of examples"
        for file, kind, node in features.nodes()
        if kind == "scenario" and _unfilled(node)
    ]


def _unfilled(node: Node) -> bool:
    rows = [row for table in node["examples"] for row in table.get("tableBody", ())]
    is_outline = node["examples"] or any(
        re.search(r"<[^<>\s][^<>]*>", step["text"]) for step in node["steps"]
    )
    return bool(is_outline) and not rows


def swallowed_text(features: Features) -> list[str]:
    """Lines of a description that look like a scenario, a rule or a step: they are lost without a warning."""
    return [
        f"{_at(file, node)}: {line.strip()!r} is read as a description; put the colon, or quote it behind >"
        for file, _, node in features.nodes()
        for line in (node.get("description") or "").splitlines()
        if _KEYWORD.match(line.strip())
    ]


def _keywords() -> Iterator[str]:
    for language in ("en", "ka", "ro"):
        dialect = Dialect.for_name(language)
        for part in ("feature", "rule", "background", "scenario", "scenario_outline", "examples"):
            yield from (f"{re.escape(word)}(?:[ :]|$)" for word in getattr(dialect, f"{part}_keywords"))
        for part in ("given", "when", "then"):
            words = (word.strip() for word in getattr(dialect, f"{part}_keywords"))
            yield from (f"{re.escape(word)} " for word in words if word != "*")
    yield "Regulă(?:[ :]|$)"


_KEYWORD = re.compile("|".join(_keywords()))


def without_scenario(features: Features) -> list[str]:
    """Provisions that no scenario shows; an aggregate is shown through its parts."""
    return [item.id for item in features.atomic if not features.of(item)]


def tags_without_claim(features: Features) -> list[str]:
    """Scenarios tagged with a provision that none of their claims names."""
    return [
        f"{scenario.file}:{scenario.line}: tagged {tag}, and claims nothing about it"
        for scenario in features.scenarios
        for tag in scenario.tags
        if tag in features.law.provisions and not any(_names(claim, tag) for claim in scenario.claims)
    ]


def _names(claim: str, provision_id: str) -> bool:
    return any(_id(found) == provision_id for found in re.findall(_NAMED, claim))


def _id(text: str) -> str:
    try:
        return provision(text).id
    except Exception:  # noqa: BLE001 (a quoted text that cites nothing names no provision)
        return ""


def one_sided(features: Features) -> list[str]:
    """Judged provisions that are never kept in any scenario, or never broken."""
    problems = []
    for item in features.atomic:
        if item.assessment is not Assessment.JUDGED:
            continue
        found = {status for scenario in features.of(item) for status in _claimed(scenario, item)}
        if item.force in UNBREAKABLE:
            if len(found) < 2:
                problems.append(f"{item.id}: fewer than two different answers")
            continue
        if not found & KEPT:
            problems.append(f"{item.id}: no scenario in which it is kept")
        if not found & NOT_KEPT:
            problems.append(f"{item.id}: no scenario in which it is not kept")
    return problems


def _claimed(scenario: Scenario, item: Provision) -> Iterator[Status]:
    for claim in scenario.claims:
        parts = _CLAIM.fullmatch(claim)
        if parts and _id(parts["provision"]) == item.id:
            yield STATUSES.get(parts["status"], Status.NOT_APPLICABLE)


def limits_without_cases(features: Features) -> list[str]:
    """Provisions with a time limit that lack one of its cases."""
    return [
        f"{item.id}: no scenario tagged {' or '.join(f'@{case}' for case in sorted(wanted))}"
        for item in features.atomic
        if item.limit is not None and item.assessment is Assessment.JUDGED
        for wanted in (WANTED_OF_THE_DECREE if item.instrument in ("decree-386", "iom-project") else WANTED)
        if not any(wanted & set(scenario.tags) for scenario in features.of(item))
    ]


CHECKS: Sequence[Callable[[Features], list[str]]] = (
    not_gherkin,
    unknown_tags,
    misplaced_tags,
    names_used_twice,
    without_steps,
    outlines_without_rows,
    swallowed_text,
    without_scenario,
    tags_without_claim,
    one_sided,
    limits_without_cases,
)
