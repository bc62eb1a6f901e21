from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from aidememoire.model.decisions import Bearer, Decision
from aidememoire.model.joined import Actor
from aidememoire.store import Place, open_record
from aidememoire.store.check import problems
from aidememoire.store.codec import decode, encode
from aidememoire.store.migrations import MIGRATIONS
from tests.store.stored import exported, save
from tests.support import sample

SAMPLE = sample()
ONE = Decision(
    "decision-1",
    1,
    "2031-05-03T10:00:00+00:00",
    "one",
    (Bearer("Ilse Verhane", "person"), Bearer("spokeswoman", "unnamed", "a-wire", (), ("party-1",))),
)
APART = Decision(
    "decision-2",
    2,
    "2031-05-03T10:01:00+00:00",
    "apart",
    (Bearer("VNA", "media"),),
    (Bearer("Meridian Press", "media", None, ("b-herald",)),),
)


@pytest.fixture
def path(place: Place) -> Place:
    save(SAMPLE, place)
    with open_record(place).writer() as writer:
        writer.decide((ONE, APART), SAMPLE.links)
    return place


def decisions(path: Place) -> list[Decision]:
    with open_record(path).reader() as reader:
        return list(reader.decisions())


def test_decisions_are_read_back_in_the_order_of_their_numbers(path: Place) -> None:
    assert decisions(path) == [ONE, APART]
    with open_record(path).writer() as writer:
        writer.decide((APART, ONE), SAMPLE.links)
    assert decisions(path) == [ONE, APART]
    assert decode("decision", encode(APART)) == APART


def test_no_publishing_loses_a_decision(path: Place) -> None:
    save(SAMPLE, path)
    assert decisions(path) == [ONE, APART]
    with open_record(path).writer() as writer:
        writer.publish((), ())
    assert decisions(path) == [ONE, APART]


def test_deciding_leaves_articles_and_pending_readings_alone(path: Place) -> None:
    wire, facts = SAMPLE.readings[0]
    record = open_record(path)
    with record.writer() as writer:
        writer.add(replace(wire, title="Another title"), facts[:1], "test-2")
        writer.flush()
        writer.decide((), [link for link in SAMPLE.links if isinstance(link, Actor)])
    with record.reader() as reader:
        assert list(reader.articles()) == [each for each, _ in SAMPLE.readings]
        assert reader.counts()["actor"] == 8
        assert reader.counts()["claim"] == 0
        assert reader.known()[wire.id] == "test-2"
    assert decisions(path) == []


def test_links_with_one_id_leave_all_as_it_was(path: Place) -> None:
    before = exported(path)
    with open_record(path).writer() as writer, pytest.raises(ValueError, match="two links"):
        writer.decide((), (SAMPLE.links[0], SAMPLE.links[0]))
    assert exported(path) == before


KILLED = """
import sys, time
import aidememoire.store.writer as inside
from aidememoire.store import open_record, place_of
insert = inside._insert
def slow(connection, table, rows):
    insert(connection, table, rows)
    if table.name == sys.argv[2]:
        print("there", flush=True)
        time.sleep(60)
inside._insert = slow
with open_record(place_of(sys.argv[1])).writer() as writer:
    writer.decide((), ())
"""


@pytest.mark.parametrize("at", ["decision", "link"])
def test_a_process_killed_while_it_decides_leaves_the_record_as_it_was(path: Place, at: str) -> None:
    before = exported(path)
    deciding = subprocess.Popen([sys.executable, "-c", KILLED, str(path), at], stdout=subprocess.PIPE, text=True)
    assert deciding.stdout is not None
    assert deciding.stdout.readline() == "there\n"
    assert exported(path) == before  # read beside it
    deciding.send_signal(signal.SIGKILL)
    deciding.wait()
    deciding.stdout.close()
    assert exported(path) == before
    assert decisions(path) == [ONE, APART]


def test_a_record_from_before_there_were_decisions_is_brought_up(tmp_path: Path) -> None:
    path = SAMPLE.save(tmp_path / "talks.db")
    before = exported(path).split('{"type": "decision"')[0]
    with sqlite3.connect(path) as connection:
        for table in ("decision", "review", "standing", "search_text", "search_party", "search"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
    connection.close()
    assert exported(path) == before
    assert decisions(path) == []
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == (str(len(MIGRATIONS)),)
    connection.close()


def test_a_decision_about_nobody_is_whole_and_one_that_says_nothing_is_not(path: Place) -> None:
    idle = replace(ONE, who=(Bearer("Nobody Here", "person"), Bearer("No One", "person")))
    with open_record(path).writer() as writer:
        writer.decide((idle, replace(APART, others=())), SAMPLE.links)
    with open_record(path).reader() as reader:
        assert list(problems(reader)) == ["decision on nobody: decision-2, number 2"]
