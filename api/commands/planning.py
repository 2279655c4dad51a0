"""``matiane plan``: what the law asks for, of a case that is only planned or of one that is recorded."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from api.commands.terminal import Json, give, note, say, settings
from api.errors import InvalidParameter
from api.instants import NoInstant, instant
from domain.errors import NotFound
from domain.law.provision import Language

if TYPE_CHECKING:
    from domain.law.planning import RunSheet

#: Options of the command that are members of a plan, and how a plan names them.
_MEMBERS: Final = {
    "kind": "kind",
    "category": "category",
    "rank": "rank",
    "guest_state": "guest_state",
    "arrival": "arrival_at",
    "departure": "departure_at",
    "starts": "starts_at",
    "ends": "ends_at",
    "host": "host",
    "host_state": "host_state",
    "guests": "guests",
    "form": "form",
}
_STDIN: Final = "-"


def plan(  # noqa: PLR0917  # one option per member of a plan
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="A plan as JSON; - reads standard input.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="visit, outgoing, reception, credentials or ceremony.")
    ] = None,
    category: Annotated[str | None, typer.Option(help="Category of a visit, such as official.")] = None,
    rank: Annotated[str | None, typer.Option(help="Rank of the guest, such as head_of_state.")] = None,
    guest_state: Annotated[str | None, typer.Option(help="State of the guest, such as RO.")] = None,
    arrival: Annotated[str | None, typer.Option(metavar="T", help="Touchdown.")] = None,
    departure: Annotated[str | None, typer.Option(metavar="T", help="Take-off.")] = None,
    starts: Annotated[
        str | None, typer.Option(metavar="T", help="Beginning of anything but a visit here.")
    ] = None,
    ends: Annotated[str | None, typer.Option(metavar="T", help="Its end.")] = None,
    host: Annotated[str | None, typer.Option(help="Who receives, such as ge-president.")] = None,
    host_state: Annotated[str | None, typer.Option(help="Where the President travels.")] = None,
    guests: Annotated[str | None, typer.Option(help="Who is received.")] = None,
    form: Annotated[str | None, typer.Option(help="Form of a ceremony or of credentials.")] = None,
    *,
    with_spouse: Annotated[
        bool, typer.Option("--with-spouse", help="The guest comes with a spouse.")
    ] = False,
    case: Annotated[str | None, typer.Option(metavar="CASE", help="Run-sheet of a recorded case.")] = None,
    as_of: Annotated[str | None, typer.Option(metavar="T", help="Judge as of this instant.")] = None,
    known_at: Annotated[
        str | None, typer.Option(metavar="T", help="Know only what was recorded by then.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the words.")] = Language.EN,
    json: Json = False,
) -> None:
    """Draw up the run-sheet of a plan (FILE, or its members as options), or of a case (--case). Stores nothing."""
    values = locals()
    stated = {member: values[name] for name, member in _MEMBERS.items() if values[name] is not None}
    if with_spouse:
        stated["with_spouse"] = True
    if sum((file is not None, bool(stated), case is not None)) != 1:
        message = "give one of the three: a FILE with the plan, its members as options, or --case"
        raise InvalidParameter(message)
    if case is not None:
        _of_case(case, _moment(as_of, "--as-of"), _moment(known_at, "--known-at"), lang, json=json)
        return
    content = stated if file is None else _content(file)
    _tell(_drawn(content, _moment(as_of, "--as-of")), lang, json=json)


def _moment(text: str | None, name: str) -> datetime | None:
    if text is None:
        return None
    try:
        return instant(text)
    except NoInstant as error:
        raise InvalidParameter(f"{name}: {error}") from None


def _content(file: str) -> object:
    from api import strictjson  # noqa: PLC0415

    if file == _STDIN:
        return strictjson.loads(typer.get_binary_stream("stdin").read())
    try:
        return strictjson.loads(Path(file).read_bytes())
    except FileNotFoundError:
        raise NotFound(f"there is no file {file}") from None
    except OSError as error:
        raise InvalidParameter(f"{file} cannot be read: {error.strerror}") from None


def _drawn(content: object, as_of: datetime | None) -> RunSheet:
    from api.composition import present  # noqa: PLC0415  # slow to import
    from api.errors import Refused  # noqa: PLC0415
    from api.planning import plan_of  # noqa: PLC0415
    from domain.law.calendars import load_calendars  # noqa: PLC0415
    from domain.law.library import load_law  # noqa: PLC0415
    from domain.law.planning import InvalidPlan, plan_sheet  # noqa: PLC0415

    try:
        read = plan_of(content)
    except Refused as refused:
        lines = [
            f"{error.pointer}: {error.message}" if error.pointer else error.message
            for error in refused.errors
        ]
        raise InvalidPlan("; ".join(lines), pointer="") from None
    return plan_sheet(read, load_law(), load_calendars(), as_of or present())


def _of_case(
    case: str, as_of: datetime | None, known_at: datetime | None, lang: Language, *, json: bool
) -> None:
    from api import composition  # noqa: PLC0415  # slow to import
    from api.asking import checked_case, moment  # noqa: PLC0415
    from api.params import Asked  # noqa: PLC0415
    from domain.law.planning import run_sheet  # noqa: PLC0415
    from projections.answers import answer  # noqa: PLC0415

    asked = Asked.model_construct(as_of=as_of, known_at=known_at)
    with composition.core(settings(), note) as core:
        when, judging = moment(asked, composition.present()), core.judging
        report = answer(
            core.ledger, judging.law, judging.calendars, checked_case(case), when.as_of, when.known_at
        )
        sheet = run_sheet(report, judging.law, judging.calendars)
        _tell(sheet, lang, json=json, subject=case, known_at=when.known_at)


def _tell(
    sheet: RunSheet,
    lang: Language,
    *,
    json: bool,
    subject: str | None = None,
    known_at: datetime | None = None,
) -> None:
    from domain.law.library import load_law  # noqa: PLC0415

    if json:
        from api.shapes.run_sheets import RunSheetOut  # noqa: PLC0415

        give(
            RunSheetOut.of(sheet, load_law(), lang, subject=subject, known_at=known_at).model_dump(
                mode="json"
            )
        )
        return
    from api.commands.sheet_lines import lines  # noqa: PLC0415

    for line in lines(sheet, lang):
        say(line)
