"""What a filter offers to choose from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aidememoire.queries.shelf import Shelf

MOST_CHOICES = 40
"""Parties and outlets offered to choose from: those with the most; any other party is asked for by its id."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: what is asked for, its name, and how many there are."""

    value: str
    name: str
    count: int


def words_to_choose(values: Iterable[str]) -> tuple[Choice, ...]:
    """The values to choose from, the most frequent first."""
    return tuple(Choice(v, v, n) for v, n in sorted(Counter(values).items(), key=lambda x: (-x[1], x[0])))


def actors_to_choose(shelf: Shelf, actors: Iterable[str]) -> tuple[Choice, ...]:
    """The actors to choose from, those with the most lines."""
    count = Counter(a for a in actors if a in shelf.actors)
    most = sorted(count, key=lambda a: (-count[a], shelf.actors[a].name))[:MOST_CHOICES]
    return tuple(Choice(a, shelf.actors[a].name, count[a]) for a in most)
