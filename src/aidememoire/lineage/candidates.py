"""Which articles are worth holding against each other: those that share rare stretches of words, found by index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aidememoire.lineage.words import Flags, Ints, Keys, Places, Words

# Five words: a stretch that two writers seldom hit upon by chance (among 792 reports of one war by 15 outlets 88 % of
# the five-word stretches stand in one article only, 78 % of the three-word ones).
SHINGLE = 5
# Beyond so many holders a stretch no longer proposes every pair of them, only pairs of neighbours in the given order.
CROWD = 48
NEIGHBOURS = 12
# Beyond so many it is stock whatever else holds, and two neighbours are enough to join its printings into a passage.
# Among 30,000 articles, three in ten with a stock paragraph, one related pair in twenty was of one dispatch. A bound
# of 200 lost 2 of 1,449 links among 792 reports, one of 400 none.
MASS = 400
FEW_NEIGHBOURS = 2
# A pair is aligned where it shares an eight-word stretch (four shingles), or several shorter ones.
LEAST_SHARED = 4
# Pairs are counted, and shingles grouped, so many at a time (64 and 16 MB), whatever the size of the collection.
PAIRS_AT_A_TIME = 8_000_000
CODES_AT_A_TIME = 2_000_000

_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two articles, by their places in the given sequence (`first` < `second`), and how many shingles they share."""

    first: int
    second: int
    shared: int


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The shingles that two bodies or more hold, and the number of different shingles of each body (`sizes`).

    Shingle number i, whose leading bits are `keys[i]`, is held by the bodies `owners[starts[i] : starts[i + 1]]`,
    ascending; `bits` is the number of trailing bits that its key lacks.
    """

    keys: Keys
    starts: Ints
    owners: Places
    sizes: Places
    bits: int


def shingles(keys: Keys, size: int = SHINGLE) -> Keys:
    """The hash of each run of `size` words, by its first word. A shorter text is one run as a whole."""
    size = min(size, len(keys))
    if size == 0:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.zeros(len(keys) - size + 1, dtype=np.uint64)
    for offset in range(size):
        hashes *= _FACTOR
        hashes += keys[offset : len(keys) - size + 1 + offset]
    hashes ^= hashes >> np.uint64(29)
    return hashes


def starts_of(ordered: NDArray[np.generic]) -> Ints:
    """The places at which a new value starts in an ordered array."""
    new = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return np.flatnonzero(new)


def distinct(ordered: Keys) -> Keys:
    """The values of an ordered array, each once."""
    return ordered[starts_of(ordered)]


def index_of(bodies: Sequence[Words]) -> Index:
    """The shingles that bodies have in common.

    A shingle and its holder are sorted as one number, the leading bits of the hash before the holder's place. For
    100,000 articles 47 bits are left to the hash: among 40 million shingles half a dozen are then taken for another.
    """
    bits = max(1, (len(bodies) - 1).bit_length())
    codes = _codes(bodies, bits)
    sizes = np.zeros(len(bodies), dtype=np.int32)
    groups = [_held_by_several(part, bits, sizes) for part in _parts(codes, bits)]
    keys, lengths, owners = (
        np.concatenate([np.zeros(0, dtype=kind), *(group[column] for group in groups)])
        for column, kind in enumerate((np.uint64, np.int64, np.int32))
    )
    return Index(keys, np.concatenate([[0], np.cumsum(lengths)]), owners, sizes, bits)


def _codes(bodies: Sequence[Words], bits: int) -> Keys:
    """Every shingle of every body with its holder in the trailing bits, ascending."""
    codes = np.zeros(sum(max(1, len(body) - SHINGLE + 1) for body in bodies if len(body)), dtype=np.uint64)
    end = 0
    for place, body in enumerate(bodies):
        found = shingles(body.keys)
        codes[end : end + len(found)] = (found & ~np.uint64((1 << bits) - 1)) | np.uint64(place)
        end += len(found)
    codes.sort()
    return codes


def _parts(codes: Keys, bits: int) -> Iterator[Keys]:
    """Ordered codes in parts: no shingle lies in two of them."""
    low = 0
    while low < len(codes):
        high = min(low + CODES_AT_A_TIME, len(codes))
        if high < len(codes):
            top = (int(codes[high]) >> bits) << bits
            high = int(np.searchsorted(codes, np.uint64(top)))
            if high <= low:
                high = int(np.searchsorted(codes, np.uint64(top | ((1 << bits) - 1)), side="right"))
        yield codes[low:high]
        low = high


def _held_by_several(codes: Keys, bits: int, sizes: Places) -> tuple[Keys, Ints, Places]:
    """The shingles of ordered codes that several bodies hold, the numbers of their holders, and those holders.

    Adds to `sizes` the number of shingles that each body holds.
    """
    codes = distinct(codes)
    owners = (codes & np.uint64((1 << bits) - 1)).astype(np.int32)
    sizes += np.bincount(owners, minlength=len(sizes)).astype(np.int32)
    codes >>= np.uint64(bits)
    starts = starts_of(codes)
    lengths = np.diff(np.append(starts, len(codes)))
    several = lengths > 1
    return codes[starts[several]], lengths[several], owners[np.repeat(several, lengths)]


def candidates(bodies: Sequence[Words]) -> list[Candidate]:
    """The pairs of bodies that share enough shingles, in order of their places."""
    return list(proposed(index_of(bodies)))


def touched(index: Index, new: Flags) -> Index:
    """The shingles of an index that at least one of the bodies flagged holds."""
    if not len(index.keys):
        return index
    lengths = np.diff(index.starts)
    kept = np.logical_or.reduceat(new[index.owners], index.starts[:-1])
    starts = np.concatenate([[0], np.cumsum(lengths[kept])])
    return Index(index.keys[kept], starts, index.owners[np.repeat(kept, lengths)], index.sizes, index.bits)


def proposed(index: Index) -> Iterator[Candidate]:
    """The pairs of an index that share enough shingles, in order of their places."""
    count = len(index.sizes)
    ends = np.repeat(index.starts[1:], np.diff(index.starts))
    partners = _partners(index, ends)
    for low, high in _blocks(index.owners, partners, count):
        here = np.flatnonzero((index.owners >= low) & (index.owners < high) & (partners > 0))
        times = partners[here]
        within = np.arange(int(times.sum())) - np.repeat(np.cumsum(times) - times, times)
        codes = index.owners[np.repeat(here, times)].astype(np.int64) * count
        codes += index.owners[np.repeat(here + 1, times) + within]
        yield from _enough(codes, index.sizes, count)


def _partners(index: Index, ends: Ints) -> Ints:
    """For each holder of a shingle how many of the holders after it are paired with it."""
    after = ends - np.arange(len(ends)) - 1
    lengths = np.diff(index.starts)
    most = np.where(lengths > CROWD, np.where(lengths > MASS, FEW_NEIGHBOURS, NEIGHBOURS), CROWD)
    partners: Ints = np.minimum(after, np.repeat(most, lengths))
    return partners


def _blocks(owners: Places, partners: Ints, count: int) -> Iterator[tuple[int, int]]:
    """Ranges of bodies whose pairs can be counted at one time."""
    reached = np.cumsum(np.bincount(owners, weights=partners, minlength=count))
    low = 0
    while low < count:
        done = reached[low - 1] if low else 0.0
        high = max(low + 1, int(np.searchsorted(reached, done + PAIRS_AT_A_TIME, side="right")))
        yield low, high
        low = high


def _enough(codes: Ints, sizes: Places, count: int) -> Iterator[Candidate]:
    """The pairs, each given once for every shingle that it shares, that share enough of them."""
    codes.sort()
    starts = starts_of(codes)
    shared = np.diff(np.append(starts, len(codes)))
    pairs = codes[starts]
    first, second = pairs // count, pairs % count
    kept = shared >= np.minimum(LEAST_SHARED, np.minimum(sizes[first], sizes[second]))
    for one, other, times in zip(first[kept].tolist(), second[kept].tolist(), shared[kept].tolist(), strict=True):
        yield Candidate(one, other, times)
