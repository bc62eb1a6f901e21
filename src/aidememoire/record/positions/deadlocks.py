"""Conditions that wait for each other in a circle, and which of them would have to be dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aidememoire.model.ids import content_id
from aidememoire.model.process import Condition, Deadlock
from aidememoire.record.positions.cast import Cast
from aidememoire.record.positions.circles import breaks, circles, components
from aidememoire.record.positions.matters import Matter, matter
from aidememoire.record.positions.topics import Topic

# Paths of one length that are followed in a component of the graph. Circles of the press are short (two to five
# conditions); only a tangle of many conditions that all wait for each other reaches this.
MOST_PATHS = 10_000
# Sets of more conditions than these are nothing that anybody would drop at once, and in a larger component than this
# they are not sought: 41 conditions have 101,270 sets of four.
MOST_BREAKS = 4
MOST_CONDITIONS = 41


@dataclass(frozen=True, slots=True)
class _Wait:
    """A condition with what it withholds and awaits, read."""

    condition: Condition
    withheld: Matter
    awaited: Matter


def deadlocks(conditions: Iterable[Condition], cast: Cast) -> tuple[Deadlock, ...]:
    """One deadlock for each circle in which every condition awaits what the next withholds.

    A condition waits for another where it awaits the same matter that the other withholds, from the party that
    withholds it. `breaks` are the smallest sets that undo every circle entangled with this one, in components of 41
    conditions or fewer; empty where more than four conditions would have to be dropped.
    """
    waits = {
        c.id: _Wait(c, matter(c.withheld, cast, c.party), matter(c.awaited, cast, c.of))
        for c in sorted(conditions, key=lambda c: c.id)
    }
    graph = _graph(waits, cast)
    out = []
    for nodes in components(graph):
        inside = {n: [m for m in graph[n] if m in nodes] for n in nodes}
        undo = tuple(breaks(inside, MOST_BREAKS)) if len(nodes) <= MOST_CONDITIONS else ()
        out += [_deadlock(circle, undo, waits) for circle in circles(inside, MOST_PATHS)]
    return tuple(sorted(out, key=lambda d: d.id))


def _graph(waits: Mapping[str, _Wait], cast: Cast) -> dict[str, list[str]]:
    """For each condition those that it waits for."""
    withheld: dict[Topic | None, list[str]] = defaultdict(list)
    for key, wait in waits.items():
        withheld[wait.withheld.topic].append(key)
    return {
        mine: [theirs for theirs in withheld[wait.awaited.topic] if _waits_for(wait, waits[theirs], cast)]
        for mine, wait in waits.items()
    }


def _waits_for(mine: _Wait, theirs: _Wait, cast: Cast) -> bool:
    """Whether `mine` awaits what `theirs` withholds.

    A party does not wait for itself. Where it is not told of whom a thing is awaited, or only by a description, the
    wordings must meet by more than their topic.
    """
    asked, holder = mine.condition.of, theirs.condition.party
    if mine is theirs or (mine.condition.party is not None and mine.condition.party == holder):
        return False
    if asked is not None and asked == holder:
        return mine.awaited.meets(theirs.withheld)
    return cast.may_be_one(asked, holder) and mine.awaited.closely(theirs.withheld)


def _deadlock(circle: Sequence[str], undo: tuple[tuple[str, ...], ...], waits: Mapping[str, _Wait]) -> Deadlock:
    evidence = dict.fromkeys(place for c in circle for place in waits[c].condition.evidence)
    return Deadlock(content_id("deadlock", *circle), tuple(circle), undo, tuple(evidence))
