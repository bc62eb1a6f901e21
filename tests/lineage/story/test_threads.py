from __future__ import annotations

from aidememoire.lineage.story.profile import story_profiles
from aidememoire.lineage.story.threads import threads
from aidememoire.lineage.words import body_words
from aidememoire.model.lineage import Story
from tests.lineage.conftest import Make

WALKOUT = "Rebel envoys left the Lugarno talks over the prisoners of Port Sennic, said Ilse Verhane."
RETURN = "Rebel envoys came back to the Lugarno talks on the prisoners of Port Sennic, said Ilse Verhane."
LIST = "A list of the Port Sennic prisoners reached the rebel envoys at the Lugarno talks, said Ilse Verhane."
BRIDGE = "Engineers closed the Halvet bridge after a barge hit its middle pier."
REOPENED = "Engineers opened the Halvet bridge again and thanked the barge crews for their help with its pier."


def followed(make: Make, *told: tuple[str, str, str]) -> list[int | None]:
    """What each story, of a text, a first and a last day, follows."""
    profiles = story_profiles([body_words(make(f"a{n}", text)) for n, (text, _, _) in enumerate(told)])
    made = [Story(f"s{n}", (), None, first or None, last or None, None) for n, (_, first, last) in enumerate(told)]
    return threads(made, profiles)


def test_a_story_follows_the_latest_of_those_most_alike(make: Make) -> None:
    told = (
        (WALKOUT, "2031-05-05", "2031-05-05"),
        (BRIDGE, "2031-05-06", "2031-05-06"),
        (RETURN, "2031-05-07", "2031-05-07"),
        (LIST, "2031-05-09", "2031-05-10"),
        (REOPENED, "2031-05-12", "2031-05-12"),
    )
    assert followed(make, *told) == [None, None, 0, 2, 1]


def test_a_story_follows_nothing_that_is_long_past_or_of_its_own_day_or_not_over(make: Make) -> None:
    assert followed(make, (WALKOUT, "2031-05-05", "2031-05-05"), (RETURN, "2031-05-15", "2031-05-15"))[1] == 0
    assert followed(make, (WALKOUT, "2031-05-05", "2031-05-05"), (RETURN, "2031-05-16", "2031-05-16"))[1] is None
    assert followed(make, (WALKOUT, "2031-05-05", "2031-05-05"), (RETURN, "2031-05-05", "2031-05-05")) == [None, None]
    assert followed(make, (WALKOUT, "2031-05-05", "2031-05-08"), (RETURN, "2031-05-07", "2031-05-07")) == [None, None]


def test_a_story_without_a_day_follows_nothing(make: Make) -> None:
    assert followed(make, (WALKOUT, "2031-05-05", "2031-05-05"), (RETURN, "", "")) == [None, None]
    assert followed(make) == []


def test_where_two_threads_are_about_as_alike_neither_is_followed(make: Make) -> None:
    told = (
        ("The truce at Brenmark broke.", "2031-05-05", "2031-05-05"),
        ("The truce at Halvet broke.", "2031-05-05", "2031-05-05"),
        ("The truce at Brenmark and Halvet broke.", "2031-05-06", "2031-05-06"),
    )
    assert followed(make, *told) == [None, None, None]
    assert followed(make, told[0], told[2]) == [None, 0]


def test_a_long_story_is_still_followed(make: Make) -> None:
    told = (
        (WALKOUT, "2031-04-01", "2031-05-05"),
        (BRIDGE, "2031-05-01", "2031-05-02"),
        (RETURN, "2031-05-07", "2031-05-07"),
    )
    assert followed(make, *told) == [None, None, 0]
