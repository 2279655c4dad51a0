"""What the surroundings say: read once, at the start, from the mapping that is passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from domain.errors import MatianeError
from projections.postgres.embedded import default_data_folder

PORT: Final = 8386
HOST: Final = "127.0.0.1"
_PORT_MAX: Final = 65535


class BadSetting(MatianeError):
    """A setting cannot be used; the message says which one and what to write."""

    code = "bad-setting"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs from one installation to another."""

    #: Folder of the embedded database.
    data_folder: Path
    #: An installed PostgreSQL to be used instead of the embedded one.
    database_url: str | None = None
    host: str = HOST
    port: int = PORT
    #: Login of the service there, a member of its role only; otherwise the owner's login takes that role.
    service_database_url: str | None = None

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Settings:
        """Read MATIANE_DATA, MATIANE_HOST, MATIANE_PORT and the two addresses of a database; raises BadSetting."""
        database_url = environ.get("MATIANE_DATABASE_URL") or None
        service_url = environ.get("MATIANE_SERVICE_DATABASE_URL") or None
        if service_url and not database_url:
            message = "MATIANE_SERVICE_DATABASE_URL needs MATIANE_DATABASE_URL too: set the address of the owner there"
            raise BadSetting(message)
        return cls(
            data_folder=default_data_folder(environ),
            database_url=database_url,
            host=environ.get("MATIANE_HOST") or HOST,
            port=_port(environ.get("MATIANE_PORT") or str(PORT)),
            service_database_url=service_url,
        )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 <= int(text) <= _PORT_MAX):
        raise BadSetting(
            f"MATIANE_PORT is no port number: write one from 0 to {_PORT_MAX} (0 picks a free one)"
        )
    return int(text)


def require_loopback(host: str) -> str:
    """Return a host that only this machine can reach; refuse any other, for there is no access control yet."""
    try:
        loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        message = (
            "Matiane has no access control yet and serves this machine only: use 127.0.0.1, ::1 or localhost"
        )
        raise BadSetting(message)
    return host
