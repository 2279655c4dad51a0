"""The database folder (PostgreSQL says cluster): made once, looked over before each start, and its pid file."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from projections.postgres.embedded.connection import SOCKET_NAME, SUPERUSER
from projections.postgres.embedded.errors import EmbeddedPostgresError, from_output
from projections.postgres.embedded.identity import MAJOR, Identity, clean_environment

# Written into postgresql.conf when the folder is made: the user may change them there.
_FIRST_SETTINGS = {
    "max_connections": "100",
    "shared_buffers": "128MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "max_wal_size": "512MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
}

# Given at every start, so that no edit undoes them: durable, off the network, and no row's value or statement
# in the server's log (personal data may be in them).
_STANDING_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    "full_page_writes": "on",
    "logging_collector": "off",
    "log_destination": "stderr",
    "log_statement": "none",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}


def server_arguments(cluster: Path, sockets: Path) -> list[str]:
    """The arguments of `postgres` that serve `cluster` on a socket in `sockets`."""
    quoted = str(sockets).replace('"', '""')  # the setting is a list of names
    settings = _STANDING_SETTINGS | {"unix_socket_directories": f'"{quoted}"'}
    return [
        "-D",
        str(cluster),
        *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
    ]


def make(cluster: Path, identity: Identity) -> None:
    """Make an empty database folder; one cut off half-way is never taken for a whole one."""
    unfinished = cluster.with_name(cluster.name + ".new")
    if unfinished.exists():
        shutil.rmtree(unfinished)
    maker = identity.for_initdb()
    _hand_over(cluster.parent, maker)
    command = maker.command(
        "initdb",
        f"--pgdata={unfinished}",
        f"--username={SUPERUSER}",
        "--auth-local=trust",
        "--auth-host=reject",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions",
        *(f"--set={name}={value}" for name, value in _FIRST_SETTINGS.items()),
    )
    done = subprocess.run(  # type: ignore[call-overload]  # noqa: S603 - the keys come from a mapping
        command,
        env=clean_environment(),
        cwd="/",
        umask=0o077,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        **maker.popen_user(),
    )
    if done.returncode != 0:
        raise from_output(f"The database in {cluster.parent} could not be made", done.stdout)
    for folder, _, files in os.walk(unfinished):
        for place in (Path(folder), *(Path(folder, name) for name in files)):
            _hand_over(place, identity)
    _hand_over(cluster.parent, identity)
    unfinished.rename(cluster)
    _write_through(cluster.parent)


def _hand_over(place: Path, identity: Identity) -> None:
    if identity.switch_to is not None:
        os.chown(place, identity.switch_to, identity.switch_to, follow_symlinks=False)


def _write_through(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def look_over(cluster: Path, identity: Identity) -> None:
    """Refuse a folder that this PostgreSQL cannot serve, with what to do; changes nothing."""
    owner = cluster.lstat().st_uid
    if owner != identity.owner:
        raise EmbeddedPostgresError(
            f"{cluster} belongs to user id {owner}, not {identity.owner}: run Matiane as its owner, "
            "or set MATIANE_DATA to another folder."
        )
    try:
        version = (cluster / "PG_VERSION").read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        version = ""
    if not version.isdigit():
        raise EmbeddedPostgresError(
            f"{cluster} is broken (it has no readable PG_VERSION): restore it from a backup, "
            "or set MATIANE_DATA to another folder to begin anew."
        )
    if int(version) != MAJOR:
        raise EmbeddedPostgresError(
            f"{cluster} was made by PostgreSQL {version} and this Matiane brings {MAJOR}: start it with the Matiane "
            f"that made it, or dump it with PostgreSQL {version} and load the dump into a new folder (MATIANE_DATA)."
        )


def drop_stale_locks(cluster: Path, sockets: Path) -> None:
    """Remove PostgreSQL's own lock files where the number in them now belongs to another process.

    PostgreSQL itself ignores a number that nobody has, but refuses to start while any process of the same user has it:
    another program, as after a power cut, or a dead server that nobody has buried yet, as in a container.
    """
    for lock in (cluster / "postmaster.pid", sockets / f"{SOCKET_NAME}.lock"):
        try:
            pid = abs(int(lock.read_text(errors="replace").split("\n", 1)[0]))
        except (FileNotFoundError, ValueError):
            continue
        arguments = _arguments_of(pid)
        if arguments and not _serves(arguments, cluster):
            lock.unlink()


@dataclass(frozen=True)
class PidFile:
    """What the running server says of itself in postmaster.pid."""

    pid: int
    sockets: Path
    ready: bool


def read_pid_file(cluster: Path) -> PidFile | None:
    """The server's pid file; None where there is none, or it is not yet written to the end of its first part."""
    try:
        lines = (
            (cluster / "postmaster.pid").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        )
        return PidFile(
            abs(int(lines[0])),
            Path(lines[4]),
            [line.strip() for line in lines[7:8]] == ["ready"],
        )
    except (FileNotFoundError, IndexError, ValueError):
        return None


def is_server(pid: int, cluster: Path) -> bool:
    """Whether `pid` is the server of `cluster`; where the system does not tell (no /proc), the pid file is believed."""
    arguments = _arguments_of(pid)
    return _serves(arguments, cluster) if arguments else not Path("/proc/self").exists()


def _arguments_of(pid: int) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().rstrip(b"\0").split(b"\0")
    except OSError:
        return []


def _serves(arguments: list[bytes], cluster: Path) -> bool:
    if Path(os.fsdecode(arguments[0])).name not in ("postgres", "postmaster"):
        return False
    try:
        return cluster.samefile(os.fsdecode(arguments[arguments.index(b"-D") + 1]))
    except (ValueError, IndexError, OSError):
        return True  # started by hand: for PostgreSQL's own check to judge
