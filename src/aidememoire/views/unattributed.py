"""`aidememoire show --unattributed`: the statements by nobody in reach, for a person to look through."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from aidememoire.queries.answers import Answers
from aidememoire.queries.shapes import UnattributedView

AROUND = 90
"""Characters of the paragraph that are shown on either side of a statement: a line of print or so."""


def unattributed(answers: Answers, console: Console, limit: int | None = None) -> None:
    """Prints the statements without a speaker under their articles, at most `limit` of them (None: all)."""
    found = answers.unattributed()
    console.print(Text(f"{len(found)} of {len(answers.statements())} statements by nobody in reach", style="bold"))
    for article, said in groupby(found[:limit], key=lambda s: s.evidence.article):
        console.print()
        console.print(_head(answers, article))
        for each in said:
            console.print(_words(each))
            console.print(Text(f"      {each.why}", style="dim"))
    if limit is not None and len(found) > limit:
        console.print(Text(f"  and {len(found) - limit} more", style="dim"))


def _head(answers: Answers, article: str) -> Text:
    a = answers.articles[article]
    known = [a.published or "no date", a.outlet or "no outlet", a.title or "untitled"]
    return Text.assemble((a.source_id, "bold"), "  ", ", ".join(known))


def _words(s: UnattributedView) -> Text:
    before, after = _flat(s.before), _flat(s.after)
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].split(" ", 1)[-1]
    if len(after) > AROUND:
        after = after[:AROUND].rsplit(" ", 1)[0] + "…"
    return Text.assemble("    ", (before, "dim"), "[", (_flat(s.text).strip(), "bold"), "]", (after, "dim"))


def _flat(text: str) -> str:
    """The text on one line; a space at either end stays, so that it joins what it stands beside."""
    lead, trail = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() and text.strip() else "")
    return lead + " ".join(text.split()) + trail
