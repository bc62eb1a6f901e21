"""A record at one moment: what every reader of it may ask, wherever the moment is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Fact
from aidememoire.model.links import Link
from aidememoire.model.reviews import Review

F = TypeVar("F", bound=Fact)
L = TypeVar("L", bound=Link)


class Moment(Protocol):
    """What a record held at one moment; all in a settled order, the same for the same record."""

    def articles(self) -> Iterator[Article]:
        """Every article, by `source_id` and then id."""

    def facts(self, kind: type[F], article: str | None = None) -> Iterator[F]:
        """The facts of one class, of all articles or of one, by article and then by their place in it."""

    def links(self, kind: type[L]) -> Iterator[L]:
        """The links of one class, by id."""

    def decisions(self) -> Iterator[Decision]:
        """What people said of who is who, in the order in which they said it."""

    def reviews(self) -> Iterator[Review]:
        """What people said of single facts, in the order in which they said it. The facts are as these leave them."""

    def as_read(self, article: str) -> Iterator[Fact]:
        """The facts of one article as the machine read them, whatever people said since."""


class Held:
    """A moment kept in memory: the articles in their order, the facts of each in theirs, and the links.

    `as_read` has the facts as the machine read them, of the articles where people said otherwise.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        facts: Iterable[tuple[Fact, ...]],
        links: Iterable[Link],
        decisions: Iterable[Decision] = (),
        reviews: Iterable[Review] = (),
        as_read: Mapping[str, tuple[Fact, ...]] | None = None,
    ) -> None:
        self._articles = tuple(articles)
        self._facts = dict(zip((a.id for a in self._articles), facts, strict=True))
        self._links = tuple(sorted(links, key=lambda link: link.id))
        self._decisions = tuple(decisions)
        self._reviews = tuple(reviews)
        self._as_read = dict(as_read or {})

    def articles(self) -> Iterator[Article]:
        """Every article."""
        return iter(self._articles)

    def facts(self, kind: type[F], article: str | None = None) -> Iterator[F]:
        """The facts of one class, of all articles or of one."""
        held = self._facts.values() if article is None else [self._facts.get(article, ())]
        return (fact for facts in held for fact in facts if isinstance(fact, kind))

    def links(self, kind: type[L]) -> Iterator[L]:
        """The links of one class."""
        return (link for link in self._links if isinstance(link, kind))

    def decisions(self) -> Iterator[Decision]:
        """What people said of who is who."""
        return iter(self._decisions)

    def reviews(self) -> Iterator[Review]:
        """What people said of single facts."""
        return iter(self._reviews)

    def as_read(self, article: str) -> Iterator[Fact]:
        """The facts of one article as the machine read them."""
        return iter(self._as_read.get(article, self._facts.get(article, ())))
