"""Puts the parts together: database, log, appender, views. Opened in order, closed in the opposite one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Thread
from typing import TYPE_CHECKING

from api.following import beside
from api.settings import BadSetting, Settings
from domain.errors import Unavailable
from domain.law.book import LawBook
from domain.law.calendars import load_calendars
from domain.law.library import load_law
from domain.ledger import Ledger
from projections.judging import Judging
from projections.postgres.appender import CoalescingAppender
from projections.postgres.connection import SERVICE_ROLE, service_conninfo
from projections.postgres.embedded import EmbeddedPostgres, kept
from projections.postgres.factory import open_ledger
from projections.postgres.faults import unavailable_when_lost
from projections.postgres.migrate import let_service_log_in, migrate
from projections.rebuild import Progress, Rebuild
from projections.runner import Runner
from projections.views import Views

if TYPE_CHECKING:
    from fastapi import FastAPI

Report = Callable[[str], None]


def present() -> datetime:
    """Return the present: the one clock of the service."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Core:
    """What every command that reads or appends stands on."""

    conninfo: str
    ledger: Ledger
    judging: Judging

    @property
    def law(self) -> LawBook:
        """The law that is judged by."""
        return self.judging.law


@dataclass(frozen=True, slots=True)
class Addresses:
    """Connection strings of one database."""

    #: Who owns the log and migrates it.
    owner: str
    #: Who does everything else.
    service: str
    #: The server is the embedded one, where we say who may log in.
    ours: bool = False


@contextmanager
def database(settings: Settings, report: Report | None = None) -> Iterator[Addresses]:
    """Give the addresses of the database: the one that is set, or the embedded one, started.

    Raises EmbeddedPostgresError, one line, when the embedded one cannot be used.
    """
    if settings.database_url is not None:
        owner = _checked(settings.database_url, "MATIANE_DATABASE_URL")
        service = settings.service_database_url
        yield Addresses(owner, _checked(service, "MATIANE_SERVICE_DATABASE_URL") if service else owner)
        return
    with EmbeddedPostgres(settings.data_folder, report=report) as server, kept(server):
        yield Addresses(server.dsn(), server.dsn(user=SERVICE_ROLE), ours=True)


def _checked(url: str, name: str) -> str:
    try:
        service_conninfo(url)
    except Exception:  # noqa: BLE001  # the driver's own error quotes the address, which may hold a password
        message = f"{name} is no address of a database: write postgresql://user@host/database"
        raise BadSetting(message) from None
    return url


@contextmanager
def core(settings: Settings, report: Report | None = None) -> Iterator[Core]:
    """Open the ledger over a migrated database."""
    with ExitStack() as stack:
        addresses = stack.enter_context(database(settings, report))
        with _naming("MATIANE_DATABASE_URL", addresses):
            migrated(addresses)
        with _naming("MATIANE_SERVICE_DATABASE_URL", addresses):
            core = stack.enter_context(opened(addresses.service))
        yield core


@contextmanager
def _naming(setting: str, addresses: Addresses) -> Iterator[None]:
    """Say which setting names the database that cannot be reached."""
    try:
        yield
    except Unavailable:
        if addresses.ours:
            raise
        message = f"the database that {setting} names cannot be reached: check that it runs, and the address"
        raise Unavailable(message) from None


@contextmanager
def opened(conninfo: str) -> Iterator[Core]:
    """Open the ledger of a database that has been migrated. Raises Unavailable."""
    ledger = open_ledger(conninfo)
    try:
        yield Core(conninfo, ledger, Judging(load_law(), load_calendars()))
    finally:
        ledger.close()


def migrated(addresses: Addresses) -> list[str]:
    """Bring the database to this release; return the names of what was applied. Raises Unavailable."""
    with unavailable_when_lost():
        applied = migrate(addresses.owner)
        if addresses.ours:
            let_service_log_in(addresses.owner)
        return applied


def rebuilt(core: Core, done: Callable[[int], None], stop: Event) -> Progress:
    """Make all views anew, telling how many events are judged; returns early when ``stop`` is set."""
    rebuild = Rebuild(
        core.conninfo, core.ledger, core.judging, present, report=lambda now: done(now.events), stop=stop
    )
    with unavailable_when_lost():
        return rebuild.run()


def caught_up(core: Core) -> int:
    """Bring the views up to the log and the clock; return the position reached. Raises Unavailable."""
    with unavailable_when_lost():
        return Runner(core.conninfo, core.ledger, core.judging, present).catch_up()


@contextmanager
def views(core: Core) -> Iterator[Views]:
    """Open what questions are asked of."""
    with Views(core.conninfo, core.ledger, core.judging) as opened:
        yield opened


def following_beside(core: Core) -> AbstractContextManager[None]:
    """Keep the views up to the log in a process of its own."""
    return beside(core.conninfo)


@contextmanager
def application(
    core: Core, follow: Callable[[Core], AbstractContextManager[object]] = following_beside
) -> Iterator[FastAPI]:
    """Open everything that the service needs, and give the application."""
    from api.app import create_app  # noqa: PLC0415  # FastAPI is slow to import, and most commands need none
    from api.web import LedgerDesk, web_pages  # noqa: PLC0415

    with (
        views(core) as asked,
        CoalescingAppender(core.conninfo, core.ledger.keyring) as appender,
        follow(core),
    ):
        pages = web_pages(LedgerDesk(asked, present))
        yield create_app(law=core.law, appender=appender, views=asked, clock=present, pages=pages)


@contextmanager
def following(core: Core) -> Iterator[Runner]:
    """Keep the views up to the log in a thread, for as long as the context lasts."""
    runner = Runner(core.conninfo, core.ledger, core.judging, present)
    stop = Event()
    thread = Thread(target=runner.run, args=(stop,), name="matiane-views", daemon=True)
    thread.start()
    try:
        yield runner
    finally:
        stop.set()
        thread.join()
