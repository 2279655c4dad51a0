"""Which folder holds the database, and under which identity its server runs there."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from projections.postgres.embedded import identity as identities
from projections.postgres.embedded.errors import EmbeddedPostgresError
from projections.postgres.embedded.folders import (
    demand_private,
    make_private,
    open_to_everyone,
)
from projections.postgres.embedded.identity import Identity, RootMode


@dataclass(frozen=True)
class Place:
    """The database folder and its surroundings, ready to be used."""

    home: Path  # holds the database folder and, where short enough, the socket's
    identity: Identity

    @property
    def cluster(self) -> Path:
        """The database folder itself."""
        return self.home / "cluster"


def prepare(data_folder: Path, control: Path) -> bool:
    """Make the missing folders (0700) and refuse those of others; True if `data_folder` was made now.

    `control` is our own folder in it: for locks and log, and for the database unless root needs it elsewhere.
    """
    new = make_private(data_folder)
    make_private(control)
    demand_private(control, os.geteuid())
    return new


def home_of(control: Path) -> Path:
    """Where the database of this control folder is, or will be unless root has to put it elsewhere."""
    elsewhere = control / "elsewhere"
    if not elsewhere.exists():
        return control
    home = Path(os.path.realpath(control / elsewhere.read_text(encoding="utf-8", errors="surrogateescape")))
    if not home.is_dir():
        raise EmbeddedPostgresError(
            f"The database of this data folder was in {home}, which is gone: bring it back, or remove {elsewhere} "
            "to begin with an empty one."
        )
    return home


def settle(data_folder: Path, control: Path, new: bool, root_mode: RootMode, shared_place: Path) -> Place:
    """Find the database of `data_folder`, or choose where it will be made.

    An unprivileged number cannot pass through root's private folders: then its database is in `shared_place`.
    """
    if os.geteuid() != 0:
        return Place(control, identities.plain())
    home = home_of(control)
    if home != control:
        return Place(home, identities.unprivileged(home))
    if (control / "cluster").exists():
        return Place(control, identities.namespace())
    if root_mode == "namespace" or (root_mode == "auto" and identities.namespace_works(control)):
        return Place(control, identities.namespace())
    if new and open_to_everyone(data_folder.parent):
        data_folder.chmod(0o711)  # made a moment ago by us; what is secret in it lies in folders of 0700
    home = _home_for_a_number(data_folder, shared_place)
    inside = home.parent == data_folder  # written so that the data folder can be moved as a whole
    pointer = f"../{home.name}" if inside else str(home)
    (control / "elsewhere").write_text(pointer, encoding="utf-8", errors="surrogateescape")
    return Place(home, identities.unprivileged(home))


def _home_for_a_number(data_folder: Path, shared_place: Path) -> Path:
    if open_to_everyone(data_folder):
        home = data_folder / "unprivileged"
    else:
        mark = hashlib.sha256(os.fsencode(data_folder)).hexdigest()[:16]
        home = shared_place / mark
        if not shared_place.exists():
            shared_place.mkdir(parents=True)
            shared_place.chmod(0o711)
        if not open_to_everyone(shared_place) or shared_place.stat().st_uid != 0:
            raise EmbeddedPostgresError(
                f"{shared_place} must be root's and open to pass through: make it so (chmod 711), or run Matiane "
                "as an ordinary user."
            )
    make_private(home)
    return home
