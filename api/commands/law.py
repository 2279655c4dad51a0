"""``matiane law``: the law that this release judges by, and what shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import typer

from api.commands.terminal import Json, give, say
from domain.errors import MatianeError
from domain.events.state_protocol.vocabulary import CredentialsForm
from domain.law.decree_386.matrix import Asking, Cell, Ground, Key
from domain.law.decree_386.table import cited_table
from domain.law.library import load_law
from domain.law.provision import Language, Provision
from domain.law.words import label, term
from domain.offices import OFFICES, Holding

law = typer.Typer(help="Read the law: list, show, coverage, matrix, offices.", no_args_is_help=True)

Lang = Annotated[Language, typer.Option("--lang", help="Language of the words.")]


class NoParser(MatianeError):
    """The parser of feature files is not installed."""

    code = "unavailable"


@law.command("list")
def list_law(*, json: Json = False, lang: Lang = Language.EN) -> None:
    """List every instrument and its provisions."""
    book = load_law()
    if json:
        from api.shapes.law import LawOut  # noqa: PLC0415

        give(LawOut.of(book).model_dump(mode="json"))
        return
    for pack in book.packs:
        say(f"{pack.instrument.id}  {pack.instrument.title[lang]}")
        for provision in pack.provisions:
            mark = "" if provision.mark.verified else " [unverified]"
            say(f"  {provision.id:34} {provision.assessment:9} {provision.title[lang]}{mark}")


@law.command("show")
def show_law(
    provision_id: Annotated[str, typer.Argument(metavar="PROVISION", help="Such as protocol-ro/art-8/1.")],
    *,
    json: Json = False,
    lang: Lang = Language.EN,
) -> None:
    """Show one provision."""
    book = load_law()
    provision = book.provision(provision_id)
    if json:
        from api.shapes.law import ProvisionOut  # noqa: PLC0415

        give(ProvisionOut.whole(provision, book).model_dump(mode="json"))
        return
    for line in _lines(provision, lang):
        say(line)
    for note_id in provision.notes:
        if note_id in book.notes:
            say(f"Note {note_id}: {book.notes[note_id].reading[lang]}")


def _lines(provision: Provision, lang: Language) -> list[str]:
    until = f" until {provision.in_force_until}" if provision.in_force_until else ""
    verified = f"{'verified' if provision.mark.verified else 'not verified'} ({provision.mark})"
    lines = [
        f"{provision.citation[lang]}: {provision.title[lang]}",
        provision.text[lang],
        f"In force from {provision.in_force_from}{until}; {provision.force}, {provision.assessment}, text {verified}",
    ]
    if provision.bearers:
        lines.append(f"Bearer: {', '.join(text[lang] for text in provision.bearers)}")
    return lines


@law.command("coverage")
def show_coverage(*, json: Json = False) -> None:
    """Show which provision has a norm, and which scenarios show it."""
    try:
        from api.coverage import read_scenarios  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = f"the parser of feature files ({error.name}) is not installed: run uv sync in the checkout"
        raise NoParser(message) from None
    from domain.law.coverage import coverage, provision_map  # noqa: PLC0415

    book = load_law()
    scenarios = read_scenarios()
    rows = coverage(book, scenarios)
    if json:
        data: list[dict[str, Any]] = [row.data() for row in rows]
        give(data)
        return
    for item in provision_map(book, scenarios):
        norm = "norm" if item.has_norm else "-"
        shown = "; ".join(scenario.name for scenario in item.scenarios) or (
            "through its parts" if item.by_parts else "no scenario"
        )
        say(f"{item.id:34} {item.assessment:9} {norm:5} {shown}")
    for row in rows:
        say(
            f"{row.instrument}: {row.provisions} provisions, {row.judged} judged, {row.attested} attested, "
            f"{row.shown} shown; {row.with_scenario} with a scenario, {len(row.without)} without"
        )


@law.command("matrix")
def show_matrix(*, json: Json = False, lang: Lang = Language.EN) -> None:
    """Show what Decree 386 asks for, by category of visit and rank of guest, with citations."""
    book = load_law()
    if json:
        from api.shapes.matrix import MatrixOut  # noqa: PLC0415

        give(MatrixOut.of(book).model_dump(mode="json"))
        return
    for row in cited_table(book.provisions):
        say(_combination(row.row.key, lang))
        for column, cited in row.cells.items():
            if cited.cell.asks is not Asking.SILENT or cited.citations:
                how = "" if cited.cell.how is Ground.STATED else f" ({label(cited.cell.how, lang)})"
                basis = "; ".join(text[lang] for text in cited.citations)
                asked = f"{label(cited.cell.asks, lang)}{_form(cited.cell, lang)}"
                say(f"  {label(column, lang)}: {asked}{how}" + (f" - {basis}" if basis else ""))
        silent = [
            label(column, lang)
            for column, cited in row.cells.items()
            if cited.cell.asks is Asking.SILENT and not cited.citations
        ]
        if silent:
            say(f"  {label(Asking.SILENT, lang)}: {', '.join(silent)}")


def _form(cell: Cell, lang: Language) -> str:
    least = "≥ " if cell.at_least else ""
    count = f", {least}{cell.count}" if cell.count is not None else ""
    rule = {Language.EN: ", as a rule", Language.KA: ", როგორც წესი"}[lang] if cell.softened else ""
    return f"{count}{rule}"


def _combination(key: Key, lang: Language) -> str:
    parts = (key,) if isinstance(key, CredentialsForm) else tuple(part for part in key if part is not None)
    return ", ".join(term(part.value, lang) for part in parts)


@law.command("offices")
def show_offices(
    *,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only who held them on this day.")
    ] = None,
    json: Json = False,
    lang: Lang = Language.EN,
) -> None:
    """List the offices of state protocol: who held them, on which days, and by what source."""
    on = None if day is None else day.date()
    if json:
        from api.shapes.offices import OfficesOut  # noqa: PLC0415

        give(OfficesOut.of(on).model_dump(mode="json"))
        return
    for office in OFFICES.values():
        say(f"{office.id}  {office.label[lang.value]}")
        for held in office.held:
            if on is None or held.covers(on):
                until = "..." if held.until is None else str(held.until)
                holder = OFFICES[held.by].label[lang.value]
                say(f"  {held.since} - {until:10}  {holder}{_basis(held, lang)}")


def _basis(held: Holding, lang: Language) -> str:
    return "" if held.sourced else {Language.EN: " [general knowledge]", Language.KA: " [ზოგადი ცოდნა]"}[lang]
