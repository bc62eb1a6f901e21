from itertools import pairwise, product
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from aidememoire.reading.tagging import best_path, spans_of

TAGS = ["O", "B-cue", "I-cue"]
NOTES: dict[str, Any] = {
    "tags": TAGS,
    "first": [0.0, 0.0, -1e4],
    "step": [[0.5, 0.0, -1e4], [0.0, -1.0, 1.0], [0.0, 0.0, 0.5]],
}


def score(path: tuple[int, ...], logits: np.ndarray) -> float:
    moves = sum(NOTES["step"][a][b] for a, b in pairwise(path))
    return float(NOTES["first"][path[0]] + moves + sum(logits[i, t] for i, t in enumerate(path)))


@given(arrays(np.float32, (5, 3), elements=st.floats(-4, 4, width=16)))
def test_the_best_of_all_paths_is_found_and_no_span_begins_inside(logits: np.ndarray) -> None:
    found = best_path(logits, NOTES)
    best = max(score(p, logits) for p in product(range(3), repeat=5))
    assert abs(score(tuple(TAGS.index(t) for t in found), logits) - best) < 1e-3
    assert all(a != "O" for a, b in zip(["O", *found], found, strict=False) if b == "I-cue")


def test_no_words_have_no_tags() -> None:
    assert best_path(np.zeros((0, 3), dtype=np.float32), NOTES) == []


def test_tags_mark_spans() -> None:
    tags = ["O", "B-cue", "I-cue", "B-cue", "O", "B-source"]
    assert spans_of(tags) == [(1, 3, "cue"), (3, 4, "cue"), (5, 6, "source")]
