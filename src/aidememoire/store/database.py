"""A file of SQLite or a database of PostgreSQL: whichever the place names, asked for in the same way."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from aidememoire.errors import RecordError
from aidememoire.store import postgres, postgres_errors, sqlite
from aidememoire.store.address import Database, Place


class Watch(Protocol):
    """Tells quickly whether there may be a newer edition of a record."""

    def stamp(self) -> int:
        """A number that is another one after each publishing, joining or review."""

    def close(self) -> None:
        """Let go of the record."""


def engine_for(place: Place, *, write: bool) -> sa.Engine:
    """An engine on what is there already. Raises RecordError where its driver is missing."""
    if isinstance(place, Database):
        return postgres.engine_for(place, write=write)
    return sqlite.engine_for(place, write=write)


def errors_told(place: Place) -> AbstractContextManager[None]:
    """Turn an error of the database into a RecordError that names the place and says what to do."""
    return postgres_errors.errors_told(place) if isinstance(place, Database) else sqlite.errors_told(place)


def build_lock(place: Place) -> AbstractContextManager[None]:
    """Hold the record for one build: raises RecordError at once where another build holds it."""
    return postgres.build_lock(place) if isinstance(place, Database) else sqlite.build_lock(place)


def watch(place: Place) -> Watch:
    """What tells quickly whether there may be a newer edition. Raises RecordError where the record can't be read."""
    return postgres.Watch(place) if isinstance(place, Database) else sqlite.Watch(place)


def found(place: Place, *, create: bool) -> tuple[bool, bool]:
    """Whether there is a record at the place, and whether the place itself was made for one just now.

    With `create` a place that may become a record is none yet. Raises RecordError where there is nothing (without
    `create`), or another program's, or nothing can be made there.
    """
    new = False
    if isinstance(place, Path):
        new = create and not sqlite.stands(place)
        if create:
            sqlite.create_file(place)
        elif not sqlite.is_file(place):
            raise RecordError(f"{place}: there is no such record", "name a file that `build` made, or build it first")
        ours = sqlite.is_record(place)
    else:
        ours = postgres.is_record(place)
        new = create and ours is None
    if ours is False or (ours is None and not create):
        what = "file" if isinstance(place, Path) else "database"
        raise RecordError(f"{place}: not a record of Aide-Mémoire", f"name a {what} that `build` made")
    return bool(ours), new


def prepare(place: Place) -> None:
    """Make what is there ready for the tables of a record."""
    if isinstance(place, Path):
        sqlite.prepare(place)


def mark(place: Place, connection: sa.Connection) -> None:
    """Mark the tables as a record's, where that was not done before they were made."""
    if isinstance(place, Database):
        postgres.mark(connection)


def files_of(place: Place) -> tuple[Path, ...]:
    """The files of the record, none where it is kept elsewhere."""
    return sqlite.files_of(place) if isinstance(place, Path) else ()


def remove(place: Place) -> None:
    """Remove the record."""
    if isinstance(place, Database):
        postgres.drop(place)
    else:
        sqlite.remove_files(place)
