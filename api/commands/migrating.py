"""``matiane migrate``: bring the database to the schema of this release."""

from __future__ import annotations

from api.commands.terminal import Json, give, note, say, settings


def migrate(*, json: Json = False) -> None:
    """Bring the database to this release; does nothing where nothing is missing."""
    from api import composition  # noqa: PLC0415

    with composition.database(settings(), note) as addresses:
        applied = composition.migrated(addresses)
    if json:
        give({"applied": applied})
    else:
        say(f"applied {', '.join(applied)}" if applied else "nothing to do: the database is up to date")
