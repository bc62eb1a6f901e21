from hypothesis import given
from hypothesis import strategies as st

from aidememoire.reading.windows import CLS, LOWER, MIXED, OTHER, SEP, TITLE, UPPER, shape_of, windows


def test_the_shape_of_a_word_is_how_it_is_written() -> None:
    words = ["talks", "Lugarno", "UHC", "U.S.", "McRae", "I", "62", "—"]
    assert [shape_of(w) for w in words] == [LOWER, TITLE, UPPER, UPPER, MIXED, TITLE, OTHER, OTHER]


def test_a_window_has_its_paragraphs_apart() -> None:
    (window,) = windows([[7], [8, 9], [10]], [LOWER, TITLE, LOWER], {0, 2}, 20)
    assert window.pieces == (CLS, 7, 8, 9, SEP, 10, SEP)
    assert window.shapes == (OTHER, LOWER, TITLE, TITLE, OTHER, LOWER, OTHER)
    assert window.firsts == (1, 2, 5)


def test_a_paragraph_that_does_not_fit_begins_a_window() -> None:
    found = list(windows([[1]] * 10, [LOWER] * 10, {0, 6}, 9))
    assert [(w.start, w.end) for w in found] == [(0, 6), (6, 10)]


@given(
    st.lists(st.lists(st.integers(200, 300), min_size=1, max_size=5), max_size=80),
    st.sets(st.integers(0, 79)),
    st.integers(12, 40),
)
def test_windows_hold_every_word_once_and_never_too_much(
    pieces: list[list[int]], paragraphs: set[int], size: int
) -> None:
    found = list(windows(pieces, [LOWER] * len(pieces), {p for p in paragraphs if p < len(pieces)}, size))
    assert [i for w in found for i in range(w.start, w.end)] == list(range(len(pieces)))
    for w in found:
        assert len(w.pieces) == len(w.shapes) <= size
        for at, word in zip(w.firsts, range(w.start, w.end), strict=True):
            assert list(w.pieces[at : at + len(pieces[word])]) == pieces[word]
