"""Full text in SQLite (FTS5): the tables, how they are kept in step with the published record, and the search.

Whoever publishes, decides or reviews calls `index` or `index_claims` in the same transaction, so what is found is never
older or newer than the record. The tokenizer knows words and no stems: `search_words` says why.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import sqlalchemy as sa

from aidememoire.model.articles import Article
from aidememoire.model.facts import Fact
from aidememoire.model.joined import Claim
from aidememoire.store import schema
from aidememoire.store.codec import decode
from aidememoire.store.search import KINDS, MOST_RANKED, Found, Hit, Kind, Search
from aidememoire.store.search_entries import READ, entries
from aidememoire.store.search_words import Term, Terms, terms

TABLES = (
    """CREATE TABLE search (
        number INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, article TEXT NOT NULL, day TEXT,
        outlet TEXT, act TEXT, claim BOOLEAN NOT NULL)""",
    "CREATE INDEX search_article ON search (article)",
    "CREATE INDEX search_ref ON search (ref)",
    "CREATE INDEX search_day ON search (day, number)",
    "CREATE INDEX search_counts ON search (kind, claim)",
    """CREATE TABLE search_party (
        party TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (party, number),
        FOREIGN KEY (number) REFERENCES search (number) ON DELETE CASCADE) WITHOUT ROWID""",
    "CREATE INDEX search_party_number ON search_party (number)",
    """CREATE VIRTUAL TABLE search_text USING fts5(
        title, words, who, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
)
WEIGHTS = "4.0, 2.0, 1.0"
"""What a hit in the title, the words and the names counts (bm25)."""
AT_ONCE = 200
"""Articles whose entries are written together."""


def create(connection: sa.Connection) -> None:
    """Make the tables, and fill them from what is published."""
    for statement in TABLES:
        connection.execute(sa.text(statement))
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
        connection.execute(sa.text("DELETE FROM search_text WHERE rowid = :n"), numbers)
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
        connection.execute(sa.text(_INSERT_TEXT), rows)
    if parties:
        connection.execute(sa.insert(schema.search_party), parties)


_INSERT = """INSERT INTO search (number, kind, ref, article, day, outlet, act, claim)
    VALUES (:number, :kind, :ref, :article, :day, :outlet, :act, :claim)"""
_INSERT_TEXT = "INSERT INTO search_text (rowid, title, words, who) VALUES (:number, :title, :words, :who)"


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


def search(connection: sa.Connection, asked: Search, limit: int, offset: int) -> Found:
    """What is found: `limit` hits from the one numbered `offset`, and how many there are of each kind."""
    wanted = terms(asked.words)
    match, where, given = _match(wanted), *_conditions(asked)
    if match is None and (wanted.shunned or asked.words.strip()):
        return Found((), dict.fromkeys(KINDS, 0), 0, ranked=False)
    counts = _counts(connection, match, where, given)
    total = counts[asked.kind] if asked.kind else sum(n for kind, n in counts.items() if kind != "claim")
    ranked = match is not None and total <= MOST_RANKED
    kinds = _of_kind(asked.kind)
    rows = _hits(connection, match, where + kinds, given | {"kind": asked.kind}, (limit, offset), ranked)
    return Found(tuple(_hit(row, asked.kind) for row in rows), counts, total, ranked)


def _of_kind(kind: Kind | None) -> str:
    return "" if kind is None else " AND s.claim" if kind == "claim" else " AND s.kind = :kind"


def _counts(connection: sa.Connection, match: str | None, where: str, given: Mapping[str, Any]) -> dict[Kind, int]:
    counts = dict.fromkeys(KINDS, 0)
    counted = f"SELECT s.kind, count(*) AS n, sum(s.claim) AS claims FROM {_source(match)} {where} GROUP BY s.kind"
    query = f"SELECT json_group_array(json_array(kind, n, claims)) FROM ({counted})"
    for kind, count, claims in _one(connection, query, {"match": match, **given}):
        counts[kind] = count
        counts["claim"] += claims
    return counts


def _hits(
    connection: sa.Connection,
    match: str | None,
    where: str,
    given: Mapping[str, Any],
    window: tuple[int, int],
    ranked: bool,
) -> Sequence[Sequence[str]]:
    """The rows of one page: first their numbers alone, so that texts are read of no others."""
    order = f"bm25(search_text, {WEIGHTS}), s.number" if ranked else "s.day DESC, s.number DESC"
    limits = {"limit": window[0], "offset": window[1]}
    page = f"SELECT s.number FROM {_source(match)} {where} ORDER BY {order} LIMIT :limit OFFSET :offset"
    numbers = _one(connection, f"SELECT json_group_array(number) FROM ({page})", {"match": match, **given, **limits})
    texts = """SELECT json_group_array(json_array(s.number, s.kind, s.ref, s.article, t.title, t.words)) FROM search s
        JOIN search_text t ON t.rowid = s.number WHERE s.number IN (SELECT value FROM json_each(:numbers))"""
    rows = {number: rest for number, *rest in _one(connection, texts, {"numbers": json.dumps(numbers)})}
    return [rows[number] for number in numbers]


def _one(connection: sa.Connection, query: str, given: Mapping[str, Any]) -> list[Any]:
    """The rows of a query as one: each row fetched would let another thread of the desk in, and wait for it."""
    rows: list[Any] = json.loads(connection.scalar(sa.text(query), given))
    return rows


def _hit(row: Sequence[str], asked: Kind | None) -> Hit:
    kind, ref, article, title, words = row
    return Hit("claim" if asked == "claim" else cast(Kind, kind), ref, article, title, words)


def _source(match: str | None) -> str:
    if match is None:
        return "search s WHERE 1"
    # CROSS JOIN: SQLite then takes the text first, whatever else is asked for.
    return "search_text CROSS JOIN search s ON s.number = search_text.rowid WHERE search_text MATCH :match"


def _conditions(asked: Search) -> tuple[str, dict[str, Any]]:
    tests = {
        "outlet": "s.outlet = :outlet",
        "first": "s.day >= :first",
        "last": "s.day <= :last",
        "act": "s.act = :act",
    }
    given: dict[str, Any] = {name: value for name in tests if (value := getattr(asked, name)) is not None}
    where = "".join(f" AND {tests[name]}" for name in given)
    if asked.parties is not None:
        where += (
            " AND s.number IN (SELECT number FROM search_party WHERE party IN (SELECT value FROM json_each(:parties)))"
        )
        given["parties"] = json.dumps(asked.parties)
    return where, given


def _match(asked: Terms) -> str | None:
    """The terms in the language of FTS5; None where nothing is wanted. Each is letters and digits alone, in quotes."""
    if not asked.wanted:
        return None
    wanted = " AND ".join(map(_written, asked.wanted))
    return wanted + "".join(f" NOT {_written(term)}" for term in asked.shunned)


def _written(term: Term) -> str:
    ways = [f'"{" ".join(way)}"' + ("*" if term.prefix else "") for way in term.ways]
    return f"({' OR '.join(ways)})"
