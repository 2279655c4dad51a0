"""``matiane demo``: an example year, judged and served."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from api.commands.serving import Host, Port, run
from api.commands.terminal import Json, note, progress, settings

if TYPE_CHECKING:
    from api.composition import Core

#: Events stored in one transaction.
_GROUP = 500


def demo(*, port: Port = None, host: Host = None, json: Json = False) -> None:
    """Start the database, load the example year, judge it, and serve the pages. Nothing is loaded twice."""
    from api import composition  # noqa: PLC0415  # slow to import
    from api.server import listen  # noqa: PLC0415

    found = settings()
    listening = listen(host or found.host, found.port if port is None else port)
    with listening, composition.core(found, note) as core:
        load(core)
        run(core, listening, json=json)


def load(core: Core) -> None:
    """Load and judge the examples, unless they are there already."""
    from threading import Event  # noqa: PLC0415

    from api.composition import present, rebuilt  # noqa: PLC0415
    from api.examples import example_drafts, is_loaded  # noqa: PLC0415

    drafts = example_drafts()
    if is_loaded(core.ledger, drafts):
        note("The examples are loaded already.")
        return
    note(f"Loading the examples: {len(drafts)} events (times and persons are invented).")
    rest = iter(drafts)
    stored = 0
    with progress("Loading", len(drafts)) as done:
        while group := list(islice(rest, _GROUP)):
            core.ledger.append(group, now=present())
            stored += len(group)
            done(stored)
    with progress("Judging", len(drafts)) as done:
        last = rebuilt(core, done, Event())
    note(f"{last.events} events stored, {last.cases} cases judged.")
