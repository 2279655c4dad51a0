"""A history holds what is effective: corrected, without the retracted, in the order of the world."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from domain.events.ledger import EventRetracted
from domain.events.readmission import ApplicationReceived, PersonTakenBack
from domain.facts import EventRef, Fact
from domain.law.history import Contradicted, History, Missing, known_at

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def received(position, *, day=0, office="ge-a", corrects=None):
    data = ApplicationReceived(requested_state="GE", authority=office)
    return fact(position, data, day=day, corrects=corrects)


def fact(position, data, *, day=0, corrects=None):
    return Fact(
        "readmission-1",
        position,
        position,
        "/x",
        str(position),
        NOON + day * DAY,
        NOON + position * DAY,
        data,
        corrects=EventRef(source="/x", event_id=str(corrects)) if corrects else None,
    )


def retracted(position, target):
    return fact(position, EventRetracted(event_id=str(target), reason="sent by mistake"))


def test_facts_stand_in_the_order_of_the_world_not_of_recording():
    history = History("readmission-1", [received(1, day=5), received(2, day=1)])
    assert [item.position for item in history.facts] == [2, 1]


def test_a_correction_takes_the_place_of_what_it_corrects():
    history = History(
        "readmission-1", [received(1, office="ge-wrong"), received(2, day=3, office="ge-right", corrects=1)]
    )
    (only,) = history.facts
    assert (only.position, only.data.authority, only.occurred_at) == (1, "ge-right", NOON + 3 * DAY)
    assert [(change.original.position, change.by.position) for change in history.changes] == [(1, 2)]


def test_a_correction_of_a_correction_still_speaks_of_the_first_fact():
    facts = [received(1), received(2, office="ge-b", corrects=1), received(3, office="ge-c", corrects=2)]
    (only,) = History("readmission-1", facts).facts
    assert (only.position, only.data.authority) == (1, "ge-c")


def test_a_retracted_fact_no_longer_counts():
    history = History("readmission-1", [received(1), retracted(2, 1)])
    assert history.facts == ()


def test_a_retracted_correction_brings_back_what_it_corrected():
    history = History("readmission-1", [received(1), received(2, office="ge-b", corrects=1), retracted(3, 2)])
    assert [(item.position, item.data.authority) for item in history.facts] == [(1, "ge-a")]


def test_a_retracted_fact_takes_its_corrections_with_it():
    history = History("readmission-1", [received(1), received(2, corrects=1), retracted(3, 1)])
    assert history.facts == ()


def test_a_retracted_retraction_brings_back_what_it_removed():
    history = History("readmission-1", [received(1), retracted(2, 1), retracted(3, 2)])
    assert [item.position for item in history.facts] == [1]
    assert [(change.original.position, change.by.position) for change in history.changes] == [(2, 3)]


def test_a_change_of_what_no_longer_stands_is_idle():
    history = History(
        "readmission-1", [received(1), retracted(2, 1), received(3, corrects=1), retracted(4, 1)]
    )
    assert history.facts == ()
    assert [item.position for item in history.idle] == [3, 4]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_reading_does_not_matter(order):
    facts = [
        received(1),
        received(2, office="ge-b", corrects=1),
        fact(3, PersonTakenBack(by="de-a")),
        retracted(4, 3),
    ]
    history = History("readmission-1", [facts[place] for place in order])
    assert [(item.position, item.data.authority) for item in history.facts] == [(1, "ge-b")]


def test_what_happens_after_the_moment_is_kept_apart():
    history = History("readmission-1", [received(1), received(2, day=9)], as_of=NOON + DAY)
    assert [item.position for item in history.facts] == [1]
    assert [item.position for item in history.later] == [2]


def test_two_facts_of_which_only_one_can_be_true_contradict():
    history = History("readmission-1", [received(1), received(2)])
    with pytest.raises(Contradicted) as contradiction:
        history.sole(ApplicationReceived)
    assert len(contradiction.value.facts) == 2


def test_a_fact_that_was_not_recorded_is_missing():
    with pytest.raises(Missing) as missing:
        History("readmission-1", []).need(ApplicationReceived)
    assert missing.value.types == ("ApplicationReceived",)


def test_only_what_was_known_counts():
    facts = [received(1), received(2)]
    assert known_at(facts, NOON + DAY) == (facts[0],)
    assert known_at(facts, None) == tuple(facts)
