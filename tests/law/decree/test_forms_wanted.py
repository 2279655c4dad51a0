"""What a fact is compared with: values, offices by their holders, counts, lists, orders."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.events import EventData
from domain.events.state_protocol.conduct import (
    AnthemsPlayed,
    EscortRode,
    FlagsDisplayed,
    SpeechDelivered,
    StepTaken,
)
from domain.events.state_protocol.vocabulary import Activity, Anthem, Flag, Leg
from domain.law.decree_386.forms.duties import Asks
from domain.law.decree_386.forms.wanted import AtLeast, InOrder, OneOf, Param, Wanted
from domain.law.provision import Provision
from domain.law.verdict import Status
from tests.law.decree.forms import law, parameters, provision, reasons, status, view_of
from tests.law.decree.tale import visit

#: A day on which the offices of the decree's own time were held by document, and one on which they are not.
OLD, NEW = date(2003, 6, 16), date(2026, 6, 15)


def judged(
    model: type[EventData], holds: dict[str, object], says: dict[str, Any], *, day: date = NEW, **more: Any
) -> tuple[Status, list[str]]:
    book = law((provision(**more), Asks(activity=Activity.ARRIVAL, wanted=Wanted(model, holds=holds))))
    tale = visit(day=day).tell("12:00", model.TYPE, activity="arrival", **says)
    return status(tale, book), reasons(tale, book)


@pytest.mark.parametrize(
    ("count", "expected"), [(6, Status.BREACHED), (7, Status.FULFILLED), (8, Status.FULFILLED)]
)
@pytest.mark.parametrize("least", [7, "motorcycles"])
def test_a_count_may_be_larger(count: int, expected: Status, least: int | str) -> None:
    says = {"leg": "in_city", "motorcycles": count}
    found = judged(EscortRode, {"motorcycles": AtLeast(least)}, says, parameters=parameters(motorcycles=7))
    assert found[0] is expected


@pytest.mark.parametrize(
    ("count", "expected"), [(6, Status.BREACHED), (7, Status.FULFILLED), (8, Status.BREACHED)]
)
def test_a_number_of_the_provision_may_be_exact(count: int, expected: Status) -> None:
    says = {"leg": "in_city", "motorcycles": count}
    holds: dict[str, object] = {"motorcycles": Param("motorcycles")}
    assert judged(EscortRode, holds, says, parameters=parameters(motorcycles=7))[0] is expected


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("guest_state_flag", Status.FULFILLED),
        ("guest_presidential_standard", Status.FULFILLED),
        ("georgian_state_flag", Status.BREACHED),
    ],
)
def test_one_of_several_values_will_do(flag: str, expected: Status) -> None:
    holds: dict[str, object] = {"right": OneOf((Flag.GUEST, Flag.STANDARD))}
    assert judged(FlagsDisplayed, holds, {"place": "main_car", "right": flag})[0] is expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["guest_state_anthem", "georgian_state_anthem"], Status.FULFILLED),
        (["georgian_state_anthem", "guest_state_anthem"], Status.BREACHED),
        (["guest_state_anthem"], Status.BREACHED),
    ],
)
def test_an_order_is_exact(order: list[str], expected: Status) -> None:
    holds: dict[str, object] = {"order": InOrder((Anthem.GUEST, Anthem.GEORGIA))}
    assert judged(AnthemsPlayed, holds, {"order": order})[0] is expected


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        (["georgian_state_flag", "guest_state_flag"], Status.FULFILLED),
        (["guest_state_flag"], Status.BREACHED),
        ([], Status.UNDETERMINED),
    ],
)
def test_a_list_asks_for_all_its_values_and_an_empty_one_says_nothing(
    flags: list[str], expected: Status
) -> None:
    holds: dict[str, object] = {"flags": (Flag.GUEST, Flag.GEORGIA)}
    assert judged(FlagsDisplayed, holds, {"place": "airport", "flags": flags})[0] is expected


def test_an_office_is_filled_by_whoever_holds_it_on_the_day() -> None:
    holds: dict[str, object] = {"by": "ge-state-minister"}
    assert judged(SpeechDelivered, holds, {"by": "ge-state-minister"}, day=OLD)[0] is Status.FULFILLED
    assert judged(SpeechDelivered, holds, {"by": "ge-prime-minister"}, day=NEW)[0] is Status.FULFILLED
    assert judged(SpeechDelivered, holds, {"by": "ge-prime-minister"}, day=OLD)[0] is Status.BREACHED


def test_a_wrong_person_is_a_breach_only_where_the_register_has_a_document() -> None:
    holds: dict[str, object] = {"by": "ge-state-minister"}
    assert judged(SpeechDelivered, holds, {"by": "interpreter"}, day=OLD)[0] is Status.BREACHED
    found = judged(SpeechDelivered, holds, {"by": "interpreter"}, day=NEW)
    assert found == (Status.REVIEW, ["register_general"])


def test_a_wrong_person_leaves_it_open_where_the_register_knows_nobody() -> None:
    holds: dict[str, object] = {"by": "ge-head-policy-analysis"}
    found = judged(SpeechDelivered, holds, {"by": "interpreter"}, day=NEW)
    assert found == (Status.UNDETERMINED, ["members_unregistered"])


def test_several_who_act_together_include_the_one_wanted() -> None:
    holds: dict[str, object] = {"by": "ge-head-state-protocol"}
    says = {"step": "other_step", "by": ["interpreter", "ge-head-state-protocol"]}
    assert judged(StepTaken, holds, says, day=OLD)[0] is Status.FULFILLED


def test_where_says_which_facts_speak_about_it() -> None:
    wanted = Wanted(EscortRode, where={"leg": Leg.CITY}, holds={"motorcycles": AtLeast(7)})
    book = law((provision(), Asks(activity=Activity.ARRIVAL, wanted=wanted)))
    tale = visit().tell("12:00", "EscortRode", activity="arrival", leg="from_airport", motorcycles=1)
    assert status(tale, book) is Status.PENDING
    tale.tell("13:00", "EscortRode", activity="arrival", leg="in_city", motorcycles=7)
    assert status(tale, book) is Status.FULFILLED


def test_a_fact_without_an_item_speaks_of_every_item_and_anywhere_takes_those_of_others() -> None:
    wanted = Wanted(EscortRode, where={"leg": Leg.CITY})
    near = law((provision(), Asks(activity=Activity.ARRIVAL, wanted=wanted)))
    far = law((provision(), Asks(activity=Activity.ARRIVAL, wanted=Wanted(EscortRode, anywhere=True))))
    free = visit().tell("12:00", "EscortRode", leg="in_city", motorcycles=7)
    assert status(free, near) is Status.FULFILLED
    other = visit().tell("12:00", "EscortRode", activity="departure", leg="in_city", motorcycles=7)
    assert status(other, near) is Status.PENDING
    assert status(other, far) is Status.FULFILLED


def test_the_example_says_all_that_is_wanted() -> None:
    wanted = Wanted(
        FlagsDisplayed,
        where={"place": "airport"},
        holds={"right": OneOf((Flag.GUEST, Flag.STANDARD)), "flags": (Flag.GUEST, Flag.GEORGIA)},
    )
    item: Provision = provision()
    duty = Asks(activity=Activity.ARRIVAL, wanted=wanted)
    view = view_of(visit(), "11:00")
    assert wanted.example(duty.occasions(view.history)[0], item) == {
        "place": "airport",
        "right": "guest_state_flag",
        "flags": ["guest_state_flag", "georgian_state_flag"],
        "activity": "arrival",
    }
