"""Tellings in groups, the most alike first; a vague telling never makes one of two that differ.

Single links would chain: "the talks" is like two rounds that are not like each other. Two groups become one only where
no pair across them is of two encounters, and the mean of what speaks for the pairs is enough (average linkage, Sokal
and Michener 1958, with the forbidden pairs of complete linkage), or half of them would join by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product, takewhile
from statistics import fmean, median

from aidememoire.record.encounters.likeness import JOIN, Compared
from aidememoire.record.encounters.tellings import Shared, Telling
from aidememoire.record.encounters.timing import ENDED, LONGEST

# The mean of the pairs of two groups may be a little less than what joins two tellings: one version of ten leaves out
# the place.
MEAN = 1.0
# Points nearer than these do not tell which of two encounters is meant.
EVEN = 0.1
# How far apart the days of two tellings lie at most: the longest delay, and a week for when it is reported.
REACH = LONGEST + timedelta(days=7)


def grouped(told: Sequence[Telling], shared: Shared) -> list[list[int]]:
    """The places of all tellings in groups, each in the order of the tellings."""
    compared = Compared(told, shared)
    groups = _Groups(compared)
    liked: dict[int, dict[int, float]] = defaultdict(dict)
    for i, j in sorted(set(_candidates(told, shared))):
        like = compared.like(i, j)
        if like is not None and like.points >= JOIN:
            liked[i][j] = liked[j][i] = like.points
    unclear = {(i, j) for i, others in liked.items() for j in _undecided(others, compared)}
    found = [(-p, i, j) for i, others in liked.items() for j, p in others.items() if i < j]
    found = [(p, i, j) for p, i, j in found if (i, j) not in unclear and (j, i) not in unclear]
    # Twice: a telling that moves a day may have come to its group only after the pair that needs it was tried.
    for _ in range(2):
        for _, i, j in sorted(found):
            groups.join(i, j)
    return [sorted(group) for group in groups.all()]


def _undecided(liked: Mapping[int, float], compared: Compared) -> list[int]:
    """The tellings that one likes about as much as its best, where two of them are of two encounters.

    Which of the two it tells is not known then.
    """
    best = max(liked.values())
    near = [j for j, points in liked.items() if points >= best - EVEN]
    differ = any(compared.like(j, k) is None for j, k in combinations(near, 2))
    return near if differ else []


class _Groups:
    """Groups of tellings, by place."""

    def __init__(self, compared: Compared) -> None:
        self._compared = compared
        self._of = {i: [i] for i in range(len(compared.told))}

    def all(self) -> list[list[int]]:
        """The groups, in the order of their first tellings."""
        return list({id(group): group for group in self._of.values()}.values())

    def join(self, i: int, j: int) -> None:
        """Makes one group of those of `i` and `j` where nothing across them forbids it."""
        mine, theirs = self._of[i], self._of[j]
        if mine is not theirs and self._may_join(mine, theirs):
            mine += theirs
            for k in theirs:
                self._of[k] = mine

    def _may_join(self, mine: Sequence[int], theirs: Sequence[int]) -> bool:
        told = self._compared.told
        put_off = any(told[k].encounter.status == "postponed" for k in (*mine, *theirs))
        points = []
        for i, j in product(mine, theirs):
            like = self._compared.like(i, j)
            if like is None or (like.move and not put_off):
                return False
            points.append(like.points)
        return fmean(points) >= MEAN or median(points) >= JOIN


def _candidates(told: Sequence[Telling], shared: Shared) -> Iterator[tuple[int, int]]:
    """The pairs that have anything in common beside the kind, the lesser place first."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_article: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, t in enumerate(told):
        by_article[t.family, t.encounter.article].append(i)
        for key in set(_keys(t)):
            by_key[t.family, key].append(i)
    for places in by_key.values():
        yield from _in_reach(told, sorted(places, key=lambda i: (_day(told[i]), i)))
    families = sorted({t.family for t in told})
    for a, b in shared.pairs():
        for family in families:
            for i, j in product(by_article.get((family, a), ()), by_article.get((family, b), ())):
                yield min(i, j), max(i, j)


def _keys(told: Telling) -> Iterator[str]:
    """What two tellings must have in common to be compared, one of them at least.

    Attacks by one accused are too many to compare: their day, place or story must be one.
    """
    yield f"article {told.encounter.article}"
    for story in told.stories:
        yield f"story {story}"
    if told.days is not None and told.days.narrow:
        yield f"day {told.days.first.isoformat()}"
    elif told.value:
        yield f"time {told.value}"
    if told.encounter.status in ENDED:
        yield "end"
    if told.encounter.round is not None:
        yield f"round {told.encounter.round}"
    for name in {told.place, told.track, told.state or ""} - {""}:
        yield f"place {name}"
    if told.sitting is not None:
        yield "sitting"
    if told.family != "attack":
        yield from (f"place {name}" for name in told.datelines)
        for guest in told.guests:
            yield from (f"guest {w}" for w in {guest.actor or ""} | guest.bodies | guest.content if w)


def _day(told: Telling) -> date:
    """The day that stands for a telling when they are lined up: that of its time, else that of its report."""
    if told.days is not None and told.days.narrow:
        return told.days.first
    return told.reported or date.max


def _in_reach(told: Sequence[Telling], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs, of tellings lined up by day, that are no further apart than an encounter may be put off.

    Those of no day come last, and each is paired with all.
    """
    dated = [i for i in places if _day(told[i]) != date.max]
    for at, i in enumerate(places):
        near = takewhile(lambda j, i=i: _day(told[j]) - _day(told[i]) <= REACH, dated[at + 1 :])  # type: ignore[misc]
        for j in (*near, *places[max(at + 1, len(dated)) :]):
            yield min(i, j), max(i, j)
