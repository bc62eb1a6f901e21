"""Stock: stretches that agencies repeat for weeks, told by who else has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from aidememoire.lineage.candidates import SHINGLE, shingles
from aidememoire.lineage.words import Flags, Ints, Words

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


def stock_words(bodies: Sequence[Words], reports: Ints) -> list[Flags]:
    """For each body the words that lie in stock.

    `reports` gives for each body the report it belongs to: articles of one report are counted once.
    """
    hashes = [shingles(body.keys) for body in bodies]
    if not hashes:
        return []
    every = np.concatenate(hashes)
    owners = np.repeat(reports, [len(keys) for keys in hashes])
    known = np.unique(np.stack([every, owners.astype(np.uint64)]), axis=1)[0] if len(every) else every
    values, holders = np.unique(known, return_counts=True)
    stock = values[holders >= STOCK_REPORTS]
    return [_spread(np.isin(keys, stock), len(body)) for keys, body in zip(hashes, bodies, strict=True)]


def _spread(found: Flags, length: int) -> Flags:
    """The words that long runs of the shingles found lie over."""
    edges = np.flatnonzero(np.diff(np.r_[False, found, False].astype(np.int8)))
    words = np.zeros(length, dtype=np.bool_)
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end + SHINGLE - 1 - start >= STOCK_WORDS:
            words[start : end + SHINGLE - 1] = True
    return words
