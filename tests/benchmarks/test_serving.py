from __future__ import annotations

import random
from pathlib import Path

import pytest

from aidememoire.model.facts import Statement
from aidememoire.model.joined import Claim
from aidememoire.store import open_record
from aidememoire.store.check import problems
from benchmarks.serving.collection import make
from benchmarks.serving.pages import datasette_pages, desk_pages, mixed, stock
from benchmarks.serving.readers import Load, lines, share


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serving") / "made.db"
    make(path, 190)
    return path


def test_a_made_record_is_whole_and_has_the_statements_asked_for(record: Path) -> None:
    with open_record(record).reader() as reader:
        assert list(problems(reader)) == []
        assert sum(1 for _ in reader.facts(Statement)) == 200
        assert any(len(claim.mentions) > 1 for claim in reader.links(Claim))


def test_the_same_arguments_make_the_same_record(record: Path, tmp_path: Path) -> None:
    make(tmp_path / "again.db", 190)
    with open_record(record).reader() as one, open_record(tmp_path / "again.db").reader() as other:
        assert list(one.articles()) == list(other.articles())
        assert list(one.links(Claim)) == list(other.links(Claim))


def test_pages_of_both_servers_are_drawn_evenly(record: Path) -> None:
    draw = random.Random(1)
    held = stock(record, draw)
    for pages in (desk_pages(held, draw), datasette_pages(held, draw, "made")):
        assert all(path.startswith("/") for paths in pages.values() for path in paths)
        assert "search" in pages
    asked = mixed({"one": ["/1"], "two": ["/2", "/3"]}, 10, draw)
    assert sorted(name for name, _ in asked) == ["one"] * 5 + ["two"] * 5


def test_the_table_has_median_and_95th_percentile_of_each_page() -> None:
    load = Load({"claims": [10.0, 30.0, 20.0], "claim": [1.0]}, 2.0, 0)
    table = list(lines([("the desk", load)]))
    assert table[2].split() == ["claim", "1.0", "1.0"]
    assert table[3].split() == ["claims", "20.0", "30.0"]
    assert table[4].split() == ["all", "20.0", "30.0"]
    assert table[5].split() == ["pages", "a", "second", "2.0"]
    assert share([1.0, 2.0, 3.0, 4.0], 0.5) == 3.0
