"""Starts the embedded server again when it ends while it is in use: killed, out of memory, stopped by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

from projections.postgres.embedded.errors import EmbeddedPostgresError
from projections.postgres.embedded.server import EmbeddedPostgres

#: Seconds between two looks, and the longest pause when it ends again and again.
LOOK_SECONDS: Final = 0.5
LONGEST_PAUSE: Final = 10.0
#: From so many looks on that found it running, it counts as sound again.
_SOUND_LOOKS: Final = 60


@contextmanager
def kept(server: EmbeddedPostgres) -> Iterator[None]:
    """Keep a started server running for as long as the context lasts; its `report` is told what was done.

    Nobody waits here until the server answers: whoever uses it connects again by itself.
    """
    stop = Event()
    thread = Thread(target=_keep, args=(server, stop), name="matiane-database", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _keep(server: EmbeddedPostgres, stop: Event) -> None:
    pause = LOOK_SECONDS
    sound = 0
    told = ""
    while not stop.wait(pause if sound == 0 else LOOK_SECONDS):
        try:
            started = server.revive()
        except EmbeddedPostgresError as error:
            if told != str(error):
                told = str(error)
                server.report(told)
            started = True
        if started:
            sound = 0
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            sound += 1
            if sound == _SOUND_LOOKS:
                pause = LOOK_SECONDS
