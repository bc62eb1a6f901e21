from __future__ import annotations

from aidememoire.lineage.candidates import CROWD, candidates, shingles
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import LEAD, MEETING, ROAD, TOLL, Make


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
