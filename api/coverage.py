"""Reads the feature files of a checkout, so that the law browser can show which scenario shows a provision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser

from domain.errors import MatianeError, NotFound
from domain.law.coverage import Scenario

#: The features of the checkout that this code runs from.
FEATURES: Final = Path(__file__).resolve().parent.parent / "features"

Node = Mapping[str, Any]


class UnreadableFeature(MatianeError):
    """A feature file is not Gherkin."""

    code = "unreadable-feature"


def read_scenarios(folder: Path = FEATURES) -> tuple[Scenario, ...]:
    """Return every scenario under a folder, by file and line; an outline counts once.

    Raises NotFound where there are no features, UnreadableFeature for a file that is not Gherkin.
    """
    files = sorted(folder.rglob("*.feature")) if folder.is_dir() else []
    if not files:
        raise NotFound(f"no feature files under {folder}: run in a checkout, or name its features folder")
    return tuple(scenario for file in files for scenario in _scenarios(file, folder))


def _scenarios(file: Path, folder: Path) -> Iterator[Scenario]:
    name = file.relative_to(folder).as_posix()
    feature = parse_feature(file)
    if feature:
        yield from _of_children(feature["children"], name, _tags(feature))


def parse_feature(file: Path) -> Node:
    """Return the syntax tree of a feature file, empty for an empty file; raises UnreadableFeature."""
    try:
        document = Parser().parse(file.read_text("utf-8"))
    except (CompositeParserException, ParserError, UnicodeDecodeError) as error:
        first = str(error).splitlines()[-1].strip()
        raise UnreadableFeature(f"{file}: {first}") from None
    feature: Node = document.get("feature") or {}
    return feature


def _of_children(children: Sequence[Node], file: str, inherited: tuple[str, ...]) -> Iterator[Scenario]:
    for child in children:
        if "rule" in child:
            rule = child["rule"]
            yield from _of_children(rule["children"], file, inherited + _tags(rule))
        elif "scenario" in child:
            yield _scenario(child["scenario"], file, inherited)


def _scenario(node: Node, file: str, inherited: tuple[str, ...]) -> Scenario:
    return Scenario(
        node["name"], file, node["location"]["line"], inherited + _tags(node), tuple(_claims(node))
    )


def _claims(node: Node) -> Iterator[str]:
    """Yield what the Then steps claim, an outline's once for every row of its examples."""
    kind = ""
    rows = list(_rows(node))
    for step in node["steps"]:
        kind = step["keywordType"] if step["keywordType"] != "Conjunction" else kind
        if kind == "Outcome":
            yield from (_filled(step["text"], row) for row in rows)


def _rows(node: Node) -> Iterator[dict[str, str]]:
    tables = [table for table in node["examples"] if table.get("tableHeader")]
    if not tables:
        yield {}
    for table in tables:
        names = [cell["value"] for cell in table["tableHeader"]["cells"]]
        for row in table["tableBody"]:
            yield dict(zip(names, (cell["value"] for cell in row["cells"]), strict=True))


def _filled(text: str, row: Mapping[str, str]) -> str:
    for name, value in row.items():
        text = text.replace(f"<{name}>", value)
    return text


def _tags(node: Node) -> tuple[str, ...]:
    return tuple(tag["name"].removeprefix("@") for tag in node["tags"])
