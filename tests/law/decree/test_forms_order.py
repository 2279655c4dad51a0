"""Ordered ceremonies: the first step out of order and each missing one, never a cascade."""

from __future__ import annotations

from domain.events.state_protocol.conduct import AnthemsPlayed, PersonsArrived, SpeechDelivered, StepTaken
from domain.events.state_protocol.vocabulary import Activity
from domain.law.book import LawBook
from domain.law.decree_386.forms.sequences import AttestedStep, InOrderStep, Order
from domain.law.decree_386.forms.visits import spouse_comes
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.verdict import Status
from tests.law.decree.forms import law, provision, report
from tests.law.decree.tale import Tale, visit

#: The letters of a ceremony: somebody speaks (a), the anthems (b), somebody moves (c), a step is taken (d).
STEPS = {
    "a": Wanted(SpeechDelivered, holds={"by": "ge-president"}),
    "b": Wanted(AnthemsPlayed),
    "c": Wanted(PersonsArrived, where={"place": "podium"}),
    "d": Wanted(StepTaken),
}
SAYS = {
    "a": ("SpeechDelivered", {"by": "ge-president"}),
    "b": ("AnthemsPlayed", {"order": ["guest_state_anthem"]}),
    "c": ("PersonsArrived", {"who": ["main-guest"], "place": "podium"}),
    "d": ("StepTaken", {"step": "other_step"}),
}


def ceremony(
    *, only_with_spouse: str = "", vouched: str = "", ahead: dict[str, str] | None = None
) -> LawBook:
    order = Order("specimen")
    ruled = []
    for number, (letter, wanted) in enumerate(STEPS.items()):
        item = provision(f"99/{letter}")
        when = spouse_comes if letter == only_with_spouse else None
        step: AttestedStep | InOrderStep
        if letter == vouched:
            step = AttestedStep(activity=Activity.ARRIVAL, order=order, wanted=wanted, when=when)
        else:
            later = STEPS[ahead[letter]] if ahead and letter in ahead else None
            step = InOrderStep(
                activity=Activity.ARRIVAL,
                order=order,
                wanted=wanted,
                when=when,
                number=number,
                ahead_of=later,
            )
        order.steps.append((item.id, step))
        ruled.append((item, step))
    return law(*ruled)


def told(steps: str, *, over: bool = True) -> Tale:
    """The steps of these letters, a minute apart."""
    tale = visit().tell("12:00", "AircraftLanded")
    for minute, letter in enumerate(steps, start=1):
        event, data = SAYS[letter]
        tale.tell(f"12:{minute:02}", event, activity="arrival", **data)
    return tale.tell("12:40", "ActivityEnded", activity="arrival") if over else tale


def bad(tale: Tale, book: LawBook) -> dict[str, list[str]]:
    """The reasons of every step that was not kept, by its letter."""
    return {
        item.norm.id[-1]: [why.key for why in item.verdict.reasons]
        for item in report(tale, book).obligations
        if item.verdict.status is Status.BREACHED
    }


def test_steps_in_the_order_of_the_text_are_kept() -> None:
    assert bad(told("abcd"), ceremony()) == {}


def test_only_the_first_step_out_of_order_is_reported() -> None:
    assert bad(told("bacd"), ceremony()) == {"b": ["out_of_order"]}
    assert bad(told("dcba"), ceremony()) == {"b": ["out_of_order"]}


def test_a_missing_step_is_missing_and_disturbs_no_other() -> None:
    assert bad(told("acd"), ceremony()) == {"b": ["not_recorded"]}
    assert bad(told("adc"), ceremony()) == {"b": ["not_recorded"], "d": ["out_of_order"]}


def test_an_open_ceremony_misses_nothing_yet() -> None:
    found = report(told("ab", over=False), ceremony()).obligations
    assert [item.verdict.status for item in found] == [
        Status.FULFILLED,
        Status.FULFILLED,
        Status.PENDING,
        Status.PENDING,
    ]


def test_a_step_that_says_something_else_is_broken_for_that_and_keeps_its_place() -> None:
    tale = visit().tell("12:00", "AircraftLanded")
    tale.tell("12:01", "SpeechDelivered", activity="arrival", by="interpreter")
    for minute, letter in enumerate("bcd", start=2):
        event, data = SAYS[letter]
        tale.tell(f"12:{minute:02}", event, activity="arrival", **data)
    assert bad(tale, ceremony()) == {"a": ["says_otherwise"]}


def test_a_step_that_does_not_apply_bounds_no_other() -> None:
    assert bad(told("bcad"), ceremony(only_with_spouse="a")) == {}


def test_what_follows_a_step_follows_its_end() -> None:
    tale = visit().tell("12:00", "AircraftLanded")
    ends = tale.instant("12:05").isoformat()
    tale.tell("12:01", "SpeechDelivered", activity="arrival", by="ge-president")
    tale.tell("12:02", "AnthemsPlayed", activity="arrival", order=["guest_state_anthem"], ended_at=ends)
    tale.tell("12:04", "PersonsArrived", activity="arrival", who=["main-guest"], place="podium")
    tale.tell("12:06", "StepTaken", activity="arrival", step="other_step")
    assert bad(tale, ceremony()) == {"c": ["out_of_order"]}


def test_two_steps_at_the_same_moment_are_in_order() -> None:
    tale = visit().tell("12:00", "AircraftLanded")
    for letter in "dcba":
        event, data = SAYS[letter]
        tale.tell("12:01", event, activity="arrival", **data)
    assert bad(tale, ceremony()) == {}


def test_a_step_that_must_precede_another_is_judged_by_that_alone() -> None:
    assert bad(told("bacd"), ceremony(ahead={"a": "b"})) == {"a": ["must_come_before"]}


def test_the_place_of_an_attested_step_is_judged_where_it_was_recorded() -> None:
    book = ceremony(vouched="b")
    assert bad(told("acd"), book) == {}
    assert bad(told("bacd"), book) == {"b": ["out_of_order"]}
