"""How articles are related, and which story each belongs to: for the pages on coverage and on articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aidememoire.model.lineage import Direction, Donor, EditKind, Lineage, Relation, Story
from aidememoire.model.spans import Span
from aidememoire.queries.desk.shapes import Cited, cited_span
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article as a list names it: its `outlet` (or the id that it was given), ISO day and title."""

    id: str
    outlet: str
    published: str | None
    title: str | None
    agencies: tuple[str, ...]
    composite: bool

    def __str__(self) -> str:
        return " ".join(part for part in (self.outlet, self.published) if part)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two related articles. The shares (0 to 1) are of each body; `passages` and `edits` are how many."""

    a: ArticleRef
    b: ArticleRef
    relation: Relation
    share_a: float
    share_b: float
    direction: Direction
    agency: str | None
    why: str
    passages: int
    edits: int


@dataclass(frozen=True, slots=True)
class Spliced:
    """A part of a composite page, and an article that shares its prose: `share` (0 to 1) of its words."""

    page: ArticleRef
    part: Cited
    donor: ArticleRef
    share: float


@dataclass(frozen=True, slots=True)
class FigureEdit:
    """A figure that one of two related articles has otherwise: None on the side that lacks it."""

    a: ArticleRef
    b: ArticleRef
    in_a: Cited | None
    in_b: Cited | None
    agency: str | None
    direction: Direction


def ref(shelf: Shelf, article: str) -> ArticleRef:
    """How a list names an article."""
    a = shelf.articles[article]
    return ArticleRef(a.id, shelf.answers.outlet(a.id), a.published, a.title, a.agencies, a.composite)


def stories(shelf: Shelf) -> Mapping[str, Story]:
    """The stories, by id."""
    return {story.id: story for story in shelf.moment.links(Story)}


def story_of(shelf: Shelf) -> Mapping[str, str]:
    """The id of its story, by article."""
    return {article: story.id for story in shelf.kept(stories).values() for article in story.articles}


def lineages(shelf: Shelf) -> Mapping[str, tuple[Lineage, ...]]:
    """The lineages that say something, by each of their articles."""
    found: dict[str, list[Lineage]] = {}
    for link in shelf.moment.links(Lineage):
        if link.relation != "none":
            found.setdefault(link.a, []).append(link)
            found.setdefault(link.b, []).append(link)
    return {article: tuple(links) for article, links in found.items()}


def donors(shelf: Shelf) -> Mapping[str, tuple[Donor, ...]]:
    """The donors of composite pages, by the page and by the donor."""
    found: dict[str, list[Donor]] = {}
    for donor in shelf.moment.links(Donor):
        found.setdefault(donor.article, []).append(donor)
        found.setdefault(donor.donor, []).append(donor)
    return {article: tuple(each) for article, each in found.items()}


def between(shelf: Shelf, a: str, b: str) -> Lineage | None:
    """How two articles are related, None where nothing is known."""
    return next((x for x in shelf.kept(lineages).get(a, ()) if b in (x.a, x.b)), None)


def inside(shelf: Shelf, articles: Iterable[str]) -> tuple[Lineage, ...]:
    """The lineages of which both articles are among these, each once."""
    among = set(articles)
    links = {x.id: x for a in sorted(among) for x in shelf.kept(lineages).get(a, ()) if {x.a, x.b} <= among}
    return tuple(sorted(links.values(), key=lambda x: (-max(x.share_a, x.share_b), x.id)))


def pair(shelf: Shelf, link: Lineage) -> Pair:
    """A lineage with the names of its articles."""
    return Pair(
        ref(shelf, link.a),
        ref(shelf, link.b),
        link.relation,
        link.share_a,
        link.share_b,
        link.direction,
        link.agency,
        link.why,
        len(link.passages),
        len(link.edits),
    )


def spliced(shelf: Shelf, articles: Iterable[str]) -> tuple[Spliced, ...]:
    """The parts of composite pages in which one of these articles has a hand, each once."""
    found = {d.id: d for article in articles for d in shelf.kept(donors).get(article, ())}
    return tuple(
        Spliced(ref(shelf, d.article), cited_span(shelf, d.article, d.part), ref(shelf, d.donor), d.share)
        for d in sorted(found.values(), key=lambda d: (d.article, d.part.start, -d.share))
    )


def figure_edits(shelf: Shelf, places: Mapping[str, tuple[Span, ...]]) -> tuple[FigureEdit, ...]:
    """The figures changed between related articles at one of these `places` (by article)."""
    kind: EditKind = "figure"
    return tuple(
        FigureEdit(
            ref(shelf, link.a),
            ref(shelf, link.b),
            cited_span(shelf, link.a, edit.a) if edit.a else None,
            cited_span(shelf, link.b, edit.b) if edit.b else None,
            link.agency,
            link.direction,
        )
        for link in inside(shelf, places)
        for edit in link.edits
        if edit.kind == kind and (_touches(edit.a, places[link.a]) or _touches(edit.b, places[link.b]))
    )


def _touches(span: Span | None, places: Iterable[Span]) -> bool:
    return span is not None and any(span.overlaps(place) for place in places)
