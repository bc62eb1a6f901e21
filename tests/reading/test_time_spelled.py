"""Years and days in words become digits, and every place finds its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.reading.time_spelled import plain

WORDS = st.lists(
    st.sampled_from(
        ["nineteen", "ninety-four", "in", "two", "thousand", "and", "five", "March", "eighth", "the", "year", "twenty",
         "oh", "May", "first", ",", "villages"]
    ),
    max_size=15,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("in nineteen seventy-nine", "in 1979"),
        ("the winter of nineteen ninety four.", "the winter of 1994."),
        ("in twenty oh five", "in 2005"),
        ("by the year two thousand it was", "by the year 2000 it was"),
        ("in two thousand and three.", "in 2003."),
        ("on Sunday, March eighth.", "on Sunday, March 8."),
        ("May the twenty-first, he said", "May 21, he said"),
        ("in two thousand villages", "in two thousand villages"),
        ("twenty-one guards", "twenty-one guards"),
        ("May first asks", "May first asks"),
    ],
)
def test_years_and_days_in_digits(text: str, digits: str) -> None:
    assert plain(text).text.replace("the 21", "21") == digits


def test_a_place_in_the_digits_is_that_of_the_words() -> None:
    told = plain("It was nineteen seventy-nine then")
    assert (told.text, told.place(7), told.place(11, end=True)) == ("It was 1979 then", 7, 28)


@given(words=WORDS)
def test_places_keep_their_order_and_the_ends_meet(words: list[str]) -> None:
    text = " ".join(words)
    told = plain(text)
    starts = [told.place(at) for at in range(len(told.text) + 1)]
    assert starts == sorted(starts)
    assert told.place(0) == 0
    assert told.place(len(told.text), end=True) == len(text)
