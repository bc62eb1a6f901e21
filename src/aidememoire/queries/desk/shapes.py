"""What the views of several pages are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aidememoire.model.joined import Origins, Turn
from aidememoire.model.spans import Located, Span
from aidememoire.queries.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Who:
    """An actor by `id` and name; without an id, only the words of the text."""

    id: str | None
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Cited:
    """A place in an article, and what to call that article: its outlet (or id) and the ISO day it was published."""

    article: str
    outlet: str
    published: str | None
    start: int
    end: int
    text: str

    def __str__(self) -> str:
        return f"{self.outlet} {self.article}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class OriginView:
    """Articles that stand on one origin: the outlets, the agency where one is credited, and why they count as one."""

    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    agency: str | None
    why: str


@dataclass(frozen=True, slots=True)
class OriginsView:
    """Between how many independent origins: `low` must differ, `high` is the most there can be."""

    low: int
    high: int
    of: tuple[OriginView, ...]

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True, slots=True)
class Step:
    """A turn in a course: its status, the ISO `day` of the report, the time it was told to have, who says so, where."""

    status: str
    day: str | None
    when: str | None
    by: tuple[Who, ...]
    articles: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """How much of a long list a page shows: its number of `page` and of `pages`, and `total` lines."""

    page: int
    pages: int
    total: int


def who(shelf: Shelf, party: str | None, text: str | None = None) -> Who | None:
    """The actor that an actor's or a party's id stands for, or the words where there is none."""
    actor = shelf.actor(party)
    if actor is not None:
        return Who(actor.id, actor.name)
    return Who(None, text) if text else None


def each_who(shelf: Shelf, parties: Iterable[str], texts: Iterable[str] = ()) -> tuple[Who, ...]:
    """The actors of several ids, each once; the words where no id is known."""
    found = {w.id: w for party in parties if (w := who(shelf, party))}
    return tuple(found.values()) or tuple(Who(None, text) for text in dict.fromkeys(texts))


def cited(shelf: Shelf, where: Located) -> Cited:
    """The place with its article's outlet and day."""
    article = shelf.articles[where.article]
    return Cited(article.id, shelf.answers.outlet(article.id), article.published, where.start, where.end, where.text)


def cited_span(shelf: Shelf, article: str, span: Span) -> Cited:
    """Likewise of a span and the id of its article."""
    return cited(shelf, Located(article, span.start, span.end, span.text))


def origins(shelf: Shelf, found: Origins) -> OriginsView:
    """The origins, with the outlets of their articles."""
    of = [OriginView(o.articles, tuple(map(shelf.answers.outlet, o.articles)), o.agency, o.why) for o in found.of]
    return OriginsView(found.low, found.high, tuple(of))


def steps(shelf: Shelf, course: Iterable[Turn]) -> tuple[Step, ...]:
    """The turns of a course with the names of who says so."""
    return tuple(
        Step(t.status, t.day, (t.when.value or t.when.text) if t.when else None,
             each_who(shelf, t.sources, map(shelf.answers.outlet, t.articles)), t.articles, t.facts)
        for t in course
    )  # fmt: skip


def listed(total: int, page: int, size: int) -> Listed:
    """How much of `total` lines is on one page of `size` lines."""
    return Listed(page, max(1, -(-total // size)), total)
