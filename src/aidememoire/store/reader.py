"""Reading a record: typed objects in a settled order, all from one moment of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec
import sqlalchemy as sa

from aidememoire.errors import RecordError
from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Fact
from aidememoire.model.links import Link
from aidememoire.store import schema
from aidememoire.store.codec import FACTS, LINKS, decode, kind_of
from aidememoire.store.sqlite import errors_told

F = TypeVar("F", bound=Fact)
L = TypeVar("L", bound=Link)

ROWS_AT_ONCE = 500
"""Rows fetched at a time: few enough that a record of any size is read in little memory."""


class Reader:
    """What a record held when the reader was made; a build that publishes meanwhile changes nothing of it.

    It holds a connection: use it in a `with` block, or close it.
    """

    def __init__(self, engine: sa.Engine, path: Path, *, pending: bool) -> None:
        self._path = path
        self._seen = _newest() if pending else schema.article.c.linked.is_(True)
        with errors_told(path):
            self._connection = engine.connect()
            self._connection.scalar(sa.select(sa.func.count()).select_from(schema.meta))  # the moment is taken here

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
        for row in self._rows(self._fact_query(article).where(schema.fact.c.kind == kind_of(kind))):
            yield self._decoded(row.kind, row.data)

    def facts_of(self, article: str) -> Iterator[Fact]:
        """The facts of every class of one article, by their place in it."""
        for row in self._rows(self._fact_query(article)):
            yield self._decoded(row.kind, row.data)

    def links(self, kind: type[L]) -> Iterator[L]:
        """The links of one class, by id. They are those of the published record."""
        query = sa.select(schema.link.c.data).where(schema.link.c.kind == kind_of(kind))
        for row in self._rows(query.order_by(schema.link.c.id)):
            yield self._decoded(kind_of(kind), row.data)

    def decisions(self) -> Iterator[Decision]:
        """What people said of who is who, in the order in which they said it."""
        for row in self._rows(sa.select(schema.decision.c.data).order_by(schema.decision.c.number)):
            yield self._decoded("decision", row.data)

    def counts(self) -> dict[str, int]:
        """How many of each kind the record holds, by the kind's name, 0 where it holds none."""
        counts = dict.fromkeys(["article", *map(kind_of, FACTS), *map(kind_of, LINKS)], 0)
        article, fact, link = schema.article, schema.fact, schema.link
        counts["article"] = sum(row.n for row in self._rows(sa.select(sa.func.count().label("n")).where(self._seen)))
        joined = sa.select(fact.c.kind, sa.func.count().label("n")).select_from(article.join(fact)).where(self._seen)
        for query in (
            joined.group_by(fact.c.kind),
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

    def _fact_query(self, article: str | None) -> sa.Select[Any]:
        query = sa.select(schema.fact.c.kind, schema.fact.c.data)
        query = query.select_from(schema.article.join(schema.fact)).where(self._seen)
        if article is not None:
            query = query.where(schema.article.c.id == article)
        return query.order_by(schema.article.c.source_id, schema.article.c.id, schema.fact.c.position, schema.fact.c.id)

    def _decoded(self, kind: str, data: str) -> Any:
        try:
            return decode(kind, data)
        except (msgspec.DecodeError, KeyError) as error:
            told = f"{self._path}: the file is damaged: it holds what is no {kind}"
            raise RecordError(told, "build it again from the articles") from error

    def _rows(self, query: sa.Select[Any]) -> Iterator[sa.Row[Any]]:
        with errors_told(self._path):
            result = self._connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query)
            try:
                yield from result
            finally:
                result.close()


def _newest() -> sa.ColumnElement[bool]:
    """The pending reading of an article where it has one, else the published one."""
    newer = schema.article.alias()
    has_newer = sa.exists().where(newer.c.id == schema.article.c.id, newer.c.linked.is_(False))
    return sa.or_(schema.article.c.linked.is_(False), ~has_newer)
