"""What PostgreSQL refuses, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from aidememoire.errors import RecordError
from aidememoire.store.address import Database


@contextmanager
def errors_told(place: Database) -> Iterator[None]:
    """Turn an error of the server into a RecordError that names the database and says what to do."""
    try:
        yield
    except DBAPIError as error:
        if not hasattr(error.orig, "sqlstate"):
            raise
        raise _told(place, error) from error


def busy(place: Database) -> RecordError:
    """Another build holds the record."""
    return RecordError(f"{place}: another build is writing it", "wait until that has ended, or build another record")


def unwritable(place: Database) -> RecordError:
    """The user may not write it, or nobody may."""
    told = "ask its owner for INSERT, UPDATE and DELETE on its tables; a standby server can only be read"
    return RecordError(f"{place}: can't be written", told)


def _told(place: Database, error: DBAPIError) -> RecordError:
    state = getattr(error.orig, "sqlstate", None)
    said = " ".join(str(error.orig).split("\nDETAIL")[0].split())
    if state is None:
        return _unreached(place, said, connected=error.statement is not None)
    answers = {
        "28": _unreached(place, said, connected=False),
        "3D": _unreached(place, said, connected=False),
        "08": _unreached(place, said, connected=True),
        "57": _unreached(place, said, connected=True),
        "53": RecordError(f"{place}: the server is full: {said}", "free some of it; what was published is whole"),
        "55": busy(place),
        "40": busy(place),
        "25": unwritable(place),
        "54": RecordError(f"{place}: an article is more than PostgreSQL can hold: {said}", "give it a shorter id"),
    }
    if state == "42501":
        return RecordError(f"{place}: {said}", "ask the owner of the database for the rights to its tables")
    return answers.get(state[:2], RecordError(f"{place}: {said}", "see what the server's log says of it"))


def _unreached(place: Database, said: str, *, connected: bool) -> RecordError:
    if connected:
        return RecordError(f"{place}: the connection was lost: {said}", "see that the server runs, and try again")
    if "does not exist" in said and "database" in said:
        return RecordError(f"{place}: there is no such database", "make it with createdb, or name another")
    remedy = "see that the server runs and lets you in: a password stands in ~/.pgpass or PGPASSWORD"
    return RecordError(f"{place}: can't be reached: {said}", remedy)
