"""Dependency trees from scores: every word has one head, one word hangs on the root, and there is no circle.

Each word's best head makes a tree for most sentences; for the others the best tree is found by the algorithm of Chu and
Liu (1965) and Edmonds (1967).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aidememoire.reading.numeric import Array

ROOT = 0


def best_tree(arcs: Array, roots: Array) -> list[int]:
    """The head of each word (the index of a word, -1 for the root), of words × words and words scores."""
    n = len(roots)
    scores = np.full((n + 1, n + 1), -np.inf)
    scores[1:, 1:] = arcs
    scores[1:, ROOT] = roots
    np.fill_diagonal(scores, -np.inf)
    greedy = scores.argmax(1)
    if (greedy[1:] == ROOT).sum() == 1 and _circle(greedy) is None:
        return [int(h) - 1 for h in greedy[1:]]
    # One root only: the best tree under each candidate in turn would be exact; the likeliest is nearly always it.
    root = int(scores[1:, ROOT].argmax()) + 1
    scores[1:, ROOT] = -np.inf
    scores[root, :] = -np.inf
    scores[root, ROOT] = 0.0
    return [int(h) - 1 for h in _edmonds(scores)[1:]]


def _circle(heads: npt.NDArray[np.int64]) -> list[int] | None:
    """The words of a circle, None where every way up ends at the root."""
    seen = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        at, way = start, []
        while at != ROOT and not seen[at]:
            seen[at] = start
            way.append(at)
            at = int(heads[at])
        if at != ROOT and seen[at] == start:
            return way[way.index(at) :]
    return None


def _edmonds(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """The heads of the best tree; row d, column h of `scores` is that of h as the head of d, row ROOT unused."""
    heads: npt.NDArray[np.int64] = scores.argmax(1)
    heads[ROOT] = ROOT
    circle = _circle(heads)
    if circle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[circle] = True
    rest = np.flatnonzero(~inside)
    # The circle becomes one word: into it by the arc that costs least to break it, out of it by its best word.
    own = scores[circle, heads[circle]]
    into = scores[circle][:, rest] - own[:, None]
    out = scores[rest][:, circle]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[rest][:, rest]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out.max(1)
    found = _edmonds(small)
    result: npt.NDArray[np.int64] = heads.copy()
    for d in range(1, len(rest)):
        h = found[d]
        result[rest[d]] = rest[h] if h < len(rest) else circle[int(out[d].argmax())]
    entry = int(found[len(rest)])
    broken = circle[int(into[:, entry].argmax())]
    result[broken] = rest[entry]
    return result
