"""Keeps the views up to the log in a process of its own, so that judging never holds up those who append.

The process ends when its standard input does: with the service, however that ended.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Final

_log: Final = logging.getLogger("matiane.views")
#: Seconds before a process that ended by itself is replaced, and that it has to end when told to.
_PAUSE: Final = 2.0
_LAST_STEP: Final = 30.0
#: Appends and questions go first.
_NICENESS: Final = 10


@contextmanager
def beside(conninfo: str) -> Iterator[None]:
    """Follow the log for as long as the context lasts."""
    keeper = _Keeper(conninfo)
    thread = Thread(target=keeper.run, name="matiane-views", daemon=True)
    thread.start()
    try:
        yield
    finally:
        keeper.stop()
        thread.join()


class _Keeper:
    def __init__(self, conninfo: str) -> None:
        # Not an argument of the process: the string may hold a password.
        self._told = json.dumps(conninfo).encode() + b"\n"
        self._stop = Event()

    def run(self) -> None:
        """Start the process, and another one whenever it ends by itself."""
        while not self._stop.is_set():
            # In a session of its own: the terminal's Ctrl-C is for the service, which then closes this input.
            command = [sys.executable, "-m", "api.following"]
            with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as process:  # noqa: S603  # our own module
                assert process.stdin is not None
                with suppress(BrokenPipeError):
                    process.stdin.write(self._told)
                    process.stdin.flush()
                while process.poll() is None and not self._stop.wait(0.2):
                    pass
                with suppress(BrokenPipeError):
                    process.stdin.close()
                try:
                    process.wait(_LAST_STEP)
                except subprocess.TimeoutExpired:
                    process.kill()
            if not self._stop.is_set():
                _log.warning(
                    "the process that keeps the views has ended (%s): starting another", process.returncode
                )
                self._stop.wait(_PAUSE)

    def stop(self) -> None:
        """Let the process end."""
        self._stop.set()


def main() -> None:
    """Follow the log of the database that standard input names, until standard input ends."""
    from api import composition  # noqa: PLC0415  # the service imports this module without all that
    from domain.errors import Unavailable  # noqa: PLC0415

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        os.nice(_NICENESS)
    line = sys.stdin.readline()
    if not line:
        return
    try:
        with composition.opened(json.loads(line)) as core, composition.following(core):
            sys.stdin.read()
    except Unavailable:
        sys.exit(1)


if __name__ == "__main__":
    main()
