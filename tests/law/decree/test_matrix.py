"""The table of category and rank: complete, cited, and the same as the provisions that it rests on."""

from __future__ import annotations

import copy
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from domain.events import CATALOGUE
from domain.events.state_protocol.vocabulary import CredentialsForm, GuestRank, VisitCategory
from domain.law.calendars import load_calendars
from domain.law.decree_386.cells import CellDuty
from domain.law.decree_386.forms.duties import Duty
from domain.law.decree_386.forms.rules import decree
from domain.law.decree_386.matrix import Asking, Cell, Column, Ground, Row, combinations, matrix, read_matrix
from domain.law.decree_386.table import cited_table
from domain.law.history import History
from domain.law.library import load_law
from domain.law.provision import Assessment, Force, Provision
from domain.law.verdict import Status
from domain.law.view import CaseView
from domain.law.zones import TBILISI
from tests.law.decree.tale import visit

ROWS = tuple(matrix().rows.values())
CELLS = [(row, column, cell) for row in ROWS for column, cell in row.cells.items()]
LAW = load_law()


def name(value: object) -> str:
    return value.name if isinstance(value, Row) else value.value if isinstance(value, Column) else ""


def raw() -> dict[str, Any]:
    text = files("domain.law.decree_386").joinpath("matrix.toml").read_text("utf-8")
    return tomllib.loads(text)


def in_scope(provision: Provision, row: Row) -> bool:
    if isinstance(row.key, CredentialsForm):
        return provision.id.startswith(f"decree-386/art-20/{2 if row.key is CredentialsForm.SINGLE else 3}/")
    category, rank = row.key
    scope = provision.scope
    fits = not scope.ranks or rank.value in scope.ranks
    return fits and (category is None or scope.holds(category.value, rank.value))


def test_every_combination_has_exactly_one_row() -> None:
    wanted = {
        (category.value, rank.value)
        for category in VisitCategory
        for rank in GuestRank
        if rank is not GuestRank.OTHER_DELEGATION
    }
    keys = [
        item["rank"] if "category" not in item else (item["category"], item["rank"])
        for item in raw()["row"][:-2]
    ]
    assert len(keys) == len(set(keys)) == 21
    assert set(keys) == wanted | {"other_delegation"}
    assert [item["credentials"] for item in raw()["row"][-2:]] == ["single", "joint"]
    assert tuple(matrix().rows) == combinations()


@pytest.mark.parametrize(("row", "column", "cell"), CELLS, ids=name)
def test_a_cell_names_provisions_that_exist_and_speak_to_its_row(
    row: Row, column: Column, cell: Cell
) -> None:
    said = [LAW.provision(decree(local)) for local in cell.by]
    through = [LAW.provision(decree(local)) for local in cell.via]
    assert all(note in LAW.notes for note in cell.notes)
    assert all(in_scope(item, row) for item in through)
    for provision in said:
        imported = any(
            provision.id == start or provision.id.startswith((f"{start}/", f"{start}."))
            for item in through
            for start in item.imports
        )
        assert (
            imported if cell.how is Ground.IMPORTED else in_scope(provision, row) or cell.asks is Asking.NONE
        )


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_what_holds_as_a_rule_is_softened_and_nothing_else(row: Row) -> None:
    for column, cell in row.cells.items():
        if cell.asks in (Asking.REQUIRED, Asking.FORBIDDEN, Asking.BY_NEED):
            forces = {LAW.provision(decree(local)).force for local in cell.by}
            assert cell.softened is (forces == {Force.DEFAULT_RULE}), column


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_only_a_cell_that_nothing_says_stands_alone(row: Row) -> None:
    for column, cell in row.cells.items():
        if not cell.by:
            assert cell.asks in (Asking.SILENT, Asking.NONE), column
            assert cell.how is Ground.STATED, column


def articles(first: int, last: int) -> list[Provision]:
    return [
        item
        for item in LAW.provisions.values()
        if item.instrument == "decree-386"
        and item.id.removeprefix("decree-386/art-").replace(".", "/").split("/")[0]
        in {str(n) for n in range(first, last + 1)}
    ]


@pytest.mark.parametrize(
    "provision",
    [item for item in articles(4, 18) if item.kind in ("configuration", "prohibition", "composition")],
    ids=lambda item: item.id,
)
def test_every_configuration_prohibition_and_composition_of_the_ranks_stands_in_the_table(
    provision: Provision,
) -> None:
    local = provision.id.removeprefix("decree-386/art-")
    rows = [row for row in ROWS if any(local in cell.by for cell in row.cells.values())]
    if local == "7/1/f":  # those who accompany the guests are no column
        assert rows == []
        return
    assert len(rows) == 1
    assert in_scope(provision, rows[0])


