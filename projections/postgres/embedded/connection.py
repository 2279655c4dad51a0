"""How to reach the embedded server, whatever the caller's environment says about other servers."""

from pathlib import Path

from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

SUPERUSER = "postgres"
_PORT = 5432  # on a unix socket, a part of its name only
SOCKET_NAME = f".s.PGSQL.{_PORT}"
_ANSWER_SECONDS = 5


def conninfo(sockets: Path, dbname: str, user: str = SUPERUSER) -> str:
    """The connection string for `user` and `dbname` on the socket in `sockets`."""
    # Empty words overrule what PG* variables of the environment would put in their place.
    return make_conninfo(
        host=str(sockets),
        hostaddr="",
        port=_PORT,
        user=user,
        password="",
        dbname=dbname,
        options="",
        sslmode="disable",
        gssencmode="disable",
        channel_binding="disable",
        require_auth="",
        target_session_attrs="any",
        client_encoding="UTF8",
    )


def answers(sockets: Path) -> bool:
    """Whether the server takes connections now; a full house counts as an answer, recovery does not."""
    question = make_conninfo(conninfo(sockets, "postgres"), connect_timeout=_ANSWER_SECONDS)
    return PGconn.ping(question.encode()) == Ping.OK
