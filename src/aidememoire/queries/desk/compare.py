"""Two articles side by side: the prose that both have, and what one of them changed in it."""

from __future__ import annotations

from dataclasses import dataclass

from aidememoire.model.lineage import EditKind, Lineage
from aidememoire.queries.desk.article_entries import Stretch
from aidememoire.queries.desk.related import Pair, between, pair, story_of
from aidememoire.queries.desk.shapes import Cited, cited_span
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Side:
    """An article of the two, with its text exactly as it was read; `cuts` are not of the story."""

    id: str
    outlet: str
    published: str | None
    title: str | None
    text: str
    cuts: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that both have, by its `number` (from 1)."""

    number: int
    left: Cited
    right: Cited


@dataclass(frozen=True, slots=True)
class Change:
    """An edit, by its `number` (from 1); None on the side that lacks it."""

    number: int
    kind: EditKind
    left: Cited | None
    right: Cited | None


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two articles; `pair` is None where nothing relates them. `rows` are the edits, in the order of the left text."""

    left: Side
    right: Side
    pair: Pair | None
    story: str | None
    passages: tuple[Shared, ...]
    rows: tuple[Change, ...]


def compare_page(shelf: Shelf, a: str, b: str) -> ComparePage | None:
    """Two articles of the record side by side; None where it has not both, or they are one."""
    if a == b or not {a, b} <= shelf.articles.keys():
        return None
    link = between(shelf, a, b)
    of = shelf.kept(story_of)
    story = of.get(a) if of.get(a) == of.get(b) else None
    if link is None:
        return ComparePage(_side(shelf, a), _side(shelf, b), None, story, (), ())
    # The order of the lineage is kept: its edits go from its first article to its second.
    left, right = _side(shelf, link.a), _side(shelf, link.b)
    return ComparePage(left, right, pair(shelf, link), story, _shared(shelf, link), _changes(shelf, link))


def _side(shelf: Shelf, article: str) -> Side:
    a = shelf.articles[article]
    cuts = tuple(Stretch(cut.start, cut.end) for cut in a.boilerplate)
    return Side(a.id, shelf.answers.outlet(a.id), a.published, a.title, a.text, cuts)


def _shared(shelf: Shelf, link: Lineage) -> tuple[Shared, ...]:
    ordered = sorted(link.passages, key=lambda p: p.a)
    return tuple(
        Shared(number, cited_span(shelf, link.a, p.a), cited_span(shelf, link.b, p.b))
        for number, p in enumerate(ordered, 1)
    )


def _changes(shelf: Shelf, link: Lineage) -> tuple[Change, ...]:
    return tuple(
        Change(
            number,
            edit.kind,
            cited_span(shelf, link.a, edit.a) if edit.a else None,
            cited_span(shelf, link.b, edit.b) if edit.b else None,
        )
        for number, edit in enumerate(link.edits, 1)
    )
