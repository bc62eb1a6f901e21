from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aidememoire.demo import coverage_path
from aidememoire.pipeline import build
from aidememoire.queries.desk.search import Asked, SearchPage, excerpt, search_page
from aidememoire.queries.shelf import Shelf
from aidememoire.store import Reader, open_record
from aidememoire.store.search_words import pattern, terms


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "demo.db"
    build([coverage_path()], path)
    return path


def page(reader: Reader, asked: Asked, as_of: date | None = None) -> SearchPage:
    return search_page(Shelf(reader), reader.search, asked, as_of, 1)


def test_a_claim_found_leads_to_its_page_and_shows_its_origins(record: Path) -> None:
    with open_record(record).reader() as reader:
        rows = page(reader, Asked("hospital", "claim")).rows
    assert rows
    assert all(row.leads == f"/claims/{row.claim}" and row.origins is not None for row in rows)


def test_an_article_is_cited_where_the_word_stands(record: Path) -> None:
    with open_record(record).reader() as reader:
        rows = page(reader, Asked("hospital", "article")).rows
    assert {row.cited.text.lower() for row in rows} <= {"hospital", "hospitals"}


def test_as_of_a_day_nothing_later_is_found(record: Path) -> None:
    with open_record(record).reader() as reader:
        days = sorted({a.published[:10] for a in reader.articles() if a.published})
        shown = page(reader, Asked(""), date.fromisoformat(days[0])).rows
        assert {row.cited.published for row in shown} == {days[0]}
        assert page(reader, Asked(""), date(1901, 1, 1)).listed.total == 0


def test_an_actor_nobody_knows_has_said_nothing(record: Path) -> None:
    with open_record(record).reader() as reader:
        assert page(reader, Asked("", party="actor-nobody")).listed.total == 0


def test_an_excerpt_begins_near_the_first_word_found() -> None:
    text = "word " * 200 + "the bridge of Halvet " + "word " * 200
    shown, marks = excerpt(text, pattern(terms("bridge")))
    assert [shown[start:end] for start, end in marks] == ["bridge"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 340


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("the \n bridge", pattern(terms("bridge"))) == ("the bridge", ((4, 10),))
