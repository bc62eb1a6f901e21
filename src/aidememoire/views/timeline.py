"""`aidememoire timeline`: the process in the order of its days, as Markdown."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from aidememoire.queries.brief.sheet import Sheet
from aidememoire.queries.brief.wording import day_in_words
from aidememoire.queries.timeline import Entry, timeline
from aidememoire.views.arguments import AsOf, RecordFile, day_from, moment_of
from aidememoire.views.output import printing

First = Annotated[str | None, typer.Option("--since", metavar="DAY", help="The first day; the first of all, if none.")]
Last = Annotated[str | None, typer.Option("--until", metavar="DAY", help="The last day; the last of all, if none.")]


def timeline_command(record: RecordFile, since: First = None, until: Last = None, day: AsOf = None) -> None:
    """Print what happened and what was reported day by day: encounters, agreements, positions, promises, seats.

    An encounter has an entry for each turn that has a day of its own: opened on one, broken off on another. Where no
    turn has one it stands under the day on which it was held or is to be, or, where nothing tells that, under the day
    of the first report, marked "reported". An agreement stands under its own day where that is told; everything else
    stands under the day of the report.
    """
    first, last = (d and day_from(d).isoformat() for d in (since, until))
    with moment_of(record, day) as moment, printing() as out:
        shown = [e for e in timeline(Sheet(moment)) if (first or "") <= e.day <= (last or "9999")]
        for when, entries in groupby(shown, key=lambda e: e.day):
            print(f"\n### {day_in_words(when)}\n", file=out)
            for entry in entries:
                print(f"- {_line(entry)}", file=out)


def _line(entry: Entry) -> str:
    text = " ".join(entry.text.split())
    reported = "" if entry.happened else "reported: "
    return f"{reported}*{entry.kind}* {text} [{len(entry.articles)}]"
