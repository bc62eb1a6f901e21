"""Commands that are given a database where others are given a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from aidememoire.store import Database, Place
from tests.store.server import Server
from tests.store.stored import exported, save
from tests.support import sample

SAMPLE = sample()


def run(*words: str | Path, code: int = 0) -> str:
    command = [sys.executable, "-m", "aidememoire", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def database(server: Server) -> Database:
    return server.database()


def test_a_record_is_built_and_read_in_a_database(database: Database, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ilse Verhane, a spokeswoman, said on Monday that the round was over.\n" * 3)
    where = str(database)
    assert run("build", tmp_path / "a.txt", "--record", where) == f"{where}: 1 read\n"
    assert run("build", tmp_path / "a.txt", "--record", where) == f"{where}: 0 read, 1 unchanged\n"
    assert run("check", where) == f"{where}: whole\n"
    assert run("export", where) == exported(database)
    assert "Ilse Verhane" in run("actors", where)


def test_a_record_is_copied_to_a_file_and_back(place: Place, database: Database, tmp_path: Path) -> None:
    save(SAMPLE, place)
    file = tmp_path / "copy.db"
    assert run("copy", str(place), file) == f"{file}: 3 articles copied\n"
    assert run("copy", file, str(database)) == f"{database}: 3 articles copied\n"
    assert exported(database) == exported(file) == exported(place)


def test_a_copy_to_what_holds_a_record_leaves_it_alone(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "held.db"
    save(SAMPLE, place)
    SAMPLE.save(file)
    before = exported(file)
    assert "there is a record already" in run("copy", str(place), file, code=2)
    assert exported(file) == before


def test_nothing_is_made_where_there_is_nothing_to_copy(tmp_path: Path) -> None:
    assert "there is no such record" in run("copy", tmp_path / "none.db", tmp_path / "copy.db", code=2)
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_cannot_be_reached_is_told_in_a_line(tmp_path: Path) -> None:
    place = f"postgresql://ada:s3cret@/talks?host={tmp_path}"
    told = run("show", place, code=2)
    assert told.startswith(f"aidememoire: postgresql://ada@/talks?host={tmp_path}: can't be reached: ")
    assert told.count("\n") == 1
