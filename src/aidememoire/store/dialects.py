"""The little in which the SQL of SQLite and that of PostgreSQL differ."""

from __future__ import annotations

import re

import sqlalchemy as sa


def is_postgres(connection: sa.Connection) -> bool:
    """Whether the connection leads to PostgreSQL."""
    return connection.dialect.name == "postgresql"


def run(connection: sa.Connection, statement: str) -> None:
    """Run a statement that makes a table or an index.

    Texts are ordered by their characters' numbers: SQLite does so unless told otherwise, PostgreSQL where it is told.
    """
    if is_postgres(connection):
        statement = re.sub(r"\bTEXT\b", 'TEXT COLLATE "C"', statement)
    connection.execute(sa.text(statement))
