"""However the rows came about, they are the rows of judging each case now."""

import random
from datetime import datetime, timedelta

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from domain.events import CATALOGUE
from projections.judging import standard
from projections.postgres.factory import open_ledger
from projections.rebuild import Rebuild
from projections.rows import event_row
from tests.conftest import Server
from tests.law.cases import SAMPLES
from tests.projections.conftest import World, draft, instant

START = instant("2026-03-02T09:00+04:00")
TYPES = sorted(
    name
    for name in SAMPLES
    if "readmission" in CATALOGUE[name].KINDS
    and name not in {"EventRetracted", "ProvisionAttested", "WaiverGranted", "ExcuseAccepted"}
)
#: Facts that carry clocks, so that histories are about something.
LIKELY = [
    "ApplicationSubmitted", "ApplicationReceived", "ReplySent", "InterviewRequested", "TransferNotified",
    "TransferCompleted", "InvoiceIssued", "InvoiceReceived", "ApplicationWithdrawn", "EventRetracted", "again",
    "wait", "WaiverGranted", "ExcuseAccepted",
]  # fmt: skip
NORMS = ["protocol-ro/art-4/1.2", "protocol-ro/art-8/1", "agreement/C4", "protocol-ro/art-11/2"]

steps = st.lists(
    st.tuples(
        st.sampled_from([f"readmission-{number}" for number in range(3)]),
        st.one_of(st.sampled_from(LIKELY), st.sampled_from(TYPES)),
        st.integers(0, 60 * 24),  # hours after the start at which it happened
        st.integers(0, 10**6),
    ),
    min_size=1,
    max_size=25,
)


def more(type_name: str, at: datetime, chance: random.Random) -> dict[str, object]:
    if type_name == "TransferNotified":
        return {"transfer_date": (at + timedelta(days=chance.randrange(12))).date()}
    if type_name in {"WaiverGranted", "ExcuseAccepted"}:
        return {"norm": chance.choice(NORMS)}
    if type_name == "TransferTermExtended":
        return {"extended_until": (at + timedelta(days=40)).date()}
    if type_name == "ApplicationSubmitted":
        return {"requesting_state": chance.choice(["RO", "DE"])}
    return {}


def play(world: World, script: list[tuple[str, str, int, int]]) -> None:
    """Record a history, late and out of order, corrected and retracted, while the clock goes on."""
    numbers: dict[str, list[tuple[int, str]]] = {}
    world.now = START + timedelta(days=1)
    for case_id, what, hours, seed in script:
        chance = random.Random(seed)
        known = numbers.setdefault(case_id, [])
        moment = START + timedelta(hours=hours)
        world.now = (
            max(world.now, moment) if what != "wait" else world.now + timedelta(days=chance.randrange(90))
        )
        at, number = moment.isoformat(), len(known) + 1
        originals = [pair for pair in known if pair[1] != "EventRetracted"]
        if what == "again" and originals:
            of, what_was = chance.choice(originals)
            item = draft(case_id, number, what_was, at, corrects=of, **more(what_was, moment, chance))
            known.append((number, what_was))
        elif what == "EventRetracted" and originals:
            of, _ = chance.choice(originals)
            values = {"event_id": f"{case_id}/{of}", "event_source": None}
            item = draft(case_id, number, what, at, **values)
            known.append((number, what))
        elif what in {"wait", "again", "EventRetracted"}:
            world.follow()
            continue
        else:
            item = draft(case_id, number, what, at, **more(what, moment, chance))
            known.append((number, what))
        world.append(item)
        if seed % 3 == 0:
            world.follow()
    world.follow()


def judged_now(world: World) -> dict[str, list[tuple[object, ...]]]:
    """The rows as judging each case gives them, without any table."""
    found: dict[str, list[tuple[object, ...]]] = {
        name: []
        for name in ("case_status", "obligation", "application", "statement", "gap", "parked", "event_search")
    }
    for head in world.ledger.cases():
        entries = world.ledger.history(head.case_id)
        rows = world.judging.rows(head.case_id, entries, world.now)
        found["case_status"].append(rows.status._replace(gaps=list(rows.status.gaps)))
        found["obligation"] += rows.obligations
        found["application"] += rows.applications
        found["statement"] += rows.statements
        found["gap"] += [row._replace(positions=list(row.positions)) for row in rows.gaps]
        found["parked"] += rows.parked
        found["event_search"] += map(event_row, entries)
    return {name: sorted(map(utc, rows), key=repr) for name, rows in found.items()}


def utc(row: tuple[object, ...]) -> tuple[object, ...]:
    """The same row with instants that compare and print alike."""
    return tuple(value.timestamp() if isinstance(value, datetime) else value for value in row)


def stored(world: World) -> dict[str, list[tuple[object, ...]]]:
    return {name: sorted(map(utc, rows), key=repr) for name, rows in world.rows().items()}


def test_followed_rebuilt_and_judged_rows_are_the_same(server: Server, template: str) -> None:
    seen: set[object] = set()

    @settings(max_examples=12, deadline=None, derandomize=True, phases=[Phase.generate])
    @given(steps)
    def check(script: list[tuple[str, str, int, int]]) -> None:
        name = server.create(template)
        ledger = open_ledger(server.conninfo(name))
        world = World(server.conninfo(name), ledger, standard())
        try:
            play(world, script)
            expected = judged_now(world)
            assert not expected["parked"], "no history may stop a case"
            assert stored(world) == expected
            Rebuild(world.conninfo, ledger, world.judging, world.clock).run()
            assert stored(world) == expected
            seen.update(row[5] for row in expected["obligation"])
        finally:
            world.connection.close()
            ledger.close()
            server.drop(name)

    check()
    assert {"pending", "breached", "fulfilled", "undetermined"} <= seen, "the histories are about nothing"
