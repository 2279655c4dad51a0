"""``matiane``: the command line.

Exit codes: 0 done; 1 some input was refused; 2 the command line or a setting cannot be used; 3 the database cannot
be reached or started; 4 there is no such case, provision or file; 5 the report holds deviations (with --check);
70 a fault of ours; 130 stopped by a signal. An error is one line on standard error; with --json, a JSON object.
"""

from __future__ import annotations

import logging
import signal
import sys
import traceback
from typing import Final

import orjson
import typer
from typer import TyperException

from api.commands.appending import append
from api.commands.demonstrating import demo
from api.commands.judging import judge
from api.commands.law import law
from api.commands.migrating import migrate
from api.commands.planning import plan
from api.commands.rebuilding import rebuild
from api.commands.reporting import report
from api.commands.serving import serve
from api.commands.terminal import Exit
from domain.errors import MatianeError, NotFound, Unavailable
from projections.postgres.embedded import EmbeddedPostgresError

app = typer.Typer(
    name="matiane",
    help="An event-sourced compliance ledger: facts, law, verdicts, each with its reason.",
    epilog="Exit codes: 0 done, 1 refused, 2 usage, 3 no database, 4 not found, 5 deviations (--check), 70 a fault.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command in (demo, serve, migrate, append, judge, plan, report, rebuild):
    app.command()(_command)
app.add_typer(law, name="law")

_USAGE: Final = frozenset({"bad-setting", "bad-file", "invalid-parameter"})


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def main() -> None:
    """Run the command line; never shows a traceback."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGTERM, _stop)
    try:
        code = app(standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        code = _fail("interrupted", "stopped", Exit.INTERRUPTED)
    except TyperException as error:
        code = _fail("usage", f"{error.format_message()} See matiane --help.", Exit.USAGE)
    except EmbeddedPostgresError as error:
        code = _fail("unavailable", str(error), Exit.UNAVAILABLE)
    except MatianeError as error:
        code = _fail(error.code, error.message, _code_of(error))
    except BrokenPipeError:
        sys.stderr.close()
        code = Exit.OK
    except Exception as error:  # noqa: BLE001  # the last layer catches all
        # The message of an unforeseen error could quote a fact: only its kind and its place are shown.
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} at {place.filename}:{place.lineno}"
        code = _fail("internal", f"a fault of ours ({where}): please report it", Exit.INTERNAL)
    sys.exit(code or Exit.OK)


def _code_of(error: MatianeError) -> Exit:
    if isinstance(error, Unavailable):
        return Exit.UNAVAILABLE
    if isinstance(error, NotFound):
        return Exit.NOT_FOUND
    if error.code == "interrupted":
        return Exit.INTERRUPTED
    return Exit.USAGE if error.code in _USAGE else Exit.REFUSED


def _fail(code: str, message: str, status: Exit) -> Exit:
    line = " ".join(message.split())
    if "--json" in sys.argv:
        line = orjson.dumps({"error": {"code": code, "detail": line}}).decode()
    else:
        line = f"matiane: {line}"
    typer.echo(line, err=True)
    return status
