"""Where the embedded database lives, and who may enter."""

import hashlib
import os
import pwd
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from projections.postgres.embedded.connection import SOCKET_NAME
from projections.postgres.embedded.errors import EmbeddedPostgresError

# The kernel keeps 108 bytes (104 on macOS) for the path of a unix socket; some room is left.
_SOCKET_PATH_LIMIT = 100


def default_data_folder(environ: Mapping[str, str]) -> Path:
    """Matiane's data folder: $MATIANE_DATA, else $XDG_STATE_HOME/matiane, else ~/.local/state/matiane.

    Empty variables count as unset, and so does a relative XDG_STATE_HOME (as its specification asks).
    Raises EmbeddedPostgresError where no home folder is known.
    """
    if chosen := environ.get("MATIANE_DATA"):
        return Path(chosen).expanduser().absolute()
    state = Path(environ.get("XDG_STATE_HOME", ""))
    if state.is_absolute():
        return state / "matiane"
    home = environ.get("HOME") or _home_of(os.geteuid())
    if not home:
        raise EmbeddedPostgresError(
            "No home folder is known: set MATIANE_DATA to the folder that shall hold the data."
        )
    return Path(home).absolute() / ".local" / "state" / "matiane"


def _home_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_dir
    except KeyError:
        return ""


def make_private(folder: Path) -> bool:
    """Make `folder` with mode 0700, and what is missing above it; True if it was made now. Nothing else is changed."""
    if folder.is_dir():
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return True


def demand_private(folder: Path, owner: int) -> None:
    """Refuse a folder that is a link, belongs to another user id than `owner`, or is open to others."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise EmbeddedPostgresError(
            f"{folder} is not a folder: move it, or set MATIANE_DATA to another folder."
        )
    if found.st_uid != owner:
        raise EmbeddedPostgresError(
            f"{folder} belongs to user id {found.st_uid}, not {owner}: run Matiane as its owner, "
            "or set MATIANE_DATA to another folder."
        )
    if found.st_mode & 0o077:
        raise EmbeddedPostgresError(
            f"{folder} is open to other users: close it with chmod 700, then start again."
        )


def open_to_everyone(folder: Path) -> bool:
    """Whether any user can pass through `folder` and all that lies above it."""
    resolved = folder.resolve()
    return all(place.stat().st_mode & stat.S_IXOTH for place in (resolved, *resolved.parents))


def socket_folder(home: Path, owner: int) -> Path:
    """The folder of the server's socket: inside `home`, or a short one of `owner`'s where that path is too long."""
    inside = home / "run"
    if len(os.fsencode(inside / SOCKET_NAME)) <= _SOCKET_PATH_LIMIT:
        return _owned(inside, owner)
    mark = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
    return _owned(_short_base(owner) / f"matiane-{owner}-{mark}", owner)


def _owned(folder: Path, owner: int) -> Path:
    try:
        folder.mkdir(mode=0o700)
        if owner != os.geteuid():
            os.chown(folder, owner, owner)
    except FileExistsError:
        pass  # anybody may have made it: looked at below
    demand_private(folder, owner)
    return folder


def _short_base(owner: int) -> Path:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    mine = (
        owner == os.geteuid()
        and runtime.is_absolute()
        and runtime.is_dir()
        and runtime.stat().st_uid == owner
    )
    base = runtime if mine else Path(tempfile.gettempdir()).resolve()
    if len(os.fsencode(base)) > _SOCKET_PATH_LIMIT // 2:
        return Path("/tmp")  # noqa: S108 - the folder made in it is checked for its owner and mode
    return base
