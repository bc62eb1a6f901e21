"""Full text in PostgreSQL (tsvector): the tables and the search. `full_text` keeps them in step with the record.

The words are cut and folded here and not by the server, whose parser knows file names, hosts and signed numbers, and
whose `unaccent` not every server has: so the same words are found in both databases.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import sqlalchemy as sa

from aidememoire.store.dialects import run
from aidememoire.store.search import KINDS, MOST_RANKED, Found, Hit, Kind, Search, tests_of
from aidememoire.store.search_words import Term, Terms, fold, terms, tokens

TABLES = (
    """CREATE TABLE search (
        number INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, article TEXT NOT NULL, day TEXT,
        outlet TEXT, act TEXT, claim BOOLEAN NOT NULL)""",
    "CREATE INDEX search_article ON search (article)",
    "CREATE INDEX search_ref ON search (ref)",
    "CREATE INDEX search_day ON search (day DESC NULLS LAST, number DESC)",
    "CREATE INDEX search_counts ON search (kind, claim)",
    """CREATE TABLE search_party (
        party TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (party, number),
        FOREIGN KEY (number) REFERENCES search (number) ON DELETE CASCADE)""",
    "CREATE INDEX search_party_number ON search_party (number)",
    """CREATE TABLE search_text (
        number INTEGER NOT NULL PRIMARY KEY, title TEXT NOT NULL, words TEXT NOT NULL, tokens tsvector NOT NULL)""",
    "CREATE INDEX search_text_tokens ON search_text USING gin (tokens)",
)
FIELDS = (("title", "A"), ("words", "B"), ("who", "D"))
"""The fields, in the order in which their words are numbered, and the weight that marks them."""
WEIGHTS = "{0.25, 0.25, 0.5, 1.0}"
"""What a hit in a field of the weights D, C, B and A counts: as in SQLite, 4 to 2 to 1."""
GAP = 10
"""Numbers left out between two fields, so that no phrase runs from one into the next."""
LONGEST = 255
"""Characters of a word that are kept: PostgreSQL takes 2 kB of one."""
MOST_BYTES = 900_000
"""Bytes of words kept of one article: PostgreSQL takes a megabyte. That is a book."""


def create_tables(connection: sa.Connection) -> None:
    """Make the tables."""
    for statement in TABLES:
        run(connection, statement)


def drop_texts(connection: sa.Connection, numbers: Sequence[int]) -> None:
    """Remove the words of the entries of these numbers."""
    connection.execute(sa.text("DELETE FROM search_text WHERE number = ANY(:numbers)"), {"numbers": list(numbers)})


def add_texts(connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep the words of entries: rows with `number`, `title`, `words` and `who`."""
    insert = """INSERT INTO search_text (number, title, words, tokens)
        VALUES (:number, :title, :words, CAST(:tokens AS tsvector))"""
    kept = [{k: row[k] for k in ("number", "title", "words")} | {"tokens": vector(row)} for row in rows]
    connection.execute(sa.text(insert), kept)


def vector(row: Mapping[str, str]) -> str:
    """The words of an entry as PostgreSQL writes a tsvector: each with its places and weights."""
    places: dict[str, list[str]] = {}
    place = size = 0
    for field, weight in FIELDS:
        for word in tokens(fold(unicodedata.normalize("NFC", row[field]))):
            token = word[:LONGEST]
            place += 1
            size += 4 + (len(token.encode()) if token not in places else 0)
            if size > MOST_BYTES:
                break
            places.setdefault(token, []).append(f"{place}{weight}")
        place += GAP
    return " ".join(f"'{token}':{','.join(at)}" for token, at in places.items())


def search(connection: sa.Connection, asked: Search, limit: int, offset: int) -> Found:
    """What is found: `limit` hits from the one numbered `offset`, and how many there are of each kind."""
    wanted = terms(asked.words)
    match, where, given = _match(wanted), *_conditions(asked)
    if match is None and (wanted.shunned or asked.words.strip()):
        return Found((), dict.fromkeys(KINDS, 0), 0, ranked=False)
    given |= {} if match is None else {"match": match}
    counts = _counts(connection, match, where, given)
    total = counts[asked.kind] if asked.kind else sum(n for kind, n in counts.items() if kind != "claim")
    ranked = match is not None and total <= MOST_RANKED
    where += " AND s.claim" if asked.kind == "claim" else " AND s.kind = :kind" if asked.kind else ""
    given |= {"kind": asked.kind, "limit": limit, "offset": offset}
    return Found(tuple(_hits(connection, match, where, given, ranked, asked.kind)), counts, total, ranked)


def _counts(connection: sa.Connection, match: str | None, where: str, given: Mapping[str, Any]) -> dict[Kind, int]:
    counts = dict.fromkeys(KINDS, 0)
    counted = "SELECT s.kind, count(*) AS n, count(*) FILTER (WHERE s.claim) AS claims"
    for row in connection.execute(sa.text(f"{counted} FROM {_source(match)} {where} GROUP BY s.kind"), given):
        counts[cast(Kind, row.kind)] = row.n
        counts["claim"] += row.claims
    return counts


def _hits(
    connection: sa.Connection,
    match: str | None,
    where: str,
    given: Mapping[str, Any],
    ranked: bool,
    asked: Kind | None,
) -> Iterator[Hit]:
    """The hits of one page: first their numbers alone, so that texts are read of no others."""
    rank = f"ts_rank('{WEIGHTS}', t.tokens, CAST(:match AS tsquery), 1) DESC, s.number"
    order = rank if ranked else "s.day DESC NULLS LAST, s.number DESC"
    page = f"SELECT s.number FROM {_source(match)} {where} ORDER BY {order} LIMIT :limit OFFSET :offset"
    numbers = connection.scalars(sa.text(page), given).all()
    texts = """SELECT s.number, s.kind, s.ref, s.article, t.title, t.words FROM search s
        JOIN search_text t USING (number) WHERE s.number = ANY(:numbers)"""
    rows = {row.number: row[1:] for row in connection.execute(sa.text(texts), {"numbers": list(numbers)})}
    for kind, *rest in (rows[number] for number in numbers):
        yield Hit("claim" if asked == "claim" else cast(Kind, kind), *rest)


def _source(match: str | None) -> str:
    if match is None:
        return "search s WHERE true"
    return "search_text t JOIN search s USING (number) WHERE t.tokens @@ CAST(:match AS tsquery)"


def _conditions(asked: Search) -> tuple[str, dict[str, Any]]:
    where, given = tests_of(asked)
    if asked.parties is not None:
        where += " AND s.number IN (SELECT p.number FROM search_party p WHERE p.party = ANY(CAST(:parties AS text[])))"
        given["parties"] = list(asked.parties)
    return where, given


def _match(asked: Terms) -> str | None:
    """The terms as PostgreSQL writes a tsquery; None where nothing is wanted. Each is letters and digits, in quotes."""
    if not asked.wanted:
        return None
    return " & ".join([*map(_written, asked.wanted), *(f"!{_written(term)}" for term in asked.shunned)])


def _written(term: Term) -> str:
    ways = [" <-> ".join(f"'{token[:LONGEST]}'" for token in way) + (":*" if term.prefix else "") for way in term.ways]
    return f"({' | '.join(f'({way})' for way in ways)})"
