"""What people said of the facts of a moment, kept ready for the pages of the review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact
from aidememoire.model.kinds import FACTS, kind_of
from aidememoire.model.reviews import Review
from aidememoire.queries.reviews import ReviewedCase, ReviewEffect, review_effects, reviewed_cases
from aidememoire.queries.shelf import Shelf
from aidememoire.record.review.versions import REVIEWED, anchor_of

CLASSES = tuple(cls for cls in FACTS if kind_of(cls) in REVIEWED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in the queue: how much it matters (`rank`, 0 the most), and `why`."""

    rank: int
    fact: str
    kind: str
    article: str
    start: int
    why: str
    reviewed: bool


class Book:
    """The cases of a moment, and its facts."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.cases: tuple[ReviewedCase, ...] = reviewed_cases(shelf.moment)
        self.reviews: tuple[Review, ...] = tuple(shelf.moment.reviews())

    @cached_property
    def by_id(self) -> Mapping[str, ReviewedCase]:
        """The cases, by the ids that their facts have or had."""
        old = {id_: each for each in self.cases for id_ in each.case.ids}
        return old | {each.case.fact: each for each in self.cases}

    @cached_property
    def effects(self) -> Mapping[int, ReviewEffect]:
        """What came of each review."""
        return review_effects(self._shelf.moment, self.cases)

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles, by `source_id`."""
        return {a.source_id: a for a in self._shelf.articles.values()}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts that stand, of every kind that is reviewed, by id."""
        return {fact.id: fact for cls in CLASSES for fact in self._shelf.moment.facts(cls)}


def book(shelf: Shelf) -> Book:
    """The book of a moment, made once."""
    return shelf.kept(Book)


def start_of(fact: Fact) -> int:
    """Where the words of a fact begin."""
    return anchor_of(fact).start
