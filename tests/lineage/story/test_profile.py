from __future__ import annotations

import numpy as np
import pytest

from aidememoire.lineage.story.profile import Profiles, story_profiles
from aidememoire.lineage.words import body_words
from tests.lineage.conftest import LEAD, MEETING, ROAD, Make


def cosines(profiles: Profiles, place: int, *others: int) -> list[float]:
    space = np.zeros(profiles.size)
    found = profiles.cosines(place, np.array(others), space)
    assert not space.any()
    return [float(value) for value in found]


def profiled(make: Make, *texts: str, titles: tuple[str | None, ...] = ()) -> Profiles:
    titles = titles or (None,) * len(texts)
    return story_profiles(
        [body_words(make(f"a{n}", t, title=h)) for n, (t, h) in enumerate(zip(texts, titles, strict=True))]
    )


def test_a_text_is_like_itself_and_unlike_another(make: Make) -> None:
    assert cosines(profiled(make, LEAD, LEAD, "Grain rots."), 0, 1, 2) == [pytest.approx(1.0), 0.0]


def test_a_shared_name_counts_for_more_than_a_shared_word(make: Make) -> None:
    known = profiled(make, "Old mills of Brenmark burned.", "New roofs in Brenmark leak.", "Rain on mills is rare.")
    name, word = cosines(known, 0, 1, 2)
    assert name > word > 0


def test_the_title_counts_as_well(make: Make) -> None:
    plain = cosines(profiled(make, MEETING, ROAD), 0, 1)
    titled = cosines(profiled(make, MEETING, ROAD, titles=("Envoy at Lugarno", "Lugarno road open")), 0, 1)
    assert plain == [0.0]
    assert titled[0] > 0


def test_what_comes_first_weighs_more(make: Make) -> None:
    filler = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200))
    known = profiled(make, "Prisoners walked free.", f"Prisoners {filler}", f"{filler} prisoners")
    early, late = cosines(known, 0, 1, 2)
    assert early > late > 0


def test_words_of_grammar_count_for_nothing(make: Make) -> None:
    assert cosines(profiled(make, "It was there and then", "It was there and then"), 0, 1) == [0.0]


def test_a_group_lies_between_its_members(make: Make) -> None:
    known = profiled(make, LEAD, ROAD)
    both = known.summed([(0, 1), (0,), (1,)])
    mean = (0.5 + 0.5 * cosines(known, 0, 1)[0]) ** 0.5
    assert cosines(both, 0, 1, 2) == [pytest.approx(mean), pytest.approx(mean)]
