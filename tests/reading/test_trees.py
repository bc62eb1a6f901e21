from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from aidememoire.reading.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        at, steps = start, 0
        while at != -1 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at != -1:
            return False
    return True


@given(st.integers(1, 9).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=32))))
def test_any_scores_give_one_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(best_tree(scores[:, 1:], scores[:, 0]))


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_best_tree_under_its_root(seed: int) -> None:
    rng = np.random.default_rng(seed)
    arcs, roots = rng.normal(size=(4, 4)).astype(np.float32), np.array([9.0, 0, 0, 0], dtype=np.float32)
    score = lambda heads: sum(roots[d] if h < 0 else arcs[d, h] for d, h in enumerate(heads))  # noqa: E731
    trees = [list(h) for h in product(range(-1, 4), repeat=4) if is_tree(list(h)) and h[0] == -1]
    best = max(trees, key=score)
    assert best_tree(arcs, roots) == best
