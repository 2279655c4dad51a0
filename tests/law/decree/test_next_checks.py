"""A verdict that will change by itself says when: a contested Sunday, a day to ask by, a plan whose time comes."""

from __future__ import annotations

from datetime import date

from domain.law.verdict import Status
from tests.law.decree.tale import Tale


def test_the_inauguration_is_looked_at_again_after_the_first_sunday_of_any_reading() -> None:
    tale = Tale("ceremony-1", date(2024, 11, 10)).tell("-40 12:00", "CeremonyRegistered", form="inauguration")
    tale.tell("-15 20:00", "ElectionHeld", round_on="2024-10-26", results_on="2024-11-09")
    before = tale.verdict("23/2", as_of="-1 12:00")
    assert (before.status, before.contested) == (Status.PENDING, False)
    assert before.next_check == tale.instant("+1 00:00")
    between = tale.verdict("23/2", as_of="+1 00:00")
    assert (between.status, between.contested) == (Status.PENDING, True)
    assert between.next_check is not None
    assert between.next_check > tale.instant("+7 00:00")


def test_what_is_to_be_asked_for_is_looked_at_again_when_the_day_to_ask_is_over() -> None:
    tale = Tale("outgoing-1").tell(
        "-60 12:00", "OutgoingVisitRegistered", category="official", host_state="RO"
    )
    tale.plan("visit", "12:00", when="-59 12:00")
    moment = "-50 12:00"
    seen = []
    for _ in range(6):
        held = tale.verdict("27/5", as_of=moment)
        seen.append([why.key for why in held.reasons])
        if held.next_check is None:
            break
        days = (held.next_check - tale.instant("00:00")).days
        later = held.next_check.astimezone(tale.instant("00:00").tzinfo)
        moment = f"{days:+} {later:%H:%M:%S}"
    assert ["request_by"] in seen
    assert ["request_overdue"] in seen


def test_a_record_made_before_a_planned_talk_is_looked_at_again_when_its_time_comes() -> None:
    tale = Tale("reception-1").tell(
        "-20 12:00", "ReceptionRegistered", host="ge-president", guests="foreign_delegation", guest_state="RO"
    )
    tale.plan("audience", "12:00")
    tale.tell(
        "-1 12:00",
        "MaterialDelivered",
        material="record_of_talk",
        to="ge-secret-records-group",
        certified=True,
    )
    early = tale.verdict("26/6/c.2", as_of="11:59")
    assert (early.status, early.next_check) == (Status.FULFILLED, tale.instant("12:00"))
    assert tale.status("26/6/c.2", as_of="12:00") is Status.UNDETERMINED
