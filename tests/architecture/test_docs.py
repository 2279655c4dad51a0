"""The documents mention everything they promise to mention."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from domain.errors import MatianeError
from domain.events import CATALOGUE

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def subclasses(parent):
    for child in parent.__subclasses__():
        yield child
        yield from subclasses(child)


def test_every_event_type_stands_in_the_reference():
    text = (DOCS / "events.md").read_text("utf-8")
    assert [name for name in CATALOGUE if f"`{name}`" not in text] == []


def test_every_error_code_stands_in_the_reference():
    text = (DOCS / "using.md").read_text("utf-8")
    codes = {error.code for error in subclasses(MatianeError) if error.__module__.startswith("domain")}
    assert sorted(code for code in codes if f"`{code}`" not in text) == []


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(path):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
