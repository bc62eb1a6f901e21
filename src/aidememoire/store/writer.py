"""Writing a record: readings kept as they come, and all that is published at one stroke."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from aidememoire.errors import RecordError
from aidememoire.model.articles import Article
from aidememoire.model.decisions import Decision
from aidememoire.model.facts import Fact
from aidememoire.model.links import Link
from aidememoire.store import schema
from aidememoire.store.address import Place
from aidememoire.store.codec import encode, kind_of
from aidememoire.store.database import errors_told
from aidememoire.store.full_text import index, index_claims
from aidememoire.store.places import position_of
from aidememoire.store.reviewing import Settle, as_they_are, keep_meta, next_edition, settle_all, settled

BATCH = 32
"""Articles a transaction: what a killed build must read again, against a commit to disk for each (about 2 ms)."""

_Row = dict[str, Any]


class Writer:
    """The one writer of a record. Made by `Record.writer`."""

    def __init__(self, engine: sa.Engine, place: Place) -> None:
        self._engine = engine
        self._place = place
        self._waiting: dict[str, tuple[_Row, list[_Row]]] = {}

    def add(self, article: Article, facts: Iterable[Fact], reader: str) -> None:
        """Keep the reading of one article, made by version `reader`, until it is published.

        It takes the place of an earlier reading that was not published; a published one stays as it is. A fact that
        comes twice is kept once. Raises ValueError where two different facts have one id, or a fact is of another
        article; RecordError where the text can't be stored or the record can't be written.
        """
        try:
            row = {"source_id": article.source_id, "reader": reader, "data": encode(article).decode()}
            self._waiting[article.id] = ({"id": article.id, "linked": False, **row}, _fact_rows(article, facts))
        except UnicodeEncodeError as error:
            told = f"article {article.source_id!r}: its text holds half a character, which no file can hold"
            raise RecordError(told, "mend its encoding, or leave it out") from error
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Commit the readings added so far. Raises RecordError where the record can't be written."""
        if not self._waiting:
            return
        rows = list(self._waiting.values())
        with errors_told(self._place), self._engine.begin() as connection:
            old = schema.article.c
            drop = sa.delete(schema.article).where(old.id == sa.bindparam("gone"), old.linked.is_(False))
            connection.execute(drop, [{"gone": article["id"]} for article, _ in rows])
            connection.execute(sa.insert(schema.article), [article for article, _ in rows])
            _insert(connection, schema.fact, [fact for _, facts in rows for fact in facts])
        self._waiting.clear()

    def publish(
        self,
        article_ids: Collection[str],
        links: Iterable[Link],
        *,
        maker: str = "",
        joined: int = 0,
        settle: Settle = as_they_are,
    ) -> None:
        """Make these articles, each in its newest reading, and these links the record, in one transaction.

        `maker` is the version of the program that made the links, for `Reader.maker` to tell, and `joined` the number
        of the last review that they were made with; `settle` tells what follows from the reviews for an article.
        Every other article goes with its facts, and so does every other link. Raises ValueError where an article was
        never added or two links have one id; RecordError where the record can't be written. The record then stays as
        it was.
        """
        self.flush()
        rows = _link_rows(links)
        with errors_told(self._place), self._engine.begin() as connection:
            changed = _publish_articles(connection, set(article_ids)) | settled(connection)
            connection.execute(sa.delete(schema.link))
            _insert(connection, schema.link, rows)
            connection.execute(sa.delete(schema.meta).where(schema.meta.c.key == schema.MAKER))
            connection.execute(sa.insert(schema.meta).values(key=schema.MAKER, value=maker))
            settle_all(connection, settle)
            index(connection, changed | settled(connection))
            index_claims(connection)
            keep_meta(connection, schema.JOINED, str(joined))
            keep_meta(connection, schema.PUBLISHED, next_edition(connection))

    def decide(self, decisions: Iterable[Decision], links: Iterable[Link], *, joined: int = 0) -> None:
        """Make these all that people have said, and the links that follow from it the record's, in one transaction.

        `joined` is the number of the last review that the links were made with. Articles stay as they are, published or
        pending. Raises ValueError where two links have one id; RecordError
        where the record can't be written. The record then stays as it was.
        """
        rows = _link_rows(links)
        said = [{"number": d.number, "id": d.id, "data": encode(d).decode()} for d in decisions]
        with errors_told(self._place), self._engine.begin() as connection:
            connection.execute(sa.delete(schema.decision))
            _insert(connection, schema.decision, said)
            connection.execute(sa.delete(schema.link))
            _insert(connection, schema.link, rows)
            keep_meta(connection, schema.JOINED, str(joined))
            index_claims(connection)
            next_edition(connection)


def _link_rows(links: Iterable[Link]) -> list[_Row]:
    rows = [{"id": link.id, "kind": kind_of(type(link)), "data": encode(link).decode()} for link in links]
    _refuse_twins(row["id"] for row in rows)
    return rows


def _publish_articles(connection: sa.Connection, chosen: set[str]) -> set[str]:
    """Make the chosen articles those that are published; the ids of those that are so no more, or anew."""
    article = schema.article
    have = {(row.id, row.linked) for row in connection.execute(sa.select(article.c.id, article.c.linked))}
    missing = sorted(chosen - {article_id for article_id, _ in have})
    if missing:
        raise ValueError(f"{len(missing)} articles to publish were never added, the first of them {missing[0]}")
    pending = {article_id for article_id, linked in have if not linked}
    stays = {(article_id, article_id not in pending) for article_id in chosen}
    one = sa.and_(article.c.id == sa.bindparam("of"), article.c.linked == sa.bindparam("was"))
    gone = [{"of": article_id, "was": linked} for article_id, linked in sorted(have - stays)]
    new = [{"of": article_id, "was": False} for article_id in sorted(chosen & pending)]
    if gone:
        connection.execute(sa.delete(article).where(one), gone)
    if new:
        connection.execute(sa.update(article).where(one).values(linked=True), new)
    return {each["of"] for each in (*gone, *new)}


def _fact_rows(article: Article, facts: Iterable[Fact]) -> list[_Row]:
    rows: dict[str, _Row] = {}
    for fact in facts:
        if fact.article != article.id:
            raise ValueError(f"{fact.id} is a fact of {fact.article}, not of {article.id}")
        row = {"article": article.id, "linked": False, "id": fact.id, "kind": kind_of(type(fact))}
        row |= {"position": position_of(fact), "data": encode(fact).decode()}
        if rows.setdefault(fact.id, row) != row:
            raise ValueError(f"two different facts of {article.id} have the id {fact.id}")
    return list(rows.values())


def _refuse_twins(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise ValueError(f"two links have the id {each}")
        seen.add(each)


def _insert(connection: sa.Connection, table: sa.Table, rows: list[_Row]) -> None:
    if rows:
        connection.execute(sa.insert(table), rows)
