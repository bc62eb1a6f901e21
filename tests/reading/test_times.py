from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidememoire.model.articles import Article
from aidememoire.reading.sentences import sentences
from aidememoire.reading.times import times

MakeArticle = Callable[..., Article]
# A Wednesday.
PUBLISHED = "2031-01-29"
WORDS = st.lists(
    st.sampled_from(
        ["Monday", "Feb.", "31", "29", "2031", "last", "next", "week", "month", "May", "two", "years", "ago", "the",
         "past", "hours", "at", "17:00", "GMT", "of", "early", "half", "a", "quarter", "third", "’90s", "since", ",",
         "later", "earlier", "next day", "from", "to", "between", "and", "3", "28", "on the ninth",
         "nineteen ninety-four", "March eighth", "Good Friday", "Easter week", "decades", "year-earlier", "1000",
         "1500", "-", "the same month"]
    ),
    max_size=20,
)  # fmt: skip


def _values(article: Article) -> list[tuple[str, str]]:
    return [(time.span.text, time.value) for time in times(article, sentences(article))]


@pytest.mark.parametrize(
    ("text", "published", "open_value"),
    [
        ("They met on Monday.", "2031-01-27", "XXXX-WXX-1"),
        ("They will meet on Monday.", "2031-02-03", "XXXX-WXX-1"),
        ("They met last Wednesday.", "2031-01-22", "XXXX-WXX-3"),
        ("They meet next Tuesday.", "2031-02-04", "XXXX-WXX-2"),
        ("They will meet on Feb. 3.", "2031-02-03", "XXXX-02-03"),
        ("They met on 3 January.", "2031-01-03", "XXXX-01-03"),
        ("They met in secret on the last day, 3 December.", "2030-12-03", "XXXX-12-03"),
        ("They must answer by Feb. 3.", "2031-02-03", "XXXX-02-03"),
        ("They met yesterday.", "2031-01-28", "XXXX-XX-XX"),
        ("They met last week.", "2031-W04", "XXXX-WXX"),
        ("They met earlier this month.", "2031-01", "XXXX-XX"),
        ("They met last year.", "2030", "XXXX"),
        ("They met two days ago.", "2031-01-27", "XXXX-XX-XX"),
        ("They met last night.", "2031-01-28TNI", "XXXX-XX-XXTNI"),
        ("They met in December.", "2030-12", "XXXX-12"),
        ("They met in the third quarter.", "2030-Q3", "XXXX-Q3"),
        ("They met in last year's third quarter.", "2030-Q3", "XXXX-Q3"),
        ("They must answer by Saturday.", "2031-02-01", "XXXX-WXX-6"),
        ("The round was postponed to Friday.", "2031-01-31", "XXXX-WXX-5"),
        ("They had met by Friday.", "2031-01-24", "XXXX-WXX-5"),
        ("They will be held on Friday.", "2031-01-31", "XXXX-WXX-5"),
        ("They met late last week.", "2031-W04", "XXXX-WXX"),
    ],
)
def test_stays_open_without_a_day_of_publishing(
    make_article: MakeArticle, text: str, published: str, open_value: str
) -> None:
    [(_, value)] = _values(make_article(text, PUBLISHED))
    [undated] = times(article := make_article(text), sentences(article))
    assert value == published
    assert (undated.value, undated.earliest, undated.latest) == (open_value, None, None)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on Feb. 3, 2031.", "Feb. 3, 2031", "2031-02-03"),
        ("They met on Monday, 3 February 2031.", "Monday, 3 February 2031", "2031-02-03"),
        ("It began on 2031-02-03.", "2031-02-03", "2031-02-03"),
        ("It began on 3/2/2031.", "3/2/2031", "2031-XX-XX"),
        ("It has gone on since March 2011.", "March 2011", "2011-03"),
        ("It began in the 1990s.", "the 1990s", "199"),
        ("It began in 1994.", "1994", "1994"),
        ("It began at 1700 GMT.", "1700 GMT", "T17:00"),
        ("It lasted six months.", "six months", "P6M"),
        ("A five-year war ended.", "five-year", "P5Y"),
        ("It grew in the past 24 hours.", "the past 24 hours", "PT24H"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("It took two and a half years.", "two and a half years", "P2Y6M"),
        ("It snows every day.", "every day", "P1D"),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("It is calm now.", "now", "PRESENT_REF"),
        ("It was calm recently.", "recently", "PAST_REF"),
        ("It was calm in the past.", "the past", "PAST_REF"),
        ("The current truce holds.", "current", "PRESENT_REF"),
        ("It grew in recent months.", "recent months", "PXM"),
        ("It fell in recent years.", "recent years", "PAST_REF"),
        ("It lasted a minute and a half.", "a minute and a half", "PT1M30S"),
        ("It grew in the past two quarters.", "the past two quarters", "P2Q"),
        ("It grew in the past year.", "the past year", "P1Y"),
        ("It lost money in the year ended long ago.", "the year", "P1Y"),
        ("They march on Monday nights.", "Monday nights", "XXXX-WXX-1TNI"),
        ("It went on in the last half of the 1980s.", "the last half of the 1980s", "198"),
        ("It grew in the last half of 2029.", "the last half of 2029", "2029-H2"),
        ("It broke down in nineteen ninety-four.", "nineteen ninety-four", "1994"),
        ("It was fixed for the near future.", "the near future", "FUTURE_REF"),
    ],
)
def test_values_that_need_no_day_of_publishing(make_article: MakeArticle, text: str, words: str, value: str) -> None:
    assert _values(make_article(text)) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He is 34 years old.",
        "About 1995 people fled.",
        "It may rain.",
        "Resolution 2031 stands.",
        "They march on.",
        "Its quarterly report is out.",
        "In two thousand villages it rained.",
    ],
)
def test_no_times(make_article: MakeArticle, text: str) -> None:
    assert _values(make_article(text, PUBLISHED)) == []


