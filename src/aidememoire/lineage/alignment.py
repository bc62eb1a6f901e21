"""Two bodies held against each other: the runs of words that they share, and the passages that those runs make up.

The order of passages may differ between the two; inside a passage a few words may have been changed, added or cut.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq

from aidememoire.lineage.candidates import shingles
from aidememoire.lineage.words import Flags, Ints, Words

# Runs are grown from equal stretches of four words; shorter ones (two at least) are only looked for between them.
SEED = 4
# Between two runs of one passage at most so many words may have been changed: half a sentence of agency prose, whose
# mean is 26 words.
GAP = 12
# A passage has at least so many words in common, in runs: less is a name with its title or a common turn of phrase.
LEAST = 8


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words from word `a` of one body and word `b` of the other that are the same."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage in words: its stretch in either body (ends excluded) and the runs that both share in it."""

    a: int
    a_end: int
    b: int
    b_end: int
    runs: tuple[Run, ...]

    @property
    def matched(self) -> int:
        """How many words the runs hold."""
        return sum(run.length for run in self.runs)


def aligned(a: Words, b: Words) -> tuple[Aligned, ...]:
    """The passages that two bodies share, in the order of `a`."""
    if len(a) == len(b) and len(a) and bool((a.keys == b.keys).all()):
        return (Aligned(0, len(a), 0, len(b), (Run(0, 0, len(a)),)),)
    passages = (_filled(chain, a, b) for chain in _chains(_undisputed(_runs(a, b), len(a), len(b))))
    return tuple(passage for passage in passages if passage.matched >= LEAST)


def covered(passages: tuple[Aligned, ...], length: int, side: str) -> Flags:
    """Which of the `length` words of side "a" or "b" lie in a run of the passages."""
    flags = np.zeros(length, dtype=np.bool_)
    for passage in passages:
        for run in passage.runs:
            start = run.a if side == "a" else run.b
            flags[start : start + run.length] = True
    return flags


def _runs(a: Words, b: Words) -> list[Run]:
    """All longest runs of at least SEED equal words."""
    first, second = _equal_positions(a, b)
    if not len(first):
        return []
    diagonal = first - second
    order = np.lexsort((first, diagonal))
    first, second, diagonal = first[order], second[order], diagonal[order]
    breaks = np.flatnonzero((np.diff(diagonal) != 0) | (np.diff(first) != 1)) + 1
    starts = np.r_[0, breaks]
    lengths = np.diff(np.r_[starts, len(first)]) + SEED - 1
    return [Run(int(first[s]), int(second[s]), int(n)) for s, n in zip(starts, lengths, strict=True)]


def _equal_positions(a: Words, b: Words) -> tuple[Ints, Ints]:
    """The pairs of places at which both bodies have the same SEED words."""
    mine, theirs = shingles(a.keys, SEED), shingles(b.keys, SEED)
    order = np.argsort(theirs, kind="stable")
    ordered = theirs[order]
    low, high = np.searchsorted(ordered, mine, "left"), np.searchsorted(ordered, mine, "right")
    counts = high - low
    first = np.repeat(np.arange(len(mine)), counts)
    within = np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return first, order[np.repeat(low, counts) + within]


def _undisputed(runs: list[Run], length_a: int, length_b: int) -> list[Run]:
    """Runs that share no word with each other: longer ones first, shorter ones cut back to what is left of them."""
    taken_a, taken_b = np.zeros(length_a, dtype=np.bool_), np.zeros(length_b, dtype=np.bool_)
    kept = []
    for run in sorted(runs, key=lambda run: (-run.length, run.a, run.b)):
        free = ~(taken_a[run.a : run.a + run.length] | taken_b[run.b : run.b + run.length])
        start, length = _longest(free)
        if length >= SEED - 1:
            kept.append(Run(run.a + start, run.b + start, length))
            taken_a[run.a + start : run.a + start + length] = True
            taken_b[run.b + start : run.b + start + length] = True
    return sorted(kept, key=lambda run: run.a)


def _longest(free: Flags) -> tuple[int, int]:
    """The start and length of the longest stretch of True."""
    if free.all():
        return 0, len(free)
    edges = np.flatnonzero(np.diff(np.r_[False, free, False].astype(np.int8)))
    if not len(edges):
        return 0, 0
    best = int(np.argmax(edges[1::2] - edges[::2]))
    return int(edges[2 * best]), int(edges[2 * best + 1] - edges[2 * best])


def _chains(runs: list[Run]) -> list[list[Run]]:
    """Runs that follow each other closely in both bodies, joined."""
    chains: list[list[Run]] = []
    for run in runs:
        home = next((chain for chain in reversed(chains[-4:]) if _follows(chain[-1], run)), None)
        if home is None:
            chains.append([run])
        else:
            home.append(run)
    return chains


def _follows(run: Run, after: Run) -> bool:
    """Whether at most GAP words lie between the two in either body."""
    return 0 <= after.a - run.a - run.length <= GAP and 0 <= after.b - run.b - run.length <= GAP


def _filled(chain: list[Run], a: Words, b: Words) -> Aligned:
    """The passage of a chain, with the single words that stand in both of its gaps."""
    runs = [chain[0]]
    for run in chain[1:]:
        last = runs[-1]
        runs.extend(_between(last.a + last.length, run.a, last.b + last.length, run.b, a, b))
        runs.append(run)
    return Aligned(chain[0].a, chain[-1].a + chain[-1].length, chain[0].b, chain[-1].b + chain[-1].length, tuple(runs))


def _between(a: int, a_end: int, b: int, b_end: int, mine: Words, theirs: Words) -> list[Run]:
    """The words that two gaps have in common, in order (longest common subsequence)."""
    if a == a_end or b == b_end:
        return []
    blocks = LCSseq.opcodes(mine.forms[a:a_end], theirs.forms[b:b_end])
    return [
        Run(a + block.src_start, b + block.dest_start, block.src_end - block.src_start)
        for block in blocks
        if block.tag == "equal"
    ]
