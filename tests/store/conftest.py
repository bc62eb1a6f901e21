"""Where the records of these tests are kept: each test that concerns a store runs on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidememoire.store import Place
from tests.store.server import Server, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with running() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def new(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Place]:
    """Makes places for records: each a file that is not there yet, or an empty database."""
    if request.param == "sqlite":
        numbers = iter(range(100))
        return lambda: tmp_path / f"talks-{next(numbers)}.db"
    started: Server = request.getfixturevalue("server")
    return started.database


@pytest.fixture
def place(new: Callable[[], Place]) -> Place:
    """A place for a record."""
    return new()
