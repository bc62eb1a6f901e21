"""Which articles may tell one dispatch in other words: those of near days that share weighty words, by index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from aidememoire.lineage.likeness import NEAR_DAYS, Profile
from aidememoire.lineage.words import Ints, Words

# Articles are held against each other where they share eight of their eighty weightiest words (invented dispatches
# rewritten or translated kept 22 and more, independent reports of the same happening up to 12); one of few words (an
# alert has a dozen) where it shares a third of them.
TOP, LEAST_TOP, LEAST_SHARE = 80, 8, 1 / 3
# A word proposes at most so many articles to each one, the next ones in time: what is found then grows with the
# articles and not with their square.
CROWD = 64
# Articles taken at a time: bounds the memory that proposals take.
BLOCK = 2_000

_UNDATED = 1 << 24


def alike_pairs(bodies: Sequence[Words], known: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """The pairs of places (`first` < `second`) of articles that may be one dispatch, each once."""
    tops = [profile.keys[np.argsort(-profile.weights, kind="stable")[:TOP]].astype(np.int64) for profile in known]
    sizes = np.array([len(top) for top in tops], dtype=np.int64)
    owners = np.repeat(np.arange(len(tops), dtype=np.int64), sizes)
    words = np.concatenate([np.zeros(0, dtype=np.int64), *tops])
    days = np.array([_day(body) for body in bodies], dtype=np.int64)
    order = np.lexsort((owners, days[owners], words))
    words, owners = words[order], owners[order]
    reach = _reach(words, days[owners])
    where = np.argsort(owners, kind="stable")
    edges = np.searchsorted(owners[where], np.arange(0, len(tops) + BLOCK, BLOCK))
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        yield from _enough(owners, where[start:end], reach, sizes)


def _day(body: Words) -> int:
    """The day of publication, as an ordinal; _UNDATED where it is unknown."""
    published = body.article.published
    return date.fromisoformat(published[:10]).toordinal() if published else _UNDATED


def _reach(words: Ints, days: Ints) -> Ints:
    """For each holder of a word the end of the holders after it that it is held against: those of near days.

    Holders without a date are held against each other alone.
    """
    codes = words * (2 * _UNDATED) + days
    near = np.searchsorted(codes, codes + NEAR_DAYS, side="right")
    return np.minimum(near, np.arange(len(words)) + 1 + CROWD)


def _enough(owners: Ints, holders: Ints, reach: Ints, sizes: Ints) -> Iterator[tuple[int, int]]:
    """The pairs that some articles make with those after them and that share enough words."""
    times = reach[holders] - holders - 1
    within = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
    mine, theirs = np.repeat(owners[holders], times), owners[np.repeat(holders + 1, times) + within]
    pairs, shared = np.unique(mine * len(sizes) + theirs, return_counts=True)
    first, second = pairs // len(sizes), pairs % len(sizes)
    wanted = np.minimum(LEAST_TOP, LEAST_SHARE * np.minimum(sizes[first], sizes[second]))
    kept = (shared >= wanted) & (first != second)
    for one, other in zip(first[kept].tolist(), second[kept].tolist(), strict=True):
        yield min(one, other), max(one, other)
