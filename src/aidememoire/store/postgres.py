"""All that is particular to PostgreSQL: connections, the mark that tells a record from other tables, locks.

A record is one schema of a database: the first of the user's search path, which is "public" where nobody said other.
Every writing takes a lock that lasts as long as its transaction, so that writings come one after another, as they do
in SQLite; readers wait for nobody.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from aidememoire.errors import RecordError
from aidememoire.store import schema
from aidememoire.store.address import Database
from aidememoire.store.postgres_errors import busy, errors_told, unwritable

MARK = "A record of Aide-Mémoire"
"""The comment on the table `meta`, which tells a record from the tables of other programs."""
WAIT_S = 60
"""Seconds to wait for another transaction's writing: to publish thousands of articles takes some."""
GRACE_S = 1.0
"""Seconds in which the server notices that a process which held a record was killed."""
CONNECT_S = 10
"""Seconds until a server that doesn't answer is told."""
# The letters AIDE, as the first key of the advisory locks: for one build, and for one writing.
_BUILD, _WRITE = 0x41494445, 0x41494446
_KEYS = "hashtext(coalesce(current_schema(), ''))"

How = Literal["read", "write", "apart"]
"""To read one moment, to write, or each statement apart."""


def engine_for(place: Database, *, write: bool) -> sa.Engine:
    """An engine on a database. No connection outlives its use. Raises RecordError where the driver is missing."""
    return _engine(place, "write" if write else "read")


@lru_cache(maxsize=32)
def _engine(place: Database, how: How) -> sa.Engine:
    try:
        engine = sa.create_engine("postgresql+psycopg://", creator=lambda: _connect(place), poolclass=NullPool)
    except ImportError as error:
        told = f"{place}: PostgreSQL needs more than is installed ({error.name})"
        raise RecordError(told, "pip install 'aidememoire[postgres]'") from error
    if how == "read":
        # The server then shows one moment, from the first question to the end.
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    if how == "apart":
        return engine.execution_options(isolation_level="AUTOCOMMIT")
    event.listen(engine, "begin", _one_writing)
    return engine.execution_options(isolation_level="READ COMMITTED")


def _connect(place: Database) -> Any:
    import psycopg
    from psycopg.types.string import StrDumperUnknown

    class Dumper(StrDumperUnknown):
        """PostgreSQL's texts hold no character 0; only names of articles and outlets could. The JSON escapes it."""

        def dump(self, obj: str) -> Any:
            return super().dump(obj.replace("\0", "\x01"))

    wait: dict[str, Any] = {} if "connect_timeout" in place.url else {"connect_timeout": CONNECT_S}
    # A lock held through hours of reading must not fall to a router that forgets silent connections.
    connection = psycopg.connect(
        place.url, client_encoding="UTF8", fallback_application_name="aidememoire", keepalives_idle=60, **wait
    )
    connection.adapters.register_dumper(str, Dumper)
    return connection


def _one_writing(connection: sa.Connection) -> None:
    """Wait until nobody else writes. What is read from then on is what the others left."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT_S}s'")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITE}, {_KEYS})")


def is_record(place: Database) -> bool | None:
    """Whether the database holds a record: None where it has no tables and may come to hold one.

    Raises RecordError where it can't be reached, or holds text in another encoding than UTF-8.
    """
    with errors_told(place), _engine(place, "apart").connect() as connection:
        encoding = connection.scalar(sa.text("SELECT current_setting('server_encoding')"))
        mark = connection.scalar(
            sa.text("SELECT obj_description(to_regclass(quote_ident(current_schema()) || '.meta'), 'pg_class')")
        )
        tables = connection.scalar(
            sa.text(
                "SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(current_schema()))"
                " AND relkind IN ('r', 'p', 'v', 'm', 'f')"
            )
        )
    if encoding != "UTF8":
        raise RecordError(f"{place}: its encoding is {encoding}", "createdb --encoding=UTF8 --template=template0 NAME")
    return None if mark is None and not tables else mark == MARK


def mark(connection: sa.Connection) -> None:
    """Mark new tables as a record's, in the caller's transaction."""
    connection.execute(sa.text(f"COMMENT ON TABLE meta IS '{MARK}'"))


def drop(place: Database) -> None:
    """Remove the record's tables."""
    with errors_told(place), _engine(place, "write").begin() as connection:
        for name in ("search_text", *schema.metadata.tables):
            connection.execute(sa.text(f"DROP TABLE IF EXISTS {name} CASCADE"))


@contextmanager
def build_lock(place: Database) -> Iterator[None]:
    """Hold the record for one build: raises RecordError where another holds it, or it can't be written.

    The lock is the server's own, of a connection that is kept open: however the process ends, the server frees it.
    """
    with errors_told(place):
        connection = _engine(place, "apart").connect()
    try:
        with errors_told(place):
            _refuse_unwritable(place, connection)
            _hold(place, connection)
        try:
            yield
        finally:
            with suppress(DBAPIError):
                connection.execute(sa.text(f"SELECT pg_advisory_unlock({_BUILD}, {_KEYS})"))
    finally:
        connection.close()


def _refuse_unwritable(place: Database, connection: sa.Connection) -> None:
    may = sa.text("SELECT coalesce(bool_and(has_table_privilege(oid, 'INSERT')), true) FROM pg_class"
                  " WHERE oid = to_regclass('article')")  # fmt: skip
    if not connection.scalar(may) or connection.scalar(sa.text("SELECT pg_is_in_recovery()")):
        raise unwritable(place)


def _hold(place: Database, connection: sa.Connection) -> None:
    until = time.monotonic() + GRACE_S
    while not connection.scalar(sa.text(f"SELECT pg_try_advisory_lock({_BUILD}, {_KEYS})")):
        if time.monotonic() > until:
            raise busy(place)
        time.sleep(0.05)


class Watch:
    """Tells, without a new connection, whether a record has a newer edition.

    It holds a connection, and no moment of the record.
    """

    def __init__(self, place: Database) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._connection: sa.Connection | None = None
        self.stamp()

    def stamp(self) -> int:
        """A number that is another one after each publishing, joining or review."""
        with self._lock, errors_told(self._place):
            try:
                return self._asked()
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
                self._connection = None  # the server was started anew: ask once more
                return self._asked()

    def close(self) -> None:
        """Let go of the record."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()

    def _asked(self) -> int:
        if self._connection is None:
            self._connection = _engine(self._place, "apart").connect()
        edition = sa.select(schema.meta.c.value).where(schema.meta.c.key == schema.EDITION)
        return int(self._connection.scalar(edition) or 0)
