"""What only a server can refuse, and how that is told."""

from __future__ import annotations

import gc
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from aidememoire.errors import RecordError
from aidememoire.model.facts import Statement
from aidememoire.model.reviews import Review
from aidememoire.model.spans import Span
from aidememoire.store import Database, Search, open_record
from aidememoire.store.postgres_search import vector
from aidememoire.store.reviewing import as_they_are
from tests.store.server import Server
from tests.store.stored import exported, save
from tests.store.test_reviews import keep
from tests.support import article, sample

SAMPLE = sample()
ROOT = Path(__file__).parents[2]


@pytest.fixture
def database(server: Server) -> Database:
    return server.database()


def user(server: Server, database: Database, name: str, *rights: str) -> Database:
    """The database as a new user of the server has it."""
    server.run(server.url("postgres"), f"DROP ROLE IF EXISTS {name}_{database.name}")
    server.run(
        database, f"CREATE ROLE {name}_{database.name} LOGIN", *(f"{r} TO {name}_{database.name}" for r in rights)
    )
    return server.url(database.name, f"{name}_{database.name}")


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    place = Database(f"postgresql://ada:s3cret@/talks?host={tmp_path}")
    with pytest.raises(RecordError, match=r"ada@/talks\?host=.*: can't be reached") as told:
        open_record(place)
    assert "s3cret" not in str(told.value)


def test_a_database_that_is_not_there_is_told(server: Server) -> None:
    for create in (False, True):
        with pytest.raises(RecordError, match="there is no such database; make it with createdb"):
            open_record(server.url("nowhere"), create=create)


def test_a_url_that_is_none_is_told() -> None:
    with pytest.raises(RecordError, match="postgresql://ada@h/talks"):
        open_record(Database("postgresql://ada@h/talks?colour=red"))


def test_an_empty_database_becomes_a_record_only_when_building(database: Database) -> None:
    with pytest.raises(RecordError, match="not a record"):
        open_record(database)
    with open_record(database, create=True).reader() as reader:
        assert list(reader.articles()) == []


@pytest.mark.parametrize("table", ["letters (id int)", "meta (key text)", "article (id text)"])
@pytest.mark.parametrize("create", [False, True])
def test_tables_of_other_programs_are_told_and_left_alone(
    server: Server, database: Database, table: str, create: bool
) -> None:
    server.run(database, f"CREATE TABLE {table}")
    with pytest.raises(RecordError, match="not a record of Aide-Mémoire"):
        open_record(database, create=create)
    assert server.run(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(1,)]


def test_records_stand_apart_in_schemas_of_their_own(server: Server, database: Database) -> None:
    server.run(database, "CREATE SCHEMA one", "CREATE SCHEMA two", "CREATE TABLE letters (id int)")
    one, two = (Database(f"{database.url}&options=-csearch_path%3D{name},public") for name in ("one", "two"))
    save(SAMPLE, one)
    with pytest.raises(RecordError, match="not a record"):
        open_record(two)
    with open_record(one).writer(), open_record(two, create=True).writer() as writer:
        writer.publish([], ())
    assert exported(one).count("\n") > 30
    with open_record(two).reader() as reader:
        assert list(reader.articles()) == []


