"""Full text: how what can be found is kept in step with the published record.

Whoever publishes, decides or reviews calls `index` or `index_claims` in the same transaction, so what is found is never
older or newer than the record. The words are kept, and searched, in each database's own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact
from aidememoire.model.joined import Claim
from aidememoire.store import postgres_search, schema, sqlite_search
from aidememoire.store.codec import decode
from aidememoire.store.dialects import is_postgres
from aidememoire.store.search import Found, Search
from aidememoire.store.search_entries import READ, entries

AT_ONCE = 200
"""Articles whose entries are written together."""


def search(connection: sa.Connection, asked: Search, limit: int, offset: int) -> Found:
    """What is found: `limit` hits from the one numbered `offset`, and how many there are of each kind."""
    if is_postgres(connection):
        return postgres_search.search(connection, asked, limit, offset)
    return sqlite_search.search(connection, asked, limit, offset)


def create(connection: sa.Connection) -> None:
    """Make the tables, and fill them from what is published."""
    if is_postgres(connection):
        postgres_search.create_tables(connection)
    else:
        sqlite_search.create_tables(connection)
    fill(connection)


def fill(connection: sa.Connection) -> None:
    """Make the entries of all that is published."""
    article = schema.article.c
    index(connection, connection.scalars(sa.select(article.id).where(article.linked.is_(True))).all())
    index_claims(connection)


def index(connection: sa.Connection, articles: Iterable[str]) -> None:
    """Bring the entries of these articles in step with what is published of them, if anything is."""
    wanted = sorted(set(articles))
    for start in range(0, len(wanted), AT_ONCE):
        ids = wanted[start : start + AT_ONCE]
        claims = _drop(connection, ids)
        _add(connection, ids, claims)


def index_claims(connection: sa.Connection) -> None:
    """Mark the statements that claims are found by: of each claim, the one that was published first."""
    statement = schema.search.c
    days = {row.ref: row.day or "9" for row in connection.execute(
        sa.select(statement.ref, statement.day).where(statement.kind == "article"))}  # fmt: skip
    links = connection.scalars(sa.select(schema.link.c.data).where(schema.link.c.kind == "claim"))
    claims = (decode("claim", data) for data in links.all())
    heads = [{"head": _head(claim, days)} for claim in claims if claim.mentions]
    connection.execute(sa.update(schema.search).where(statement.claim.is_(True)).values(claim=False))
    if heads:
        mark = sa.update(schema.search).where(statement.ref == sa.bindparam("head")).values(claim=True)
        connection.execute(mark, heads)


def _head(claim: Claim, days: Mapping[str, str]) -> str:
    return min(claim.mentions, key=lambda m: (days.get(m.article, "9"), m.article, m.statement)).statement


def _drop(connection: sa.Connection, articles: Sequence[str]) -> frozenset[str]:
    """Remove the entries of articles; the statements among them that claims were found by."""
    search = schema.search.c
    gone = connection.execute(
        sa.select(search.number, search.ref, search.claim).where(search.article.in_(articles))
    ).all()
    if gone:
        numbers = [{"n": row.number} for row in gone]
        _drop_texts(connection, [row.number for row in gone])
        connection.execute(sa.delete(schema.search).where(search.number == sa.bindparam("n")), numbers)
    return frozenset(row.ref for row in gone if row.claim)


def _add(connection: sa.Connection, articles: Sequence[str], claims: frozenset[str]) -> None:
    last = connection.scalar(sa.select(sa.func.max(schema.search.c.number))) or 0
    rows: list[dict[str, Any]] = []
    parties: list[dict[str, Any]] = []
    for article, facts in _published(connection, articles):
        day = article.published[:10] if article.published else None
        for each in entries(article, facts):
            last += 1
            rows.append({
                "number": last, "kind": each.kind, "ref": each.ref, "article": article.id, "day": day,
                "outlet": article.outlet, "act": each.act, "claim": each.ref in claims,
                "title": each.title, "words": each.words, "who": each.who,
            })  # fmt: skip
            parties += [{"party": party, "number": last} for party in each.parties]
    if rows:
        connection.execute(sa.text(_INSERT), rows)
        _add_texts(connection, rows)
    if parties:
        connection.execute(sa.insert(schema.search_party), parties)


_INSERT = """INSERT INTO search (number, kind, ref, article, day, outlet, act, claim)
    VALUES (:number, :kind, :ref, :article, :day, :outlet, :act, :claim)"""


def _drop_texts(connection: sa.Connection, numbers: Sequence[int]) -> None:
    (postgres_search if is_postgres(connection) else sqlite_search).drop_texts(connection, numbers)


def _add_texts(connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    (postgres_search if is_postgres(connection) else sqlite_search).add_texts(connection, rows)


def _published(connection: sa.Connection, articles: Sequence[str]) -> Iterator[tuple[Article, list[Fact]]]:
    """The articles as published, with the facts that are searched as they stand."""
    article, fact, standing = schema.article.c, schema.fact.c, schema.standing.c
    found = sa.select(article.data).where(article.linked.is_(True), article.id.in_(articles)).order_by(article.id)
    for data in connection.scalars(found).all():
        each: Article = decode("article", data)
        read = sa.select(fact.id, fact.kind, fact.data).where(fact.article == each.id, fact.linked.is_(True))
        said = sa.select(standing.id, standing.kind, standing.data).where(standing.article == each.id)
        rows = {row.id: row for row in connection.execute(read.order_by(fact.position, fact.id))}
        rows |= {row.id: row for row in connection.execute(said)}
        yield each, [decode(r.kind, r.data) for r in rows.values() if r.kind in READ and r.data is not None]
