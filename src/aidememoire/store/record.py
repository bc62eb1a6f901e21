"""Opening a record: one place, a door for reading and a door for writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aidememoire.errors import RecordError
from aidememoire.model.reviews import Review
from aidememoire.store.address import Place
from aidememoire.store.copying import copy_tables
from aidememoire.store.database import (
    Watch,
    build_lock,
    engine_for,
    errors_told,
    files_of,
    found,
    mark,
    prepare,
    remove,
    watch,
)
from aidememoire.store.migrations import MIGRATIONS, migrate, version_of
from aidememoire.store.reader import Reader
from aidememoire.store.reviewing import Say, Settle, keep_review
from aidememoire.store.writer import Writer


class Record:
    """A record in its place. Made by `open_record`; `fresh` where that made it."""

    def __init__(self, place: Place, *, fresh: bool = False) -> None:
        self.place = place
        self.fresh = fresh
        self._read = engine_for(place, write=False)
        self._write = engine_for(place, write=True)

    def reader(self, *, pending: bool = False) -> Reader:
        """A reader of the record as it was last published.

        With `pending`, of every article in its newest reading, published or not: what the next publishing is made of.
        Raises RecordError where it can't be read.
        """
        return Reader(self._read, self.place, pending=pending)

    def review(self, article_id: str, say: Say, settle: Settle) -> Review:
        """Keep a person's word on a fact of a published article, and what follows from it, in one transaction.

        A build that runs meanwhile is no hindrance: this waits while that writes. Raises what `say` does, and
        RecordError where the record has no such article or can't be written; the record then stays as it was.
        """
        return keep_review(self._write, self.place, article_id, say, settle)

    def watch(self) -> Watch:
        """What tells quickly whether there may be a newer edition. Raises RecordError where it can't be read."""
        return watch(self.place)

    def edition(self) -> int:
        """How many times the record has been published, joined anew, or reviewed.

        Raises RecordError where it can't be read.
        """
        with self.reader() as reader:
            return reader.edition()

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """The writer of the record, held by one build at a time.

        However the block is left, the readings added by then are kept for the next build. Raises RecordError where
        another build holds the record, or it can't be written.
        """
        with build_lock(self.place):
            writer = Writer(self._write, self.place)
            try:
                yield writer
            finally:
                writer.flush()

    def copy_to(self, other: Record) -> int:
        """Copy all that this holds at one moment into another record, a new one; how many articles were published.

        Pending readings come along, and all that people said. Raises RecordError where the other holds anything, where
        this can't be read, or the other can't be written; that is then empty, as it was.
        """
        with build_lock(other.place):
            return copy_tables(self._read, self.place, other._write, other.place)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it is kept in while it is built, none where a server keeps it."""
        return files_of(self.place)

    def discard(self) -> None:
        """Remove the record: for a new one that nothing came into. Nothing else may be using it."""
        remove(self.place)


def open_record(place: Place, *, create: bool = False) -> Record:
    """The record at `place`; with `create`, a new one where there is none.

    A record of an older schema is brought up to this program's. Raises RecordError where there is none, what is there
    is another program's, of a newer schema, or can't be read (with `create`: written).
    """
    ours, fresh = found(place, create=create)
    record = Record(place, fresh=fresh)
    _bring_up(place, fresh=not ours)
    return record


def _bring_up(place: Place, *, fresh: bool) -> None:
    """Run the migrations that the record has not had."""
    version = 0 if fresh else _version(place)
    if version > len(MIGRATIONS):
        told = f"{place}: written by a newer Aide-Mémoire (schema {version}; this one knows {len(MIGRATIONS)})"
        raise RecordError(told, "install that version, or build another record")
    if version == len(MIGRATIONS):
        return
    with build_lock(place):
        prepare(place)
        with errors_told(place), engine_for(place, write=True).begin() as connection:
            migrate(connection)
            mark(place, connection)


def _version(place: Place) -> int:
    with errors_told(place), engine_for(place, write=False).connect() as connection:
        return version_of(connection)
