"""``matiane serve``: the HTTP API and the web pages."""

from __future__ import annotations

from socket import socket
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.terminal import Json, give, note, say, settings

if TYPE_CHECKING:
    from api.composition import Core

Port = Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0 picks a free one. [default: 8386]")]
Host = Annotated[str | None, typer.Option(help="Address of this machine only. [default: 127.0.0.1]")]


def serve(*, port: Port = None, host: Host = None, json: Json = False) -> None:
    """Serve the API and the pages to this machine, until Ctrl-C."""
    from api import composition  # noqa: PLC0415  # slow to import
    from api.server import listen  # noqa: PLC0415

    found = settings()
    listening = listen(host or found.host, found.port if port is None else port)
    with listening, composition.core(found, note) as core:
        run(core, listening, json=json)


def run(core: Core, listening: socket, *, json: bool) -> None:
    """Serve over an open core; says where, once requests are taken. Returns after Ctrl-C or SIGTERM."""
    from api.composition import application  # noqa: PLC0415
    from api.server import address, serve_until_stopped  # noqa: PLC0415

    where = address(listening)

    def started() -> None:
        if json:
            give({"address": where})
        else:
            say(f"Matiane: {where}")
            note("For this machine only: there is no access control yet. Stop with Ctrl-C.")

    with application(core) as app:
        serve_until_stopped(app, listening, started)
