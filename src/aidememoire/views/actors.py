"""`aidememoire actors`: who is who in a record, why, and what a person says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text
from typer.core import TyperGroup

from aidememoire.model.decisions import Bearer, Decision, Effect
from aidememoire.model.joined import Actor
from aidememoire.pipeline import decide, forget, roll_of
from aidememoire.record.decisions import effects
from aidememoire.record.naming.names import fold
from aidememoire.record.roll import PREFIX, Roll
from aidememoire.store import Reader, open_record
from aidememoire.views.arguments import RecordFile
from aidememoire.views.output import printing
from aidememoire.views.terminal import Screen, width


class _ListFirst(TyperGroup):
    """A group whose first command is meant where none is named: `actors RECORD` is `actors list RECORD`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["list", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_ListFirst,
    help="Who is who: list the actors, say which are one and which are not, take a word back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Who = Annotated[
    str, typer.Argument(metavar="ACTOR", help="Its id (the beginning is enough), or a name that no other has.")
]


@app.command("list")
def list_command(
    record: RecordFile,
    words: Annotated[
        list[str] | None, typer.Argument(help="Only actors with all these words in a name or the kind.")
    ] = None,
) -> None:
    """List the actors, those in most articles first, each with the names that were joined and why."""
    with open_record(record).reader() as reader, printing() as out:
        roll = roll_of(reader)
        found = [a for a in roll.actors if _has(a, words or ())]
        _print_actors(roll, found, _screen(out))
        if not found:
            print("no actor has these words" if words else "no actors", file=out)


@app.command("merge")
def merge_command(
    record: RecordFile,
    actors: Annotated[list[str], typer.Argument(metavar="ACTOR ACTOR...", help="Two or more, by id or name.")],
) -> None:
    """Say that actors are one.

    It holds for all who bear their names, in articles added later too; for "a diplomat" and the like in that article
    alone. The later word wins over earlier ones.
    """
    _show_result(record, decide(record, lambda roll, number, made: roll.merge(actors, number, made)))


@app.command("split")
def split_command(
    record: RecordFile,
    actor: Who,
    article: Annotated[list[str] | None, typer.Option("--article", "-a", help="The id of an article.")] = None,
    name: Annotated[list[str] | None, typer.Option("--name", "-n", help="A name that was joined to it.")] = None,
) -> None:
    """Say that what an article or a name was joined for is not that actor.

    With --article: whoever is taken for the actor in that article. With --name: whoever bears that name, in articles
    added later too. With both: who bears it there. The later word wins over earlier ones.
    """
    names, articles = tuple(name or ()), tuple(article or ())
    _show_result(record, decide(record, lambda roll, number, made: roll.split(actor, names, articles, number, made)))


@app.command("forget")
def forget_command(
    record: RecordFile,
    number: Annotated[int, typer.Argument(help="The number of the decision, as `actors decisions` gives it.")],
) -> None:
    """Take a decision back."""
    _show_result(record, forget(record, number), "forgotten")


@app.command("decisions")
def decisions_command(record: RecordFile) -> None:
    """List what was said of who is who, when, and what comes of it.

    idle: the record has nobody whom it is about, and it waits; overruled: a later word says otherwise.
    """
    with open_record(record).reader() as reader, printing() as out:
        console, found = _screen(out), list(reader.decisions())
        for decision, effect in zip(found, effects_of(reader, found), strict=True):
            console.print(_told(decision, effect))
        if not found:
            console.print("nothing has been said")


def effects_of(reader: Reader, decisions: Sequence[Decision]) -> list[Effect]:
    """What comes of each of the decisions in a record."""
    parties = roll_of(reader).parties
    came = effects(parties.by_id.values(), decisions, parties.sources)
    return [came[d.number] for d in decisions]


def _screen(out: object) -> Screen:
    return Screen(file=out, highlight=False, width=width())  # type: ignore[arg-type]


def _has(actor: Actor, wanted: Sequence[str]) -> bool:
    held = fold(" ".join((actor.name, *actor.aliases, actor.kind)))
    return all(fold(word) in held for word in wanted)


def _show_result(record: Path, decision: Decision, effect: str = "kept") -> None:
    with open_record(record).reader() as reader, printing() as out:
        console, roll = _screen(out), roll_of(reader)
        console.print(_told(decision, effect))
        _print_actors(roll, roll.concerned(decision), console)


def _print_actors(roll: Roll, actors: Iterable[Actor], console: Console) -> None:
    length = roll.length()
    counted = sorted(((roll.articles(a), a) for a in actors), key=lambda each: (-each[0], each[1].name, each[1].id))
    for articles, actor in counted:
        console.print(_line(actor, articles, length))
        for why in _why(actor):
            console.print(Text(" " * (length + 2) + why, style="dim"))


def _line(actor: Actor, articles: int, length: int) -> Text:
    digits = actor.id.removeprefix(PREFIX)[:length]
    also = f"; also {', '.join(actor.aliases)}" if actor.aliases else ""
    where = f", {articles} article{'' if articles == 1 else 's'}"
    return Text.assemble((digits, "cyan"), "  ", (actor.name, "bold"), f" ({actor.kind}){where}{also}")


def _why(actor: Actor) -> list[str]:
    """Why the actor's names were joined, a line for each two names and what decided."""
    count = Counter((j.mine, j.theirs, j.feature, j.score) for j in actor.joins)
    order = sorted(count, key=lambda each: (-each[3], -count[each], each))
    times = {each: f", {n} times" if (n := count[each]) > 1 else "" for each in order}
    return [f"{mine} = {theirs}: {feature} {score:.2f}{times[mine, theirs, feature, score]}"
            for mine, theirs, feature, score in order]  # fmt: skip


def _told(decision: Decision, effect: str) -> Text:
    """A decision in words."""
    who = " and ".join(map(_bearer, decision.who))
    said = f"{who} are one" if decision.says == "one" else f"{who}: not {' or '.join(map(_bearer, decision.others))}"
    return Text.assemble((str(decision.number), "cyan"), f"  {decision.made}  {said}  ", (f"[{effect}]", "italic"))


def _bearer(bearer: Bearer) -> str:
    if bearer.article is not None:
        return f"{bearer.name} of article {bearer.article}"
    but = f", but not of article {', '.join(bearer.but_not)}" if bearer.but_not else ""
    return f"{bearer.name} ({bearer.kind}{but})"
