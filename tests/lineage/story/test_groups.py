from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.lineage.story.groups import grouped
from aidememoire.lineage.story.pairs import Likeness

PLACES = 8
LINKS = st.dictionaries(
    st.tuples(st.integers(0, PLACES - 1), st.integers(0, PLACES - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 1.0),
).map(lambda found: [Likeness(a, b, value) for (a, b), value in found.items()])


def test_the_most_alike_are_joined_first_and_the_mean_decides() -> None:
    links = [Likeness(0, 1, 0.9), Likeness(1, 2, 0.5), Likeness(0, 2, 0.3)]
    assert grouped(4, links, [], 0.4) == [(0, 1, 2), (3,)]
    assert grouped(4, links, [], 0.41) == [(0, 1), (2,), (3,)]


def test_a_pair_never_found_alike_counts_as_nothing() -> None:
    assert grouped(3, [Likeness(0, 1, 0.9), Likeness(1, 2, 0.6)], [], 0.4) == [(0, 1), (2,)]


def test_wired_places_are_joined_without_likeness() -> None:
    assert grouped(4, [], [(2, 3), (0, 2)], 0.4) == [(0, 2, 3), (1,)]


@given(links=LINKS, least=st.floats(0.05, 0.9))
def test_every_place_is_in_one_group_and_the_order_of_links_changes_nothing(
    links: list[Likeness], least: float
) -> None:
    groups = grouped(PLACES, links, [], least)
    assert sorted(place for group in groups for place in group) == list(range(PLACES))
    assert grouped(PLACES, links[::-1], [], least) == groups
