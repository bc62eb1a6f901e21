"""Keeping what people say of single facts: beside any build, since a database lets one short write in after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from aidememoire.errors import RecordError
from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact
from aidememoire.model.reviews import Review
from aidememoire.store import schema
from aidememoire.store.address import Place
from aidememoire.store.codec import decode, encode, kind_of
from aidememoire.store.database import errors_told
from aidememoire.store.full_text import index
from aidememoire.store.places import position_of

Settle = Callable[[Article, Sequence[Fact], Sequence[Review]], Mapping[str, Fact | None]]
"""What follows from reviews for an article with the facts that the machine read: those that are otherwise, by id."""
Say = Callable[[int, Article, Sequence[Fact], Sequence[Review]], Review]
"""Makes a review: from its number, the article, the facts that the machine read, and the reviews of it so far."""


def as_they_are(article: Article, facts: Sequence[Fact], reviews: Sequence[Review]) -> Mapping[str, Fact | None]:
    """What follows where nobody's word is heeded."""
    return {}


def keep_review(engine: sa.Engine, place: Place, article_id: str, say: Say, settle: Settle) -> Review:
    """Keep a person's word on a fact of a published article, and what follows from it, in one transaction; the review.

    Raises what `say` does, and RecordError where the record has no such article or can't be written. The record then
    stays as it was.
    """
    with errors_told(place), engine.begin() as connection:
        article = _article(connection, article_id)
        if article is None:
            told = f"{place}: the article is not in the record as it is now"
            raise RecordError(told, "open it again; it may have been replaced by a newer text")
        facts, said = _facts(connection, article.id), _reviews(connection, article.source_id)
        last = connection.scalar(sa.select(sa.func.max(schema.review.c.number)))
        review = say(1 + (last or 0), article, facts, said)
        _write(connection, review)
        _settle(connection, article, facts, (*said, review), settle)
        index(connection, [article.id])
        next_edition(connection)
    return review


def settle_all(connection: sa.Connection, settle: Settle) -> None:
    """Work out anew, in the caller's transaction, what follows from all reviews for the published articles."""
    connection.execute(sa.delete(schema.standing))
    article, review = schema.article, schema.review
    reviewed = sa.select(review.c.source_id)
    found = sa.select(article.c.data).where(article.c.linked.is_(True), article.c.source_id.in_(reviewed))
    for row in connection.execute(found).all():
        each: Article = decode("article", row.data)
        _settle(connection, each, _facts(connection, each.id), _reviews(connection, each.source_id), settle)


def settled(connection: sa.Connection) -> set[str]:
    """The ids of the articles of which facts are not as the machine read them."""
    return set(connection.scalars(sa.select(schema.standing.c.article).distinct()))


def keep_meta(connection: sa.Connection, key: str, value: str) -> None:
    """Set one entry of `meta`."""
    connection.execute(sa.delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(sa.insert(schema.meta).values(key=key, value=value))


def next_edition(connection: sa.Connection) -> str:
    """Count this publishing, for readers to see that there is a newer state than theirs; the new number."""
    before = connection.scalar(sa.select(schema.meta.c.value).where(schema.meta.c.key == schema.EDITION))
    number = str(int(before or 0) + 1)
    keep_meta(connection, schema.EDITION, number)
    return number


def _settle(
    connection: sa.Connection, article: Article, facts: Sequence[Fact], reviews: Sequence[Review], settle: Settle
) -> None:
    connection.execute(sa.delete(schema.standing).where(schema.standing.c.article == article.id))
    kinds = {fact.id: kind_of(type(fact)) for fact in facts} | {r.fact: r.kind for r in reviews}
    rows = [_row(article.id, id_, fact, kinds) for id_, fact in settle(article, facts, reviews).items()]
    if rows:
        connection.execute(sa.insert(schema.standing), rows)


def _row(article: str, fact_id: str, fact: Fact | None, kinds: Mapping[str, str]) -> dict[str, Any]:
    if fact is None:
        return {"article": article, "id": fact_id, "kind": kinds[fact_id], "position": 0, "data": None}
    if fact.article != article or fact.id != fact_id:
        raise ValueError(f"{fact_id} of {article} was settled as {fact.id} of {fact.article}")
    held = {"kind": kind_of(type(fact)), "position": position_of(fact), "data": encode(fact).decode()}
    return {"article": article, "id": fact_id, **held}


def _write(connection: sa.Connection, review: Review) -> None:
    row = {"number": review.number, "id": review.id, "source_id": review.source_id, "data": encode(review).decode()}
    connection.execute(sa.insert(schema.review), [row])


def _article(connection: sa.Connection, article_id: str) -> Article | None:
    mine = sa.and_(schema.article.c.id == article_id, schema.article.c.linked.is_(True))
    data = connection.scalar(sa.select(schema.article.c.data).where(mine))
    return decode("article", data) if data is not None else None


def _facts(connection: sa.Connection, article_id: str) -> tuple[Fact, ...]:
    fact = schema.fact.c
    mine = sa.select(fact.kind, fact.data).where(fact.article == article_id, fact.linked.is_(True))
    return _decoded(connection.execute(mine.order_by(fact.position, fact.id)).all())


def _reviews(connection: sa.Connection, source_id: str) -> tuple[Review, ...]:
    review = schema.review.c
    mine = sa.select(review.data).where(review.source_id == source_id).order_by(review.number)
    return tuple(decode("review", row.data) for row in connection.execute(mine))


def _decoded(rows: Iterable[sa.Row[Any, Any]]) -> tuple[Fact, ...]:
    return tuple(decode(row.kind, row.data) for row in rows)
