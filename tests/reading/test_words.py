from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.reading.words import word_spans


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don’t, she’ll say.", ["They", "do", "n’t", ",", "she", "’ll", "say", "."]),
        ("Varenia's well-known U.S. envoy", ["Varenia", "'s", "well", "-", "known", "U.S.", "envoy"]),
        ("Mr. Solvane said 1,000 left at 19:30 ...", ["Mr.", "Solvane", "said", "1,000", "left", "at", "19:30", "..."]),
        ("al-Ba'ath cannot", ["al", "-", "Ba'ath", "can", "not"]),
        ("“No,” she said—twice.", ["“", "No", ",", "”", "she", "said", "—", "twice", "."]),
        ("the 1990s, the 21st", ["the", "1990s", ",", "the", "21st"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in word_spans(text)] == words


@given(st.text())
def test_words_are_in_order_and_hold_all_but_white_space(text: str) -> None:
    spans = list(word_spans(text))
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    inside = {i for a, b in spans for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in inside)
