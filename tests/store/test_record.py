from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aidememoire.errors import RecordError
from aidememoire.model.facts import Party, Statement
from aidememoire.model.joined import Actor, Claim
from aidememoire.store import Place, open_record
from tests.conftest import as_nobody
from tests.store.stored import exported, save
from tests.support import article, sample

SAMPLE = sample()


@pytest.fixture
def path(place: Place) -> Place:
    return save(SAMPLE, place)


def test_what_was_published_is_read_back(path: Place) -> None:
    with open_record(path).reader() as reader:
        assert list(reader.articles()) == [each for each, _ in SAMPLE.readings]
        for each, facts in SAMPLE.readings:
            assert reader.article(each.id) == each
            assert set(reader.facts_of(each.id)) == set(facts)
            assert set(reader.facts(Party, each.id)) == {f for f in facts if isinstance(f, Party)}
        for kind in {type(link) for link in SAMPLE.links}:
            assert set(reader.links(kind)) == {link for link in SAMPLE.links if type(link) is kind}


def test_facts_come_in_the_order_of_the_texts(path: Place) -> None:
    with open_record(path).reader() as reader:
        wire, herald, courier = SAMPLE.ids
        assert [(s.article, s.content.start) for s in reader.facts(Statement)] == [
            (wire, 109), (wire, 189), (wire, 215), (wire, 335), (herald, 74), (herald, 215), (herald, 248),
            (courier, 0), (courier, 60),
        ]  # fmt: skip


def test_articles_come_by_source_id(place: Place) -> None:
    some = [article(name, f"Title {name}\nBody.") for name in ("éa", "b", "Z", "a2", "a10")]
    with open_record(place, create=True).writer() as writer:
        for each in some:
            writer.add(each, (), "1")
        writer.publish([each.id for each in some], ())
    with open_record(place).reader() as reader:
        assert [each.source_id for each in reader.articles()] == ["Z", "a10", "a2", "b", "éa"]


def test_counts_name_every_kind(path: Place) -> None:
    with open_record(path).reader() as reader:
        counts = reader.counts()
    assert counts["article"] == 3
    assert counts["statement"] == 9
    assert counts["actor"] == 8
    assert sum(counts.values()) == 3 + sum(len(facts) for _, facts in SAMPLE.readings) + len(SAMPLE.links)


def test_unknown_article_is_none(path: Place) -> None:
    with open_record(path).reader() as reader:
        assert reader.article("article-0") is None
        assert list(reader.facts(Party, "article-0")) == []


def test_publishing_the_same_again_changes_nothing(path: Place) -> None:
    before = exported(path)
    with open_record(path).writer() as writer:
        writer.publish(SAMPLE.ids, SAMPLE.links)
    assert exported(path) == before
    save(SAMPLE, path)
    assert exported(path) == before


def test_a_reading_is_pending_until_published(path: Place) -> None:
    before = exported(path)
    late = article("d-late", "Talks go on\nNo more is known.")
    record = open_record(path)
    with record.writer() as writer:
        writer.add(late, (), "test-2")
    assert exported(path) == before
    with record.reader() as reader:
        assert reader.article(late.id) is None
        assert reader.known() == dict.fromkeys(SAMPLE.ids, "test-1") | {late.id: "test-2"}
    with record.reader(pending=True) as reader:
        assert [each.source_id for each in reader.articles()] == ["a-wire", "b-herald", "c-courier", "d-late"]


def test_a_published_article_read_anew_stays_as_it_was_until_published(path: Place) -> None:
    before = exported(path)
    wire, facts = SAMPLE.readings[0]
    renamed = replace(wire, title="Another title")
    record = open_record(path)
    with record.writer() as writer:
        writer.add(renamed, facts[:1], "test-2")
        writer.flush()
        assert exported(path) == before
        with record.reader(pending=True) as reader:
            assert reader.article(wire.id) == renamed
            assert list(reader.facts_of(wire.id)) == [facts[0]]
            assert reader.counts()["article"] == 3
        assert record.reader().known()[wire.id] == "test-2"
        writer.publish(SAMPLE.ids, ())
    with record.reader() as reader:
        assert reader.article(wire.id) == renamed
        assert list(reader.facts_of(wire.id)) == [facts[0]]
        assert list(reader.links(Actor)) == []


