"""Groups of articles by the mean likeness of their members (average linkage, Sokal and Michener 1958)."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from aidememoire.lineage.story.pairs import Likeness


class _Groups:
    """Groups of places, each named after its least member, with the summed likeness between any two of them."""

    def __init__(self, count: int, links: Iterable[Likeness]) -> None:
        self.members = {place: [place] for place in range(count)}
        self.sums: dict[int, dict[int, float]] = {place: {} for place in range(count)}
        self.root = list(range(count))
        for link in links:
            self.sums[link.first][link.second] = self.sums[link.second][link.first] = link.value

    def mean(self, a: int, b: int) -> float:
        """The mean likeness between two groups' members; pairs that were never found alike count as 0."""
        return self.sums[a].get(b, 0.0) / (len(self.members[a]) * len(self.members[b]))

    def of(self, place: int) -> int:
        """The group that a place is in."""
        while self.root[place] != place:
            place = self.root[place]
        return place

    def merge(self, a: int, b: int) -> int:
        """Make two groups one; its name."""
        kept, gone = min(a, b), max(a, b)
        self.root[gone] = kept
        self.members[kept] = sorted(self.members[kept] + self.members.pop(gone))
        for other, value in self.sums.pop(gone).items():
            del self.sums[other][gone]
            if other != kept:
                self.sums[kept][other] = self.sums[other][kept] = self.sums[kept].get(other, 0.0) + value
        return kept


def grouped(
    count: int, links: Iterable[Likeness], wired: Iterable[tuple[int, int]], least: float
) -> list[tuple[int, ...]]:
    """All `count` places in groups, in order of their least members.

    Places that `wired` pairs are of one group whatever their likeness; further groups are made one, the most alike
    first, while the mean likeness between their members is `least` or more.
    """
    groups = _Groups(count, links)
    for first, second in sorted(wired):
        a, b = groups.of(first), groups.of(second)
        if a != b:
            groups.merge(a, b)
    pairs = ((a, b) for a, others in groups.sums.items() for b in others if a < b)
    queue = [entry for a, b in pairs if -(entry := (-groups.mean(a, b), a, b))[0] >= least]
    heapq.heapify(queue)
    while queue:
        mean, a, b = heapq.heappop(queue)
        if a in groups.members and b in groups.members and groups.mean(a, b) == -mean:
            kept = groups.merge(a, b)
            for other in groups.sums[kept]:
                if (near := groups.mean(kept, other)) >= least:
                    heapq.heappush(queue, (-near, min(kept, other), max(kept, other)))
    return [tuple(groups.members[name]) for name in sorted(groups.members)]
