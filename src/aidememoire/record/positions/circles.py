"""Circles of a graph, and the smallest sets of its nodes without which none is left."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

N = TypeVar("N", bound=Hashable)
Graph = Mapping[N, Sequence[N]]


def components(graph: Graph[N]) -> list[list[N]]:
    """The strongly connected components (Tarjan 1972), each node's in the order of the graph. Without recursion."""
    seen: dict[N, int] = {}
    low: dict[N, int] = {}
    stack: list[N] = []
    held: set[N] = set()
    out: list[list[N]] = []
    for root in graph:
        if root in seen:
            continue
        work: list[tuple[N, Iterator[N]]] = []
        _enter(root, graph, seen, low, stack, held, work)
        while work:
            node, following = work[-1]
            step = next(following, None)
            if step is None:
                _leave(node, work, seen, low, stack, held, out)
            elif step not in seen:
                _enter(step, graph, seen, low, stack, held, work)
            elif step in held:
                low[node] = min(low[node], seen[step])
    order = {node: n for n, node in enumerate(graph)}
    return sorted((sorted(c, key=order.__getitem__) for c in out), key=lambda c: order[c[0]])


def _enter(
    node: N,
    graph: Graph[N],
    seen: dict[N, int],
    low: dict[N, int],
    stack: list[N],
    held: set[N],
    work: list[tuple[N, Iterator[N]]],
) -> None:
    seen[node] = low[node] = len(seen)
    stack.append(node)
    held.add(node)
    work.append((node, iter(graph[node])))


def _leave(
    node: N,
    work: list[tuple[N, Iterator[N]]],
    seen: dict[N, int],
    low: dict[N, int],
    stack: list[N],
    held: set[N],
    out: list[list[N]],
) -> None:
    work.pop()
    if work:
        low[work[-1][0]] = min(low[work[-1][0]], low[node])
    if low[node] == seen[node]:
        at = stack.index(node)
        out.append(stack[at:])
        held.difference_update(stack[at:])
        del stack[at:]


def circles(graph: Graph[N], most_paths: int) -> list[tuple[N, ...]]:
    """The elementary circles of a graph, the shortest first, each from its first node in the order of the graph.

    Paths grow by one node at a time, through nodes after their first alone, as in Johnson's algorithm (1975), so each
    circle is met once. Where there are more than `most_paths` paths of one length, longer circles are not sought.
    """
    order = {node: n for n, node in enumerate(graph)}
    found: list[tuple[N, ...]] = []
    paths: list[tuple[N, ...]] = [(node,) for node in graph]
    while paths and len(paths) <= most_paths:
        longer = []
        for path in paths:
            for step in graph[path[-1]]:
                if step == path[0]:
                    found.append(path)
                elif order[step] > order[path[0]] and step not in path:
                    longer.append((*path, step))
        paths = longer
    return found


def breaks(graph: Graph[N], most: int) -> list[tuple[N, ...]]:
    """All smallest sets of nodes without which no circle is left, where `most` nodes or fewer do; none otherwise."""
    nodes = list(graph)
    for size in range(most + 1):
        enough = [dropped for dropped in combinations(nodes, size) if not _has_circle(graph, set(dropped))]
        if enough:
            return [dropped for dropped in enough if dropped]
    return []


def _has_circle(graph: Graph[N], dropped: set[N]) -> bool:
    """Whether a circle is left: nodes that lead to nothing are taken away until none is."""
    left = {node: {n for n in graph[node] if n not in dropped} for node in graph if node not in dropped}
    while left:
        ends = {node for node, steps in left.items() if not steps}
        if not ends:
            return True
        left = {node: steps - ends for node, steps in left.items() if node not in ends}
    return False
