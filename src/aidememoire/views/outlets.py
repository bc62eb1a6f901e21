"""`aidememoire outlets`: what each outlet does to copy."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from aidememoire.queries.answers import Answers
from aidememoire.queries.outlet_habits import Changes, Habits, Naming, habits

# Marks versions that only differ.
OPEN = "≠"
# Names and figures shown of one outlet; the JSON has all.
NAMES, FIGURES = 8, 4
HEADS = ("articles", "wire", "compared", "kept", "edits per 1,000 words")
# For terminals so narrow that longer heads would break the names of outlets.
SHORT_HEADS, NARROW = ("all", "wire", "with", "kept", "edits"), 60
# Characters of a figure with its words: half a line of print.
WIDE = 48


def outlets(answers: Answers, console: Console) -> None:
    """Prints a table of the outlets, and under it what each changes in copy."""
    found = habits(answers.articles.values(), answers.wires())
    known = [each for each in found if each.outlet is not None]
    console.print(Text(f"{len(answers.articles)} articles of {len(known)} outlets", style="bold"))
    for each in found:
        if each.outlet is None:
            console.print(Text(_unknown(each), style="dim"))
    if not any(each.wire for each in found):
        console.print("no article here reworks a wire")
        return
    console.print()
    console.print(_table(known, console.width))
    console.print(Text(_note(known), style="dim"))
    for each in known:
        _details(each, console)


def outlets_json(answers: Answers, out: TextIO) -> None:
    """Writes the same as a JSON list, an object an outlet, "outlet" null for the articles that name none."""
    found = msgspec.to_builtins(habits(answers.articles.values(), answers.wires()))
    out.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _unknown(each: Habits) -> str:
    one = each.articles == 1
    return f"{_number(each.articles, 'article')} {'names' if one else 'name'} no outlet, {each.wire} of a wire; " + (
        "it counts for none" if one else "they count for none"
    )


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _note(known: Sequence[Habits]) -> str:
    note = "kept: of the version compared with."
    differing = any(each.differs.articles for each in known)
    return note + (f" {OPEN}: which way the text went is not known, so either changed it." if differing else "")


def _table(known: Sequence[Habits], columns: int) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("outlet", overflow="fold")
    for column in SHORT_HEADS if columns < NARROW else HEADS:
        table.add_column(column, justify="right", overflow="fold")
    for each in known:
        first, *rest = [row for row in (_row(each.made, ""), _row(each.differs, f" {OPEN}")) if row] or [
            ("–", "–", "–")
        ]
        table.add_row(Text(each.outlet or ""), str(each.articles), str(each.wire), *first)
        for row in rest:
            table.add_row("", "", "", *row)
    return table


def _row(changes: Changes, mark: str) -> tuple[str, str, str] | None:
    """The cells of one kind of comparison, None where none was made."""
    if not changes.articles:
        return None
    rate = 1000 * sum(changes.edits.values()) / changes.words if changes.words else 0.0
    return f"{changes.articles}{mark}", _percent(changes.kept), f"{rate:.0f}"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


def _details(each: Habits, console: Console) -> None:
    if not each.wire:
        return
    console.print()
    agencies = [f"{name} {number}" for name, number in each.agencies.items()]
    agencies += [f"agency not named {each.unnamed}"] if each.unnamed else []
    source = f"; {each.source} of them the source of others" if each.source else ""
    console.print(
        Text.assemble((each.outlet or "", "bold"), f"  {each.wire} of a wire ({', '.join(agencies)}){source}")
    )
    _told("changes made to", each.made, console)
    _told("differs from", each.differs, console)


def _told(verb: str, changes: Changes, console: Console) -> None:
    """What the changes are, a line each kind of thing."""
    if not changes.articles:
        return
    lines = [Text.assemble((verb, "italic"), f" {', '.join(changes.against)}: ", _rates(changes))]
    lines += _names(changes)
    lines += _figures(changes)
    lost = [
        _number(number, what[0]) + what[1]
        for number, what in (
            (changes.attributions_dropped, ("attribution", " dropped")),
            (changes.attributions_added, ("attribution", " added")),
            (changes.quotations_cut, ("quotation", " cut")),
        )
        if number
    ]
    lines += [Text(", ".join(lost))] if lost else []
    for place, line in enumerate(lines):
        _indented(line, 2 if place == 0 else 4, console)


def _indented(line: Text, by: int, console: Console) -> None:
    """Prints a line, broken where it is too long, without the spaces at its ends that rich's padding leaves."""
    for part in line.wrap(console, max(1, console.width - by)):
        part.rstrip()
        console.print(Text(" " * by) + part)


def _rates(changes: Changes) -> str:
    rates = [f"{kind} {rate:.1f}" for kind, rate in changes.per_1000.items() if rate]
    return f"{', '.join(rates)} per 1,000 words" if rates else "nothing but words of grammar, if anything"


def _names(changes: Changes) -> list[Text]:
    """The names most often exchanged."""
    shown = [_exchange(naming) for naming in changes.namings[:NAMES]]
    more = len(changes.namings) - len(shown)
    shown += [_number(more, "other")] if more else []
    return [Text.assemble(("names: ", "dim"), "; ".join(shown))] if shown else []


def _exchange(naming: Naming) -> str:
    return f"{naming.before or '(nothing)'} → {naming.after or '(nothing)'} {naming.times}×"


def _figures(changes: Changes) -> list[Text]:
    """The figures changed, each once; those inside long passages, mostly sentences told anew, are only counted."""
    plain = Counter((f.before, f.after) for f in changes.figures if max(len(f.before), len(f.after)) <= WIDE)
    shown = [
        f"{b or '(none)'} → {a or '(none)'}{f' {n}×' if n > 1 else ''}" for (b, a), n in plain.most_common(FIGURES)
    ]
    more = [f"{_number(len(plain) - FIGURES, 'other')}"] if len(plain) > FIGURES else []
    longer = len(changes.figures) - plain.total()
    more += [f"{longer} in passages told anew"] if longer else []
    return [Text.assemble(("figures: ", "dim"), "; ".join([*shown, *more]))] if changes.figures else []
