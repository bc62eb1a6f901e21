"""A record copied from one place into another: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from aidememoire.demo import coverage_path
from aidememoire.errors import RecordError
from aidememoire.model.facts import Statement
from aidememoire.pipeline import build
from aidememoire.store import Database, Place, Search, open_record
from aidememoire.store.copying import COPIED
from aidememoire.store.database import engine_for
from tests.store.server import Server
from tests.store.stored import exported, save
from tests.store.test_decisions import APART, ONE
from tests.store.test_reviews import keep
from tests.support import sample

SAMPLE = sample()
Makes = Callable[[], Place]


@pytest.fixture
def other(new: Makes, server: Server, tmp_path: Path) -> Makes:
    """Makes places of the other kind."""
    return (lambda: tmp_path / "other.db") if isinstance(new(), Database) else server.database


@pytest.fixture
def full(place: Place) -> Place:
    """A record with decisions, a review, a pending reading, and links that a publishing made."""
    save(SAMPLE, place)
    record = open_record(place)
    with record.writer() as writer:
        writer.decide((ONE, APART), SAMPLE.links)
    with record.reader() as reader:
        statement = next(reader.facts(Statement))
    keep(place, statement)
    wire, facts = SAMPLE.readings[0]
    with record.writer() as writer:
        writer.add(replace(wire, title="Another title"), facts[:1], "test-2")
    return place


def rows(place: Place) -> dict[str, list[tuple[object, ...]]]:
    with engine_for(place, write=False).connect() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(sa.select(table))), key=repr)
            for table in COPIED
        }


def copied(source: Place, target: Place) -> Place:
    open_record(source).copy_to(open_record(target, create=True))
    return target


def test_a_copy_holds_all_and_leads_back(full: Place, other: Makes, new: Makes) -> None:
    there = copied(full, other())
    back = copied(there, new())
    assert rows(full) == rows(there) == rows(back)
    assert {name for name, held in rows(full).items() if held} == {table.name for table in COPIED}
    assert exported(full) == exported(there) == exported(back)
    assert open_record(there).edition() == open_record(full).edition()


def test_what_was_found_is_found_in_the_copy(full: Place, other: Makes) -> None:
    def found(place: Place) -> tuple[set[str], dict[str, int]]:
        with open_record(place).reader() as reader:
            page = reader.search(Search("talks"))
        return {hit.id for hit in page.hits}, {str(kind): n for kind, n in page.counts.items()}

    before = found(full)
    assert len(before[0]) > 3
    assert found(copied(full, other())) == before


def test_a_record_that_holds_something_is_not_copied_over(full: Place, new: Makes) -> None:
    held = save(SAMPLE, new())
    before = rows(held)
    with pytest.raises(RecordError, match="there is a record already"):
        copied(full, held)
    with pytest.raises(RecordError, match="there is a record already"):
        copied(full, full)
    assert rows(held) == before


def test_a_copy_that_fails_leaves_nothing(full: Place, other: Makes, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: sa.Connection) -> None:
        raise KeyboardInterrupt

    target = open_record(other(), create=True)
    monkeypatch.setattr("aidememoire.store.full_text.fill", fail)
    with pytest.raises(KeyboardInterrupt):
        open_record(full).copy_to(target)
    assert [name for name, held in rows(target.place).items() if held] == ["meta"]
    monkeypatch.undo()
    assert rows(copied(full, target.place)) == rows(full)


def test_a_build_may_go_on_beside_a_copy(full: Place, other: Makes) -> None:
    with open_record(full).writer():
        there = copied(full, other())
    assert exported(there) == exported(full)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled coverage in a file."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    build([coverage_path()], path)
    return path


def test_the_same_coverage_is_exported_alike_from_both(demo: Path, server: Server) -> None:
    database = server.database()
    build([coverage_path()], database)
    assert exported(database) == exported(demo)


def test_a_build_on_a_copy_reads_nothing_anew(demo: Path, server: Server, tmp_path: Path) -> None:
    database = copied(demo, server.database())
    for place in (database, copied(database, tmp_path / "back.db")):
        edition = open_record(place).edition()
        built = build([coverage_path()], place)
        assert (built.read, built.unchanged, built.skipped) == (0, 24, ())
        assert open_record(place).edition() == edition
        assert exported(place) == exported(demo)
