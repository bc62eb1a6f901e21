"""Where a record is kept: in a file, or in a database of a PostgreSQL server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

_URL = re.compile(r"postgres(?:ql)?://", re.IGNORECASE)
_PASSWORD = re.compile(r"(?<=://)([^/?#@]*?):[^/?#]*@|(?<=[?&])password=[^&#]*&?")
_NAME = re.compile(r"://[^/?#]*/([^?#]+)")


@dataclass(frozen=True, slots=True)
class Database:
    """A database of a PostgreSQL server, by its `url` as libpq knows them: postgresql://user@host/name."""

    url: str

    def __str__(self) -> str:
        """The URL for people to read, without a password."""
        return _PASSWORD.sub(lambda found: f"{found[1]}@" if found[1] is not None else "", self.url).rstrip("?&")

    def __repr__(self) -> str:
        return f"Database({str(self)!r})"

    @property
    def name(self) -> str:
        """The name of the database, as far as the URL tells it."""
        found = _NAME.search(self.url)
        return unquote(found[1]) if found else "record"

    @property
    def stem(self) -> str:
        """The same: what a file is called without its ending."""
        return self.name


Place: TypeAlias = Path | Database
"""Where a record is kept."""


def place_of(words: str) -> Place:
    """The place that a person named: a database by its URL, a file by anything else."""
    return Database(words) if _URL.match(words) else Path(words)
