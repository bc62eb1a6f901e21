from __future__ import annotations

import pytest

from aidememoire.lineage.story.stories import stories
from aidememoire.lineage.words import body_words
from aidememoire.model.lineage import Story
from tests.lineage.conftest import Make

ONE = (
    "Rebel envoys walked out of the Lugarno talks on Monday over the prisoners held at Port Sennic.",
    "Ilse Verhane said that her delegation would stay away until the prisoners of Port Sennic were named.",
)
TWO = (
    "The walkout of rebel envoys at Lugarno on Monday left the question of Port Sennic prisoners open.",
    "A list of the prisoners must come first, said Ilse Verhane for the delegation.",
)
NEXT = (
    "Mediators at Lugarno sent written questions to both hotels on Tuesday.",
    "Henrike Aldous spoke of a long week and of roads that the snow has closed.",
)
HARVEST = (
    "Grain prices at Brenmark rose on Monday for the third week.",
    "Millers blame wet barns and a shortage of carts along the lower Marn.",
)
Given = tuple[str, tuple[str, ...], str | None]


def told(make: Make, *given: Given, outlet: str | None = None, wires: tuple[tuple[int, int], ...] = ()) -> list[Story]:
    articles = [make(name, *text, published=day, outlet=outlet or name) for name, text, day in given]
    return list(stories([body_words(article) for article in articles], wires))


def members(found: list[Story]) -> list[tuple[str, ...]]:
    return [story.articles for story in found]


def test_independent_reports_of_one_happening_are_one_story(make: Make) -> None:
    given = (("a", ONE, "2031-05-05"), ("b", TWO, "2031-05-06"), ("c", HARVEST, "2031-05-05"))
    assert members(told(make, *given)) == [("a", "b")]


def test_another_day_of_the_same_talks_is_another_story(make: Make) -> None:
    given = (("a", ONE, "2031-05-05"), ("b", NEXT, "2031-05-06"), ("c", HARVEST, "2031-05-05"))
    assert told(make, *given) == []


def test_reports_more_than_four_days_apart_are_not_of_one_happening(make: Make) -> None:
    near = told(make, ("a", ONE, "2031-05-05"), ("b", TWO, "2031-05-09"), ("c", HARVEST, "2031-05-05"))
    far = told(make, ("a", ONE, "2031-05-05"), ("b", TWO, "2031-05-10"), ("c", HARVEST, "2031-05-05"))
    assert (members(near), members(far)) == ([("a", "b")], [])


def test_articles_without_dates_are_joined_where_they_are_alike(make: Make) -> None:
    given = (("a", ONE, None), ("b", TWO, "2031-05-05"), ("c", HARVEST, None))
    assert members(told(make, *given)) == [("a", "b")]


def test_what_one_house_prints_on_the_next_day_is_news_of_its_own(make: Make) -> None:
    after = (NEXT[0].replace("Tuesday", "Monday"), ONE[1], NEXT[1])
    given = (("a", ONE, "2031-05-05"), ("b", after, "2031-05-06"), ("c", HARVEST, "2031-05-05"))
    assert members(told(make, *given)) == [("a", "b")]
    assert told(make, *given, outlet="The Calder Courier") == []


def test_a_dispatch_is_one_story_whatever_its_versions_keep(make: Make) -> None:
    given = (("a", ONE, "2031-05-05"), ("b", HARVEST, "2031-06-20"))
    assert members(told(make, *given, wires=((0, 1),))) == [("a", "b")]


def test_articles_without_words_are_of_no_story(make: Make) -> None:
    assert told(make, ("a", (), "2031-05-05"), ("b", (), None)) == []
    assert told(make) == []


def test_the_order_of_the_articles_changes_nothing(make: Make) -> None:
    given = (("a", ONE, "2031-05-05"), ("b", TWO, None), ("c", HARVEST, "2031-05-05"), ("d", ONE, "2031-05-06"))
    forth = {frozenset(story.articles) for story in told(make, *given)}
    assert forth == {frozenset(story.articles) for story in told(make, *reversed(given))} == {frozenset("abd")}


def test_a_story_takes_the_title_and_dates_of_its_articles(make: Make) -> None:
    bodies = [
        body_words(make("a", *ONE, published="2031-05-06", title="Later")),
        body_words(make("b", *ONE, published="2031-05-05", title="First")),
    ]
    (story,) = stories(bodies, [(0, 1)])
    assert (story.title, story.first, story.last) == ("First", "2031-05-05", "2031-05-06")


@pytest.mark.parametrize(("later", "thread"), [("2031-05-12", True), ("2031-06-12", False)])
def test_a_story_names_the_one_that_it_follows(make: Make, later: str, *, thread: bool) -> None:
    back = "Ilse Verhane led the rebel delegation back to Lugarno after a list of the Port Sennic prisoners was shown."
    given: tuple[Given, ...] = (
        ("a", ONE, "2031-05-05"),
        ("b", TWO, "2031-05-05"),
        ("c", (back,), later),
        ("d", (back,), later),
        ("e", HARVEST, "2031-05-05"),
    )
    first, second = told(make, *given, wires=((0, 1), (2, 3)))
    assert (first.thread, second.thread) == (None, first.id if thread else None)
