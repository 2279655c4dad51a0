"""Group commit: many callers, one connection, and nothing half stored when the database goes."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future

import psycopg
import pytest

from domain.errors import ContentConflict, FutureTime, MatianeError, Unavailable, VersionConflict
from domain.ledger import Ledger, Receipt
from domain.ledger.items import item_of
from domain.log.chain import Verified, verify_chain
from projections.postgres.appender import CoalescingAppender, Limits
from projections.postgres.link import Link
from tests.conftest import URL, Server
from tests.ledger.samples import CASE, NOW, application, chain_rows, correction, count_events, log_rows, note

Results = list[Receipt | MatianeError]


class Hold:
    """Holds every append open between its position and its commit, until let go."""

    def __init__(self, database: str) -> None:
        self.connection = psycopg.connect(database, autocommit=True)
        self.connection.execute(
            "CREATE FUNCTION matiane.hold() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN PERFORM pg_advisory_xact_lock_shared(7); RETURN new; END $$"
        )
        self.connection.execute(
            "CREATE TRIGGER hold AFTER INSERT ON matiane.event FOR EACH ROW EXECUTE FUNCTION matiane.hold()"
        )
        self.connection.execute("SELECT pg_advisory_lock(7)")

    def wait(self) -> int:
        """Wait until an append is being held; return the server process that it runs in."""
        query = (
            "SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database"
            " WHERE NOT granted AND locktype = 'advisory' AND datname = current_database()"
        )
        while True:
            if row := self.connection.execute(query).fetchone():
                return int(row[0])

    def kill(self) -> None:
        """Kill the server process of the append that is held."""
        self.connection.execute("SELECT pg_terminate_backend(%s, 10000)", (self.wait(),))

    def release(self) -> None:
        self.connection.execute("SELECT pg_advisory_unlock_all()")


@pytest.fixture
def hold(database: str) -> Iterator[Hold]:
    held = Hold(database)
    yield held
    held.connection.close()


def receipt(future: "Future[Results]") -> Receipt:
    (result,) = future.result(30)
    assert isinstance(result, Receipt)
    return result


def test_what_comes_while_a_group_is_written_becomes_the_next_group(
    appender: CoalescingAppender, hold: Hold, ledger: Ledger
) -> None:
    first = appender.submit([note("first")], now=NOW)
    hold.wait()
    others = [appender.submit([note(f"n{number}")], now=NOW) for number in range(50)]
    hold.release()
    assert receipt(first).position == 1
    assert sorted(receipt(future).position for future in others) == list(range(2, 52))
    # One transaction has one time of recording.
    assert len({row.recorded_at for row in log_rows(ledger)}) == 2


def test_a_submission_that_conflicts_fails_alone(
    appender: CoalescingAppender, hold: Hold, ledger: Ledger
) -> None:
    blocker = appender.submit([note("a"), note("b")], now=NOW)
    hold.wait()
    futures = [
        appender.submit([note("c"), note("a", place="Elsewhere"), note("never")], now=NOW),
        appender.submit([note("d")], now=NOW),
        appender.submit([note("e", expected=99)], now=NOW),
        appender.submit([note("d")], now=NOW),
        appender.submit([correction("f", "d")], now=NOW),
        appender.submit([correction("g", "c")], now=NOW, per_item=True),
        appender.submit([note("c"), note("h", expected=5)], now=NOW),
        appender.submit([note("i", expected=0), note("j")], now=NOW, per_item=True),
    ]
    hold.release()
    blocker.result(30)
    with pytest.raises(ContentConflict) as content:
        futures[0].result(30)
    assert content.value.index == 1
    assert (receipt(futures[1]).position, receipt(futures[1]).duplicate) == (3, False)
    with pytest.raises(VersionConflict):
        futures[2].result(30)
    assert (receipt(futures[3]).position, receipt(futures[3]).duplicate) == (3, True)
    assert receipt(futures[4]).position == 4
    assert [type(result).__name__ for result in futures[5].result(30)] == ["UnknownTarget"]
    assert [result.position for result in futures[6].result(30) if isinstance(result, Receipt)] == [5, 6]
    assert [type(result).__name__ for result in futures[7].result(30)] == ["VersionConflict", "Receipt"]
    assert len({row.recorded_at for row in log_rows(ledger)}) == 2
    rows = chain_rows(ledger)
    assert verify_chain(rows) == Verified(7, 7, rows[-1].chain)


def test_a_draft_that_cannot_be_a_fact_is_refused_before_it_waits(appender: CoalescingAppender) -> None:
    early = NOW.replace(year=2020)
    with pytest.raises(FutureTime):
        appender.submit([note("a")], now=early)
    (refused,) = appender.submit([note("a")], now=early, per_item=True).result(0)
    assert isinstance(refused, FutureTime)
    assert appender.submit([], now=NOW).result(0) == []


def test_many_tasks_of_one_event_loop(appender: CoalescingAppender, ledger: Ledger) -> None:
    async def run() -> list[Results | BaseException]:
        drafts = [[note(f"n{number}")] for number in range(200)] + [[note("n0", place="Elsewhere")]]
        drafts += [[note(f"big{number}") for number in range(100)]]
        return await asyncio.gather(
            *(appender.append(each, now=NOW) for each in drafts), return_exceptions=True
        )

    results = asyncio.run(run())
    assert isinstance(results[200], ContentConflict)
    assert [len(result) for result in results if isinstance(result, list)] == [1] * 200 + [100]
    assert ledger.head().position == 300


def test_a_caller_who_goes_away_disturbs_nobody(
    appender: CoalescingAppender, hold: Hold, ledger: Ledger
) -> None:
    async def run() -> Results:
        gone = asyncio.create_task(appender.append([note("gone")], now=NOW))
        await asyncio.to_thread(hold.wait)
        gone.cancel()
        stays = asyncio.create_task(appender.append([note("stays")], now=NOW))
        await asyncio.sleep(0)
        hold.release()
        return await stays

    (result,) = asyncio.run(run())
    assert isinstance(result, Receipt)
    assert ledger.head().position == 2


def test_identical_submissions_make_one_event(appender: CoalescingAppender, ledger: Ledger) -> None:
    futures = [appender.submit([application("a")], now=NOW) for _ in range(64)]
    done = [receipt(future) for future in futures]
    assert {one.position for one in done} == {1}
    assert [one.duplicate for one in done].count(False) == 1
    assert ledger.head().position == 1


def test_too_much_waiting_is_refused_and_stores_nothing(database: str, ledger: Ledger, hold: Hold) -> None:
    with CoalescingAppender(database, ledger.keyring, limits=Limits(waiting_events=3)) as appender:
        first = appender.submit([note("first")], now=NOW)
        hold.wait()
        waiting = [appender.submit([note(f"n{number}")], now=NOW) for number in range(3)]
        with pytest.raises(Unavailable, match="too many"):
            appender.submit([note("more")], now=NOW)
        hold.release()
        assert [receipt(future).position for future in [first, *waiting]] == [1, 2, 3, 4]
        assert receipt(appender.submit([note("more")], now=NOW)).position == 5


def test_groups_are_bounded_but_a_large_submission_still_passes(
    database: str, ledger: Ledger, hold: Hold
) -> None:
    limits = Limits(group_events=10, group_bytes=10_000)
    with CoalescingAppender(database, ledger.keyring, limits=limits) as appender:
        first = appender.submit([note("first")], now=NOW)
        hold.wait()
        futures = [
            appender.submit([note(f"{number}-{part}") for part in range(4)], now=NOW) for number in range(6)
        ]
        futures.append(
            appender.submit([note(f"large-{part}", place="x" * 1000) for part in range(50)], now=NOW)
        )
        hold.release()
        for future in [first, *futures]:
            future.result(30)
    times: dict[object, int] = {}
    for row in log_rows(ledger):
        times[row.recorded_at] = times.get(row.recorded_at, 0) + 1
    assert list(times.values()) == [1, 8, 8, 8, 50]


def test_closing_writes_what_waits_and_refuses_what_comes(database: str, ledger: Ledger) -> None:
    appender = CoalescingAppender(database, ledger.keyring)
    futures = [appender.submit([note(f"n{number}")], now=NOW) for number in range(20)]
    appender.close()
    assert sorted(receipt(future).position for future in futures) == list(range(1, 21))
    with pytest.raises(Unavailable, match="stopping"):
        appender.submit([note("late")], now=NOW)


@pytest.mark.fault
def test_a_killed_server_process_leaves_nothing_half_and_the_group_is_sent_again(
    appender: CoalescingAppender, hold: Hold, ledger: Ledger
) -> None:
    first = appender.submit([note("a"), note("b"), note("c")], now=NOW)
    hold.kill()
    hold.wait()  # the same group, on a new connection
    others = [appender.submit([note(f"n{number}")], now=NOW) for number in range(5)]
    hold.release()
    assert [result.position for result in first.result(30) if isinstance(result, Receipt)] == [1, 2, 3]
    assert sorted(receipt(future).position for future in others) == [4, 5, 6, 7, 8]
    rows = chain_rows(ledger)
    assert verify_chain(rows) == Verified(8, 8, rows[-1].chain)


@pytest.mark.fault
def test_killed_twice_the_callers_are_told_to_send_again(
    appender: CoalescingAppender, hold: Hold, ledger: Ledger, database: str
) -> None:
    future = appender.submit([note("a"), note("b")], now=NOW)
    hold.kill()
    hold.kill()
    with pytest.raises(Unavailable, match="same ids"):
        future.result(30)
    assert count_events(database) == 0
    hold.release()
    again = appender.submit([note("a"), note("b")], now=NOW).result(30)
    assert [result.position for result in again if isinstance(result, Receipt)] == [1, 2]
    assert ledger.facts(CASE)[0].event_id == "a"


@pytest.mark.fault
def test_a_commit_that_no_standby_confirmed_is_not_called_recorded(
    server: Server, appender: CoalescingAppender
) -> None:
    """The server stores such an event with a mere warning; a fail-over would lose it."""
    if URL and server.kind == "installed":
        pytest.skip("this server belongs to somebody else: its replication is left alone")
    with psycopg.connect(server.conninfo("postgres"), autocommit=True) as admin:
        admin.execute("SET synchronous_commit = local")
        admin.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        admin.execute("SELECT pg_reload_conf()")
        try:
            future = appender.submit([note("a")], now=NOW)
            cancel = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
            while not admin.execute(cancel).fetchall():
                pass
            with pytest.raises(Unavailable, match="same ids"):
                future.result(30)
        finally:
            admin.execute("ALTER SYSTEM RESET synchronous_standby_names")
            admin.execute("SELECT pg_reload_conf()")
    assert receipt(appender.submit([note("a")], now=NOW)).duplicate


@pytest.mark.fault
def test_a_lost_database_is_said_at_once_and_found_again(
    server: Server, database: str, ledger: Ledger, appender: CoalescingAppender
) -> None:
    receipt(appender.submit([note("a")], now=NOW))
    name = psycopg.conninfo.conninfo_to_dict(database)["dbname"]
    with psycopg.connect(server.conninfo("postgres"), autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")
        gone = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
        admin.execute(gone, (name,))
        for number in range(3):
            with pytest.raises(Unavailable):
                appender.submit([note(f"lost{number}")], now=NOW).result(30)
        for call in (ledger.head, lambda: ledger.append([note("x")], now=NOW)):
            with pytest.raises(Unavailable):
                call()
        admin.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true")
    while True:
        try:
            found = receipt(appender.submit([note("found")], now=NOW))
            break
        except Unavailable:
            threading.Event().wait(0.05)
    assert found.position == 2
    assert ledger.head().position == 2


def test_a_lock_that_nobody_releases_is_not_waited_for_for_ever(
    database: str, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("projections.postgres.connection.LOCK_SECONDS", 0.05)
    link = Link(database)
    item = item_of(note("a"), ledger.keyring)
    with psycopg.connect(database) as owner:
        owner.execute("SELECT FROM matiane.ledger_head FOR UPDATE")
        with pytest.raises(Unavailable, match="nothing was stored"):
            link.append([[item]])
    assert [answer.outcome for answer in link.append([[item]])] == ["appended"]
    link.close()


def test_while_the_database_is_away_it_is_asked_ever_more_rarely() -> None:
    now = [0.0]
    link = Link("host=/nowhere/at/all dbname=none user=none", clock=lambda: now[0])
    pauses = []
    for _ in range(9):
        with pytest.raises(Unavailable, match="cannot be reached"):
            link.append([])
        pauses.append(round(link._not_before - now[0], 3))
        now[0] = link._not_before
    assert pauses == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0, 5.0]


def test_what_the_database_itself_refuses_fails_alone(
    appender: CoalescingAppender, database: str, hold: Hold
) -> None:
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute("ALTER TABLE matiane.event ADD CONSTRAINT odd CHECK (event_id <> 'odd')")
    first = appender.submit([note("first")], now=NOW)
    hold.wait()
    futures = {name: appender.submit([note(name)], now=NOW) for name in ("a", "odd", "b")}
    hold.release()
    receipt(first)
    assert {receipt(futures["a"]).position, receipt(futures["b"]).position} == {2, 3}
    with pytest.raises(MatianeError, match="operator"):
        futures["odd"].result(30)
