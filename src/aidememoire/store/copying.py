"""Copying a record from one place into another, row by row: nothing is read or joined anew."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from aidememoire.errors import RecordError
from aidememoire.store import full_text, schema
from aidememoire.store.address import Place
from aidememoire.store.database import errors_told

ROWS_AT_ONCE = 500
"""Rows held in memory."""
COPIED = tuple(t for t in schema.metadata.sorted_tables if t not in (schema.search, schema.search_party))
"""The tables that are copied. What is searched is made anew from them, as each database keeps it."""


def copy_tables(source: sa.Engine, source_place: Place, target: sa.Engine, target_place: Place) -> int:
    """Copy one moment of a record into an empty one, in one transaction; the number of published articles.

    Raises RecordError where the target is not empty, one can't be read or the other can't be written.
    """
    with errors_told(target_place), target.begin() as write:
        _refuse_held(write, target_place)
        with errors_told(source_place):
            read = source.connect()
        with read:
            write.execute(sa.delete(schema.meta))
            for table in COPIED:
                for rows in _parts(read, source_place, table):
                    write.execute(sa.insert(table), rows)
        full_text.fill(write)
        published = sa.select(sa.func.count()).where(schema.article.c.linked.is_(True))
        return int(write.scalar(published) or 0)


def _refuse_held(connection: sa.Connection, place: Place) -> None:
    for table in COPIED:
        held = sa.select(sa.func.count()).select_from(table)
        if table is schema.meta:
            held = held.where(schema.meta.c.key != "schema")
        if connection.scalar(held):
            raise RecordError(f"{place}: there is a record already", "name a new one to copy to")


def _parts(connection: sa.Connection, place: Place, table: sa.Table) -> Iterator[list[dict[str, object]]]:
    """The rows of a table, some at a time."""
    with errors_told(place):
        found = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(sa.select(table))
        for rows in found.mappings().partitions():
            yield [dict(row) for row in rows]
