"""Holidays named in place of a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Article
from aidememoire.reading.sentences import sentences
from aidememoire.reading.times import times

MakeArticle = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        ("They met on Christmas Eve.", "2031-01-29", "Christmas Eve", "2030-12-24"),
        ("They met on Thanksgiving Day.", "2031-01-29", "Thanksgiving Day", "2030-11-28"),
        ("They met on Good Friday.", "2031-05-02", "Good Friday", "2031-04-11"),
        ("They met on Easter Monday 2024.", None, "Easter Monday 2024", "2024-04-01"),
        ("They met in Easter week.", "2031-04-10", "Easter week", "2031-W15"),
        ("They met on New Year’s Day.", None, "New Year’s Day", "XXXX-01-01"),
        ("They met on Good Friday.", None, "Good Friday", "XXXX-XX-XX"),
    ],
)
def test_a_holiday_is_its_day(
    make_article: MakeArticle, text: str, published: str | None, words: str, value: str
) -> None:
    article = make_article(text, published)
    assert [(t.span.text, t.value) for t in times(article, sentences(article))] == [(words, value)]


@pytest.mark.parametrize("text", ["It may day by day improve.", "The Good Friday accord held.", "Easter Rising"])
def test_what_only_bears_the_name_of_a_holiday(make_article: MakeArticle, text: str) -> None:
    article = make_article(text, "2031-01-29")
    assert [t.value for t in times(article, sentences(article)) if t.value[:4].isdigit()] == []
