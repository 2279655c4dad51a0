"""``matiane rebuild``: make all views anew from the log."""

from __future__ import annotations

import signal
from threading import Event
from time import perf_counter

import typer

from api.commands.terminal import Exit, Json, give, note, progress, say, settings


def rebuild(*, json: Json = False) -> None:
    """Judge every case anew beside the rows that readers use, then swap them. Goes on where it was interrupted."""
    from api import composition  # noqa: PLC0415

    stop = Event()
    with composition.core(settings(), note) as core:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        begun = perf_counter()
        with progress("Judging", core.ledger.head().position) as done:
            last = composition.rebuilt(core, done, stop)
        seconds = perf_counter() - begun
    if json:
        give({"phase": last.phase, "cases": last.cases, "events": last.events, "seconds": round(seconds, 3)})
    elif last.phase == "done":
        say(f"{last.cases} cases of {last.events} events judged in {seconds:.1f} s")
    if last.phase != "done":
        note("interrupted: what is done is kept, run it again to go on")
        raise typer.Exit(Exit.INTERRUPTED)
