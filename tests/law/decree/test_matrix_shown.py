"""The table as readers get it: over HTTP and on the command line, in both languages."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from api.commands.law import law as commands
from api.shapes.matrix import MatrixOut
from domain.law.decree_386.matrix import Asking, Column, Ground, combinations
from domain.law.library import load_law
from domain.law.provision import Language
from domain.law.words import label

RUNNER = CliRunner()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "member", [*Column, *Asking, *Ground], ids=lambda item: f"{type(item).__name__}.{item}"
)
def test_columns_and_cells_have_words(member: Column | Asking | Ground, language: Language) -> None:
    words = label(member, language)
    assert words
    assert "_" not in words
    assert (language is Language.KA) is any("ა" <= letter <= "ჰ" for letter in words)


def test_the_shape_holds_every_row_with_its_citations() -> None:
    shape = MatrixOut.of(load_law())
    assert [column.column for column in shape.columns] == list(Column)
    assert len(shape.rows) == len(combinations())
    working = shape.rows[2]
    assert (working.category, working.rank) == ("working", "head_of_state")
    anthems = working.cells[Column.ANTHEMS]
    assert (anthems.asks, anthems.asks_label.en) == ("forbidden", "excluded")
    assert [item.href for item in anthems.provisions] == ["/v1/law/decree-386/art-4/2.3"]
    assert shape.rows[1].cells[Column.AIRPORT_FLAGS].form["left"] == "guest_state_flag"
    assert shape.rows[-1].credentials == "joint"


def test_the_command_gives_the_same_as_json() -> None:
    result = RUNNER.invoke(commands, ["matrix", "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == MatrixOut.of(load_law()).model_dump(mode="json")


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            [
                "working, head of state",
                "  anthems: excluded - Decree, Art. 4(2), sentence 3",
                "  road police cars: required, ≥ 1 - Decree, Art. 4(2), sentence 7",
                "  motorcycle escort: required, 3 - Decree, Art. 15(3), sentence 2",
                "  anthems: excluded, as a rule - Decree, Art. 6, sentence 1",
            ],
        ),
        (
            "ka",
            [
                "სამუშაო, სახელმწიფოს მეთაური",
                "  ჰიმნები: გამორიცხულია - ბრძანებულება, მუხლი 4(2), წინადადება 3",
            ],
        ),
    ],
)
def test_the_command_tells_each_cell_with_what_it_rests_on(lang: str, lines: list[str]) -> None:
    said = RUNNER.invoke(commands, ["matrix", "--lang", lang]).stdout.splitlines()
    assert [line for line in lines if line not in said] == []
