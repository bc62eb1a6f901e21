"""The desk over the record of the demo coverage, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aidememoire.demo import coverage_path
from aidememoire.pipeline import build
from aidememoire.views.web.app import make_app
from aidememoire.views.web.desk import Desk


@pytest.fixture(scope="session")
def demo_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the demo coverage. Copy it before you write to it."""
    record = tmp_path_factory.mktemp("desk") / "demo.db"
    build([coverage_path()], record)
    return record


@pytest.fixture(scope="session")
def desk(demo_record: Path) -> Desk:
    return Desk(demo_record)


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    """A browser without scripts, on this machine."""
    with TestClient(make_app(desk), base_url="http://localhost") as made:
        yield made