@pytest.mark.parametrize(
    "provision", [p for p in articles(4, 18) if p.kind == "configuration"], ids=lambda p: p.id
)
def test_the_norm_of_a_configuration_reads_its_cell(provision: Provision) -> None:
    check = LAW.norm_by_id[provision.id].check
    assert isinstance(check, CellDuty)
    local = provision.id.removeprefix("decree-386/art-")
    assert all(local in cell.by for _, cell in check.cells)


@pytest.mark.parametrize(("row", "column", "cell"), CELLS, ids=name)
def test_numbers_and_sides_are_those_of_the_provisions(row: Row, column: Column, cell: Cell) -> None:
    short = {"guest_state_flag": ("guest", "guest_flag_or_standard"), "georgian_state_flag": ("georgia",)}
    for local in cell.by if cell.asks is Asking.REQUIRED else ():
        parameters = LAW.provision(decree(local)).parameters
        if column is Column.MOTORCYCLES and "motorcycles" in parameters:
            assert cell.count == parameters["motorcycles"]
        if column is Column.POLICE_CARS:
            assert cell.count == parameters.get("police_cars", parameters.get("police_cars_min"))
        if column is Column.HONOUR_GUARD and "services" in parameters:
            assert cell.services == parameters["services"]
        if column is Column.BANNER:
            assert cell.languages == parameters["languages"]
        if "left" in parameters and cell.left and cell.right:
            assert parameters["left"] in short[cell.left] and parameters["right"] in short[cell.right]


@pytest.mark.parametrize(
    ("rank", "count"),
    [("head_of_state", 7), ("head_of_government", 7), ("speaker", 7), ("foreign_minister", 3)],
)
def test_motorcycles_of_an_official_visit(rank: str, count: int) -> None:
    row = matrix().of(VisitCategory.OFFICIAL, GuestRank(rank))
    assert row.cells[Column.MOTORCYCLES].count == count


@pytest.mark.parametrize("form", list(CredentialsForm))
def test_an_ambassador_has_three_motorcycles_and_one_road_police_car(form: CredentialsForm) -> None:
    cells = matrix().rows[form].cells
    assert (cells[Column.MOTORCYCLES].count, cells[Column.POLICE_CARS].count) == (3, 1)


def test_only_a_head_of_state_pays_a_state_visit() -> None:
    for rank in (GuestRank.HEAD_OF_GOVERNMENT, GuestRank.SPEAKER, GuestRank.FOREIGN_MINISTER):
        cells = matrix().of(VisitCategory.STATE, rank).cells
        assert {cell.asks for cell in cells.values()} == {Asking.NONE}


def broken(edit: str) -> dict[str, Any]:
    data = copy.deepcopy(raw())
    rows = data["row"]
    working = rows[2]
    edits: dict[str, Any] = {
        "twice": lambda: rows.append(copy.deepcopy(working)),
        "missing row": lambda: rows.pop(2),
        "missing column": lambda: working.pop("anthems"),
        "unknown column": lambda: working.update(fireworks={"asks": "silent"}),
        "unknown asking": lambda: working["anthems"].update(asks="maybe"),
        "member of another column": lambda: working["anthems"].update(count=7),
        "nobody says so": lambda: working["anthems"].pop("by"),
        "no form": lambda: working["honour_guard"].pop("formation"),
        "form of what is forbidden": lambda: working["anthems"].update(order=["guest_state_anthem"]),
        "no rank": lambda: working.pop("rank"),
        "import of nothing": lambda: working["carpet"].update(how="imported"),
        "every and some": lambda: working.update(every={"asks": "silent"}),
        "no combination": lambda: rows.append({"rank": "speaker", "every": {"asks": "silent"}}),
        "ranked credentials": lambda: working.update(credentials="single"),
    }
    edits[edit]()
    return data


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ("twice", r"row 24 \(working head_of_state\).*already"),
        ("missing row", "no row for: working head_of_state"),
        ("missing column", r"row 3 \(working head_of_state\): no cell for anthems"),
        ("unknown column", "row 3: .*fireworks"),
        ("unknown asking", r"row 3 \(working head_of_state\), anthems: .*asks"),
        ("member of another column", r"row 3 \(working head_of_state\), anthems: .*count"),
        ("nobody says so", r"row 3 \(working head_of_state\), anthems: name in 'by'"),
        ("no form", r"row 3 \(working head_of_state\), honour_guard: say in 'formation'"),
        ("form of what is forbidden", r"row 3 \(working head_of_state\), anthems: .*no form"),
        ("no rank", "row 3: give a rank"),
        ("import of nothing", r"row 3 \(working head_of_state\), carpet: name in 'via'"),
        ("every and some", r"row 3 \(working head_of_state\): 'every'"),
        ("no combination", "no combination: speaker"),
        ("ranked credentials", "row 3: .*neither category nor rank"),
    ],
)
def test_a_table_that_is_wrong_is_refused_with_the_row_named(edit: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"(?s){message}"):
        read_matrix(broken(edit))


