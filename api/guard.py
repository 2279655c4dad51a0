"""The outermost layer: other hosts are refused, and an unforeseen fault becomes a problem document.

A web page elsewhere can have its own name point to this machine, and would then be let read what is served here:
so only names that nobody else can give out are answered.

The message of an exception can quote what was sent; only its type and the lines that it came through are logged.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from functools import lru_cache
from ipaddress import ip_address
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Internal, WrongHost
from api.problems import problem_response
from domain.errors import Unavailable

_log: Final = logging.getLogger("matiane.http")


class Guard:
    """Wraps an application (ASGI)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; never raises for an HTTP request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not _is_ours(_host(scope)):
            message = (
                "only localhost and loopback addresses are answered: use the address that the service printed"
            )
            await problem_response(WrongHost(message))(scope, receive, send)
            return
        started = False

        async def noting(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except asyncio.CancelledError:
            # The service is stopping, and the time that it gave to open requests is over.
            if not started:
                message = "the service is stopping: send this again in a moment, events with the same ids"
                await problem_response(Unavailable(message))(scope, receive, send)
        except Exception as error:  # noqa: BLE001  # the last layer catches all
            lines = traceback.extract_tb(error.__traceback__)
            trail = " < ".join(f"{line.filename}:{line.lineno}" for line in reversed(lines[-8:]))
            _log.error("%s %s failed: %s at %s", scope["method"], _route(scope), type(error).__name__, trail)
            if not started:
                message = "a fault of ours, written to the service's log: report it to the operator"
                await problem_response(Internal(message))(scope, receive, send)


def _host(scope: Scope) -> bytes:
    """Return the host that is asked for; none where it is not said exactly once."""
    found = [value for name, value in scope["headers"] if name == b"host"]
    return found[0] if len(found) == 1 else b""


@lru_cache(maxsize=64)
def _is_ours(host: bytes) -> bool:
    """Tell whether a host, with or without a port, is this machine by its very name."""
    name = host.decode("latin-1").lower()
    bare, colon, port = name.rpartition(":")
    if colon and port.isascii() and port.isdigit():
        name = bare
    if name.startswith("[") and name.endswith("]"):
        name = name[1:-1]
    elif ":" in name:
        return False
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def _route(scope: Scope) -> str:
    """Return the pattern of the path, which holds no value of the request."""
    route = scope.get("route")
    return str(getattr(route, "path", "-"))
