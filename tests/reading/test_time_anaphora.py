"""Times counted from one that was told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aidememoire.model.articles import Article
from aidememoire.reading.sentences import sentences
from aidememoire.reading.times import times

MakeArticle = Callable[..., Article]
# A Wednesday.
PUBLISHED = "2031-01-29"


def _last(article: Article) -> tuple[str, str]:
    found = times(article, sentences(article))[-1]
    return found.span.text, found.value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on Sunday. The next day the front withdrew.", "The next day", "2031-01-27"),
        ("They met on Sunday. The following morning it withdrew.", "The following morning", "2031-01-27TMO"),
        ("They met on Sunday and signed the same day.", "the same day", "2031-01-26"),
        ("They met on Jan. 20 and parted two days later.", "two days later", "2031-01-22"),
        ("They met on Jan. 20. Four days earlier, Orlune was shelled.", "Four days earlier", "2031-01-16"),
        ("They met on Jan. 20. It fell after two days earlier this month.", "earlier this month", "2031-01"),
        ("They met last week. A week earlier they had refused.", "A week earlier", "2031-W03"),
        ("They met in March 2030. It ended the following month.", "the following month", "2030-04"),
        ("They met in March 2028. They fell out later that year.", "later that year", "2028"),
        ("They met in March 2028. It fell a year later.", "a year later", "2029"),
        ("They met on 3 May 2030, and on the previous Friday.", "the previous Friday", "2030-04-26"),
        ("Trade rose in the third quarter from 30 a year earlier.", "a year earlier", "2029-Q3"),
        ("Trade rose in the third quarter from the year-earlier quarter.", "the year-earlier quarter", "2029-Q3"),
        ("They met on Sunday. The guards left at 5 p.m.", "5 p.m.", "2031-01-26T17:00"),
    ],
)
def test_counted_from_what_was_told_last(make_article: MakeArticle, text: str, words: str, value: str) -> None:
    assert _last(make_article(text, PUBLISHED)) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The next day the front withdrew.", "The next day", "XXXX-XX-XX"),
        ("The guards came. They left two days later.", "two days later", "P2D"),
        ("The guards left at 5 p.m.", "5 p.m.", "T17:00"),
        ("They met on Sunday. It rained. It rained on. The next day it cleared.", "The next day", "XXXX-XX-XX"),
        ("They met in 2028. The next day they parted.", "The next day", "XXXX-XX-XX"),
        ("They met on Sunday, the day before the attack.", "the day before", "XXXX-XX-XX"),
    ],
)
def test_open_where_nothing_near_and_as_exact_was_told(
    make_article: MakeArticle, text: str, words: str, value: str
) -> None:
    assert _last(make_article(text, PUBLISHED)) == (words, value)


def test_from_what_is_compared_with_nothing_is_counted(make_article: MakeArticle) -> None:
    article = make_article(
        "Trade rose in the third quarter from 30 a year earlier. It was 20 a year earlier.", PUBLISHED
    )
    assert [t.value for t in times(article, sentences(article))] == ["2030-Q3", "2029-Q3", "2029-Q3"]