def test_a_table_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="rows only"):
        read_matrix({"rows": []})


def taps_of(provision: Provision) -> list[tuple[str, dict[str, Any]]]:
    """What the run-sheet offers to record for a provision of Arts. 4 to 18, in a visit of its row."""
    (category,), (rank,) = provision.scope.categories, provision.scope.ranks
    tale = visit(category, rank, with_spouse=True)
    tale.tell("-5 12:00", "NeedRecorded", need="stop_outside_tbilisi")
    tale.plan("talks", "15:00").plan("dinner", "19:00").plan("performance", "+1 19:00")
    duty = LAW.norm_by_id[provision.id].check
    assert isinstance(duty, Duty)
    moment = tale.instant("+5 12:00")
    history = History(tale.case_id, tale.facts, as_of=moment)
    view = CaseView(history, moment, load_calendars(), None, TBILISI)
    return [
        (tap.type, tap.data)
        for occasion in duty.occasions(view.history)
        for tap in duty.taps(view, occasion, provision)
    ]


@pytest.mark.parametrize(
    "provision",
    [item for item in articles(4, 18) if item.assessment is Assessment.JUDGED and not item.imports],
    ids=lambda item: item.id,
)
def test_what_one_tap_would_record_is_an_event_that_the_ledger_takes(provision: Provision) -> None:
    taps = taps_of(provision)
    check = LAW.norm_by_id[provision.id].check
    excludes = isinstance(check, CellDuty) and check.cells[0][1].asks is Asking.FORBIDDEN
    assert bool(taps) is not excludes
    for event, data in taps:
        given = {"by": "ge-state-protocol-service"} if event == "ProvisionAttested" else {}
        CATALOGUE[event].model_validate(data | given)


@pytest.mark.parametrize(
    "provision",
    [item for item in articles(4, 18) if item.kind == "configuration" and item.id != "decree-386/art-4/1.1"],
    ids=lambda item: item.id,
)
def test_what_one_tap_records_says_what_the_cell_asks_for(provision: Provision) -> None:
    (category,), (rank,) = provision.scope.categories, provision.scope.ranks
    tale = visit(category, rank).plan("talks", "15:00").plan("dinner", "19:00")
    for event, data in taps_of(provision):
        for _ in range(2 if event == "SpeechDelivered" else 1):
            tale.tell("14:00", event, **data)
    assert {item.verdict.status for item in tale.all(provision.id)} == {Status.FULFILLED}


def test_what_the_whole_visit_is_asked_for_has_a_time_on_the_run_sheet() -> None:
    tale = visit("working").plan("dinner", "19:00")
    moment = tale.instant("12:00")
    view = CaseView(History(tale.case_id, tale.facts, as_of=moment), moment, load_calendars(), None, TBILISI)
    expected = {"4/1.1": "19:00", "4/2.1": "12:00", "4/2.7": "12:00", "4/3.2": "12:00", "4/3.5": "19:00"}
    for local, clock in expected.items():
        norm = LAW.norm_by_id[decree(local)]
        assert isinstance(norm.check, Duty)
        (occasion,) = norm.check.occasions(view.history)
        assert norm.check.expected_at(view, occasion, norm.provision) == tale.instant(clock)


def test_the_table_is_offered_with_its_citations() -> None:
    table = cited_table(LAW.provisions)
    assert [row.row.key for row in table] == list(combinations())
    working = table[2]
    anthems = working.cells[Column.ANTHEMS]
    assert anthems.cell.asks is Asking.FORBIDDEN
    assert [item.en for item in anthems.citations] == ["Decree, Art. 4(2), sentence 3"]
    silent = working.cells[Column.BANNER]
    assert silent.citations == ()
