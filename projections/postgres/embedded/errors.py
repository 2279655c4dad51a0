"""One line for the user: what happened to the embedded database, and what to do next."""

import errno
import re
from pathlib import Path

_HINTS: tuple[tuple[str, str], ...] = (
    (
        r"no space left on device",
        "the disk is full: free some space and start again; what was committed is safe",
    ),
    (
        r"unshare( failed)?: .*",
        (
            "the database was made as root through a user namespace, which this kernel now refuses: allow it "
            "(sysctl user.max_user_namespaces) or set MATIANE_DATA to another folder"
        ),
    ),
    (
        r"lock file \S+ already exists",
        "another PostgreSQL serves this folder: stop it, or set MATIANE_DATA to another folder",
    ),
    (
        r"pre-existing shared memory block",
        "processes of an earlier PostgreSQL are still ending: wait a little and start again",
    ),
    (
        r"permission denied|could not access directory|wrong ownership|invalid permissions",
        "give the folder back to the user who runs Matiane (mode 0700), or set MATIANE_DATA to another folder",
    ),
    (
        r"too many clients|connection slots",
        "end other users of this database, or raise max_connections in its postgresql.conf and restart it",
    ),
    (
        r"shared memory segment|semaphore|cannot allocate memory|could not map anonymous",
        "the machine grants too little shared memory: close other programs or raise the limit",
    ),
)
_BROKEN = (
    "the folder is broken: restore it from a backup, or set MATIANE_DATA to another folder to begin anew"
)
_TELLING = re.compile(r"(?:FATAL|PANIC|ERROR|could not|error|unshare)\b.*", re.IGNORECASE)


class EmbeddedPostgresError(RuntimeError):
    """The embedded database cannot be used; the text is one line that ends with what to do next."""


def from_output(
    what: str, output: str, log: Path | None = None, otherwise: str = _BROKEN
) -> EmbeddedPostgresError:
    """Turn the last words of a PostgreSQL program into an error.

    `what` names the step that failed; `output` is what the program printed; `log` is where all of it is kept;
    `otherwise` is the advice where the reason is not a known one.
    """
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [match.group(0) for line in lines if (match := _TELLING.search(line))]
    reason = (telling or lines or ["no reason given"])[-1].rstrip(".")
    hint = next(
        (text for pattern, text in _HINTS if re.search(pattern, "\n".join(telling), re.IGNORECASE)),
        otherwise,
    )
    where = f" (all of it: {log})" if log else ""
    return EmbeddedPostgresError(f"{what}: {reason}; {hint}{where}.")


def from_os_error(error: OSError, folder: Path) -> EmbeddedPostgresError:
    """Turn a refusal of the operating system, met while preparing `folder`, into an error."""
    place = error.filename or folder
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EmbeddedPostgresError(f"The disk under {place} is full: free some space and start again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return EmbeddedPostgresError(
            f"No permission to use {place}: set MATIANE_DATA to a folder you can write to, "
            "or run as the user who owns it."
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return EmbeddedPostgresError(
            f"{place} is in the way: a folder is needed there; move it or set MATIANE_DATA."
        )
    return EmbeddedPostgresError(
        f"The database in {folder} cannot be prepared: {error.strerror or error} ({place}); "
        "set MATIANE_DATA to another folder."
    )
