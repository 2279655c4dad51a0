"""``matiane report``: the deviations, and the figures of a year."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.terminal import Exit, Json, give, note, say, settings
from domain.law.provision import Language
from domain.law.zones import TBILISI
from projections.questions.obligations import ObligationSummary
from projections.questions.statistics import YearFigures
from projections.views import Views


def report(
    *,
    year: Annotated[
        int | None,
        typer.Option(
            min=1900,
            max=2199,
            help="Only deviations due in it, and its figures. [default: all deviations, latest figures]",
        ),
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the words.")] = Language.EN,
    check: Annotated[bool, typer.Option("--check", help="Exit with 5 where deviations are listed.")] = False,
    json: Json = False,
) -> None:
    """Bring the views up to the log, then list the deviations and give the figures of a year."""
    from api import composition  # noqa: PLC0415  # slow to import
    from api.shapes.obligations import ObligationOut  # noqa: PLC0415
    from api.shapes.statistics import StatisticsOut  # noqa: PLC0415
    from projections.questions.statistics import statistics, years  # noqa: PLC0415

    with composition.core(settings(), note) as core, composition.views(core) as views:
        composition.caught_up(core)
        now = composition.present()
        found = [item for item in _deviations(views) if year in (None, _year_of(item))]
        known = years(views)
        figures = statistics(views, now, year or next(iter(known), now.year))
    if json:
        give(
            {
                "deviations": [ObligationOut.of(item).model_dump(mode="json") for item in found],
                "statistics": StatisticsOut.of(figures, known).model_dump(mode="json"),
            }
        )
    else:
        _tell(found, figures, lang)
    if check and found:
        raise typer.Exit(Exit.DEVIATIONS)


def _year_of(item: ObligationSummary) -> int:
    """Return the year in which something was due, in Tbilisi; without a time limit, when it was triggered."""
    return (item.row.due_at or item.row.trigger_at).astimezone(TBILISI).year


def _deviations(views: Views) -> list[ObligationSummary]:
    from api.composition import present  # noqa: PLC0415
    from projections.questions.obligations import deviations  # noqa: PLC0415
    from projections.questions.page import LARGEST_PAGE  # noqa: PLC0415

    found: list[ObligationSummary] = []
    after = None
    while True:
        page = deviations(views, present(), after=after, limit=LARGEST_PAGE)
        found.extend(page.rows)
        after = page.next
        if after is None:
            return found


def _tell(found: list[ObligationSummary], figures: YearFigures, lang: Language) -> None:
    from domain.law.words import label  # noqa: PLC0415

    for item in found:
        due = f", due {item.row.due_at.date()}" if item.row.due_at else ""
        citation = item.provision.citation[lang]
        say(f"{item.row.case_id}  {citation}: {label(item.status, lang)}{due}  ({item.id})")
    say(f"{len(found)} deviations")
    say("")
    say(
        f"{figures.year}: {figures.applications} applications, {figures.agreed} agreed "
        f"({figures.agreed_by_silence} by silence), {figures.refused} refused, {figures.contradictory} contradictory, "
        f"{figures.withdrawn} withdrawn, {figures.pending} pending; {figures.transfers} transfers"
    )
    for clock in figures.clocks:
        say(
            f"  {clock.clock:24} {clock.decided:6} decided, {clock.in_time:6} in time, {clock.late:5} late, "
            f"median {clock.median_days or '-'} days, 90th percentile {clock.p90_days or '-'} days"
        )
