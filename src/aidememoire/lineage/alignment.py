"""Two bodies held against each other: the runs of words that they share, and the passages that those runs make up.

The order of passages may differ between the two; inside a passage a few words may have been changed, added or cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import LCSseq

from aidememoire.lineage.candidates import shingles
from aidememoire.lineage.words import Flags, Ints, Keys, Words

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


@lru_cache(maxsize=1024)
def _seeds(body: Words) -> tuple[Keys, Ints]:
    """The hashes of a body's stretches of SEED words, ascending, and where they stand. The latest bodies are kept."""
    found = shingles(body.keys, SEED)
    order = np.argsort(found, kind="stable")
    return found[order], order


def _runs(a: Words, b: Words) -> list[Run]:
    """All longest runs of at least SEED equal words."""
    first, second = _equal_positions(a, b)
    if not len(first):
        return []
    order = np.argsort(((first - second + len(b)) << 32) | first)
    first, second = first[order], second[order]
    starts = np.concatenate([[0], np.flatnonzero((first[1:] - first[:-1] != 1) | (second[1:] - second[:-1] != 1)) + 1])
    lengths = np.diff(np.append(starts, len(first))) + SEED - 1
    return [Run(*run) for run in zip(first[starts].tolist(), second[starts].tolist(), lengths.tolist(), strict=True)]


def _equal_positions(a: Words, b: Words) -> tuple[Ints, Ints]:
    """The pairs of places at which both bodies have the same SEED words."""
    (mine, order_a), (theirs, order_b) = _seeds(a), _seeds(b)
    low = np.searchsorted(theirs, mine)
    found = np.flatnonzero(theirs[np.minimum(low, len(theirs) - 1)] == mine)
    low = low[found]
    counts = np.searchsorted(theirs, mine[found], "right") - low
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return order_a[np.repeat(found, counts)], order_b[np.repeat(low, counts) + within]


def _undisputed(runs: list[Run], length_a: int, length_b: int) -> list[Run]:
    """Runs that share no word with each other: longer ones first, shorter ones cut back to what is left of them."""
    taken_a, taken_b = bytearray(length_a), bytearray(length_b)
    kept = []
    for run in sorted(runs, key=lambda run: (-run.length, run.a, run.b)):
        left = _left(run, taken_a, taken_b)
        if left.length >= SEED - 1:
            kept.append(left)
            taken_a[left.a : left.a + left.length] = taken_b[left.b : left.b + left.length] = b"\1" * left.length
    return sorted(kept, key=lambda run: run.a)


def _left(run: Run, taken_a: bytearray, taken_b: bytearray) -> Run:
    """The longest stretch of a run of which no word is taken."""
    end_a, end_b = run.a + run.length, run.b + run.length
    if taken_a.find(1, run.a, end_a) < 0 and taken_b.find(1, run.b, end_b) < 0:
        return run
    free = np.frombuffer(taken_a[run.a : end_a], np.uint8) + np.frombuffer(taken_b[run.b : end_b], np.uint8) == 0
    start, length = _longest(free)
    return Run(run.a + start, run.b + start, length)


def _longest(free: Flags) -> tuple[int, int]:
    """The start and length of the longest stretch of True."""
    edges = np.flatnonzero(np.diff(free.astype(np.int8), prepend=0, append=0))
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
    blocks = LCSseq.opcodes(mine.keys[a:a_end].tolist(), theirs.keys[b:b_end].tolist())
    return [
        Run(a + block.src_start, b + block.dest_start, block.src_end - block.src_start)
        for block in blocks
        if block.tag == "equal"
    ]
