"""Tags from scores: the best path through a linear-chain CRF (Viterbi 1967), so that no tag contradicts another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


def best_path(logits: Array, notes: dict[str, Any]) -> list[str]:
    """The best tag of each word (words × tags) by the CRF's `notes`: its tags, the scores of `first` and `step`."""
    tags: Sequence[str] = notes["tags"]
    if not len(logits):
        return []
    step, score = np.asarray(notes["step"]), np.asarray(notes["first"]) + logits[0]
    back = np.empty(logits.shape, dtype=np.int64)
    for at in range(1, len(logits)):
        ways = score[:, None] + step
        back[at] = ways.argmax(0)
        score = ways.max(0) + logits[at]
    path = [int(score.argmax())]
    for at in range(len(logits) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return [tags[i] for i in reversed(path)]


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
