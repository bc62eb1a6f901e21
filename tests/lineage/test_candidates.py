from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aidememoire.lineage import candidates as module
from aidememoire.lineage.candidates import (
    CROWD,
    FEW_NEIGHBOURS,
    LEAST_SHARED,
    MASS,
    NEIGHBOURS,
    Candidate,
    candidates,
    index_of,
    proposed,
    shingles,
    touched,
)
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import LEAD, MEETING, ROAD, TOLL, Make, made


def test_only_pairs_that_share_words_are_candidates(make: Make) -> None:
    bodies = [body_words(make(n, *t)) for n, t in (("a", (LEAD, ROAD)), ("b", (MEETING,)), ("c", (ROAD, TOLL)))]
    assert [(found.first, found.second) for found in candidates(bodies)] == [(0, 2)]


def test_a_text_shorter_than_a_shingle_is_one_as_a_whole(make: Make) -> None:
    assert len(shingles(body_words(make("a", "No comment.")).keys)) == 1
    assert len(shingles(body_words(make("a")).keys)) == 0


def test_a_crowd_does_not_propose_every_pair(make: Make) -> None:
    size = CROWD + 20
    found = candidates([body_words(make(f"{n:03}", LEAD)) for n in range(size)])
    assert size - 1 <= len(found) < size * (size - 1) // 2
    assert all((n, n + 1) in {(c.first, c.second) for c in found} for n in range(size - 1))


def test_stock_of_masses_proposes_few_pairs_and_joins_them_all(make: Make) -> None:
    size = MASS + 20
    pairs = {(c.first, c.second) for c in candidates([body_words(make(f"{n:03}", LEAD)) for n in range(size)])}
    assert len(pairs) <= FEW_NEIGHBOURS * size < NEIGHBOURS * size
    assert all((n, n + 1) in pairs for n in range(size - 1))


TEXTS = st.lists(st.lists(st.sampled_from((LEAD, MEETING, ROAD, TOLL, "No comment.")), max_size=3), max_size=6)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from((1, 7, 1_000)))
def test_pairs_are_those_that_share_enough_however_many_are_counted_at_a_time(
    texts: list[list[str]], at_a_time: int
) -> None:
    bodies = [body_words(made(f"a{n}", *text)) for n, text in enumerate(texts)]
    held = [set(shingles(body.keys).tolist()) for body in bodies]
    wanted = [
        Candidate(a, b, len(held[a] & held[b]))
        for a, b in combinations(range(len(bodies)), 2)
        if held[a] & held[b] and len(held[a] & held[b]) >= min(LEAST_SHARED, len(held[a]), len(held[b]))
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PAIRS_AT_A_TIME", at_a_time)
        patch.setattr(module, "CODES_AT_A_TIME", at_a_time)
        assert candidates(bodies) == wanted


def test_only_stretches_that_a_new_body_has_are_touched(make: Make) -> None:
    bodies = [body_words(make(n, *t)) for n, t in (("a", (LEAD,)), ("b", (LEAD, ROAD)), ("c", (ROAD,)))]
    found = touched(index_of(bodies), np.array([False, False, True]))
    assert [(c.first, c.second) for c in proposed(found)] == [(1, 2)]
