from __future__ import annotations

import pytest

from aidememoire.lineage.story import pairs as story_pairs
from aidememoire.lineage.story.pairs import Likeness, alike
from aidememoire.lineage.story.profile import story_profiles
from aidememoire.lineage.words import body_words
from aidememoire.model.articles import Article
from tests.lineage.conftest import LEAD, MEETING, ROAD, Make

TEXT = f"{LEAD} {MEETING}"


def found(*articles: Article) -> list[Likeness]:
    bodies = [body_words(article) for article in articles]
    return list(alike(bodies, story_profiles(bodies)))


def rounded(*articles: Article) -> list[tuple[int, int, float]]:
    return [(link.first, link.second, round(link.value, 6)) for link in found(*articles)]


def test_articles_within_four_days_are_held_against_each_other(make: Make) -> None:
    one, near, far = (
        make(n, TEXT, published=d) for n, d in (("a", "2031-05-05"), ("b", "2031-05-09"), ("c", "2031-05-14"))
    )
    assert rounded(far, near, one) == [(1, 2, 1.0)]


def test_an_article_without_a_date_is_held_against_all(make: Make) -> None:
    dated, later, never = (
        make("a", TEXT, published="2031-05-05"),
        make("b", TEXT, published="2031-07-05"),
        make("c", TEXT),
    )
    assert rounded(dated, later, never) == [(0, 2, 0.8), (1, 2, 0.8)]


def test_news_of_another_weekday_counts_for_less(make: Make) -> None:
    texts = (f"On {day} it was that {TEXT.replace('Monday', 'morning')}" for day in ("Monday", "Monday", "Tuesday"))
    same, other, another = rounded(*(make(f"a{n}", text, published="2031-05-05") for n, text in enumerate(texts)))
    assert (same, other[:2], another[:2]) == ((0, 1, 1.0), (0, 2), (1, 2))
    assert other[2] == another[2] < story_pairs.OTHER_DAY


def test_a_second_day_of_one_house_counts_for_half(make: Make) -> None:
    days = (("a", "2031-05-05"), ("b", "2031-05-05"), ("c", "2031-05-06"))
    houses = [make(name, TEXT, published=day, outlet="Herald") for name, day in days]
    assert rounded(*houses) == [(0, 1, 1.0), (0, 2, 0.5), (1, 2, 0.5)]


def test_articles_with_little_in_common_are_not_held_against_each_other(make: Make) -> None:
    assert found(make("a", TEXT, published="2031-05-05"), make("b", ROAD, published="2031-05-05")) == []


def test_of_a_crowd_the_nearest_are_held_against_each_other(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_pairs, "CROWD", 2)
    crowd = [make(f"a{n}", TEXT, published=f"2031-05-0{1 + n // 2}") for n in range(5)]
    assert [(link.first, link.second) for link in found(*crowd)] == [
        (0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (3, 4),
    ]  # fmt: skip
