"""The command line: `aidememoire build | show | export | report | outlets | check | actors`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, NoReturn, TextIO

import typer

from aidememoire import __version__
from aidememoire.demo import coverage_path
from aidememoire.errors import AideMemoireError, NothingToReadError
from aidememoire.pipeline import Built, build
from aidememoire.queries.answers import Answers
from aidememoire.store import Moment, Place, open_record, place_of
from aidememoire.store.check import problems
from aidememoire.views.actors import app as actors_app
from aidememoire.views.arguments import AsOf, RecordFile, moment_of
from aidememoire.views.brief import brief_command
from aidememoire.views.coded.acled import acled
from aidememoire.views.coded.instruments import ceasefires, pax
from aidememoire.views.coded.plover import plover
from aidememoire.views.copy import copy_command
from aidememoire.views.export import export
from aidememoire.views.outlets import outlets, outlets_json
from aidememoire.views.output import printing, writing
from aidememoire.views.progress import Bar
from aidememoire.views.report import report
from aidememoire.views.show import show
from aidememoire.views.terminal import Screen, one_line, width
from aidememoire.views.timeline import timeline_command
from aidememoire.views.unattributed import unattributed
from aidememoire.views.web.serve import serve_command

# What the exit code tells: all is well, something was skipped or is wrong, nothing could be done, the user stopped it.
FINE, SOMETHING_WRONG, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 130
EXAMPLES = 5
LINES = 12
STOPPED = "stopped; the record holds what it held before"

app = typer.Typer(
    help="Reads the press coverage of a peace process and keeps the record of it.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(actors_app, name="actors")
FORMATS: dict[str, Callable[[Moment, TextIO], None]] = {
    "jsonl": export,
    "plover": plover,
    "acled": acled,
    "pax": pax,
    "ceasefires": ceasefires,
}
app.command("brief")(brief_command)
app.command("timeline")(timeline_command)
app.command("copy")(copy_command)
app.command("serve")(serve_command)
messages = Screen(stderr=True, highlight=False, soft_wrap=True, width=width())
# Set to see where the program itself failed.
DEBUG = "AIDEMEMOIRE_DEBUG"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"aidememoire {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command("build")
def build_command(
    record: Annotated[
        Any,
        typer.Option(
            "--record", "-r", help="The record: a file, made where there is none, or postgresql://user@host/database.",
            metavar="PATH", parser=place_of,
        ),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Articles: .txt, .html, .jsonl, .csv or .warc.gz files, or folders of them.",
            show_default=False,
            readable=False,
        ),
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Read the bundled coverage of an invented country.")] = False,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes", min=1, help="How many processes read; one for each core, if none.", show_default=False
        ),
    ] = None,
) -> None:  # fmt: skip
    """Read articles into a record.

    What the record already holds is left as it is; an article whose text has changed is replaced. Exit code 1:
    something was skipped; 2: nothing could be done.
    """
    wanted = [*(paths or []), *([coverage_path()] if demo else [])]
    if not wanted:
        raise NothingToReadError("no articles were named", "give files or folders of articles, or --demo")
    with Bar(messages) as bar:
        built = build(wanted, record, bar, processes)
    messages.print(one_line(_summary(built, record)), markup=False, emoji=False)
    raise typer.Exit(SOMETHING_WRONG if built.skipped else FINE)


def _summary(built: Built, record: Place) -> str:
    parts = [f"{built.read} read"]
    parts += [f"{built.unchanged} unchanged"] if built.unchanged else []
    parts += [f"{built.replaced} replaced"] if built.replaced else []
    parts += [f"{len(built.skipped)} skipped"] if built.skipped else []
    return f"{record}: {', '.join(parts)}"


@app.command("show")
def show_command(
    record: RecordFile,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", min=1, help=f"How many lines of each kind, {LINES} if none.")
    ] = None,
    nobodys: Annotated[
        bool, typer.Option("--unattributed", help="List the statements without a speaker instead, all if no limit.")
    ] = False,
    day: AsOf = None,
) -> None:
    """Show the process, who met whom, who said what, what is disputed, and which articles are one story."""
    with moment_of(record, day) as moment, printing() as out:
        console = Screen(file=out, highlight=False, width=width())
        if nobodys:
            unattributed(Answers(moment), console, limit)
        else:
            show(Answers(moment), console, limit or LINES)


@app.command("export")
def export_command(
    record: RecordFile,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help="jsonl: all, one object a line; plover: events (JSON); acled, pax, ceasefires: tables (CSV).",
        ),
    ] = "jsonl",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output if none.")] = None,
    day: AsOf = None,
) -> None:
    """Print the whole record, each line with the characters it was read from, or a part of it as the field codes it."""
    if format_ not in FORMATS:
        raise AideMemoireError(f"no format {format_!r}", f"there are: {', '.join(FORMATS)}")
    with moment_of(record, day) as moment, writing(output, record) as out:
        FORMATS[format_](moment, out)


@app.command("report")
def report_command(
    record: RecordFile,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output if none.")] = None,
    day: AsOf = None,
) -> None:
    """Write the record as one self-contained page, each line linked to its highlighted source."""
    with moment_of(record, day) as moment, writing(output, record) as out:
        report(moment, out)


@app.command("outlets")
def outlets_command(
    record: RecordFile,
    format_: Annotated[str, typer.Option("--format", "-f", help="table, or json: one list.")] = "table",
) -> None:
    """Show what each outlet does to agency copy: how much it keeps, and which names, figures and sources it changes."""
    if format_ not in {"table", "json"}:
        raise AideMemoireError(f"no format {format_!r}", "there are: table, json")
    with open_record(record).reader() as reader:
        if format_ == "json":
            with writing(None, record) as out:
                outlets_json(Answers(reader), out)
        else:
            with printing() as out:
                outlets(Answers(reader), Screen(file=out, highlight=False, width=width()))


@app.command("check")
def check_command(record: RecordFile) -> None:
    """Check that a record is whole: every span the exact slice of its article, every id one that exists."""
    with open_record(record).reader() as reader:
        found = list(problems(reader))
    with printing() as out:
        for problem in found[:EXAMPLES]:
            print(problem, file=out)
        if len(found) > EXAMPLES:
            print(f"... and {len(found) - EXAMPLES} more", file=out)
        verdict = "whole" if not found else f"{len(found)} problems; build it anew from its articles"
        print(f"{one_line(record)}: {verdict}", file=out)
    raise typer.Exit(SOMETHING_WRONG if found else FINE)


def _stop(message: str, code: int) -> NoReturn:
    with suppress(OSError):
        messages.print(one_line(f"aidememoire: {message}"), markup=False, emoji=False)
    sys.exit(code)


def main() -> None:
    """The entry point: whatever goes wrong becomes one line and an exit code."""
    try:
        app()
    except AideMemoireError as error:
        _stop(str(error), NOTHING_DONE)
    except KeyboardInterrupt:
        _stop(STOPPED, INTERRUPTED)
    except SystemExit as stop:
        # Typer turns Ctrl-C into this exit code, without a word.
        if stop.code == INTERRUPTED:
            _stop(STOPPED, INTERRUPTED)
        raise
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        told = f"the program failed ({type(error).__name__}: {error}); please report this with what {DEBUG}=1 shows"
        _stop(told, NOTHING_DONE)
