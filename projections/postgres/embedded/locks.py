"""Locks that the kernel drops when their holder ends, however it ends."""

import fcntl
import os
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from projections.postgres.embedded.errors import EmbeddedPostgresError


class FileLock:
    """An advisory lock (flock) on a file of its own; a child that inherits the descriptor holds it too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    @property
    def descriptor(self) -> int:
        """The open file, for a child to inherit."""
        return self._descriptor

    def try_exclusive(self) -> bool:
        """Take it alone, if nobody else holds it; a share held through this object is given up either way."""
        return self._try(fcntl.LOCK_EX)

    def try_shared(self) -> bool:
        """Take a share, if nobody holds it alone."""
        return self._try(fcntl.LOCK_SH)

    def _try(self, kind: int) -> bool:
        try:
            fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        """Give up this descriptor: the lock ends with its last holder."""
        os.close(self._descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def wait_until(done: Callable[[], bool], seconds: float, pause: float = 0.01) -> bool:
    """Ask `done` again and again for at most `seconds`; its last answer."""
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() >= deadline:
            return False
        time.sleep(pause)
    return True


def exclusive(path: Path, seconds: float) -> FileLock:
    """The lock on `path`, taken alone, waited for at most `seconds`; to be closed by the caller."""
    lock = FileLock(path)
    if wait_until(lock.try_exclusive, seconds):
        return lock
    lock.close()
    raise EmbeddedPostgresError(
        f"Another process has been starting or stopping the database in {path.parent} for {seconds:.0f} seconds: "
        "wait for it, or end it, then start again."
    )