def test_a_year_stays_open_where_verb_and_calendar_disagree(make_article: MakeArticle) -> None:
    assert _values(make_article("They met on 3 February.", PUBLISHED)) == [("3 February", "XXXX-02-03")]


def test_a_part_of_two_days_every_week(make_article: MakeArticle) -> None:
    article = make_article("They march on Monday and Tuesday nights.", PUBLISHED)
    assert _values(article) == [("Monday", "XXXX-WXX-1TNI"), ("Tuesday nights", "XXXX-WXX-2TNI")]


def test_a_decade_in_words_is_the_last_one(make_article: MakeArticle) -> None:
    assert _values(make_article("It began in the nineties.", PUBLISHED)) == [("the nineties", "199")]
    assert _values(make_article("It began in the nineties.")) == [("the nineties", "XX9")]


def test_a_date_far_away_with_no_verb_stays_open(make_article: MakeArticle) -> None:
    assert _values(make_article("Talks in Lugarno, Aug. 2", PUBLISHED)) == [("Aug. 2", "XXXX-08-02")]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("They met last week.", "2031-01-20", "2031-01-26"),
        ("They met earlier this month.", "2031-01-01", "2031-01-29"),
        ("They will meet later this year.", "2031-01-29", "2031-12-31"),
        ("It grew in the past 24 hours.", "2031-01-28", "2031-01-29"),
        ("They met in early January.", "2031-01-01", "2031-01-31"),
        ("They met in the past week.", "2031-01-22", "2031-01-29"),
        ("It lasted six months.", None, None),
    ],
)
def test_days_that_are_meant(make_article: MakeArticle, text: str, earliest: str | None, latest: str | None) -> None:
    article = make_article(text, PUBLISHED)
    [time] = times(article, sentences(article))
    assert (time.earliest, time.latest) == (earliest, latest)


@given(words=WORDS, published=st.one_of(st.none(), st.dates().map(str)))
def test_spans_are_exact_apart_and_days_in_order(
    make_article: MakeArticle, words: list[str], published: str | None
) -> None:
    article = make_article(" ".join(words), published)
    found = times(article, sentences(article))
    for time in found:
        assert article.text[time.span.start : time.span.end] == time.span.text
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
