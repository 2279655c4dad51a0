"""The embedded server's life: started once, shared by all who use its folder, stopped by the last of them."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import psycopg
from psycopg import sql

from projections.postgres.embedded import cluster as clusters
from projections.postgres.embedded.connection import SUPERUSER, answers, conninfo
from projections.postgres.embedded.errors import (
    EmbeddedPostgresError,
    from_os_error,
    from_output,
)
from projections.postgres.embedded.folders import socket_folder
from projections.postgres.embedded.identity import RootMode, clean_environment
from projections.postgres.embedded.locks import FileLock, exclusive, wait_until
from projections.postgres.embedded.place import Place, home_of, prepare, settle

Status = Literal["stopped", "starting", "running"]

_DATABASE = "matiane"
_LOG_LIMIT = 4_000_000  # bytes; a longer log is set aside at the next start
_TELL_EVERY_SECONDS = 5.0
_FAST_STOP_SECONDS = 120.0
_IMMEDIATE_STOP_SECONDS = 30.0


def _silent(words: str) -> None:
    """Tell nobody."""


class EmbeddedPostgres:
    """A PostgreSQL of our own in `data_folder`, for as long as anybody uses it.

    Each process that uses it holds a share of a lock; the kernel drops the share of one that was killed, so the
    last user to leave, whoever it is, stops the server. The server itself holds another lock while it lives, so
    that "is it running?" is never guessed from a number in a file.

    `report` is told in a few words what takes long. `ready_within` bounds the wait for crash recovery, in seconds.
    `root_mode` and `shared_place` matter to root only: how to run without root's rights, and where to keep the
    database if that has to be outside a private `data_folder`.
    """

    def __init__(
        self,
        data_folder: Path,
        *,
        report: Callable[[str], None] | None = None,
        ready_within: float = 600.0,
        root_mode: RootMode = "auto",
        shared_place: Path = Path("/var/lib/matiane"),
    ) -> None:
        self._data_folder = Path(os.path.realpath(data_folder))
        self._control = self._data_folder / "postgres"
        #: Is told in a few words what takes long, and what went wrong while the server was in use.
        self.report = report or _silent
        self._ready_within = ready_within
        self._root_mode: RootMode = root_mode
        self._shared_place = Path(os.path.realpath(shared_place))
        self._share: FileLock | None = None
        self._sockets: Path | None = None
        self._seen = 0  # size of the log when the server was started, or joined

    @property
    def log(self) -> Path:
        """The server's log: its own troubles only, no statement and no value of a row."""
        return self._control / "server.log"

    def start(self) -> None:
        """Start the server, or join the one that already serves this folder; returns when it answers.

        Raises EmbeddedPostgresError, one line that says what to do.
        """
        if self._share is not None:
            return
        try:
            new = prepare(self._data_folder, self._control)
            with exclusive(self._control / "control.lock", self._ready_within):
                self._join(settle(self._data_folder, self._control, new, self._root_mode, self._shared_place))
        except OSError as error:
            raise from_os_error(error, self._data_folder) from error
        except psycopg.Error as error:
            advice = "look at the log and start again"
            raise from_output("The database cannot be opened", str(error), self.log, advice) from error

    def stop(self) -> None:
        """Leave; the last user stops the server. Does nothing if not started."""
        share, self._share, self._sockets = self._share, None, None
        if share is None:
            return
        with share, exclusive(self._control / "control.lock", self._ready_within):
            if share.try_exclusive():
                self._stop_server(home_of(self._control) / "cluster")

    def revive(self) -> bool:
        """Start the server again if it has ended while in use; True if it had. Does not wait until it answers.

        Raises EmbeddedPostgresError, one line, where it cannot be started; never makes a new database.
        """
        try:
            if self._share is None or self._is_alive():
                return False
            with exclusive(self._control / "control.lock", self._ready_within):
                return self._respawn()
        except OSError as error:
            raise from_os_error(error, self._data_folder) from error

    def _respawn(self) -> bool:
        place = settle(self._data_folder, self._control, False, self._root_mode, self._shared_place)
        if not place.cluster.exists():
            raise EmbeddedPostgresError(
                f"{place.cluster} is gone while it is in use: bring it back, and Matiane goes on by itself."
            )
        with FileLock(self._control / "server.lock") as life:
            if not life.try_exclusive():
                return False
            what = "PostgreSQL has ended while in use, and is started again"
            self.report(
                str(from_output(what, self._log_from(self._seen), self.log, "all is well if it stays up"))
            )
            self._spawn(place, life)
        return True

    def dsn(self, dbname: str = _DATABASE, *, user: str = SUPERUSER) -> str:
        """How psycopg connects, as the superuser or another role; the caller's PG* variables are overruled."""
        if self._sockets is None:
            raise EmbeddedPostgresError("The embedded database is not started: call start() first.")
        return conninfo(self._sockets, dbname, user)

    def create_database(self, dbname: str) -> None:
        """Make an empty database of that name, unless it is there."""
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            found = connection.execute("SELECT FROM pg_database WHERE datname = %s", [dbname]).fetchone()
            if found is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(dbname)))

    def status(self) -> Status:
        """Whether a server serves this folder, ours or another process's; starts and makes nothing."""
        try:
            if not self._is_alive():
                return "stopped"
            return "running" if self._answering(home_of(self._control) / "cluster") else "starting"
        except FileNotFoundError:
            return "stopped"
        except OSError as error:
            raise from_os_error(error, self._data_folder) from error

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _join(self, place: Place) -> None:
        share = FileLock(self._control / "users.lock")
        share.try_shared()  # never refused: the lock is taken alone only under the control lock, which we hold
        try:
            self._sockets = self._server_of(place)
            self.create_database(_DATABASE)
        except BaseException as failure:
            self._sockets = None
            # Interrupted, or it answers and cannot be opened: leave nothing behind. One that does not answer yet may
            # be recovering, which the next start needs.
            useless = isinstance(failure, psycopg.Error) or not isinstance(failure, Exception)
            if useless and share.try_exclusive():
                self._stop_server(place.cluster)
            share.close()
            raise
        self._share = share
        self._seen = self.log.stat().st_size if self.log.exists() else 0

    def _server_of(self, place: Place) -> Path:
        """The socket folder of the server that answers for `place`, started if there is none."""
        started_at: int | None = None
        begun = time.monotonic()
        told = 0.0
        while True:
            with FileLock(self._control / "server.lock") as life:
                if life.try_exclusive():
                    if started_at is not None:
                        raise from_output(
                            "PostgreSQL did not start",
                            self._log_from(started_at),
                            self.log,
                        )
                    started_at = self._spawn(place, life)
            if sockets := self._answering(place.cluster):
                return sockets
            waited = time.monotonic() - begun
            if waited > self._ready_within:
                raise EmbeddedPostgresError(
                    f"PostgreSQL has not answered for {waited:.0f} seconds; it may still be recovering: "
                    f"look at {self.log} and start again later."
                )
            if waited - told >= _TELL_EVERY_SECONDS:
                told = waited
                self.report(
                    f"Waiting for PostgreSQL ({waited:.0f} s): after an unclean stop it recovers first"
                )
            time.sleep(min(0.1, 0.01 + waited / 50))

    def _spawn(self, place: Place, life: FileLock) -> int:
        """Start the server, which inherits the lock `life`; the size of its log before that."""
        if place.cluster.exists() or place.cluster.is_symlink():
            clusters.look_over(place.cluster, place.identity)
        else:
            self.report(f"Making the database in {place.home}")
            clusters.make(place.cluster, place.identity)
        sockets = socket_folder(place.home, place.identity.owner)
        clusters.drop_stale_locks(place.cluster, sockets)
        command = place.identity.command("postgres", *clusters.server_arguments(place.cluster, sockets))
        if self.log.exists() and self.log.stat().st_size > _LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        # The shell ends at once, so the server is nobody's child here; in a session of its own, the terminal's
        # Ctrl-C does not reach it before its users are done.
        with self.log.open("ab") as log:
            size = self._seen = log.tell()
            subprocess.run(  # type: ignore[call-overload]  # noqa: S603 - the keys come from a mapping
                ["/bin/sh", "-c", '"$@" &', "sh", *command],
                env=clean_environment(),
                cwd="/",
                umask=0o077,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(life.descriptor,),
                start_new_session=True,
                check=True,
                **place.identity.popen_user(),
            )
        return size

    def _log_from(self, start: int) -> str:
        with self.log.open("rb") as log:
            log.seek(start)
            return log.read(200_000).decode("utf-8", errors="replace")

    def _answering(self, cluster: Path) -> Path | None:
        """The socket folder of the server of `cluster`, if it takes connections."""
        found = clusters.read_pid_file(cluster)
        if found is None or not found.ready:
            return None
        return found.sockets if answers(found.sockets) else None

    def _is_alive(self) -> bool:
        path = self._control / "server.lock"
        path.stat()
        with FileLock(path) as life:
            return not life.try_shared()

    def _stop_server(self, cluster: Path) -> None:
        for word, seconds in (
            (signal.SIGINT, _FAST_STOP_SECONDS),
            (signal.SIGQUIT, _IMMEDIATE_STOP_SECONDS),
        ):
            if wait_until(partial(self._ends, cluster, word, set()), seconds):
                return
        raise EmbeddedPostgresError(
            f"PostgreSQL in {cluster} does not stop: look at {self.log}, end it, and start again; "
            "what was committed is safe."
        )

    def _ends(self, cluster: Path, word: signal.Signals, told: set[int]) -> bool:
        """Whether the server has ended; tells it once to do so, as soon as its pid file says which process it is."""
        if not self._is_alive():
            return True
        found = clusters.read_pid_file(cluster)
        if found and found.pid not in told and clusters.is_server(found.pid, cluster):
            os.kill(found.pid, word)
            told.add(found.pid)
        return False
