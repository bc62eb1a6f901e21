from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article
from aidememoire.reading.quantities import quantities
from aidememoire.reading.sentences import sentences
from aidememoire.reading.times import times

MakeArticle = Callable[..., Article]
WORDS = st.lists(
    st.sampled_from(
        ["more", "than", "40", "1,500", "two", "hundred", "dozens", "of", "people", "between", "and", "to", "half", "a",
         "million", "%", "rebels", "$", "least", "at", "tens", "thousands", "-", "260", "000", "Feb.", "3", ","]
    ),
    max_size=20,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "noun", "value", "bound"),
    [
        ("The war killed more than 41,000 people.", "more than 41,000 people", "people", 41000, "more than"),
        ("It killed nearly half a million.", "nearly half a million", None, 500000, "nearly"),
        ("At least 48 were killed.", "At least 48", None, 48, "at least"),
        ("It freed up to 1,300 prisoners.", "up to 1,300 prisoners", "prisoners", 1300, "up to"),
        ("It met two rebel officials.", "two rebel officials", "officials", 2, "exactly"),
        ("About 1.5 million refugees left.", "About 1.5 million refugees", "refugees", 1500000, "about"),
        ("Some 260 000 residents stay.", "Some 260 000 residents", "residents", 260000, "about"),
        ("It won 60 percent of votes.", "60 percent", "percent", 60, "exactly"),
        ("Fewer than 12 wounded fighters left.", "Fewer than 12 wounded fighters", "fighters", 12, "less than"),
        ("It paid $5 million for it.", "$5 million", "$", 5000000, "exactly"),
        ("Two hundred and fifty soldiers left.", "Two hundred and fifty soldiers", "soldiers", 250, "exactly"),
        ("The blast killed 12 in Halvet.", "12", None, 12, "exactly"),
        ("Only one soldier came.", "Only one soldier", "soldier", 1, "exactly"),
    ],
)
def test_one_number(
    make_article: MakeArticle, text: str, words: str, noun: str | None, value: float, bound: str
) -> None:
    article = make_article(text)
    [found] = quantities(article, sentences(article))
    assert (found.span.text, found.value, found.bound) == (words, value, bound)
    assert (found.noun.text if found.noun else None) == noun


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("It held dozens of women.", "dozens of women", 24, 99),
        ("It drove out hundreds of thousands of people.", "hundreds of thousands of people", 200000, 999999),
        ("It lost between 20 and 30 trucks.", "between 20 and 30 trucks", 20, 30),
        ("It feeds 2 to 3 million people.", "2 to 3 million people", 2000000, 3000000),
    ],
)
def test_a_size(make_article: MakeArticle, text: str, words: str, low: float, high: float) -> None:
    article = make_article(text)
    [found] = quantities(article, sentences(article))
    assert (found.span.text, found.value, found.low, found.high) == (words, None, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1907 stands.",
        "Okrelo, 34, left on Feb. 3 at 1700 GMT.",
        "A 34-year-old died after two days.",
        "It began in 1994.",
        "One of them left.",
    ],
)
def test_no_quantity(make_article: MakeArticle, text: str) -> None:
    article = make_article(text)
    found = sentences(article)
    assert quantities(article, found, times(article, found)) == ()


@given(words=WORDS)
def test_spans_are_exact_and_apart(make_article: MakeArticle, words: list[str]) -> None:
    article = make_article(" ".join(words))
    found = quantities(article, sentences(article))
    for quantity in found:
        assert article.text[quantity.span.start : quantity.span.end] == quantity.span.text
        assert quantity.noun is None or quantity.span.covers(quantity.noun)
        assert (quantity.value is None) == (quantity.low is not None)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
