"""Looking up the ids that a record refers to: what its check knows, and how it says that one is missing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aidememoire.model.articles import Article
from aidememoire.model.facts import Party
from aidememoire.model.joined import Actor, Origins, Turn
from aidememoire.model.process import Track
from aidememoire.store.codec import FACTS, LINKS, kind_of
from aidememoire.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that links may refer to: of articles, of facts and links by their class, and each party's article."""

    articles: frozenset[str]
    parties: Mapping[str, str]
    of: Mapping[type[Any], frozenset[str]]
    track_names: frozenset[str]


def known_ids(reader: Reader) -> Known:
    """The ids that a record holds."""
    facts = {kind: frozenset(fact.id for fact in reader.facts(kind)) for kind in FACTS}
    links = {kind: frozenset(link.id for link in reader.links(kind)) for kind in LINKS}
    return Known(
        frozenset(article.id for article in reader.articles()),
        {party.id: party.article for party in reader.facts(Party)},
        facts | links,
        frozenset(track.name for track in reader.links(Track)),
    )


def origin_problems(owner: str, origins: Origins, known: Known) -> Iterator[str]:
    """What is wrong with the origins of the link `owner`."""
    for origin in origins.of:
        yield from missing("article", owner, origin.articles, known.articles)
    if not 0 <= origins.low <= origins.high:
        yield f"origins out of order: {origins.low} to {origins.high} in {owner}"


def turn_problems(owner: str, course: Iterable[Turn], kind: type[Any], known: Known) -> Iterator[str]:
    """What is wrong with the turns of a course whose facts are of one kind."""
    for turn in course:
        yield from missing(kind_of(kind), owner, turn.facts, known.of[kind])
        yield from missing("article", owner, turn.articles, known.articles)
        yield from missing("actor", owner, turn.sources, known.of[Actor])


def missing(what: str, owner: str, ids: Iterable[str], known: Container[str]) -> Iterator[str]:
    """A sentence for each of the ids, of `what`, that is not `known`."""
    for each in ids:
        if each not in known:
            yield f"unknown {what}: {each} in {owner}"


def given(*ids: str | None) -> Iterator[str]:
    """Those of the ids that are known."""
    return (each for each in ids if each is not None)


def off(article: Article, start: int, end: int, text: str) -> bool:
    """Whether the text is anything but the article's own from `start` to `end`."""
    return not (0 <= start < end <= len(article.text) and article.text[start:end] == text)


def name_of(article: Article) -> str:
    """How a message names an article."""
    return f"article {article.source_id!r}"
