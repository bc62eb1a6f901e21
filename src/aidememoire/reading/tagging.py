"""Tags from scores: the best path through a linear-chain CRF (Viterbi 1967), so that no tag contradicts another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aidememoire.reading.numeric import Array

NEVER = np.float32(-1e6)


@dataclass(frozen=True, slots=True)
class Crf:
    """A CRF: its tags, the score of each at the start (tags), and of each after each (tags × tags, from × to)."""

    tags: tuple[str, ...]
    first: Array
    step: Array


def best_paths(rows: Sequence[tuple[Array, Crf]]) -> list[list[str]]:
    """The best tags of each row of scores (words × tags) by its CRF.

    All rows are decoded side by side, those with fewer words or tags filled up: one by one takes three times as long,
    half of what the network takes.
    """
    if not rows:
        return []
    words = max(len(logits) for logits, _ in rows)
    tags = max(len(crf.tags) for _, crf in rows)
    scores = np.zeros((len(rows), words, tags), dtype=np.float32)
    first = np.full((len(rows), tags), NEVER, dtype=np.float32)
    step = np.full((len(rows), tags, tags), NEVER, dtype=np.float32)
    for i, (logits, crf) in enumerate(rows):
        n = len(crf.tags)
        scores[i, : len(logits), :n] = logits
        first[i, :n] = crf.first
        # Stored as to × from, so that the best way to each tag lies in one stretch of memory.
        step[i, :n, :n] = crf.step.T
    lengths = np.array([len(logits) for logits, _ in rows])
    paths = _viterbi(scores, first, step, lengths)
    return [[crf.tags[t] for t in path[:n]] for path, (_, crf), n in zip(paths, rows, lengths, strict=True)]


def _viterbi(scores: Array, first: Array, step: Array, lengths: np.ndarray) -> list[list[int]]:
    count, words, tags = scores.shape
    if not words:
        return [[] for _ in range(count)]
    back = np.empty((words, count, tags), dtype=np.int8)
    best = first + scores[:, 0]
    ends = np.where(lengths == 1, best.argmax(1), 0)
    for at in range(1, words):
        ways = best[:, None, :] + step
        back[at] = ways.argmax(2)
        best = ways.max(2) + scores[:, at]
        last = lengths == at + 1
        if last.any():
            ends[last] = best[last].argmax(1)
    path = np.zeros((words, count), dtype=np.int64)
    every = np.arange(count)
    tag = ends
    for at in range(words - 1, -1, -1):
        # A row begins its way back at its own last word.
        tag = np.where(lengths == at + 1, ends, tag)
        path[at] = tag
        tag = back[at, every, tag]
    return [[int(t) for t in row] for row in path.T]


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans that BIO tags mark: first word, word after the last, kind."""
    found: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags):
        if tag[:1] == "B":
            found.append((at, at + 1, tag[2:]))
        elif tag[:1] == "I" and found and found[-1][1] == at:
            start, _, kind = found[-1]
            found[-1] = (start, at + 1, kind)
    return found
