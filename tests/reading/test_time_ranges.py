"""Stretches from one day to another, days told by a number alone, and the ninth."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Article
from aidememoire.reading.sentences import sentences
from aidememoire.reading.times import times

MakeArticle = Callable[..., Article]
# A Wednesday.
PUBLISHED = "2031-01-29"


def _told(article: Article) -> list[tuple[str, str, str | None, str | None]]:
    return [(t.span.text, t.value, t.earliest, t.latest) for t in times(article, sentences(article))]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Talks will be held between 3 and 5 March.", "between 3 and 5 March", "2031-03-03/2031-03-05"),
        ("They met from January 20 to 22.", "from January 20 to 22", "2031-01-20/2031-01-22"),
        ("The round will be held on March 3-5.", "March 3-5", "2031-03-03/2031-03-05"),
        ("The round will be held on 3–5 March 2032.", "3–5 March 2032", "2032-03-03/2032-03-05"),
        ("They will meet from 28 February to 3 March.", "from 28 February to 3 March", "2031-02-28/2031-03-03"),
        ("They met between Dec. 30 and Jan. 2.", "between Dec. 30 and Jan. 2", "2030-12-30/2031-01-02"),
        ("She was in Dravik from Monday to Wednesday.", "from Monday to Wednesday", "2031-01-27/2031-01-29"),
        ("She will be in Dravik from Monday to Wednesday.", "from Monday to Wednesday", "2031-02-03/2031-02-05"),
        ("They will meet Saturday through Monday.", "Saturday through Monday", "2031-02-01/2031-02-03"),
        ("The war of 2014-2016 is over.", "2014-2016", "2014/2016"),
    ],
)
def test_a_stretch_has_its_first_and_last_day(make_article: MakeArticle, text: str, words: str, value: str) -> None:
    [(found, interval, earliest, latest)] = _told(make_article(text, PUBLISHED))
    assert (found, interval) == (words, value)
    if "2014" not in value:
        assert f"{earliest}/{latest}" == value


def test_a_stretch_of_years_runs_from_the_first_to_the_last_day(make_article: MakeArticle) -> None:
    assert _told(make_article("The war of 2014-2016 is over.")) == [
        ("2014-2016", "2014/2016", "2014-01-01", "2016-12-31")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks will be held between 3 and 5 March.", "XXXX-03-03/XXXX-03-05"),
        ("They will meet from 28 February to 3 March.", "XXXX-02-28/XXXX-03-03"),
        ("She was in Dravik from Monday to Wednesday.", "XXXX-WXX-1/XXXX-WXX-3"),
        ("They will meet on the ninth.", "XXXX-XX-09"),
    ],
)
def test_no_year_is_guessed_without_a_day_of_publishing(make_article: MakeArticle, text: str, value: str) -> None:
    [(_, found, earliest, latest)] = _told(make_article(text))
    assert (found, earliest, latest) == (value, None, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They will meet on March 3 and 5.", [("March 3", "2031-03-03"), ("5", "2031-03-05")]),
        ("The front attacked on 3 and 5 January.", [("3", "2031-01-03"), ("5 January", "2031-01-05")]),
        ("On January 3 and 5 people came.", [("January 3", "2031-01-03")]),
    ],
)
def test_days_that_share_a_month(make_article: MakeArticle, text: str, days: list[tuple[str, str]]) -> None:
    article = make_article(text, PUBLISHED)
    found = [(t.span.text, t.value) for t in times(article, sentences(article)) if t.value.startswith("2031-")]
    assert found == days


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They will meet on the ninth.", "the ninth", "2031-02-09"),
        ("They met on the ninth.", "the ninth", "2031-01-09"),
        ("They met on the 30th, he said.", "the 30th", "2030-12-30"),
        ("They met on the 2nd of this month.", "the 2nd of this month", "2031-01-02"),
        ("Talks on the ninth.", "the ninth", "XXXX-XX-09"),
    ],
)
def test_the_day_of_a_month_that_is_not_named(make_article: MakeArticle, text: str, words: str, value: str) -> None:
    [(found, told, _, _)] = _told(make_article(text, PUBLISHED))
    assert (found, told) == (words, value)


@pytest.mark.parametrize("text", ["They met on the ninth floor.", "It was the ninth round.", "They voted 3-5 in May."])
def test_what_is_no_day_of_a_month(make_article: MakeArticle, text: str) -> None:
    assert all("-09" not in value and "/" not in value for _, value, _, _ in _told(make_article(text, PUBLISHED)))


def test_a_day_that_was_moved_is_no_stretch(make_article: MakeArticle) -> None:
    found = _told(make_article("The round was moved from Thursday to Friday.", PUBLISHED))
    assert [(words, value) for words, value, _, _ in found if words == "Friday"] == [("Friday", "2031-01-31")]
