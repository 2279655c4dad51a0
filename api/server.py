"""Runs the application on a loopback address until a signal ends it."""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from api.settings import BadSetting, require_loopback

_BACKLOG = 1024
#: Seconds that open requests have to end after a signal.
_LAST_REQUESTS = 5


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises BadSetting when the port is taken or the host is not loopback."""
    require_loopback(host)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        message = f"port {port} on {host} cannot be used ({error.strerror}): choose another with --port, or 0 for any"
        raise BadSetting(message) from None
    return listening


def address(listening: socket.socket) -> str:
    """Return the address that a browser understands."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve_until_stopped(
    app: ASGIApp, listening: socket.socket, started: Callable[[], None] = lambda: None
) -> None:
    """Serve until SIGINT or SIGTERM, then return; ``started`` is called once requests are taken."""
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_LAST_REQUESTS,
    )
    # uvicorn raises the signal again once it has stopped: that is the end of serving, not a fault.
    with suppress(KeyboardInterrupt):
        _Server(config, started).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, told: Callable[[], None]) -> None:
        super().__init__(config)
        self._told = told

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        _collect_seldom()
        self._told()


def _collect_seldom() -> None:
    """Leave what stands by now (the law, the models) out of all later collections, and collect less often.

    Requests make many objects and next to no cycles: a tenth more events a second, and a shorter tail.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
