"""``matiane demo``: an example year, judged and served."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from api.commands.serving import Host, Port, run
from api.commands.terminal import Json, note, progress, settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from api.composition import Core
    from domain.facts import Draft

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


def _past(drafts: Sequence[Draft], now: datetime) -> Sequence[Draft]:
    """Leave out examples that lie ahead of this machine's clock: the ledger takes no facts of the future."""
    known = [draft for draft in drafts if draft.envelope.occurred_at <= now]
    if len(known) < len(drafts):
        note(f"{len(drafts) - len(known)} example events lie ahead of this machine's clock and are left out.")
    return known


def load(core: Core) -> None:
    """Load and judge the examples, unless they are there already."""
    from threading import Event  # noqa: PLC0415

    from api.composition import present, rebuilt  # noqa: PLC0415
    from api.examples import example_drafts, is_loaded  # noqa: PLC0415

    drafts = _past(example_drafts(), present())
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
