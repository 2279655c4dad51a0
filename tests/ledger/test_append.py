"""What the ledger takes, what it refuses, and that a refusal leaves nothing behind."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from domain.errors import ContentConflict, FutureTime, MatianeError, UnknownTarget, VersionConflict
from domain.facts import Draft
from domain.ledger import Ledger, Receipt
from tests.ledger.samples import (
    CASE,
    NOW,
    OTHER,
    SOURCE,
    application,
    chain_rows,
    correction,
    log_rows,
    note,
    retraction,
)


def receipts(results: list[Receipt | MatianeError]) -> list[Receipt]:
    assert all(isinstance(result, Receipt) for result in results), results
    return [result for result in results if isinstance(result, Receipt)]


def test_a_new_event_gets_its_place_in_case_and_log(ledger: Ledger) -> None:
    first, second, third = receipts(ledger.append([note("a"), note("b", case=OTHER), note("c")], now=NOW))
    assert (first.position, first.version, first.case_id, first.duplicate) == (1, 1, CASE, False)
    assert (second.position, second.version) == (2, 1)
    assert (third.position, third.version) == (3, 2)
    assert ledger.head() == (3, third.recorded_at, third.chain)
    assert [fact.event_id for fact in ledger.facts(CASE)] == ["a", "c"]


def test_an_empty_batch_is_nothing(ledger: Ledger) -> None:
    assert ledger.append([], now=NOW) == []
    assert ledger.head().position == 0


def test_the_same_event_again_is_answered_with_the_first_receipt(ledger: Ledger) -> None:
    (first,) = receipts(ledger.append([application("a")], now=NOW))
    ledger.append([note("b")], now=NOW)
    (again,) = receipts(ledger.append([application("a")], now=NOW + timedelta(days=400)))
    assert again.duplicate
    assert (again.position, again.version, again.recorded_at, again.chain) == (
        first.position,
        first.version,
        first.recorded_at,
        first.chain,
    )
    assert ledger.head().position == 2


def test_the_same_event_again_does_not_mind_the_version_it_expected(ledger: Ledger) -> None:
    ledger.append([note("a", expected=0)], now=NOW)
    (again,) = receipts(ledger.append([note("a", expected=0)], now=NOW))
    assert again.duplicate


@pytest.mark.parametrize(
    "other",
    [
        note("a", place="Elsewhere"),
        note("a", case=OTHER),
        application("a"),
        note("a", office="ge-migration"),
    ],
    ids=["payload", "case", "type", "envelope"],
)
def test_an_id_cannot_be_used_for_other_content(ledger: Ledger, other: object) -> None:
    ledger.append([note("a")], now=NOW)
    with pytest.raises(ContentConflict) as caught:
        ledger.append([note("b"), other], now=NOW)  # type: ignore[list-item]
    assert caught.value.index == 1
    assert ledger.head().position == 1


def test_the_same_id_from_another_source_is_another_event(ledger: Ledger) -> None:
    results = receipts(ledger.append([note("a"), note("a", source="/systems/other")], now=NOW))
    assert [receipt.duplicate for receipt in results] == [False, False]


def test_a_batch_may_repeat_itself_and_what_is_stored(ledger: Ledger) -> None:
    ledger.append([note("a")], now=NOW)
    a, b, b2, c = receipts(ledger.append([note("a"), note("b"), note("b"), note("c")], now=NOW))
    assert [receipt.duplicate for receipt in (a, b, b2, c)] == [True, False, True, False]
    assert (b2.position, b2.version, b2.chain) == (b.position, b.version, b.chain)
    assert [row.position for row in log_rows(ledger)] == [1, 2, 3]


def test_a_batch_that_contradicts_itself_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ContentConflict) as caught:
        ledger.append([note("a"), note("a", place="Elsewhere")], now=NOW)
    assert caught.value.index == 1
    assert ledger.head().position == 0


def test_many_identical_submissions_at_once_make_one_event(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda _: receipts(ledger.append([application("a")], now=NOW))[0], range(24)))
    assert len({receipt.position for receipt in done}) == 1
    assert ledger.head().position == 1
    assert [receipt.duplicate for receipt in done].count(False) == 1


def test_an_expected_version_must_be_the_one_the_case_has(ledger: Ledger) -> None:
    ledger.append([note("a", expected=0), note("b", expected=1)], now=NOW)
    for wrong in (0, 1, 3):
        with pytest.raises(VersionConflict, match="has 2 events"):
            ledger.append([note("c", expected=wrong)], now=NOW)
    ledger.append([note("c", expected=2)], now=NOW)
    assert ledger.head().position == 3


def test_one_of_many_writers_wins_an_expected_version(ledger: Ledger) -> None:
    def attempt(number: int) -> bool:
        try:
            ledger.append([note(f"n{number}", expected=0)], now=NOW)
        except VersionConflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(attempt, range(16))).count(True) == 1
    assert ledger.head().position == 1


@pytest.mark.parametrize("make", [correction, retraction])
def test_what_was_never_recorded_cannot_be_corrected(
    ledger: Ledger, make: Callable[[str, str], Draft]
) -> None:
    ledger.append([note("in-other-case", case=OTHER), note("later")], now=NOW)
    for target in ("never", "in-other-case", "self", "no\0such"):
        if target == "no\0such" and make is correction:
            continue  # a reference in the envelope cannot even be written so
        with pytest.raises(UnknownTarget) as caught:
            ledger.append([make("self", target)], now=NOW)
        assert caught.value.index == 0
        assert caught.value.pointer in {"/corrects", "/data/event_id"}
    with pytest.raises(UnknownTarget):
        ledger.append([make("x", "y"), note("y")], now=NOW)
    assert ledger.head().position == 2


@pytest.mark.parametrize("make", [correction, retraction])
def test_a_target_may_stand_in_the_log_or_earlier_in_the_batch(
    ledger: Ledger, make: Callable[[str, str], Draft]
) -> None:
    ledger.append([note("a")], now=NOW)
    ledger.append([make("b", "a")], now=NOW)
    ledger.append([note("c"), make("d", "c"), make("e", "d")], now=NOW)
    ledger.append([note("a"), note("f"), make("g", "f")], now=NOW)
    assert ledger.head().position == 7


def test_the_future_is_refused_with_its_place_in_the_batch(ledger: Ledger) -> None:
    with pytest.raises(FutureTime) as caught:
        ledger.append([note("a"), note("b")], now=NOW - timedelta(hours=1))
    assert caught.value.index == 0
    assert ledger.head().position == 0


def test_per_item_each_draft_stands_alone(ledger: Ledger) -> None:
    ledger.append([note("a")], now=NOW)
    batch = [
        note("a", place="Elsewhere"),
        note("b"),
        note("a"),
        correction("c", "never"),
        note("d", expected=7),
        correction("e", "b"),
        note("f", case="claim-1"),
        note("g", expected=3),
    ]
    results = ledger.append(batch, now=NOW, per_item=True)
    kinds = [type(result).__name__ for result in results]
    assert kinds == [
        "ContentConflict",
        "Receipt",
        "Receipt",
        "UnknownTarget",
        "VersionConflict",
        "Receipt",
        "WrongCaseKind",
        "Receipt",
    ]
    assert [result.index for result in results if isinstance(result, MatianeError)] == [0, 3, 4, 6]
    assert [row.position for row in log_rows(ledger)] == [1, 2, 3, 4]
    assert [fact.event_id for fact in ledger.facts(CASE)] == ["a", "b", "e", "g"]


def test_one_bad_item_of_ten_thousand_keeps_out_the_batch(ledger: Ledger) -> None:
    ledger.append([note("taken")], now=NOW)
    batch = [note(f"n{number}", case=f"readmission-{number % 100}") for number in range(10_000)]
    batch[6_543] = note("taken", place="Elsewhere")
    with pytest.raises(ContentConflict) as caught:
        ledger.append(batch, now=NOW)
    assert caught.value.index == 6_543
    assert ledger.head().position == 1
    results = ledger.append(batch, now=NOW, per_item=True)
    assert [index for index, result in enumerate(results) if isinstance(result, MatianeError)] == [6_543]
    assert ledger.head().position == 10_000


def test_ten_megabytes_in_one_batch(ledger: Ledger) -> None:
    batch = [note(f"n{number}", place="x" * 1_990) for number in range(5_200)]
    done = receipts(ledger.append(batch, now=NOW))
    assert sum(len(row.state) for row in log_rows(ledger)) > 10_000_000
    assert [receipt.position for receipt in done] == list(range(1, 5_201))


def test_positions_stay_dense_after_conflicts(ledger: Ledger) -> None:
    for number in range(12):
        ledger.append([note(f"n{number}")], now=NOW)
        with pytest.raises(ContentConflict):
            ledger.append([note(f"lost{number}"), note("n0", place="Elsewhere")], now=NOW)
    assert [row.position for row in chain_rows(ledger)] == list(range(1, 13))
    assert not any(row.state.find(b"lost") >= 0 for row in log_rows(ledger))


def test_sources_are_kept_as_sent(ledger: Ledger) -> None:
    (receipt,) = receipts(ledger.append([note("a")], now=NOW))
    assert (receipt.source, receipt.event_id) == (SOURCE, "a")
