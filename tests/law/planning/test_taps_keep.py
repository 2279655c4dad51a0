"""Whoever taps every row of a planned visit at its time ends with every row kept.

Rows without a tap are kept by silence, by the flights and ends of items, or by the record that another row offers.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from domain.events.state_protocol.things import Need
from domain.law.verdict import Status
from tests.law.planning.plans import item, visit
from tests.law.planning.tapping import Officer

REGISTERED = "2026-02-02T10:00:00+04:00"
#: Rows that no tap of this officer keeps, and why.
NOT_BY_A_TAP = {
    "decree-386/art-20/2/d.1": "whoever records it has to name the ambassador, which the sheet does not ask",
    "mfa-dept/task-8": "the department's task is vouched for in the case itself: no item of the programme asks it",
}


def _on(day: int, activity: str, starts: str, ends: str) -> dict[str, Any]:
    at = f"2026-06-{day}T{{}}:00+04:00"
    return item(activity, at.format(starts), ends_at=at.format(ends))


PROGRAMME = [
    _on(15, "reception_ceremony", "15:00", "15:50"),
    _on(15, "talks_one_to_one", "16:00", "16:50"),
    _on(15, "talks", "17:00", "18:00"),
    _on(15, "signing", "18:10", "18:50"),
    _on(15, "press_conference", "19:00", "19:40"),
    _on(15, "dinner", "20:30", "23:00"),
    _on(16, "sightseeing", "10:00", "11:00"),
    _on(16, "wreath_laying", "11:30", "12:30"),
    _on(16, "parliament_address", "13:00", "13:50"),
    _on(16, "public_meeting", "14:30", "15:30"),
    _on(16, "regional_trip", "16:00", "18:30"),
    _on(16, "performance", "19:00", "22:00"),
]
FULL = {"programme": PROGRAMME, "departure_at": "2026-06-18T11:00:00+04:00"}
NEEDS = [need.value for need in Need]
HOUR = {"starts_at": "2026-06-22T12:00:00+04:00", "ends_at": "2026-06-22T15:00:00+04:00"}
AMBASSADORS = [
    {"sending_state": "FR", "agrement_requested_on": "2026-01-10"},
    {"sending_state": "JP", "agrement_requested_on": "2026-01-12"},
]
PLANS = {
    "head of state": visit(with_spouse=True, **FULL),
    "head of state, every need": visit(with_spouse=True, needs=NEEDS, **FULL),
    "head of state, no programme": visit(),
    "head of government": visit(rank="head_of_government", **FULL),
    "head of government, every need": visit(rank="head_of_government", needs=NEEDS, **FULL),
    "speaker": visit(rank="speaker", needs=NEEDS, **FULL),
    "foreign minister": visit(rank="foreign_minister", needs=NEEDS, **FULL),
    "working": visit(category="working", needs=NEEDS, **FULL),
    "transit": visit(category="transit"),
    "unofficial": visit(category="unofficial"),
    "state": visit(category="state", with_spouse=True, earlier_state_visits=0, **FULL),
    "credentials of one": {
        "kind": "credentials",
        "form": "single",
        "ambassadors": AMBASSADORS[:1],
        **HOUR,
    },
    "credentials of several": {"kind": "credentials", "form": "joint", "ambassadors": AMBASSADORS, **HOUR},
    "reception by the President": {
        "kind": "reception",
        "host": "ge-president",
        "guests": "foreign_delegation",
        "guest_state": "FR",
        **HOUR,
    },
    "reception by the State Minister": {
        "kind": "reception",
        "host": "ge-state-minister",
        "guests": "foreign_guest",
        "guest_state": "FR",
        **HOUR,
    },
    "wreath": {
        "kind": "ceremony",
        "form": "wreath_laying",
        "guest_rank": "head_of_state",
        "guest_state": "RO",
        **HOUR,
    },
    "award": {"kind": "ceremony", "form": "state_award", **HOUR},
    "citizenship": {"kind": "ceremony", "form": "honorary_citizenship", **HOUR},
    "inauguration": {
        "kind": "ceremony",
        "form": "inauguration",
        "deciding_round_on": "2026-06-01",
        "starts_at": "2026-06-21T12:00:00+04:00",
        "ends_at": "2026-06-21T15:00:00+04:00",
    },
    "independence day": {
        "kind": "ceremony",
        "form": "independence_day",
        "starts_at": "2026-05-26T12:00:00+04:00",
        "ends_at": "2026-05-26T15:00:00+04:00",
    },
    "outgoing": {
        "kind": "outgoing",
        "category": "official",
        "host_state": "FR",
        "overflies": ["TR", "BG"],
        "treaties": True,
        "starts_at": "2026-07-10T09:00:00+04:00",
        "ends_at": "2026-07-12T18:00:00+04:00",
    },
}


def _doors() -> Iterator[tuple[str, int | None]]:
    for name, plan in PLANS.items():
        yield name, None
        if plan["kind"] == "visit":
            yield from ((name, 1), (name, 2))


@pytest.mark.parametrize(("name", "exits"), list(_doors()))
def test_every_row_is_kept_by_its_tap(name: str, exits: int | None) -> None:
    officer = Officer(PLANS[name], REGISTERED, exits)
    rows = officer.work().rows
    kept = {Status.FULFILLED, Status.EXCUSED}
    wrong = {
        row.key: (row.status.value, [why.key for why in row.obligation.verdict.reasons])
        for row in rows
        if row.status not in kept and row.provision.id not in NOT_BY_A_TAP
    }
    assert not wrong
    gone = {key.partition(":")[2] for key in officer.tapped} - {row.key.partition(":")[2] for row in rows}
    assert not gone


@pytest.mark.parametrize("name", PLANS)
def test_the_officer_taps_every_row_that_offers_something(name: str) -> None:
    officer = Officer(PLANS[name], REGISTERED)
    offering = {row.key for row in officer.sheet(officer.registered).rows if row.records}
    officer.work()
    left = {key for key in offering - set(officer.tapped) if key.partition(":")[2] not in NOT_BY_A_TAP}
    assert not left


def test_the_stand_that_was_planned_is_the_one_that_every_row_offers() -> None:
    officer = Officer(visit(), REGISTERED)
    officer.record(officer.registered, "StandAssigned", activity="arrival", stand=7)
    offered = [
        record.data["stand"]
        for row in officer.sheet(officer.registered).rows
        for record in row.records
        if "stand" in record.data
    ]
    assert len(offered) >= 4
    assert set(offered) == {7}


def test_from_an_aircraft_with_one_exit_both_descents_are_offered_and_keep_the_row() -> None:
    officer = Officer(visit(), REGISTERED, exits=1)
    (row,) = [row for row in officer.work().rows if row.provision.id == "decree-386/art-3/1/c.3"]
    assert row.status is Status.FULFILLED
    assert [record.data["step"] for record in officer.tapped[row.key]] == [
        "guest_descends",
        "delegation_descends",
    ]