def test_what_is_not_published_again_goes(path: Place) -> None:
    record = open_record(path)
    with record.writer() as writer:
        writer.publish(SAMPLE.ids[:1], [link for link in SAMPLE.links if isinstance(link, Claim)])
    with record.reader() as reader:
        assert [each.source_id for each in reader.articles()] == ["a-wire"]
        assert {fact.article for fact in reader.facts(Statement)} == {SAMPLE.ids[0]}
        assert set(reader.known()) == {SAMPLE.ids[0]}
        assert len(list(reader.links(Claim))) == 1
        assert list(reader.links(Actor)) == []


def test_a_reader_sees_one_moment(path: Place) -> None:
    record = open_record(path)
    with record.reader() as reader:
        with record.writer() as writer:
            writer.publish([], ())
        assert len(list(reader.articles())) == 3
    with record.reader() as reader:
        assert list(reader.articles()) == []


def test_a_watch_tells_of_each_publishing_and_of_nothing_else(path: Place) -> None:
    record = open_record(path)
    watch = record.watch()
    before = watch.stamp()
    exported(path)
    assert watch.stamp() == before
    with record.writer() as writer:
        writer.publish(SAMPLE.ids, ())
    after = watch.stamp()
    assert after != before
    assert watch.stamp() == after


@pytest.mark.parametrize("left", [KeyboardInterrupt, RuntimeError])
def test_readings_are_kept_however_a_build_ends(path: Place, left: type[BaseException]) -> None:
    before = exported(path)
    late = article("d-late", "Talks go on\nNo more is known.")

    def build() -> None:
        with open_record(path).writer() as writer:
            writer.add(late, (), "test-2")
            raise left

    with pytest.raises(left):
        build()
    assert exported(path) == before
    with open_record(path).reader() as reader:
        assert reader.known()[late.id] == "test-2"


