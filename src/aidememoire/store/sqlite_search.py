"""Full text in SQLite (FTS5): the tables and the search. `full_text` keeps them in step with the record.

The tokenizer knows words and no stems: `search_words` says why.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

import sqlalchemy as sa

from aidememoire.store.search import KINDS, MOST_RANKED, Found, Hit, Kind, Search, tests_of
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


def create_tables(connection: sa.Connection) -> None:
    """Make the tables."""
    for statement in TABLES:
        connection.execute(sa.text(statement))


def drop_texts(connection: sa.Connection, numbers: Sequence[int]) -> None:
    """Remove the words of the entries of these numbers."""
    connection.execute(sa.text("DELETE FROM search_text WHERE rowid = :n"), [{"n": number} for number in numbers])


def add_texts(connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep the words of entries: rows with `number`, `title`, `words` and `who`."""
    connection.execute(sa.text(_INSERT_TEXT), rows)


_INSERT_TEXT = "INSERT INTO search_text (rowid, title, words, who) VALUES (:number, :title, :words, :who)"


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
    where, given = tests_of(asked)
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
