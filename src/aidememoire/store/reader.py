"""Reading a record: typed objects in a settled order, all from one moment of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from aidememoire.errors import RecordError
from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Fact
from aidememoire.model.links import Link
from aidememoire.model.reviews import Review
from aidememoire.store import full_text, schema
from aidememoire.store.address import Place
from aidememoire.store.codec import FACTS, LINKS, decode, kind_of
from aidememoire.store.database import errors_told
from aidememoire.store.pruning import pruned
from aidememoire.store.search import Found, Search

F = TypeVar("F", bound=Fact)
L = TypeVar("L", bound=Link)
T = TypeVar("T")

_EDITION = sa.select(schema.meta.c.value).where(schema.meta.c.key == schema.EDITION)
ROWS_AT_ONCE = 500
"""Rows fetched at a time: few enough that a record of any size is read in little memory."""


class Reader:
    """What a record held when the reader was made; a build that publishes meanwhile changes nothing of it.

    The facts of published articles are as people's reviews leave them, those of pending ones as the machine read them.

    It holds a connection: use it in a `with` block, or close it.
    """

    def __init__(self, engine: sa.Engine, place: Place, *, pending: bool) -> None:
        self._place = place
        self._pending = pending
        self._seen = _newest() if pending else schema.article.c.linked.is_(True)
        self._engine = engine
        with errors_told(place):
            self._connection = engine.connect()
            self._moment = self._connection.scalar(_EDITION)  # the moment is taken here
        self._reviewed = not pending and self._any_standing()
        self._gone = self._gone_since() if self._reviewed else frozenset()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self._connection.close()

    def articles(self) -> Iterator[Article]:
        """Every article, by `source_id` and then id."""
        query = sa.select(schema.article.c.data).where(self._seen)
        for row in self._rows(query.order_by(schema.article.c.source_id, schema.article.c.id)):
            yield self._decoded("article", row.data)

    def article(self, article_id: str) -> Article | None:
        """The article of that id, None where the record has none."""
        query = sa.select(schema.article.c.data).where(self._seen, schema.article.c.id == article_id)
        return next((self._decoded("article", row.data) for row in self._rows(query)), None)

    def facts(self, kind: type[F], article: str | None = None) -> Iterator[F]:
        """The facts of one class, of all articles or of one, by article and then by their place in it."""
        for row in self._rows(self._fact_query(article, kind_of(kind))):
            yield self._decoded(row.kind, row.data)

    def facts_of(self, article: str) -> Iterator[Fact]:
        """The facts of every class of one article, by their place in it."""
        for row in self._rows(self._fact_query(article)):
            yield self._decoded(row.kind, row.data)

    def links(self, kind: type[L]) -> Iterator[L]:
        """The links of one class, by id. They are those of the published record.

        Where people have said since the last joining that something is no fact, the links speak of it no more.
        """
        query = sa.select(schema.link.c.data).where(schema.link.c.kind == kind_of(kind))
        for row in self._rows(query.order_by(schema.link.c.id)):
            link: L | None = self._decoded(kind_of(kind), row.data)
            if self._gone:
                link = pruned(link, self._gone)
            if link is not None:
                yield link

    def decisions(self) -> Iterator[Decision]:
        """What people said of who is who, in the order in which they said it."""
        for row in self._rows(sa.select(schema.decision.c.data).order_by(schema.decision.c.number)):
            yield self._decoded("decision", row.data)

    def reviews(self, source_id: str | None = None) -> Iterator[Review]:
        """What people said of single facts, of all articles or of one, in the order in which they said it."""
        query = sa.select(schema.review.c.data).order_by(schema.review.c.number)
        if source_id is not None:
            query = query.where(schema.review.c.source_id == source_id)
        for row in self._rows(query):
            yield self._decoded("review", row.data)

    def as_read(self, article: str) -> Iterator[Fact]:
        """The facts of every class of one article as the machine read them, by their place in it."""
        for row in self._rows(_ordered(self._as_read(article, None))):
            yield self._decoded(row.kind, row.data)

    def last_review(self) -> int:
        """The number of the last review, 0 where there is none."""
        return next((row.n or 0 for row in self._rows(sa.select(sa.func.max(schema.review.c.number).label("n")))), 0)

    def joined(self) -> int:
        """The number of the last review that the published links were made with, 0 for none."""
        query = sa.select(schema.meta.c.value).where(schema.meta.c.key == schema.JOINED)
        return next((int(row.value) for row in self._rows(query)), 0)

    def counts(self) -> dict[str, int]:
        """How many of each kind the record holds, by the kind's name, 0 where it holds none."""
        counts = dict.fromkeys(["article", *map(kind_of, FACTS), *map(kind_of, LINKS)], 0)
        link = schema.link
        counts["article"] = sum(row.n for row in self._rows(sa.select(sa.func.count().label("n")).where(self._seen)))
        every = self._fact_query(None).order_by(None).subquery()
        for query in (
            sa.select(every.c.kind, sa.func.count().label("n")).group_by(every.c.kind),
            sa.select(link.c.kind, sa.func.count().label("n")).group_by(link.c.kind),
        ):
            counts.update({row.kind: row.n for row in self._rows(query)})
        return counts

    def known(self) -> Mapping[str, str]:
        """Every article that was ever read and not dropped since, published or pending: id to the reading's version.

        Where an article has been read anew since it was published, that is the newer version.
        """
        query = sa.select(schema.article.c.id, schema.article.c.reader).order_by(schema.article.c.linked.desc())
        return {row.id: row.reader for row in self._rows(query)}

    def maker(self) -> str:
        """The version of the program that made the published links, "" where nothing has been published."""
        query = sa.select(schema.meta.c.value).where(schema.meta.c.key == schema.MAKER)
        return next((str(row.value) for row in self._rows(query)), "")

    def edition(self) -> int:
        """How many times the record had been published, joined anew, or reviewed, when the reader was made."""
        return next((int(row.value) for row in self._rows(_EDITION)), 0)

    def search(self, asked: Search, limit: int = 50, offset: int = 0) -> Found:
        """What is found in the published record by words and by what else must hold, `limit` hits from `offset`."""
        with errors_told(self._place):
            return self._answered(lambda connection: full_text.search(connection, asked, limit, offset))

    def published(self) -> int:
        """The edition in which articles were last published: since then, only people said something."""
        query = sa.select(schema.meta.c.value).where(schema.meta.c.key == schema.PUBLISHED)
        return next((int(row.value) for row in self._rows(query)), 0)

    @property
    def gone(self) -> frozenset[str]:
        """The ids of the facts that people have taken out since the links were made."""
        return self._gone

    def _fact_query(self, article: str | None, kind: str | None = None) -> sa.Select[Any] | sa.CompoundSelect[Any]:
        """Facts as they stand: those that nobody said anything else of, and those that people say there are."""
        read, table = self._as_read(article, kind), schema.standing
        if not self._reviewed:
            return _ordered(read)
        said = sa.exists().where(table.c.article == schema.fact.c.article, table.c.id == schema.fact.c.id)
        # No join on `linked`: what is settled is of the published articles.
        joined = schema.article.join(table, sa.and_(table.c.article == schema.article.c.id, self._seen))
        stands = sa.select(table.c.kind, table.c.data, *_order(table)).select_from(joined)
        return _ordered(read.where(~said), _of(stands.where(table.c.data.is_not(None)), table, article, kind))

    def _as_read(self, article: str | None, kind: str | None) -> sa.Select[Any]:
        query = sa.select(schema.fact.c.kind, schema.fact.c.data, *_order(schema.fact))
        return _of(query.select_from(schema.article.join(schema.fact)).where(self._seen), schema.fact, article, kind)

    def _any_standing(self) -> bool:
        """Whether any fact is not as the machine read it."""
        return any(True for _ in self._rows(sa.select(schema.standing.c.id).limit(1)))

    def _gone_since(self) -> frozenset[str]:
        """The ids of what was taken out by people since the links were made."""
        if self.joined() >= self.last_review():
            return frozenset()
        query = sa.select(schema.standing.c.id).where(schema.standing.c.data.is_(None))
        return frozenset(row.id for row in self._rows(query))

    def _decoded(self, kind: str, data: str) -> Any:
        try:
            return decode(kind, data)
        except (msgspec.DecodeError, KeyError) as error:
            what = "file" if isinstance(self._place, Path) else "database"
            told = f"{self._place}: the {what} is damaged: it holds what is no {kind}"
            raise RecordError(told, "build it again from the articles") from error

    def _rows(self, query: sa.Select[Any] | sa.CompoundSelect[Any]) -> Iterator[sa.Row[Any]]:
        with errors_told(self._place):
            result = self._answered(lambda c: c.execution_options(yield_per=ROWS_AT_ONCE).execute(query))
            try:
                yield from result
            finally:
                result.close()

    def _answered(self, ask: Callable[[sa.Connection], T]) -> T:
        """What the record answers; where a server was away meanwhile, it is asked for the same moment again."""
        try:
            if not self._connection.invalidated:
                return ask(self._connection)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        again = self._engine.connect()
        if self._pending or again.scalar(_EDITION) != self._moment:
            again.close()
            told = f"{self._place}: the connection was lost, and the record is not as it was"
            raise RecordError(told, "begin again")
        self._connection.close()
        self._connection = again
        return ask(again)


def _order(table: sa.Table) -> tuple[sa.ColumnElement[Any], ...]:
    """What facts are ordered by."""
    article = schema.article.c
    return article.source_id.label("s"), article.id.label("a"), table.c.position.label("p"), table.c.id.label("i")


def _ordered(*parts: sa.Select[Any]) -> sa.Select[Any] | sa.CompoundSelect[Any]:
    query = sa.union_all(*parts) if len(parts) > 1 else parts[0]
    return query.order_by(*map(sa.literal_column, "sapi"))


def _of(query: sa.Select[Any], table: sa.Table, article: str | None, kind: str | None) -> sa.Select[Any]:
    """The query, for one article and for one kind where these are given."""
    if article is not None:
        query = query.where(schema.article.c.id == article)
    return query if kind is None else query.where(table.c.kind == kind)


def _newest() -> sa.ColumnElement[bool]:
    """The pending reading of an article where it has one, else the published one."""
    newer = schema.article.alias()
    has_newer = sa.exists().where(newer.c.id == schema.article.c.id, newer.c.linked.is_(False))
    return sa.or_(schema.article.c.linked.is_(False), ~has_newer)
