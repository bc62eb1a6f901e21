from __future__ import annotations

from aidememoire.lineage.likeness import profiles
from aidememoire.lineage.stories import stories
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import Make

ONE = "Rebel envoys walked out of the Lugarno talks on Monday over the prisoners held at Port Sennic."
TWO = "The walkout of rebel envoys at Lugarno on Monday left the question of Port Sennic prisoners open."
NEXT = "Rebel envoys returned to the Lugarno talks on Tuesday, still angry about prisoners at Port Sennic."


def grouped(make: Make, *given: tuple[str, str, str]) -> list[tuple[str, ...]]:
    bodies = [body_words(make(name, text, published=day, outlet=name)) for name, text, day in given]
    return [story.articles for story in stories(bodies, profiles(bodies), [])]


def test_independent_reports_of_one_happening_are_one_story(make: Make) -> None:
    assert grouped(make, ("a", ONE, "2031-05-05"), ("b", TWO, "2031-05-06")) == [("a", "b")]


def test_the_next_day_is_another_story(make: Make) -> None:
    assert grouped(make, ("a", ONE, "2031-05-05"), ("b", NEXT, "2031-05-06")) == []


def test_articles_without_dates_are_not_joined_by_likeness(make: Make) -> None:
    bodies = [body_words(make("a", ONE)), body_words(make("b", TWO))]
    assert list(stories(bodies, profiles(bodies), [])) == []


def test_a_story_takes_the_title_and_dates_of_its_articles(make: Make) -> None:
    bodies = [
        body_words(make("a", ONE, published="2031-05-06", title="Later")),
        body_words(make("b", ONE, published="2031-05-05", title="First")),
    ]
    (story,) = stories(bodies, profiles(bodies), [(0, 1)])
    assert (story.title, story.first, story.last) == ("First", "2031-05-05", "2031-05-06")
