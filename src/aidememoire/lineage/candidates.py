"""Which articles are worth holding against each other: those that share rare stretches of words, found by index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aidememoire.lineage.words import Ints, Keys, Words

# Five words: a stretch that two writers seldom hit upon by chance (among 792 reports of one war by 15 outlets 88 % of
# the five-word stretches stand in one article only, 78 % of the three-word ones).
SHINGLE = 5
# Beyond so many holders a stretch no longer proposes every pair of them, only pairs of neighbours in the given order.
CROWD = 48
NEIGHBOURS = 12
# A pair is aligned where it shares an eight-word stretch (four shingles), or several shorter ones.
LEAST_SHARED = 4

_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two articles, by their places in the given sequence (`first` < `second`), and how many shingles they share."""

    first: int
    second: int
    shared: int


def shingles(keys: Keys, size: int = SHINGLE) -> Keys:
    """The hash of each run of `size` words, by its first word. A shorter text is one run as a whole."""
    size = min(size, len(keys))
    if size == 0:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.zeros(len(keys) - size + 1, dtype=np.uint64)
    for offset in range(size):
        hashes = hashes * _FACTOR + keys[offset : len(keys) - size + 1 + offset]
    return hashes ^ (hashes >> np.uint64(29))


def candidates(bodies: Sequence[Words]) -> list[Candidate]:
    """The pairs of bodies that share enough shingles, in order of their places."""
    held = [np.unique(shingles(body.keys)) for body in bodies]
    owners = np.repeat(np.arange(len(held), dtype=np.int64), [len(keys) for keys in held])
    codes = paired_owners(np.concatenate(held) if held else np.zeros(0, dtype=np.uint64), owners, len(held))
    pairs, shared = np.unique(codes, return_counts=True)
    sizes = np.array([len(keys) for keys in held], dtype=np.int64)
    shorter = np.minimum(sizes[pairs // max(1, len(held))], sizes[pairs % max(1, len(held))])
    kept = shared >= np.minimum(LEAST_SHARED, shorter)
    return [
        Candidate(int(pair) // len(held), int(pair) % len(held), int(count))
        for pair, count in zip(pairs[kept], shared[kept], strict=True)
    ]


def paired_owners(keys: Keys, owners: Ints, count: int) -> Ints:
    """For every key the pairs of its owners, as `first * count + second`: once for each key that a pair shares."""
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, dtype=np.int64)
    sizes = np.diff(np.r_[starts, len(keys)])
    found = [_pairs_of_size(owners, starts[sizes == size], int(size), count) for size in np.unique(sizes[sizes > 1])]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def _pairs_of_size(owners: Ints, starts: Ints, size: int, count: int) -> Ints:
    """The pairs within all groups of one size."""
    first, second = np.triu_indices(size, 1)
    if size > CROWD:
        near = second - first <= NEIGHBOURS
        first, second = first[near], second[near]
    pairs: Ints = owners[starts[:, None] + first] * count + owners[starts[:, None] + second]
    return pairs.ravel()
