"""One tap on the run-sheet performs the duty: what it records is what the norm wants."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain.law.calendars import load_calendars
from domain.law.library import load_law
from domain.law.planning.drawing import run_sheet
from domain.law.verdict import Status
from tests.law.decree.ceremony import ceremony
from tests.law.decree.tale import DAY, Tale

#: Members that only the officer can add, and what no single tap can perform.
ADDED = {"ProvisionAttested": {"by": "ge-state-protocol-service"}}
#: Its Sunday and the beginning of a ceremony are not in the officer's hand; the group's departure has its own clock.
NOT_BY_TAP = {"decree-386/art-23/2"}


def award(form: str, day: date, **more: Any) -> Tale:
    return ceremony(form, day, **more).tell(
        "-10 10:00", "NeedRecorded", need="recipient_or_companion_is_lady"
    )


def outgoing() -> Tale:
    tale = Tale("outgoing-romania-1", DAY)
    tale.tell(
        "-90 10:00",
        "OutgoingVisitRegistered",
        category="official",
        host_state="RO",
        overflies=["TR", "BG"],
        treaties=True,
    )
    tale.plan("visit", "12:00", when="-90 11:00").plan("advance_group_mission", "-40 09:00", when="-90 12:00")
    return tale.tell(
        "-30 10:00", "MaterialRequested", material="analytical_materials", by="ge-policy-analysis-service"
    )


CASES = {
    "wreath": lambda: ceremony("wreath_laying", guest_rank="head_of_state"),
    "honorary": lambda: award("honorary_citizenship", date(2003, 9, 15), ambassador_in_tbilisi=True),
    "award": lambda: award("state_award", date(2003, 9, 15)),
    "inauguration": lambda: ceremony("inauguration", date(2018, 12, 16), registered="-17 10:00").tell(
        "-17 20:00", "ElectionHeld", round_on="2018-11-28", re_elected=False
    ),
    "26 May": lambda: ceremony("independence_day", date(2026, 5, 26)),
    "abroad": outgoing,
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_what_the_sheet_records_performs_every_duty(name: str) -> None:
    law, calendars = load_law(), load_calendars()
    for row in run_sheet(
        CASES[name]().report("-29 12:00" if name == "abroad" else "-9 12:00"), law, calendars
    ).rows:
        if row.provision.id in NOT_BY_TAP:
            continue
        tale = CASES[name]()
        at = min(row.at or tale.instant("12:00"), tale.instant("20:00"))
        if name == "inauguration":
            # The sheet does not tell the minutes apart that the ceremony itself does.
            at = tale.instant("12:00") + timedelta(minutes=_minute(row.provision.id))
            if row.provision.id in ("decree-386/art-23/3.3", "decree-386/art-23/3.4"):
                tale.tell(tale.instant("12:15"), "StepTaken", step="oath_taken", by=["ge-president-elect"])
        assert row.records, row.provision.id
        for record in row.records:
            tale.tell(at, record.type, **{**record.data, **ADDED.get(record.type, {})})
        found = [
            item
            for item in tale.all(row.provision.id, "+40 12:00")
            if item.verdict.status is Status.FULFILLED
        ]
        assert found, (row.provision.id, tale.all(row.provision.id, "+40 12:00"))


def _minute(provision: str) -> int:
    return {"3.3": 16, "3.4": 17}.get(provision.rpartition("/")[2], 5)


def test_a_request_that_comes_too_late_is_a_warning_on_the_sheet() -> None:
    tale = Tale("outgoing-romania-1", date(2026, 6, 19))
    tale.tell("-60 10:00", "OutgoingVisitRegistered", category="official", host_state="RO")
    tale.plan("visit", "12:00", when="-60 11:00")

    def warned(as_of: str) -> set[str]:
        sheet = run_sheet(tale.report(as_of), load_law(), load_calendars())
        return {found.why.key for found in sheet.warnings if any("art-27/5" in key for key in found.rows)}

    assert "request_overdue" not in warned("-10 23:59")
    assert "request_overdue" in warned("-9 00:00")
    tale.tell(
        "-9 10:00", "MaterialRequested", material="analytical_materials", by="ge-policy-analysis-service"
    )
    assert "request_cannot_be_met" in warned("-9 10:01")
