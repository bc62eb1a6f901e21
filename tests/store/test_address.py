from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from aidememoire.store import Database, place_of


@pytest.mark.parametrize("words", ["talks.db", "a/postgresql/talks.db", "postgresql:talks", "./postgresql://x"])
def test_anything_but_a_url_is_a_file(words: str) -> None:
    assert place_of(words) == Path(words)


@pytest.mark.parametrize(
    ("url", "shown", "name"),
    [
        ("postgresql://ada@desk.example/talks", "postgresql://ada@desk.example/talks", "talks"),
        ("postgres://desk.example:5433/peace%20talks?sslmode=require",
         "postgres://desk.example:5433/peace%20talks?sslmode=require", "peace talks"),
        ("PostgreSQL:///talks?host=/run/pg", "PostgreSQL:///talks?host=/run/pg", "talks"),
        ("postgresql://ada:s3cr:et@desk.example/talks", "postgresql://ada@desk.example/talks", "talks"),
        ("postgresql://desk.example/talks?password=s3cret&user=ada",
         "postgresql://desk.example/talks?user=ada", "talks"),
        ("postgresql://desk.example/talks?user=ada&password=s3cret",
         "postgresql://desk.example/talks?user=ada", "talks"),
        ("postgresql://desk.example", "postgresql://desk.example", "record"),
    ],
)  # fmt: skip
def test_a_url_is_a_database_and_shows_no_password(url: str, shown: str, name: str) -> None:
    place = place_of(url)
    assert isinstance(place, Database)
    assert (place.url, str(place), place.name, place.stem) == (url, shown, name, name)
    assert "s3cr" not in f"{place} {place!r}"
    assert pickle.loads(pickle.dumps(place)) == place
