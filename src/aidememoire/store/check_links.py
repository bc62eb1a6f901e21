"""Checking what many articles say together: that every article, party and fact it refers to is in the record."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from aidememoire.model.articles import Article
from aidememoire.model.facts import Commitment, Figure, Party, Statement
from aidememoire.model.links import (
    Actor,
    Basket,
    Claim,
    CommitmentGroup,
    Donor,
    FigureGroup,
    Lineage,
    Located,
    Origins,
    Passage,
    Round,
    Story,
    Track,
)
from aidememoire.store.reader import Reader

TEXTS_KEPT = 256
"""Articles kept in memory while links are checked: an actor's or a passage's articles are mostly looked up together."""


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that links may refer to, and each party's article."""

    articles: frozenset[str]
    parties: dict[str, str]
    statements: frozenset[str]
    figures: frozenset[str]
    commitments: frozenset[str]
    actors: frozenset[str]
    tracks: frozenset[str]
    track_names: frozenset[str]
    stories: frozenset[str]


def known_ids(reader: Reader) -> Known:
    """The ids that a record holds."""
    return Known(
        frozenset(article.id for article in reader.articles()),
        {party.id: party.article for party in reader.facts(Party)},
        frozenset(statement.id for statement in reader.facts(Statement)),
        frozenset(figure.id for figure in reader.facts(Figure)),
        frozenset(commitment.id for commitment in reader.facts(Commitment)),
        frozenset(actor.id for actor in reader.links(Actor)),
        frozenset(track.id for track in reader.links(Track)),
        frozenset(track.name for track in reader.links(Track)),
        frozenset(story.id for story in reader.links(Story)),
    )


def link_problems(reader: Reader, known: Known) -> Iterator[str]:
    """What is wrong with the links of a record that holds the `known` ids."""

    @lru_cache(TEXTS_KEPT)
    def article_of(article_id: str) -> Article | None:
        return reader.article(article_id)

    def located(owner: str, spans: Iterable[Located]) -> Iterator[str]:
        for span in spans:
            article = article_of(span.article)
            if article is None:
                yield f"unknown article: {span.article} in {owner}"
            elif off(article, span.start, span.end, span.text):
                yield f"span off: {span.start}:{span.end} of {name_of(article)}, in {owner}"

    for lineage in reader.links(Lineage):
        yield from located(lineage.id, _sides(lineage))
        yield from _missing("article", lineage.id, (lineage.a, lineage.b), known.articles)
    for passage in reader.links(Passage):
        yield from located(passage.id, passage.members)
    parts: list[Donor | Track | Round | Basket] = [*reader.links(Donor), *reader.links(Track)]
    parts += [*reader.links(Round), *reader.links(Basket)]
    for part in parts:
        yield from located(part.id, part.evidence)
        yield from _part_problems(part, known)
    yield from _actor_problems(reader, known)
    yield from _group_problems(reader, known)
    for story in reader.links(Story):
        yield from _missing("article", story.id, story.articles, known.articles)
        yield from _missing("story", story.id, given(story.thread), known.stories)


def _sides(lineage: Lineage) -> Iterator[Located]:
    pairs = [(pair.a, pair.b) for pair in lineage.passages] + [(edit.a, edit.b) for edit in lineage.edits]
    for sides in pairs:
        for article, span in zip((lineage.a, lineage.b), sides, strict=True):
            if span is not None:
                yield Located(article, span.start, span.end, span.text)


def _part_problems(part: Donor | Track | Round | Basket, known: Known) -> Iterator[str]:
    if isinstance(part, Donor):
        yield from _missing("article", part.id, (part.donor,), known.articles)
    elif isinstance(part, Track):
        yield from _missing("actor", part.id, (*given(part.mediator), *part.sponsors), known.actors)
    else:
        yield from _missing("track", part.id, given(part.track), known.tracks | known.track_names)


def _actor_problems(reader: Reader, known: Known) -> Iterator[str]:
    owner: dict[str, str] = {}
    for actor in reader.links(Actor):
        named = (*actor.parties, *(join.party for join in actor.joins))
        yield from _missing("party", actor.id, named, known.parties)
        for party in actor.parties:
            first = owner.setdefault(party, actor.id)
            if first != actor.id:
                yield f"party of two actors: {party} is of {first} and of {actor.id}"
    for party in known.parties.keys() - owner.keys() if owner else ():
        yield f"party of no actor: {party}"


def _group_problems(reader: Reader, known: Known) -> Iterator[str]:
    for claim in reader.links(Claim):
        yield from _missing("statement", claim.id, (m.statement for m in claim.mentions), known.statements)
        yield from _missing("article", claim.id, (m.article for m in claim.mentions), known.articles)
        yield from _missing("actor", claim.id, (*claim.asserted_by, *claim.denied_by), known.actors)
        yield from _origin_problems(claim.id, claim.origins, known)
    for group in reader.links(FigureGroup):
        yield from _missing("figure", group.id, (m.figure for m in group.members), known.figures)
        yield from _missing("article", group.id, (m.article for m in group.members), known.articles)
    for promise in reader.links(CommitmentGroup):
        yield from _missing("commitment", promise.id, promise.members, known.commitments)
        yield from _missing("actor", promise.id, (*given(promise.by), *promise.alleged_by), known.actors)
        yield from _origin_problems(promise.id, promise.origins, known)


def _origin_problems(owner: str, origins: Origins, known: Known) -> Iterator[str]:
    for origin in origins.of:
        yield from _missing("article", owner, origin.articles, known.articles)
    if not 0 <= origins.low <= origins.high:
        yield f"origins out of order: {origins.low} to {origins.high} in {owner}"


def _missing(what: str, owner: str, ids: Iterable[str], known: Container[str]) -> Iterator[str]:
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