KILLED = """
import sys, time
from aidememoire.store import open_record, place_of
from tests.support import article, sample
with open_record(place_of(sys.argv[1])).writer() as writer:
    for n in range(100):
        writer.add(article(f"late-{n}", f"Talks {n}"), (), "test-2")
    writer.flush()
    if sys.argv[2] == "publishing":
        import aidememoire.store.writer as inside
        insert = inside._insert
        def slow(connection, table, rows):
            insert(connection, table, rows)
            print("there", flush=True)
            time.sleep(60)
        inside._insert = slow
        writer.publish([], sample().links)
    writer.add(article("unsaved", "Talks"), (), "test-2")
    print("there", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("at", ["reading", "publishing"])
def test_a_killed_build_leaves_the_record_whole(path: Place, at: str) -> None:
    before = exported(path)
    root = Path(__file__).parents[2]
    build = subprocess.Popen([sys.executable, "-c", KILLED, str(path), at], cwd=root, stdout=subprocess.PIPE, text=True)
    assert build.stdout is not None
    assert build.stdout.readline() == "there\n"
    with pytest.raises(RecordError, match="another build is writing it"), open_record(path).writer():
        pass
    assert exported(path) == before  # read beside the build
    build.send_signal(signal.SIGKILL)
    build.wait()
    build.stdout.close()
    assert exported(path) == before
    with open_record(path).writer(), open_record(path).reader() as reader:
        assert len(reader.known()) == 103


def test_a_second_writer_is_told_at_once(path: Place) -> None:
    record = open_record(path)
    with record.writer():
        with pytest.raises(RecordError, match="another build is writing it"), record.writer():
            pass
        assert exported(path)
    with record.writer():
        pass


def test_an_article_never_added_is_not_published(path: Place) -> None:
    before = exported(path)
    with open_record(path).writer() as writer, pytest.raises(ValueError, match="article-0"):
        writer.publish(["article-0"], ())
    assert exported(path) == before


def test_twins_are_refused(place: Place) -> None:
    wire, facts = SAMPLE.readings[0]
    other = replace(facts[0], article=wire.id, id=facts[1].id)
    with open_record(place, create=True).writer() as writer:
        writer.add(wire, (facts[0], facts[0]), "1")
        with pytest.raises(ValueError, match=facts[1].id):
            writer.add(wire, (facts[1], other), "1")
        with pytest.raises(ValueError, match="two links"):
            writer.publish([wire.id], (SAMPLE.links[0], SAMPLE.links[0]))
        writer.publish([wire.id], ())
    with open_record(place).reader() as reader:
        assert list(reader.facts_of(wire.id)) == [facts[0]]


def test_a_fact_of_another_article_is_refused(place: Place) -> None:
    with open_record(place, create=True).writer() as writer, pytest.raises(ValueError, match="not of"):
        writer.add(SAMPLE.readings[1][0], SAMPLE.readings[0][1], "1")


def test_half_a_character_is_told(place: Place) -> None:
    with open_record(place, create=True).writer() as writer:
        with pytest.raises(RecordError, match="'broken'"):
            writer.add(article("broken", "Title \ud83d"), (), "1")
        writer.publish([], ())


def test_a_discarded_record_leaves_nothing(tmp_path: Path) -> None:
    record = open_record(tmp_path / "r.db", create=True)
    with record.writer():
        record.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_missing_record_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"):
        open_record(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no folder"):
        open_record(tmp_path / "none" / "r.db", create=True)


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    for create in (False, True):
        with pytest.raises(RecordError):
            open_record(tmp_path, create=create)


@pytest.mark.parametrize("create", [False, True])
def test_other_files_are_told_and_left_alone(tmp_path: Path, create: bool) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Mr Solvane, " * 100)
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE letters (id)")
    connection.close()
    for file in (letter, other):
        before = file.read_bytes()
        with pytest.raises(RecordError, match="not a record of Aide-Mémoire"):
            open_record(file, create=create)
        assert file.read_bytes() == before


def test_an_empty_file_becomes_a_record_only_when_building(tmp_path: Path) -> None:
    file = tmp_path / "r.db"
    file.touch()
    with pytest.raises(RecordError, match="not a record"):
        open_record(file)
    with open_record(file, create=True).reader() as reader:
        assert list(reader.articles()) == []


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A record in a file, for what only files can be."""
    return SAMPLE.save(tmp_path / "talks.db")


def test_a_newer_record_is_told(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    connection.commit()
    connection.close()
    with pytest.raises(RecordError, match="newer Aide-Mémoire \\(schema 99"):
        open_record(file)


def test_a_damaged_record_is_told(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    with pytest.raises(RecordError, match=file.name), open_record(file).reader() as reader:
        list(reader.articles())


def test_the_file_says_whose_it_is(file: Path) -> None:
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"AIDE", "big"),)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.fixture
def powerless(folder: Path) -> Iterator[Path]:
    """A folder with a record that this process may read and not write."""
    SAMPLE.save(folder / "talks.db")
    (folder / "talks.db").chmod(0o444)
    folder.chmod(0o555)
    with as_nobody():
        yield folder
    folder.chmod(0o755)


def test_a_record_in_a_folder_that_cannot_be_written_is_read(powerless: Path) -> None:
    assert exported(powerless / "talks.db").count("\n") > 30


def test_a_folder_that_cannot_be_written_is_told(powerless: Path) -> None:
    with pytest.raises(RecordError, match=r"new\.db: can't be written"):
        open_record(powerless / "new.db", create=True)
    with pytest.raises(RecordError, match=r"talks\.db: can't be written"):
        open_record(powerless / "talks.db", create=True)
    with pytest.raises(RecordError, match=r"talks\.db: can't be written"), open_record(powerless / "talks.db").writer():
        pass
