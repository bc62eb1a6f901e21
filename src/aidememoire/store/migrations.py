"""Numbered migrations: what turns an empty database, or an older record, into one of this program's schema.

A migration is never changed once it is released, so each writes its tables out instead of taking them from `schema`.
The SQL is what SQLite and PostgreSQL both understand, but for the order of texts: see `run`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import sqlalchemy as sa

from aidememoire.store import full_text
from aidememoire.store.dialects import run
from aidememoire.store.schema import meta

Migration = Callable[[sa.Connection], None]


def articles_facts_links(connection: sa.Connection) -> None:
    """Make the tables of articles, of their facts, and of the links across them."""
    for statement in (
        """CREATE TABLE article (
            id TEXT NOT NULL, linked BOOLEAN NOT NULL, source_id TEXT NOT NULL, reader TEXT NOT NULL,
            data TEXT NOT NULL, PRIMARY KEY (id, linked))""",
        "CREATE INDEX article_order ON article (linked, source_id, id)",
        """CREATE TABLE fact (
            article TEXT NOT NULL, linked BOOLEAN NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
            position INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (article, linked, id),
            FOREIGN KEY (article, linked) REFERENCES article (id, linked) ON DELETE CASCADE ON UPDATE CASCADE)""",
        "CREATE INDEX fact_order ON fact (article, linked, kind, position, id)",
        "CREATE TABLE link (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL)",
        "CREATE INDEX link_kind ON link (kind, id)",
    ):
        run(connection, statement)


def decisions(connection: sa.Connection) -> None:
    """Make the table of what people said of who is who. Nothing refers to it: no build drops what is in it."""
    run(connection, "CREATE TABLE decision (number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL, data TEXT NOT NULL)")


def reviews(connection: sa.Connection) -> None:
    """Make the table of what people said of single facts, which nothing empties, and that of what follows from it."""
    for statement in (
        """CREATE TABLE review (
            number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL, source_id TEXT NOT NULL, data TEXT NOT NULL)""",
        "CREATE INDEX review_source ON review (source_id, number)",
        """CREATE TABLE standing (
            article TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, position INTEGER NOT NULL, data TEXT,
            PRIMARY KEY (article, id))""",
    ):
        run(connection, statement)


def search(connection: sa.Connection) -> None:
    """Make the tables that are searched, and fill them from what is published. Their SQL is each database's own."""
    full_text.create(connection)


MIGRATIONS: tuple[Migration, ...] = (articles_facts_links, decisions, reviews, search)
"""In order: the first brings an empty database to schema 1."""


def version_of(connection: sa.Connection) -> int:
    """The schema number of a database: 0 where it has no tables yet."""
    if not sa.inspect(connection).has_table("meta"):
        return 0
    value = connection.scalar(sa.select(meta.c.value).where(meta.c.key == "schema"))
    return int(value or 0)


def migrate(connection: sa.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Run, in the caller's transaction, every migration that the database has not had yet."""
    done = version_of(connection)
    if done == 0:
        run(connection, "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)")
    for migration in migrations[done:]:
        migration(connection)
    connection.execute(sa.delete(meta).where(meta.c.key == "schema"))
    connection.execute(sa.insert(meta).values(key="schema", value=str(len(migrations))))
