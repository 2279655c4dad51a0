"""How the service connects: as its own role, in its own schema, with nothing left to the surroundings."""

from __future__ import annotations

from typing import Final

from psycopg.conninfo import conninfo_to_dict, make_conninfo

SERVICE_ROLE: Final = "matiane_service"
SCHEMA: Final = "matiane"
#: Seconds to wait for a connection, and for a lock that another session holds.
CONNECT_SECONDS: Final = 3
LOCK_SECONDS: Final = 10


def service_conninfo(conninfo: str, *, application_name: str = "matiane") -> str:
    """Return connection parameters that act as the service's role.

    Parameters that are left open are set here, because the driver would take them from PG* variables.
    Everything that the given parameters say (several hosts, TLS) is kept.
    """
    given = {name: value for name, value in conninfo_to_dict(conninfo).items() if value is not None}
    given.setdefault("connect_timeout", CONNECT_SECONDS)
    given.setdefault("target_session_attrs", "read-write")
    given.setdefault("application_name", application_name)
    settings = {
        "role": SERVICE_ROLE,
        "search_path": SCHEMA,
        "timezone": "UTC",
        "lock_timeout": f"{LOCK_SECONDS * 1000:.0f}ms",
        "default_transaction_isolation": r"read\ committed",
    }
    ours = " ".join(f"-c {name}={value}" for name, value in settings.items())
    given["options"] = f"{given.get('options', '')} {ours}".strip()
    return make_conninfo("", **given)