def test_another_encoding_is_told(server: Server) -> None:
    latin = server.database("ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    with pytest.raises(RecordError, match="its encoding is LATIN1; createdb --encoding=UTF8"):
        open_record(latin, create=True)


def test_a_newer_record_is_told(server: Server, database: Database) -> None:
    save(SAMPLE, database)
    server.run(database, "UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(RecordError, match="newer Aide-Mémoire \\(schema 99"):
        open_record(database)


def test_a_damaged_record_is_told(server: Server, database: Database) -> None:
    save(SAMPLE, database)
    server.run(database, "UPDATE fact SET data = '{}' WHERE kind = 'statement'")
    with (
        pytest.raises(RecordError, match=r"the database is damaged: .* no statement"),
        open_record(database).reader() as reader,
    ):
        list(reader.facts(Statement))


def test_who_may_read_reads_and_who_may_not_write_is_told(server: Server, database: Database) -> None:
    save(SAMPLE, database)
    reading = user(server, database, "reads", "GRANT SELECT ON ALL TABLES IN SCHEMA public")
    assert exported(reading) == exported(database)
    with open_record(reading).reader() as reader:
        assert reader.search(Search("talks")).total > 3
        fact = next(reader.facts(Statement))
    with pytest.raises(RecordError, match="can't be written"), open_record(reading, create=True).writer():
        pass
    with pytest.raises(RecordError, match=r"permission denied.*ask the owner"):
        keep(reading, fact)


def test_who_may_nothing_is_told(server: Server, database: Database) -> None:
    nobody = user(server, database, "none")
    with pytest.raises(RecordError, match=r"permission denied for schema public.*ask the owner"):
        open_record(nobody, create=True)
    save(SAMPLE, database)
    with pytest.raises(RecordError, match="permission denied for table meta"):
        open_record(nobody)


def test_a_discarded_record_leaves_nothing(server: Server, database: Database) -> None:
    record = open_record(database, create=True)
    assert record.fresh
    with record.writer():
        record.discard()
    assert server.run(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]
    assert open_record(database, create=True).fresh
    assert not open_record(database, create=True).fresh
    assert record.files == ()


def test_texts_are_ordered_alike_in_any_language(server: Server) -> None:
    names = ["éa", "b", "Z", "a2", "a10", "ä", "A", "a b", "ab", "a-c", "\U0001e900", "\uff5e", "z\0", "z", "z\x02"]
    database = server.database("LOCALE_PROVIDER icu ICU_LOCALE 'sv' LOCALE 'C.UTF-8' TEMPLATE template0")
    some = [article(name, f"Title\nBody {n}.") for n, name in enumerate(names)]
    with open_record(database, create=True).writer() as writer:
        for each in some:
            writer.add(each, (), "1")
        writer.publish([each.id for each in some], ())
    with open_record(database).reader() as reader:
        assert [each.source_id for each in reader.articles()] == sorted(names)


def test_a_character_0_is_no_hindrance(database: Database) -> None:
    odd = replace(article("a\0b", "Talks\0 go on\nNo more."), outlet="The\0 Ledger")
    with open_record(database, create=True).writer() as writer:
        writer.add(odd, (), "1")
        writer.publish([odd.id], ())
    with open_record(database).reader() as reader:
        assert list(reader.articles()) == [odd]
        assert reader.article("\0") is None
        assert reader.search(Search("talks", outlet="The\0 Ledger")).total == 1


def test_a_book_and_words_without_end_are_searched(database: Database) -> None:
    words = " ".join(f"word{n:06}" for n in range(150_000))
    some = [article("book", f"A book\n{words}"), article("noise", "Noise\n" + "x" * 5000 + " bridge")]
    with open_record(database, create=True).writer() as writer:
        for each in some:
            writer.add(each, (), "1")
        writer.publish([each.id for each in some], ())
    with open_record(database).reader() as reader:
        assert [reader.search(Search(w)).total for w in ("book", "word000007", "bridge", "x" * 5000)] == [1, 1, 1, 1]


def test_a_vector_numbers_the_words_of_each_field_apart() -> None:
    row = {"title": "Talks", "words": "The talks, résumé's", "who": "VNA"}
    assert vector(row) == "'talks':1A,13B 'the':12B 'resume':14B 's':15B 'vna':26D"


def test_a_title_counts_more_than_a_word(database: Database) -> None:
    some = [article("a", "News of the day\nThe bridge was closed."), article("b", "The bridge\nIt was closed.")]
    with open_record(database, create=True).writer() as writer:
        for each in some:
            writer.add(each, (), "1")
        writer.publish([each.id for each in some], ())
    with open_record(database).reader() as reader:
        assert [hit.article for hit in reader.search(Search("bridge")).hits] == [some[1].id, some[0].id]


REVIEWS = """
import sys
from aidememoire.model.facts import Statement
from aidememoire.store import open_record, place_of
from tests.store.test_reviews import keep
place = place_of(sys.argv[1])
with open_record(place).reader(pending=True) as reader:  # as read: the others may have begun
    facts = list(reader.facts(Statement))
for fact in facts[int(sys.argv[2])::3]:
    keep(place, fact)
"""


def test_reviews_of_several_machines_at_once_are_all_kept(database: Database) -> None:
    save(SAMPLE, database)
    start = [sys.executable, "-c", REVIEWS, str(database)]
    running = [subprocess.Popen([*start, str(n)], cwd=ROOT) for n in range(3)]
    assert [each.wait() for each in running] == [0, 0, 0]
    with open_record(database).reader() as reader:
        assert [r.number for r in reader.reviews()] == list(range(1, 10))
        assert list(reader.facts(Statement)) == []
        assert reader.edition() == 10


def test_a_watch_outlives_its_connection(server: Server, database: Database) -> None:
    save(SAMPLE, database)
    watch = open_record(database).watch()
    before = watch.stamp()
    others = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database.name}'"
    server.run(server.url("postgres"), others)
    assert watch.stamp() == before
    save(SAMPLE, database)
    assert watch.stamp() != before


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_reader_outlives_its_connection_as_long_as_its_moment_lasts(server: Server, database: Database) -> None:
    save(SAMPLE, database)
    others = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database.name}'"
    with open_record(database).reader() as reader:
        server.run(server.url("postgres"), others)
        assert [each.id for each in reader.articles()] == SAMPLE.ids
        server.run(server.url("postgres"), others)
        assert reader.search(Search("talks")).total > 3
        save(SAMPLE, database)
        server.run(server.url("postgres"), others)
        for _ in range(2):
            with pytest.raises(RecordError, match="the connection was lost, and the record is not as it was"):
                list(reader.articles())
    gc.collect()  # the driver complains of cursors that it could not open, which nobody can close


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_connection_that_breaks_is_told(server: Server, database: Database) -> None:
    record = open_record(save(SAMPLE, database))
    others = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database.name}'"

    def break_off(*_: object) -> Review:
        server.run(server.url("postgres"), others)
        return Review(
            "review-1", 1, "2031-05-03", "Ada", "reject", "figure", "f", "a-wire", "0", Span(0, 1, "a"), None, None
        )

    with pytest.raises(RecordError, match=r"the connection was lost.*try again"):
        record.review(SAMPLE.ids[0], break_off, as_they_are)
    with record.reader() as reader:
        assert list(reader.reviews()) == []
    gc.collect()


WITHOUT = """
import sys
sys.modules["psycopg"] = None
from aidememoire.store import open_record, place_of
open_record(place_of("postgresql://h/talks"))
"""


def test_a_missing_driver_is_told() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False)
    assert "pip install 'aidememoire[postgres]'" in done.stderr.splitlines()[-1]


def test_a_plain_owner_needs_no_superuser(server: Server, database: Database) -> None:
    plain = user(server, database, "plain")
    owner = f"plain_{database.name}"
    server.run(database, f"ALTER DATABASE {database.name} OWNER TO {owner}")
    save(SAMPLE, plain)
    assert exported(plain).count("\n") > 30
