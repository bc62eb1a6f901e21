"""`aidememoire show`, of the process: encounters, stands, deadlocks, delegations, seats and agreements."""

from __future__ import annotations

from rich.console import Console

from aidememoire.queries.process import ProcessAnswers
from aidememoire.queries.shapes import GatheringView, TurnView
from aidememoire.views.lines import heard, line, more, short, title


def show_process(answers: ProcessAnswers, console: Console, limit: int) -> None:
    """Prints the state of the process, at most `limit` lines of each kind."""
    _gatherings(answers, console, limit)
    _stands(answers, console, limit)
    _deadlocks(answers, console, limit)
    _seats(answers, console, limit)
    _agreements(answers, console, limit)


def _gatherings(answers: ProcessAnswers, console: Console, limit: int) -> None:
    every = answers.gatherings()
    found = [g for g in every if len(g.who) > 1 or len(g.course) > 1]
    title(console, f"Who met whom ({len(found)} of {len(every)} encounters name two sides or changed)")
    for g in found[:limit]:
        kind = "proximity talks" if g.proximity else g.kind
        where = f" in {g.place}" if g.place else ""
        told = (f"{kind} {g.status}", "italic")
        line(console, (f"{g.when or 'day not told'}: ", "dim"), told, where, ": ", (_who(g), "bold"))
        line(console, "  ", (_course(g), "dim"))
    more(console, len(found), limit)


def _who(g: GatheringView) -> str:
    return " – ".join(g.who) or "parties not told"


def _course(g: GatheringView) -> str:
    """How an encounter came about: each turn with the day of the report and who says so."""
    return "told by " + "; ".join(_turn(turn, alone=len(g.course) == 1) for turn in g.course) + heard(g.origins)[0]


def _turn(turn: TurnView, *, alone: bool) -> str:
    by = ", ".join(turn.by[:2]) + (f" and {len(turn.by) - 2} more" if len(turn.by) > 2 else "")
    return by if alone else f"{by}, {turn.day or 'undated'}: {turn.status}"


def _stands(answers: ProcessAnswers, console: Console, limit: int) -> None:
    found = sorted(answers.stands(), key=lambda s: not s.moved)
    title(console, f"Where parties stand ({len(found)} stands, {sum(s.moved for s in found)} of them moved)")
    for s in found[:limit]:
        line(console, (s.party, "bold"), " on ", short(s.issue, 60))
        for stance, day, words in s.course[-3:]:
            line(console, "  ", (stance, "italic"), f" {day or 'undated'}: ", short(words))
    more(console, len(found), limit)


def _deadlocks(answers: ProcessAnswers, console: Console, limit: int) -> None:
    found = answers.deadlocks()
    title(console, f"What waits for what ({len(found)} deadlocks)")
    for d in found[:limit]:
        for at, wait in enumerate(d.circle, 1):
            held = f" withholds “{short(wait.withheld, 80)}” until{f' {wait.of} does' if wait.of else ''}: "
            line(console, f"{at}. ", (wait.who, "bold"), held, short(wait.awaited))
        steps = " or ".join("+".join(map(str, each)) for each in sorted(d.breaks))
        line(console, (f"broken where {steps} is dropped", "dim"))
    more(console, len(found), limit)


def _seats(answers: ProcessAnswers, console: Console, limit: int) -> None:
    sent, seats = answers.delegations(), answers.seats()
    title(console, f"Who sits for whom ({len(sent)} delegations, {len(seats)} seats)")
    for d in sent[:limit]:
        members = f", with {', '.join(d.members)}" if d.members else ""
        line(console, (d.of, "bold"), f": {f'led by {d.head}' if d.head else 'head not told'}{members}")
    for s in seats[:limit]:
        words = [s.standing] + ([f"track {s.track}"] if s.track else [])
        words += [f"wanted by {', '.join(s.wanted_by)}"] if s.wanted_by else []
        words += [f"refused by {', '.join(s.refused_by)}"] if s.refused_by else []
        line(console, (s.party, "bold"), f": {'; '.join(words)}")
        if len(s.course) > 1:
            line(console, "  ", ("; ".join(_turn(turn, alone=False) for turn in s.course), "dim"))
    more(console, max(len(sent), len(seats)), limit)


def _agreements(answers: ProcessAnswers, console: Console, limit: int) -> None:
    found = answers.agreements()
    title(console, f"What was agreed ({len(found)} instruments)")
    for a in found[:limit]:
        by = f", {', '.join(a.parties)}" if a.parties else ""
        when, basis = (f" {a.when}" if a.when else ""), (" (a basis of the talks)" if a.basis else "")
        line(console, (a.kind, "italic"), f"{when}{by}: ", short(a.what, 90), basis, heard(a.origins))
    more(console, len(found), limit)
