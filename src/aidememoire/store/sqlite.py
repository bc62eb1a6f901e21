"""All that is particular to SQLite: connections, the mark that tells a record from other files, locks, its errors."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from aidememoire.errors import RecordError

APPLICATION_ID = 0x41494445
"""The letters AIDE, kept in the file's header, where `file` and SQLite itself can see them."""

WAIT_S = 10.0
"""Seconds to wait for another process's short transaction. A batch takes milliseconds; publishing 3,000 articles
with 48,000 facts took 0.4 s."""


_SUFFIXES = ("-wal", "-shm", "-journal", ".lock-journal", ".lock", "")


def engine_for(path: Path, *, write: bool) -> sa.Engine:
    """An engine on the record file at `path`; it never creates a file. No connection outlives its use."""
    engine = sa.create_engine("sqlite://", creator=lambda: _connection(path, write=write), poolclass=NullPool)
    begin = "BEGIN IMMEDIATE" if write else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def stands(path: Path) -> bool:
    """Whether anything is there that can be seen. False, where Path.exists raises: names too long, folders shut."""
    with suppress(OSError):
        path.stat()
        return True
    return False


def is_file(path: Path) -> bool:
    """Whether a file is there that can be seen."""
    with suppress(OSError):
        return stat.S_ISREG(path.stat().st_mode)
    return False


def create_file(path: Path) -> None:
    """Make an empty file for a record.

    Raises RecordError where a folder or a device stands there, or the folder is missing or can't be written.
    """
    if stands(path) and not is_file(path):
        raise RecordError(f"{path}: not a file", "name a file for the record")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: there is no folder {path.parent}", "make the folder, or name another file")
    try:
        # An existing file is only looked at: to open and close it here would drop this process's own locks on it.
        if not path.exists():
            path.open("xb").close()
    except OSError as error:
        raise _unwritable(path) from error
    _refuse_unwritable(path)


def prepare(path: Path) -> None:
    """Mark an empty database as a record and set its journal to WAL, so that reading and building go side by side."""
    with errors_told(path), closing(_connect(path, "rw")) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute("PRAGMA journal_mode = WAL")


def is_record(path: Path) -> bool | None:
    """Whether the file is a record: None where it is an empty database that may become one.

    Raises RecordError where it can't be opened or is no SQLite database at all.
    """
    with errors_told(path), closing(_connection(path, write=False)) as raw:
        mark = int(raw.execute("PRAGMA application_id").fetchone()[0])
        tables = int(raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if mark == 0 and tables == 0:
        return None
    return mark == APPLICATION_ID


def files_of(path: Path) -> tuple[Path, ...]:
    """The record's file and those that may lie beside it, the record last."""
    return tuple(path.with_name(path.name + suffix) for suffix in _SUFFIXES)


def remove_files(path: Path) -> None:
    """Remove the record's file and those beside it."""
    for each in files_of(path):
        with suppress(OSError):
            each.unlink(missing_ok=True)


@contextmanager
def build_lock(path: Path) -> Iterator[None]:
    """Hold the record at `path` for one build: raises RecordError at once where another build holds it.

    The lock is SQLite's own on an empty file beside the record, because the system frees it however the process ends.
    The file stays: to remove it would let two builds lock two files of one name.
    """
    _refuse_unwritable(path)
    beside = path.with_name(path.name + ".lock")
    try:
        raw = sqlite3.connect(beside, timeout=0, isolation_level=None)
    except sqlite3.Error as error:
        raise _unwritable(path) from error
    with closing(raw):
        try:
            raw.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise _busy(path) from error
            raise _unwritable(path) from error
        yield


class Watch:
    """Tells, without a new connection, whether anything has been written to a record since it was last asked.

    It holds a connection, and no moment of the record.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        with errors_told(path):
            self._raw = _connection(path, write=False)

    def stamp(self) -> int:
        """A number that is another one after each writing."""
        with self._lock, errors_told(self._path):
            return int(self._raw.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the record."""
        with self._lock:
            self._raw.close()


@contextmanager
def errors_told(path: Path) -> Iterator[None]:
    """Turn an error of the database into a RecordError that names the file and says what to do."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise _told(path, error.orig) from error
        raise
    except sqlite3.Error as error:
        raise _told(path, error) from error


def _refuse_unwritable(path: Path) -> None:
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise _unwritable(path)


def _connect(path: Path, how: str) -> sqlite3.Connection:
    # The bytes of the name, which need not be UTF-8.
    uri = f"file:{quote(os.fsencode(path.absolute()))}?{'immutable=1' if how == 'immutable' else 'mode=' + how}"
    # A reader may be handed from thread to thread, as long as one at a time uses it.
    return sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None, check_same_thread=False)


def _connection(path: Path, *, write: bool) -> sqlite3.Connection:
    raw = _connect(path, "rw")
    try:
        raw.execute(f"PRAGMA query_only = {'OFF' if write else 'ON'}")
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        raw.close()
        if write or not _closed_and_unwritable(path, error):
            raise
        return _connect(path, "immutable")
    return raw


def _closed_and_unwritable(path: Path, error: sqlite3.Error) -> bool:
    """Whether reading failed only for want of a place for SQLite's shared memory.

    A record in a folder that can't be written, which no build left open, is whole in its one file: SQLite then reads
    it when told that nothing will change it.
    """
    unopened = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
    journal = path.with_name(path.name + "-wal")
    return unopened and path.is_file() and not (journal.exists() and journal.stat().st_size)


def _told(path: Path, error: sqlite3.Error) -> RecordError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    answers = {
        sqlite3.SQLITE_NOTADB: RecordError(f"{path}: not a record of Aide-Mémoire", "name a file that `build` made"),
        sqlite3.SQLITE_BUSY: _busy(path),
        sqlite3.SQLITE_CANTOPEN: RecordError(f"{path}: can't be opened", "see whether you may read it and its folder"),
        sqlite3.SQLITE_READONLY: _unwritable(path),
        sqlite3.SQLITE_PERM: _unwritable(path),
        sqlite3.SQLITE_FULL: RecordError(f"{path}: the disk is full", "free some space; what was published is whole"),
        sqlite3.SQLITE_CORRUPT: RecordError(f"{path}: the file is damaged", "build it again from the articles"),
    }
    return answers.get(code, RecordError(f"{path}: {error}", "see whether the file and its disk are sound"))


def _busy(path: Path) -> RecordError:
    return RecordError(f"{path}: another build is writing it", "wait until that has ended, or build another file")


def _unwritable(path: Path) -> RecordError:
    return RecordError(f"{path}: can't be written", "choose a file in a folder that you may write to")
