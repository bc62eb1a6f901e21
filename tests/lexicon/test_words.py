"""Words and marks of a text, each with its place."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.lexicon.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy’s car left.", ["The", "envoy", "’s", "car", "left", "."]),
        ("C.N.-led talks on Dec. 18", ["C.N.-led", "talks", "on", "Dec.", "18"]),
        ("Gen. Okrelo didn’t wait", ["Gen.", "Okrelo", "didn’t", "wait"]),
        ("320,000 people (UHC)", ["320,000", "people", "(", "UHC", ")"]),
    ],
)
def test_words_and_marks(text: str, expected: list[str]) -> None:
    assert [w.text for w in words(text)] == expected


@given(st.text(max_size=60))
def test_every_word_is_its_slice_and_none_overlap(text: str) -> None:
    found = words(text)
    assert all(text[w.start : w.end] == w.text for w in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert sum(len(w.text) for w in found) == sum(not c.isspace() and (c != "_") for c in text) or "_" in text
