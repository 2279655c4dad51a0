"""Art. 23: the inauguration of the President."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.verdict import Status
from tests.law.decree.ceremony import begin, ceremony, end, step
from tests.law.decree.tale import Tale

#: The third Sunday after a second round on Wednesday 28 November 2018.
DAY = date(2018, 12, 16)
#: Every judged provision, with its step where it is one.
STEPS: dict[str, tuple[str, str, dict[str, object]]] = {
    "23/1.1": ("12:05", "SpeechDelivered", {"by": "ge-president-elect"}),
    "23/3.1": ("12:10", "StepTaken", {"step": "state_flag_brought_in"}),
    "23/3.3": ("12:17", "AnthemsPlayed", {"order": ["georgian_state_anthem"]}),
    "23/3.4": ("12:18", "SalvoFired", {"salvos": 7}),
    "23/3.5": ("12:25", "StepTaken", {"step": "state_flag_raised"}),
}
LIST = [
    "ge-president",
    "ge-president-family",
    "ge-president-elect",
    "ge-president-elect-family",
    "ge-speaker",
    "ge-prime-minister",
    "ge-catholicos-patriarch",
    "ge-chair-constitutional-court",
    "ge-chair-supreme-court",
    "ge-chair-election-commission",
    "ge-parliament-member",
    "ge-government-member",
]


def planned(day: date = DAY, polled: date | None = date(2018, 11, 28), **election: object) -> Tale:
    tale = ceremony("inauguration", day, registered="-17 10:00")
    if polled is not None:
        shift = (polled - day).days
        tale.tell(f"{shift} 20:00", "ElectionHeld", round_on=polled.isoformat(), **election)
    return tale


def oath(tale: Tale, when: str = "12:15", ended: str = "12:16") -> Tale:
    ended_at = tale.instant(ended).isoformat()
    return step(tale, when, "oath_taken", by=["ge-president-elect"], ended_at=ended_at)


def whole(**moved: str | None) -> Tale:
    """The ceremony by the text, with single steps moved to another time, or left out."""
    tale = oath(begin(planned()))
    for name, (when, event, data) in STEPS.items():
        at = moved.get(name.replace("/", "_").replace(".", "_"), when)
        if at is not None:
            tale.tell(at, event, activity="inauguration", **data)
    return end(tale)


def guests(offices: list[str], **election: object) -> Tale:
    present = [{"office": office} for office in offices]
    tale = begin(planned(**election))
    return end(tale.tell("12:00", "OfficialsPresent", role="attendance", present=present))


@pytest.mark.parametrize(
    ("polled", "day", "expected"),
    [
        (date(2018, 11, 28), date(2018, 12, 16), Status.FULFILLED),
        (date(2018, 11, 28), date(2018, 12, 23), Status.BREACHED),
        (date(2018, 11, 28), date(2018, 12, 15), Status.BREACHED),
        # A Sunday on which people vote is not counted; the reading that counts it differs.
        (date(2024, 10, 27), date(2024, 11, 17), Status.FULFILLED),
        (date(2024, 10, 27), date(2024, 11, 10), Status.REVIEW),
        (date(2024, 10, 27), date(2024, 11, 24), Status.BREACHED),
        (date(2024, 10, 26), date(2024, 11, 10), Status.FULFILLED),
        (date(2024, 10, 28), date(2024, 11, 17), Status.FULFILLED),
    ],
)
def test_it_is_held_on_the_third_sunday_after_polling_day(polled: date, day: date, expected: Status) -> None:
    assert begin(planned(day, polled)).status("23/2") is expected


@pytest.mark.parametrize("day", [date(2024, 11, 10), date(2024, 11, 17)])
def test_where_two_readings_differ_the_verdict_says_so(day: date) -> None:
    verdict = begin(planned(day, date(2024, 10, 27))).verdict("23/2")
    assert verdict.contested
    assert "another_reading" in {why.key for why in verdict.reasons}


def test_another_day_altogether_is_not_contested() -> None:
    assert not begin(planned(date(2024, 11, 24), date(2024, 10, 27))).verdict("23/2").contested
    assert not begin(planned()).verdict("23/2").contested


def test_the_day_of_the_result_is_another_reading() -> None:
    verdict = begin(planned(results_on="2018-12-03")).verdict("23/2")
    assert (verdict.status, verdict.contested) == (Status.FULFILLED, True)
    later = begin(planned(date(2018, 12, 23), results_on="2018-12-03")).verdict("23/2")
    assert (later.status, later.beneath) == (Status.REVIEW, Status.BREACHED)


def test_a_first_round_that_decided_nothing_is_not_counted_from() -> None:
    tale = ceremony("inauguration", DAY, registered="-17 10:00")
    tale.tell("-49 20:00", "ElectionHeld", round_on="2018-10-28", deciding=False)
    tale.tell("-18 20:00", "ElectionHeld", round_on="2018-11-28")
    assert begin(tale).status("23/2") is Status.FULFILLED


def test_two_deciding_rounds_contradict_each_other() -> None:
    tale = planned().tell("-49 20:00", "ElectionHeld", round_on="2018-10-28")
    assert begin(tale).status("23/2") is Status.UNDETERMINED


def test_without_an_election_the_day_cannot_be_known() -> None:
    assert planned(polled=None).status("23/2", "-1 12:00") is Status.PENDING
    assert begin(planned(polled=None)).status("23/2") is Status.UNDETERMINED


def test_a_plan_for_another_sunday_is_pointed_out_before_it_is_too_late() -> None:
    verdict = planned(date(2018, 12, 23)).verdict("23/2", "-9 12:00")
    assert verdict.status is Status.PENDING
    assert verdict.reasons[0].key == "planned_for_another_day"
    assert planned(date(2018, 12, 23)).status("23/2", "-7 23:59") is Status.PENDING
    assert planned(date(2018, 12, 23)).status("23/2", "-6 00:00") is Status.BREACHED


def test_the_verdict_knows_when_it_changes_by_itself() -> None:
    tale = planned()
    assert tale.verdict("23/2", "-1 12:00").next_check == tale.instant("+1 00:00")


@pytest.mark.parametrize("name", [*STEPS, "23/2", "23/3.6", "23/4.1", "23/4.2", "23/1.2", "23/3.2"])
def test_before_the_wording_of_2018_nothing_is_known(name: str) -> None:
    tale = begin(planned(date(2013, 11, 17), date(2013, 10, 27)))
    assert tale.status(name) is Status.UNDETERMINED
    assert tale.verdict(name).reasons[0].key == "wording_unknown"


def test_in_the_order_of_the_text_every_step_is_kept() -> None:
    tale = whole()
    assert {name: tale.status(name) for name in STEPS} == dict.fromkeys(STEPS, Status.FULFILLED)


@pytest.mark.parametrize("gone", list(STEPS))
def test_a_missing_step_is_reported_alone(gone: str) -> None:
    tale = whole(**{gone.replace("/", "_").replace(".", "_"): None})
    assert [name for name in STEPS if tale.status(name) is not Status.FULFILLED] == [gone]
    assert tale.status(gone) is Status.BREACHED


@pytest.mark.parametrize(
    ("name", "when", "expected"),
    [
        ("23/1.1", "12:20", Status.BREACHED),
        ("23/3.1", "12:20", Status.BREACHED),
        ("23/3.3", "12:14", Status.BREACHED),
        ("23/3.3", "12:15:30", Status.BREACHED),
        ("23/3.4", "12:16:30", Status.BREACHED),
        ("23/3.5", "12:17:30", Status.BREACHED),
    ],
)
def test_a_step_out_of_order_is_reported_alone(name: str, when: str, expected: Status) -> None:
    tale = whole(**{name.replace("/", "_").replace(".", "_"): when})
    assert {item: tale.status(item) for item in STEPS if tale.status(item) is not Status.FULFILLED} == {
        name: expected
    }


@pytest.mark.parametrize(("when", "expected"), [("12:21", Status.FULFILLED), ("12:21:01", Status.REVIEW)])
def test_at_once_has_no_number_and_is_never_a_breach(when: str, expected: Status) -> None:
    tale = whole(**{"23_3_3": when, "23_3_4": when})
    assert (tale.status("23/3.3"), tale.status("23/3.4")) == (expected, expected)


def test_the_salvos_are_counted_one_by_one_or_together() -> None:
    tale = oath(begin(planned()))
    tale.tell("12:16", "AnthemsPlayed", activity="inauguration", order=["georgian_state_anthem"])
    for second in range(6):
        tale.tell(f"12:17:{second:02}", "SalvoFired", activity="inauguration", salvos=1)
    assert tale.status("23/3.4") is Status.PENDING
    assert tale.tell("12:18", "SalvoFired", salvos=1).status("23/3.4") is Status.FULFILLED
    assert tale.tell("12:19", "SalvoFired", salvos=1).status("23/3.4") is Status.BREACHED


def test_an_anthem_without_a_recorded_oath_cannot_be_placed() -> None:
    tale = begin(planned()).tell("12:17", "AnthemsPlayed", order=["georgian_state_anthem"])
    assert tale.status("23/3.3") is Status.UNDETERMINED


def test_the_armed_forces_take_part() -> None:
    assert guests(["ge-armed-forces"]).status("23/3.6") is Status.FULFILLED
    assert guests(["ge-speaker"]).status("23/3.6") is Status.BREACHED


# The Prime Minister, who is on the list too, is a member of the Government as well.
@pytest.mark.parametrize("missing", [item for item in LIST if item != "ge-government-member"])
def test_each_of_the_list_is_wanted(missing: str) -> None:
    assert guests([*LIST, "invited-person"], re_elected=False).status("23/4.1") is Status.FULFILLED
    others = [item for item in LIST if item != missing]
    assert guests(others, re_elected=False).status("23/4.1") is Status.BREACHED


@pytest.mark.parametrize(
    ("election", "expected"),
    [
        ({"re_elected": True}, Status.FULFILLED),
        ({"re_elected": False}, Status.BREACHED),
        ({}, Status.UNDETERMINED),
    ],
)
def test_a_president_elected_again_counts_once(election: dict[str, object], expected: Status) -> None:
    once = [item for item in LIST if item not in ("ge-president", "ge-president-family")]
    assert guests(once, **election).status("23/4.1") is expected


def test_others_may_be_invited() -> None:
    assert guests(["invited-person"]).status("23/4.2") is Status.FULFILLED
    assert guests(["ge-speaker"]).status("23/4.2") is Status.NOT_APPLICABLE


def test_a_case_that_was_called_off_asks_for_no_sunday() -> None:
    tale = planned().tell("-2 10:00", "CaseCancelled", reason="the result was set aside")
    assert tale.status("23/2") is Status.DISCHARGED
