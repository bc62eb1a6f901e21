"""The answers of one moment, each made once and kept: for readers who ask the same record again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from aidememoire.model.articles import Article
from aidememoire.model.facts import Statement
from aidememoire.model.joined import Actor, Claim
from aidememoire.model.process import Track
from aidememoire.queries.answers import Answers
from aidememoire.queries.brief.sheet import Sheet
from aidememoire.queries.process import ProcessAnswers
from aidememoire.store import Moment

T = TypeVar("T")


class Shelf:
    """What a moment answers. Each answer is made when it is first asked for."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment
        self._kept: dict[Any, Any] = {}

    @cached_property
    def answers(self) -> Answers:
        """Who said what, what is disputed, which articles are one story."""
        return Answers(self.moment)

    @cached_property
    def process(self) -> ProcessAnswers:
        """The state of the process."""
        return ProcessAnswers(self.answers)

    @cached_property
    def sheet(self) -> Sheet:
        """What briefs are composed from."""
        return Sheet(self.moment)

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles, by id."""
        return self.answers.articles

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The actors, by id."""
        return self.answers.actors

    def actor(self, who: str | None) -> Actor | None:
        """The actor that an actor's or a party's id stands for."""
        return self.actors.get(self.answers.actor_of(who) or "")

    def kept(self, make: Callable[[Shelf], T]) -> T:
        """What `make` makes of this shelf: made once."""
        if make not in self._kept:
            self._kept[make] = make(self)
        made: T = self._kept[make]
        return made

    @cached_property
    def _tracks_by_article(self) -> Mapping[str, tuple[str, ...]]:
        named: dict[str, list[str]] = {}
        for track in self.moment.links(Track):
            for article in dict.fromkeys(where.article for where in track.evidence):
                named.setdefault(article, []).append(track.name)
        return {article: tuple(names) for article, names in named.items()}

    def tracks_of(self, article: str) -> tuple[str, ...]:
        """The names of the tracks that an article tells of."""
        return self._tracks_by_article.get(article, ())

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The ISO days on which an article was published, in order."""
        return tuple(sorted({a.published[:10] for a in self.articles.values() if a.published}))

    @cached_property
    def last_day(self) -> str | None:
        """The ISO day by which every article was published; None where one has no day, or there is none."""
        published = [a.published for a in self.articles.values()]
        return max((day[:10] for day in published if day), default=None) if all(published) else None

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The statements, by id."""
        return {s.id: s for s in self.moment.facts(Statement)}

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        """The claims, by id."""
        return {c.id: c for c in self.claims}

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims: the disputed first, then those most told."""
        return tuple(sorted(self.moment.links(Claim), key=lambda c: (not c.disputed, -len(c.mentions), c.text)))
