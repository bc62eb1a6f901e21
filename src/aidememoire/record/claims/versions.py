"""Statements that stand in one place of two versions of a text: the same words, or what was made of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from aidememoire.model.facts import Statement
from aidememoire.model.lineage import Lineage
from aidememoire.model.spans import Span

# Two contents are in one place where what they have of a passage in common is this share of what they have together.
ONE_PLACE = 0.6


def in_one_place(said: Sequence[Statement], lineages: Sequence[Lineage]) -> Iterator[tuple[int, int]]:
    """The pairs of statements whose contents lie in one place of a passage or an edit of two versions of a story.

    Only a story that both rework is meant (relation "wire"): elsewhere a shared stretch is a turn of phrase.
    """
    by_article: dict[str, list[int]] = defaultdict(list)
    for i in sorted(range(len(said)), key=lambda i: (said[i].content.start, said[i].content.end)):
        by_article[said[i].article].append(i)
    for link in lineages:
        if link.relation != "wire":
            continue
        for one, other in _places(link):
            mine = list(_touching(said, by_article, link.a, one))
            theirs = list(_touching(said, by_article, link.b, other))
            for i in mine:
                best = max(((_common(said[i], one, said[j], other), -j) for j in theirs), default=(0.0, 0))
                if best[0] >= ONE_PLACE:
                    yield i, -best[1]


def _places(link: Lineage) -> Iterator[tuple[Span, Span]]:
    """The corresponding stretches of two versions."""
    for passage in link.passages:
        yield passage.a, passage.b
    for edit in link.edits:
        if edit.a and edit.b and edit.kind in {"wording", "quotation", "naming"}:
            yield edit.a, edit.b


def _touching(
    said: Sequence[Statement], by_article: Mapping[str, list[int]], article: str, stretch: Span
) -> Iterator[int]:
    """The statements of an article whose contents touch a stretch."""
    places = by_article.get(article, [])
    for i in places[: bisect_left(places, stretch.end, key=lambda i: said[i].content.start)]:
        if said[i].content.end > stretch.start:
            yield i


def _common(x: Statement, one: Span, y: Statement, other: Span) -> float:
    """How far the two contents, each as a share of its stretch (0 to 1 and beyond), are one stretch (0 to 1)."""
    start, end = _within(x.content, one)
    other_start, other_end = _within(y.content, other)
    whole = max(end, other_end) - min(start, other_start)
    return max(0.0, min(end, other_end) - max(start, other_start)) / whole if whole else 0.0


def _within(content: Span, stretch: Span) -> tuple[float, float]:
    length = max(1, stretch.end - stretch.start)
    return (content.start - stretch.start) / length, (content.end - stretch.start) / length
