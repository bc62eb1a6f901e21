"""`aidememoire brief`: a page for a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from aidememoire.model.process import BriefKind, BriefLine
from aidememoire.queries.brief.compose import KINDS, brief
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.queries.brief.wording import day_in_words
from aidememoire.views.arguments import RecordFile, day_from, moment_of
from aidememoire.views.output import printing
from aidememoire.views.terminal import Screen, width

_HEADS: dict[BriefKind, str] = {
    "happened": "What happened",
    "moved": "Who moved",
    "disputed": "What is newly disputed",
    "planned": "What is planned",
}
LINES = 16
# Of each line so many places are shown, so many characters of each: the export has them all.
_PLACES, _QUOTED = 3, 300


def brief_command(
    record: RecordFile,
    day: Annotated[str, typer.Option("--day", metavar="DAY", help="The day of the brief (2031-03-05).")],
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="The first day it covers; the day itself, if none.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many lines of each kind.")] = LINES,
    evidence: Annotated[bool, typer.Option("--evidence", help="Below each line the words that it stands on.")] = False,
) -> None:
    """Print the brief of a day: what happened, who moved, what is newly disputed, what is planned.

    It is composed from the record as it could have been known on that day, from articles published then (or since a
    first day); the most telling line of each kind comes first.
    """
    until = day_from(day)
    first = day_from(since) if since else until
    with moment_of(record, day) as moment, printing() as out:
        sheet = Sheet(moment)
        console = Screen(file=out, highlight=False, width=width())
        _page(console, sheet, brief(sheet, until, first), first, until, limit, evidence)


def _page(
    console: Console, sheet: Sheet, lines: Sequence[BriefLine], first: date, day: date, limit: int, evidence: bool
) -> None:
    read = [a for a in sheet.articles if first.isoformat() <= (sheet.day(a) or "") <= day.isoformat()]
    days = day_in_words(day.isoformat())
    days = days if first == day else f"{day_in_words(first.isoformat())} to {days}"
    console.print(Text(f"Brief of {days}", style="bold"))
    console.print(Text(f"{len(read)} articles of these days, {len(sheet.articles)} known by then", style="dim"))
    for kind in KINDS:
        told = [line for line in lines if line.kind == kind]
        console.print()
        console.print(Text(_HEADS[kind], style="bold underline"))
        for line in told[:limit]:
            _print(console, sheet, line, evidence)
        if not told:
            console.print(Text("  nothing that was read", style="dim"))
        elif len(told) > limit:
            console.print(Text(f"  and {len(told) - limit} more", style="dim"))


def _print(console: Console, sheet: Sheet, line: BriefLine, evidence: bool) -> None:
    console.print(Text(f"- {line.text}"))
    if evidence:
        for where in line.evidence[:_PLACES]:
            words = " ".join(where.text.split())[:_QUOTED]
            source = sheet.articles[where.article].source_id
            console.print(Text(f"    “{words}” [{source}:{where.start}–{where.end}]", style="dim"))
