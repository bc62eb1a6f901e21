"""Stock: stretches that agencies repeat for weeks, told by who else has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from aidememoire.lineage.candidates import SHINGLE, Index, shingles, starts_of
from aidememoire.lineage.words import Flags, Ints, Keys, Words

# A stretch that three or more unrelated reports have is stock; two of them are the pair in question themselves.
STOCK_REPORTS = 3
# Names and turns of phrase recur without being stock: a stock stretch has at least so many words, half a sentence.
STOCK_WORDS = 12


def joined(pairs: Iterable[tuple[int, int]], count: int) -> Ints:
    """For each of `count` places the least place that it is connected with by `pairs`."""
    root = list(range(count))

    def top(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for first, second in pairs:
        a, b = top(first), top(second)
        root[max(a, b)] = min(a, b)
    return np.array([top(place) for place in range(count)], dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """The shingles (leading bits of their hashes, ascending; `bits` trailing ones are cut) that stand in stock."""

    keys: Keys
    bits: int

    def words(self, body: Words) -> Flags:
        """Which words of a body lie in stock."""
        if not len(self.keys):
            return np.zeros(len(body), dtype=np.bool_)
        found = shingles(body.keys) >> np.uint64(self.bits)
        near = np.minimum(np.searchsorted(self.keys, found), len(self.keys) - 1)
        return _spread(self.keys[near] == found, len(body))


def stock_of(index: Index, reports: Ints) -> Stock:
    """The stock of a collection.

    `reports` gives for each body the report it belongs to: articles of one report are counted once.
    """
    lengths = np.diff(index.starts)
    often = lengths >= STOCK_REPORTS
    kept = reports[index.owners[np.repeat(often, lengths)]]
    codes = (np.repeat(np.arange(int(often.sum())), lengths[often]) << 32) | kept
    codes.sort()
    held = np.bincount(codes[starts_of(codes)] >> 32, minlength=int(often.sum()))
    return Stock(index.keys[often][held >= STOCK_REPORTS], index.bits)


def _spread(found: Flags, length: int) -> Flags:
    """The words that long runs of the shingles found lie over."""
    edges = np.flatnonzero(np.diff(found.astype(np.int8), prepend=0, append=0))
    words = np.zeros(length, dtype=np.bool_)
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end + SHINGLE - 1 - start >= STOCK_WORDS:
            words[start : end + SHINGLE - 1] = True
    return words
