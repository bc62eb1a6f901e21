from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from aidememoire.reading.tagging import Crf, best_paths, spans_of

TAGS = ["O", "B-cue", "I-cue"]
FIRST = [0.0, 0.0, -1e4]
STEP = [[0.5, 0.0, -1e4], [0.0, -1.0, 1.0], [0.0, 0.0, 0.5]]
CRF = Crf(tuple(TAGS), np.array(FIRST, np.float32), np.array(STEP, np.float32))
SMALL = Crf(("O", "B-name"), np.zeros(2, np.float32), np.zeros((2, 2), np.float32))


def score(path: tuple[int, ...], logits: np.ndarray) -> float:
    moves = sum(STEP[a][b] for a, b in pairwise(path))
    return float(FIRST[path[0]] + moves + sum(logits[i, t] for i, t in enumerate(path)))


@given(arrays(np.float32, (5, 3), elements=st.floats(-4, 4, width=16)))
def test_the_best_of_all_paths_is_found_and_no_span_begins_inside(logits: np.ndarray) -> None:
    (found,) = best_paths([(logits, CRF)])
    best = max(score(p, logits) for p in product(range(3), repeat=5))
    assert abs(score(tuple(TAGS.index(t) for t in found), logits) - best) < 1e-3
    assert all(a != "O" for a, b in zip(["O", *found], found, strict=False) if b == "I-cue")


@given(
    arrays(np.float32, (5, 3), elements=st.integers(-8, 8).map(float)),
    arrays(np.float32, (3, 2), elements=st.integers(-8, 8).map(float)),
)
def test_rows_of_other_lengths_and_tags_beside_it_change_no_path(long: np.ndarray, short: np.ndarray) -> None:
    together = best_paths([(short, SMALL), (long, CRF), (short[:1], SMALL)])
    assert together == [best_paths([row])[0] for row in ((short, SMALL), (long, CRF), (short[:1], SMALL))]
    assert together[0] == ["B-name" if b > o else "O" for o, b in short]


def test_no_words_have_no_tags() -> None:
    assert best_paths([(np.zeros((0, 3), dtype=np.float32), CRF)]) == [[]]
    assert best_paths([]) == []


def test_tags_mark_spans() -> None:
    tags = ["O", "B-cue", "I-cue", "B-cue", "O", "B-source"]
    assert spans_of(tags) == [(1, 3, "cue"), (3, 4, "cue"), (5, 6, "source")]
