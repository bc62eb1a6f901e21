"""Circles of small graphs, against what trying everything finds."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from aidememoire.record.positions.circles import breaks, circles, components

NODES = 5
GRAPHS = st.sets(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1))).map(
    lambda edges: {n: sorted(b for a, b in edges if a == n) for n in range(NODES)}
)


def by_trying(graph: dict[int, list[int]]) -> set[tuple[int, ...]]:
    """Every elementary circle from its least node, found by trying all orders of all nodes."""
    return {
        path
        for size in range(1, NODES + 1)
        for path in permutations(range(NODES), size)
        if path[0] == min(path) and all(b in graph[a] for a, b in zip(path, path[1:] + path[:1], strict=True))
    }


def without(graph: dict[int, list[int]], dropped: tuple[int, ...]) -> dict[int, list[int]]:
    return {n: [] if n in dropped else [m for m in steps if m not in dropped] for n, steps in graph.items()}


def test_components_of_two_circles_joined_one_way() -> None:
    assert components({0: [1], 1: [0, 2], 2: [3], 3: [2], 4: []}) == [[0, 1], [2, 3], [4]]


@given(GRAPHS)
def test_every_circle_is_found_once(graph: dict[int, list[int]]) -> None:
    found = circles(graph, 10_000)
    assert len(found) == len(set(found))
    assert set(found) == by_trying(graph)


@given(GRAPHS)
def test_a_circle_lies_in_one_component(graph: dict[int, list[int]]) -> None:
    place = {node: n for n, part in enumerate(components(graph)) for node in part}
    assert sorted(place) == list(range(NODES))
    assert all(len({place[n] for n in circle}) == 1 for circle in by_trying(graph))


@given(GRAPHS)
def test_dropping_a_break_leaves_no_circle_and_dropping_fewer_leaves_one(graph: dict[int, list[int]]) -> None:
    found = breaks(graph, NODES)
    assert bool(found) == bool(by_trying(graph))
    for dropped in found:
        assert not by_trying(without(graph, dropped))
        assert all(by_trying(without(graph, tuple(n for n in dropped if n != back))) for back in dropped)


def test_no_break_is_given_where_more_would_have_to_be_dropped_than_asked() -> None:
    loops = {n: [n] for n in range(5)}
    assert breaks(loops, 4) == []
    assert breaks(loops, 5) == [(0, 1, 2, 3, 4)]
