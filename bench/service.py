"""The service under measurement: started on a free port, ended when its standard input closes."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from api import composition
from api.server import listen, serve_until_stopped
from api.settings import Settings


@contextmanager
def migrated(addresses: composition.Addresses) -> Iterator[composition.Core]:
    """Open the core of a database that is brought to this release first."""
    composition.migrated(addresses)
    with composition.opened(addresses.service) as core:
        yield core


def main() -> None:
    """Serve until standard input closes; prints port and connection string as JSON."""
    settings = Settings(
        data_folder=Path(sys.argv[1]), database_url=os.environ.get("MATIANE_DATABASE_URL") or None
    )

    def wait() -> None:
        sys.stdin.read()
        os.kill(os.getpid(), signal.SIGTERM)

    signal.signal(signal.SIGTERM, lambda *_: None)
    with (
        composition.database(settings) as addresses,
        migrated(addresses) as core,
        composition.application(core) as app,
        listen("127.0.0.1", 0) as socket,
    ):
        Thread(target=wait, daemon=True).start()
        told = {"port": socket.getsockname()[1], "conninfo": addresses.owner}
        serve_until_stopped(app, socket, lambda: print(json.dumps(told), flush=True))


if __name__ == "__main__":
    main()
