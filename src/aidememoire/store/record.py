"""Opening a record: one file, a door for reading and a door for writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aidememoire.errors import RecordError
from aidememoire.model.reviews import Review
from aidememoire.store.migrations import MIGRATIONS, migrate, version_of
from aidememoire.store.reader import Reader
from aidememoire.store.reviewing import Say, Settle, keep_review
from aidememoire.store.sqlite import (
    Watch,
    build_lock,
    create_file,
    engine_for,
    errors_told,
    files_of,
    is_file,
    is_record,
    prepare,
    remove_files,
    stands,
)
from aidememoire.store.writer import Writer


class Record:
    """A record on disk. Made by `open_record`; `fresh` where that made its file."""

    def __init__(self, path: Path, *, fresh: bool = False) -> None:
        self.path = path
        self.fresh = fresh
        self._read = engine_for(path, write=False)
        self._write = engine_for(path, write=True)

    def reader(self, *, pending: bool = False) -> Reader:
        """A reader of the record as it was last published.

        With `pending`, of every article in its newest reading, published or not: what the next publishing is made of.
        Raises RecordError where the file can't be read.
        """
        return Reader(self._read, self.path, pending=pending)

    def review(self, article_id: str, say: Say, settle: Settle) -> Review:
        """Keep a person's word on a fact of a published article, and what follows from it, in one transaction.

        A build that runs meanwhile is no hindrance: this waits while that writes. Raises what `say` does, and
        RecordError where the record has no such article or can't be written; the record then stays as it was.
        """
        return keep_review(self._write, self.path, article_id, say, settle)

    def watch(self) -> Watch:
        """What tells quickly whether there may be a newer edition. Raises RecordError where the file can't be read."""
        return Watch(self.path)

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
        another build holds the record, or the file can't be written.
        """
        with build_lock(self.path):
            writer = Writer(self._write, self.path)
            try:
                yield writer
            finally:
                writer.flush()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it is kept in while it is built."""
        return files_of(self.path)

    def discard(self) -> None:
        """Remove the record from the disk: for a new one that nothing came into. Nothing else may be using it."""
        remove_files(self.path)


def open_record(path: Path, *, create: bool = False) -> Record:
    """The record at `path`; with `create`, a new one where there is none.

    A record of an older schema is brought up to this program's. Raises RecordError where the file is missing, another
    program's, of a newer schema, or can't be read (with `create`: written).
    """
    fresh = create and not stands(path)
    if create:
        create_file(path)
    elif not is_file(path):
        raise RecordError(f"{path}: there is no such record", "name a file that `build` made, or build it first")
    ours = is_record(path)
    if ours is False or (ours is None and not create):
        raise RecordError(f"{path}: not a record of Aide-Mémoire", "name a file that `build` made")
    record = Record(path, fresh=fresh)
    _bring_up(path, fresh=ours is None)
    return record


def _bring_up(path: Path, *, fresh: bool) -> None:
    """Run the migrations that the file has not had."""
    version = 0 if fresh else _version(path)
    if version > len(MIGRATIONS):
        told = f"{path}: written by a newer Aide-Mémoire (schema {version}; this one knows {len(MIGRATIONS)})"
        raise RecordError(told, "install that version, or build another file")
    if version == len(MIGRATIONS):
        return
    with build_lock(path):
        prepare(path)
        with errors_told(path), engine_for(path, write=True).begin() as connection:
            migrate(connection)


def _version(path: Path) -> int:
    with errors_told(path), engine_for(path, write=False).connect() as connection:
        return version_of(connection)
